"""What rules across articles note, group and decide: plain values that travel between processes and machines."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from scrapelint.finding import Related, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from scrapelint.article import Article

R = TypeVar("R")

MAX_GROUP = 1000
"""Evidences under one key that are judged, those of the smallest article numbers; `Group.size` counts all.

A line on a million pages then costs as much as one on a thousand, and which are judged depends neither on the
order of the input nor on its sharding.
"""

MAX_RELATED = 10
"""Articles that a finding names; its evidence tells how many there are."""

NUMBER_BYTES = 8
"""Length of a key, and of an article's number."""

_REST_BITS = 20
"""Last bits of an article's number, made of the rest of its address and its text; the others are made of its id."""


class Evidence(NamedTuple, Generic[R]):
    """What a rule notes about one article under one key."""

    key: int
    """Signed, 64 bits: `key_of` makes one of words."""
    row: R
    """What else the rule wants to know when it judges; its codec writes it."""
    count_key: int = 0
    """Key of the count that belongs to it, as `tally` yields it: of all articles of the site, say; 0 for none."""
    stage: int = 0
    """The stage of a Relation that it is for."""
    article: int = 0
    """Number of the article; the runner knows it while a rule looks at one."""
    total: int = 0
    """How many articles were counted under `count_key`; only known when the evidence is judged."""


class Group(NamedTuple, Generic[R]):
    """All evidences under one key, two or more in the first stage, ordered by article and by their rows as written."""

    key: int
    evidences: Sequence[Evidence[R]]
    """At most MAX_GROUP."""
    size: int
    """How many there are, those left out included."""


class Verdict(NamedTuple):
    """What a rule across articles decided about one article."""

    article: int
    message: str
    confidence: float
    evidence: Mapping[str, Any] = {}
    related: tuple[Related, ...] = ()
    span: Span | None = None
    """What is reported in the text; None where the finding is about the article as a whole."""
    passage: Span | None = None
    """What is shown of the text beside the finding."""
    field: str = "text"
    at_most: Severity = Severity.ERROR

    def written(self) -> str:
        """Return all but the article as JSON."""
        return json.dumps([*self[1:-1], int(self.at_most)], sort_keys=True)

    @classmethod
    def read(cls, article: int, written: str) -> Verdict:
        """Return the verdict that `written` made."""
        message, confidence, evidence, related, span, passage, field, severity = json.loads(written)
        found = tuple(Related(*address) for address in related)
        shown, quoted = (Span(*pair) if pair else None for pair in (span, passage))
        return cls(article, message, confidence, evidence, found, shown, quoted, field, Severity(severity))


def key_of(*parts: str) -> int:
    """Return a key made of words: the same everywhere, signed, 64 bits."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(_digest()(joined, digest_size=NUMBER_BYTES).digest(), "big", signed=True)


def number_of(article: Article) -> int:
    """Return the number by which an article is known across files and machines, signed, 64 bits.

    Articles are ordered by it: first by what their ids give, so that the order does not depend on the files that
    they are in. Two records with the same address and the same text are one article.
    """
    rest = key_of(article.filename, str(article.record or ""), article.id, article.text) & ((1 << _REST_BITS) - 1)
    own = article.filename if article.id == str(article.record) else ""
    return key_of(own, article.id) >> _REST_BITS << _REST_BITS | rest


def address_of(article: Article) -> Related:
    """Return how another finding names an article."""
    return Related(article.filename, article.record, article.id or article.filename)


@cache
def _digest() -> Callable[..., Any]:
    from hashlib import blake2b

    return blake2b
