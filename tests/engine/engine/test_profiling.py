"""What a profile counts: each moment once, for what was at work."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from scrapelint.article import Article
from scrapelint.config.values import Config
from scrapelint.engine.profiling import REST, Profile
from scrapelint.selection.selecting import linter

if TYPE_CHECKING:
    from scrapelint.selection.registry import Registry

WORK_S = 0.02

TEXT = (
    "The harbour of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier.\n\n"
    "Posted on 3 May 2021\n\nLeave a Reply\nYour email address will not be published."
)


def work() -> None:
    end = time.process_time() + WORK_S
    while time.process_time() < end:
        pass


def test_work_within_other_work_counts_for_itself_alone() -> None:
    profile = Profile()
    with profile.work("outer"):
        work()
        with profile.work("inner"):
            work()
            work()
        work()
    assert profile.seconds["outer"] >= 2 * WORK_S
    assert profile.seconds["inner"] >= 2 * WORK_S
    assert profile.seconds["outer"] < 3.5 * WORK_S


def test_all_parts_together_are_the_whole_run() -> None:
    before = time.process_time()
    profile = Profile()
    work()
    with profile.work("part"):
        work()
    profile.stop()
    whole = time.process_time() - before
    assert profile.seconds[REST] >= WORK_S
    assert abs(whole - sum(profile.seconds.values())) < WORK_S / 4


def test_what_raises_ends_its_part() -> None:
    profile = Profile()
    with suppress(ZeroDivisionError), profile.work("part"):
        _ = 1 / 0
    work()
    profile.stop()
    assert profile.seconds["part"] < WORK_S <= profile.seconds[REST]


def test_profiled_linter_finds_what_any_does_and_names_what_it_asked(registry: Registry) -> None:
    profile = Profile()
    article = Article(TEXT, id="a")
    found = linter(Config(), registry, profile=profile).check(article)
    assert found == linter(Config(), registry).check(article)
    assert profile.articles == 1
    assert {"lines", "phrases of packs", "language", "zones", "dates", "CMT001"} <= profile.seconds.keys()
    assert "CMT003" not in profile.seconds, "a rule whose wording does not stand there is not asked"
