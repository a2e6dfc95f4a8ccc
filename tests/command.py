"""The command as a process, as users start it."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Ran(NamedTuple):
    """What a run of the command came to."""

    status: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """What `json-lines` printed."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def codes(self) -> list[str]:
        """Codes of the findings, in order."""
        return [finding["code"] for finding in self.findings]


def scrapelint(*arguments: str, cwd: Path, stdin: bytes = b"", together: bool = False, **environment: str) -> Ran:
    """Run `scrapelint` in a folder, in a process of its own; its errors go where its output goes, if `together`.

    On Linux it is a copy of one that has read the program already, which saves most of the time of a short run; where
    the environment tells Python itself something ("PYTHONPATH"), it is a new one.
    """
    named = {**os.environ, "PYTHONUTF8": "1", **environment}
    if sys.platform == "linux" and not any(name.startswith("PYTHON") for name in environment):
        return _prepared().run(arguments, cwd, stdin, named, together=together)
    done = subprocess.run(
        [sys.executable, "-m", "scrapelint.cli", *arguments],
        cwd=cwd, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.STDOUT if together else subprocess.PIPE,
        check=False, timeout=300, env=named,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode("utf-8", "surrogateescape"), (done.stderr or b"").decode())


class _Prepared:
    """The process of `prepared.py`, asked for one run at a time."""

    def __init__(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="scrapelint-tests-"))
        self._streams = [folder / name for name in ("stdin", "stdout", "stderr")]
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("prepared.py")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
        atexit.register(self._end)

    def run(
        self, arguments: Sequence[str], folder: Path, stdin: bytes, environment: dict[str, str], *, together: bool
    ) -> Ran:
        given, out, err = self._streams
        asked = {
            "arguments": arguments,
            "folder": str(folder),
            "environment": environment,
            "streams": list(map(str, (given, out, out if together else err))),
        }
        with self._lock:
            given.write_bytes(stdin)
            out.write_bytes(b"")
            err.write_bytes(b"")
            status = int(self._answer(json.dumps(asked)))
            return Ran(status, out.read_bytes().decode("utf-8", "surrogateescape"), err.read_text("utf-8"))

    def _answer(self, line: str) -> str:
        assert self._process.stdin
        assert self._process.stdout
        print(line, file=self._process.stdin, flush=True)
        return self._process.stdout.readline()

    def _end(self) -> None:
        self._process.communicate()
        shutil.rmtree(self._streams[0].parent)


@cache
def _prepared() -> _Prepared:
    return _Prepared()


def plain(finding: dict[str, Any]) -> dict[str, Any]:
    """Return a finding without what depends on the file that its articles stand in."""
    left = {k: v for k, v in finding.items() if k not in ("filename", "record", "related", "fingerprint")}
    return {**left, "related": [related["id"] for related in finding["related"]]}


def json_lines(records: Iterable[Any]) -> str:
    """Return records as JSON Lines."""
    return "".join(json.dumps(record) + "\n" for record in records)


def found(*arguments: str, cwd: Path, stdin: bytes = b"") -> Ran:
    """Run `scrapelint check` for JSON lines of the rule comment-form and the faults of the input."""
    options = ("--isolated", "--select", "CMT001", "--output-format", "json-lines")
    return scrapelint("check", *options, *arguments, cwd=cwd, stdin=stdin)


FORM = "Your email address will not be published."
"""A line that CMT001 reports."""

ARTICLE = f"Talks ended on Friday.\n\n{FORM}\n"
"""An article with one finding, in row 3."""

BETWEEN = "The mayor will speak at noon on Saturday, and the doors of the hall open at ten, her office said."
"""A sentence of the article: lines that it stands between are no neighbours."""
