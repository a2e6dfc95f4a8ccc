"""Which articles are copies of each other, whole or in part."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from scrapelint.plugin import Evidence, Integers, Json, OneOf, Relation, Span, key_of, site_of
from scrapelint_rules.duplicates._shared.pairs import WHOLE_TEXT, Extent, Meeting, Pair, Passage, PassageCodec, pair_of
from scrapelint_rules.duplicates._shared.passages import passages
from scrapelint_rules.duplicates._shared.profile import Profile, profile_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from scrapelint.plugin import Codec, Document, Group

MAX_PAIRED = 8
"""Articles that share one passage and are all compared with each other; of more, each with the first HUBS only.

So the work grows with the number of articles, not with its square, and what all pages of a site have in common is
no sign of a copy."""
HUBS = 4
"""Articles with which each one of a larger group is compared."""

_SITE_MASK = 0xFFFF_FFFF
"""Of the key of a site; it is written with each fingerprint, so it is short."""

WHOLE_SHARE = 0.6
"""Share of the shorter article from which it is a copy as a whole. An edited word breaks five fingerprints: with one
word in ten changed .59 of them are left."""


class Stage(IntEnum):
    """What comes together under a key, from stage to stage; the rules judge the last."""

    PASSAGES = 0
    """The articles that have a passage, or all words; the key is that of the passage."""
    PAIRS = 1
    """The passages that two articles share; the key is that of the two."""
    INTRODUCTIONS = 2
    """An article, and the articles that it is a copy of; the key is its number."""
    COPIES = 3
    """An article, and its copies; the key is its number."""


class Introduction(NamedTuple):
    """That an article is a copy of another, as that other one will see it."""

    to: int
    share: float
    """Of the other's text."""
    other_share: float
    """Of the own text."""
    exact: bool
    passage: tuple[int, int] | None
    """In the other's text."""
    group: int


class Copy(NamedTuple):
    """Another article that shares text with one."""

    other: Profile
    share: float
    """Of the own text, from 0 to 1."""
    other_share: float
    exact: bool
    """True where all words are the same."""
    passage: Span | None
    """The longest passage that both have: first and last fingerprint, by number of their first words."""
    group: int
    """The most articles that one shared passage, or the whole text, is in."""

    @classmethod
    def read(cls, *values: Any) -> Copy:
        """Return the copy of which these are the values, profile and passage as lists."""
        copy = cls(*values)
        return copy._replace(other=Profile(*copy.other), passage=Span(*copy.passage) if copy.passage else None)

    @property
    def is_whole(self) -> bool:
        """Whether the one is all or nearly all of the other."""
        return self.exact or max(self.share, self.other_share) >= WHOLE_SHARE


_OWN = "#"
"""Before a profile: it then comes before what is said about pairs, which are lists."""


class Copies(Relation):
    """Pairs of articles that share passages, each with what is known of both."""

    name: ClassVar[str] = "copies"
    # Goes up with the models of zones too: they tell which lines are compared.
    version: ClassVar[int] = 4
    codecs: ClassVar[Mapping[int, Codec[Any]]] = {
        Stage.PASSAGES: PassageCodec(),
        Stage.PAIRS: Integers(Meeting),
        Stage.INTRODUCTIONS: OneOf[Profile | Introduction]({_OWN: Json(Profile), "": Json(Introduction)}),
        Stage.COPIES: OneOf[Profile | Copy]({_OWN: Json(Profile), "": Json(Copy, Copy.read)}),
    }

    def emit(self, doc: Document) -> list[Evidence[Any]]:
        """Return the fingerprints of an article, one of its whole text, and its profile."""
        text, found = passages(doc)
        if not text:
            return []
        site = key_of("site", name) & _SITE_MASK if (name := site_of(doc.article)) else 0
        extent = Extent(found.size, found.step, site)
        return [
            Evidence(text, Passage(WHOLE_TEXT, extent)),
            *[Evidence(key, Passage(place, extent)) for key, place in found.found.items()],
            Evidence(doc.number, profile_of(doc, text, found.lines), stage=Stage.INTRODUCTIONS),
        ]

    def join(self, stage: int, group: Group[Any]) -> Iterable[Evidence[Any]]:
        """Yield pairs of what shares a passage; then those that share enough; then to each the other's profile."""
        joins: Mapping[int, Callable[[Group[Any]], Iterable[Evidence[Any]]]] = {
            Stage.PASSAGES: _pairs, Stage.PAIRS: _introductions, Stage.INTRODUCTIONS: _copies,
        }  # fmt: skip
        return joins[stage](group)


def copies_in(group: Group[Profile | Copy]) -> tuple[Profile | None, list[Copy]]:
    """Return an article and its copies, in the order of their ids, from the evidence that rules judge."""
    own = next((one.row for one in group.evidences if isinstance(one.row, Profile)), None)
    found = [one.row for one in group.evidences if isinstance(one.row, Copy)]
    return own, sorted(found, key=lambda copy: (copy.other.id, copy.other.filename, copy.other.record or 0))


def _pairs(group: Group[Passage]) -> Iterator[Evidence[Meeting]]:
    hubs = len(group.evidences) if group.size <= MAX_PAIRED else HUBS
    for number, one in enumerate(group.evidences[:hubs]):
        for other in group.evidences[number + 1 :]:
            if one.article != other.article:
                meeting = Meeting.of(group.size, one.article, one.row, other.article, other.row)
                key = key_of(str(one.article), str(other.article))
                yield Evidence(key, meeting, stage=Stage.PAIRS, article=one.article)


def _introductions(group: Group[Meeting]) -> Iterator[Evidence[Introduction]]:
    pair = pair_of([one.row for one in group.evidences], MAX_PAIRED)
    if pair:
        for article, introduction in (
            (pair.one, Introduction(pair.other, *pair.shares[::-1], pair.exact, _passage(pair, 1), pair.group)),
            (pair.other, Introduction(pair.one, *pair.shares, pair.exact, _passage(pair, 0), pair.group)),
        ):
            yield Evidence(article, introduction, stage=Stage.INTRODUCTIONS, article=article)


def _passage(pair: Pair, side: int) -> tuple[int, int] | None:
    return pair.passages[side] if pair.passages else None


def _copies(group: Group[Profile | Introduction]) -> Iterator[Evidence[Profile | Copy]]:
    own = next((one.row for one in group.evidences if isinstance(one.row, Profile)), None)
    if own is None or group.size == 1:
        return
    yield Evidence(group.key, own, stage=Stage.COPIES, article=group.key)
    for row in (one.row for one in group.evidences if isinstance(one.row, Introduction)):
        span = Span(*row.passage) if row.passage else None
        copy = Copy(own, row.share, row.other_share, row.exact, span, row.group)
        yield Evidence(row.to, copy, stage=Stage.COPIES, article=group.key)
