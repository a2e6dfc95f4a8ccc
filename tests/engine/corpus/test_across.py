"""Rules across articles, as the command runs them."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from command import plain, scrapelint
from generated import records

from scrapelint.config.per_file import Configs
from scrapelint.readers.files import input_of
from scrapelint.runners.pipeline import check, installed

if TYPE_CHECKING:
    from pathlib import Path

    from command import Ran

STORY = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike."
OTHER = "The harbour master counted forty lorries on the quay, and said that all of them would cross before noon."
FORM = "Your email address will not be published."
COUNT, LEAST = 700, 10
"""Articles of the larger test, and how many findings of each rule it has at least."""


def found(*arguments: str, cwd: Path, stdin: bytes = b"", **environment: str) -> Ran:
    """Run `scrapelint check` for JSON lines of the rules across articles."""
    options = ("--isolated", "--select", "DUP,SIT,CMT001", "--output-format", "json-lines")
    return scrapelint("check", *options, *arguments, cwd=cwd, stdin=stdin, **environment)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two copies of a story and another one."""
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{STORY.upper()}\n\n{FORM}", encoding="utf-8")
    (tmp_path / "c.txt").write_text(OTHER, encoding="utf-8")
    (tmp_path / "d.txt").write_text(STORY + "\n", encoding="utf-8")
    return tmp_path


class TestFiles:
    def test_findings_across_articles_name_the_others(self, folder: Path) -> None:
        ran = found("--select", "DUP001", "a.txt", "c.txt", "d.txt", cwd=folder)

        assert [(f["filename"], [r["filename"] for r in f["related"]]) for f in ran.findings] == [
            ("a.txt", ["d.txt"]),
            ("d.txt", ["a.txt"]),
        ]
        assert ran.findings[0]["related"] == [{"filename": "d.txt", "record": None, "id": "d.txt"}]

    def test_they_come_after_the_findings_in_each_article(self, folder: Path) -> None:
        assert found(".", cwd=folder).codes == ["CMT001", "DUP001", "DUP002", "DUP002", "DUP001", "DUP002"]

    def test_copy_without_an_id_is_named_by_its_file_and_number(self, folder: Path) -> None:
        story = json.dumps({"text": STORY})
        for name, written in (("x.jsonl", story), ("y.jsonl", f"{json.dumps({'text': 'Rain is expected.'})}\n{story}")):
            (folder / name).write_text(written, encoding="utf-8")

        ran = found("--select", "DUP001", "x.jsonl", "y.jsonl", cwd=folder)

        assert [finding["message"] for finding in ran.findings] == ["same text as y.jsonl:2", "same text as x.jsonl:1"]

    def test_each_article_is_counted_once(self, folder: Path) -> None:
        ran = scrapelint("check", "--isolated", "--select", "DUP001,CMT001", ".", cwd=folder)

        assert "in 3 of 4 articles" in ran.out

    def test_one_file_alone_is_not_compared(self, folder: Path) -> None:
        assert found("a.txt", cwd=folder).codes == []

    def test_few_articles_need_no_other_library(self, folder: Path) -> None:
        code = (
            "import sys; from scrapelint.cli import main\n"
            "main(['check', '--isolated', '--select', 'DUP001', '.'])\n"
            "print(sorted({'duckdb', 'pyarrow', 'pyspark', 'ray', 'warcio', 'fsspec'} & set(sys.modules)))"
        )
        (folder / "run.py").write_text(code, encoding="utf-8")
        done = subprocess.run([sys.executable, "run.py"], cwd=folder, capture_output=True, text=True, check=False)

        assert done.stdout.splitlines()[-1] == "[]"
        assert "DUP001" in done.stdout

    def test_ignored_in_a_file_is_not_reported_there(self, folder: Path) -> None:
        ran = found("--select", "DUP001", "--per-file-ignores", "a.txt:DUP001", "a.txt", "d.txt", cwd=folder)

        assert [f["filename"] for f in ran.findings] == ["d.txt"]

    def test_configuration_of_a_folder_counts_for_its_files(self, folder: Path) -> None:
        (folder / "old").mkdir()
        (folder / "old" / "e.txt").write_text(STORY, encoding="utf-8")
        (folder / "old" / "scrapelint.toml").write_text('ignore = ["DUP001"]\n', encoding="utf-8")

        ran = scrapelint("check", "--select", "DUP001", "--output-format", "json-lines", "a.txt", "old", cwd=folder)

        assert [f["filename"] for f in ran.findings] == ["a.txt"]

    def test_article_that_changed_meanwhile_is_left_out(self, folder: Path) -> None:
        files = [input_of(str(folder / name), name) for name in ("a.txt", "d.txt")]
        checked = check(files, Configs({"select": ("DUP001",)}, isolated=True), installed(), print)

        first = [next(checked), next(checked)]
        (folder / "a.txt").write_text(OTHER, encoding="utf-8")

        assert [one.article.filename for one in first] == ["a.txt", "d.txt"]
        assert [one.article.filename for one in checked] == ["d.txt"]


