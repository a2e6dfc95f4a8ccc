"""Two equal cells side by side, where a table has lost its lines, are worth knowing; a year said twice is a loop."""

from __future__ import annotations

import pytest

from scrapelint import lint_text
from scrapelint.finding import Severity

CARDS = (
    "The bank of Larn has two new cards, it said on Monday. First card Second card Points {} {} Lounges of the port are "
    "open to both. It wants its clients to pay for the ferry with them."
)


@pytest.mark.parametrize(
    ("phrase", "severity"),
    [("up to 3.5 points per crown", Severity.INFO), ("for all points of the year 1934", Severity.ERROR)],
)
def test_equal_cells_with_a_figure_are_info(phrase: str, severity: Severity) -> None:
    found = lint_text(CARDS.format(phrase, phrase), select="MTX008")

    assert [one.severity for one in found] == [severity]
