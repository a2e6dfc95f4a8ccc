"""What one machine of many does with lines is what the command does with the file that they come from."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from command import ARTICLE, scrapelint

from scrapelint.cleaning.data_set import Dropping
from scrapelint.cleaning.mender import Fixes
from scrapelint.commands.shared.clean_report import Count
from scrapelint.config.values import Config
from scrapelint.integrations.lines import CLEANED, Cleaning, cleaned_rows

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_worker_in_another_folder_leaves_what_is_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub" / "worker").mkdir(parents=True)
    lines = [json.dumps({"id": name, "text": ARTICLE}).encode() for name in ("quoted", "scraped")]
    (tmp_path / "sub" / "a.jsonl").write_bytes(lines[0] + b"\n")
    ran = scrapelint("accept", "--isolated", "--select", "CMT", "a.jsonl", cwd=tmp_path / "sub")
    assert ran.status == 0, ran.err
    monkeypatch.chdir(tmp_path / "sub")
    how = Cleaning(
        Config(select=("CMT",)), Fixes(min_confidence=0.9), Dropping(None, 0.9), keeps_rejects=False,
        keeps_ledger=False, make_count=partial(Count, 0), before={("a.jsonl", 0): 0},
    ).from_here()  # fmt: skip
    monkeypatch.chdir("worker")

    made = cleaned_rows(((line, "a.jsonl", 0) for line in lines), how)

    written = [json.loads(line) for kind, data in made if kind == CLEANED for line in data.splitlines()]
    assert [one["text"] == ARTICLE for one in written] == [True, False]
