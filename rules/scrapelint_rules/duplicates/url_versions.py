"""DUP005 url-versions."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import (
    MAX_RELATED,
    BadCorpus,
    CorpusRule,
    Evidence,
    ExampleArticle,
    GoodCorpus,
    Json,
    Related,
    Severity,
    Verdict,
    address_of,
    host_of,
    key_of,
    regex,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Group

_NOISE = regex(r"(?:^|&)(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|yclid|igshid|amp|outputtype)(?:=[^&]*)?(?=&|$)")
_AMP = regex(r"/(?:amp/?)?$")

_A = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike."
_B = "The crews of the Larn ferries voted for a strike that is to begin on Monday, their union said."


class Version(NamedTuple):
    """The text that an article has under its address, and how a finding names the article."""

    text: int
    """Key of its words."""
    filename: str
    record: int | None
    id: str

    @property
    def address(self) -> Related:
        """How a finding names it."""
        return Related(self.filename, self.record, self.id)


class UrlVersions(CorpusRule[Version]):
    """One address with several texts: versions of an article, or an address that is not the article's.

    Compared without `https`, `www.`, AMP, tracking and the part after `#`.

    Why it matters: an article that was crawled twice is in the corpus in two states, and a live page or a
    front page in many.

    What to do: keep the last version; look at addresses with many.
    """

    code, name, severity = "DUP005", "url-versions", Severity.WARNING
    codec = Json(Version)
    examples = (
        BadCorpus(
            (ExampleArticle(_A, {"url": "https://larn.example/2024/ferries"}), ExampleArticle(_B, {"url": "https://larn.example/2024/ferries"})),
            (1, 2),
        ),
        BadCorpus(
            (ExampleArticle(_A, {"url": "http://www.larn.example/f/"}), ExampleArticle(_B, {"url": "https://larn.example/f?utm_source=x#top"})),
            (1, 2),
        ),
        BadCorpus(
            (ExampleArticle("罢工结束。", {"url": "https://larn.example/f/amp"}), ExampleArticle("罢工开始。", {"url": "https://larn.example/f"}),
             ExampleArticle(_A, {"url": "https://larn.example/g"})),
            (1, 2),
        ),
        GoodCorpus((ExampleArticle(_A, {"url": "https://larn.example/f?id=1"}), ExampleArticle(_B, {"url": "https://larn.example/f?id=2"})),
                     "the query tells them apart"),
        GoodCorpus((ExampleArticle(_A, {"url": "https://larn.example/f"}), ExampleArticle(_A, {"url": "https://larn.example/f"})),
                     "the same text, which is DUP001"),
        GoodCorpus((ExampleArticle(_A), ExampleArticle(_B)), "no addresses"),
    )  # fmt: skip

    def emit(self, doc: Document) -> Iterator[Evidence[Version]]:
        """Yield the address, with what the article is called and the key of its words."""
        address = canonical(doc.article.get("url"))
        if address:
            text = key_of("text", *(line.key for line in doc.lines if line.key))
            yield Evidence(key_of("url", address), Version(text, *address_of(doc.article)))

    def judge(self, group: Group[Version]) -> Iterator[Verdict]:
        """Yield a verdict on each article of an address with several texts."""
        versions = len({one.row.text for one in group.evidences})
        if versions < 2:
            return
        message = f"address with {versions} different texts"
        evidence = {"versions": versions, "articles": group.size}
        by_id = sorted((one.row for one in group.evidences), key=lambda row: (row.id, row.filename, row.record or 0))
        for one in group.evidences:
            others = (row.address for row in by_id if row.text != one.row.text)
            yield Verdict(one.article, message, 0.95, evidence, tuple(islice(others, MAX_RELATED)), field="url")


def canonical(url: str) -> str:
    """Return an address by which versions of one page find each other; empty for none, and for a home page."""
    host = host_of(url)
    path, _, query = url.partition("//")[2].partition("/")[2].partition("#")[0].partition("?")
    path = _AMP.sub("", "/" + path)
    query = _NOISE.sub("", query.lower()).strip("&")
    return f"{host}{path}?{query}" if host and (path or query) else ""
