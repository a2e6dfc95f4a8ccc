"""A rule for what others leave finds the same, whatever else is selected."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrapelint.api import check_paths

CORPUS = Path(__file__).parents[3] / "corpus"


def found(*select: str) -> set[tuple[str, int]]:
    """Return the rows that the fallback reports, or would where no surer rule did."""
    results = check_paths([CORPUS / "bad"], isolated=True, select=select or None)
    rows = ((result.article.filename, f) for result in results for f in result.findings)
    return {
        (name, row)
        for name, f in rows
        if f.code == "NAV013" or "NAV013 other-stories" in f.evidence.get("also", ())
        for row in range(f.row or 0, f.end.row + 1 if f.end else 0)
    }


@pytest.mark.parametrize("select", ["NAV013", "NAV", "CMT"])
def test_fallback_finds_nothing_alone_that_it_leaves_among_others(select: str) -> None:
    assert found(select, "NAV013") <= found()
