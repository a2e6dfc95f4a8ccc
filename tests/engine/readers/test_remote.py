"""Addresses such as s3://: what is told where they cannot be read."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import fsspec
import pytest

from scrapelint.cli import main
from scrapelint.errors import MissingExtraError, UsageError
from scrapelint.readers import remote

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARIES = [
    ("s3", "s3fs", "s3"), ("s3a", "s3fs", "s3"), ("gs", "gcsfs", "gcs"), ("hf", "huggingface_hub", "hf"),
    ("http", "aiohttp", "http"), ("https", "aiohttp", "http"),
]  # fmt: skip
KNOWN = import_module("fsspec.registry")._registry
"""The file systems that fsspec has loaded, by protocol."""
STORY = "The council approved the plan for the new tram line on Tuesday night after a debate of six hours."


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but fsspec itself is installed."""
    for module in ("s3fs", "gcsfs", "huggingface_hub", "aiohttp"):
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(sys.modules, "fsspec.implementations.http", raising=False)
    for protocol, _, _ in LIBRARIES:
        monkeypatch.delitem(KNOWN, protocol, raising=False)


@pytest.mark.usefixtures("no_library")
@pytest.mark.parametrize("name", ["a.jsonl", "*.jsonl"])
@pytest.mark.parametrize(("protocol", "package", "extra"), LIBRARIES)
def test_missing_library_is_a_usage_error_that_names_the_extra(
    protocol: str, package: str, extra: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", f"{protocol}://bucket/{name}"]) == 2

    expected = (
        f"scrapelint: {protocol}://bucket/{name}: {protocol}:// needs {package}: pip install 'scrapelint[{extra}]'\n"
    )
    assert capsys.readouterr().err == expected


@pytest.mark.parametrize(("protocol", "extra"), [("s3", "s3"), ("https", "http"), ("hf", "hf"), ("abfs", "remote")])
def test_missing_fsspec_names_the_extra_that_brings_all_that_is_needed(
    protocol: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)

    with pytest.raises(MissingExtraError, match=rf"reading from {protocol}:// needs fsspec: .*\[{extra}\]"):
        remote.open_remote(f"{protocol}://bucket/a.jsonl")


@pytest.mark.usefixtures("no_library")
def test_library_is_named_after_a_cache() -> None:
    with pytest.raises(MissingExtraError, match=r"scrapelint\[s3\]"):
        remote.open_remote("simplecache::s3://bucket/a.jsonl")


@pytest.mark.parametrize("name", ["a.jsonl", "*.jsonl"])
def test_protocol_that_nobody_knows_is_a_usage_error(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", f"shelf://bucket/{name}"]) == 2
    assert capsys.readouterr().err == f"scrapelint: shelf://bucket/{name}: protocol not known: shelf\n"


class Unreachable(fsspec.AbstractFileSystem):
    """A store whose library has errors of its own."""

    protocol = "unreachable"

    def _open(self, *_: object, **__: object) -> None:
        raise RuntimeError("name or service not known")

    def ls(self, *_: object, **__: object) -> None:
        raise RuntimeError("name or service not known")


@pytest.fixture
def unreachable() -> Iterator[None]:
    fsspec.register_implementation("unreachable", Unreachable)
    yield
    KNOWN.pop("unreachable")


@pytest.mark.usefixtures("unreachable")
def test_error_of_a_library_is_told_as_one_of_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "unreachable://a.jsonl", "--output-format", "concise"]) == 1
    assert "INP003 cannot be read: name or service not known" in capsys.readouterr().out

    with pytest.raises(UsageError, match="cannot be listed: name or service not known"):
        list(remote.find("unreachable://*.jsonl"))


def test_files_of_a_store_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    with fsspec.open("memory://shelf/a.txt", "w") as file:
        file.write(f"{STORY}\n\nYour email address will not be published.")

    assert main(["check", "memory://shelf/*.txt", "--select", "CMT", "--output-format", "concise"]) == 1
    assert "CMT001" in capsys.readouterr().out
