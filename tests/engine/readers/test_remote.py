"""Files elsewhere: what is said where a library is missing, or nothing is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command import found

from scrapelint.errors import MissingExtraError, UsageError
from scrapelint.readers import remote
from scrapelint.readers.files import input_of
from scrapelint.readers.reading import read
from scrapelint.readers.source import Source

if TYPE_CHECKING:
    from pathlib import Path


class Fsspec:
    """A library that reaches nothing."""

    def __init__(self, error: Exception) -> None:
        self._error = error
        self.core = self

    def open(self, _: str, __: str) -> None:
        raise self._error

    def url_to_fs(self, _: str) -> None:
        raise self._error


def without(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    monkeypatch.setattr(remote, "_fsspec", lambda: Fsspec(error))


@pytest.mark.parametrize(
    ("address", "extra"), [("s3://b/a.jsonl", "s3"), ("https://example.org/*.jsonl", "http"), ("gs://b/a.txt", "gcs")]
)
def test_missing_library_is_told_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, address: str, extra: str
) -> None:
    without(monkeypatch, ImportError("Install it"))

    with pytest.raises(MissingExtraError, match=rf"Install it: pip install 'scrapelint\[{extra}\]'"):
        list(remote.find(address)) and remote.open_remote(address)


def test_what_cannot_be_reached_is_no_fault_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, RuntimeError("no route"))

    (intake,) = read(input_of("s3://b/a.jsonl"), Source("s3://b/a.jsonl"))
    assert [fault.message for fault in intake.faults] == ["cannot be read: no route"]
    with pytest.raises(UsageError, match="cannot be listed: no route"):
        list(remote.find("s3://b/*.jsonl"))


def test_file_elsewhere_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Your email address will not be published.\n")

    assert found(f"file://{tmp_path}/*.txt", cwd=tmp_path).codes == ["CMT001"]
