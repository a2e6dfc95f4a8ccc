"""`scrapelint compare`, as its users run it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from command import FORM, Ran, json_lines, scrapelint
from pages import parsed
from terminal import Screen

from scrapelint.cli import main

if TYPE_CHECKING:
    from pathlib import Path

STORY = (
    "The storm closed the harbour on Monday, and no ferry left for the islands until the evening.\n\n"
    "The harbour master said that the wind had reached 110 kilometres an hour before noon.\n\n"
    "Nobody was hurt, and the ferries are to sail again on Tuesday morning, the office said."
)
SHORT = STORY.partition("\n\n")[0]


def record(number: int, text: str = STORY, **fields: Any) -> dict[str, Any]:
    return {"url": f"https://larn.example/{number}", "text": text, **fields}


def write(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_text(json_lines(records), encoding="utf-8")


def compare(folder: Path, old: list[dict[str, Any]], new: list[dict[str, Any]], *options: str) -> Ran:
    write(folder / "old.jsonl", old)
    write(folder / "new.jsonl", new)
    return scrapelint("compare", "old.jsonl", "new.jsonl", "--isolated", *options, cwd=folder)


def result(ran: Ran) -> dict[str, Any]:
    known: dict[str, Any] = json.loads(ran.out)
    return known


DIRTY = f"{STORY}\n\n{FORM}"


def test_same_articles_are_alike(tmp_path: Path) -> None:
    ran = compare(tmp_path, [record(1), record(2)], [record(2), record(1)])

    assert ran.status == 0
    assert "2 articles on both sides, joined by url; 0 only in old, 0 only in new." in ran.out
    assert "0 better, 0 worse, 2 alike" in ran.out
    assert "gained  0 characters of text in 0 paragraphs; 0 findings" in ran.out
    assert ran.err == ""


def test_new_residue_is_shown_with_its_rule_and_place_and_fails(tmp_path: Path) -> None:
    ran = compare(tmp_path, [record(1), record(2)], [record(1, DIRTY), record(2)])

    assert ran.status == 1
    assert "CMT001 comment-form    0    1       1     0" in ran.out
    assert "1. https://larn.example/1  1.00 -> " in ran.out
    assert "-                                 │     7 Your email address will not be…" in ran.out
    assert ran.out.endswith("50.0% of the articles are worse: more than the 5.0% that --max-worse lets pass.\n")


def test_so_many_of_the_worst_are_shown_as_are_asked_for(tmp_path: Path) -> None:
    old, new = [record(n) for n in range(7)], [record(n, DIRTY) for n in range(7)]

    shown = [compare(tmp_path, old, new, *options).out.count(" -> ") for options in ((), ("--examples", "2"))]

    assert shown == [5, 2]


def test_limit_is_the_users(tmp_path: Path) -> None:
    ran = compare(tmp_path, [record(1), record(2)], [record(1, DIRTY), record(2)], "--max-worse", "0.5")

    assert ran.status == 0
    assert ran.out.endswith("50.0% of the articles are worse: within the 50.0% that --max-worse lets pass.\n")


def test_less_residue_is_better(tmp_path: Path) -> None:
    known = result(compare(tmp_path, [record(1, DIRTY)], [record(1)], "--output-format", "json", "--max-worse", "0"))

    assert (known["better"], known["worse"], known["worse_share"]) == (1, 0, 0.0)
    assert known["score"]["change"] > 0
    assert known["rules"][0] == {"code": "CMT001", "name": "comment-form", "old": 1, "new": 0, "gained": 0, "lost": 1}


def test_lost_article_text_is_worse_though_it_is_clean(tmp_path: Path) -> None:
    ran = compare(tmp_path, [record(1)], [record(1, SHORT)], "--output-format", "json", "--ignore", "SEG006")
    known = result(ran)

    assert ran.status == 1
    assert known["text"]["lost_paragraphs"] == 2
    assert known["examples"][0]["lost_share"] > 0.5
    assert [line["row"] for line in known["examples"][0]["places"][0]["old"]] == [3, 5]


def test_json_has_sites_counts_and_an_interval(tmp_path: Path) -> None:
    old = [record(n, DIRTY) for n in range(3)] + [record(9), {"text": STORY}]
    new = [record(n, DIRTY if n else STORY) for n in range(3)] + [record(8, site="x")]

    known = result(compare(tmp_path, old, new, "--output-format", "json"))

    assert known["joined_by"] == "url"
    assert known["old"] == {"articles": 5, "unpaired": 1, "repeated": 0, "unnamed": 1}
    assert known["new"] == {"articles": 4, "unpaired": 1, "repeated": 0, "unnamed": 0}
    assert known["pairs"] == 3
    assert known["score"]["low"] < known["score"]["change"] < known["score"]["high"]
    assert [(site["site"], site["pairs"], site["better"]) for site in known["sites"]] == [("larn.example", 3, 1)]


def test_records_are_joined_by_id_where_that_pairs_more(tmp_path: Path) -> None:
    old = [record(n, id=f"a{n}") for n in range(3)]
    new = [{"id": f"a{n}", "text": STORY} for n in range(3)]

    assert "3 articles on both sides, joined by id" in compare(tmp_path, old, new).out
    refused = compare(tmp_path, old, new, "--by", "url")
    assert refused.status == 2
    assert "no article is on both sides: they are joined by url" in refused.err


def test_folders_are_joined_by_the_places_of_their_files(tmp_path: Path) -> None:
    for side, text in (("old", STORY), ("new", DIRTY)):
        (tmp_path / side / "b").mkdir(parents=True)
        (tmp_path / side / "b" / "a.txt").write_text(text, encoding="utf-8")

    ran = scrapelint("compare", "old", "new/", "--isolated", cwd=tmp_path)

    assert "1 article on both sides, joined by id" in ran.out
    assert "1. new/b/a.txt" in ran.out


def test_broken_records_are_told(tmp_path: Path) -> None:
    write(tmp_path / "old.jsonl", [record(1), {"url": "https://larn.example/2"}])
    (tmp_path / "new.jsonl").write_text(json.dumps(record(1)) + "\n{", encoding="utf-8")

    ran = scrapelint("compare", "old.jsonl", "new.jsonl", "--isolated", cwd=tmp_path)

    assert ran.status == 0
    assert "old.jsonl: 1 record without a text that can be read: not compared" in ran.err
    assert "new.jsonl: 1 record without a text that can be read: not compared" in ran.err


def test_one_side_may_be_standard_input_and_not_both(tmp_path: Path) -> None:
    write(tmp_path / "new.jsonl", [record(1)])
    stdin = (tmp_path / "new.jsonl").read_bytes()

    assert scrapelint("compare", "-", "-", cwd=tmp_path).status == 2
    options = ("--isolated", "--stdin-filename", "old.jsonl")
    ran = scrapelint("compare", "-", "new.jsonl", *options, cwd=tmp_path, stdin=stdin)
    assert ran.status == 0
    assert "1 article on both sides, joined by url" in ran.out


def test_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "old.jsonl", [record(1)])

    ran = scrapelint("compare", "old.jsonl", "nwe.jsonl", cwd=tmp_path)

    assert (ran.status, ran.out) == (2, "")
    assert "nwe.jsonl: no such file" in ran.err


def test_lines_fit_80_columns_and_hide_no_control(tmp_path: Path) -> None:
    wild = f"{STORY}\n\n\x1b[31mSHARE\u202e {'新闻' * 60}\n\n{FORM}"
    old = [record(n, STORY.replace("harbour", f"harbour {n}")) for n in range(3)]
    new = [record(n, wild, url=f"https://larn.example/{n}", id="x" * 200) for n in range(3)]

    out = compare(tmp_path, old, new).out

    assert "\x1b" not in out
    assert "\u202e" not in out
    assert max(map(width, out.splitlines())) <= 80


def width(line: str) -> int:
    from scrapelint.reporters.people.cells import cell_len

    return cell_len(line)


def test_name_of_a_standard_input_that_is_not_read_is_an_error(tmp_path: Path) -> None:
    ran = compare(tmp_path, [record(1)], [record(1)], "--stdin-filename", "new.csv")

    assert (ran.status, ran.out) == (2, "")
    assert "--stdin-filename names what comes in by standard input: give - for OLD or NEW" in ran.err


def test_sentences_are_wrapped_within_80_columns(tmp_path: Path) -> None:
    ran = compare(tmp_path, [record(1)], [record(1, SHORT)], "--max-worse", "0.25")

    end = "100.0% of the articles are worse: more than the 25.0% that --max-worse lets\npass.\n"
    assert (ran.status, ran.out[-len(end) :]) == (1, end)


@pytest.mark.parametrize("columns", [1, 40])
def test_narrow_terminal_shows_the_beginnings_of_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    sites = [f"https://{host}.example/{n}" for host in ("larnhaven", "oban") for n in range(2)]
    write(tmp_path / "old.jsonl", [{"url": url, "text": STORY} for url in sites])
    write(tmp_path / "new.jsonl", [{"url": url, "text": DIRTY} for url in sites])
    screen = Screen()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("sys.stdout", screen)

    assert main(["compare", "old.jsonl", "new.jsonl", "--isolated"]) == 1

    assert "\nlarnhav…" in screen.getvalue()
    assert "\nCMT001 " in screen.getvalue()


def test_page_shows_both_versions_beside_the_other_formats(tmp_path: Path) -> None:
    options = ("--output-format", "json", "--output-format", "html:out.html", "--max-worse", "1")

    ran = compare(
        tmp_path, [record(1, title="Storm"), record(2)], [record(1, DIRTY, title="Storm"), record(2)], *options
    )

    page = parsed((tmp_path / "out.html").read_text(encoding="utf-8"))
    assert result(ran)["pairs"] == 2
    card = page.one("article", "card")
    assert card.one("h3").text == "Storm"
    assert card.attributes["data-rule"] == "CMT001"
    assert [note.attributes["data-rule"] for note in card.of("div", "note")] == ["CMT001"]
    (cell,) = card.of("div", "come")
    assert cell.one("div", "text").text == FORM


def test_page_knows_records_and_fields_again(tmp_path: Path) -> None:
    old, new = record(1, title="Storm closes harbour"), record(1, title="<b>Storm</b>")

    ran = compare(tmp_path, [old], [new], "--output-format", "html", "--ignore", "QUA")

    card = parsed(ran.out).one("article", "card")
    assert [(row.one("div", "gutter").text, row.one("div", "text").text) for row in card.of("div", "field")] == [
        ("title", "<b>Storm</b>")
    ]


def test_page_is_never_written_over_what_is_read(tmp_path: Path) -> None:
    ran = compare(tmp_path, [record(1)], [record(1)], "--output-format", "html:old.jsonl")

    assert (ran.status, ran.out) == (2, "")
    assert "--output-format: old.jsonl is read: give another name" in ran.err
    assert json.loads((tmp_path / "old.jsonl").read_text(encoding="utf-8"))["text"] == STORY


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--output-format", "sarif"), '"sarif" shows one crawl; there are full, json, html'),
        (("--output-format", "json", "--output-format", "html"), "json and html both go to standard output"),
        (("--report-articles", "3"), "--report-articles is for a page: add --output-format html:FILE"),
    ],
)
def test_formats_that_cannot_be_are_told(tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    ran = compare(tmp_path, [record(1)], [record(1)], *options)

    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
