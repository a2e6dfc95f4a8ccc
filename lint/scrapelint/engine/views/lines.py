"""The lines of an article, and what is above, below and after them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from scrapelint.finding import Span
from scrapelint.text.character_classes import digit_places, shape, unusual_chars
from scrapelint.text.lines import by_key, removal, split
from scrapelint.text.sentences.splitting import parts_at_spaces
from scrapelint.text.sentences.units import is_flat, parted, stands_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.article import Article
    from scrapelint.finding import Edit
    from scrapelint.packs.matcher import Matcher
    from scrapelint.text.lines import Line

_COUNT = re.compile(r"[\d¹²³⁴-⁹]")
_RAISED = frozenset("¹²³⁴⁵⁶⁷⁸⁹")
MAX_NUMBERS_ABOVE = 2
"""Lines without a letter that may be above the first one that has any."""


class LineView:
    """The lines of an article, and what is above, below and after them."""

    def __init__(self, article: Article, matcher: Matcher) -> None:
        """Take the article and the matcher of the run."""
        self.article = article
        self.text = article.text
        self._matcher = matcher
        self._removals: dict[Span, Edit] = {}

    @cached_property
    def rows(self) -> list[Line]:
        """The lines of the text that are not blank, in order, as they are."""
        return list(split(self.text))

    @cached_property
    def is_flat(self) -> bool:
        """Whether the text has lost its line breaks, so that its `lines` are sentences."""
        return is_flat(self.rows)

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that are not blank, in order; `line.index` is a line's place in this list.

        Of a text that has lost its line breaks they are its sentences.
        """
        return self._matcher.units(parted(self.rows)) if self.is_flat else self.rows

    @cached_property
    def by_key(self) -> dict[str, list[Line]]:
        """Lines by their key; lines without letters or digits left out."""
        return by_key(self.lines)

    @cached_property
    def shape(self) -> bytes:
        """The text with one byte a code point, by kinds of characters; see `scrapelint.text.character_classes`."""
        return shape(self.text)

    @cached_property
    def lines_with_digits(self) -> Sequence[Line]:
        """The lines with a digit, also a raised one, in order: where a date, a measure or a number can be at all.

        Of ten lines one or two have any: rules run what looks for numbers on those alone.
        """
        if not _RAISED.isdisjoint(unusual_chars(self.text)):
            return [line for line in self.lines if _COUNT.search(line.text)]
        found: list[Line] = []
        end = -1
        for place in digit_places(self.text):
            if place >= end:
                found.append(self.line_at(place))
                end = found[-1].end
        return found

    def before(self, line: Line) -> Line | None:
        """Return the nearest line above that is not blank."""
        return self.lines[line.index - 1] if line.index else None

    def after(self, line: Line) -> Line | None:
        """Return the nearest line below that is not blank."""
        return self.lines[line.index + 1] if line.index + 1 < len(self.lines) else None

    def is_last(self, line: Line) -> bool:
        """Tell whether no line with anything on it follows."""
        return line.index == len(self.lines) - 1

    def opens(self, line: Line) -> bool:
        """Tell whether a line opens the text; a number may be above, that of the article or of a comment."""
        above = self.lines[: line.index]
        return len(above) <= MAX_NUMBERS_ABOVE and not any(any(map(str.isalpha, one.text)) for one in above)

    def row_of(self, line: Line) -> Line:
        """Return the whole row that a line is on, of which it may be a sentence."""
        return self.rows[bisect_left(self.rows, line.row, key=lambda row: row.row)]

    def rest_of_row(self, line: Line) -> str:
        """Return what follows a line on its row, without white space at its end: a sentence may go on with it."""
        return self.text[line.end : self.row_of(line).end].rstrip()

    def is_phrase(self, line: Line) -> bool:
        """Tell whether a line may be a piece of a sentence: Thai and Lao write a space between phrases as well."""
        return self.is_flat and parts_at_spaces(line.text) and len(line.text) < len(self.row_of(line).text)

    def stands_alone(self, line: Line) -> bool:
        """Tell whether a line is one of the text, and no piece of a sentence where the line breaks are lost."""
        return not self.is_flat or stands_alone(line, self.row_of(line))

    def line_at(self, offset: int) -> Line:
        """Return the line on which a code point is, or the last above it that is not blank; there has to be one."""
        return self.lines[max(0, bisect_right(self._line_starts, offset) - 1)]

    def lines_in(self, span: Span) -> Sequence[Line]:
        """Return the lines that a span touches."""
        first = bisect_right(self._line_ends, span.start)
        return self.lines[first : bisect_left(self._line_starts, max(span.end, span.start + 1), first)]

    def lines_within(self, span: Span) -> Sequence[Line]:
        """Return the lines of which a span has all that is no white space."""
        lines = self.lines_in(span)
        if lines and lines[0].span.start < span.start:
            lines = lines[1:]
        return lines[:-1] if lines and lines[-1].span.end > span.end else lines

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _line_ends(self) -> list[int]:
        return [line.end for line in self.lines]

    @staticmethod
    def span(first: Line, last: Line | None = None) -> Span:
        """Return the span from the first to the last of these lines, white space at the edges left out."""
        return first.span if last is None or last is first else Span(first.span.start, last.span.end)

    def removal(self, first: Line, last: Line | None = None) -> Edit:
        """Return the edit that takes out whole lines, inclusive, and the blank lines that they leave over."""
        return self.removal_of(self.span(first, last))

    def removal_of(self, span: Span) -> Edit:
        """Return the edit that takes out a span, and the blank lines or the white space that it leaves over."""
        if span not in self._removals:
            self._removals[span] = removal(self.text, *span)
        return self._removals[span]
