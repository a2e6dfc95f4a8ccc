"""MET003 bad-author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, DocumentRule, Good, Severity, excerpt, regex
from scrapelint_rules.metadata._shared.authors import what_is_wrong
from scrapelint_rules.metadata._shared.outlets import is_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding

_SPLIT = regex(r"\s?[,;|]\s?|\s(?:and|und|et|y|e|и|&)\s")
"""What parts several people in one string."""
_DOMAIN_ENDS = ("com", "net", "org", "info", "news", "online")


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
        Bad("The port is open.", fields={"author": ["Ann Lee", "admin"]}, field="author"),
        Bad("The port is open.", fields={"author": "Ann Lee, By Bo Kim"}, field="author"),
        Bad("The port is open.", fields={"author": "None"}, field="author"),
        Bad("The port is open.", fields={"author": ["Ann Lee", "2 hours ago"]}, field="author"),
        Bad("The port is open.", fields={"author": "Ann Lee @annlee"}, field="author"),
        Bad("Luka jest otwarta.", fields={"author": "Autor: Anna Lis"}, field="author"),
        Bad("Порт открыт.", fields={"author": "Подготовила Анна Лис"}, field="author"),
        Good("The port is open.", fields={"author": "Root, Elihu"}, why="a last name first"),
        Good("The port is open.", fields={"author": "Ursula von der Larn"}, why="a name with its particle"),
        Good("The port is open.", fields={"author": "Dr. Ann Lee Jr."}, why="titles"),
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
        kind, what = _judge(doc.article.fields.get("author"), author, doc)
        if kind:
            yield self.finding(
                f'author is {what}: "{excerpt(author)}"',
                confidence=0.95,
                evidence={"kind": kind, "author": author},
                field="author",
            )


def _judge(raw: object, author: str, doc: Document) -> tuple[str, str]:
    """Return kind and words for the first thing that is wrong with the author or one of several."""
    whole = (
        [str(value).strip() for value in raw]
        if isinstance(raw, (list, tuple)) and all(isinstance(v, str) for v in raw)
        else [author]
    )
    found = [what_is_wrong(value, is_whole=True) for value in whole]
    found += [what_is_wrong(part, is_whole=False) for value in whole for part in _SPLIT.split(value)]
    if any(_is_site(value, doc) for value in whole):
        found.append(("site", "the site itself"))
    return next((one for one in found if one[0]), ("", ""))


def _is_site(name: str, doc: Document) -> bool:
    """Tell whether a name is the site's, also with the end of its domain as a word."""
    first, _, last = name.rpartition(" ")
    return is_outlet(name, doc.article) or (last.casefold() in _DOMAIN_ENDS and is_outlet(first, doc.article))
