"""A confidence is what was measured, drawn towards what is known of the rule, and no more than that."""

from __future__ import annotations

import pytest

from scrapelint import Article, Finding, Severity
from scrapelint.confidence import MAX_UNSEEN, UNMEASURED, Count, Measured, kind_of, total
from scrapelint.engine.linter import Linter
from scrapelint.rule import DocumentRule

MANY, FEW = [400, 0, 90], [2, 0, 1]


def measured(**kinds: dict[str, list[float]]) -> Measured:
    return Measured({"AAA001": {kind.replace("__", "/"): by for kind, by in kinds.items()}})


def test_kind_that_was_always_right_on_many_pages_is_nearly_sure() -> None:
    assert measured(row={"en": MANY}).confidence("AAA001", "row", "en") >= 0.99


def test_kind_that_was_seen_on_two_pages_is_not() -> None:
    assert measured(row={"en": FEW}).confidence("AAA001", "row", "en") < 0.95


def test_language_that_nobody_measured_is_less_sure_than_one_that_somebody_did() -> None:
    table = measured(row={"en": MANY})

    assert table.confidence("AAA001", "row", "th") == MAX_UNSEEN < table.confidence("AAA001", "row", "en")


def test_kind_that_nobody_measured_is_not_as_sure_as_its_rule() -> None:
    assert measured(row={"en": MANY}).confidence("AAA001", "new") == UNMEASURED


def test_what_is_true_by_definition_is_certain() -> None:
    assert Measured({}, ["AAA001/empty"]).confidence("AAA001", "empty", "en") == 1


def test_more_wrong_pages_never_raise_a_confidence() -> None:
    found = [measured(row={"en": [50, wrong, 20]}).confidence("AAA001", "row", "en") for wrong in range(20)]

    assert found == sorted(found, reverse=True)


def test_counts_add_up() -> None:
    assert total([Count(2, 1, 2), Count(3, 0, 1)]) == Count(5, 1, 3)


class Shouting(DocumentRule):
    """A text that shouts."""

    code, name, severity, fix = "AAA001", "shouting", Severity.ERROR, "safe"

    def check(self, doc):
        yield self.on_lines(doc, doc.lines[0], message="it shouts", confidence=1.0, evidence={"kind": "row"})


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Finding:
    table = measured(row={"en": request.param})
    monkeypatch.setattr("scrapelint.rule.measured", lambda _: table)
    (finding,) = Linter([Shouting()]).check(Article("STOP!\nThe news of the day is good.", fields={"language": "en"}))
    return finding


@pytest.mark.parametrize("found", [[400, 0, 90]], indirect=True)
def test_sure_finding_is_an_error_with_a_safe_fix(found: Finding) -> None:
    assert (found.severity, found.fix and found.fix.safe) == (Severity.ERROR, True)


@pytest.mark.parametrize("found", [[90, 10, 30]], indirect=True)
def test_less_sure_finding_is_a_warning_with_an_unsafe_fix(found: Finding) -> None:
    assert (found.severity, found.fix and found.fix.safe) == (Severity.WARNING, False)


@pytest.mark.parametrize("found", [[60, 40, 30]], indirect=True)
def test_doubtful_finding_is_worth_knowing(found: Finding) -> None:
    assert (found.severity, kind_of(found)) == (Severity.INFO, "row")
