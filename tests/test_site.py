"""Where an article is from, and where it is stored."""

from __future__ import annotations

import pytest

from scrapelint import Article
from scrapelint.plugin import place_of, site_of


@pytest.mark.parametrize(
    ("fields", "site"),
    [
        ({"url": "https://www.Larn.example:443/a"}, "larn.example"),
        ({"site": "The Larn Courier"}, "the larn courier"),
        ({}, ""),
    ],
)
def test_site_is_the_host_of_the_address_or_what_the_scraper_calls_it(fields, site):
    assert site_of(Article("", fields=fields)) == site


@pytest.mark.parametrize(
    ("filename", "record", "place"),
    [
        ("larn/news.jsonl", 7, "larn/news.jsonl"),
        ("larn/2024/a.txt", None, "larn/2024/"),
        ("larn\\2024\\a.txt", None, "larn/2024/"),
        ("a.txt", None, "./"),
    ],
)
def test_place_is_the_file_of_records_or_the_folder_of_a_text(filename, record, place):
    assert place_of(Article("", filename=filename, record=record)) == place
