"""Completion for shells, as a shell uses it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from command import scrapelint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash to complete in")


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The completion for bash, in a folder with two files."""
    folder = tmp_path_factory.mktemp("bash")
    ran = scrapelint("--print-completion", "bash", cwd=folder)
    assert (ran.status, ran.err) == (0, "")
    (folder / "scrapelint.bash").write_text(ran.out, encoding="utf-8")
    (folder / "articles.jsonl").touch()
    return folder / "scrapelint.bash"


@pytest.fixture
def completed(script: Path) -> Callable[[str], list[str]]:
    """Return what bash offers for the last word of a line, which may be empty."""

    def offers(line: str) -> list[str]:
        words = line.split(" ")
        code = (
            f"source {script}; COMP_WORDS=({' '.join(words[:-1])} '{words[-1]}'); COMP_CWORD={len(words) - 1}; "
            'compopt() { :; }; _shtab_scrapelint; printf "%s\\n" "${COMPREPLY[@]}"'
        )
        ran = subprocess.run(
            ["bash", "--norc", "-c", code], cwd=script.parent, capture_output=True, text=True, check=True
        )
        assert ran.stderr == ""
        return ran.stdout.split()

    return offers


@needs_bash
class TestBash:
    @pytest.mark.parametrize(
        ("line", "offered"),
        [
            ("scrapelint cl", ["clean"]),
            ("scrapelint new", ["new-rule"]),
            ("scrapelint check --unsafe", ["--unsafe-fixes"]),
            ("scrapelint check --select CMT00", ["CMT001", "CMT002", "CMT003", "CMT004", "CMT005"]),
            ("scrapelint check --ignore AL", ["ALL"]),
            ("scrapelint rule comment-form-", ["comment-form-labels"]),
            ("scrapelint clean --drop-on w", ["warning"]),
            ("scrapelint clean art", ["articles.jsonl"]),
            ("scrapelint check --output-file art", ["articles.jsonl"]),
        ],
    )
    def test_completes(self, completed: Callable[[str], list[str]], line: str, offered: list[str]) -> None:
        assert completed(line) == offered

    @pytest.mark.parametrize(
        ("line", "offered"),
        [
            ("scrapelint art", ["articles.jsonl"]),
            ("scrapelint articles.jsonl --extend-sel", ["--extend-select"]),
            ("scrapelint articles.jsonl --select CRD00", ["CRD001"]),
        ],
    )
    def test_check_may_be_left_out(self, completed: Callable[[str], list[str]], line: str, offered: list[str]) -> None:
        assert completed(line)[:1] == offered


@pytest.mark.parametrize("shell", ["zsh", "tcsh"])
def test_other_shells_have_one_too(shell: str, tmp_path: Path) -> None:
    ran = scrapelint("--print-completion", shell, cwd=tmp_path)

    assert ran.status == 0
    assert "new-rule" in ran.out
    assert "--extend-select" in ran.out


def test_shell_that_is_not_known_is_told(tmp_path: Path) -> None:
    ran = scrapelint("--print-completion", "zhs", cwd=tmp_path)

    assert ran.status == 2
    assert '--print-completion: unknown value "zhs"; did you mean "zsh"?' in ran.err


def test_without_shtab_the_extra_is_named(tmp_path: Path) -> None:
    (tmp_path / "shtab.py").write_text("raise ImportError", encoding="utf-8")

    ran = scrapelint("--print-completion", "bash", cwd=tmp_path, PYTHONPATH=str(tmp_path))

    assert ran.status == 2
    assert ran.err == "scrapelint: completion for shells needs shtab: pip install 'scrapelint[completion]'\n"
