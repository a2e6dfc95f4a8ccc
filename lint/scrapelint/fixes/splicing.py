"""From what mending did to a field to what it does to the file that the field is written in."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.fixes.patches import Hunk, patched
from scrapelint.record import BETWEEN_PARAGRAPHS, Held, strings_of, with_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from scrapelint.readers.syntax.parts import Part


class Spliced(NamedTuple):
    """A hunk in places of a piece of a file."""

    hunk: Hunk
    of: int
    """Which hunk of the field it comes from."""


def spliced(piece: str, parts: Sequence[Part], hunks: Sequence[Hunk]) -> list[Spliced]:
    """Return hunks of a field as hunks of the piece, in order.

    What lies between two parts of the field is nowhere in the piece, and stays out of it.
    """
    following = [part.at for part in parts[1:]]
    return [found for part, after in zip_longest(parts, following) for found in _in_part(piece, part, hunks, after)]


def mended_strings(strings: Iterable[Held], hunks: Sequence[Hunk]) -> Iterator[Held]:
    """Yield the strings that a field is made of, as they are after these hunks of the field."""
    at = 0
    for path, value in strings:
        yield Held(path, patched(value, [found.hunk for found in _cut(at, len(value), hunks, None)]))
        at += len(value) + len(BETWEEN_PARAGRAPHS)


def mended_record(
    record: Mapping[str, Any], hunks: Mapping[str, Sequence[Hunk]], names: Mapping[str, tuple[str, ...]]
) -> Mapping[str, Any]:
    """Return a record after these hunks of its fields, by our names; the record itself where there are none."""
    after = record
    for field, known in hunks.items():
        for path, value in mended_strings(strings_of(field, record, names), known):
            after = with_value(after, path, value)
    return after


def written_span(piece: str, parts: Sequence[Part], start: int, end: int) -> tuple[int, int]:
    """Return where a range of a field is in the piece; the field has to be there.

    What lies between two parts of the field is taken for the end of the first.
    """
    first = next((part for part in reversed(parts) if part.at <= start), parts[0])
    last = next((part for part in reversed(parts) if part.at < end), first)
    return _written_place(piece, first, start), _written_place(piece, last, end)


def _written_place(piece: str, part: Part, place: int) -> int:
    written = piece[part.start : part.end]
    inside = min(max(place - part.at, 0), part.writing.size(written))
    return part.start + next(part.writing.places(written, [inside]))


def _in_part(piece: str, part: Part, hunks: Sequence[Hunk], after: int | None) -> Iterator[Spliced]:
    written = piece[part.start : part.end]
    size = part.writing.size(written)
    own = list(_cut(part.at, size, hunks, after))
    if not own:
        return
    if part.writing.anew:
        mended = patched(written, [found.hunk for found in own])
        if (anew := part.writing.anew(mended)) != mended:
            codes = tuple(sorted({code for found in own for code in found.hunk.codes}))
            yield Spliced(Hunk(part.start, part.end, anew, codes), own[0].of)
            return
    places = part.writing.places(written, [at for found in own for at in (found.hunk.start, found.hunk.end)])
    for (_, _, content, codes), of in own:
        start, end = next(places), next(places)
        yield Spliced(Hunk(part.start + start, part.start + end, part.writing.written(content), codes), of)


def _cut(at: int, size: int, hunks: Sequence[Hunk], after: int | None) -> Iterator[Spliced]:
    """Yield what hunks of a field do to a part of it; `after` is where the next part begins.

    What they put in goes to the part in which they start: of two that meet there, to the second.
    """
    for of, hunk in enumerate(hunks):
        start, end = max(hunk.start, at), min(hunk.end, at + size)
        is_first = at <= hunk.start <= at + size and hunk.start != after
        content = hunk.content if is_first else ""
        if start < end or (start == end and content):
            yield Spliced(Hunk(start - at, end - at, content, hunk.codes), of)
