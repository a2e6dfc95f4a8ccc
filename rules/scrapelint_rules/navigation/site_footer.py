"""NAV008 site-footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import (
    QUESTION_MARKS,
    Bad,
    Good,
    LinePattern,
    PhraseRule,
    Severity,
    Span,
    ends_sentence,
    excerpt,
    regex,
    removal,
)
from scrapelint_rules.navigation._shared.rights import whole_notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.plugin import Document, Finding, Hit

_COPYRIGHT = LinePattern(
    r"^\W{0,6}(?:(?i:copyright|\(c\))\W{0,4}|©\s{0,3}){1,2}(?:(?:19|20)\d\d\b|\w).{0,150}(?:19|20)\d\d.{0,150}$|^\W{0,6}(?:(?i:copyright)\W{0,4}|©\s{0,3}){1,2}(?:19|20)\d\d\b.{0,200}$",
    ("copyright", "©", "\n19", "\n20", "(c)"),
)
"""A line that opens with a copyright sign or word and has a year."""
OWNED_ENTRIES = frozenset({"rights", "menu-run"})
"""Entries of the pack that say whose the text is."""
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_RIGHTS = regex(r"(?i)\b(?:rights?|reserved|permission|rechte|vorbehalten|droits|derechos|diritti|direitos)\b")
_VERB_AFTER = regex(
    r"[”»“\"’']?\s(?:is|are|was|were|means?|meant|has|had|ist|sind|war|waren|steht|stehen|stand|standen|heißt|est|sont|était"
    r"|es|son|era|eran|fue|è|sono|erano|é|são|eram|foi|är|var|er|zijn|jest|było|bylo|je|este|sunt)\s(?=[^\W\d_A-Z])"
)
"""A verb right after words that are its subject: "all rights reserved is no magic phrase"."""
_NUMBER_AFTER, _NUMBER_BEFORE = regex(r"[^:\d]{0,60}[:\d]"), regex(r"\d[^\d\w]{0,4}$")
"""What follows the name of a register, or before it: its number, or what a label says."""
NUMBER_CHARS = 6
"""How far before the name of a register its number may be, in code points: a digit, and marks."""
_CALLED = {
    "rights": "notice of rights or terms", "register": "entry in a register", "menu": "link of a menu or footer",
    "menu-word": "link of a menu or footer", "skip": "link to a part of the page",
}  # fmt: skip
"""What entries of the pack are called."""
MIN_TOLD_WORDS = 8
"""Words in small letters before a register from which a sentence tells of who has its number."""
MIN_STORY_WORDS = 6
"""Words in small letters after the year from which a sentence is told: a firm's name and address have fewer."""
_VIETNAMESE = (
    "Hội đồng thành phố Larn đã thông qua kế hoạch tuyến tàu điện mới vào tối thứ Ba sau sáu giờ tranh luận. Tuyến chạy từ "
    "cảng đến bệnh viện và có mười một trạm. Nhà nước trả một nửa chi phí, phần còn lại do thành phố trả."
)
_KOREAN = (
    "시의회가 11일 새 전차 노선의 첫 구간을 봄에 열기로 결정했다. 노선은 항구에서 병원까지 간다. 공사는 적어도 두 해가 걸린다. "
    "시의회는 이 계획을 두고 오래 다투었고 끝내 다수가 찬성했다. 상인들은 손님을 잃을까 걱정한다."
)


