"""When findings fail a run: from counts by rule to the gates that did not hold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.engine.bounding import kinds
from scrapelint.gates.drawn import bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrapelint.finding import Severity
    from scrapelint.intake import Checked


class Share(NamedTuple):
    """A bound on the share of articles in which some rules find something."""

    selector: str
    """The rules as the user named them."""
    codes: frozenset[str]
    most: float
    """From 0 to 1; a share that is equal still holds."""


class Limits(NamedTuple):
    """What a run, or one part of its files, may come to."""

    fail_on: Severity | None
    """Findings of this severity or a worse one count; None where none fails by its severity."""
    most_of_a_rule: int | None = None
    """How many of them each rule may have; none where the user said nothing."""
    shares: tuple[Share, ...] = ()
    """Rules that are held by their share have no other gate."""
    glob: str = ""
    """The files that the limits are for; all others where empty."""


class Failure(NamedTuple):
    """A gate that did not hold, or of which a sample cannot tell whether it does."""

    message: str
    """Which one, and by how much."""
    is_open: bool = False
    """True where a larger sample has to tell."""


class Gates:
    """Counts what is found, by the limits that each file is under."""

    def __init__(self, limits_of: Callable[[str], Limits]) -> None:
        """Take what tells the limits of a file; equal limits are counted together."""
        self._limits_of = limits_of
        self._counts: dict[int, _Count] = {}
        self._filename: str | None = None
        self._count = _Count(Limits(None))

    def add(self, checked: Checked) -> None:
        """Count the findings of one article."""
        filename = checked.article.filename
        if filename != self._filename:
            limits = self._limits_of(filename)
            self._filename, self._count = filename, self._counts.setdefault(id(limits), _Count(limits))
        self._count.add(checked)

    def failures(self, unseen: int = 0) -> Iterator[Failure]:
        """Yield the gates that did not hold, in the order in which their files came.

        Where the articles were drawn by lot, `unseen` is how many were not: then a gate fails only where what was
        drawn leaves no doubt (`drawn`), and is open where it leaves some.
        """
        for count in self._counts.values():
            yield from count.failures(unseen)


class _Count:
    """The counts of all files under the same limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._shared = frozenset().union(*(share.codes for share in limits.shares))
        self._articles = 0
        self._by_rule: Counter[tuple[str, str]] = Counter()
        self._by_share: Counter[int] = Counter()
        self._mixed: set[int] = set()
        """Shares that count what single articles have: of what is found across articles, they need the other ones."""

    def add(self, checked: Checked) -> None:
        self._articles += checked.is_article and not checked.again
        if not checked.findings:
            return
        found = {finding.code for finding in checked.findings}
        hit = {n for n, share in enumerate(self._limits.shares) if not found.isdisjoint(share.codes)}
        if not checked.again:
            self._mixed |= hit
        elif not checked.was_clean:
            hit -= self._mixed
        self._by_share.update(hit)
        for kind, count in kinds(checked.findings):
            if self._counts(kind.severity) and kind.code not in self._shared:
                self._by_rule[kind.code, kind.name] += count

    def failures(self, unseen: int) -> Iterator[Failure]:
        where = f' in files of "{self._limits.glob}"' if self._limits.glob else ""
        for n, share in enumerate(self._limits.shares):
            if failure := self._share_failure(share, self._by_share[n], where, unseen):
                yield failure
        for (code, name), count in sorted(self._by_rule.items()):
            if failure := self._count_failure(f"{code} {name}", count, where, unseen):
                yield failure

    def _counts(self, severity: Severity) -> bool:
        """Tell whether a finding counts: with a bound but no severity that fails, all do."""
        fail_on = self._limits.fail_on
        return self._limits.most_of_a_rule is not None if fail_on is None else severity >= fail_on

    def _share_failure(self, share: Share, count: int, where: str, unseen: int) -> Failure | None:
        articles = self._articles
        # A share of 7 in 350 is the same number as .02: both are the nearest to it that there is.
        if unseen:
            return self._share_of_sample(share, count, where, bounds(count, articles, unseen))
        if not articles or count / articles <= share.most:
            return None
        allowed = int(share.most * articles)
        allowed += (allowed + 1) / articles <= share.most
        return Failure(
            f"{share.selector}: in {count:,} of {articles:,} articles{where}, {count / articles:.2%}; "
            f"{share.most:.2%} allowed: {count - allowed:,} too many"
        )

    def _share_of_sample(self, share: Share, count: int, where: str, bounds: tuple[float, float]) -> Failure | None:
        least, most = bounds
        if most <= share.most:
            return None
        is_open = least <= share.most
        advice = ": cannot tell, take a larger sample" if is_open else ""
        return Failure(
            f"{share.selector}: in {count:,} of {self._articles:,} articles drawn{where}, "
            f"so in {least:.2%} to {most:.2%} of all; {share.most:.2%} allowed{advice}",
            is_open,
        )

    def _count_failure(self, rule: str, count: int, where: str, unseen: int) -> Failure | None:
        most = self._limits.most_of_a_rule
        found = f"{count:,} finding{'s' if count > 1 else ''}{where}"
        if most is None:
            return Failure(f"{rule}: {found}")
        if count > most:
            return Failure(f"{rule}: {found}, {most:,} allowed: {count - most:,} too many")
        if not unseen:
            return None
        return Failure(
            f"{rule}: {found} in what was drawn, {most:,} allowed in all: cannot tell, take a larger sample",
            is_open=True,
        )
