"""Spark finds what one process finds, also when a worker is killed."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import signal
import sys
from contextlib import redirect_stderr
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from command import FORM, scrapelint
from generated import records

from scrapelint.api import clean_records
from scrapelint.cleaning.data_set import Dropping
from scrapelint.cleaning.mender import Fixes
from scrapelint.commands.on_engines.engine import Folders
from scrapelint.commands.shared.clean_report import Count
from scrapelint.config.values import Config
from scrapelint.engine.linter import Linter
from scrapelint.errors import WorkerError
from scrapelint.finding import Severity
from scrapelint.integrations.arrow import as_batches, judge_sorted
from scrapelint.selection import selecting as selection
from scrapelint.selection.registry import discover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CONFIG = Config(select=("DUP", "SIT", "SEG", "CMT"))
COUNT, FEW = 300, 60
SPLIT_BYTES = 30_000
"""How much of a file a task reads: several read a file together."""
STORY = "The council approved the plan for the new tram line on Tuesday night after a debate of six hours."
FOLDERS = ("out", "out.rejects", "out.ledger")
EXACT: dict[str, Any] = {"encoding": "utf-8", "errors": "surrogateescape"}
COLUMNS = (
    ("stream", "int16"),
    ("key", "int64"),
    ("article", "int64"),
    ("of", "int64"),
    ("data", "string"),
    ("total", "int64"),
)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A session with two workers, each task of which may fail four times."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "3").config("spark.driver.memory", "1g")
    # Tests that kill a worker leave none to those that follow; the command runs with workers that are used again.
    builder = builder.config("spark.python.worker.reuse", "false")
    made = builder.config("spark.sql.files.maxPartitionBytes", SPLIT_BYTES).getOrCreate()
    made.sparkContext.setLogLevel("OFF")
    yield made
    made.stop()


@pytest.fixture(scope="module")
def articles() -> list[dict[str, Any]]:
    made = [*records(COUNT, words=150)]
    made[3]["text"] += "\n\nYour email address will not be published."
    return [{**record, "filename": "a.jsonl", "record": number} for number, record in enumerate(made, 1)]


@pytest.fixture(scope="module")
def expected(articles: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What `check` finds in one process, as lines of JSON, sorted."""
    folder = tmp_path_factory.mktemp("local")
    lines = [json.dumps({k: v for k, v in one.items() if k not in ("filename", "record")}) for one in articles]
    (folder / "a.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    options = ("--isolated", "--select", "DUP,SIT,SEG,CMT", "--jobs", "1", "--output-format", "json-lines")
    return sorted(scrapelint("check", *options, "a.jsonl", cwd=folder).out.splitlines())


@pytest.fixture(scope="module")
def rows(session: Any, articles: list[dict[str, Any]]) -> list[Any]:
    """What Spark finds in the articles, in another order and in five partitions."""
    from scrapelint.integrations import spark

    shuffled = random.Random(5).sample(articles, len(articles))  # noqa: S311  # nothing here is secret
    found: list[Any] = spark.check(session.createDataFrame(shuffled).repartition(5), CONFIG).collect()
    return found


# Where tests count, Java is installed for them.
NO_JAVA = shutil.which("java") is None and not os.environ.get("CI")
needs_java = pytest.mark.skipif(NO_JAVA, reason="Spark needs Java")


@needs_java
@pytest.mark.spark
class TestSpark:
    def test_findings_are_those_of_one_process_byte_for_byte(self, rows: list[Any], expected: list[str]) -> None:
        assert sorted(row.finding for row in rows) == expected

    def test_columns_tell_what_the_finding_tells(self, rows: list[Any]) -> None:
        (found,) = [row for row in rows if row.code == "CMT001"]

        assert (found.name, found.severity, found.filename, found.record, found.field) == (
            "comment-form", "error", "a.jsonl", 4, "text",
        )  # fmt: skip
        assert json.loads(found.finding)["message"] == found.message

    def test_killed_worker_leaves_the_result_complete_and_each_finding_once(
        self, session: Any, articles: list[dict[str, Any]], expected: list[str], tmp_path: Path
    ) -> None:
        from scrapelint.integrations import spark

        df = session.createDataFrame(articles).repartition(4)
        # Before anything is checked, so that the tasks of all that follows die with it.
        deadly = df.mapInArrow(killing(str(tmp_path / "killed")), df.schema)

        found = sorted(row.finding for row in spark.check(deadly, CONFIG).collect())

        assert (tmp_path / "killed").exists()
        assert found == expected

    def test_command_writes_the_same_findings(
        self, articles: list[dict[str, Any]], expected: list[str], tmp_path: Path
    ) -> None:
        lines = [json.dumps({k: v for k, v in one.items() if k not in ("filename", "record")}) for one in articles]
        (tmp_path / "a.jsonl").write_text("\n".join([*lines, '{"text": "cut']), encoding="utf-8")
        options = ("--isolated", "--select", "DUP,SIT,SEG,CMT", "--engine", "spark", "--master", "local[2,4]")

        ran = scrapelint("check", *options, "a.jsonl", "-o", "out", cwd=tmp_path)

        written = [
            json.loads(line)
            for part in sorted((tmp_path / "out").glob("part-*"))
            for line in part.read_text("utf-8").splitlines()
        ]
        assert ran.status == 1, ran.err
        assert [f["message"] for f in written if f["code"] == "INP001"] == [
            "broken JSON: unterminated string starting at"
        ]
        known = sorted((f["code"], f["id"], f["message"]) for f in written if f["code"] != "INP001")
        assert known == sorted((f["code"], f["id"], f["message"]) for f in map(json.loads, expected))


OPTIONS = ("--isolated", "--select", "CMT,SEG", "--drop-on", "error", "--config", 'rules.SEG006.severity="error"')


@pytest.fixture(scope="module")
def home(articles: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two files of lines, some of them no records, and what `clean` makes of them in one process."""
    home = tmp_path_factory.mktemp("clean")
    some = articles[:FEW]
    lines = [json.dumps({k: v for k, v in one.items() if k not in ("filename", "record")}) for one in some]
    lines[2:2] = ['{"text": "cut', " \t", '{"text": "Caf\udce9 owners met on Friday night."}', '{"text": "So"}\r']
    lines[30:30] = [json.dumps({"id": "form", "text": f"{FORM}\n"}), json.dumps({"text": f"{STORY}\n\n{FORM}"})]
    lines[50] = json.dumps({"id": "empty", "text": ""})
    (home / "in 1").mkdir()
    for name, part in (("a", lines[:40]), ("b", lines[40:])):
        (home / "in 1" / f"{name}.jsonl").write_bytes("".join(f"{line}\n" for line in part).encode(**EXACT))
    outputs = ("-o", "local", "--rejects", "local.rejects", "--ledger", "local.ledger")
    (home / "local.summary").write_text(scrapelint("clean", *OPTIONS, "in 1", *outputs, cwd=home).err)
    return home


@pytest.fixture(scope="module")
def cleaned(session: Any, home: Path) -> str:
    """What a run on Spark, in which a worker is killed, says at its end; its folders stand beside the local files."""
    from scrapelint.commands.on_engines.spark import cleaning
    from scrapelint.integrations.lines import Cleaning

    config = Config(select=("CMT", "SEG"), rules={"SEG006": {"severity": "error"}})
    given = str(home / "in 1" / "*.jsonl")
    lines = cleaning.lines_of(session, given)
    how = Cleaning(
        config, Fixes(unsafe=True, min_confidence=0.9), Dropping(Severity.ERROR, 0.9),
        keeps_rejects=True, keeps_ledger=True, make_count=partial(Count, 0),
        before=cleaning.records_before(lines), names=(f"{home}/", ""),
    )  # fmt: skip
    deadly = lines.mapInArrow(killing(str(home / "killed")), lines.schema)
    told = io.StringIO()
    with redirect_stderr(told):
        count = cleaning.written(deadly, how, Folders(*(str(home / name) for name in FOLDERS)))
    return told.getvalue() + count.report()


def lines_in(folder: Path) -> list[bytes]:
    """Return the lines of the files in a folder, sorted; Spark puts the parts of files in an order of its own."""
    files = [path.read_bytes() for path in folder.iterdir() if not path.name.startswith((".", "_"))]
    assert all(data.endswith(b"\n") for data in files)
    return sorted(b"".join(files).split(b"\n"))


@needs_java
@pytest.mark.spark
class TestCleaning:
    def test_lines_rejects_and_summary_are_those_of_one_process_after_a_worker_was_killed(
        self, home: Path, cleaned: str
    ) -> None:
        assert (home / "killed").exists()
        assert len(list((home / "out").glob("part-*"))) > 2
        assert lines_in(home / "out") == lines_in(home / "local")
        rejects = [json.loads(line.decode("utf-8", "replace")) for line in lines_in(home / "out.rejects") if line]
        assert {record["filename"] for record in rejects} == {"in 1/a.jsonl"}
        assert {record["id"] for record in rejects} == {"form", "4", "31"}
        assert lines_in(home / "out.rejects") == sorted((home / "local.rejects").read_bytes().split(b"\n"))
        assert sorted(cleaned.split("\n")) == sorted((home / "local.summary").read_text().split("\n"))

    def test_ledger_notes_the_same_edits_and_gives_every_byte_back(self, home: Path, cleaned: str) -> None:  # noqa: ARG002
        ran = scrapelint("restore", "out", "--ledger", "out.ledger", "-o", "back", cwd=home)

        assert ran.status == 0, ran.err
        assert lines_in(home / "back") == lines_in(home / "in 1")
        assert edits(lines_in(home / "out.ledger")) == edits((home / "local.ledger").read_bytes().split(b"\n"))

    def test_frame_has_the_texts_that_one_process_makes(self, session: Any, articles: list[dict[str, Any]]) -> None:
        from scrapelint.integrations import spark

        given = [{**one, "n": number, "none": None} for number, one in enumerate(articles[:9])]
        schema = "id string, url string, date string, author string, text string, n int, none string"
        df = session.createDataFrame(given, schema)

        made = spark.clean(df, CONFIG)

        known = [one.record for one in clean_records([row.asDict() for row in df.collect()], config=CONFIG)]
        assert made.schema == df.schema
        assert [row.asDict() for row in made.collect()] == known
        assert known != [row.asDict() for row in df.collect()]


def edits(ledger: list[bytes]) -> list[str]:
    """Return what a ledger says of each record, but for the places in the parts of the cleaned data set."""
    entries = [entry for entry in map(json.loads, filter(None, ledger)) if "edits" in entry]
    assert entries
    for entry in entries:
        entry["edits"] = [{k: v for k, v in edit.items() if k != "at"} for edit in entry["edits"]]
    return sorted(map(json.dumps, entries))


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["a.jsonl", "-o", "there"], "there: is there already; give another folder with -o"),
        (["a.jsonl", "-o", "out", "--ledger", "there"], "there: is there already; give another folder with --ledger"),
        (["a.jsonl", "-o", "out", "--show", "3"], "--show and --jobs have no effect on Spark: leave them out"),
        (["there", "-o", "out"], "Spark reads one of .jsonl, .parquet (.gz), one kind at a time, as there/*.jsonl"),
        (["a.jsonl", "-o", "-"], "--engine spark reads files and writes folders"),
        (["a.parquet", "-o", "out"], "--engine spark cleans JSON Lines; for Parquet there is"),
    ],
)
def test_what_cleaning_on_spark_cannot_do_is_told(options: list[str], problem: str, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()

    ran = scrapelint("clean", "--isolated", "--engine", "spark", *options, cwd=tmp_path)

    assert ran.status == 2
    assert problem in ran.err


def killing(mark: str) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """Return a step that kills its worker once, at the first batch that comes."""

    def step(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            try:
                os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                yield batch
            else:
                os.kill(os.getpid(), signal.SIGKILL)

    return step


def linter() -> Linter:
    """Return a linter of the rules across articles."""
    return Linter((), comparison=selection.comparison(CONFIG, discover()))


def test_evidence_out_of_order_is_refused() -> None:
    rows = [(0, key, 1, 0, "", 0) for key in (5, 4)]

    with pytest.raises(WorkerError, match="evidence is not sorted"):
        list(judge_sorted(as_batches(rows, COLUMNS), 0, linter))


@needs_java
@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["a.jsonl"], "reads PATHs and writes a folder"),
        (["a.jsonl", "-o", "there"], "there: is there already"),
        (["a.txt", "-o", "out"], "Spark reads one of .jsonl, .parquet"),
        (["a.jsonl", "-o", "out", "--per-file-ignores", "*:DUP"], "per-file-ignores have no effect on Spark"),
    ],
)
def test_what_spark_cannot_do_is_told(options: list[str], problem: str, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()

    ran = scrapelint("check", "--engine", "spark", "--master", "local[1]", *options, cwd=tmp_path)

    assert ran.status == 2
    assert problem in ran.err
