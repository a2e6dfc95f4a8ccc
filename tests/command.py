"""The command as a subprocess, as users start it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


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


def scrapelint(*arguments: str, cwd: Path, stdin: bytes = b"", **environment: str) -> Ran:
    """Run `scrapelint` in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "scrapelint.cli", *arguments],
        cwd=cwd, input=stdin, capture_output=True, check=False, timeout=300,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode())


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
