"""Articles as keys, findings as bytes."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapelint.article import Article
from scrapelint.corpus.rows import ArticleEvidence, ArticleVerdicts, Counted, RuleVerdict
from scrapelint.finding import Edit, Finding, Fix, Related, Severity, Span
from scrapelint.intake import Found
from scrapelint.location import Location
from scrapelint.result_cache.written import (
    UnknownValueError,
    dumped,
    dumped_verdicts,
    loaded,
    loaded_evidence,
    loaded_verdicts,
    of_article,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(*pair))
FIXES = st.builds(
    Fix,
    st.text(),
    st.lists(st.builds(Edit, st.integers(0, 99), st.integers(0, 99), st.text())).map(tuple),
    st.booleans(),
    st.lists(SPANS).map(tuple),
)
FINDINGS = st.builds(
    Finding,
    st.just("ACM001"),
    st.text(),
    st.sampled_from(Severity),
    st.text(),
    st.none() | SPANS,
    st.floats(0, 1) | st.integers(0, 1),
    st.dictionaries(st.text(), VALUES),
    st.none() | FIXES,
    st.text(),
    related=st.lists(st.builds(Related, st.text(), st.none() | st.integers(1, 99), st.text())).map(tuple),
)
ARTICLE = Article("The quay is open.", "1", "a.txt", 1, {"title": "Quay"}, "text", Location(2, 1, 9), "b/a.txt", 4)


def shown(value: Any) -> str:
    """Return a value with the types of all its parts."""
    return repr(value)


@settings(max_examples=15)
@given(st.lists(FINDINGS, max_size=3), st.none() | st.text(max_size=3), st.booleans())
def test_findings_are_read_as_they_were(findings: list[Finding], language: str | None, today_only: bool) -> None:  # noqa: FBT001
    kept = loaded(dumped(Found(findings, "", None, language, today_only=today_only), 19000))

    assert shown(kept) == shown(
        kept._replace(found=Found(findings, "", None, language, today_only=today_only), day=19000)
    )


def test_evidence_is_read_as_it_was() -> None:
    noted = ArticleEvidence(-(2**63), [0, 1], [2, 0], [7, -(2**62)], [0, 5], ["1 2", "[]"], [Counted(1, 5, -(2**63))])

    written = loaded(dumped(Found((), "", noted), 1)).found.evidence

    assert isinstance(written, bytes)
    assert shown(loaded_evidence(written)) == shown(noted)


def test_verdicts_are_read_as_they_were() -> None:
    verdicts = [ArticleVerdicts([RuleVerdict(-5, 2, '["a"]')], 1), ArticleVerdicts([RuleVerdict(6, 0, "é")], None)]

    assert shown(loaded_verdicts(dumped_verdicts(verdicts))) == shown(verdicts)


@pytest.mark.parametrize("evidence", [{"a": {1, 2}}, {1: "a"}, {"a": {1: 2}}, {"a": Span(1, 2)}, {"a": object()}])
def test_finding_that_would_be_read_as_another_is_not_written(evidence: dict[Any, Any]) -> None:
    finding = Finding("ACM001", "a", Severity.INFO, "a", None, 0.9, evidence)

    with pytest.raises(UnknownValueError):
        dumped(Found([finding]), 1)


CHANGES: list[Callable[[Article], Article]] = [
    lambda a: a._replace(text=a.text + " "),
    lambda a: a._replace(text="The quay is 0pen."),
    lambda a: a._replace(id="2"),
    lambda a: a._replace(filename="./a.txt"),
    lambda a: a._replace(record=2),
    lambda a: a._replace(fields={}),
    lambda a: a._replace(fields={"title": "quay"}),
    lambda a: a._replace(fields={"title": ["Quay"]}),
    lambda a: a._replace(fields={"title": "Quay", "url": None}),
    lambda a: a._replace(fields={"title": "Quay", "date": date(2024, 5, 1)}),
    lambda a: a._replace(fields={"title": "Quay", "date": datetime(2024, 5, 1, tzinfo=UTC)}),
    lambda a: a._replace(fields={"title": "Quay", "date": "2024-05-01"}),
    lambda a: a._replace(fields={"title": 1}),
    lambda a: a._replace(fields={"title": True}),
    lambda a: a._replace(fields={"title": 1.0}),
    lambda a: a._replace(text_field="body"),
    lambda a: a._replace(start=Location(1, 1, 9)),
    lambda a: a._replace(path="a.txt"),
    lambda a: a._replace(row=5),
    lambda a: a._replace(row=None),
]


def test_each_change_of_an_article_is_another_key() -> None:
    keys = [of_article(ARTICLE), *(of_article(change(ARTICLE)) for change in CHANGES)]

    assert len(set(keys)) == len(keys)


@given(VALUES, st.text())
def test_equal_articles_have_one_key(value: Any, text: str) -> None:
    fields = {"title": value}
    copy = {"title": json.loads(json.dumps(value))} if shown(json.loads(json.dumps(value))) == shown(value) else fields

    assert of_article(ARTICLE._replace(text=text, fields=fields)) == of_article(
        ARTICLE._replace(text=text, fields=copy)
    )


def test_article_with_a_value_that_is_not_plain_has_no_key() -> None:
    with pytest.raises(UnknownValueError):
        of_article(ARTICLE._replace(fields={"title": object()}))
