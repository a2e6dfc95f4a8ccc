"""The tool that writes the generated pages of the manual, and the gate that it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import docs


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A manual of two generated pages, up to date."""
    monkeypatch.setattr(docs, "DOCS", tmp_path)
    monkeypatch.setattr(docs, "pages", lambda: {"rules/A.md": "a\n", "reference/b.md": "b\n"})
    monkeypatch.setattr(sys, "argv", ["docs.py"])
    for name in docs.FOLDERS:
        (tmp_path / name).mkdir()
    assert docs.main() == 0
    monkeypatch.setattr(sys, "argv", ["docs.py", "--check"])
    return tmp_path


def test_pages_that_were_written_are_up_to_date(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert docs.main() == 0
    assert (folder / "rules" / "A.md").read_text(encoding="utf-8") == "a\n"
    assert capsys.readouterr().out == "The generated pages are up to date.\n"


def test_page_that_is_stale_missing_or_left_over_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "rules" / "A.md").write_text("old\n", encoding="utf-8")
    (folder / "rules" / "C.md").touch()
    (folder / "reference" / "b.md").unlink()

    assert docs.main() == 1
    assert capsys.readouterr().out.splitlines() == [
        "docs/rules/A.md: stale",
        "docs/reference/b.md: missing",
        "docs/rules/C.md: left over, nothing writes it",
        "run: python tools/docs.py",
    ]
