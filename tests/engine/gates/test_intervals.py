"""Whether two shares differ by more than chance."""

from __future__ import annotations

import pytest

from scrapelint.gates.intervals import is_higher


@pytest.mark.parametrize(
    ("now", "earlier", "is_clear"),
    [
        ((40, 40), (4, 40), True),
        ((6, 6), (0, 6), True),
        ((3, 3), (0, 3), False),
        ((30, 40), (20, 40), False),
        ((300, 400), (200, 400), True),
        ((5, 10), (5, 10), False),
        ((4, 40), (40, 40), False),
    ],
)
def test_share_is_higher_where_chance_does_not_explain_it(
    now: tuple[int, int], earlier: tuple[int, int], *, is_clear: bool
) -> None:
    assert is_higher(*now, *earlier) == is_clear
