"""Findings and their names."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from texts import WITH_SURROGATES

from scrapelint.finding import Edit, Finding, Fix, Severity, fingerprint


def finding(**values: Any) -> Finding:
    base = {"code": "CMT001", "name": "comment-form", "severity": Severity.ERROR, "message": "m", "span": None}
    return Finding(**{**base, "confidence": 0.9, **values})


class TestSeverity:
    def test_worse_is_larger(self) -> None:
        assert Severity.INFO < Severity.WARNING < Severity.ERROR

    @pytest.mark.parametrize("severity", Severity)
    def test_severity_is_known_by_its_label(self, severity: Severity) -> None:
        assert Severity.of(severity.label) is severity

    def test_unknown_label_is_a_key_error(self) -> None:
        with pytest.raises(KeyError):
            Severity.of("fatal")


@pytest.mark.parametrize(("safe", "applicability"), [(True, "safe"), (False, "unsafe")])
def test_fix_is(applicability: str, *, safe: bool) -> None:
    assert Fix("remove the line", (Edit(0, 1),), safe).applicability == applicability


def test_edit_removes_where_it_says_nothing_else() -> None:
    assert Edit(0, 1).content == ""


def test_finding_is_about_the_text_where_it_says_nothing_else() -> None:
    assert finding().field == "text"


def test_finding_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        finding().message = "n"  # type: ignore[misc]


class TestFingerprint:
    @given(excerpt=WITH_SURROGATES)
    def test_fingerprint_of_any_excerpt_has_32_digits(self, excerpt: str) -> None:
        made = fingerprint(finding(), "a", excerpt)

        assert len(made) == 32
        assert int(made, 16) >= 0

    def test_fingerprint_is_the_same_in_every_version(self) -> None:
        assert fingerprint(finding(), "a.txt", "Share") == "065db30559f155209cdf46478f52ef5e"

    @pytest.mark.parametrize(
        "values", [{"span": (9, 12)}, {"message": "n"}, {"confidence": 0.5}, {"severity": Severity.INFO}], ids=str
    )
    def test_fingerprint_survives(self, values: dict[str, Any]) -> None:
        assert fingerprint(finding(**values), "a", "Share") == fingerprint(finding(), "a", "Share")

    def test_fingerprint_survives_case_and_white_space(self) -> None:
        assert fingerprint(finding(), "a", " Share\n this") == fingerprint(finding(), "a", "share This")

    @pytest.mark.parametrize(
        "other",
        [
            pytest.param((finding(code="CMT002"), "a", "Share", 0), id="code"),
            pytest.param((finding(field="title"), "a", "Share", 0), id="field"),
            pytest.param((finding(), "b", "Share", 0), id="article"),
            pytest.param((finding(), "a", "Tweet", 0), id="excerpt"),
            pytest.param((finding(), "a", "Share", 1), id="number"),
        ],
    )
    def test_fingerprint_differs_by(self, other: tuple[Finding, str, str, int]) -> None:
        assert fingerprint(*other) != fingerprint(finding(), "a", "Share", 0)
