"""The table of `scrapelint sites` on a terminal."""

from __future__ import annotations

import io

import pytest

from scrapelint.boilerplate.shared import Change, Example, Limits, SharedBlock, SharedLine, SharedSite, Survey, Zones
from scrapelint.reporters.people.cells import cell_len
from scrapelint.reporters.people.tables.site_table import SiteTable


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def line(key: int, text: str = "Print this page", change: Change | None = None) -> SharedLine:
    return SharedLine(
        key, text, 123_456, 9, Zones(1, 123_454, 1), "2026-03-01", "2026-03-31", Example("a.jsonl:5:3", ""), change
    )


def survey(sites: int = 1, blocks: int = 1, **more: object) -> Survey:
    shared = [SharedBlock((line(key, **more), line(-key - 1, **more))) for key in range(blocks)]  # type: ignore[arg-type]
    named = [SharedSite(f"site-{number}.example", True, 123_456, shared) for number in range(sites)]  # noqa: FBT003
    return Survey(1, Limits(), named)


def printed(found: Survey, *, out: io.StringIO | None = None, color: bool = False, max_lines: int | None = None) -> str:
    out = out or Terminal()
    SiteTable(out, color=color, max_lines=max_lines).print(found)
    return out.getvalue()


@pytest.fixture(autouse=True)
def width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_terminal_shows_ten_lines_of_a_site_and_a_pipe_all() -> None:
    assert printed(survey(blocks=9)).count("│") == 10
    assert "… 8 more lines: --max-lines 18 shows them" in printed(survey(blocks=9))
    assert printed(survey(blocks=9), max_lines=18).count("│") == 18
    assert printed(survey(blocks=9), out=io.StringIO()).count("│") == 18


def test_first_block_is_shown_whatever_room_there_is() -> None:
    assert printed(survey(blocks=2), max_lines=1).count("│") == 2


def test_terminal_shows_twenty_sites_and_says_how_many_there_are() -> None:
    shown = printed(survey(sites=23))

    assert shown.count(".example") == 20
    assert "… 3 more sites: pipe the output, or --output-format csv" in shown
    assert printed(survey(sites=23), out=io.StringIO()).count(".example") == 23


def test_rows_fit_on_eighty_columns() -> None:
    shown = printed(survey(text="A long line of the page, 港口于周一重新开放 " * 30))

    assert max(map(cell_len, shown.splitlines())) <= 80
    assert shown.count("│") == 6
    assert shown.count("…") == 2


def test_colours_only_repeat_what_words_say() -> None:
    found = survey(change=Change("more", 5, 40))._replace(absent=0)

    assert "\x1b[" in printed(found, color=True)
    assert "more: before in 5 of 40 articles" in printed(found)
    assert "\x1b" not in printed(found)


@pytest.mark.parametrize("columns", ["1", "39"])
def test_narrow_terminal_is_printed_to_as_well(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert printed(survey(text="A long line of the page " * 30)).count("│") == 6
