"""What a run does to the files of its users: never more than was asked for."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from command import found, scrapelint

if TYPE_CHECKING:
    from pathlib import Path

STORY = "The council of Larn opened the bridge on Friday, and the mayor thanked all who had built it."
FORM = "Your email address will not be published."
RECORD = json.dumps({"text": f"{STORY}\n\n{FORM}"}) + "\n"
CMT = ("--isolated", "--select", "CMT")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "in.jsonl").write_text(RECORD)
    return tmp_path


@pytest.mark.parametrize("arguments", [
    ("clean", "in.jsonl", "-o", "out.jsonl", "--ledger", "in.jsonl"),
    ("clean", "in.jsonl", "-o", "out.jsonl", "--ledger", "out.jsonl"),
    ("clean", "in.jsonl", "-o", "out.jsonl", "--drop-on", "error", "--rejects", "in.jsonl"),
    ("clean", "in.jsonl", "-o", "out.jsonl", "--drop-on", "error", "--rejects", "l", "--ledger", "l"),
    ("clean", "i*.jsonl", "-o", "in.jsonl"),
    ("clean", "in.jsonl", "-o", "link.jsonl"),
    ("check", "in.jsonl", "-o", "in.jsonl"),
    ("check", "in.jsonl", "--output-format", "json:in.jsonl"),
    ("check", "in.jsonl", "--write-rates", "in.jsonl"),
    ("restore", "out.jsonl", "--ledger", "in.jsonl", "-o", "in.jsonl"),
])  # fmt: skip
def test_no_option_writes_over_an_input(here: Path, arguments: tuple[str, ...]) -> None:
    (here / "link.jsonl").symlink_to("in.jsonl")

    ran = scrapelint(*arguments, cwd=here)

    assert ran.status == 2, ran.err
    assert (here / "in.jsonl").read_text() == RECORD
    assert not (here / "out.jsonl").exists()


def test_report_of_an_earlier_run_in_a_folder_is_no_input(here: Path) -> None:
    assert found(*CMT, "-o", "report.jsonl", ".", cwd=here).status == 1
    assert scrapelint("check", *CMT, "-o", "report.jsonl", ".", cwd=here).status == 1


def test_cut_utf16_on_standard_input_comes_back_as_it_was(here: Path) -> None:
    data = f"{STORY}\n\n{FORM}".encode("utf-16")[:-1]

    ran = subprocess.run(
        [sys.executable, "-m", "scrapelint", "check", *CMT, "--fix", "--unsafe-fixes", "-q", "--stdin-filename", "a.txt"],
        input=data, capture_output=True, cwd=here, check=False,
    )  # fmt: skip

    assert ran.returncode == 2
    assert ran.stdout == data


def test_dropped_file_with_a_mark_is_restored(here: Path) -> None:
    (here / "in").mkdir()
    for name, encoding in (("a.txt", "utf-8-sig"), ("b.txt", "utf-16")):
        (here / "in" / name).write_bytes("Talks.".encode(encoding))

    options = ("--isolated", "--select", "SEG006", "--drop-on", "warning", "--min-confidence", "0.1")
    scrapelint("clean", *options, "in", "-o", "out", "--ledger", "l", cwd=here)
    assert not list((here / "out").iterdir())
    ran = scrapelint("restore", "out", "--ledger", "l", "-o", "back", cwd=here)

    assert ran.status == 0, ran.err
    assert {p.name: p.read_bytes() for p in (here / "back").iterdir()} == {
        p.name: p.read_bytes() for p in (here / "in").iterdir()
    }


def test_ledger_of_a_folder_holds_what_was_written_before_a_file_that_cannot_be(here: Path) -> None:
    (here / "in").mkdir()
    (here / "in" / "a.jsonl").write_text(RECORD)
    (here / "in" / "b.jsonl.gz").write_bytes(b"no gzip")
    (here / "in" / "c.jsonl").write_text(RECORD)

    ran = scrapelint("clean", *CMT, "in", "-o", "out", "--ledger", "l", cwd=here)
    assert ran.status == 2
    assert "b.jsonl.gz: cannot be read to its end" in ran.err
    back = scrapelint("restore", "out", "--ledger", "l", "-o", "back", cwd=here)

    assert "2 files restored" in back.err or back.status == 2
    assert (here / "back" / "a.jsonl").read_text() == RECORD
    assert (here / "back" / "c.jsonl").read_text() == RECORD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_what_could_not_be_written_is_not_fixed(here: Path) -> None:
    here.chmod(0o500)

    ran = scrapelint("check", *CMT, "--fix", "--unsafe-fixes", "in.jsonl", cwd=here)

    here.chmod(0o700)
    assert ran.status == 2
    assert "0 fixed" in ran.out


def test_patch_is_utf_8_whatever_the_terminal_has(here: Path) -> None:
    (here / "a.txt").write_text(f"Café über Łódź.\n\n{STORY}\n\n{FORM}\n", encoding="utf-8")

    ran = subprocess.run(
        [sys.executable, "-m", "scrapelint", "check", *CMT, "--diff", "--unsafe-fixes", "-q", "a.txt"],
        capture_output=True, cwd=here, check=False, env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )  # fmt: skip

    assert (ran.returncode, ran.stderr) == (1, b"")
    assert "Café über Łódź." in ran.stdout.decode()


@pytest.mark.parametrize("entry", [
    "[]", "{", '{"ledger": 1}', '{"ledger": 1, "file": 1, "encoding": "utf-8"}',
    '{"ledger": 1, "file": "a\\u0000", "encoding": "utf-8"}',
    '{"ledger": 1, "file": "", "encoding": "nix"}\n{"edits": [{"removed": "a", "at": 0, "size": 0}]}\n{"sha256": ""}',
    '{"ledger": 1, "file": "", "encoding": "utf-8"}\n{"edits": 1}\n{"sha256": ""}',
    '{"ledger": 1, "file": "", "encoding": "utf-8"}\n{"edits": [{"at": -1, "size": 0, "removed": ""}]}\n{"sha256": ""}',
    '{"ledger": 1, "file": "", "encoding": "utf-8"}\n{"edits": ' + "[" * 3000 + "]" * 3000 + "}\n",
])  # fmt: skip
def test_malformed_ledger_is_one_clear_message(here: Path, entry: str) -> None:
    (here / "l").write_text(entry + "\n")

    ran = scrapelint("restore", "in.jsonl", "--ledger", "l", "-o", "back", cwd=here)

    assert ran.status == 2
    assert "Traceback" not in ran.err
    assert "internal error" not in ran.err
    assert not (here / "back").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_named_pipe_is_read_once(here: Path) -> None:
    os.mkfifo(here / "p.jsonl")
    with subprocess.Popen(["cp", "in.jsonl", "p.jsonl"], cwd=here) as writing:
        ran = found("--select", "CMT,DUP", "p.jsonl", cwd=here)
        writing.wait(timeout=20)

    assert ran.codes == ["CMT001"]


def test_device_without_end_is_refused(here: Path) -> None:
    ran = scrapelint("check", "--fix", "/dev/zero", cwd=here)

    assert (ran.status, "a device, not a file of articles" in ran.err) == (2, True)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_signal_leaves_no_temporary_file_and_no_worker(here: Path, name: str) -> None:
    number = getattr(signal, name)
    with (here / "in.jsonl").open("w") as out:
        for serial in range(6000):
            out.write(json.dumps({"id": serial, "text": f"{STORY}\n\n{serial}\n\n{FORM}" * 4}) + "\n")
    arguments = ["clean", "-q", *CMT, "in.jsonl", "-o", "out.jsonl", "-j", "2"]
    before = signal.signal(number, signal.SIG_DFL)  # under nohup the hang-up is ignored, and a command inherits that
    run = subprocess.Popen([sys.executable, "-m", "scrapelint", *arguments], cwd=here, start_new_session=True)
    signal.signal(number, before)
    with run:
        for _ in range(400):
            if any(path.name.endswith(".tmp") and path.stat().st_size for path in here.iterdir()):
                break
            time.sleep(0.05)
        (temporary,) = (path for path in here.iterdir() if path.name.endswith(".tmp"))
        mode = stat.S_IMODE(temporary.stat().st_mode)
        run.send_signal(number)
        status = run.wait(timeout=30)

    assert (status, mode) == (128 + number, 0o600)
    assert [path.name for path in here.iterdir()] == ["in.jsonl"]
    for _ in range(100):
        try:
            os.killpg(run.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a worker is left")


@pytest.mark.parametrize("command", ["check", "sites"])
@pytest.mark.parametrize("name", ["in.jsonl", "b.txt"])
def test_article_in_the_folder_that_is_read_is_not_written_over(here: Path, command: str, name: str) -> None:
    (here / "b.txt").write_text(f"{STORY}\n\n{FORM}\n")
    before = (here / name).read_bytes()

    ran = scrapelint(command, "--isolated", ".", "-o", name, cwd=here)

    assert (ran.status, name in ran.err) == (2, True)
    assert (here / name).read_bytes() == before


@pytest.mark.parametrize(
    ("shape", "name"),
    [
        ("full", "o.txt"),
        ("concise", "o.txt"),
        ("grouped", "o.txt"),
        ("statistics", "o.txt"),
        ("json", "o.json"),
        ("json-lines", "o.jsonl"),
        ("junit", "o.xml"),
    ],
)
def test_report_in_the_folder_that_is_read_is_written_anew(here: Path, shape: str, name: str) -> None:
    command = ("check", "--isolated", "--select", "CMT", "--output-format", shape, ".", "-o", name)

    runs = [scrapelint(*command, cwd=here) for _ in range(2)]

    assert [ran.status for ran in runs] == [1, 1], runs[1].err


def test_unexpected_error_is_no_finding(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from scrapelint import cli

    monkeypatch.setattr(cli, "parse", lambda _: 1 / 0)

    assert cli.main(["check"]) == 2
    assert "internal error at " in capsys.readouterr().err


def test_record_that_breaks_the_reader_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from scrapelint import cli
    from scrapelint.readers.formats.json_lines import JsonLines

    (here / "in.jsonl").write_text(RECORD * 3)
    monkeypatch.chdir(here)
    real = JsonLines.articles
    monkeypatch.setattr(JsonLines, "articles", lambda *args: real(*args) if args[1].number != 2 else [1 / 0])

    assert cli.main(["check", *CMT, "--output-format", "concise", "in.jsonl"]) == 2
    done = capsys.readouterr()
    assert done.out.count("CMT001") == 2
    assert "internal error: in.jsonl, record 2: reading failed: ZeroDivisionError" in done.err
    assert "please report it" in done.err

    assert cli.main(["clean", *CMT, "in.jsonl", "-o", "out.jsonl"]) == 2
    kept = json.dumps({"text": STORY}) + "\n"
    assert (here / "out.jsonl").read_text() == kept + RECORD + kept


@pytest.fixture
def odd(here: Path) -> Path:
    """A folder with an article and a link that leads to itself."""
    (here / "in").mkdir()
    (here / "in" / "a.txt").write_text(f"{STORY}\n\n{FORM}\n")
    (here / "in" / "loop.txt").symlink_to("loop.txt")
    return here


@pytest.mark.parametrize(("arguments", "made"), [
    (("clean", *CMT, "in", "-o", "out", "--ledger", "l"), "out/a.txt"),
    (("index", "--isolated", "--index", "i.duckdb", "in"), "i.duckdb"),
    (("report", *CMT, "in", "-o", "r.html"), "r.html"),
    (("accept", *CMT, "in"), ".scrapelint-accepted.jsonl"),
])  # fmt: skip
def test_what_cannot_be_read_in_a_folder_is_told_and_the_rest_is_done(
    odd: Path, arguments: tuple[str, ...], made: str
) -> None:
    ran = scrapelint(*arguments, cwd=odd)

    assert ran.status == 2
    assert "scrapelint: in/loop.txt: too many levels of symbolic links\n" in ran.err
    assert (odd / made).stat().st_size


def test_name_as_long_as_it_may_be_is_mended(here: Path) -> None:
    path = here / f"{'é' * 125}.txt"
    path.write_text(f"{STORY}\n\n{FORM}\n")

    ran = scrapelint("check", *CMT, "--fix", "--unsafe-fixes", path.name, cwd=here)

    assert ran.status == 0, ran.err
    assert path.read_text() == f"{STORY}\n"
    assert {one.name for one in here.iterdir()} == {"in.jsonl", path.name}


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="this system has no limit for files")
@pytest.mark.parametrize("command", ["check -o f.json --output-format json", "report -o f.json"])
def test_report_is_whole_or_not_there(here: Path, command: str) -> None:
    (here / "in.jsonl").write_text(RECORD * 200)
    (here / "f.json").write_text("old")

    line = f"ulimit -f 8; exec {sys.executable} -m scrapelint {command} {' '.join(CMT)} in.jsonl"
    ran = subprocess.run(["bash", "-c", line], cwd=here, capture_output=True, text=True, check=False, timeout=60)

    assert ran.returncode == 2
    assert ran.stderr.splitlines()[0] == "scrapelint: f.json: cannot be written: file too large"
    assert (here / "f.json").read_text() == "old"
    assert {one.name for one in here.iterdir()} == {"f.json", "in.jsonl"}


def test_report_may_go_to_a_name_of_standard_output(here: Path) -> None:
    assert found("--select", "CMT", "-o", "/dev/stdout", "in.jsonl", cwd=here).codes == ["CMT001"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("command", ["check", "accept"])
def test_accepted_findings_are_neither_read_nor_written_outside_of_their_folder(here: Path, command: str) -> None:
    (here / "a").mkdir()
    (here / "b").mkdir()
    (here / "a" / "a.txt").write_text(f"{STORY}\n\n{FORM}\n")
    (here / "b" / "b.txt").write_text(f"{STORY}\n\n{FORM}\n")
    (here / "a" / ".scrapelint-accepted.jsonl").symlink_to("../victim")
    (here / "victim").write_text("mine\n")
    os.mkfifo(here / "b" / ".scrapelint-accepted.jsonl")

    outside = scrapelint(command, *CMT, "a", cwd=here)
    pipe = scrapelint(command, *CMT, "b", cwd=here)

    assert (outside.status, pipe.status) == (2, 2)
    assert "is a link that leads out of its folder" in outside.err
    assert ".scrapelint-accepted.jsonl: cannot be read: not a file" in pipe.err
    assert (here / "victim").read_text() == "mine\n"


def test_attributes_of_git_are_not_written_outside_of_their_folder(here: Path) -> None:
    (here / "a" / ".git").mkdir(parents=True)
    (here / "a" / "a.txt").write_text(f"{STORY}\n\n{FORM}\n")
    (here / "a" / ".gitattributes").symlink_to("../victim")

    assert scrapelint("accept", *CMT, "a", cwd=here).status == 0
    assert (here / "a" / ".scrapelint-accepted.jsonl").exists()
    assert not (here / "victim").exists()


@pytest.mark.parametrize("name", ["a.html", "b.yaml", "c.pdf", "d.sqlite", "e.rst", "f.log"])
def test_named_file_that_holds_no_text_is_refused(here: Path, name: str) -> None:
    (here / name).write_text(f"{STORY}\n\n{FORM}")

    ran = scrapelint("check", "--isolated", name, cwd=here)

    assert ran.status == 2
    assert name in ran.err


def test_files_left_out_of_a_folder_are_told(here: Path) -> None:
    for name in ("a.html", "b.html", "part-00000", "wiki_07.gz", "articles.3", "LICENSE", "c.py"):
        (here / name).touch()
    left_out = "eft out 5 files (2 .html, 3 without ending): not read"

    assert f"L{left_out}." in scrapelint("check", *CMT, ".", cwd=here).out
    assert f"l{left_out}\n" in scrapelint("check", *CMT, ".", "--output-format", "json", cwd=here).err
    assert f"l{left_out}\n" in scrapelint("check", *CMT, ".", "--statistics", cwd=here).err
    assert f"l{left_out}\n" in scrapelint("report", *CMT, ".", "-o", "../new.html", cwd=here).err
    assert f"l{left_out}, and not in new\n" in scrapelint("clean", *CMT, ".", "-o", "new", cwd=here).err


def test_text_field_can_be_named(here: Path) -> None:
    (here / "a.jsonl").write_text(json.dumps({"page": {"artikel": f"{STORY}\n\n{FORM}"}}) + "\n")

    assert found("--select", "CMT,INP", "a.jsonl", cwd=here).codes == ["INP004"]
    assert found("--select", "CMT,INP", "--text-field", "page.artikel", "a.jsonl", cwd=here).codes == ["CMT001"]


def test_records_without_text_are_told_once_in_every_command(here: Path) -> None:
    (here / "a.jsonl").write_text(json.dumps({"artikel": STORY * 2}) + "\n" + 20 * '{"artikel": "b"}\n')

    checked = found("--select", "CMT,INP", "a.jsonl", cwd=here)
    fixed = found("--select", "CMT,INP", "--fix", "a.jsonl", cwd=here)
    cleaned = scrapelint("clean", *CMT, "a.jsonl", "-o", "b.jsonl", cwd=here)

    assert checked.codes == fixed.codes == ["INP004"]
    assert checked.findings[0]["message"] == fixed.findings[0]["message"]
    assert "no text in any of 21 records" in checked.findings[0]["message"]
    assert cleaned.err.count("no field holds the text") == 1
    assert "21 broken" in cleaned.err
