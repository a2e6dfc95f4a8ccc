"""Links to other stories at the end of a paragraph: a heading and headlines, parted by two spaces or more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import LinePattern, ends_sentence, regex
from scrapelint_rules.navigation._shared.shapes import could_be_headline, is_single_headline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Document, Line

_HEADINGS = (
    "Related News", "Related Articles", "Related Stories", "Related Posts", "Related Topics", "Read Also", "Also Read",
    "You May Also Like", "Recommended Stories", "More Stories", "Lesen Sie auch", "Mehr zum Thema", "Auch interessant",
    "À lire aussi", "Lire aussi", "Articles liés", "Sur le même sujet", "Noticias relacionadas", "Artículos relacionados",
    "Lea también", "Te puede interesar", "Notícias relacionadas", "Leia também", "Leia mais", "Articoli correlati",
    "Leggi anche", "Lees ook", "Gerelateerde artikelen", "Läs också", "Læs også", "Les også", "Czytaj także",
    "Zobacz również", "Přečtěte si také", "Citește și", "Olvassa el", "Διαβάστε επίσης", "Читайте также", "Читайте також",
    "İlgili Haberler", "Berita Terkait", "Baca Juga", "Tin liên quan", "Bài liên quan", "اقرأ أيضا", "اقرأ أيضاً", "مواضيع ذات صلة", "روابط ذات علاقة", "روابط ذات صلة",
    "संबंधित खबरें", "यह भी पढ़ें", "আরও পড়ুন", "関連記事", "관련기사", "相关阅读", "相关新闻", "相關新聞",
)  # fmt: skip
"""Headings that only are over links to other stories."""
MAX_CHARS = 1200
"""Longest run of headlines, in code points; a page has some three of them in such a place."""
MIN_HEADLINES = 2
"""Headlines that tell a heading from a cell of a table, where no sentence ends before it."""
MIN_SPACES = 2
"""Spaces of the shortest headline."""

PATTERN = LinePattern(
    rf"(?:^|(?<=\s\s))(?P>heading)\s?[:：]?(?:\s{{2,}}\S.{{10,{MAX_CHARS}}}|\s*)$",
    tuple(heading.lower() for heading in _HEADINGS),
    words={"heading": tuple(dict.fromkeys(form for one in _HEADINGS for form in (one, one.upper(), one.capitalize())))},
)
_DASHES = "-–—"
_GAP = regex(r"\s{2,}")


class Trailing(NamedTuple):
    """Links to other stories at the end of a line."""

    line: Line
    start: int
    """Offset of the heading in the text."""
    headlines: Sequence[str]


def trailing(doc: Document) -> Iterator[Trailing]:
    """Yield the links at the ends of lines, where all after the heading are headlines.

    A text that has lost its line breaks has no ends. After the end of a sentence the heading may stand alone.
    """
    if doc.is_flat:
        return
    for line, match in doc.matches(PATTERN):
        before, headlines = line.text[: match.start()], _headlines(match.group())
        closed = match.start() > 0 and ends_sentence(before)
        if (closed or len(headlines) >= MIN_HEADLINES) and all(map(_is_headline, headlines)):
            yield Trailing(line, line.start + match.start(), headlines)


def _headlines(text: str) -> Sequence[str]:
    """Return what follows a heading, parted at its gaps; a piece in small letters or after a dash goes on the one before."""
    found: list[str] = []
    for piece in _GAP.split(text.replace("\u00a0", " ").strip())[1:]:
        if found and (piece[0].islower() or piece[0] in _DASHES or found[-1][-1] in _DASHES):
            found[-1] += " " + piece
        else:
            found.append(piece)
    return found


def _is_headline(text: str) -> bool:
    return could_be_headline(text) and is_single_headline(text, MIN_SPACES)
