"""`check --sample N`: some records of many, drawn by lot."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from command import ARTICLE, FORM, json_lines, scrapelint

from scrapelint.commands.sampling import check_sample
from scrapelint.commands.shared.parsing import parse
from scrapelint.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

HONEST = "Talks ended on Friday."
OPTIONS = ("check", "--isolated", "--select", "CMT001", "--output-format", "concise")
LEFT_OUT = "are left out"


def rows(size: int) -> list[dict[str, str]]:
    """Return records of which every fourth has a finding."""
    sites = ("ellery", "larn")
    return [
        {"id": str(n), "text": HONEST if n % 4 else ARTICLE, "url": f"https://{sites[n % 2]}.example/{n}"}
        for n in range(size)
    ]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    content = json_lines(rows(400))
    (folder / "data.jsonl").write_text(content, encoding="utf-8")
    out = io.StringIO()
    writer = csv.DictWriter(out, ["id", "text", "url"])
    writer.writeheader()
    writer.writerows(rows(400))
    (folder / "data.csv").write_text(out.getvalue(), encoding="utf-8")
    (folder / "data.json").write_text(json.dumps(rows(400)), encoding="utf-8")
    return folder


def sampled(here: Path, *options: str, stdin: bytes = b"") -> list[tuple[int, int]]:
    """Return record and row of the findings."""
    ran = scrapelint(*OPTIONS[:-1], "json-lines", "--sample", "60", *options, cwd=here, stdin=stdin)
    return [(finding["record"], finding["location"]["row"]) for finding in ran.findings]


def test_end_says_of_how_many_records_the_sample_was(here: Path) -> None:
    ran = scrapelint(*OPTIONS, "--sample", "60", "--seed", "7", "data.jsonl", cwd=here)
    *found, result, fixable, sample = ran.out.splitlines()
    assert ran.status == 1
    assert 5 < len(found) < 30
    assert result == f"Found {len(found)} findings ({len(found)} errors) in {len(found)} of 60 articles."
    assert fixable.endswith("`--fix` option.")
    assert sample.startswith("A sample: 60 of 400 records, drawn with seed 7; of all, ")
    least, most = map(float, re.findall(r"([0-9.]+)% to ([0-9.]+)%", sample)[0])
    assert least < 25 < most
    # The same file in full has the same findings in these records.
    whole = scrapelint(*OPTIONS, "-q", "data.jsonl", cwd=here).out.splitlines()
    assert set(found) < set(whole)


def test_seed_draws_the_same_records_whatever_the_processes_the_format_and_the_name(here: Path) -> None:
    once = sampled(here, "--seed", "7", "data.jsonl")
    assert {record % 4 for record, _ in once} == {1}
    assert sampled(here, "--seed", "7", "--jobs", "2", "data.jsonl") == once
    assert sampled(here, "--seed", "7", "data.json") == once
    assert [record for record, _ in sampled(here, "--seed", "7", "data.csv")] == [record for record, _ in once]
    content = (here / "data.jsonl").read_bytes()
    assert sampled(here, "--seed", "7", "--stdin-filename", "x.jsonl", "-", stdin=content) == once
    assert sampled(here, "--seed", "8", "data.jsonl") != once


def test_report_for_programs_leaves_it_to_standard_error(here: Path) -> None:
    ran = scrapelint(*OPTIONS[:-1], "json", "--sample", "60", "data.jsonl", cwd=here)
    json.loads(ran.out)
    assert ran.err.startswith("scrapelint: A sample: 60 of 400 records, drawn with seed 0; of all, ")
    gated = scrapelint(*OPTIONS[:-1], "json", "--sample", "60", "--max-share", "CMT001=0.25", "data.jsonl", cwd=here)
    assert "\nscrapelint: gate undecided: CMT001: in " in gated.err
    assert scrapelint(*OPTIONS[:-1], "json", "--sample", "60", "-s", "data.jsonl", cwd=here).err == ""


def test_a_sample_of_all_is_exact(here: Path) -> None:
    ran = scrapelint(*OPTIONS, "--sample", "500", "--max-share", "CMT001=0.25", "data.jsonl", cwd=here)
    assert ran.out.splitlines()[-1] == "All 400 records were checked: a sample of 500 was asked for."
    assert ran.status == 0
    exact = scrapelint(*OPTIONS, "--sample", "500", "--max-share", "CMT001=0.249", "data.jsonl", cwd=here)
    assert exact.status == 1
    assert "Gate failed: CMT001: in 100 of 400 articles, 25.00%; 24.90% allowed: 1 too many." in exact.out


@pytest.mark.parametrize(
    ("most", "status", "told"),
    [("0.05", 1, "Gate failed: "), ("0.25", 0, "Gate undecided: "), ("0.6", 0, "")],
)
def test_gate_fails_only_where_the_sample_leaves_no_doubt(here: Path, most: str, status: int, told: str) -> None:
    ran = scrapelint(*OPTIONS, "--sample", "60", "--max-share", f"CMT001={most}", "data.jsonl", cwd=here)
    gates = [line for line in ran.out.splitlines() if line.startswith("Gate")]
    assert ran.status == status
    assert bool(gates) == bool(told)
    assert all(gate.startswith(f"{told}CMT001: in ") and " of 60 articles drawn, so in " in gate for gate in gates)
    assert all(gate.endswith(": cannot tell, take a larger sample.") == ("undecided" in told) for gate in gates)


def test_number_of_findings_can_only_be_too_large(here: Path) -> None:
    small = scrapelint(*OPTIONS, "--sample", "60", "--max-findings-per-rule", "3", "data.jsonl", cwd=here)
    large = scrapelint(*OPTIONS, "--sample", "60", "--max-findings-per-rule", "90", "data.jsonl", cwd=here)
    assert (small.status, large.status) == (1, 0)
    assert "Gate failed: CMT001 comment-form: " in small.out
    assert " in what was drawn, 90 allowed in all: cannot tell, take a larger sample." in large.out


def test_shares_have_bounds(here: Path) -> None:
    table = scrapelint(*OPTIONS[:-2], "--sample", "60", "--by", "site", "-q", "data.jsonl", cwd=here).out
    head, ellery, larn = table.splitlines()
    assert head.split() == "site articles found share of all error warning info score for example".split()
    assert ellery.split()[0] == "ellery.example"
    assert re.fullmatch(r"0\.0%-[0-9.]+%", larn.split()[4])
    written = scrapelint(*OPTIONS[:-1], "statistics-csv", "--by", "rule", "--sample", "60", "data.jsonl", cwd=here)
    (row,) = csv.DictReader(io.StringIO(written.out))
    assert 0 < float(row["least"]) < float(row["share"]) < float(row["most"]) < 1
    whole = scrapelint(*OPTIONS[:-1], "statistics-csv", "--by", "rule", "data.jsonl", cwd=here)
    assert "least" not in whole.out


def test_statistics_say_that_they_are_of_a_sample(here: Path) -> None:
    ran = scrapelint(*OPTIONS[:-1], "statistics", "--sample", "60", "data.jsonl", cwd=here)
    assert ran.out.splitlines()[-1].startswith("A sample: 60 of 400 records")


def test_rules_across_articles_are_left_out_and_refused_by_name(here: Path) -> None:
    ran = scrapelint("check", "--isolated", "--sample", "5", "-q", "data.jsonl", cwd=here)
    assert "DUP001" in ran.err
    assert ran.err.rstrip().endswith(LEFT_OUT)
    assert "DUP" not in ran.out
    for selected in ("exact-duplicate", "CMT,SIT"):
        refused = scrapelint("check", "--isolated", "--sample", "5", "--select", selected, "data.jsonl", cwd=here)
        assert refused.status == 2
        assert "compares articles with all others" in refused.err
    options = ("--sample", "5", "--select", "DUP,CMT", "--ignore", "DUP")
    assert scrapelint("check", "--isolated", *options, "data.jsonl", cwd=here).err == ""


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--sample", "0"), '--sample: "0" is no number of records, 1 or more'),
        (("--sample", "ten"), '--sample: "ten" is no number of records, 1 or more'),
        (("--sample", "5", "--seed", "-1"), '--seed: "-1" is no seed, 0 or more'),
        (("--seed", "1"), "--seed is for a sample: give --sample N, too"),
        (("--sample", "5", "--fix"), "--fix is about all articles"),
        (("--sample", "5", "--diff-base", "main"), "--diff-base is about all articles"),
        (("--sample", "5", "--watch"), "--watch is about all articles"),
        (("--sample", "5", "--engine", "spark", "-o", "out"), "--sample is drawn on this machine"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_options_are_told(options: tuple[str, ...], told: str) -> None:
    with pytest.raises(UsageError, match=re.escape(told)):
        check_sample(parse(["check", *options, "data.jsonl"]).options)


def test_accepted_findings_outside_the_sample_are_not_stale(here: Path, tmp_path: Path) -> None:
    (tmp_path / "data.jsonl").write_bytes((here / "data.jsonl").read_bytes())
    scrapelint("accept", "--select", "CMT001", "--reason", "as published", ".", cwd=tmp_path)
    ran = scrapelint("check", "--select", "CMT001,ACC", "--sample", "60", ".", cwd=tmp_path)
    assert ran.status == 0
    assert "accepted findings left out." in ran.out
    assert "ACC001" not in ran.out


def test_report_is_of_the_sample(here: Path) -> None:
    ran = scrapelint("report", "--isolated", "--sample", "60", "--seed", "7", "data.jsonl", "-o", "-", cwd=here)
    assert ran.status == 0
    assert "A sample: 60 of 400 records, drawn with seed 7; of all, " in ran.out
    assert "All 60 articles, the worst first." in ran.out


def test_sample_of_one_record_is_that_record(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{FORM}\n", encoding="utf-8")

    ran = scrapelint("check", "a.txt", "--isolated", "--sample", "3", cwd=tmp_path)

    assert ran.out.splitlines()[-1] == "The only record was checked: a sample of 3 was asked for."
