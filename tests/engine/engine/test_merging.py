"""What several rules say of one place is one finding, and nothing that was found or mended is lost by it."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapelint import Article, Finding, Fix, Severity
from scrapelint.engine.merging import merged
from scrapelint.finding import Span
from scrapelint.packs.matcher import NO_PHRASES, Matcher
from scrapelint.plugin import Document
from scrapelint.resources.collecting import uncollected
from scrapelint.text.lines import removal

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "Talks ended on Friday.\nShare\nTweet\n\nPrint\nThe mayor left at noon."
DOC = Document(Article(TEXT), Matcher(NO_PHRASES, {}, frozenset()))


def finding(
    code: str, first: int, last: int | None = None, confidence: float = 0.95, *, fixed: bool = True, safe: bool = False
) -> Finding:
    """Return a finding about whole lines, by their indices."""
    span = DOC.span(DOC.lines[first], DOC.lines[last if last is not None else first])
    fix = Fix("remove", (removal(TEXT, *span),), safe) if fixed else None
    return Finding(code, code.lower(), Severity.WARNING, "it is so", span, confidence, {}, fix)


def codes(found: Sequence[Finding]) -> list[str]:
    return [f.code for f in found]


def test_surest_of_several_rules_stays_and_names_the_others() -> None:
    (one,) = merged(DOC, [finding("AAA001", 1, confidence=0.9), finding("BBB001", 1, confidence=0.97)])

    assert (one.code, one.evidence["also"]) == ("BBB001", ["AAA001 aaa001"])


def test_finding_that_can_be_mended_does_not_give_way_to_one_that_cannot() -> None:
    found = merged(DOC, [finding("AAA001", 1), finding("BBB001", 1, confidence=0.99, fixed=False)])

    assert sorted(codes(found)) == ["AAA001", "BBB001"]


def test_finding_that_says_a_field_is_wrong_gives_way_to_none() -> None:
    found = merged(
        DOC, [finding("AAA001", 1, confidence=0.9, fixed=False), finding("BBB001", 1, 3)], apart=frozenset({"AAA001"})
    )

    assert sorted(codes(found)) == ["AAA001", "BBB001"]


def test_wider_finding_that_is_surer_stands_for_the_lines_in_it() -> None:
    assert codes(merged(DOC, [finding("AAA001", 2, confidence=0.9), finding("BBB001", 1, 3)])) == ["BBB001"]


def test_wider_finding_that_is_less_sure_stays_beside_the_surer_one() -> None:
    found = merged(DOC, [finding("AAA001", 2, confidence=0.99), finding("BBB001", 1, 3, confidence=0.9)])

    assert sorted(codes(found)) == ["AAA001", "BBB001"]


def test_rule_that_knows_the_wording_goes_before_a_fallback() -> None:
    found = [finding("AAA001", 1, confidence=0.9), finding("ZZZ001", 1, confidence=0.99)]

    assert codes(merged(DOC, found, frozenset({"ZZZ001"}))) == ["AAA001"]


def test_surest_of_two_rules_is_as_severe_as_the_other_and_stays_as_sure_as_it_is() -> None:
    hint = finding("BBB001", 1, confidence=0.97)._replace(severity=Severity.INFO)

    (one,) = merged(DOC, [finding("AAA001", 1, confidence=0.9), hint])

    assert (one.code, one.severity, one.confidence) == ("BBB001", Severity.WARNING, 0.97)


def test_hint_does_not_become_as_sure_as_the_fallback_that_it_goes_before() -> None:
    hint = finding("AAA001", 1, confidence=0.82)._replace(severity=Severity.INFO)

    (one,) = merged(DOC, [hint, finding("ZZZ001", 1, confidence=0.96)], frozenset({"ZZZ001"}))

    assert (one.code, one.severity, one.confidence) == ("AAA001", Severity.INFO, 0.82)
    assert one.evidence["also"] == ["ZZZ001 zzz001"]


def test_what_is_said_of_the_whole_text_stands_for_nothing_in_it() -> None:
    found = [finding("AAA001", 1), finding("BBB001", 0, 4, confidence=0.99)]

    assert sorted(codes(merged(DOC, found))) == ["AAA001", "BBB001"]


def test_neighbours_of_one_rule_are_one_finding_as_sure_as_the_least_sure() -> None:
    (one,) = merged(DOC, [finding("AAA001", 1, confidence=0.97), finding("AAA001", 2, confidence=0.95)])

    assert (one.confidence, one.evidence["merged_lines"], one.message) == (0.95, 2, "it is so, and 1 more")


def test_neighbours_name_what_each_of_them_stands_for() -> None:
    others = [finding("BBB001", 1, confidence=0.9), finding("CCC001", 2, confidence=0.9)]
    (one,) = merged(DOC, [finding("AAA001", 1), finding("AAA001", 2), *others])

    assert one.evidence["also"] == ["BBB001 bbb001", "CCC001 ccc001"]


def test_neighbours_of_which_users_may_choose_one_stay_apart() -> None:
    assert len(merged(DOC, [finding("AAA001", 1, confidence=0.92), finding("AAA001", 2, confidence=0.85)])) == 2


def test_blank_line_parts_no_neighbours_and_the_fix_takes_all_out() -> None:
    (one,) = merged(DOC, [finding("AAA001", at) for at in (1, 2, 3)])

    assert one.fix
    (edit,) = one.fix.edits
    assert TEXT[: edit.start] + edit.content + TEXT[edit.end :] == "Talks ended on Friday.\nThe mayor left at noon."


def test_fix_of_neighbours_is_safe_only_where_all_are() -> None:
    (one,) = merged(DOC, [finding("AAA001", 1, safe=True), finding("AAA001", 2)])

    assert one.fix
    assert not one.fix.safe


def test_line_between_parts_neighbours() -> None:
    assert len(merged(DOC, [finding("AAA001", 1), finding("AAA001", 3)])) == 2


def test_part_of_a_line_is_no_line() -> None:
    part = finding("AAA001", 0)._replace(span=DOC.lines[0].span._replace(end=5))

    assert len(merged(DOC, [part, finding("BBB001", 0)])) == 2


@pytest.mark.parametrize("change", [{"span": None, "field": "title"}, {"field": "title"}], ids=["whole", "part"])
def test_findings_about_other_fields_stay(change: dict[str, object]) -> None:
    assert len(merged(DOC, [finding("AAA001", 0)._replace(**change), finding("BBB001", 0)])) == 2


PLACES = st.tuples(
    st.sampled_from(["AAA001", "BBB001", "CCC001"]), st.integers(0, 4), st.sampled_from([0.9, 0.95, 0.99])
)


@given(places=st.lists(PLACES, max_size=8))
def test_order_of_findings_changes_nothing(places: list[tuple[str, int, float]]) -> None:
    found = list({(code, line): finding(code, line, confidence=sure) for code, line, sure in places}.values())

    assert merged(DOC, found) == merged(DOC, found[::-1])


@given(places=st.lists(PLACES, max_size=8))
def test_every_line_that_was_to_be_removed_still_is(places: list[tuple[str, int, float]]) -> None:
    found = list({(code, line): finding(code, line, confidence=sure) for code, line, sure in places}.values())

    def removed(findings: Sequence[Finding]) -> set[int]:
        spans = [edit for f in findings if f.fix for edit in f.fix.edits]
        return {
            line.index
            for line in DOC.lines
            if any(s.start <= line.span.start and line.span.end <= s.end for s in spans)
        }

    assert removed(merged(DOC, found)) == removed(found)


def test_cost_of_many_findings_on_many_lines_is_linear() -> None:
    def cost(lines: int) -> float:
        doc = Document(Article("A line.\n" * lines), Matcher(NO_PHRASES, {}, frozenset()))
        found = [
            Finding(code, code.lower(), Severity.WARNING, str(line), Span(line.start, line.end), 0.95)
            for code in ("AAA001", "BBB001")
            for line in doc.lines[: lines - 1]
        ]
        with uncollected():  # a search for garbage that falls into one of the two costs more than what is measured
            started = process_time()
            assert len(merged(doc, found)) == 1
            return process_time() - started

    assert any(cost(8_000) < 3 * cost(4_000) for _ in range(3))
