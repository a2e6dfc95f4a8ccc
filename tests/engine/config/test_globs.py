"""Globs of files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapelint.config.globs import matches

PARTS = st.lists(st.sampled_from(["a", "b", "/", "..", ".", " ", "//"]), min_size=1, max_size=7).map("".join)


@pytest.mark.parametrize(
    ("path", "glob", "root"),
    [
        ("a/b.txt", "*.txt", "."),
        ("a/b.txt", "a", "."),
        ("a/b.txt", "a/", "."),
        ("a/b.txt", "b.txt", "a"),
        ("a/b/c.txt", "b/*", "a"),
        ("../b.txt", "../*", "."),
    ],
)
def test_name_path_and_folders_above_match(path: str, glob: str, root: str) -> None:
    assert matches(path, glob, root)
    assert not matches(path, "c", root)


@given(PARTS, st.sampled_from([".", "/", "..", "a/b", str(Path.cwd())]))
def test_path_counts_from_the_root_however_it_is_written(path: str, root: str) -> None:
    assert matches(path, os.path.relpath(path, root), root)
