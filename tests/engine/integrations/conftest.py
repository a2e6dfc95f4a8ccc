"""What Spark and Ray are compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from engines import addressed, checked, cleaned_home, lines_of, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def articles() -> list[dict[str, Any]]:
    return addressed()


@pytest.fixture(scope="module")
def expected(articles: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What `check` finds in one process, as lines of JSON, sorted."""
    folder = tmp_path_factory.mktemp("local")
    write(folder / "a.jsonl", lines_of(articles))
    return checked(folder, "a.jsonl")


@pytest.fixture(scope="module")
def scored(articles: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What `check` says of how good the articles are in one process, as lines of JSON, sorted."""
    folder = tmp_path_factory.mktemp("scored")
    write(folder / "a.jsonl", lines_of(articles))
    return checked(folder, "a.jsonl", output_format="scores")


@pytest.fixture(scope="module")
def home(articles: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two files of lines, some of them no records, and what `clean` makes of them in one process."""
    return cleaned_home(tmp_path_factory.mktemp("clean"), articles)
