"""What engines for many machines are compared with: articles, what one process makes of them, and a death."""

from __future__ import annotations

import json
import os
import signal
from typing import TYPE_CHECKING, Any

from command import FORM, scrapelint
from generated import records

from scrapelint.config.values import Config

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONFIG = Config(select=("DUP", "SIT", "SEG", "CMT"))
CHECKING = ("--isolated", "--select", "DUP,SIT,SEG,CMT")
OPTIONS = ("--isolated", "--select", "CMT,SEG", "--drop-on", "error", "--config", 'rules.SEG006.severity="error"')
"""Of `clean`; CLEAN_CONFIG is what they come to."""
CLEAN_CONFIG = Config(select=("CMT", "SEG"), rules={"SEG006": {"severity": "error"}})
COUNT, FEW = 300, 60
STORY = "The council approved the plan for the new tram line on Tuesday night after a debate of six hours."
BAD_BYTE = (
    '{"id": "Caf\udce9", "text": "Caf\udce9 owners met on Friday.\\n\\nYour email address will not be published."}'
)
FOLDERS = ("out", "out.rejects", "out.ledger")
EXACT: dict[str, Any] = {"encoding": "utf-8", "errors": "surrogateescape"}


def addressed() -> list[dict[str, Any]]:
    """Return articles with their addresses, copies among them."""
    made = [*records(COUNT, words=150)]
    made[3]["text"] += f"\n\n{FORM}"
    return [{**record, "filename": "a.jsonl", "record": number} for number, record in enumerate(made, 1)]


def lines_of(articles: list[dict[str, Any]]) -> list[str]:
    """Return articles as lines of JSON, without their addresses."""
    return [json.dumps({k: v for k, v in one.items() if k not in ("filename", "record")}) for one in articles]


def write(path: Path, lines: list[str]) -> None:
    """Write lines, each with its end."""
    path.write_bytes("".join(f"{line}\n" for line in lines).encode(**EXACT))


def checked(
    folder: Path, name: str, selected: tuple[str, ...] = CHECKING, output_format: str = "json-lines"
) -> list[str]:
    """Return what `check` prints of a file in one process, as lines of JSON, sorted."""
    options = (*selected, "--jobs", "1", "--output-format", output_format)
    return sorted(scrapelint("check", *options, name, cwd=folder).out.splitlines())


def accepting_home(project: Path, lines: list[str]) -> Path:
    """Return a folder of a project with a file of these lines; in the project one of the forms in them is accepted."""
    home = project / "sub"
    home.mkdir()
    (project / ".git").mkdir()
    form = {"id": "form", "text": f"{STORY}\n\n{FORM}"}
    write(home / "a.jsonl", [json.dumps(form)])
    ran = scrapelint("accept", "--isolated", "--select", "CMT", "a.jsonl", cwd=home)
    assert ran.status == 0, ran.err
    write(home / "a.jsonl", [*lines, json.dumps(form)])
    assert '"form"' not in str(checked(home, "a.jsonl", ("--isolated", "--select", "CMT")))
    return home


def found_in(folder: Path) -> list[str]:
    """Return the findings in a folder, sorted."""
    return [line.decode() for line in lines_in(folder) if line]


def cleaned_home(home: Path, articles: list[dict[str, Any]]) -> Path:
    """Put two files of lines in a folder, some of them no records, and what `clean` makes of them in one process."""
    lines = lines_of(articles[:FEW])
    lines[2:2] = ['{"text": "cut', " \t", '{"text": "Caf\udce9 owners met on Friday night."}', '{"text": "So"}\r']
    lines[30:30] = [json.dumps({"id": "form", "text": f"{FORM}\n"}), json.dumps({"text": f"{STORY}\n\n{FORM}"})]
    lines[50] = json.dumps({"id": "empty", "text": ""})
    (home / "in 1").mkdir()
    for name, part in (("a", lines[:40]), ("b", lines[40:])):
        write(home / "in 1" / f"{name}.jsonl", part)
    outputs = ("-o", "local", "--rejects", "local.rejects", "--ledger", "local.ledger")
    (home / "local.summary").write_text(scrapelint("clean", *OPTIONS, "in 1", *outputs, cwd=home).err)
    return home


def lines_in(folder: Path) -> list[bytes]:
    """Return the lines of the files in a folder, sorted; engines put the parts of files in an order of their own."""
    files = [path.read_bytes() for path in folder.iterdir() if not path.name.startswith((".", "_"))]
    assert all(data.endswith(b"\n") for data in files)
    return sorted(b"".join(files).split(b"\n"))


def check_cleaned(home: Path, told: str) -> None:
    """Check that FOLDERS and what was told are those of one process."""
    assert len(list((home / "out").glob("part-*"))) > 2
    assert lines_in(home / "out") == lines_in(home / "local")
    rejects = [json.loads(line.decode("utf-8", "replace")) for line in lines_in(home / "out.rejects") if line]
    assert {record["filename"] for record in rejects} == {"in 1/a.jsonl"}
    assert {record["id"] for record in rejects} == {"form", "4", "31"}
    assert lines_in(home / "out.rejects") == sorted((home / "local.rejects").read_bytes().split(b"\n"))
    assert sorted(told.split("\n")) == sorted((home / "local.summary").read_text().split("\n"))


def check_restored(home: Path) -> None:
    """Check that the ledger notes the edits of one process, and gives every byte back."""
    ran = scrapelint("restore", "out", "--ledger", "out.ledger", "-o", "back", cwd=home)

    assert ran.status == 0, ran.err
    assert lines_in(home / "back") == lines_in(home / "in 1")
    assert edits(lines_in(home / "out.ledger")) == edits((home / "local.ledger").read_bytes().split(b"\n"))


def edits(ledger: list[bytes]) -> list[str]:
    """Return what a ledger says of each record, but for the places in the parts of the cleaned data set."""
    entries = [entry for entry in map(json.loads, filter(None, ledger)) if "edits" in entry]
    assert entries
    for entry in entries:
        entry["edits"] = [{k: v for k, v in edit.items() if k != "at"} for edit in entry["edits"]]
    return sorted(map(json.dumps, entries))


def dying(mark: str) -> Callable[[], None]:
    """Return what kills the process that calls it, but not if that has been done before.

    A function in a function: workers, which know no modules of tests, are sent it as it is.
    """

    def die() -> None:
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return
        os.kill(os.getpid(), signal.SIGKILL)

    return die
