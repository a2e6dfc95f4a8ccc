"""What all pairs come to, added up pair by pair in bounded memory."""

from __future__ import annotations

from collections import Counter
from heapq import heappush, heappushpop
from math import sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.comparing.difference import Difference
    from scrapelint.comparing.store import Pair

LEVEL = 0.95
"""How sure an interval is to hold the mean, from 0 to 1."""
MAX_SITES = 20_000
"""Sites that are told apart; further ones are counted together."""
OTHERS = "others"


class Mean:
    """A mean and how sure it is."""

    def __init__(self) -> None:
        """Start with no value."""
        self.count = 0
        self.value = 0.0
        self._squares = 0.0

    def add(self, value: float) -> None:
        """Take a value (Welford 1962)."""
        self.count += 1
        step = value - self.value
        self.value += step / self.count
        self._squares += step * (value - self.value)

    @property
    def interval(self) -> tuple[float, float] | None:
        """Bounds that hold the true mean, `LEVEL` sure, if values are independent; None for fewer than two."""
        if self.count < 2:
            return None
        freedom = self.count - 1
        width = _student(freedom) * sqrt(self._squares / freedom / self.count)
        return self.value - width, self.value + width


def _student(freedom: int) -> float:
    """Return the two-sided quantile of Student's t, exact for 1 and 2, else by Cornish and Fisher to .01."""
    # The series below is far off here: these two are of the tables, for a `LEVEL` of .95.
    if freedom <= 2:
        return 12.706 if freedom == 1 else 4.303
    z = NormalDist().inv_cdf((1 + LEVEL) / 2)
    first, second = (z**3 + z) / 4, (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3


class RuleChange(NamedTuple):
    """What became of the findings of one rule, in all pairs."""

    code: str
    name: str
    old: int
    new: int
    gained: int
    """Findings that only the new version of an article has."""
    lost: int


class SiteTotals:
    """What the pairs of one site, or all of them, come to."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.old, self.new, self.change = Mean(), Mean(), Mean()
        """Of the score."""
        self.old_residue, self.new_residue = Mean(), Mean()
        self.verdicts: Counter[str] = Counter()
        self.findings: Counter[str] = Counter()
        """By `old`, `new`, `gained` and `lost`."""
        self.text: Counter[str] = Counter()
        """Characters and paragraphs, by `old_chars`, `new_chars`, `gained_chars`, `gained_paragraphs` and so on."""

    @property
    def pairs(self) -> int:
        """How many there are."""
        return self.change.count

    def add(self, found: Difference) -> None:
        """Count one pair."""
        old, new = found.old.score, found.new.score
        self.old.add(old.score)
        self.new.add(new.score)
        self.change.add(found.change)
        self.old_residue.add(old.residue_share)
        self.new_residue.add(new.residue_share)
        self.verdicts[found.verdict] += 1
        sides = {"old": found.old.findings, "new": found.new.findings, "gained": found.gained, "lost": found.lost}
        self.findings.update({name: len(known) for name, known in sides.items()})
        self.text.update({"old_chars": old.chars, "new_chars": new.chars})
        for name, change in (("gained", found.gained_text), ("lost", found.lost_text)):
            self.text.update({f"{name}_chars": change.chars, f"{name}_paragraphs": len(change.rows)})


class Totals:
    """What all pairs come to, by rule and by site, and which are the worst."""

    def __init__(self, examples: int) -> None:
        """Take how many of the worst pairs are kept."""
        self.all = SiteTotals()
        self.sites: dict[str, SiteTotals] = {}
        self._examples = examples
        self._rules: dict[str, Counter[tuple[str, str]]] = {
            name: Counter() for name in ("old", "new", "gained", "lost")
        }
        self._worst: list[tuple[float, int, Pair]] = []

    def add(self, found: Difference, pair: Pair) -> None:
        """Count one pair, and keep its numbers where it is one of the worst."""
        self.all.add(found)
        site = found.new.site if found.new.site in self.sites or len(self.sites) < MAX_SITES else OTHERS
        self.sites.setdefault(site, SiteTotals()).add(found)
        for name, known in zip(
            self._rules, (found.old.findings, found.new.findings, found.gained, found.lost), strict=True
        ):
            self._rules[name].update((one.code, one.name) for one in known)
        self._keep(found.badness, pair)

    @property
    def worse_share(self) -> float:
        """Share of the pairs that are worse, from 0 to 1."""
        return self.all.verdicts["worse"] / self.all.pairs if self.all.pairs else 0.0

    def rules(self) -> Iterator[RuleChange]:
        """Yield the rules that found something, those first of which most was gained or lost."""
        changes = [self._change(rule) for rule in sorted(self._rules["old"].keys() | self._rules["new"].keys())]
        return iter(sorted(changes, key=lambda change: (-change.gained - change.lost, change.code)))

    def ranked_sites(self) -> Iterator[tuple[str, SiteTotals]]:
        """Yield the sites, those first that have most articles that are worse."""
        ranked = sorted(
            self.sites.items(), key=lambda item: (-item[1].verdicts["worse"], item[1].change.value, item[0])
        )
        return iter(ranked)

    def worst(self) -> Iterator[Pair]:
        """Yield the worst pairs, the worst first."""
        return (pair for _, _, pair in sorted(self._worst, reverse=True))

    def _change(self, rule: tuple[str, str]) -> RuleChange:
        return RuleChange(*rule, *(counts[rule] for counts in self._rules.values()))

    def _keep(self, badness: float, pair: Pair) -> None:
        if badness <= 0 or not self._examples:
            return
        push = heappush if len(self._worst) < self._examples else heappushpop
        push(self._worst, (badness, -pair.new, pair))
