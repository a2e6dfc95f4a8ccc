"""This checkout as a repository of its own, as pre-commit and services of CI fetch it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
PARTS = (
    "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml", "templates", "lint", "rules",
    "docs/reference/scrapelint.1",
)  # fmt: skip
"""What the wheel is built from and others read; the rest of a checkout may be large."""
EXAMPLE = CHECKOUT / "tests" / "example-repository"

_IDENTITY = {
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


def copied(folder: Path) -> Path:
    """Return a folder with what this checkout consists of, committed."""
    folder.mkdir(parents=True)
    for part in PARTS:
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (CHECKOUT / part).is_dir() else shutil.copy
        options = {"ignore": shutil.ignore_patterns("__pycache__")} if copy is shutil.copytree else {}
        copy(CHECKOUT / part, folder / part, **options)
    commit_all(folder)
    return folder


def commit_all(folder: Path) -> str:
    """Commit all of a folder, with no hook; return the commit."""
    if not (folder / ".git").exists():
        git("init", "--quiet", "--initial-branch", "main", cwd=folder)
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--no-verify", "--message", "all", cwd=folder)
    return git("rev-parse", "HEAD", cwd=folder).stdout.strip()


def git(*arguments: str, cwd: Path, check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run git as somebody whose own configuration does not matter."""
    return subprocess.run(
        ["git", *arguments], cwd=cwd, check=check, timeout=300, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, **_IDENTITY, **environment},
    )  # fmt: skip
