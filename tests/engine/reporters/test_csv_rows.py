"""Cells of CSV are text, whatever stands in the data."""

from __future__ import annotations

import csv
import io

import pytest

from scrapelint.reporters.programs.csv_rows import write_rows


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_is_marked_as_text(start: str) -> None:
    out = io.StringIO()

    write_rows(out, [[f'{start}HYPERLINK("https://larn.example")', "Larn, = 3", -2, 0.5, ""]])

    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert row == [f'\'{start}HYPERLINK("https://larn.example")', "Larn, = 3", "-2", "0.5", ""]
