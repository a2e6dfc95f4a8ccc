"""MET005 title-body-mismatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import (
    Bad,
    Document,
    DocumentRule,
    Good,
    Setting,
    Severity,
    excerpt,
    regex,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding

MIN_WORD_CHARS = 4
STEM_CHARS = 4
"""Beginning of a word that is looked for, so that endings and compounds still count as shared."""
SCRIPT_SAMPLE_CHARS = 400
"""How much of a text tells its script, in code points."""
MIN_BODY_WORDS = 120
"""Shorter texts may say it in other words."""
LATIN_END = "\u0250"
_WORD = regex(r"[^\W_]{4,40}")


class TitleBodyMismatch(DocumentRule):
    """A title of which no word comes in the text.

    Why it matters: the title of one page met the text of another, or the text is a wall or a
    list; pairs of title and text teach a summariser nonsense.

    What to do: look at the page; mend the scraper's state between pages.
    """

    code, name, severity = "MET005", "title-body-mismatch", Severity.WARNING
    min_words = Setting(5, "words of four letters or more that a title needs to be judged", minimum=3)
    examples = (
        Bad("The crews of the ferries went back to work on Monday after nine days. " * 10,
            fields={"title": "Volcano erupts near capital, thousands flee their homes"}, field="title"),
        Bad("Die Besatzungen nahmen am Montag nach neun Tagen ihre Arbeit wieder auf. " * 12,
            fields={"title": "Vulkan bricht nahe Hauptstadt aus, Tausende fliehen"}, field="title"),
        Bad("Экипажи паромов вернулись в понедельник к работе после девяти дней. " * 15,
            fields={"title": "Извержение вулкана близ столицы заставило тысячи людей бежать"}, field="title"),
        Good("The crews of the ferries went back to work on Monday. " * 14,
             fields={"title": "Ferry crews resume service after long strike"}),
        Good("The crews went back to work.", fields={"title": "Volcano erupts near capital, thousands flee"},
             why="too short to judge"),
        Good("The crews of the ferries went back to work on Monday. " * 14,
             fields={"title": "Извержение вулкана заставило тысячи людей бежать"}, why="another script"),
        Good("The crews of the ferries went back to work on Monday. " * 14, why="no title"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield a finding where no word of the title begins like a word of the text."""
        title = doc.article.get("title")
        words = set(_WORD.findall(title.lower()))
        if len(words) < self.min_words or doc.text.count(" ") < MIN_BODY_WORDS:
            return
        body = doc.text.lower()
        if title.lower() in body or any(word[:STEM_CHARS] in body for word in words):
            return
        if (
            not _is_mixed(title)
            and _is_latin(title) == _is_latin(body[:SCRIPT_SAMPLE_CHARS])
            and _same_language(title, body)
        ):
            yield self.finding(
                f'none of {len(words)} words of the title is in the text: "{excerpt(title)}"',
                confidence=0.9,
                evidence={"kind": "no shared word", "words": sorted(words)},
                field="title",
            )


def _is_latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(c < LATIN_END for c in letters) * 2 > len(letters)


def _is_mixed(title: str) -> bool:
    """Tell whether a title has words in Latin letters and words in others."""
    return bool(_LATIN_WORD.search(title)) and any(char.isalpha() and char >= LATIN_END for char in title)


_LATIN_WORD = regex(r"[A-Za-z]{3,40}")


def _same_language(title: str, body: str) -> bool:
    """Tell whether a small word or a letter with a mark does not tell the languages apart."""
    marks = {c for c in title.lower() if c.isalpha() and "\x7f" < c < LATIN_END}
    return marks <= set(body)
