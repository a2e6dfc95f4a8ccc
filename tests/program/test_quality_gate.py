"""The gate for quality: it notices rules that got worse, and its floors only rise."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scrapelint.engine.linter import Linter
from scrapelint.finding import Edit, Severity
from scrapelint.rule import DocumentRule

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import labelled
import quality_gate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.engine.document import Document
    from scrapelint.finding import Finding

MIN_TEXTS, MIN_LANGUAGES = 200, 20
SHAPES = {"article", "clean", "list", "interview", "live", "line", "page", "stub", "damaged"}
RECORDS = [
    json.loads(line)
    for path in sorted(labelled.TEXTS.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


class Unguarded(DocumentRule):
    """Reports every other line, as a rule does whose guards are gone."""

    code, name, severity = "NAV999", "other-line", Severity.WARNING
    fix = "unsafe"
    examples = ()

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield a finding for each other line."""
        for line in doc.lines[1::2]:
            yield self.finding("a line", line.span, confidence=0.95, edits=[Edit(*line.span)], fix_message="remove it")


@pytest.fixture(scope="module")
def figures(linter: Linter) -> quality_gate.Figures:
    """Return what the default rules reach now."""
    return quality_gate.measured(linter)


def test_rule_that_reports_every_other_line_falls_through_all_floors(
    linter: Linter, figures: quality_gate.Figures
) -> None:
    broken = quality_gate.measured(Linter([*linter.rules, Unguarded()]))

    failed = "\n".join(quality_gate.failures(broken, figures))

    for figure in ("all: precision", "all: harm", "NAV: precision", "NAV: harm"):
        assert figure in failed


def test_family_that_reports_nothing_falls_through_its_recall(figures: quality_gate.Figures) -> None:
    silent = quality_gate.measured(Linter([]))

    assert any("CMT: recall" in line for line in quality_gate.failures(silent, figures))


def test_rules_as_they_are_hold_their_own_figures(figures: quality_gate.Figures) -> None:
    assert quality_gate.failures(figures, figures) == []


def test_harm_may_fall_and_not_rise() -> None:
    floors = {"all": {"harm": 10.0}}

    assert not quality_gate.failures({"all": {"harm": 9.0}}, floors)
    assert quality_gate.failures({"all": {"harm": 11.0}}, floors)


def test_texts_are_many_and_of_all_shapes() -> None:
    shapes = Counter(record["shape"] for record in RECORDS)

    assert len(RECORDS) >= MIN_TEXTS
    assert len({record["lang"] for record in RECORDS}) >= MIN_LANGUAGES
    assert set(shapes) == SHAPES


def test_no_text_stands_there_twice() -> None:
    texts = [record["text"] for record in RECORDS]

    assert len(set(texts)) == len(texts) == len({record["id"] for record in RECORDS})


def test_each_line_has_a_known_label() -> None:
    known = {*labelled.RESIDUE, *labelled.ARTICLE, "?"}

    for record in RECORDS:
        lines = record["text"].split("\n")
        assert len(record["labels"]) == len(lines), record["id"]
        for label, line in zip(record["labels"], lines, strict=True):
            assert label in known if line.strip() else label == "-", record["id"]
