"""How far a run is, in words."""

from __future__ import annotations

import pytest

from scrapelint.commands.shared.progress import progress_words


@pytest.mark.parametrize(
    ("done", "total", "passed_s", "words"),
    [
        (25, 100, 10, "25%, 1,200 articles, 120 a second, 30 s left"),
        (25, 100, 100, "25%, 1,200 articles, 12 a second, 5 min left"),
        (1, 100, 600, "1%, 1,200 articles, 2 a second, 16 h left"),
        (0, 100, 10, "1,200 articles, 120 a second"),
        (50, None, 10, "1,200 articles, 120 a second"),
    ],
)
def test_of_bytes_it_is_told_how_long_it_takes(done: int, total: int | None, passed_s: float, words: str) -> None:
    assert progress_words(done, total, 1200, passed_s, in_bytes=True) == words


@pytest.mark.parametrize(
    ("total", "words"),
    [(12, "3 of 12 files, 1,200 articles, 120 a second"), (1, "1,200 articles, 120 a second")],
)
def test_files_are_counted_where_there_are_several(total: int, words: str) -> None:
    assert progress_words(3, total, 1200, 10, in_bytes=False) == words
