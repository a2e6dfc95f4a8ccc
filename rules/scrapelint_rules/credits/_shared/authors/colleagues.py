"""Lines that name who else worked on a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from scrapelint.plugin import Line

ENTRY = "colleague"
"""The entry of the pack `agency` with the wording of such lines, which a sentence on a journalist's life has as well."""

_NAMED = regex(r"^\W{0,4}[^\W\d_a-z]\S*,? [^\W\d_a-z](?:(?! from [a-z]).)*$")
"""A line that begins with two words with capitals, and names no place in small letters: "from her own garden"."""
_LABELLED = regex(r"^\s*(?:[*(\[]|(?:Additional r|R)eporting was )|\*\s*$")
"""A line that looks like a note: with an asterisk or in a bracket, or that begins with what was contributed."""
_AFTER_SENTENCE = regex(r"(?:\S+ ){3}[^.!?]{0,120}[a-z]\. [^\W\d_a-z]\S* [^\W\d_a-z]")
"""A full stop between words, followed by two with capitals: a sentence of the story that ends like an abbreviation."""


def names_colleagues(line: Line) -> bool:
    """Tell whether a line looks like a note, or begins with a name; "She also contributed reporting" is a sentence.

    >>> from scrapelint.text.lines import split
    >>> lines = "Jo Hale contributed reporting from Orlo.|She also contributed reporting.|*Sob supervisão de Ana Ruiz"
    >>> [names_colleagues(next(split(text))) for text in lines.split("|")]
    [True, False, True]
    """
    if _AFTER_SENTENCE.match(line.text):
        return False
    return _LABELLED.search(line.text) is not None or _NAMED.search(line.text) is not None
