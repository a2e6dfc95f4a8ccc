"""Text that many articles of one site share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from scrapelint.plugin import (
    CorpusRule,
    Evidence,
    Integers,
    Setting,
    Span,
    Verdict,
    key_of,
    letters_and_digits,
    numberless,
    regex,
    removal,
    site_of,
    site_or_place,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.plugin import Document, Finding, Group, Line


_PLACE = regex(r"\s*[^\W\d_]+(?:[ -][^\W\d_]+){0,3}\s?\.\s*")
"""A place that opens a story whose line breaks are lost, as a sentence of its own: "LARN. The ferry ..."."""


class SharedLine(NamedTuple):
    """A line of an article that others of its site may have."""

    start: int
    end: int
    is_place: bool
    """Whether its site is only the place where it is stored."""
    text: int
    """By which texts are told apart: articles that are copies of each other have the same."""


class SharedRule(CorpusRule[SharedLine]):
    """A rule on lines that many articles of one site have, digits left aside."""

    version = 2
    fix = "unsafe"
    codec = Integers(SharedLine)
    kind = ""
    """What keys of the rule begin with."""
    what = ""
    """What the message calls the line."""
    confidence: float
    """Precision on the labelled pages of the eight sites that have five or more of them."""
    min_articles = Setting(5, "articles of one site, with different texts, that have the line", minimum=2)
    min_share = Setting(0.02, "of all articles of the site, from 0 to 1", minimum=0, maximum=1)
    min_place_share = Setting(0.2, "the same of a file or folder, where no site is known", minimum=0, maximum=1)

    def lines(self, doc: Document) -> Iterable[Line]:
        """Return the lines of an article that may be shared."""
        raise NotImplementedError

    def emit(self, doc: Document) -> Iterator[Evidence[SharedLine]]:
        """Yield each different line of an article."""
        site, count_key, longest = doc.once(_known)
        if not longest:
            return
        title = letters_and_digits(doc.article.get("title") or "")
        found: dict[str, Line] = {}
        for line in self.lines(doc):
            if doc.stands_alone(line) and not _is_dateline(doc, line) and not _is_title(line, title):
                found.setdefault(numberless(line.key), line)
        is_place = not site_of(doc.article)
        for key, line in found.items():
            text = crc32(longest[0 if line.key == longest[-1] else -1].encode("utf-8", "surrogatepass"))
            yield Evidence(key_of(self.kind, site, key), SharedLine(*line.span, is_place, text), count_key)

    def tally(self, doc: Document) -> Iterator[int]:
        """Yield the site, whose articles are counted."""
        _, count_key, _ = doc.once(_known)
        yield count_key

    def judge(self, group: Group[SharedLine]) -> Iterator[Verdict]:
        """Yield a verdict for each article with the line, where they are many and not copies of each other."""
        first = group.evidences[0]
        total = first.total
        different = len({one.row.text for one in group.evidences})
        least = self.min_place_share if first.row.is_place else self.min_share
        if different < self.min_articles or group.size < least * total:
            return
        evidence: dict[str, Any] = {"articles": group.size, "of": total}
        if group.size > len(group.evidences):
            evidence["reported"] = len(group.evidences)
        message = f"{self.what} appears in {group.size:,} of {total:,} articles"
        for one in group.evidences:
            yield Verdict(one.article, message, self.confidence, evidence, span=Span(one.row.start, one.row.end))

    def report(self, doc: Document, verdict: Verdict) -> Finding:
        """Return the finding, with the site's name and the edit that takes the line out."""
        span = verdict.span or Span(0, 0)
        named = verdict._replace(message=f"{verdict.message} from {site_or_place(doc.article)}")
        return self.stated(doc, named, edits=[removal(doc.text, *span)])


def _is_title(line: Line, title: str) -> bool:
    """Tell whether a line is the article's own title, with the site's name or without: the site's other articles link to it."""
    words = letters_and_digits(line.key) if title else ""
    return bool(words) and title.startswith(words) and len(title) <= 2 * len(words)


def _is_dateline(doc: Document, line: Line) -> bool:
    """Tell whether a line opens a story with its place, or with day and agency, as a wire does day after day from one place."""
    if doc.is_flat and line.index == 0 and line.text.isupper() and _PLACE.fullmatch(line.text):
        return True
    if numberless(line.key) == line.key:
        return False
    return any(found.role == "dateline" and found.span.start in range(*line.span) for found in doc.dates)


def _known(doc: Document) -> tuple[str, int, list[str]]:
    """Return the site of an article, its key, and the two longest of its lines, which tell it from others."""
    site = site_or_place(doc.article)
    return site, key_of("site", site), sorted({line.key for line in doc.lines}, key=len)[-2:]
