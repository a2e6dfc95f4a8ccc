"""Whether two articles that share passages share enough of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

MIN_SHARED = 5
"""Fingerprints that two articles have to share; fewer are a quotation or a notice that both print."""
MIN_SHARE = 0.17
"""Least shared part of the shorter article. Reports of one agency for two outlets share a third and more. Among 1,364
pages of some 500 sites, the different articles that reach it are dumps of whole pages, but for one pair."""
MIN_SHARE_OF_SITE = 0.35
"""The same for two articles of one site: it prints the same notices, and its own background again."""
MIN_COMMON_SHARE = 0.6
"""The same where every passage is in many articles, as all pages of a site have their notices."""


MIN_OWN_WORDS = 40
"""What two articles share only at their ends is a notice, where each begins with so many words of its own ..."""
END_WORDS = 40
"""... and what is shared goes on to the end of both, or so near to it ..."""
MIN_END_SHARE = 0.75
"""... with so much of the fingerprints from its start to there."""
OWN_STEPS, END_STEPS = 6, 4
"""The first two in steps between two fingerprints: of a long article few are kept, and bounds have to be wider."""


WHOLE_TEXT = -1
"""In place of a word, for the key of all words."""


class Extent(NamedTuple):
    """What the fingerprints of an article are taken from."""

    size: int
    """How many there are before some are chosen."""
    step: int
    """One of so many is chosen."""
    site: int
    """Key of the site; 0 where it is not known."""


class Passage(NamedTuple):
    """A fingerprint in one article."""

    place: int
    """Number of its first word, or WHOLE_TEXT."""
    extent: Extent
    """The same for all passages of the article."""


class PassageCodec:
    """Passages as integers; an article has some sixty, so that what they have in common is written once."""

    def __init__(self) -> None:
        """Start with no article."""
        self._extent: Extent | None = None
        self._written = ""

    def encode(self, row: Passage) -> str:
        """Return place, size, step and site."""
        place, extent = row
        if extent is not self._extent:
            self._extent, self._written = extent, " ".join(map(str, extent))
        return f"{place} {self._written}"

    def decode(self, written: str) -> Passage:
        """Return the passage that `encode` wrote."""
        place, *extent = map(int, written.split())
        return Passage(place, Extent(*extent))


class Meeting(NamedTuple):
    """A fingerprint that two articles have; all its values are integers."""

    articles: int
    """How many have it."""
    one: int
    """Number of the first article."""
    one_place: int
    one_size: int
    one_step: int
    one_site: int
    other: int
    other_place: int
    other_size: int
    other_step: int
    other_site: int

    @classmethod
    def of(cls, articles: int, one: int, in_one: Passage, other: int, in_other: Passage) -> Meeting:
        """Return the meeting of two articles, of all that have the fingerprint."""
        return cls(articles, one, in_one.place, *in_one.extent, other, in_other.place, *in_other.extent)

    @property
    def is_of_whole(self) -> bool:
        """Whether it is that of all words."""
        return self.one_place == WHOLE_TEXT

    @property
    def extents(self) -> tuple[Extent, Extent]:
        """What the fingerprints of both are taken from; the same in all meetings of the two."""
        one = Extent(self.one_size, self.one_step, self.one_site)
        return one, Extent(self.other_size, self.other_step, self.other_site)


class Pair(NamedTuple):
    """Two articles that share enough."""

    one: int
    other: int
    shares: tuple[float, float]
    """Shared part of each, from 0 to 1."""
    exact: bool
    passages: tuple[tuple[int, int], tuple[int, int]] | None
    """The longest run that both share: first and last word number in each."""
    group: int


def pair_of(meetings: Sequence[Meeting], many: int) -> Pair | None:
    """Return the pair that these shared fingerprints of two articles make; None for too few.

    What is in more than `many` articles counts only where nearly all of the shorter article is shared.
    """
    first = meetings[0]
    one, other = first.extents
    exact = any(met.is_of_whole for met in meetings)
    runs = sorted((met.one_place, met.other_place) for met in meetings if not met.is_of_whole)
    rare = sum(met.articles <= many and not met.is_of_whole for met in meetings)
    step = max(one.step, other.step)
    covers = (_covered(runs, 0, step), _covered(runs, 1, step))
    share = min(covers) / max(1, min(one.size, other.size))
    if not exact and not _is_enough(len(runs), rare, share, same_site=bool(one.site) and one.site == other.site):
        return None
    if not exact and _is_below(runs, one.size, other.size, step):
        return None
    shares = (1.0, 1.0) if exact else (_share(covers[0], one), _share(covers[1], other))
    return Pair(first.one, first.other, shares, exact, _longest(runs), max(met.articles for met in meetings))


def _is_enough(shared: int, rare: int, share: float, *, same_site: bool) -> bool:
    least = MIN_SHARE_OF_SITE if same_site else MIN_SHARE
    if shared < MIN_SHARED:
        return False
    return (rare >= MIN_SHARED and share * rare / shared >= least) or share >= MIN_COMMON_SHARE


def _covered(runs: Sequence[tuple[int, int]], side: int, step: int) -> int:
    """Return how many words of one side are shared: as many as the fingerprints stand for, and not more than are there.

    Of a long article few fingerprints are kept, and by chance several of one short passage.
    """
    places = [run[side] for run in runs]
    return min(len(places) * step, max(places) - min(places) + step) if places else 0


def _is_below(runs: Sequence[tuple[int, int]], size: int, other_size: int, step: int) -> bool:
    """Tell whether two articles, each with a beginning of its own, share what is below them."""
    for places, words in zip(zip(*runs, strict=True), (size, other_size), strict=True):
        first, last = min(places), max(places)
        if first < max(MIN_OWN_WORDS, OWN_STEPS * step) or last < words - max(END_WORDS, END_STEPS * step):
            return False
        if len(places) * step < MIN_END_SHARE * (words - first):
            return False
    return True


def _share(shared: int, of: Extent) -> float:
    return round(min(1.0, shared / max(1, of.size)), 2)


def _longest(runs: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the longest stretch in which both go on in step, by words; the first of several."""
    best: tuple[int, int, int, int] | None = None
    start = 0
    for at, (first, second) in enumerate(runs):
        if at and first - second != runs[at - 1][0] - runs[at - 1][1]:
            start = at
        if best is None or first - runs[start][0] > best[1] - best[0]:
            best = (runs[start][0], first, runs[start][1], second)
    return ((best[0], best[1]), (best[2], best[3])) if best else None
