"""Spark finds what one process finds, also when a worker is killed."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import sys
from contextlib import redirect_stderr
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from command import scrapelint
from engines import (
    BAD_BYTE,
    CLEAN_CONFIG,
    CONFIG,
    FOLDERS,
    accepting_home,
    check_cleaned,
    check_restored,
    checked,
    dying,
    found_in,
    lines_of,
    write,
)

from scrapelint.api import clean_records
from scrapelint.cleaning.data_set import Dropping
from scrapelint.cleaning.mender import Fixes
from scrapelint.commands.on_engines.engine import Folders
from scrapelint.commands.shared.clean_report import Count
from scrapelint.engine.linter import Linter
from scrapelint.errors import WorkerError
from scrapelint.finding import Severity
from scrapelint.integrations.arrow import judge_sorted
from scrapelint.reporters.programs.batches import as_batches
from scrapelint.selection import selecting as selection
from scrapelint.selection.registry import discover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SPLIT_BYTES = 30_000
"""How much of a file a task reads: several read a file together."""
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

    def test_scores_are_those_of_one_process_byte_for_byte(
        self, session: Any, articles: list[dict[str, Any]], scored: list[str]
    ) -> None:
        from scrapelint.integrations import spark

        rows = spark.scores(session.createDataFrame(articles).repartition(3), CONFIG).collect()

        assert sorted(row.scored for row in rows) == scored
        row = next(row for row in rows if row.record == 4)
        assert (row.filename, row.errors, 0 < row.score < 1) == ("a.jsonl", 1, True)

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

    def test_command_writes_the_same_findings(self, articles: list[dict[str, Any]], tmp_path: Path) -> None:
        home = accepting_home(tmp_path, [*lines_of(articles), BAD_BYTE])
        selected = ("--isolated", "--select", "SIT,SEG,CMT")
        outputs = ("-o", "out", "--output-format", "scores:scored")

        ran = scrapelint(
            "check", *selected, "--engine", "spark", "--master", "local[2,4]", "a.jsonl", *outputs, cwd=home
        )

        assert ran.status == 1, ran.err
        found = found_in(home / "out")
        assert {json.loads(line)["code"][:3] for line in found} >= {"SIT", "CMT", "INP"}
        assert found == checked(home, "a.jsonl", selected)
        assert found_in(home / "scored") == checked(home, "a.jsonl", selected, "scores")

    def test_lines_of_several_parts_have_their_numbers_and_the_names_that_were_given(
        self, session: Any, articles: list[dict[str, Any]], tmp_path: Path
    ) -> None:
        from scrapelint.commands.on_engines.spark.session import read

        (tmp_path / "in 1").mkdir()
        lines = lines_of(articles)
        write(tmp_path / "in 1" / "a+b.jsonl", [*lines, " ", '{"text": "cut'])

        rows = sorted(map(tuple, read(session, [f"{tmp_path}/in 1/*.jsonl"], "text").collect()), key=lambda row: row[2])

        assert sum(len(line) for line in lines) > 2 * SPLIT_BYTES
        assert [bytes(row[0]).decode() for row in rows] == [*lines, '{"text": "cut']
        assert [row[1:] for row in rows] == [(f"{tmp_path}/in 1/a+b.jsonl", n) for n in range(1, len(rows) + 1)]

    def test_rows_of_parquet_have_their_addresses_in_place_of_columns_of_that_name(
        self, session: Any, tmp_path: Path
    ) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        from scrapelint.commands.on_engines.spark.session import files_of, read

        table = pa.table({"text": ["One.", "Two.", "Three."], "record": ["x", "y", "z"], "Filename": ["", "", ""]})
        pq.write_table(table, tmp_path / "a.parquet", row_group_size=2)
        path = str(tmp_path / "a.parquet")

        df = read(session, [path], "parquet")

        rows = sorted(map(tuple, df.collect()), key=lambda row: row[2])
        assert rows == [("One.", path, 1), ("Two.", path, 2), ("Three.", path, 3)]
        assert files_of(df, [path]) == [path]


@pytest.fixture(scope="module")
def cleaned(session: Any, home: Path) -> str:
    """What a run on Spark, in which a worker is killed, says at its end; its folders stand beside the local files."""
    from scrapelint.commands.on_engines.spark import cleaning
    from scrapelint.commands.on_engines.spark.session import lines_of as lines_of_files
    from scrapelint.commands.on_engines.spark.session import records_before
    from scrapelint.integrations.lines import Cleaning

    given = str(home / "in 1" / "*.jsonl")
    lines = lines_of_files(session, [given])
    how = Cleaning(
        CLEAN_CONFIG, Fixes(unsafe=True, min_confidence=0.9), Dropping(Severity.ERROR, 0.9),
        keeps_rejects=True, keeps_ledger=True, make_count=partial(Count, 0),
        before=records_before(lines), names=((f"{home}/", ""),),
    )  # fmt: skip
    deadly = lines.mapInArrow(killing(str(home / "killed")), lines.schema)
    told = io.StringIO()
    with redirect_stderr(told):
        count = cleaning.written(deadly, how, Folders(*(str(home / name) for name in FOLDERS)))
    return told.getvalue() + count.report()


@needs_java
@pytest.mark.spark
class TestCleaning:
    def test_lines_rejects_and_summary_are_those_of_one_process_after_a_worker_was_killed(
        self, home: Path, cleaned: str
    ) -> None:
        assert (home / "killed").exists()
        check_cleaned(home, cleaned)

    def test_ledger_notes_the_same_edits_and_gives_every_byte_back(self, home: Path, cleaned: str) -> None:  # noqa: ARG002
        check_restored(home)

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


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["a.jsonl", "-o", "there"], "there: is there already; give another folder with -o"),
        (["a.jsonl", "-o", "out", "--ledger", "there"], "there: is there already; give another folder with --ledger"),
        (["a.jsonl", "-o", "out", "--show", "3"], "--show has no effect on Spark: leave it out"),
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

    die = dying(mark)

    def step(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            die()
            yield batch

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
        (["a.jsonl", "-o", "out", "--per-file-ignores", "*:DUP"], "--per-file-ignores has no effect on Spark"),
        (["nowhere.jsonl", "-o", "out"], "scrapelint: Spark: [PATH_NOT_FOUND] Path does not exist:"),
        (["nowhere.parquet", "-o", "out"], "scrapelint: Spark: [PATH_NOT_FOUND] Path does not exist:"),
    ],
)
def test_what_spark_cannot_do_is_told(options: list[str], problem: str, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()

    ran = scrapelint("check", "--engine", "spark", "--master", "local[1]", *options, cwd=tmp_path)

    assert ran.status == 2
    assert problem in ran.err
