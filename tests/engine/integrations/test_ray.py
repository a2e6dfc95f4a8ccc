"""Ray finds what one process finds, also when a worker is killed."""

from __future__ import annotations

import io
import json
import os
import subprocess
import tempfile
from contextlib import redirect_stderr
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from command import scrapelint
from engines import (
    BAD_BYTE,
    CLEAN_CONFIG,
    CONFIG,
    FOLDERS,
    OPTIONS,
    accepting_home,
    check_cleaned,
    check_restored,
    checked,
    dying,
    edits,
    found_in,
    lines_in,
    lines_of,
    write,
)

from scrapelint.api import clean_records
from scrapelint.cleaning.data_set import Dropping
from scrapelint.cleaning.mender import Fixes
from scrapelint.commands.on_engines.engine import Folders
from scrapelint.commands.shared.clean_report import Count
from scrapelint.finding import Severity
from scrapelint.integrations.lines import Cleaning
from scrapelint.integrations.parts import parts_of
from scrapelint.readers.files import input_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Ray warns of what it does itself.
pytestmark = [pytest.mark.filterwarnings("ignore::DeprecationWarning"), pytest.mark.timeout(200)]

PART_BYTES = 30_000
"""How much of a file a task reads: several read a file together."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a session with two workers."""
    os.environ.update(RAY_USAGE_STATS_ENABLED="0", RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO="0")
    import ray
    import ray.data

    # Not where pytest puts its files: the names of sockets have to be short.
    with tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True) as folder:
        made = ray.init(
            address="local", num_cpus=2, include_dashboard=False, object_store_memory=200_000_000, log_to_driver=False,
            logging_level="CRITICAL", _temp_dir=folder, _system_config={"num_workers_soft_limit": 4},
        )  # fmt: skip
        ray.data.DataContext.get_current().enable_progress_bars = False
        yield made.address_info["gcs_address"]
        ray.shutdown()


@pytest.fixture(scope="module")
def data(address: str) -> Any:  # noqa: ARG001
    import ray.data

    return ray.data


