"""MET002 bad-title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, DocumentRule, Edit, Good, Severity, excerpt, regex
from scrapelint_rules.metadata._shared.outlets import is_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding

_PLACEHOLDERS = frozenset({
    "untitled", "no title", "title", "home", "homepage", "home page", "index", "null", "none", "undefined", "nan",
    "n/a", "404", "error", "error 404", "404 not found", "page not found", "not found", "403 forbidden", "forbidden",
    "access denied", "just a moment", "loading", "new page", "document", "ohne titel", "unbenannt", "kein titel",
    "startseite", "seite nicht gefunden", "sans titre", "accueil", "page non trouvée", "page introuvable", "sin título",
    "inicio", "página no encontrada", "senza titolo", "pagina non trovata", "sem título", "página não encontrada",
    "zonder titel", "pagina niet gevonden", "bez tytułu", "strona główna", "nie znaleziono strony", "без названия",
    "без заголовка", "главная", "страница не найдена", "без назви", "головна", "сторінку не знайдено", "bez názvu",
    "stránka nenalezena", "utan titel", "sidan hittades inte", "uden titel", "siden blev ikke fundet", "uten tittel",
    "nimetön", "sivua ei löydy", "fără titlu", "pagina nu a fost găsită", "cím nélkül", "az oldal nem található",
    "χωρίς τίτλο", "η σελίδα δεν βρέθηκε", "başlıksız", "adsız", "sayfa bulunamadı", "بدون عنوان", "الصفحة غير موجودة",
    "ללא כותרת", "הדף לא נמצא", "tanpa judul", "halaman tidak ditemukan", "không có tiêu đề", "không tìm thấy trang",
    "제목 없음", "페이지를 찾을 수 없습니다", "無題", "ページが見つかりません",
    "无标题", "無標題", "页面不存在", "页面未找到",
    "बिना शीर्षक",
})  # fmt: skip
_WALL = regex(
    r"(?:[^|–—»·\n]{1,40} ?[|–—»·:-] )?(?:are you a robot|attention required!? ?\|? ?(?:cloudflare)?|subscribe to (?:read|continue)|before you continue(?: to .{1,40})?"
    r"|just a moment\.*|one more step|access to this page has been denied|verify(?:ing)? (?:that )?you are (?:a )?human|security check(?:point)?"
    r"|checking your browser(?: before accessing.{0,60})?|human verification|bot verification|ddos-guard|client challenge|pardon our interruption"
    r"|(?:site )?(?:under|down for) maintenance|service unavailable|bad gateway|gateway time-?out|internal server error|error (?:40[0-9]|50[0-9])"
    r"|(?:40[0-9]|50[0-9]) (?:error|bad request|unauthorized|forbidden|not found|gone|too many requests|internal server error|bad gateway|service unavailable)"
    r"|page (?:unavailable|cannot be displayed)|this (?:site|page) can['’]t be reached|log ?in|sign in|log in to .{1,40}|cookies? (?:consent|settings|policy)"
    r"|bist du ein mensch|anmelden|sind sie ein roboter|êtes-vous un robot|se connecter|¿eres un robot|iniciar sesión|acesso negado|accesso negato"
    r"|доступ ограничен|вы не робот|подождите|доступ заборонено)[?!. …]*(?: ?[|–—»·:-] ?[^|–—»·\n]{1,40})?",
    re.IGNORECASE,
)
_PREFIX = regex(r"^\s*([^|｜–—»·]{2,50}?)(?:\s+(?:[|–—»·:\-]|::)\s+|\s*｜\s*)(?=\S)")
_SUFFIX = regex(r"(?:\s+(?:[|–—»·:\-]|::)\s+|\s*｜\s*)(?=([^|｜–—»·]{2,50})$)")


class BadTitle(DocumentRule):
    """A title that is none: empty, a placeholder, an error, or with the site's name after it.

    Why it matters: titles are used to find duplicates and as targets of summaries; a site's name
    in all titles of a site makes them look alike and is learnt as part of headlines.

    What to do: take the title from the article's heading, not from the browser's tab. The fix
    cuts the site's name off where the record itself says that it is the site's.
    """

    code, name, severity = "MET002", "bad-title", Severity.WARNING
    fix = "safe"
    examples = (
        Bad("The port is open.", fields={"title": "Untitled"}, field="title"),
        Bad("The port is open.", fields={"title": "  "}, field="title"),
        Bad("The port is open.", fields={"title": "404 Not Found"}, field="title"),
        Bad("Der Hafen ist offen.", fields={"title": "Seite nicht gefunden!"}, field="title"),
        Bad("Порт открыт.", fields={"title": "Страница не найдена"}, field="title"),
        Bad("The port is open.", fields={"title": "Port opens | Larn Courier", "site": "Larn Courier"}, field="title"),
        Bad("The port is open.", fields={"title": "Port opens - Larn Courier", "url": "https://larncourier.example/p"},
            field="title"),
        Bad("港は開いている。", fields={"title": "港が再び開く｜ラーン新聞", "site": "ラーン新聞"}, field="title"),
        Bad("ท่าเรือเปิดแล้ว", fields={"title": "ท่าเรือเปิดแล้ว | ข่าวลาร์น", "site": "ข่าวลาร์น"}, field="title"),
        Good("港は開いている。", fields={"title": "港が再び開く｜市長「夏まで」", "site": "ラーン新聞"}, why="not the site"),
        Bad("The port is open.", fields={"title": "Larn - Are you a robot?"}, field="title"),
        Bad("The port is open.", fields={"title": "Attention Required! | Cloudflare"}, field="title"),
        Bad("The port is open.", fields={"title": "Subscribe to read"}, field="title"),
        Bad("The port is open.", fields={"title": "Larn Courier | Port opens", "site": "Larn Courier"}, field="title"),
        Good("The port is open.", fields={"title": "Are robots the answer? Larn tries one"}, why="a question"),
        Good("The port is open.", fields={"title": "Larn: port opens", "site": "Larn Courier"}, why="a place, not the site"),
        Good("The port is open.", why="no title to judge"),
        Good("The port is open.", fields={"title": "Not found: the ship that nobody missed"}),
        Good("The port is open.", fields={"title": "Ferries - what now?", "site": "Larn Courier"}, why="not the site"),
        Good("The port is open.", fields={"title": "Larn Courier wins a prize", "site": "Larn Courier"}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield what is wrong with the title, if it is there."""
        value = doc.article.fields.get("title")
        if not isinstance(value, str):
            return
        plain = " ".join(value.lower().split()).strip(" .!?-|…")
        if not plain:
            yield self.finding("title is empty", confidence=1.0, evidence={"kind": "empty"}, field="title")
        elif plain in _PLACEHOLDERS or _WALL.fullmatch(value.strip()):
            evidence = {"kind": "placeholder", "title": value}
            message = f'title says nothing: "{excerpt(value)}"'
            yield self.finding(message, confidence=0.98, evidence=evidence, field="title")
        else:
            yield from self._suffix(doc, value)

    def _suffix(self, doc: Document, value: str) -> Iterator[Finding]:
        lead = _PREFIX.match(value)
        if lead and is_outlet(lead[1], doc.article) and not _SUFFIX.search(value[lead.end() :]):
            yield self._on_site("begins with", lead[1], doc, Edit(0, lead.end()))
            return
        for match in _SUFFIX.finditer(value):
            if match.start() and is_outlet(match[1], doc.article):
                yield self._on_site("ends in", match[1].strip(), doc, Edit(match.start(), len(value)))
                return

    def _on_site(self, where: str, site: str, doc: Document, edit: Edit) -> Finding:
        return self.finding(
            f'title {where} the name of the site: "{site}"',
            confidence=0.99,
            evidence={
                "kind": "site-suffix" if edit.start else "site-prefix",
                "suffix": site,
                "site": doc.article.get("site"),
            },
            edits=[edit],
            fix_message="cut the name of the site off",
            field="title",
        )
