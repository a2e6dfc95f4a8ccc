"""Shares of articles with findings, by rule, site and the like."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from scrapelint.article import Article
from scrapelint.finding import Finding, Severity
from scrapelint.intake import Checked
from scrapelint.reporters import reporter
from scrapelint.reporters.counting import shares as module
from scrapelint.reporters.counting.shares import Shares
from scrapelint.reporters.summary import Summary
from scrapelint.scoring import Likely


def checked(number: int, *found: tuple[str, Severity], site: str = "a", **more: Any) -> Checked:
    fields = {"url": f"https://{site}.example/{number}", "date": "2026-01-05", "language": "en"}
    findings = [Finding(code, "a-rule", severity, "message", None, 1, field="title") for code, severity in found]
    return Checked(Article("Text.", filename="a.jsonl", record=number, fields=fields), findings, **more)


ARTICLES = [
    checked(1, ("CMT001", Severity.ERROR), ("CMT001", Severity.INFO), ("CMT002", Severity.INFO)),
    checked(2, ("CMT001", Severity.WARNING), site="b"),
    checked(3, site="b"),
    checked(4),
]


def counted(key: str, *articles: Checked) -> list[tuple[Any, ...]]:
    """Return the rows without what they say of scores."""
    return [row[:-2] for row in rows(key, *articles)]


def rows(key: str, *articles: Checked) -> list[tuple[Any, ...]]:
    shares = Shares(key)
    for article in articles or ARTICLES:
        shares.add(article)
    rows = list(shares.rows())
    assert all(row.least == row.share == row.most for row in rows)
    return [(*row[:5], *row[7:]) for row in rows]


def printed(output_format: str, key: str) -> str:
    out, summary = io.StringIO(), Summary()
    report = reporter(output_format, out, {}, by=key, quiet=True)
    for article in ARTICLES:
        summary.add(article)
        report.report(article)
    report.close(summary)
    return out.getvalue()


def test_rule_has_the_share_of_all_articles_by_the_worst_of_its_own_findings() -> None:
    assert counted("rule") == [
        ("CMT001", "a-rule", 4, 2, 0.5, 1, 1, 0, "a.jsonl:1:title"),
        ("CMT002", "a-rule", 4, 1, 0.25, 0, 0, 1, "a.jsonl:1:title"),
    ]


def test_share_of_a_sample_has_bounds_that_are_wider_the_fewer_were_drawn() -> None:
    shares = Shares("site")
    for number in range(40):
        shares.add(checked(number, ("CMT001", Severity.ERROR), site="often" if number % 10 else "seldom"))
    often, seldom = shares.rows(unseen=1000)
    assert (often.share, often.most) == (1, 1)
    assert 0.89 < often.least < 0.92
    assert 0.3 < seldom.least < 0.5
    assert [row.least for row in shares.rows(unseen=0)] == [1, 1]


def test_family_counts_an_article_once() -> None:
    assert counted("family") == [("CMT", "Comments", 4, 2, 0.5, 1, 1, 0, "a.jsonl:1:title")]


def test_site_has_the_share_of_its_own_articles() -> None:
    assert counted("site") == [
        ("a.example", "", 2, 1, 0.5, 1, 0, 0, "a.jsonl:1:title"),
        ("b.example", "", 2, 1, 0.5, 0, 1, 0, "a.jsonl:2:title"),
    ]


@pytest.mark.parametrize(("key", "name"), [("language", "en"), ("file", "a.jsonl"), ("month", "2026-01")])
def test_language_file_and_month_are_counted_alike(key: str, name: str) -> None:
    assert counted(key) == [(name, "", 4, 2, 0.5, 1, 1, 0, "a.jsonl:1:title")]


def test_example_is_one_of_the_worst() -> None:
    rows = counted("site", checked(7, ("CMT001", Severity.INFO)), checked(8, ("CMT001", Severity.ERROR)))

    assert rows[0][-1] == "a.jsonl:8:title"


def test_article_that_comes_again_counts_once() -> None:
    again = checked(2, ("DUP001", Severity.ERROR), site="b", again=True, worst_before=Severity.WARNING)

    assert counted("site", *ARTICLES, again)[1] == ("b.example", "", 2, 1, 0.5, 1, 0, 0, "a.jsonl:2:title")
    assert ("DUP001", "a-rule", 4, 1, 0.25, 1, 0, 0, "a.jsonl:2:title") in counted("rule", *ARTICLES, again)


def test_names_beyond_the_bound_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_GROUPS", 2)
    rows = counted("site", *(checked(n, site=str(n)) for n in range(5)))

    assert {(row[0], row[2]) for row in rows} == {("0.example", 1), ("1.example", 1), ("others", 3)}


def test_csv_and_json_say_the_same() -> None:
    table = list(csv.DictReader(io.StringIO(printed("statistics-csv", "site"))))
    records = json.loads(printed("statistics-json", "site"))

    assert [
        {name: "" if value is None else str(value) for name, value in record.items()} for record in records
    ] == table
    assert records[0]["share"] == 0.5
    assert next(iter(records[0])) == "site"


def test_table_has_a_row_a_name() -> None:
    assert printed("statistics", "rule").splitlines() == [
        "rule           articles  found  share  error  warning  info  for example",
        "CMT001 a-rule         4      2  50.0%      1        1     0  a.jsonl:1:title",
        "CMT002 a-rule         4      1  25.0%      0        0     1  a.jsonl:1:title",
    ]


def test_unknown_name_comes_last_and_is_told() -> None:
    nowhere = Checked(Article("Text.", filename="a.txt"), ARTICLES[0].findings)
    shares = Shares("month")
    for article in (nowhere, *ARTICLES):
        shares.add(article)

    assert [row.name for row in shares.rows()] == ["2026-01", ""]


def scored_articles() -> list[Checked]:
    """Two articles of one site, of which one is half residue by the models, and one that has no score."""
    half = checked(1)._replace(likely=[Likely(0, 5, 0.5)])
    return [half, checked(2)._replace(likely=[]), checked(3, site="b")]


def test_names_have_the_mean_score_of_their_articles() -> None:
    found = rows("site", *scored_articles())

    assert [(row[0], *row[-2:]) for row in found] == [("a.example", 0.75, 0.25), ("b.example", None, None)]


def test_rules_have_no_score() -> None:
    article = checked(1, ("CMT001", Severity.ERROR))._replace(likely=[])

    assert [row[-2:] for row in rows("rule", article)] == [(None, None)]