@pytest.fixture(scope="module")
def rows(data: Any, articles: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What Ray finds in the articles in four parts, while a worker is killed."""
    import pyarrow as pa

    from scrapelint.integrations import ray

    killed = tmp_path_factory.mktemp("check") / "killed"
    table = pa.Table.from_pylist(articles)
    # The first has no articles: of such a block Ray knows no columns.
    blocks = [table.slice(0, 0), *(table.slice(start, 80) for start in range(0, len(table), 80))]
    # Before anything is checked, so that the task that checks dies with it.
    deadly = data.from_arrow(blocks).map_batches(killing(str(killed)), batch_format="pyarrow")
    found: list[dict[str, Any]] = ray.check(deadly, CONFIG, buckets=3).take_all()
    assert killed.exists()
    return found


@pytest.fixture(scope="module")
def cleaned(data: Any, home: Path) -> str:
    """What a run on Ray, in which a worker is killed, says at its end; its folders stand beside the local files."""
    from scrapelint.commands.on_engines.ray import cleaning

    how = Cleaning(
        CLEAN_CONFIG, Fixes(unsafe=True, min_confidence=0.9), Dropping(Severity.ERROR, 0.9),
        keeps_rejects=True, keeps_ledger=True, make_count=counting(str(home / "killed")),
    )  # fmt: skip
    files = [input_of(str(home / "in 1" / f"{name}.jsonl"), f"in 1/{name}.jsonl") for name in "ab"]
    told = io.StringIO()
    with redirect_stderr(told):
        folders = Folders(*(str(home / name) for name in FOLDERS))
        count = cleaning.written(data, parts_of(files, PART_BYTES), how, folders)
    return told.getvalue() + count.report()


@pytest.mark.ray
class TestChecking:
    def test_findings_are_those_of_one_process_byte_for_byte_after_a_worker_was_killed(
        self, rows: list[dict[str, Any]], expected: list[str]
    ) -> None:
        assert sorted(row["finding"] for row in rows) == expected

    def test_scores_are_those_of_one_process_byte_for_byte(
        self, data: Any, articles: list[dict[str, Any]], scored: list[str]
    ) -> None:
        import pyarrow as pa

        from scrapelint.integrations import ray

        rows = ray.scores(data.from_arrow(pa.Table.from_pylist(articles)), CONFIG).take_all()

        assert sorted(row["scored"] for row in rows) == scored
        row = next(row for row in rows if row["record"] == 4)
        assert (row["filename"], row["errors"], 0 < row["score"] < 1) == ("a.jsonl", 1, True)

    def test_columns_tell_what_the_finding_tells(self, rows: list[dict[str, Any]]) -> None:
        (found,) = [row for row in rows if row["code"] == "CMT001"]

        known = {name: found[name] for name in ("name", "severity", "filename", "record", "field")}
        assert known == {
            "name": "comment-form", "severity": "error", "filename": "a.jsonl", "record": 4, "field": "text",
        }  # fmt: skip

    def test_command_writes_the_same_findings(
        self, address: str, articles: list[dict[str, Any]], tmp_path: Path
    ) -> None:
        home = accepting_home(tmp_path, [*lines_of(articles), BAD_BYTE])
        selected = ("--isolated", "--select", "SIT,SEG,CMT")
        outputs = ("-o", "out", "--output-format", "scores:scored")

        ran = scrapelint("check", *selected, *on_ray(address), "a.jsonl", *outputs, cwd=home)

        assert (ran.status, ran.out, ran.err) == (1, "", "")
        assert (home / "out" / "_SUCCESS").exists()
        found = found_in(home / "out")
        assert {json.loads(line)["code"][:3] for line in found} >= {"SIT", "CMT", "INP"}
        assert found == checked(home, "a.jsonl", selected)
        assert (home / "scored" / "_SUCCESS").exists()
        assert found_in(home / "scored") == checked(home, "a.jsonl", selected, "scores")

    def test_command_reads_parquet_with_the_numbers_of_its_rows(
        self, address: str, articles: list[dict[str, Any]], tmp_path: Path
    ) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        pq.write_table(pa.Table.from_pylist(articles[:9]).drop_columns(["filename", "record"]), tmp_path / "a.parquet")
        selected = ("--isolated", "--select", "SEG,CMT")

        ran = scrapelint(
            "check", *selected, *on_ray(address), "--fail-on", "never", "a.parquet", "-o", "out", cwd=tmp_path
        )

        assert ran.status == 0, ran.err
        assert len(found_in(tmp_path / "out")) > 0
        assert found_in(tmp_path / "out") == checked(tmp_path, "a.parquet", selected)


@pytest.mark.ray
class TestCleaning:
    def test_lines_rejects_and_summary_are_those_of_one_process_after_a_worker_was_killed(
        self, home: Path, cleaned: str
    ) -> None:
        assert (home / "killed").exists()
        check_cleaned(home, cleaned)
        for folder in FOLDERS:
            assert not [path for path in (home / folder).iterdir() if path.name.startswith(".")]
            assert (home / folder / "_SUCCESS").read_bytes() == b""

    def test_ledger_notes_the_same_edits_and_gives_every_byte_back(self, home: Path, cleaned: str) -> None:  # noqa: ARG002
        check_restored(home)

    def test_command_cleans_a_folder_to_an_address(self, address: str, home: Path) -> None:
        outputs = ("-o", f"file://{home}/far", "--rejects", "far.rejects", "--ledger", "far.ledger")

        ran = scrapelint("clean", *OPTIONS, *on_ray(address), "in 1", *outputs, cwd=home)

        assert ran.status == 0, ran.err
        assert ran.err == (home / "local.summary").read_text()
        assert lines_in(home / "far") == lines_in(home / "local")
        assert edits(lines_in(home / "far.ledger")) == edits((home / "local.ledger").read_bytes().split(b"\n"))

    def test_dataset_has_the_texts_that_one_process_makes(self, data: Any, articles: list[dict[str, Any]]) -> None:
        import pyarrow as pa

        from scrapelint.integrations import ray

        given = pa.Table.from_pylist([{**one, "n": n, "none": None} for n, one in enumerate(articles[:9])])

        made = ray.clean(data.from_arrow(given), CONFIG)

        known = [one.record for one in clean_records(given.to_pylist(), config=CONFIG)]
        assert made.schema().base_schema == given.schema
        assert made.take_all() == known
        assert known != given.to_pylist()

    def test_file_that_is_cut_short_is_told_in_a_line_and_leaves_no_whole_folder(
        self, address: str, tmp_path: Path
    ) -> None:
        (tmp_path / "a.jsonl.gz").write_bytes(bytes.fromhex("1f8b08000000000000ff"))

        ran = scrapelint("clean", "--isolated", *on_ray(address), "a.jsonl.gz", "-o", "out", cwd=tmp_path)

        told = "scrapelint: a.jsonl.gz: cannot be read to its end: the gz data is cut short\n"
        assert (ran.status, ran.err) == (2, told)
        assert not (tmp_path / "out" / "_SUCCESS").exists()


@pytest.mark.ray
def test_session_of_the_command_leaves_no_process_and_no_file_behind(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", ['{"text": "Talks ended on Friday.\\n\\nLeave a Reply"}'])
    # As above.
    with tempfile.TemporaryDirectory(prefix="ray-") as folder:
        ran = scrapelint("clean", "--isolated", "--engine", "ray", "a.jsonl", "-o", "out", cwd=tmp_path, TMPDIR=folder)
        left = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True, timeout=30).stdout

        assert ran.status == 0, ran.err
        assert lines_in(tmp_path / "out") == [b"", b'{"text": "Talks ended on Friday."}']
        assert not [line for line in left.splitlines() if folder in line]
        assert not list(Path(folder).iterdir())


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["clean", "a.jsonl", "-o", "there"], "there: is there already; give another folder with -o"),
        (["clean", "a.jsonl", "-o", "out", "--jobs", "3"], "--jobs has no effect on Ray: leave it out"),
        (["clean", "a.jsonl", "-o", "-"], "--engine ray reads files and writes folders"),
        (["clean", "a.parquet", "-o", "out"], "for Parquet there is scrapelint.integrations.ray.clean"),
        (["clean", "a.txt", "-o", "out"], "Ray reads one of .jsonl, .parquet (.gz), one kind at a time"),
        (["clean", "gone.jsonl", "-o", "out"], "gone.jsonl: no such file"),
        (["check", "a.jsonl"], "--engine ray reads PATHs and writes a folder"),
        (
            ["check", "a.jsonl", "-o", "out", "--output-format", "sarif"],
            "Ray writes json-lines, and scores beside them",
        ),
        (["check", "a.jsonl", "-o", "out", "--output-format", "scores:there"], "there: is there already"),
        (["check", "a.jsonl", "-o", "out", "--per-file-ignores", "*:DUP"], "--per-file-ignores has no effect on Ray"),
        (["check", "a.jsonl", "-o", "out", "--master", "127.0.0.1:1"], "no cluster of Ray answers at 127.0.0.1:1"),
    ],
)
def test_what_ray_cannot_do_is_told(options: list[str], problem: str, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    for name in ("a.jsonl", "a.parquet", "a.txt"):
        (tmp_path / name).touch()

    ran = scrapelint(*options, "--isolated", "--engine", "ray", cwd=tmp_path)

    assert ran.status == 2
    assert problem in ran.err
    assert not (tmp_path / "out").exists()


def test_extra_is_named_where_ray_is_not_installed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").touch()
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / "ray.py").write_text("raise ImportError")

    ran = scrapelint(
        "clean", "--isolated", "--engine", "ray", "a.jsonl", "-o", "out", cwd=tmp_path,
        PYTHONPATH=str(tmp_path / "without"),
    )  # fmt: skip

    assert ran.status == 2
    assert "pip install 'scrapelint[ray]'" in ran.err


def on_ray(address: str) -> tuple[str, ...]:
    """Return the options for the session at an address."""
    return ("--engine", "ray", "--master", address)


def killing(mark: str) -> Callable[[Any], Any]:
    """Return a step that kills its worker once."""
    die = dying(mark)

    def step(table: Any) -> Any:
        die()
        return table

    return step


def counting(mark: str) -> Callable[[Any], Count]:
    """Return what makes a count that kills its worker once, when half of a part is written."""
    die = dying(mark)

    class Deadly(Count):
        def add(self, cleaned: Any) -> None:
            super().add(cleaned)
            if self.records == 5:
                die()

    return partial(Deadly, 0)
