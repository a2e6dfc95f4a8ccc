"""Whose a credit is: of a picture, of the whole story, or of either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex
from scrapelint_rules.credits._shared.pictures.credit_shapes import OF_PICTURES, Kind
from scrapelint_rules.credits._shared.pictures.picture_words import PICTURE, SOURCES, says_picture

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

_SOURCE = regex(rf"(?i)\W{{0,3}}(?:{'|'.join(SOURCES)}|zdroj|来源|來源|출처|المصدر|منبع|स्रोत)\s{{0,2}}[:：]")
"""A label that says where a picture is from, and a story as well."""


def called(doc: Document, line: Line, *, in_bracket: bool = False) -> str:
    """Return what a credit is called: of a picture only where that is said, or where no story can be meant."""
    if _SOURCE.match(line.text):
        return "source of a picture or of the story"
    may_be_story = in_bracket and line.index >= doc.body_range[1] and not PICTURE.search(line.text)
    return "credit of a picture or of the story" if may_be_story else "photo credit"


def may_close_story(doc: Document, kind: Kind, line: Line) -> bool:
    """Tell whether a line may credit the whole story, as the last of a text often does: "[사진=...]", "© Reuters"."""
    if kind.name == "label-before" and doc.is_closing(line):
        return True
    return doc.is_last(line) and kind.name not in OF_PICTURES and not says_picture(line)
