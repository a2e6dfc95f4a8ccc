"""What mending did to a text, in places of the text as it was."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.finding import Edit


class Hunk(NamedTuple):
    """The code points from `start` to `end` of the original were replaced by `content`."""

    start: int
    end: int
    content: str = ""
    codes: tuple[str, ...] = ()
    """The rules that asked for it, in code order."""


class Change(NamedTuple):
    """An edit that is made, and the rules that asked for it."""

    edit: Edit
    codes: tuple[str, ...] = ()


class _Piece(NamedTuple):
    """A part of the text as it is now: kept from the original, or new."""

    start: int
    end: int
    content: str | None = None
    """None where the part is kept."""
    codes: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        return self.end - self.start if self.content is None else len(self.content)

    def split(self, at: int) -> tuple[_Piece, _Piece]:
        """Return what comes before and after a place in the part."""
        if self.content is None:
            return _Piece(self.start, self.start + at), _Piece(self.start + at, self.end)
        return _Piece(0, 0, self.content[:at], self.codes), _Piece(0, 0, self.content[at:], self.codes)


def patched(text: str, hunks: Iterable[Hunk | Edit]) -> str:
    """Return the text with these hunks or edits, which have to be in order and apart."""
    parts: list[str] = []
    at = 0
    for start, end, content, *_ in hunks:
        parts += (text[at:start], content)
        at = end
    return "".join([*parts, text[at:]])


def composed(text: str, hunks: Iterable[Hunk], changes: Iterable[Change]) -> list[Hunk]:
    """Return the hunks that do at once what `hunks` and then `changes` do.

    The places of the changes are those of the text after the hunks; both have to be in order and
    apart. Linear in both.
    """
    pieces = deque(_pieces(len(text), hunks))
    return [h for h in _joined(len(text), _changed(pieces, changes)) if text[h.start : h.end] != h.content]


def _pieces(size: int, hunks: Iterable[Hunk]) -> Iterator[_Piece]:
    at = 0
    for hunk in hunks:
        yield _Piece(at, hunk.start)
        yield _Piece(0, 0, hunk.content, hunk.codes)
        at = hunk.end
    yield _Piece(at, size)


def _changed(pieces: deque[_Piece], changes: Iterable[Change]) -> Iterator[_Piece]:
    at = 0
    for (start, end, content), codes in changes:
        while pieces and at + pieces[0].size <= start:
            at += pieces[0].size
            yield pieces.popleft()
        if at < start:
            before, pieces[0] = pieces[0].split(start - at)
            at = start
            yield before
        gone = set(codes)
        while pieces and at + pieces[0].size <= end:
            at += pieces[0].size
            gone.update(pieces.popleft().codes)
        if at < end:
            cut, pieces[0] = pieces[0].split(end - at)
            at = end
            gone.update(cut.codes)
        yield _Piece(0, 0, content, tuple(sorted(gone)))
    yield from pieces


def _joined(size: int, pieces: Iterable[_Piece]) -> Iterator[Hunk]:
    """Yield what comes between the parts that are kept."""
    at, new = 0, list[_Piece]()
    for piece in [*pieces, _Piece(size, size)]:
        if piece.content is not None:
            new.append(piece)
        elif piece.size or piece.start == size:
            if piece.start > at or new:
                codes = {code for one in new for code in one.codes}
                yield Hunk(at, piece.start, "".join(one.content or "" for one in new), tuple(sorted(codes)))
            at, new = piece.end, []
