"""What changed since an earlier run, by more than chance."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from scrapelint.boilerplate.comparing import EarlierLine, EarlierSite, changed, gone
from scrapelint.boilerplate.earlier import key_written, read
from scrapelint.boilerplate.shared import Change, Example, SharedLine, Zones
from scrapelint.boilerplate.tally import LineTally
from scrapelint.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

KEY = -5


def line(articles: int) -> SharedLine:
    return SharedLine(KEY, "Print", articles, 5 * articles, Zones(0, 0, articles), "", "", Example("a.jsonl:1:1", ""))


def before(articles: int, with_line: int = 0, least: int = 5) -> EarlierSite:
    return EarlierSite(articles, least, {KEY: EarlierLine("Print", with_line)} if with_line else {})


def test_line_that_the_earlier_run_did_not_report_is_new_where_it_had_it_seldom_at_most() -> None:
    assert changed(line(35), 40, before(40)).change == Change("new", 4, 40)
    assert changed(line(6), 40, before(40)).change is None
    assert changed(line(5), 5, before(3)).change is None


@pytest.mark.parametrize(("with_line", "kind"), [(5, "more"), (36, None), (40, "less")])
def test_line_of_both_runs_changed_where_its_share_did(with_line: int, kind: str | None) -> None:
    change = changed(line(28 if with_line > 5 else 35), 40, before(40, with_line)).change

    assert (change.kind if change else None) == kind


def test_nothing_changed_on_a_site_that_the_earlier_run_did_not_have() -> None:
    assert changed(line(40), 40, None).change is None


def test_line_is_gone_where_clearly_fewer_articles_have_it() -> None:
    left = LineTally(KEY)
    left.articles = 1

    (lost,) = gone(40, before(40, 40), (), {KEY: left})

    assert (lost.text, lost.articles, lost.change) == ("Print", 1, Change("gone", 40, 40))
    assert not list(gone(40, before(40, 40), {KEY}, {}))
    assert not list(gone(3, before(40, 8), (), {}))


def written(path: Path, **site: object) -> str:
    shared = {"text": "Print", "key": key_written(KEY), "articles": 7}
    known = {"site": "a.example", "articles": 9, "blocks": [{"lines": [shared]}], **site}
    path.write_text(json.dumps({"version": 1, "min_articles": 3, "min_share": 0.5, "sites": [known]}))
    return str(path)


def test_earlier_run_is_read_as_it_was_written(tmp_path: Path) -> None:
    found = read(written(tmp_path / "a.json"))

    assert found == {"a.example": EarlierSite(9, 5, {KEY: EarlierLine("Print", 7)})}


@pytest.mark.parametrize(
    "site",
    [
        {"articles": 0}, {"articles": "9"}, {"articles": 6}, {"blocks": None}, {"blocks": [{"lines": [{}]}]},
        {"blocks": [{"lines": [{"text": "Print", "key": "xyz", "articles": 7}]}]},
        {"blocks": [{"lines": [{"text": None, "key": "0" * 16, "articles": 7}]}]},
    ],
)  # fmt: skip
def test_file_that_holds_something_else_is_told(tmp_path: Path, site: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="not what `scrapelint sites"):
        read(written(tmp_path / "a.json", **site))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 1, "min_articles": 3, "min_share": Infinity, "sites": []}',
        '{"version": 2, "sites": []}',
        "3",
        '"a"',
    ],
)
def test_any_other_json_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text)

    with pytest.raises(UsageError, match="not what `scrapelint sites"):
        read(str(tmp_path / "a.json"))
