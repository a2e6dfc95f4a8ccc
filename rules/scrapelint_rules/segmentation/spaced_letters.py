"""SEG003 spaced-letters."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Severity, excerpt, regex
from scrapelint_rules.segmentation._shared.character_shape import places, uncased_shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_RUN = regex(r"(?<![\w.'’-])[^\W\d_](?: [^\W\d_]){4,60}(?: {2,3}[^\W\d_](?: [^\W\d_]){1,60}){0,20}(?![\w.'’])")
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœаеёиоуыэюяіїєαεηιουωάέήίόύώ")
_LAST_CASED = "\u052f"
"""Last letter of Latin, Greek and Cyrillic; the scripts after them space their characters otherwise."""
MIN_LETTERS = 5
"""Fewest letters of a spaced word: fewer are initials or options."""
MIN_RISES = 0.85
"""Share of letters that come later in the alphabet than the one before them, from which they are the alphabet."""
MIN_VOWELS, MAX_VOWELS = 0.2, 0.7
"""Shares of vowels in a word; columns of a table ("P W D L F A") have fewer, lists of vowels more."""


class SpacedLetters(DocumentRule):
    """A word written with a space after each letter, as in "b r e a k i n g".

    Why it matters: the word is gone; each letter becomes a token of its own.

    What to do: join the letters; on the page their distance was a matter of layout.
    """

    code, name, severity = "SEG003", "spaced-letters", Severity.WARNING
    fix = "unsafe"
    examples = (
        Bad("⟦b r e a k i n g⟧ news from the harbour", fixed="breaking news from the harbour"),
        Bad("⟦B R E A K I N G  N E W S⟧\nThe vote is over.", fixed="BREAKING NEWS\nThe vote is over."),
        Bad("Eine ⟦s e h r g u t⟧ Idee", fixed="Eine sehrgut Idee"),
        Bad("Это ⟦в а ж н о⟧, сказал он.", fixed="Это важно, сказал он."),
        Good("The grades are A B C D E and F.", why="the alphabet"),
        Good("Autores: A B C D E F G H I J L M N O P Q R S T U V X Z H", why="an index, and one letter more"),
        Good("Индекс: А Б В Г Д Е Ж И К Л М Н О П Р С Т У Э А", why="the same"),
        Good("Team P W D L F A Pts", why="columns of a table"),
        Good("I a m, and U. S. A. is a name; a b c.", why="too short, and initials"),
        Good("김 이 박 최 정 씨가 왔다", why="a script that is spaced otherwise"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each run of single letters that make words."""
        last = -1
        for at in sorted(places(uncased_shape(doc.text), b"a a a a")):
            match = _RUN.search(doc.text, max(0, at - 1), at + MAX_RUN_CHARS) if at > last else None
            if match is None or match.start() > at + 2:
                continue
            last = match.end()
            if not _is_word(match.group()):
                continue
            joined = _joined(match.group())
            yield self.finding(
                f'letters with spaces between: "{excerpt(joined, 30)}"',
                match.span(),
                confidence=0.95,
                evidence={"letters": sum(c.isalpha() for c in joined), "threshold": MIN_LETTERS},
                edits=[Edit(*match.span(), joined)],
                fix_message="join the letters",
            )


MAX_RUN_CHARS = 400
"""How far a run of spaced letters is followed, in code points."""


def _joined(run: str) -> str:
    return " ".join(word.replace(" ", "") for word in re.split(" {2,3}", run))


def _is_word(run: str) -> bool:
    """Tell whether the letters look like words: one case, some vowels, not the alphabet."""
    letters = run.replace(" ", "")
    if max(letters) > _LAST_CASED or not (letters.islower() or letters.isupper() or letters.istitle()):
        return False
    low = letters.lower()
    vowels = sum(c in _VOWELS for c in low) / len(low)
    return MIN_VOWELS <= vowels <= MAX_VOWELS and len(set(low)) > MIN_LETTERS // 2 and not _is_alphabet(low)


def _is_alphabet(low: str) -> bool:
    """Tell whether letters stand in the order of an alphabet but for a few: an index, whose last one may be "Z#"."""
    rises = sum(one < other for one, other in pairwise(low))
    return rises >= MIN_RISES * (len(low) - 1)
