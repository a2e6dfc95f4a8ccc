"""How sure a finding is: what was measured of its kind, on how much, and in which languages.

Next to the `__init__.py` of a plugin, `measured.json` has counts of right and wrong findings by rule, kind and
language, written by a tool over labelled texts. A page counts once, however many lines it has. The confidence of a
kind is its share of right pages, drawn towards what is known of the whole rule while there are few; a language that
nobody measured gets no more than `MAX_UNSEEN`.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.resources.data_files import data_file, read_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scrapelint.finding import Finding

PRIOR = 0.85
"""Precision that a rule is believed to have before a page was seen.

A little below what was measured: of the warnings of version 0.1 on foreign news .88 were right, .90 with those that can
be argued about. No mean over rules was measured."""

PRIOR_PAGES = 4
"""How many pages that belief weighs as much as."""

MAX_UNSEEN = 0.9
"""Most that is said in a language in which fewer than `MIN_PAGES` pages were seen, in share of right findings."""

MIN_PAGES = 3
"""Pages from which a language is taken for measured."""

UNMEASURED = 0.8
"""What is said of a kind that nobody measured: worth knowing, no more."""

CERTAIN = 1.0
"""What is true by its definition, as an empty field or a day that is not in the calendar."""


class Count(NamedTuple):
    """Pages on which a kind of finding was right, and wrong; a page with both counts in parts."""

    right: float = 0
    wrong: float = 0
    sites: int = 0

    @property
    def pages(self) -> float:
        """How many pages were seen."""
        return self.right + self.wrong

    def precision(self, prior: float) -> float:
        """Return the share that was right, drawn towards `prior` while few pages were seen; from 0 to 1."""
        return (self.right + prior * PRIOR_PAGES) / (self.pages + PRIOR_PAGES)


class Measured:
    """What was measured of the rules of one plugin."""

    def __init__(self, counts: Mapping[str, Mapping[str, Mapping[str, Any]]], certain: Iterable[str] = ()) -> None:
        """Take counts by code, kind and language, and the codes, or `CODE/kind`, that are true by definition."""
        self._counts = counts
        self._certain = frozenset(certain)
        self._known: dict[tuple[str, str, str], float] = {}
        self._rules: dict[str, Mapping[str, Mapping[str, Count]]] = {}

    def __contains__(self, code: str) -> bool:
        """Tell whether anything is known of a rule."""
        return code in self._counts or any(name[:6] == code for name in self._certain)

    def confidence(self, code: str, kind: str = "", language: str | None = None) -> float:
        """Return how often this kind of finding is right in a language, from 0 to 1, in steps of .01, rounded down."""
        key = code, kind, language or ""
        if key not in self._known:
            self._known[key] = self._worked_out(*key)
        return self._known[key]

    def counts(self, code: str) -> Mapping[str, Mapping[str, Count]]:
        """Return what was counted of a rule, by kind and language."""
        if code not in self._rules:
            kinds = self._counts.get(code, {})
            self._rules[code] = {k: {name: Count(*count) for name, count in by.items()} for k, by in kinds.items()}
        return self._rules[code]

    def _worked_out(self, code: str, kind: str, language: str) -> float:
        if code in self._certain or f"{code}/{kind}" in self._certain:
            return CERTAIN
        kinds = self.counts(code)
        if kind not in kinds:
            return UNMEASURED
        prior = total(c for by in kinds.values() for c in by.values()).precision(PRIOR)
        of_kind = total(kinds[kind].values()).precision(prior)
        here = kinds[kind].get(language, Count())
        sure = here.precision(of_kind) if here.pages >= MIN_PAGES else min(here.precision(of_kind), MAX_UNSEEN)
        # Rounded down, so that nothing passes a bound that it does not reach; .29 is .28999... in binary.
        return int(100 * sure + 1e-9) / 100


def total(counts: Iterable[Count]) -> Count:
    """Return the sum of several counts; a site that is in several is counted for each."""
    right = wrong = sites = 0.0
    for count in counts:
        right, wrong, sites = right + count.right, wrong + count.wrong, sites + count.sites
    return Count(right, wrong, int(sites))


def kind_of(finding: Finding) -> str:
    """Return what tells the kinds of findings of one rule apart: pack and entry, or the `kind` of the evidence."""
    evidence = finding.evidence
    if "entry" in evidence:
        return f"{evidence['pack']}/{evidence['entry']}"
    return str(evidence.get("kind", ""))


@cache
def measured(package: str) -> Measured:
    """Return what was measured of the rules of a plugin, which is named by its top package; nothing where it has none.

    Raises ValueError where the file is no JSON.
    """
    import json

    module = sys.modules.get(package)
    try:
        data = json.loads(read_data(data_file(str(getattr(module, "__file__", "") or ""), "measured.json")))
    except OSError:
        return Measured({})
    return Measured(data["counts"], data["certain"])
