"""Gates that hold today, and how near they are."""

from __future__ import annotations

import math

import pytest

from scrapelint.article import Article
from scrapelint.finding import Finding, Severity
from scrapelint.intake import Checked
from scrapelint.proposal.gating import counted, gates_of_all, gates_of_sample
from scrapelint.rule import DocumentRule


class Form(DocumentRule):
    code, name, severity = "AAA001", "bad-form", Severity.ERROR


class Bar(DocumentRule):
    code, name, severity = "BBB001", "bad-bar", Severity.WARNING


RULES = [Form(), Bar()]


def checked(number: int, of: int, severity: Severity = Severity.WARNING) -> list[Checked]:
    finding = Finding("AAA001", "bad-form", severity, "bad", None, 1)
    return [Checked(Article("", str(n)), [finding, finding] if n < number else []) for n in range(of)]


@pytest.mark.parametrize(("number", "of", "share"), [(1, 100, 0.02), (10, 100, 0.12), (7, 350, 0.03), (3, 3, 1.0)])
def test_all_articles_give_what_is_there_and_a_fifth_or_one_more(number: int, of: int, share: float) -> None:
    (gate,) = gates_of_all(counted(checked(number, of)), RULES)

    assert (gate.selector, gate.share) == ("AAA001", share)
    assert gate.share >= number / of


def test_what_fails_no_run_needs_no_gate() -> None:
    assert list(gates_of_all(counted(checked(5, 100, Severity.INFO)), RULES)) == []


@pytest.mark.parametrize(("number", "share"), [(0, 0.05), (40, 0.3), (200, 1.0)])
def test_sample_of_200_gives_the_most_that_is_likely(number: int, share: float) -> None:
    gates = {gate.selector: gate.share for gate in gates_of_sample(counted(checked(number, 200)), RULES)}

    assert gates == {"AAA": share, "BBB": 0.05}


def test_sample_of_what_has_this_share_stays_below_the_gate_nearly_always() -> None:
    """Of samples in which 20 or more of 200 are hit by a true share of .1, the gate is above it in 99 of 100."""
    misses = sum(
        math.comb(200, number) * 0.1**number * 0.9 ** (200 - number)
        for number in range(60)
        if next(iter(gates_of_sample(counted(checked(number, 200)), RULES))).share < 0.1
    )

    assert misses < 0.01
