"""What a format is: all that the program knows of one kind of file, in one object.

Reading, mending, cleaning, restoring and the search for files go through it; nothing else names a kind of file.
A new one is a class in a module of its own in `readers.formats`, or of a package that names it under the entry
point `scrapelint.formats`.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, NamedTuple

from scrapelint.location import FIRST, Location
from scrapelint.readers.decoding import decoded
from scrapelint.readers.faults import binary, internal, is_of_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from scrapelint.intake import Intake
    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source
    from scrapelint.readers.syntax.parts import Part
    from scrapelint.readers.table import TableFormat

CHUNK_CHARS = 1 << 16
"""How much is read at once, in code points."""


class Piece(NamedTuple):
    """A part of a file as it is written."""

    written: str
    number: int | None = None
    """Number of the record in its file, from 1; None where the file is one record."""
    start: Location = FIRST
    is_record: bool = False
    fault: Intake | None = None
    """What is wrong with a part that cannot be read as a record."""
    is_joint: bool = False
    """True for what goes when a record beside it goes: what separates two of an array, the mark before a text."""
    context: Any = None
    """What the format has to know besides to read the record: the head of a table."""


class Record(NamedTuple):
    """A record that may not be parsed yet."""

    read: Callable[[], Intake]
    is_of_file: bool = False
    """True for what is wrong with the file: no sample leaves it out."""


class Format:
    """A kind of file that holds articles."""

    name: ClassVar[str]
    endings: ClassVar[tuple[str, ...]]
    """How names of such files end, in small letters, before that of a compression."""
    is_one_article: ClassVar[bool] = False
    """Whether such a file is one article, whose text is in it as it is."""
    stands_for: ClassVar[str] = ""
    """`file` for the format of files whose ending says nothing, `stream` for that of data sets without a name."""
    on_engines: ClassVar[str] = ""
    """The method by which engines for many machines read such files; empty where they do not."""
    companions: ClassVar[tuple[str, ...]] = ()
    """Names of files that lie beside such files and hold no articles."""
    cannot_clean: ClassVar[str] = "files of this kind are read by `check` only"
    """Why such files are not mended, where they are not."""

    def read(self, stream: BinaryIO, source: Source) -> Iterator[Intake]:
        """Yield the articles of a file, one in memory at a time; faults are articles that are not readable.

        Raises OSError or EOFError where it cannot be read on.
        """
        raise NotImplementedError

    def records(self, stream: BinaryIO, source: Source) -> Iterator[Record]:
        """Yield the same, each to be parsed when it is wanted; raises what `read` raises."""
        return map(ready, self.read(stream, source))


class TextFormat(Format):
    """A format that is text: its pieces, one after the other, are the file."""

    mends_fields: ClassVar[bool] = False
    """Whether fields besides the text can be mended."""
    has_one_a_piece: ClassVar[bool] = False
    """Whether each piece that is a record has exactly one article: then those that nobody wants are not parsed."""

    def pieces(self, stream: Decoded, source: Source) -> Iterator[Piece]:
        """Yield all of a file after its byte order mark, in order: records, and what comes between them."""
        raise NotImplementedError

    def articles(self, piece: Piece, source: Source) -> Iterator[Intake]:
        """Yield the articles of a piece that is a record; several where it has a list of them."""
        raise NotImplementedError

    def parts(self, piece: Piece, source: Source, index: int, field: str) -> Sequence[Part]:
        """Return where a field of the article of this index is in its piece, in order; nothing where it is not.

        A format that leaves this out is not mended.
        """
        raise NotImplementedError

    def rejected(self, piece: Piece) -> str:
        """Return a record that is dropped, as JSON on one line."""
        return json.dumps({"text": piece.written}, ensure_ascii=True)

    @property
    def is_mended(self) -> bool:
        """Whether files of this format can be mended."""
        return type(self).parts is not TextFormat.parts

    def read(self, stream: BinaryIO, source: Source) -> Iterator[Intake]:
        """Yield the articles of a file."""
        return (record.read() for record in self.records(stream, source))

    def records(self, stream: BinaryIO, source: Source) -> Iterator[Record]:
        """Yield the records of a file."""
        content = decoded(stream)
        try:
            for piece in all_pieces(self, content, source):
                yield from self._records(piece, source)
        finally:
            if not content.closed:  # whoever opened the stream closes it, and may have done so when a run is stopped
                content.detach()

    def _records(self, piece: Piece, source: Source) -> Iterator[Record]:
        if piece.fault:
            yield ready(piece.fault)
        elif piece.is_record and self.has_one_a_piece:
            yield Record(partial(_only, self, piece, source))
        elif piece.is_record:
            yield from map(ready, articles_of(self, piece, source))


class Table:
    """A file of columns that is being read."""

    schema: Any
    """As pyarrow has it."""
    inside_bytes: int = 0
    """How much its columns are when they are decompressed, as the file says it; 0 where it says nothing."""

    def batches(self, names: list[str] | None = None) -> Iterator[Any]:
        """Yield the rows in small record batches; of some columns, where they are named."""
        raise NotImplementedError

    def writer(self, out: BinaryIO) -> AbstractContextManager[Any]:
        """Return what writes record batches, by `write`, to a file like this one."""
        raise NotImplementedError


def ready(intake: Intake) -> Record:
    """Return a record that is read already."""
    return Record(lambda: intake, is_of_file(intake))


def articles_of(kind: TextFormat | TableFormat, piece: Piece, source: Source) -> Iterator[Intake]:
    """Yield the articles of a piece; where something unexpected is raised, that is told, and the next is read."""
    try:
        yield from kind.articles(piece, source)
    except Exception as error:  # noqa: BLE001  # one record never ends a file
        yield internal(source, error, piece.number)


def _only(kind: TextFormat, piece: Piece, source: Source) -> Intake:
    return next(articles_of(kind, piece, source))


def all_pieces(kind: TextFormat, stream: Decoded, source: Source) -> Iterator[Piece]:
    """Yield all of a file, in order; of one that is no text, bytes."""
    if stream.marked and stream.keeps_mark:
        yield Piece(stream.read(1), is_joint=kind.is_one_article)
    if stream.is_binary:
        yield Piece("", fault=binary(source))
        yield from rest(stream)
    else:
        yield from kind.pieces(stream, source)


def rest(stream: Decoded) -> Iterator[Piece]:
    """Yield all that has not been read of a stream."""
    return map(Piece, iter(partial(stream.read, CHUNK_CHARS), ""))


def rest_of_line(stream: Decoded) -> Iterator[Piece]:
    """Yield what has not been read of a line."""
    while part := stream.readline(CHUNK_CHARS):
        yield Piece(part)
        if part.endswith("\n"):
            return
