"""Lines laid out for a width."""

from __future__ import annotations

import pytest
from terminal import Screen

from scrapelint.reporters.people.terminal import MIN_WIDTH, Sheet, cut


@pytest.mark.parametrize(
    ("width", "shown"), [(9, "ferry now"), (8, "ferry n…"), (6, "ferry…"), (1, "…"), (0, "…"), (-5, "…")]
)
def test_what_does_not_fit_ends_in_an_ellipsis(width: int, shown: str) -> None:
    assert "".join(text for text, _ in cut([("ferry", "bold"), (" now", "")], width)) == shown


@pytest.mark.parametrize(("columns", "width"), [("1", MIN_WIDTH), ("72", 72)])
def test_terminal_has_its_own_width_from_the_least_on(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert Sheet(Screen(), color=False).width == width
