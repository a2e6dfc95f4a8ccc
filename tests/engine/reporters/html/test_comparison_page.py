"""A comparison as a page: both versions side by side, what differs marked, and the size bounded."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pages import parsed

from scrapelint.comparing.comparison import compared
from scrapelint.comparing.difference import difference
from scrapelint.comparing.side import Known, Version, known_of
from scrapelint.comparing.store import Store
from scrapelint.finding import Finding, Severity, Span
from scrapelint.fixes.edits import Mended
from scrapelint.reporters.html.comparison_page import Request, print_page
from scrapelint.reporters.shown import Shown
from scrapelint.scoring import Score
from scrapelint.text.lines import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest
    from pages import Element

FIRST = "The storm closed the harbour on Monday, and no ferry left for the islands."
SECOND = "The harbour master said that the wind had reached 110 kilometres an hour."
SHARE = "Share Tweet"


def share_of(version: Version) -> list[Finding]:
    at = version.text.find(SHARE)
    return [] if at < 0 else [Finding("NAV002", "share-bar", Severity.ERROR, "row", Span(at, at + len(SHARE)), 0.9)]


def version(text: str, name: str, side: str, *, score: float = 1.0, site: str = "larn.example") -> Version:
    record = int(name.rpartition("/")[2]) + 1
    made = Version(name, "", name, f"{side}:{record}", site, text, Score(score, 1 - score, len(text)), (), side, record)
    return made._replace(findings=tuple(known_of(made.article, finding) for finding in share_of(made)))


def examine(version: Version, known: Sequence[Known]) -> Shown:
    article = version.article
    return Shown(article, share_of(version) if known else [], Mended(article, {}, (), ()), list(split(version.text)),
                 lambda _: "body")  # fmt: skip


def written(*texts: tuple[str, str], size: int = 300, score: float = 0.5, **fields: str) -> str:
    out = io.StringIO()
    with Store() as store:
        for number, (old, new) in enumerate(texts):
            store.add(0, version(old, f"https://larn.example/{number}", "old.jsonl", **fields))
            store.add(1, version(new, f"https://larn.example/{number}", "new.jsonl", score=score, **fields))
        done = compared(store, "", 5, size)
        examples = (difference(store[pair.old], store[pair.new]) for pair in done.examples)
        print_page(done, examples, Request(("old", "new"), 0.05, examine, lambda _: ""), out)
    return out.getvalue()


def pairs(page: Element) -> list[list[tuple[str, str]]]:
    """What stands beside each other: of each cell its turn and its text."""
    found = [pair.of("div", "cell") for pair in page.of("div", "pair") if not pair.of("p", "version")]
    return [[_cell(cell) for cell in cells] for cells in found]


def _cell(cell: Element) -> tuple[str, str]:
    (turn,) = {"gone", "come"} & cell.classes or {""}
    return turn, "".join(text.text for text in cell.of("div", "text"))


def test_same_lines_stand_beside_each_other_and_others_are_marked() -> None:
    page = parsed(written((f"{FIRST}\n\n{SHARE}\n\n{SECOND}", f"Menu\n\n{FIRST}\n\n{SECOND}")))

    assert pairs(page) == [
        [("", ""), ("come", "Menu")],
        [("", FIRST), ("", FIRST)],
        [("gone", SHARE), ("", "")],
        [("", SECOND), ("", SECOND)],
    ]
    assert [mark.text for mark in page.of("mark", "error")] == [SHARE]
    assert [chip.text for chip in page.of("span", "chip")] == ["−NAV002"]


def test_of_lines_that_begin_alike_what_differs_is_marked() -> None:
    page = parsed(written((FIRST, f"{FIRST} Share")))

    assert pairs(page) == [[("", FIRST), ("come", f"{FIRST} Share")]]
    assert [new.text for new in page.of("ins")] == [" Share"]
    page = parsed(written((FIRST, FIRST.replace("Monday", "Tuesday"))))
    assert [(old.text, new.text) for old, new in zip(page.of("del"), page.of("ins"), strict=True)] == [("Mon", "Tues")]


def test_lines_that_differ_in_a_row_are_together_so_that_a_narrow_window_shows_the_old_ones_first() -> None:
    page = parsed(written((f"{FIRST}\n{SECOND}\nHome\nTags", f"{FIRST}\n{SECOND}\nMenu\nLogin")))

    assert [len(run.of("div", "pair")) for run in page.of("div", "run")] == [1, 1, 2]


def test_lines_far_from_what_differs_are_left_out_and_counted() -> None:
    lines = [f"{FIRST} {number}" for number in range(30)]
    page = parsed(written(("\n".join(lines), "\n".join([*lines[:10], SHARE, *lines[10:]]))))

    assert [gap.text for gap in page.of("p", "left-out")] == ["8 lines that both have", "18 lines that both have"]
    assert len(pairs(page)) == 5


def test_every_place_and_finding_has_an_address_of_its_own() -> None:
    page = parsed(written(*((f"{FIRST} {n}", f"{FIRST} {n}\n\n{SHARE}") for n in range(5))))

    ids = [element.attributes["id"] for element in page.all if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert len(page.of("div", "place")) == len(page.of("div", "note")) == 5


def test_page_is_bounded_and_says_how_many_articles_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = len(written((FIRST, FIRST), score=1.0))
    monkeypatch.setattr("scrapelint.reporters.html.fitting.MAX_ARTICLES_BYTES", 40_000)

    page = written(*((f"{FIRST} {n}", SECOND * n) for n in range(1, 40)))

    assert 30_000 < len(page) - frame < 60_000
    assert "more would make the page too large" in parsed(page).text


def test_endless_line_is_cut() -> None:
    frame = len(written((FIRST, FIRST), score=1.0))

    assert len(written((FIRST, "a<b " * 200_000))) - frame < 40_000


def test_no_more_articles_are_shown_than_asked_for() -> None:
    page = parsed(written(*((f"{FIRST} {n}", SHARE) for n in range(9)), size=2))

    assert len(page.of("article", "card")) == 2
    assert "2 of 9 articles, the worst first" in page.text


def test_page_of_what_is_alike_says_so() -> None:
    page = parsed(written((FIRST, FIRST), score=1.0))

    assert not page.of("article", "card")
    assert "No article is worse or better, and none has gained or lost a finding." in page.text
