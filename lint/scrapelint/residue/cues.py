"""Cues: how much of each line wording of the page covers."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from scrapelint.packs.matcher import Cue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scrapelint.packs.matcher import Entry, Hit
    from scrapelint.residue.columns import Column
    from scrapelint.text.lines import Line

MIN_COVER = 20
"""Share of a line in hundredths that a phrase has to make up for it to say something of the neighbours."""


def cue_concepts(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the concepts of the packs whose wording says something of a line."""
    return frozenset(entry.concept for entry in entries if entry.cue)


def covers(
    lines: Sequence[Line], hits: Mapping[str, Sequence[Hit]], of_line: Sequence[int] | None = None
) -> dict[str, Column]:
    """Return by kind of cue how much of each of these lines its longest phrase makes up, in hundredths.

    `hits` are by concept, some of each. Where the lines are paragraphs that were broken, `of_line` has the paragraph of
    each line on which a phrase may be.
    """
    columns: dict[str, Column] = {cue: [0] * len(lines) for cue in get_args(Cue) if cue}
    for found in hits.values():
        # All entries of a concept are of one pack, and so have one cue.
        if column := columns.get(found[0].entry.cue):
            _add(column, found, lines, of_line)
    return columns


def cued(cover: Column) -> Column:
    """Return 1 for each line of which wording of the page covers enough to say something of its neighbours."""
    return [int(one > MIN_COVER) for one in cover] if any(cover) else cover


def _add(column: Column, hits: Iterable[Hit], lines: Sequence[Line], of_line: Sequence[int] | None) -> None:
    """Raise each line's value to what the longest of these phrases makes up of it."""
    for hit in hits:
        index = hit.line.index if of_line is None else of_line[hit.line.index]
        column[index] = max(column[index], 100 * (hit.end - hit.start) // (len(lines[index].key) or 1))
