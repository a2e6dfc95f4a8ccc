"""Tables of figures that stand one cell a line."""

from __future__ import annotations

from scrapelint.text.lines import split
from scrapelint.text.tables.cells import table_lines

STORY = "The ferries of Larn sailed less often than those of Orlo in May, and were late on every second day."
BOATS = "Swan\n212\n0.20\nHeron\n96\n-0.05\nGannet\n101\n0.14"


def _table(text: str) -> list[str]:
    lines = list(split(text))
    return [lines[index].text for index in sorted(table_lines(lines))]


def test_cells_row_by_row_are_a_table() -> None:
    assert _table(f"{STORY}\n{BOATS}\n{STORY}") == BOATS.split("\n")


def test_headings_of_the_columns_belong_to_the_table() -> None:
    assert _table(f"{STORY}\n\nBoat\nTrips\nPer day\n{BOATS}")[:3] == ["Boat", "Trips", "Per day"]


def test_the_source_below_belongs_to_the_table_and_a_sentence_does_not() -> None:
    assert _table(f"{STORY}\n{BOATS}\nSource: Port of Larn\n{STORY}")[-1] == "Source: Port of Larn"


def test_a_row_may_name_a_day_and_an_abbreviation() -> None:
    text = "Swan\nMay 1, 2017\n46\n21\nD.C.\nMay 2, 2018\n24\n8\nHeron\nMay 1, 2017\n40\n9"

    assert _table(f"{STORY}\n{text}") == text.split("\n")


def test_two_rows_are_no_table() -> None:
    assert _table(f"{STORY}\nSwan\n212\n0.20\nHeron\n96\n-0.05\n{STORY}") == []


def test_numbered_links_are_no_table() -> None:
    assert _table("Most read\n1\nFerry strike ends\n2\nNew quay opens\n3\nMayor resigns\n4\nFog on the river") == []


def test_days_and_times_are_no_figures() -> None:
    assert _table("Sport\n05.08.2024\n00:49\nBoats win\n06.08.2024\n01:10\nFog\n07.08.2024\n02:33\nStorm") == []


def test_one_figure_between_two_cells_goes_on_with_a_table() -> None:
    text = "Swan\n212\n0.20\nHeron\nMay 1\n96\nmore than 40\nTern\nMay 2\n24\n8\nGannet\n101\n0.14"

    assert _table(f"{STORY}\n{text}\n{STORY}") == text.split("\n")
