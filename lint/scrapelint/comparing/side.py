"""One of two versions of an article: what a comparison keeps of it."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.article import Article
from scrapelint.located import key_of
from scrapelint.scoring import Score, scored
from scrapelint.site import MAX_NAME_CHARS, host_of, site_or_place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapelint.finding import Finding
    from scrapelint.intake import Checked


class Known(NamedTuple):
    """A finding, by what tells it from others of its article."""

    code: str
    name: str
    content: str
    """A hash of the field and of what is marked, folded."""


class Version(NamedTuple):
    """An article as one side has it."""

    url: str
    """Its address in the form by which versions are joined; empty where it has none."""
    id: str
    """Its id likewise; of a file that is one article its place below what the user named."""
    name: str
    """What reports call it."""
    address: str
    """File and record."""
    site: str
    text: str
    score: Score
    findings: tuple[Known, ...]
    filename: str = ""
    record: int | None = None
    """Number of the record in its file, from 1; None where the file is one article."""
    fields: Mapping[str, Any] = {}
    """The known fields but the text, by our names; what JSON does not know as text."""

    @property
    def article(self) -> Article:
        """The article, as rules look at it; rows are counted from the start of its text."""
        return Article(self.text, id=self.id, filename=self.filename, record=self.record, fields=self.fields)


def version_of(checked: Checked, root: str) -> Version | None:
    """Return what is kept of an article that is below `root`; None where it could not be read or scored."""
    score = scored(checked)
    if score is None:
        return None
    article = checked.article
    name = article.get("url") or article.get("id") or article.address
    site = site_or_place(article)[:MAX_NAME_CHARS]
    return Version(
        url_key(article.get("url")), id_key(article, root), name, article.address, site, article.text, score,
        tuple(known_of(article, finding) for finding in checked.findings),
        article.filename, article.record, article.fields,
    )  # fmt: skip


def url_key(url: str) -> str:
    """Return an address without what two crawls write differently: scheme, `www.`, fragment, slash at the end."""
    url = url.strip().partition("#")[0]
    rest = url.partition("//")[2] or url
    host = rest.partition("/")[0].partition("?")[0]
    return (host_of(url) or host) + rest[len(host) :].rstrip("/")


def id_key(article: Article, root: str) -> str:
    """Return the id that a record has, or the place of a file of one article below the folder that the user named."""
    if named := article.get("id"):
        return named
    return os.path.relpath(article.filename, root) if article.record is None else ""


def known_of(article: Article, finding: Finding) -> Known:
    """Return what a comparison keeps of a finding in an article."""
    key = "\0".join(key_of(article, finding)).encode("utf-8", "surrogatepass")
    return Known(finding.code, finding.name, blake2b(key, digest_size=8).hexdigest())
