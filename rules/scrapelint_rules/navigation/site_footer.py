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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Hit

_COPYRIGHT = LinePattern(
    r"^\W{0,6}(?:(?i:copyright|\(c\))\W{0,4}|©\s{0,3}){1,2}(?:(?:19|20)\d\d\b|\w).{0,150}(?:19|20)\d\d.{0,150}$|^\W{0,6}(?:(?i:copyright)\W{0,4}|©\s{0,3}){1,2}(?:19|20)\d\d\b.{0,200}$",
    ("copyright", "©", "\n19", "\n20", "(c)"),
)
"""A line that opens with a copyright sign or word and has a year."""
MAX_BRACKET_CHARS = 100
"""How far before and behind a notice of rights its bracket may open and close, in code points."""
_OPENED, _CLOSED = regex(r"[\[<][^\[\]<>\n]*$"), regex(r"[^\[\]<>\n]*[\]>]")
MAX_OWNER_CHARS = 90
"""How far before a notice of rights the sign may stand that names the owner, in code points."""
_OWNER = regex(
    r"(?:[※*-] ?)?(?:저작권자(?: ?(?:[ⓒ©?]|\([cC]\)))?|(?i:copyrights?)(?: ?[ⓒ©]| ?\(c\)| by\b)|[ⓒ©])"
    r"(?:(?![다요죠까][.!?])[^ⓒ©\n▶▷►☞]){0,80}$"
)
_HANGUL = regex("[가-힣]")
_PAIRS = {"[": "]", "<": ">"}
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_RIGHTS = regex(r"(?i)\b(?:rights?|reserved|permission|rechte|vorbehalten|droits|derechos|diritti|direitos)\b")
_NUMBER_BEHIND, _NUMBER_BEFORE = regex(r"[^:\d]{0,60}[:\d]"), regex(r"\d[^\d\w]{0,4}$")
"""What stands behind the name of a register, or before it: its number, or what a label says."""
MIN_STORY_WORDS = 6
"""Words in small letters behind the year from which a sentence is told: a firm's name and address have fewer."""
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
            "오를로 시장이 화요일 밤 라른 항구를 걷고 있다. 2023.7.24/라른통신 Copyright (C) 라른통신. "
            "⟦무단 전재 및 재배포 금지.>⟧시의회가 11일 새 전차 노선의 첫 구간을 봄에 열기로 결정했다. "
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
        Good("Copyright law was last changed in 1998, and the deputies want to change it again.", why="a sentence"),
        Good("The judge reserved all rights of appeal.", why="prose"),
        Good("She read the terms of use aloud.", why="prose"),
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
        Good("She asked the mayor: does it trouble you to read all rights reserved below your own speech?", why="a question"),
        Good("Whoever saw the car calls the police.\n\nPhone: 116 123", why="a number that the article names"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether a line asks nothing, and a word of a menu stands outside the article or beside another.

        A register has a number where it is the page's.

        FAQs have headings of their own.
        """
        if hit.line.text.rstrip().endswith(tuple(QUESTION_MARKS)):
            return False
        if hit.entry.id == "register" and not _is_label(hit):
            return False
        if hit.entry.id != "menu" or doc.zone(hit.line) != "body":
            return True
        return bool(doc.hit_lines("site-footer") & {hit.line.index - 1, hit.line.index + 1})

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on a hit; where line breaks are lost, with its whole bracket, or with who owns the rights."""
        finding = super().on_hit(doc, hit)
        is_amid = doc.is_flat and hit.entry.id == "rights"
        bracket = _bracket(doc.text, hit) or _owned(doc.text, hit) if is_amid else None
        if bracket is None or finding.fix is None or finding.span is None:
            return finding
        span = Span(min(finding.span.start, bracket.start), max(finding.span.end, bracket.end))
        return finding._replace(span=span, fix=finding.fix._replace(edits=(removal(doc.text, *span),)))

    def closes(self, hit: Hit) -> bool:
        """Tell whether an article may end with it: with whose it is, not with links and marks of a footer."""
        return hit.entry.id == "rights"

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the wording of footers, and copyright lines."""
        flagged: set[int] = set()
        for hit in self.best_hits(doc):
            flagged.add(hit.line.index)
            yield self.on_hit(doc, hit)
        for line, match in doc.matches(_COPYRIGHT):
            is_prose = line.text.lower().startswith("copyright law") or (doc.is_flat and _runs_into_story(line.text))
            if line.index not in flagged and not is_prose:
                flagged.add(line.index)
                about = f'copyright line: "{excerpt(match.group().strip())}"'
                yield self.on_lines(doc, line, message=about, confidence=0.95, evidence={"kind": "copyright"})


def _is_label(hit: Hit) -> bool:
    """Tell whether the name of a register opens its line, or has a number: in a sentence it is what the article tells of."""
    text, start, end = hit.line.text, hit.start - hit.line.start, hit.end - hit.line.start
    if not any(map(str.isalnum, text[:start])):
        return True
    return bool(_NUMBER_BEHIND.match(text, end) or _NUMBER_BEFORE.search(text[max(0, start - 6) : start]))


def _bracket(text: str, hit: Hit) -> Span | None:
    """Return the square or pointed bracket that a notice stands in as a whole, on its row; None without one."""
    before = text[max(0, hit.start - MAX_BRACKET_CHARS) : hit.start]
    behind = text[hit.end : hit.end + MAX_BRACKET_CHARS]
    opening, closing = _OPENED.search(before), _CLOSED.match(behind)
    if opening is None or closing is None or _PAIRS[opening[0][0]] != closing[0][-1]:
        return None
    return Span(hit.start - len(opening[0]), hit.end + closing.end())


def _owned(text: str, hit: Hit) -> Span | None:
    """Return a Korean notice of rights from its sign on, with the owner's name, in which there may be full stops."""
    owner = _OWNER.search(text[max(0, hit.start - MAX_OWNER_CHARS) : hit.start])
    if owner is None or not _HANGUL.search(text, max(0, hit.start - MAX_BRACKET_CHARS), hit.end + MAX_BRACKET_CHARS):
        return None
    return Span(hit.start - len(owner[0]), hit.end)


def _runs_into_story(text: str) -> bool:
    """Tell whether a sentence of the article was joined to a copyright line: behind its year it has a sentence's words."""
    year = _YEAR.search(text)
    lower = [word for word in text[year.end() :].split() if word[:1].islower()] if year else []
    return len(lower) >= MIN_STORY_WORDS and ends_sentence(text) and _RIGHTS.search(text) is None
