"""Edits grouped by line: one finding a line, however many places it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint import Edit


def by_line(text: str, edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """Yield the edits of each line, in order; the edits have to come in order.

    Linear in the text and the edits.
    """
    group: list[Edit] = []
    end = -1
    for edit in edits:
        if edit.start > end:
            if group:
                yield group
            group = []
            end = text.find("\n", edit.start)
            end = len(text) if end < 0 else end
        group.append(edit)
    if group:
        yield group
