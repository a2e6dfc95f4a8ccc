"""MET003 bad-author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint import Bad, Document, DocumentRule, Good, Severity, excerpt, regex
from scrapelint_rules.metadata._shared.outlets import is_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Finding

_ACCOUNTS = frozenset({
    "admin", "administrator", "webmaster", "root", "user", "editor", "author", "null", "none", "undefined", "nan",
    "n/a", "unknown", "anonymous", "guest", "test", "wpadmin", "superuser", "redaktor", "админ", "администратор",
    "адмін", "адміністратор", "yönetici", "管理员", "管理者", "관리자", "مدير", "ادمین", "διαχειριστής",
})  # fmt: skip
_KINDS = (
    ("address", regex(r"^(?:https?://|www\.)\S+$", re.IGNORECASE), "an address"),
    ("e-mail", regex(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}"), "an e-mail address"),
    ("date", regex(r"^\W*(?:\d{4}-\d\d?-\d\d?|\d\d?[./]\d\d?[./]\d{2,4})(?:[T ,].{0,20})?$"), "a date"),
    ("prefix", regex(r"^(?:by|written by|posted by|von|par|por|autor|автор|tekst)(?: |: ?)\S", re.IGNORECASE),
     "a byline with its preposition"),
)  # fmt: skip


class BadAuthor(DocumentRule):
    """An author that is no person: an account, an address, a date, the site itself, a byline's "By".

    Why it matters: counts by author and removal of an author's texts on request go wrong.

    What to do: mend the selector for the byline; drop the value where the page names nobody.
    """

    code, name, severity = "MET003", "bad-author", Severity.WARNING
    examples = (
        Bad("The port is open.", fields={"author": "admin"}, field="author"),
        Bad("The port is open.", fields={"author": "desk@larn.example"}, field="author"),
        Bad("The port is open.", fields={"author": "https://larn.example/authors/lee"}, field="author"),
        Bad("The port is open.", fields={"author": "2024-05-12"}, field="author"),
        Bad("The port is open.", fields={"author": "By Ann Lee"}, field="author"),
        Bad("Порт открыт.", fields={"author": "Администратор"}, field="author"),
        Bad("The port is open.", fields={"author": "Larn Courier", "site": "larncourier.example"}, field="author"),
        Good("The port is open.", fields={"author": "Ann Lee"}),
        Good("The port is open.", fields={"author": ["Ann Lee", "Bo Admin"]}, why="a person of that name"),
        Good("The port is open.", why="no author to judge"),
        Good("The port is open.", fields={"author": "Von Trapp"}, why="a name, not a byline"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the first thing that is wrong with the author."""
        author = doc.article.get("author")
        if not author:
            return
        kind, what = _judge(author, doc)
        if kind:
            yield self.finding(
                f'author is {what}: "{excerpt(author)}"',
                confidence=0.95,
                evidence={"kind": kind, "author": author},
                field="author",
            )


def _judge(author: str, doc: Document) -> tuple[str, str]:
    if author.casefold().strip(" .") in _ACCOUNTS:
        return "account", "an account, not a person"
    for kind, pattern, what in _KINDS:
        if pattern.search(author) and (kind != "prefix" or _names_two(author)):
            return kind, what
    return ("site", "the site itself") if is_outlet(author, doc.article) else ("", "")


def _names_two(author: str) -> bool:
    """Tell whether a first and a last name follow the preposition: Von Trapp is a name."""
    return len(author.split()) > 2 or ":" in author