class SiteFooter(PhraseRule):
    """Copyright, imprint, entries in registers and legal links from the foot of the page.

    Why it matters: the footer is the same on every page of a site.

    What to do: remove the lines.
    """

    code, name, severity = "NAV008", "site-footer", Severity.WARNING
    fix = "safe"
    packs = ("site-footer",)
    covers_line = True
    patterns = (_COPYRIGHT,)
    what = "footer of the page"
    may_close = True
    needs_wording = True
    examples = (
        Bad("Talks ended on Friday.\n\n⟦© 2023 Orlo Gazette. All rights reserved.⟧", fixed="Talks ended on Friday."),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦Alle Rechte vorbehalten⟧"),
        Bad("Talks ended on Friday.\n\n⟦Copyright 2021 The Orlo Gazette⟧"),
        Bad("Переговори закінчилися в п'ятницю.\n\n⟦Код ЄДРПОУ 12345678⟧"),
        Bad("As conversas terminaram na sexta-feira.\n\n⟦CNPJ: 00.000.000/0001-00⟧"),
        Bad(
            "라른 시의회는 화요일 밤 여섯 시간의 토론 끝에 새 전차 노선 계획을 승인했다. 시장은 봄에 공사를 시작한다고 말했다.  "
            "⟦jdm@larn.example  ), 무단 전재 및 재배포 금지]⟧",
        ),
        Bad(
            "오를로 시장이 화요일 밤 라른 항구를 걷고 있다. 2023.7.24/라른통신 ⟦Copyright (C) 라른통신. "
            "무단 전재 및 재배포 금지.>⟧시의회가 11일 새 전차 노선의 첫 구간을 봄에 열기로 결정했다. "
            "노선은 항구에서 병원까지 간다. 공사는 적어도 두 해가 걸린다. 비용의 절반은 나라가 낸다. "
            "시의회는 이 계획을 두고 오래 다투었고 끝내 다수가 찬성했다. 상인들은 손님을 잃을까 걱정한다.",
        ),
        Bad(
            "오를로 시장이 화요일 밤 라른 항구를 걷고 있다. 2023.7.24 ⟦[국내에서만 사용가능. 재배포 금지. No Redistribution]⟧ "
            "시의회가 11일 새 전차 노선의 첫 구간을 봄에 열기로 결정했다. "
            "노선은 항구에서 병원까지 간다. 공사는 적어도 두 해가 걸린다. 비용의 절반은 나라가 낸다. "
            "시의회는 이 계획을 두고 오래 다투었고 끝내 다수가 찬성했다. 상인들은 손님을 잃을까 걱정한다.",
        ),
        Bad(
            f"{_KOREAN} 시장은 “비용의 절반은 나라가 낸다”고 말했다⟦김라른 기자 quay@larn.example▶라른신문 구독하세요!▶항구 기사 보기"
            "[ⓒ라른신문 : 무단전재 및 재배포 금지]⟧",
            fixed=f"{_KOREAN} 시장은 “비용의 절반은 나라가 낸다”고 말했다",
        ),
        Bad(
            f'{_KOREAN} 시장은 "비용의 절반은 나라가 낸다"고 말했다.⟦quay7@larn.example▶환경 기구 \'라른에코\'▶라른경제 채널 구독'
            "- Copyrights ⓒ 라른경제 & larn.example, 무단 전재 및 재배포 금지 -⟧",
            fixed=f'{_KOREAN} 시장은 "비용의 절반은 나라가 낸다"고 말했다.',
        ),
        Bad(
            f"{_KOREAN} 인용 논문: Journal of Larn, DOI: 10.1000/larn.7오항구 기자 quay@larn.example⟦▶라른신문 구독하세요!▶항구 기사 보기"
            "[ⓒ라른신문 : 무단전재 및 재배포 금지]⟧",
        ),
        Bad(f"{_KOREAN} 오항구 PD ⟦※ ⓒ LBS & LBS Larn News Lab. : 무단복제 및 재배포 금지⟧", fixed=f"{_KOREAN} 오항구 PD"),
        Bad(f"{_KOREAN} ⟦- Copyrights ⓒ 라른TV. 무단전재 및 재배포 금지 -⟧", fixed=_KOREAN),
        Bad(
            "評議会は六時間の議論のすえ、新しい路面電車の計画を火曜日の夜に承認した。\n\n工事は春に始まり、少なくとも二年かかる。路線は港から病院まで走る。\n\n"
            "市長は「夏までに工事を始めたい」と記者団に述べた⟦=港町光 無断転載を禁じます⟧",
        ),
        Bad(
            "評議会は六時間の議論のすえ、新しい路面電車の計画を火曜日の夜に承認した。工事は春に始まり、少なくとも二年かかる。路線は港から病院まで走る。"
            "市長は「夏までに工事を始めたい」と記者団に述べた⟦©ラーン新聞社、無断転載・複製を禁じます⟧",
        ),
        Bad(
            f"{_KOREAN.replace('. ', '.' + chr(10) + chr(10))}\n\n시장은 “비용의 절반은 나라가 낸다”고 기자들에게 말했다"
            "⟦/라른=김라른 기자 quay@larn.example 저작권자 ⓒ 라른신문, 무단전재 및 재배포 금지⟧",
        ),
        Bad(
            "The port of Larn reopens in May, the mayor said on Monday night after a debate of six hours in the council. It "
            "had been closed since the storm of March, which took two ferries and the old quay with it. The shops along the "
            "harbour lost half of their customers. ⟦Copyright © 2023 Orlo Gazette Ltd. All rights reserved.⟧",
        ),
        Bad(
            "라른 시의회는 화요일 밤 여섯 시간의 토론 끝에 새 전차 노선 계획을 승인했다. 시장은 봄에 공사를 시작한다고 말했다. 노선은 항구에서 "
            "병원까지 간다. 공사는 적어도 두 해가 걸린다. 비용의 절반은 나라가 낸다. ⟦＜ⓒ라른 경제 미디어 오를로일보 - 무단전재 & 재배포 금지＞⟧",
        ),
        Good(
            "Постановлением суда города Ларна от 11.09.2023 по делу № А40-1 Морроу Ада Петровна (ИНН 263521772502, адрес: г. Ларн, "
            "ул. Портовая, 2) признана банкротом, введена реализация имущества на шесть месяцев. Управляющим утверждён Юхан Линд, "
            "который обязан сообщить кредиторам о ходе дела до конца сентября, говорится в постановлении.",
            why="a sentence says whose number it is",
        ),
        Good(
            "On the quay of Larn stands a map of the town, as large as a door. Many a sailor has put a finger on the red dot that says:\n\n"
            "You are here.",
            why="what a sign says",
        ),
        Good(
            "Auf dem Kai von Larn steht ein Plan der Stadt, so groß wie eine Tür, und an dem roten Punkt in seiner Mitte ist zu lesen:\n\n"
            "Sie befinden sich hier.",
            why="the same",
        ),
        Bad(
            "La alcaldesa de Larn abrió el lunes el nuevo puente sobre el río, que costó doscientos millones y tardó dos años en hacerse. "
            "Los comercios del puerto esperan ahora más visitas. ⟦© Copyright 2025 SA LARN | Todos los derechos reservados.⟧ ⟦Dirección "
            "Nacional del Derecho de Autor DNDA - EXPEDIENTE DNDA (renovación) RL-2023-1234-APN-DNDA#MJ.⟧",
        ),
        Good("Copyright law was last changed in 1998, and the deputies want to change it again.", why="a sentence"),
        Bad(
            f"{_VIETNAMESE} Báo Larn nhiều người đọc nhất ⟦Tổng biên tập:⟧ Minh AnĐịa chỉ: Tầng 3, số 5 Bến Cũ, Larn.Điện thoại: 024 0000.",
            fixed=f"{_VIETNAMESE} Báo Larn nhiều người đọc nhất Tổng biên tập: Minh AnĐịa chỉ: Tầng 3, số 5 Bến Cũ, Larn.Điện thoại: 024 0000.",
        ),
        Good("The judge reserved all rights of appeal.", why="prose"),
        Good("She read the terms of use aloud.", why="prose"),
        Good("Der Verein will die Nutzungsrechte erwerben und den alten Turm am Hafen sanieren.", why="news about rights"),
        Good("About thirty thousand charities are registered in England and Wales.", why="a number of charities"),
        Good("다른 사람의 사업자등록번호를 도용해 세금을 빼돌린 일당이 경찰에 붙잡혔다.", why="news about a number"),
        Good(
            "Першу фірму з Ларна відхилили за неправильно оформлену довідку, а другу – за неправильно завірену копію договору.\n"
            "Третя не подала довідки ЄДРПОУ.",
            why="a register in a sentence of the article",
        ),
        Good(
            "Il comune di Larn ha approvato martedì sera il piano della nuova linea del tram dopo un dibattito di sei ore.\n"
            "Chi vende al mercato dovrà aprire una partita IVA.",
            why="the same",
        ),
        Good(
            "A câmara de Larn aprovou o plano na terça-feira.\nEla denunciou o aterro de um córrego pela empresa registrada em nome de "
            "Ana Ruiz, de CNPJ 450141837-00, com licença apenas para pátio.",
            why="the same",
        ),
        Good("She asked the mayor: does it trouble you to read all rights reserved below your own speech?", why="a question"),
        Good("Copyright law forbids it; all rights reserved is no magic phrase.", why="a sentence about the words"),
        Good("Die Worte alle Rechte vorbehalten standen unter jedem Blatt aus Larn.", why="the same"),
        Good("Tous droits réservés est une formule vide, a dit la juge de Larn.", why="the same"),
        Good("Todos los derechos reservados era su frase favorita, dijo la alcaldesa.", why="the same"),
        Good(
            "Corrections and clarifications\n\nA report on the harbour board said that the pier of Larn was built in 1913, and it was built in 1931.",
            why="a headline",
        ),
        Good("Whoever saw the car calls the police.\n\nPhone: 116 123", why="a number that the article names"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether a line asks nothing, and a word of a menu is outside the article and no headline, or beside another.

        A register has a number where it is the page's.

        FAQs have headings of their own.
        """
        if hit.line.text.rstrip().endswith(tuple(QUESTION_MARKS)) or (hit.entry.id == "rights" and _is_subject(hit)):
            return False
        if hit.entry.id == "register" and (_is_in_bracket(hit) or not _is_label(hit)):
            return False
        if _is_announced(doc, hit):
            return False
        is_headline = hit.line.index == 0 and bool(doc.paragraphs)
        if hit.entry.id != "menu" or not (is_headline or doc.zone(hit.line) == "body"):
            return True
        return bool(doc.hit_lines("site-footer") & {hit.line.index - 1, hit.line.index + 1})

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on a hit, with whose the rights are; in a lost line with the whole bracket that it is in."""
        finding = super().on_hit(doc, hit)
        if hit.entry.id not in OWNED_ENTRIES or finding.fix is None or finding.span is None:
            return finding
        if hit.phrase.endswith(":") and finding.span.end == hit.end < hit.line.end:
            return finding._replace(fix=None)
        span = whole_notice(doc, hit, finding.span)
        if span == finding.span:
            return finding
        return finding.moved(span, removal(doc.text, *span))

    def calls(self, doc: Document, hit: Hit) -> str:
        """Return what a hit is called: notices of rights are below pictures, too, and words of a footer in menus."""
        return _CALLED.get(hit.entry.id, super().calls(doc, hit))

    def closes(self, hit: Hit) -> bool:
        """Tell whether an article may end with it: with whose it is, not with links and marks of a footer."""
        return hit.entry.id == "rights"

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the wording of footers, and copyright lines."""
        flagged: set[int] = set()
        found = [self.on_hit(doc, hit) for hit in self.best_hits(doc)]
        for finding in _widest(found):
            flagged.update(line.index for line in doc.lines_in(finding.span or Span(0, 0)))
            yield finding
        for line, match in doc.matches(_COPYRIGHT):
            is_prose = line.text.lower().startswith("copyright law") or (doc.is_flat and _runs_into_story(line.text))
            if line.index not in flagged and not is_prose:
                flagged.add(line.index)
                about = f'copyright line: "{excerpt(match.group().strip())}"'
                yield self.on_lines(doc, line, message=about, confidence=0.95, evidence={"kind": "copyright"})


def _is_announced(doc: Document, hit: Hit) -> bool:
    """Tell whether a sentence right above ends in a colon, and the line like a sentence: "The sign says: You are here."."""
    above = doc.before(hit.line)
    is_said = above is not None and above.text.count(" ") >= MIN_TOLD_WORDS and above.text.rstrip().endswith(":")
    return is_said and ends_sentence(hit.line.text)


def _is_subject(hit: Hit) -> bool:
    """Tell whether a verb of the same sentence follows the words: it is about them, as no notice is."""
    return _VERB_AFTER.match(hit.line.text, hit.end - hit.line.start) is not None


def _is_label(hit: Hit) -> bool:
    """Tell whether the name of a register opens its line, or has a number: in a sentence it is what the article tells of."""
    text, start, end = hit.line.text, hit.start - hit.line.start, hit.end - hit.line.start
    if not any(map(str.isalnum, text[:start])):
        return True
    if sum(word[0].islower() for word in text[:start].split()) >= MIN_TOLD_WORDS:
        return False
    return bool(_NUMBER_AFTER.match(text, end) or _NUMBER_BEFORE.search(text[max(0, start - NUMBER_CHARS) : start]))


def _widest(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings in order, without those about a part of what another is about."""
    end = 0
    for span, finding in sorted([(finding.span or Span(0, 0), finding) for finding in found], key=_from_widest):
        if span.end > end:
            end = span.end
            yield finding


def _from_widest(found: tuple[Span, Finding]) -> tuple[int, int]:
    return found[0].start, -found[0].end


def _is_in_bracket(hit: Hit) -> bool:
    """Tell whether a bracket is open before a number of a register: so a sentence says whose number it is."""
    before = hit.line.text[: hit.start - hit.line.start]
    return before.rfind("(") > before.rfind(")")


def _runs_into_story(text: str) -> bool:
    """Tell whether a sentence of the article was joined to a copyright line: after its year it has a sentence's words."""
    year = _YEAR.search(text)
    lower = [word for word in text[year.end() :].split() if word[:1].islower()] if year else []
    return len(lower) >= MIN_STORY_WORDS and ends_sentence(text) and _RIGHTS.search(text) is None
