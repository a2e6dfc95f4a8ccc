"""Spark finds what one process finds, also when a worker is killed."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
from typing import TYPE_CHECKING, Any

import pytest
from command import scrapelint
from generated import records

from scrapelint.config.values import Config
from scrapelint.engine.linter import Linter
from scrapelint.errors import WorkerError
from scrapelint.integrations.arrow import as_batches, judge_sorted
from scrapelint.selection import selecting as selection
from scrapelint.selection.registry import discover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CONFIG = Config(select=("DUP", "SIT", "SEG", "CMT"))
COUNT = 300
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
    made = builder.config("spark.sql.shuffle.partitions", "3").config("spark.driver.memory", "1g").getOrCreate()
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
