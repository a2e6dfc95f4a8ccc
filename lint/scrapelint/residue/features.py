"""What a model sees of each line: whole numbers, column by column.

Columns, not rows: a neighbour's value is the same list shifted by one, and most columns are
made by functions that run in C. All values are integers (shares in hundredths), so that a
comparison gives the same result on every machine.
"""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from scrapelint.residue.columns import FAR, above, below, since
from scrapelint.residue.cues import MIN_COVER, covers, cued
from scrapelint.residue.form_features import form_columns
from scrapelint.residue.line_features import LOWER, MAX_CHARS, are_dense, line_columns
from scrapelint.residue.wording import wording_columns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from scrapelint.packs.matcher import Hit
    from scrapelint.residue.columns import Column, Columns
    from scrapelint.text.lines import Line

T = TypeVar("T")

SHORT_CHARS = 80
"""Length in code points from which a line may be a paragraph."""
MAX_LINES = 1000
"""Longest text, in lines, that is told apart."""
FORM_NAMES = frozenset({"since_colon", "capitals", "parallel", "wording", "wording_near"})
"""The features of form and wording: known by name, so that they are not made to see whether one is among them."""


class Text(NamedTuple):
    """What features are made of."""

    lines: Sequence[Line]
    hits: Mapping[str, Sequence[Hit]]
    """By concept; of broken paragraphs still those on their lines."""
    prose: Collection[int]
    """Indices of the lines that are paragraphs."""
    by_key: Mapping[str, Sequence[Line]]
    """The lines that are alike."""


class Table:
    """The features of one document; those that not all models look at are made on first use. Linear in the text.

    All lines of a broken paragraph have the same.
    """

    def __init__(self, text: Text, of_line: Sequence[int] | None = None) -> None:
        """Take a text; where its lines are paragraphs that were broken into several, the paragraph of each of these."""
        self._text = text
        self._of_line = of_line
        self._covers = covers(text.lines, text.hits, of_line)

    @cached_property
    def columns(self) -> Columns:
        """One value for each line."""
        return self._by_line(self._columns)

    @cached_property
    def form_columns(self) -> Columns:
        """The same for the form and the wording of lines, at which the model that tells whole pages does not look."""
        return self._by_line(self._form_columns)

    @cached_property
    def page_columns(self) -> Columns:
        """The same for what only tells something of whole pages."""
        return self._by_line(self._page_columns)

    @cached_property
    def document(self) -> dict[str, int]:
        """One value for all lines."""
        return _document(self._columns, self._text.prose)

    @cached_property
    def _dense(self) -> bool:
        return are_dense(self._text.lines)

    @cached_property
    def _columns(self) -> Columns:
        return _columns(self._text, self._covers, dense=self._dense)

    @cached_property
    def _form_columns(self) -> Columns:
        return _form_columns(self._text, self._columns, dense=self._dense)

    @cached_property
    def _page_columns(self) -> Columns:
        from scrapelint.residue.page_features import page_columns

        return page_columns(self._text.prose, self._columns, self._covers)

    @property
    def length(self) -> int:
        """Number of lines."""
        return len(self._of_line or self._text.lines)

    @property
    def paragraphs(self) -> int:
        """Number of paragraphs, of which each line is one where none were broken."""
        return len(self._text.lines)

    @property
    def names(self) -> list[str]:
        """All features, in the order in which they are made."""
        return [*self.columns, *self.form_columns, *self.document, *self.page_columns]

    def column(self, name: str) -> Column:
        """Return the values of a feature, one for each line."""
        return self.spread(self._column(name))

    def values(self, name: str) -> Column | int:
        """Return the column of a feature, or the number that all lines share."""
        return self.document[name] if name in self.document else self.column(name)

    def of_paragraphs(self, name: str) -> Column | int:
        """Return the values of a feature, one for each paragraph, or the number that all share."""
        return self.document[name] if name in self.document else self._column(name)

    def rows(self, names: Iterable[str], lines: Iterable[int]) -> list[list[int]]:
        """Return the values of these features of each of these lines."""
        values = [self.of_paragraphs(name) for name in names]
        places = lines if self._of_line is None else [self._of_line[line] for line in lines]
        return [[value if isinstance(value, int) else value[at] for value in values] for at in places]

    def spread(self, values: list[T]) -> list[T]:
        """Return for each line what its paragraph has of these."""
        return values if self._of_line is None else [values[at] for at in self._of_line]

    def _column(self, name: str) -> Column:
        if name in self._columns:
            return self._columns[name]
        return self._form_columns[name] if name in FORM_NAMES else self._page_columns[name]

    def _by_line(self, columns: Columns) -> Columns:
        return columns if self._of_line is None else {name: self.spread(column) for name, column in columns.items()}


def _columns(text: Text, covered: Mapping[str, Column], *, dense: bool) -> Columns:
    """Return what all models look at."""
    columns = line_columns(text.lines, text.prose, dense=dense)
    columns["copies"] = [len(text.by_key.get(line.key, ())) for line in text.lines]
    return columns | _cues(covered) | _neighbours(columns)


def _form_columns(text: Text, columns: Columns, *, dense: bool) -> Columns:
    """Return form and wording of each line."""
    wording = wording_columns([line.key for line in text.lines], dense=dense)
    return form_columns(text.lines, text.prose, columns) | wording


def _cues(covered: Mapping[str, Column]) -> Columns:
    """Return how much of a line wording of the page covers, and how much of it is above."""
    some = [cover for cover in covered.values() if any(cover)]
    cue = list(map(max, *some)) if len(some) > 1 else some[0] if some else covered["links"]
    has_cue = cued(cue)
    return {
        "comments_above": since(cued(covered["comments"])),
        "cue": cue,
        "cues_before": list(map(sub, accumulate(has_cue), has_cue)),
    }


def _neighbours(columns: Mapping[str, Column]) -> Columns:
    """Return what is next to each line."""
    chars, shared = columns["chars"], columns["shared"]
    return {
        "chars_above": [0, *chars[:-1]],
        "chars_below": [*chars[1:], 0],
        "chars_3_below": below(chars),
        "shared_3_above": above(shared),
        "shared_3_below": below(shared),
    }


def _document(columns: Mapping[str, Column], prose: Collection[int]) -> dict[str, int]:
    """Return the shape of the whole document."""
    chars, count = columns["chars"], len(columns["chars"])
    at = sorted(prose)
    return {
        "doc_lines": min(count, MAX_LINES),
        "doc_chars": sum(chars) // count,
        "doc_prose": 100 * len(prose) // count,
        "doc_short": 100 * sum([one < SHORT_CHARS for one in chars]) // count,
        "doc_cues": 100 * sum([cue > MIN_COVER for cue in columns["cue"]]) // count,
        "doc_copies": 100 * (count - columns["copies"].count(1)) // count,
        "doc_words": min(MAX_CHARS, 10 * sum(columns["words"]) // count),
        "doc_ends": 100 * (count - columns["end"].count(0)) // count,
        "doc_lower": 100 * columns["opening"].count(LOWER) // count,
        "doc_shared": sum(columns["shared_share"]) // count,
        "doc_quotes": min(MAX_CHARS, 10 * sum(columns["quotes"]) // count),
        # The longest run of lines that are no paragraphs, before, between and after these.
        "doc_run": min(FAR, max(map(sub, (*at, count), (-1, *at))) - 1),
        "doc_first": 100 * (at[0] if at else count) // count,
    }
