"""The score of a text: what counts as residue, and that no finding raises it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapelint import check_records
from scrapelint.article import Article
from scrapelint.finding import Edit, Finding, Fix, Severity, Span
from scrapelint.intake import Checked
from scrapelint.scoring import MAX_FAULTS, Likely, score_of, scored

TEXT = "aaaaa bbbbb\n\nccccc ddddd"
"""Twenty characters that are no white space."""


def finding(code: str, span: tuple[int, int] | None, confidence: float = 0.9, **more: Any) -> Finding:
    severity = more.pop("severity", Severity.WARNING)
    return Finding(code, "a-rule", severity, "message", span and Span(*span), confidence, **more)


def residue(*findings: Finding, likely: tuple[Likely, ...] = ()) -> float:
    return score_of(TEXT, findings, likely).residue_share


def test_text_without_findings_is_all_article() -> None:
    assert score_of(TEXT, []) == (1.0, 0.0, 20)


def test_text_without_a_character_is_worth_nothing() -> None:
    assert score_of(" \n\u3000", []).score == 0.0


def test_residue_is_the_share_of_characters_by_the_confidence() -> None:
    assert residue(finding("NAV001", (13, 24), 0.8)) == pytest.approx(0.8 * 10 / 20)


def test_surest_finding_counts_where_several_overlap_and_none_twice() -> None:
    found = (finding("NAV001", (0, 11), 0.5), finding("CMT001", (6, 18), 0.9), finding("CMT001", (6, 18), 0.9))

    assert residue(*found) == pytest.approx((0.5 * 5 + 0.9 * 10) / 20)


def test_what_a_fix_takes_out_counts_with_what_is_marked() -> None:
    fix = Fix("remove the line", (Edit(11, 24), Edit(0, 5, "A")), safe=False)

    assert residue(finding("CMT001", (13, 18), 1.0, fix=fix)) == pytest.approx(10 / 20)


def test_page_in_place_of_an_article_is_residue_all_through() -> None:
    assert residue(finding("WAL004", (0, 5), 0.9)) == pytest.approx(0.9)


def test_models_count_where_they_are_surer_than_the_findings() -> None:
    likely = (Likely(0, 11, 0.3), Likely(13, 24, 0.95))

    assert residue(finding("NAV001", (0, 24), 0.6), likely=likely) == pytest.approx((0.6 * 10 + 0.95 * 10) / 20)


@pytest.mark.parametrize("code", ["MET002", "DUP001", "QUA001", "INP002", "SIT001", "ENC001"])
def test_other_families_say_nothing_of_residue(code: str) -> None:
    assert residue(finding(code, (0, 24), 1.0)) == 0.0


def test_rule_of_a_plugin_is_about_residue() -> None:
    assert residue(finding("ACM001", (0, 11), 1.0)) == 0.5


def test_field_is_no_part_of_the_text() -> None:
    assert residue(finding("NAV001", (0, 5), field="title")) == 0.0


def test_fault_costs_once_a_rule_by_its_severity() -> None:
    error = finding("ENC001", (0, 5), 0.9, severity=Severity.ERROR)
    warning = finding("ENC005", (0, 5), 0.9)
    info = finding("SEG007", (0, 5), 0.9, severity=Severity.INFO)

    assert score_of(TEXT, [error, error, warning, info]).score == pytest.approx(1 - 0.09 - 0.009)


def test_faults_take_a_bounded_part() -> None:
    many = [finding(f"ENC{n:03}", None, 1.0, severity=Severity.ERROR) for n in range(9)]

    assert score_of(TEXT, many).score == 1 - MAX_FAULTS


CODES = st.sampled_from(["NAV001", "CMT001", "WAL003", "ENC001", "DAT001", "MET001", "ACM001"])
SPANS = st.tuples(st.integers(0, 24), st.integers(0, 24)).map(lambda pair: tuple(sorted(pair)))
FINDINGS = st.builds(
    finding, CODES, st.none() | SPANS, st.floats(0, 1), severity=st.sampled_from(list(Severity))
)  # fmt: skip
LIKELY = st.builds(lambda span, share: Likely(*span, share), SPANS, st.floats(0, 1))


@given(st.lists(FINDINGS, max_size=8), FINDINGS, st.lists(LIKELY, max_size=4))
def test_further_finding_never_raises_the_score(found: list[Finding], further: Finding, likely: list[Likely]) -> None:
    before, after = score_of(TEXT, found, likely), score_of(TEXT, [*found, further], likely)

    assert 0 <= after.score <= before.score + 1e-12
    assert before.residue_share - 1e-12 <= after.residue_share <= 1


def test_article_that_comes_again_and_one_that_nobody_asked_the_models_about_have_no_score() -> None:
    article = Article(TEXT)

    assert scored(Checked(article, [])) is None
    assert scored(Checked(article, [], likely=(), again=True)) is None
    assert scored(Checked(article, [], likely=())) == (1.0, 0.0, 20)


def test_result_of_the_library_has_score_and_residue_share() -> None:
    prose = (
        "The storm closed the harbour on Monday, and no ferry left for the islands until the evening. The harbour master"
        " said that the wind had reached 110 kilometres an hour before noon, and that nobody was hurt."
    )
    clean, dirty = check_records([{"text": prose}, {"text": f"{prose}\n\nYour email address will not be published."}])

    assert (clean.score, clean.residue_share) == (1.0, 0.0)
    assert 0.1 < dirty.residue_share < 0.3
    assert dirty.score == pytest.approx(1 - dirty.residue_share)


def test_sum_in_the_manual_is_that_of_the_sample_beside_it() -> None:
    page = (Path(__file__).parents[2] / "docs" / "score.md").read_text(encoding="utf-8")
    chars, confidence, total, share = re.search(r"(\d+) × (\.\d+) / (\d+) is (\.\d+)\.", page).groups()  # type: ignore[union-attr]

    assert f'"residue_share": 0{share}, "chars": {total},' in page
    assert round(int(chars) * float(confidence) / int(total), 4) == float(share)
