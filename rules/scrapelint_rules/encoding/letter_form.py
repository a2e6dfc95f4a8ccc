"""ENC009 letter-form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from scrapelint.plugin import Bad, Edit, Good, Severity, by_line, excerpt, regex, unusual_chars
from scrapelint_rules.encoding._shared.fields import TextRule
from scrapelint_rules.encoding._shared.unusual_characters import between

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from scrapelint.plugin import Finding

MIN_WIDE_PER_DENSE = 4
"""Wide letters for each character of Chinese, Japanese or Korean, in a text that only names some of them."""
_DOTTED = regex("i\u0307(?![\u0300\u0301\u0303])")
"""What programs make of the Turkish "İ" in lower case; Lithuanian writes the dot only below another mark."""
_DECOMPOSED = regex(
    "[^\\W\\d_][\u0300-\u0304\u0306-\u030c\u0323-\u0328\u031b]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\u3040-\u30ff][\u3099\u309a]"
)
_LIGATURE = regex("[\ufb00-\ufb06]")
_WIDE = regex("[\uff21-\uff3a\uff41-\uff5a][\uff01-\uff5e]+")
_WIDE_LETTER = regex("[\uff21-\uff3a\uff41-\uff5a]")
_DENSE = regex("[\u2e80-\u9fff\uac00-\ud7a3]")
_PRESENTATION = regex("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufe80-\ufefc]{2,}")
_MATHEMATICAL = regex("[\U0001d400-\U0001d7ff](?:[ '.-]?[\U0001d400-\U0001d7ff]){2,}")
_RADICAL = regex("[\u2f00-\u2fd5](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[\u2f00-\u2fd5]")
_KINDS = (
    ("decomposed", "NFC", _DECOMPOSED, (("\u0300", "\u0331"), ("\u1100", "\u11ff"), ("\u3099", "\u309a"))),
    ("ligature", "NFKC", _LIGATURE, (("\ufb00", "\ufb06"),)),
    ("full-width", "NFKC", _WIDE, (("\uff21", "\uff5a"),)),
    ("presentation-form", "NFKC", _PRESENTATION, (("\ufb50", "\ufefc"),)),
    ("mathematical", "NFKC", _MATHEMATICAL, (("\U0001d400", "\U0001d7ff"),)),
    ("radical", "NFKC", _RADICAL, (("\u2f00", "\u2fd5"),)),
)
_WORDS = {
    "decomposed": "letter and mark apart", "ligature": "ligature", "full-width": "full-width letters",
    "presentation-form": "letters in the shape of one place in a word", "mathematical": "mathematical letters",
    "radical": "radicals for characters", "dotted-i": 'dot on the "i" of another letter',
}  # fmt: skip
_LEFT = ("decomposed", "presentation-form")
"""Kinds without a fix: the first is equal to the usual letters for all that normalise, and whole texts are written so;
what made the second may have turned their order round, too."""


class LetterForm(TextRule):
    """A letter in another form of Unicode than texts are written in: decomposed, a ligature, full-width, mathematical.

    Why it matters: the word looks right and is another string: no search finds it, no duplicate
    matches, and tokenisers take it apart.

    What to do: normalise decomposed letters to NFC where the corpus is made; the fix writes the other forms in
    the usual letters.
    """

    code, name, severity = "ENC009", "letter-form", Severity.WARNING
    fix = "safe"
    examples = (
        Bad("Der Rat tagt f⟦u\u0308⟧r zwei Tage."),
        Bad("Hội đ⟦o\u0302\u0300⟧ng họp."),
        Bad("⟦\u1109\u1175⟧장"),
        Bad("The o⟦\ufb03⟧ce is open.", fixed="The office is open."),
        Bad("⟦Ｔｈｅ⟧ port is open.", fixed="The port is open."),
        Bad("⟦𝗕𝗥𝗘𝗔𝗞𝗜𝗡𝗚⟧: the port is open.", fixed="BREAKING: the port is open."),
        Bad("Başkan ⟦i\u0307⟧stanbul’dan geldi.", fixed="Başkan istanbul’dan geldi."),
        Good("ＮＨＫが伝えた。", why="Japanese writes Latin letters wide"),
        Good("ＬＡＲＮ新", why="the same in a name"),
        Good("きのうの株価です。\nＮＨＰ\n3,005円", why="the same on a line of its own"),
        Good("Le café est ouvert; ẹ̀kọ́ ni.", why="composed where there is one letter for it"),
        Good("क़लम और बड़ा", why="Hindi has no composed form of them in NFC"),
        Good("The set ℝ and the vector 𝐱 are given.", why="a formula"),
        Good("قال ﷺ ذلك", why="one character for a phrase"),
    )

    def check_text(self, text: str) -> Iterator[Finding]:
        """Yield one finding for each line with such letters, on the first; its fix writes all of them anew."""
        chars = unusual_chars(text)
        edits = sorted(set(_edits(text, chars))) if chars else []
        for line in by_line(text, list(_apart(edits))):
            kind, first = line[0].kind, line[0]
            found = text[first.start : first.end]
            yield self.finding(
                f'{_WORDS[kind]}: "{excerpt(found, 30)}" is "{excerpt(first.content, 30)}"',
                (first.start, first.end),
                confidence=0.99,
                evidence={"kind": kind, "count": len(line)},
                edits=[Edit(edit.start, edit.end, edit.content) for edit in line if edit.kind not in _LEFT],
                fix_message="write the usual letters",
            )


class _Letter(NamedTuple):
    """Letters in another form, and what they are."""

    start: int
    end: int
    content: str
    kind: str


def _edits(text: str, chars: frozenset[str]) -> Iterator[_Letter]:
    for kind, form, pattern, ranges in _KINDS:
        if any(between(chars, *ends) for ends in ranges):
            for match in _narrow(pattern, text) if pattern is _WIDE else pattern.finditer(text):
                content = normalize(form, match.group())  # type: ignore[arg-type]
                if content != match.group() and (form == "NFKC" or len(content) < len(match.group())):
                    yield _Letter(*match.span(), content, kind)
    if "\u0307" in chars:
        yield from (_Letter(*match.span(), "i", "dotted-i") for match in _DOTTED.finditer(text))


def _narrow(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches in a text that is not Chinese, Japanese or Korean, where letters are wide."""
    if len(_DENSE.findall(text)) * MIN_WIDE_PER_DENSE < len(_WIDE_LETTER.findall(text)):
        yield from pattern.finditer(text)


def _apart(letters: list[_Letter]) -> Iterator[_Letter]:
    """Yield the letters that do not overlap the one before."""
    end = -1
    for letter in letters:
        if letter.start >= end:
            end = letter.end
            yield letter
