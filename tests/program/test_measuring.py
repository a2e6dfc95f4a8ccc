"""The tool that measures rules on labelled lines, on the sample of the manual."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "measuring.md").read_text(encoding="utf-8")
SAMPLE = re.search(r"```json labelled.jsonl\n(.*?)```", PAGE, re.DOTALL)[1]  # type: ignore[index]
SHOWN = re.search(r"## Reading it\n\n```text\n(.*?)```", PAGE, re.DOTALL)[1]  # type: ignore[index]


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """The sample, and an article alone with a line that is flagged in it."""
    alone = json.loads(SAMPLE.splitlines()[1])
    alone |= {"text": f"{alone['text']}\n\nLeave a Reply", "labels": "c-c", "id": "quay-2"}
    path = tmp_path / "labelled.jsonl.gz"
    path.write_bytes(gzip.compress(f"{SAMPLE}{json.dumps(alone)}\n".encode()))
    return path


def measured(*arguments: str | Path) -> str:
    command = [sys.executable, ROOT / "tools" / "measure.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_table_is_what_the_manual_shows(tmp_path: Path) -> None:
    path = tmp_path / "labelled.jsonl.gz"
    path.write_bytes(gzip.compress(SAMPLE.encode()))

    assert measured(path, "--code", "CMT", "--show", "20") == SHOWN


def test_flag_in_an_article_alone_is_a_false_alarm_that_is_shown(labelled: Path) -> None:
    *_, heading, line, last = measured(labelled, "--kind", "comment-form/heading", "--show", "1").splitlines()

    assert re.split(" +", heading) == ["CMT001e", "0", "0", "-", "0.99", "1", "comment-form/heading"]
    assert line.strip() == "c quay-2:3: Leave a Reply"
    assert last == "clean articles hit at warning and above: 1 of 2"
