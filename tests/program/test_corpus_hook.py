"""The hook scrapelint-corpus, run by the real pre-commit."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml
from checkouts import git
from command import scrapelint

if TYPE_CHECKING:
    from pathlib import Path

STORY = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike."
OTHER = "The harbour master counted forty lorries on the quay, and said that all of them would cross before noon."


@pytest.fixture
def repository(tmp_path: Path, source: Path) -> Path:
    """A repository of one article that is indexed, with the hook of this checkout."""
    folder = tmp_path / "corpus"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "a.txt").write_text(STORY, encoding="utf-8")
    (folder / ".gitignore").write_text(".scrapelint-index.duckdb\n", encoding="utf-8")
    head = git("rev-parse", "HEAD", cwd=source).stdout.strip()
    used = {"repo": str(source), "rev": head, "hooks": [{"id": "scrapelint-corpus"}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [used]}), encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    assert scrapelint("index", ".", cwd=folder).status == 0
    return folder


def hook(folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Commit nothing, but run the hook as a commit would."""
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    command = [sys.executable, "-m", "pre_commit", "run", "scrapelint-corpus", "--all-files"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home)}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=600
    )


@pytest.mark.plugin
def test_new_copy_of_a_known_article_stops_the_commit_and_another_article_does_not(
    repository: Path, tmp_path: Path
) -> None:
    (repository / "articles" / "b.txt").write_text(OTHER, encoding="utf-8")
    passed = hook(repository, tmp_path / "home")
    (repository / "articles" / "b.txt").write_text(STORY, encoding="utf-8")
    stopped = hook(repository, tmp_path / "home")

    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "DUP001" in stopped.stdout
    assert "articles/a.txt" in stopped.stdout
