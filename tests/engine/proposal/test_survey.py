"""What is kept of a folder, however large it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint.proposal import survey as surveying
from scrapelint.proposal.survey import OTHER_PLACES, Place, survey

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(surveying, "MAX_TEXTS", 5)
    monkeypatch.setattr(surveying, "MAX_PLACES", 3)
    for top in "abcde":
        (tmp_path / top / "deep").mkdir(parents=True)
        for number in range(4):
            (tmp_path / top / "deep" / f"{number}.TXT.gz").touch()
    return tmp_path


def test_files_are_counted_by_place_and_sampled_by_lot(folder: Path) -> None:
    found = survey(str(folder))

    assert found.files.total() == 20
    assert found.files[Place("a", ".txt.gz")] == 4
    assert found.files[OTHER_PLACES] == 8
    assert len(found.sample) == 5
    assert not found.is_whole


def test_lot_does_not_depend_on_other_files(folder: Path) -> None:
    before = {file.filename for file in survey(str(folder)).sample}

    for path in folder.rglob("*.gz"):
        if str(path) not in before:
            path.unlink()
    assert {file.filename for file in survey(str(folder)).sample} == before
