"""A text file: one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from scrapelint.article import Article
from scrapelint.intake import Intake
from scrapelint.location import Location
from scrapelint.readers.faults import data_as_text, oversized, undecodable
from scrapelint.readers.format import Piece, TextFormat, rest
from scrapelint.readers.source import STDIN
from scrapelint.readers.syntax.disguised import disguised
from scrapelint.readers.syntax.parts import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source


class Text(TextFormat):
    """All of a file as one article; an empty file is an empty article."""

    name: ClassVar[str] = "text"
    endings: ClassVar[tuple[str, ...]] = (".txt", ".text")
    is_one_article: ClassVar[bool] = True
    stands_for: ClassVar[str] = "file"

    def pieces(self, stream: Decoded, source: Source) -> Iterator[Piece]:
        """Yield the file in one piece; the rest of one that is too large in several."""
        return (_told(piece, source) for piece in whole(stream, source))

    def articles(self, piece: Piece, source: Source) -> Iterator[Intake]:
        """Yield the article."""
        article = Article(
            piece.written, id=source.filename, filename=source.filename, start=piece.start, path=source.path
        )
        yield Intake(article, undecodable(article))

    def parts(self, piece: Piece, source: Source, index: int, field: str) -> Sequence[Part]:  # noqa: ARG002
        """Return the file."""
        return [Part(0, len(piece.written))] if field == "text" else []


def _told(piece: Piece, source: Source) -> Piece:
    """Return a piece with the fault that it is no text, where it is none; of one that is too large its lines tell."""
    written = piece.written.rpartition("\n")[0] if piece.fault else piece.written if piece.is_record else ""
    what = disguised(written, is_named=source.filename != STDIN)
    return piece._replace(is_record=False, fault=data_as_text(source, what)) if what else piece


def whole(stream: Decoded, source: Source) -> Iterator[Piece]:
    """Yield a file in one piece; of one that is too large the fault, and the rest as it is."""
    written = stream.read(source.max_record_chars + 1)
    start = Location(1, 1, int(stream.marked))
    if len(written) > source.max_record_chars:
        yield Piece(written, fault=oversized(source, None, start))
        yield from rest(stream)
    else:
        yield Piece(written, None, start, is_record=True)
