"""Articles to show of a corpus: some of each rule and each site, drawn by lot in one pass."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.finding import Finding
    from scrapelint.intake import Checked
    from scrapelint.reporters.counting.facts import Facts

PER_GROUP = 4
"""Articles of a rule, or of a site, that are kept to choose from."""
MAX_GROUPS = 400
"""Rules and sites of which articles are kept for themselves: with `PER_GROUP` the bound on memory."""
MAX_HELD_CHARS = 12_000_000
"""Text of all articles that are kept, in code points."""
ALL = "all"


class Drawn(NamedTuple):
    """An article that is shown."""

    checked: Checked
    facts: Facts
    number: int
    """Its place in the input, from 1."""


class Sample:
    """Holds the articles with the lowest lots of each rule, of each site and of all.

    A lot is a hash of seed and address. So the same articles are drawn whatever the order and the number of
    processes, each article of a group is as likely as any other, and what is drawn for a rule is often what is
    drawn for a site.
    """

    def __init__(self, size: int, seed: int = 0) -> None:
        """Take how many articles are wanted at most."""
        self._size = size
        self._seed = seed
        self._groups: dict[str, list[tuple[int, str]]] = {}
        """By group the lots, negative, and addresses of its articles, as a heap: the highest lot first."""
        self._held: dict[str, Drawn] = {}
        self._uses: Counter[str] = Counter()
        self._chars = self._seen = 0

    def add(self, checked: Checked, facts: Facts) -> None:
        """Take one article, or what is found in it besides when it comes again."""
        self._seen += 1
        address = _address(checked)
        if known := self._held.get(address):
            findings = [*known.checked.findings, *checked.findings]
            self._held[address] = known._replace(checked=known.checked._replace(findings=findings))
        lot = self._lot(address)
        for group in self._groups_of(checked, facts, is_new=known is None and not checked.again):
            if self._enters(group, lot, address):
                self._hold(address, Drawn(checked, facts, self._seen))

    def drawn(self) -> Iterator[Drawn]:
        """Yield the articles, those first that say most: of each rule and site in turn one, the worst of it first."""
        for address in list(dict.fromkeys(self._in_turn()))[: self._size]:
            yield self._held[address]

    @staticmethod
    def _groups_of(checked: Checked, facts: Facts, *, is_new: bool) -> Iterator[str]:
        if is_new:
            yield ALL
        for code in sorted({finding.code for finding in checked.findings}):
            yield f"rule {code}"
        if checked.findings:
            yield f"site {facts.site}"

    def _lot(self, address: str) -> int:
        digest = blake2b(f"{self._seed}\0{address}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return int.from_bytes(digest)

    def _enters(self, group: str, lot: int, address: str) -> bool:
        """Take an article into a group where its lot is low enough; tell whether it is in."""
        if group not in self._groups and len(self._groups) > MAX_GROUPS:
            return False
        heap = self._groups.setdefault(group, [])
        entry = (-lot, address)
        if group != ALL and entry in heap:
            return False
        if len(heap) < (self._size if group == ALL else PER_GROUP):
            heappush(heap, entry)
        else:
            out = heappushpop(heap, entry)
            if out == entry:
                return False
            self._let_go(out[1])
        self._uses[address] += 1
        return True

    def _hold(self, address: str, drawn: Drawn) -> None:
        if address not in self._held:
            self._held[address] = drawn
            self._chars += len(drawn.checked.article.text)
            while self._chars > MAX_HELD_CHARS and len(self._held) > 1:
                self._drop_longest()

    def _drop_longest(self) -> None:
        longest = max(self._held, key=lambda address: len(self._held[address].checked.article.text))
        self._forget(longest)

    def _let_go(self, address: str) -> None:
        self._uses[address] -= 1
        if not self._uses[address]:
            del self._uses[address]
            self._forget(address)

    def _forget(self, address: str) -> None:
        if drawn := self._held.pop(address, None):
            self._chars -= len(drawn.checked.article.text)

    def _in_turn(self) -> Iterator[str]:
        """Yield the addresses of all groups in turn, then those of the rest of the corpus; some more than once."""
        names = sorted(self._groups, key=lambda name: (name == ALL, len(self._groups[name]), name))
        ranked = [self._ranked(self._groups[name]) for name in names if name != ALL]
        for turn in range(PER_GROUP):
            yield from (addresses[turn] for addresses in ranked if turn < len(addresses))
        yield from self._ranked(self._groups.get(ALL, ()))

    def _ranked(self, heap: Iterable[tuple[int, str]]) -> list[str]:
        """Return the addresses of a group, the worst article first, of those as bad the lowest lot."""
        known = [(lot, address) for lot, address in heap if address in self._held]
        return [address for _, address in sorted(known, key=lambda entry: (self._badness(entry[1]), -entry[0]))]

    def _badness(self, address: str) -> tuple[int, ...]:
        return badness(self._held[address].checked.findings)


def badness(findings: Iterable[Finding]) -> tuple[int, ...]:
    """Return what articles are ordered by, the worst first: those with most errors, then warnings, then the rest."""
    counted = Counter(finding.severity for finding in findings)
    return tuple(-counted[severity] for severity in sorted(Severity, reverse=True))


def _address(checked: Checked) -> str:
    article = checked.article
    return f"{article.filename}\0{article.record or ''}"
