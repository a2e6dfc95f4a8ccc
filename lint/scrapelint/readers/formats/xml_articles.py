"""XML of trafilatura, and TEI: articles in paragraphs, what the scraper said in attributes or a header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from scrapelint.location import Location
from scrapelint.readers.faults import broken, without_articles
from scrapelint.readers.format import Piece, TextFormat
from scrapelint.readers.formats.text import whole
from scrapelint.readers.records import intake
from scrapelint.readers.syntax import markup
from scrapelint.readers.syntax.parts import Part, Writing, in_row
from scrapelint.record import BETWEEN_PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.intake import Intake
    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source
    from scrapelint.readers.syntax.markup import Node

ARTICLES = {"doc": "main", "TEI": "body"}
"""Elements that are an article, and the element in each that holds its text."""
INLINE = frozenset(
    "hi ref del ins span i b em strong a emph name persName placeName orgName date num abbr foreign".split()
)
"""Elements inside of a paragraph; all others begin one and end one."""
NO_TEXT = frozenset("graphic figure comments note".split())
"""Elements whose text is none of the article's own."""
HEADER = {
    "title": "title",
    "author": "author",
    "publisher": "site",
    "date": "date",
    "ptr": "url",
    "language": "language",
}
"""Our fields by the elements of a TEI header that say them first."""
ATTRIBUTES = {"source": "url", "sitename": "site", "excerpt": "summary"}
"""Our fields by the attributes of trafilatura that have another name than the fields of its JSON."""


class XmlArticles(TextFormat):
    """The articles of a file; fixes go into its paragraphs, markup is never touched."""

    name: ClassVar[str] = "xml"
    endings: ClassVar[tuple[str, ...]] = (".xml",)

    def pieces(self, stream: Decoded, source: Source) -> Iterator[Piece]:
        """Yield the file in one piece."""
        return whole(stream, source)

    def articles(self, piece: Piece, source: Source) -> Iterator[Intake]:
        """Yield the articles of a file; a fault where it is no XML, or has none."""
        try:
            found = _found(piece.written)
        except markup.MarkupError as error:
            row, column = error.place
            place = Location(row, column, _offset(piece, row, column))
            yield broken(source, None, place, str(error), "XML")
            return
        if not found:
            root = next((node.name for node in markup.nodes(piece.written) if node.kind != "text"), "")
            yield without_articles(source, piece.start, root)
        for number, one in enumerate(found, 1):
            yield _intake(one, piece, source, number if len(found) > 1 else None)

    def parts(self, piece: Piece, source: Source, index: int, field: str) -> Sequence[Part]:  # noqa: ARG002
        """Return the paragraphs of an article."""
        if field != "text":
            return []
        at, parts = 0, list[Part]()
        for paragraph in _found(piece.written)[index].paragraphs:
            parts += [part._replace(at=part.at + at) for part in in_row(paragraph, piece.written, "")]
            last = parts[-1]
            at = last.at + last.writing.size(piece.written[last.start : last.end]) + len(BETWEEN_PARAGRAPHS)
        return parts


Paragraph = list[tuple[int, int, Writing]]
"""Where the text of a paragraph is, part by part."""


class _Article(NamedTuple):
    start: int
    known: dict[str, str]
    """What the scraper said, by our names."""
    paragraphs: list[Paragraph]


def _found(written: str) -> list[_Article]:
    markup.check(written)
    articles: list[_Article] = []
    reader = _Reader(written)
    for node in markup.nodes(written):
        reader.take(node, articles)
    return [article for article in articles if article.start in reader.with_text]


class _Reader:
    """Collects the articles of a file, tag by tag."""

    def __init__(self, written: str) -> None:
        self._written = written
        self._open: list[str] = []
        self._paragraph: Paragraph = []
        self._of: tuple[str, _Article] | None = None
        """The element that is the article, and the article."""
        self.with_text: set[int] = set()
        """Where the articles start that have the element for the text; other programs have a `<doc>` too."""

    def take(self, node: Node, articles: list[_Article]) -> None:
        """Take a tag or a text."""
        if node.kind == "text":
            self._text(node)
            return
        if node.name not in INLINE:
            self._end_paragraph()
        if node.kind == "start" and self._of is None and node.name in ARTICLES:
            self._of = node.name, _Article(node.start, _said(node), [])
            articles.append(self._of[1])
        if self._of and node.name == ARTICLES[self._of[0]]:
            self.with_text.add(self._of[1].start)
        if node.kind == "start":
            self._open.append(node.name)
        elif node.kind == "end":
            self._open.pop()
            if self._of and node.name == self._of[0] and node.name not in self._open:
                self._of = None
        if self._of and node.name == "ptr" and "teiHeader" in self._open:
            self._of[1].known.setdefault("url", node.attributes.get("target", ""))

    def _text(self, node: Node) -> None:
        if not self._of:
            return
        name, article = self._of
        if "teiHeader" in self._open:
            self._header(article, node)
        elif ARTICLES[name] in self._open and NO_TEXT.isdisjoint(self._open):
            self._paragraph.append((node.start, node.end, markup.writing(is_raw=node.is_raw)))

    def _header(self, article: _Article, node: Node) -> None:
        said = markup.value(self._written[node.start : node.end], is_raw=node.is_raw).strip()
        field = HEADER.get(self._open[-1])
        if said and field:
            article.known.setdefault(field, said)

    def _end_paragraph(self) -> None:
        paragraph = _stripped(self._paragraph, self._written)
        if paragraph and self._of:
            self._of[1].paragraphs.append(paragraph)
        self._paragraph = []


def _said(node: Node) -> dict[str, str]:
    return {ATTRIBUTES.get(name, name): said for name, said in node.attributes.items() if ":" not in name}


def _stripped(paragraph: Paragraph, written: str) -> Paragraph:
    """Return a paragraph without the white space around it; nothing where there is nothing else."""
    parts = [part for part in paragraph if part[0] < part[1]]
    while parts and written[parts[0][0] : parts[0][1]].isspace():
        parts = parts[1:]
    while parts and written[parts[-1][0] : parts[-1][1]].isspace():
        parts = parts[:-1]
    if not parts:
        return []
    start, end, how = parts[0]
    parts[0] = (end - len(written[start:end].lstrip()), end, how)
    start, end, how = parts[-1]
    return [*parts[:-1], (start, start + len(written[start:end].rstrip()), how)]


def _intake(one: _Article, piece: Piece, source: Source, number: int | None) -> Intake:
    texts = [
        "".join(
            markup.value(piece.written[start:end], is_raw=how == markup.writing(is_raw=True))
            for start, end, how in part
        )
        for part in one.paragraphs
    ]
    record: dict[str, Any] = {**one.known, source.names["text"][0]: BETWEEN_PARAGRAPHS.join(texts)}
    row = piece.start.row + piece.written.count("\n", 0, one.start)
    found = intake(record, source, number, piece.start._replace(row=row), piece.written)
    article = found.article
    return (
        found
        if number or not found.readable
        else found._replace(article=article._replace(id=article.id or source.filename))
    )


def _offset(piece: Piece, row: int, column: int) -> int:
    lines = piece.written.split("\n")[: row - 1]
    return piece.start.offset + sum(len(line) + 1 for line in lines) + column - 1
