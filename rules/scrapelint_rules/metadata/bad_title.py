"""MET002 bad-title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, Document, DocumentRule, Edit, Good, Severity, excerpt, regex
from scrapelint_rules.metadata._shared.outlets import is_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Finding

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
_SUFFIX = regex(r"\s+(?:[|–—»·:\-]|::)\s+(?=([^|–—»·]{2,50})$)")


class BadTitle(DocumentRule):
    """A title that is none: empty, a placeholder, an error, or with the site's name behind it.

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
        elif plain in _PLACEHOLDERS:
            evidence = {"kind": "placeholder", "title": value}
            message = f'title says nothing: "{excerpt(value)}"'
            yield self.finding(message, confidence=0.98, evidence=evidence, field="title")
        else:
            yield from self._suffix(doc, value)

    def _suffix(self, doc: Document, value: str) -> Iterator[Finding]:
        for match in _SUFFIX.finditer(value):
            if match.start() and is_outlet(match[1], doc.article):
                yield self.finding(
                    f'title ends in the name of the site: "{match[1].strip()}"',
                    confidence=0.99,
                    evidence={"kind": "site-suffix", "suffix": match[1].strip(), "site": doc.article.get("site")},
                    edits=[Edit(match.start(), len(value))],
                    fix_message="cut the name of the site off",
                    field="title",
                )
                return