class TestRecords:
    def lines(self) -> bytes:
        texts = [STORY, OTHER, STORY]
        return "".join(json.dumps({"id": f"n{n}", "text": text}) + "\n" for n, text in enumerate(texts)).encode()

    def test_standard_input_is_compared(self, tmp_path: Path) -> None:
        ran = found("--stdin-filename", "x.jsonl", "-", cwd=tmp_path, stdin=self.lines())

        assert [(f["id"], f["record"], f["related"][0]["record"]) for f in ran.findings] == [("n0", 1, 3), ("n2", 3, 1)]

    def test_nothing_is_left_behind(self, tmp_path: Path) -> None:
        (tmp_path / "t").mkdir()

        found("--stdin-filename", "x.jsonl", "-", cwd=tmp_path, stdin=self.lines(), TMPDIR=str(tmp_path / "t"))

        assert list((tmp_path / "t").iterdir()) == []


@pytest.fixture(scope="module")
def articles() -> list[str]:
    return [json.dumps(record) for record in records(COUNT, words=150)]


@pytest.fixture(scope="module")
def expected(articles: list[str], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return spread(articles, 1, tmp_path_factory.mktemp("expected"), "--jobs", "1")


def spread(articles: list[str], files: int, folder: Path, *options: str, max_rows: int = 0) -> list[str]:
    """Return the findings, sorted, without what says how the articles were spread over files.

    With `max_rows` evidence beyond so many rows goes to disk.
    """
    for number in range(files):
        (folder / f"{number}.jsonl").write_text("\n".join(articles[number::files]) + "\n", encoding="utf-8")
    limit = f"spilling.MAX_ROWS = {max_rows}" if max_rows else ""
    command = ["check", "--isolated", "--select", "DUP,SIT", "--output-format", "json-lines", *options, "."]
    code = f"from scrapelint.corpus import spilling_store as spilling\n{limit}\nfrom scrapelint.cli import main\nmain({command})"
    ran = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    return sorted(json.dumps(plain(json.loads(line))) for line in ran.stdout.splitlines())


class TestAgreement:
    def test_there_is_something_to_agree_on(self, expected: list[str]) -> None:
        codes = Counter(json.loads(line)["code"] for line in expected)

        assert {code for code, times in codes.items() if times >= LEAST} >= {
            "DUP001",
            "DUP002",
            "DUP003",
            "DUP004",
            "SIT001",
        }

    def test_neither_order_nor_files_nor_evidence_on_disk_matter(
        self, articles: list[str], expected: list[str], tmp_path: Path
    ) -> None:
        shuffled = random.Random(5).sample(articles, len(articles))  # noqa: S311  # nothing here is secret

        assert spread(shuffled, 7, tmp_path, "--jobs", "1", max_rows=1000) == expected

    def test_several_processes_find_the_same(self, articles: list[str], expected: list[str], tmp_path: Path) -> None:
        assert spread(articles, 3, tmp_path, "--jobs", "2") == expected


def test_what_is_missing_is_told_and_the_rest_is_checked(folder: Path) -> None:
    (folder / "duckdb.py").write_text("raise ImportError", encoding="utf-8")
    lines = "".join(json.dumps({"text": f"{STORY} {n}"}) + "\n" for n in range(40))
    (folder / "many.jsonl").write_text(lines, encoding="utf-8")
    code = (
        "from scrapelint.corpus import spilling_store as spilling\n"
        "spilling.MAX_ROWS = spilling.MAX_ROWS_WITHOUT_DUCKDB = 100\n"
        "from scrapelint.cli import main\nmain(['check', '--isolated', '.'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(folder)},
    )  # fmt: skip

    assert "are left out: comparing many articles needs duckdb: pip install 'scrapelint[corpus]'" in done.stderr
    assert "CMT001" in done.stdout
    assert "DUP" not in done.stdout
