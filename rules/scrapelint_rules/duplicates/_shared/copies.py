"""Which articles are copies of each other, whole or in part."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from scrapelint.plugin import Evidence, Relation, Span, key_of, site_of
from scrapelint_rules.duplicates._shared.pairs import Pair, Shared, pair_of
from scrapelint_rules.duplicates._shared.passages import passages
from scrapelint_rules.duplicates._shared.profile import Profile, profile_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.plugin import Document, Group

MAX_PAIRED = 8
"""Articles that share one passage and are all compared with each other; of more, each with the first HUBS only.

So the work grows with the number of articles, not with its square, and what all pages of a site have in common is
no sign of a copy."""
HUBS = 4

_SITE_MASK = 0xFFFF_FFFF
"""Of the key of a site; it is written with each fingerprint, so it is short."""
_OWN = "#"
"""Before a profile: it then comes before what is said about pairs, which are lists."""


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
    """The most articles that one shared passage, or the whole text, stands in."""

    @property
    def is_whole(self) -> bool:
        """Whether the one is all or nearly all of the other."""
        return self.exact or max(self.share, self.other_share) >= WHOLE_SHARE


WHOLE_SHARE = 0.6
"""Share of the shorter article from which it is a copy as a whole. An edited word breaks five fingerprints: with one
word in ten changed .59 of them are left."""


class Copies(Relation):
    """Pairs of articles that share passages, each with what is known of both."""

    name: ClassVar[str] = "copies"
    # Goes up with the models of zones too: they tell which lines are compared.
    version: ClassVar[int] = 4
    stages: ClassVar[int] = 3

    def emit(self, doc: Document) -> list[Evidence]:
        """Return the fingerprints of an article, one of its whole text, and its profile."""
        text, found = passages(doc)
        if not text:
            return []
        site = key_of("site", name) & _SITE_MASK if (name := site_of(doc.article)) else 0
        behind = f"{found.size} {found.step} {site}"
        return [
            Evidence(text, f"-1 {behind}"),
            *[Evidence(key, f"{place} {behind}") for key, place in found.found.items()],
            Evidence(doc.number, _OWN + json.dumps(profile_of(doc, text, found.lines)), stage=2),
        ]

    def join(self, stage: int, group: Group) -> Iterable[Evidence]:
        """Yield pairs of what shares a passage; then those that share enough; then to each the other's profile."""
        return (_pairs, _judged, _introduced)[stage](group)


def copies_in(group: Group) -> tuple[Profile | None, list[Copy]]:
    """Return an article and its copies, in the order of their ids, from the evidence that rules judge."""
    own, found = None, []
    for evidence in group.evidences:
        if evidence.data.startswith(_OWN):
            own = Profile(*json.loads(evidence.data[1:]))
        else:
            profile, share, other_share, exact, passage, size = json.loads(evidence.data)
            span = Span(*passage) if passage else None
            found.append(Copy(Profile(*profile), share, other_share, exact, span, size))
    return own, sorted(found, key=lambda copy: (copy.other.id, copy.other.filename, copy.other.record or 0))


def _pairs(group: Group) -> Iterator[Evidence]:
    shared = [(evidence.article, f"{evidence.article} {evidence.data}") for evidence in group.evidences]
    hubs = len(shared) if group.size <= MAX_PAIRED else HUBS
    for number, (one, first) in enumerate(shared[:hubs]):
        for other, second in shared[number + 1 :]:
            if one != other:
                yield Evidence(key_of(str(one), str(other)), f"{group.size} {first} {second}", stage=1, article=one)


def _judged(group: Group) -> Iterator[Evidence]:
    pair = pair_of([_met(evidence.data) for evidence in group.evidences], MAX_PAIRED)
    if pair:
        yield Evidence(pair.one, json.dumps(_seen(pair, pair.other)), stage=2, article=pair.one)
        yield Evidence(pair.other, json.dumps(_seen(pair, pair.one)), stage=2, article=pair.other)


def _met(written: str) -> tuple[Shared, Shared, int]:
    """Return a fingerprint in two articles, and how many have it, from what `_pairs` wrote."""
    size, *values = map(int, written.split())
    half = len(values) // 2
    return Shared(*values[:half]), Shared(*values[half:]), size


def _seen(pair: Pair, by: int) -> list[object]:
    """Return a pair as one of both has to tell it to the other: to whom, and what that one sees."""
    shares = pair.shares if by == pair.one else pair.shares[::-1]
    passage = pair.passages[by != pair.one] if pair.passages else None
    return [by, *shares, pair.exact, passage, pair.group]


def _introduced(group: Group) -> Iterator[Evidence]:
    own = next((e.data for e in group.evidences if e.data.startswith(_OWN)), None)
    if own is None or group.size == 1:
        return
    yield Evidence(group.key, own, stage=3, article=group.key)
    for evidence in _told(group.evidences):
        to, *seen = json.loads(evidence.data)
        yield Evidence(to, json.dumps([json.loads(own[1:]), *seen]), stage=3, article=group.key)


def _told(evidences: Sequence[Evidence]) -> Iterator[Evidence]:
    return (evidence for evidence in evidences if not evidence.data.startswith(_OWN))
