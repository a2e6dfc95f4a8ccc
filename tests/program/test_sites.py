"""`scrapelint sites`: what the articles of each site share, as users run it."""

from __future__ import annotations

import contextlib
import csv
import gzip
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from command import Ran, json_lines, scrapelint

from scrapelint.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PLACES = "Larn Ellery Maud Corvin Tessa Hild Orla Brack Senn Dovre Askel Rune".split()
SIGN_UP = "Sign up for our newsletter\n\nEvery morning in your inbox."
GIVE = "Give what you can: we live on what readers pay."


def record(number: int, after: str = SIGN_UP, host: str = "www.larn.example", **more: Any) -> dict[str, Any]:
    """Return an article of its own, which ends as all of its site do."""
    place = PLACES[number % len(PLACES)]
    story = f"The crews of the {place} ferry went back to work, union {'i' * number} said, after nine days of strike in port."
    date = f"2026-{1 + number // 28:02}-{1 + number % 28:02}"
    return {"url": f"https://{host}/{number}", "date": date, "text": f"{story}\n\n{after}", **more}


def write(path: Path, records: Iterable[dict[str, Any]]) -> None:
    path.write_text(json_lines(records), encoding="utf-8")


def sites(*arguments: str, cwd: Path) -> Ran:
    """Run the command in this process, which starts no other one."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(cwd), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(["sites", "--isolated", *arguments])
    return Ran(status, out.getvalue(), err.getvalue())


@pytest.fixture
def here(tmp_path: Path) -> Path:
    write(tmp_path / "march.jsonl", map(record, range(20)))
    write(tmp_path / "april.jsonl", (record(n, f"{GIVE}\n\n{SIGN_UP}") for n in range(30, 50)))
    return tmp_path


def test_table_shows_text_share_place_dates_and_an_example(here: Path) -> None:
    ran = sites("march.jsonl", cwd=here)

    assert ran.out == (
        "larn.example  20 articles, 1,080 characters in 2 shared lines\n"
        "articles   share    head    body    tail  since       last\n"
        "      20  100.0%       0       0      20  2026-01-01  2026-01-20\n"
        "          │ Sign up for our newsletter\n"
        "          │ Every morning in your inbox.\n"
        "            e.g. march.jsonl:20:3\n"
        "\n"
    )
    assert (ran.status, ran.err) == (0, "2 shared lines on 1 site, in 20 different articles.\n")


def test_only_what_reaches_articles_and_share_is_reported(here: Path) -> None:
    assert sites("march.jsonl", "april.jsonl", "--min-share", "0.6", cwd=here).out.count("│") == 2
    assert sites("march.jsonl", "april.jsonl", cwd=here).out.count("│") == 3
    ran = sites("march.jsonl", "--min-articles", "21", cwd=here)
    assert (ran.out, ran.err) == ("", "In 20 different articles no line is shared by 21 or more articles of a site.\n")


def test_sites_with_most_shared_characters_come_first(here: Path) -> None:
    write(here / "b.jsonl", (record(n, "Print", host="b.example") for n in range(8)))
    write(here / "c.jsonl", (record(n, f"{SIGN_UP}\n\n{GIVE}" * 3, host="c.example") for n in range(20)))

    ran = sites("b.jsonl", "march.jsonl", "c.jsonl", cwd=here)

    assert [line.split()[0] for line in ran.out.splitlines() if "shared line" in line] == [
        "c.example", "larn.example", "b.example",
    ]  # fmt: skip


def test_json_has_all_and_csv_a_row_a_line(here: Path) -> None:
    found = json.loads(sites("march.jsonl", "--output-format", "json", cwd=here).out)
    rows = list(csv.DictReader(sites("march.jsonl", "--output-format", "csv", cwd=here).out.splitlines()))

    (site,) = found["sites"]
    (block,) = site["blocks"]
    assert (found["articles"], site["site"], site["characters"], block["share"]) == (20, "larn.example", 1080, 1.0)
    assert block["lines"][0] == {
        "text": "Sign up for our newsletter", "key": rows[0]["key"], "articles": 20, "share": 1.0, "characters": 520,
        "head": 0, "body": 0, "tail": 20, "first": "2026-01-01", "last": "2026-01-20", "example": "march.jsonl:20:3",
        "url": "https://www.larn.example/19", "change": None,
    }  # fmt: skip
    assert [(row["block"], row["line"], row["text"]) for row in rows] == [
        ("1", "1", "Sign up for our newsletter"), ("1", "2", "Every morning in your inbox."),
    ]  # fmt: skip


def test_later_run_is_compared_with_an_earlier_one(here: Path) -> None:
    assert sites("march.jsonl", "--output-format", "json", "-o", "march.json", cwd=here).out == ""

    later = sites("april.jsonl", "--against", "march.json", "--exit-non-zero-on-change", cwd=here)
    same = sites("march.jsonl", "--against", "march.json", "--exit-non-zero-on-change", cwd=here)

    assert later.status == 1
    assert "new: before in at most 4 of 20 articles" in later.out
    assert [line.strip() for line in later.out.splitlines() if "│" in line] == [f"│ {GIVE}"]
    assert later.err.endswith("Against the earlier run: 1 new.\n")
    assert (same.status, same.out) == (0, "")
    assert same.err.endswith("Against the earlier run: no clear change.\n")


def test_change_alone_is_no_failure(here: Path) -> None:
    sites("april.jsonl", "--output-format", "json", "-o", "before.json", cwd=here)

    ran = sites("march.jsonl", "--against", "before.json", cwd=here)

    assert ran.status == 0
    assert "gone: before in 20 of 20 articles" in ran.out
    assert GIVE in ran.out


def test_sites_of_one_run_only_are_told_not_compared(here: Path) -> None:
    write(here / "b.jsonl", (record(n, "Print", host="b.example") for n in range(9)))
    sites("march.jsonl", "--output-format", "json", "-o", "before.json", cwd=here)

    ran = sites("b.jsonl", "--against", "before.json", "--exit-non-zero-on-change", cwd=here)

    assert (ran.status, ran.out) == (0, "")
    assert "Not compared: 1 site that the earlier run does not have.\n" in ran.err
    assert "1 site of the earlier run without an article now.\n" in ran.err


def test_run_can_take_the_place_of_the_one_that_it_is_compared_with(here: Path) -> None:
    options = ("--output-format", "json", "-o", "all.json")
    sites("march.jsonl", *options, cwd=here)

    sites(".", "--against", "all.json", *options, cwd=here)

    (site,) = json.loads((here / "all.json").read_text())["sites"]
    assert site["articles"] == 40
    changes = [(line["text"], line["change"]["kind"]) for b in site["blocks"] for line in b["lines"] if line["change"]]
    assert changes == []
    assert [line["text"] for b in site["blocks"] for line in b["lines"] if line["text"] == GIVE] == [GIVE]


def test_earlier_run_in_the_folder_is_no_article(here: Path) -> None:
    sites("march.jsonl", "--output-format", "json", "-o", "before.json", cwd=here)

    ran = sites(".", "--against", "before.json", cwd=here)

    assert "could not be read" not in ran.err
    assert "in 40 different articles" in ran.err


def test_selector_is_found_in_the_pages_and_prunes_the_line(here: Path) -> None:
    pages = [record(number) for number in range(12)]
    for number, one in enumerate(pages):
        story = one["text"].partition("\n")[0]
        box = f'<div class="box-{number} promo"><h3>Sign up for our newsletter</h3><p>Every morning in your inbox.</p></div>'
        one["page"] = {"html": f"<html><body><main><h3>Live</h3><p>{story}</p></main>{box}</body></html>"}
    write(here / "pages.jsonl", pages)

    ran = sites("pages.jsonl", "--html-field", "page.html", cwd=here)

    assert "            prune_xpath: on 11 of 11 other pages, nothing else\n" in ran.out
    assert '              //div[contains(concat(" ", normalize-space(@class), " "), " promo ")]\n' in ran.out


def test_page_field_that_no_record_has_is_told(here: Path) -> None:
    ran = sites("march.jsonl", "--html-field", "html", cwd=here)

    assert (ran.status, ran.out) == (2, "")
    assert "--html-field: no record has the field html with a page in it" in ran.err


def test_missing_library_is_named_with_what_to_install(here: Path) -> None:
    (here / "none").mkdir()
    (here / "none" / "lxml.py").write_text("raise ImportError")

    options = ("--isolated", "--html-field", "html")
    ran = scrapelint("sites", *options, "march.jsonl", cwd=here, PYTHONPATH=str(here / "none"))

    assert ran.status == 2
    assert ran.err == "scrapelint: --html-field needs lxml: pip install 'scrapelint[html]'\n"


def test_standard_input_is_json_lines_and_files_may_be_compressed(here: Path) -> None:
    data = (here / "march.jsonl").read_bytes()
    (here / "march.jsonl.gz").write_bytes(gzip.compress(data))

    by_pipe = scrapelint("sites", "--isolated", "-", cwd=here, stdin=data)
    by_file = sites("march.jsonl.gz", cwd=here)

    assert by_pipe.out.replace("-:20:3", "march.jsonl.gz:20:3") == by_file.out
    assert "larn.example  20 articles" in by_file.out


def test_table_shows_so_many_lines_of_a_site_and_says_how_to_see_the_others(here: Path) -> None:
    write(
        here / "long.jsonl",
        (record(n, f"{SIGN_UP}\n\n{'i' * n} rode\n\n{GIVE}\n\n{'a' * n} sang\n\nPrint") for n in range(9)),
    )

    ran = sites("long.jsonl", "--max-lines", "3", cwd=here)

    assert ran.out.count("│") == 3
    assert "          … 1 more line: --max-lines 4 shows them\n" in ran.out
    assert sites("long.jsonl", "--max-lines", "4", cwd=here).out.count("│") == 4


def test_rows_are_no_longer_than_can_be_read_and_hostile_text_is_shown_as_it_is(here: Path) -> None:
    hostile = "\x1b[31mred\u202e " + "long words of a footer " * 30
    write(here / "a.jsonl", (record(n, hostile, host="\x1b[2J.example") for n in range(9)))

    ran = sites("a.jsonl", cwd=here)

    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert "␛[31mred<U+202E>" in ran.out
    assert ran.out.count("│") == 3
    assert max(map(len, ran.out.splitlines())) <= 100


def test_records_that_cannot_be_read_are_told_and_do_not_end_the_run(here: Path) -> None:
    with (here / "march.jsonl").open("a") as file:
        file.write('{"text": "The ferry\n')

    ran = sites("march.jsonl", cwd=here)

    assert ran.status == 0
    assert "1 record could not be read: `scrapelint check --select INP` says why" in ran.err
    assert "20 articles" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.jsonl"], "none.jsonl: no such file"),
        (["none.jsonl"], "Nothing was read.\n"),
        (["march.jsonl", "--min-articles", "1"], '"1" is no number of articles, 2 or more'),
        (["march.jsonl", "--min-share", "2"], '"2" is no share from 0 to 1'),
        (["march.jsonl", "--max-lines", "3", "--output-format", "csv"], "--max-lines is for the table: csv has all"),
        (["march.jsonl", "--exit-non-zero-on-change"], "needs the earlier run to compare with: --against FILE"),
        (["march.jsonl", "--against", "none.json"], "none.json: no such file; write one with --output-format json -o"),
        (["march.jsonl", "--against", "march.jsonl"], "not what `scrapelint sites --output-format json` writes"),
        (["march.jsonl", "--output-format", "jsn"], 'unknown value "jsn"; did you mean "json"?'),
        (["march.jsonl", "-o", "march.jsonl"], "march.jsonl is read: give another name"),
        (["march.jsonl", "-o", "none/a.json"], "cannot be written"),
    ],
)
def test_wrong_use_is_told(here: Path, arguments: list[str], said: str) -> None:
    before = (here / "march.jsonl").read_bytes()

    ran = sites(*arguments, cwd=here)

    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert (here / "march.jsonl").read_bytes() == before


def test_fields_of_a_configuration_count(here: Path) -> None:
    renamed = [{"link_": one["url"], "page_text": one["text"]} for one in map(record, range(9))]
    write(here / "odd.jsonl", renamed)
    (here / "scrapelint.toml").write_text('[fields]\nurl = ["link_"]\n')

    ran = scrapelint("sites", "odd.jsonl", "--text-field", "page_text", cwd=here)

    assert "larn.example  9 articles, 486 characters in 2 shared lines" in ran.out
