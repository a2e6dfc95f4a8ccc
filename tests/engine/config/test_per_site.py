"""Rules that are not reported on some sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command import json_lines, scrapelint

from scrapelint import Article, fix_text, lint_text
from scrapelint.config.per_site import SiteIgnores
from scrapelint.config.values import Config
from scrapelint.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

CMT = frozenset({"CMT001"})
TEXT = "Talks ended on Friday.\n\nLeave a Reply"
PASSAGE = " ".join(f"The harbour of Larn has berth {number} for boats of up to nine metres." for number in range(20))


@pytest.mark.parametrize(
    ("fields", "ignored"),
    [
        pytest.param({"url": "https://riverpost.example/a"}, CMT, id="the host"),
        pytest.param({"url": "https://www.riverpost.example/a"}, CMT, id="with www"),
        pytest.param({"url": "https://sports.riverpost.example/a"}, CMT, id="a host below it"),
        pytest.param({"url": "https://theriverpost.example/a"}, frozenset(), id="another host that ends alike"),
        pytest.param({"site": "RiverPost.example"}, CMT, id="the name of a site"),
        pytest.param({}, frozenset(), id="no site"),
    ],
)
def test_a_site_is_its_host_and_those_below_it(fields: dict[str, str], ignored: frozenset[str]) -> None:
    assert SiteIgnores({"www.RiverPost.example": CMT}).of(Article(TEXT, fields=fields)) == ignored


def test_rules_are_not_reported_and_not_mended_on_that_site_alone() -> None:
    config = Config(select=("CMT",), per_site_ignores={"riverpost.example": ("comment-form",)})
    here, there = {"url": "https://riverpost.example/a"}, {"url": "https://gazette.example/a"}

    assert [len(lint_text(TEXT, fields, config=config)) for fields in (here, there)] == [0, 1]
    assert fix_text(TEXT, here, min_confidence=0, config=config).text == TEXT
    assert fix_text(TEXT, there, min_confidence=0, config=config).text != TEXT


def test_rules_across_articles_compare_the_site_and_do_not_report_it(tmp_path: Path) -> None:
    sites = ("riverpost.example", "gazette.example")
    records = [{"id": site, "url": f"https://{site}/a", "text": PASSAGE} for site in sites]
    (tmp_path / "a.jsonl").write_text(json_lines(records), encoding="utf-8")
    options = ("--select", "DUP", "--no-cache", "--output-format", "json-lines")

    ran = scrapelint(
        "a.jsonl", *options, "--config", 'per-site-ignores = {"riverpost.example" = ["DUP"]}', cwd=tmp_path
    )

    assert {finding["id"] for finding in ran.findings} == {"gazette.example"}


def test_an_unknown_rule_is_told() -> None:
    with pytest.raises(ConfigError, match='unknown rule "CMTT"'):
        lint_text(TEXT, config=Config(per_site_ignores={"riverpost.example": ("CMTT",)}))
