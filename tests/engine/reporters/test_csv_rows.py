"""Cells of CSV are text, whatever stands in the data."""

from __future__ import annotations

import csv
import io

import pytest

from scrapelint.reporters.programs.csv_rows import write_rows


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_text_that_a_spreadsheet_would_run_is_marked_as_text(start: str) -> None:
    out = io.StringIO()

    write_rows(out, [[f'{start}HYPERLINK("https://larn.example")', "Larn, = 3", -2, 0.5, ""]])

    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert row == [f'\'{start}HYPERLINK("https://larn.example")', "Larn, = 3", "-2", "0.5", ""]


@pytest.mark.parametrize("break_", ["\r", "\n", "\r\n"])
def test_line_break_in_a_cell_begins_no_row(break_: str) -> None:
    out, cell = io.StringIO(), f"Larn{break_}=1+1"

    write_rows(out, [[cell, 2, "x"], ["a", 3, "b"]])

    assert list(csv.reader(io.StringIO(out.getvalue(), newline=""))) == [[cell, "2", "x"], ["a", "3", "b"]]
