"""What one machine of many does with rows is what the command does with the file that they come from."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING, Any

import pytest
from command import ARTICLE, scrapelint

from scrapelint.baseline.acceptance import accepted_in
from scrapelint.config.values import Config
from scrapelint.integrations.arrow import FINDINGS, LINE, SCORES, Maker, check_arrow, score_arrow
from scrapelint.integrations.lines import NUMBERED, name_rows, naming, number_lines
from scrapelint.reporters.programs.batches import as_batches

if TYPE_CHECKING:
    from pathlib import Path

CMT = Config(select=("CMT",))
RECORD = json.dumps({"id": "talks", "text": ARTICLE})
ROWS = [(RECORD.encode(), "crawl/a.jsonl", 1)]


@pytest.fixture
def sub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, in a project, with a file of one article."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub" / "crawl").mkdir(parents=True)
    (tmp_path / "sub" / "crawl" / "a.jsonl").write_text(f"{RECORD}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "sub")
    return tmp_path / "sub"


def elsewhere(make: Maker, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Maker:
    """Return what makes linters as a worker gets it, which runs in another folder."""
    sent: Maker = pickle.loads(pickle.dumps(make))  # noqa: S301  # it comes from this line
    (folder / "worker").mkdir()
    monkeypatch.chdir(folder / "worker")
    return sent


def errors_of(make: Maker) -> list[Any]:
    """Return the column `errors` of the scores of ROWS."""
    place = [name for name, _ in SCORES].index("errors")
    return [row[place] for row in score_arrow(as_batches(ROWS, NUMBERED), make)]


def findings_of(make: Maker) -> list[Any]:
    """Return the column `finding` of what is found in ROWS."""
    place = [name for name, _ in FINDINGS].index("finding")
    return [row[place] for row in check_arrow(as_batches(ROWS, NUMBERED), make)]


def test_worker_in_another_folder_gives_the_fingerprints_of_the_command(
    sub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ("--isolated", "--select", "CMT", "--output-format", "json-lines")
    expected = scrapelint("check", *options, "crawl/a.jsonl", cwd=sub).out.splitlines()

    made = elsewhere(Maker(CMT), sub, monkeypatch)

    assert len(expected) == 1
    assert findings_of(made) == expected


def test_accepted_findings_are_left_out_and_do_not_count_in_scores(sub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = errors_of(Maker(CMT, scores=True))
    ran = scrapelint("accept", "--isolated", "--select", "CMT", "crawl/a.jsonl", cwd=sub)
    assert ran.status == 0, ran.err
    accepted = accepted_in(["crawl/a.jsonl", "/gone/b.jsonl"], ".")
    assert [*accepted] == ["crawl/a.jsonl"]
    after = errors_of(Maker(CMT, scores=True, accepted=accepted))

    made = elsewhere(Maker(CMT, accepted=accepted), sub, monkeypatch)

    assert findings_of(made) == []
    assert (before, after) == ([1], [0])


def test_record_that_is_too_long_is_told_and_not_checked() -> None:
    make = Maker(CMT._replace(max_record_mb=0.00005))

    assert [json.loads(line)["code"] for line in findings_of(make)] == ["INP005"]


def test_lines_are_numbered_in_their_file_and_files_called_as_they_were_given() -> None:
    columns = ((LINE, "binary"), ("filename", "string"), ("start", "int64"))
    url = "file:///data/in%201/a+b.jsonl"
    lines = [(b"{}", url, 90), (b" ", url, 90), (b"[]", url, 90), (b"{}", url, 0), (b"{}", "s3a://b/c.jsonl", 0)]

    found = number_lines(
        as_batches(lines, columns), {(url, 0): 0, (url, 90): 7, ("s3a://b/c.jsonl", 0): 0}, (("/data/in 1/", "in 1/"),)
    )

    assert list(found) == [
        (b"{}", "in 1/a+b.jsonl", 8), (b"[]", "in 1/a+b.jsonl", 9), (b"{}", "in 1/a+b.jsonl", 1),
        (b"{}", "s3a://b/c.jsonl", 1),
    ]  # fmt: skip


def test_rows_of_columns_get_the_names_that_were_given() -> None:
    columns = (("text", "string"), ("filename", "string"))
    rows = [("One.", "file:/data/a.parquet"), ("Two.", "file:/other/b.parquet")]

    named = [batch.to_pylist() for batch in name_rows(as_batches(rows, columns), (("/data/a.parquet", "a.parquet"),))]

    assert named == [[{"text": "One.", "filename": "a.parquet"}, {"text": "Two.", "filename": "/other/b.parquet"}]]
    assert naming(())("file:/a%2Bb") == "/a+b"
