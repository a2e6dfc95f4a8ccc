"""How wide texts are on a terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len as cells_of

from scrapelint.reporters.people.cells import cell_len, is_plain
from scrapelint.text.visible import visible_char


def test_plain_code_points_are_seen_and_one_cell_wide() -> None:
    plain = [char for char in map(chr, range(0x10000)) if is_plain(char)]

    assert len(plain) > 1000
    assert {cells_of(char) for char in plain} == {1}
    assert all(visible_char(char) == char for char in plain)


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("Brücke – “quay”", 15), ("市长", 4), ("e\u0301", 1), ("│ 市", 4)]
)
def test_width_is_that_of_a_terminal(text: str, width: int) -> None:
    assert cell_len(text) == cells_of(text) == width
