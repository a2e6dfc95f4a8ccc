"""What keeps memory bounded: counts that are thinned, a set that may err on one side, sites that are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.article import Article
from scrapelint.boilerplate import tally
from scrapelint.boilerplate.articles import site_article
from scrapelint.boilerplate.census import Census
from scrapelint.boilerplate.seen import Seen
from scrapelint.boilerplate.shared import Limits
from scrapelint.boilerplate.sketch import Sketch
from scrapelint.boilerplate.survey import survey
from scrapelint.corpus.evidence import key_of
from scrapelint.reporters.people.tables.site_summary import left_out

if TYPE_CHECKING:
    import pytest


def test_counts_are_exact_while_there_is_room() -> None:
    sketch = Sketch(most=10)
    sketch.add([1, 2, 1])
    sketch.add([1])

    assert (sketch.at_least(1), sketch.at_least(2), sketch.at_least(3), sketch.missed) == (3, 1, 0, 0)


def test_frequent_key_survives_any_number_of_rare_ones() -> None:
    sketch = Sketch(most=100)
    for number in range(5000):
        sketch.add([-1] if number % 10 == 0 else [])
        sketch.add([number])

    assert 0 < sketch.missed <= 2 * 5500 / 100
    assert 500 - sketch.missed <= sketch.at_least(-1) <= 500
    assert len(sketch._counts) <= 100


def test_where_counts_are_thinned_lines_that_stand_alone_are_no_candidates() -> None:
    found = [site_article(Article(f"Story {'i' * n}.\n\nPrint", fields={"site": "larn.example"})) for n in range(60)]
    census = Census(max_counters=10)
    census.count(found)

    assert census.missed
    assert [found[0].keyed[key].text for key in census.candidates(found[0], Limits(min_articles=5))] == ["Print"]


def test_lines_beyond_the_room_are_told_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "MAX_LINES", 1)
    found = [Article(f"Story {'i' * n}.\n\nPrint\n\nShare", fields={"site": "larn.example"}) for n in range(6)]

    done = survey(lambda: iter(found), Limits())

    assert [line.text for block in done.sites[0].blocks for line in block.lines] == ["Print"]
    assert done.uncounted_lines == 6
    assert list(left_out(done)) == [
        "too many shared lines, some are missing: ask for a larger --min-share, or give fewer sites at a time"
    ]


def test_set_knows_what_it_was_given_and_hardly_anything_else() -> None:
    seen = Seen(bits=1 << 16)
    keys = [key_of(str(number)) for number in range(2000)]

    first = sum(map(seen.add, keys))
    again = sum(map(seen.add, keys))

    assert first < 20
    assert again == len(keys)


def test_articles_of_further_sites_are_told_not_counted() -> None:
    census = Census(max_sites=2)
    census.count(
        site_article(Article(f"Story {n}.", fields={"url": f"https://{site}.example/{n}"}))
        for n, site in enumerate("ababcac")
    )

    assert census.articles == {"a.example": 3, "b.example": 2}
    assert census.uncounted == 2
