"""What MET004 makes of addresses: what is left has to be one that leads to the article."""

import pytest

from scrapelint.api import clean_records

STORY = "The harbour of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier."


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("?utm_source=rss&#038;utm_medium=rss&#038;utm_campaign=x", ""),
        ("?utm_source=rss&amp;utm_medium=rss#top", "#top"),
        ("?utm_source=rss&amp;id=3&#x26;utm_medium=b", "?id=3"),
        ("?utm_source=a&id=3&utm_medium=b&page=1", "?id=3&page=1"),
        ("?id=3&#038;utm_medium=rss&#038;lang=en", "?id=3&#038;lang=en"),
    ],
)
def test_parameters_that_are_left_stay_parted(query: str, left: str) -> None:
    record = {"text": STORY, "url": f"https://larn.example/the-port-opens-again{query}"}
    (mended,) = clean_records([record], select=["MET004"])
    assert mended.record["url"] == f"https://larn.example/the-port-opens-again{left}"
