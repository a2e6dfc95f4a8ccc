"""What a report counts."""

from __future__ import annotations

import pytest

from scrapelint.article import Article
from scrapelint.finding import Edit, Finding, Fix, Severity
from scrapelint.intake import Checked
from scrapelint.reporters.counting.facts import FactReader, Facts
from scrapelint.reporters.counting.groups import OTHERS
from scrapelint.reporters.html import counts as module
from scrapelint.reporters.html.counts import Counts
from scrapelint.reporters.html.overview import Share, overview

FACTS = Facts("a.example", "en", "2026-01")


def checked(
    *severities: Severity, code: str = "CMT001", again: bool = False, before: Severity | None = None
) -> Checked:
    findings = [Finding(code, "a-rule", severity, "message", None, 1) for severity in severities]
    return Checked(Article("Text."), findings, again=again, worst_before=before, was_clean=again and before is None)


def counted(*articles: tuple[Checked, Facts]) -> Counts:
    counts = Counts()
    for one, facts in articles:
        counts.add(one, facts)
    return counts


def worst(counts: Counts) -> dict[str, int]:
    return {part.severity: part.reached.articles for part in overview(counts).parts}


def test_article_counts_once_by_its_worst_finding() -> None:
    counts = counted((checked(Severity.INFO, Severity.ERROR, Severity.ERROR), FACTS), (checked(), FACTS))

    assert worst(counts) == {"error": 1, "warning": 0, "info": 0}
    assert overview(counts).found == Share(1, 2)
    assert overview(counts).findings == 3


def test_article_that_comes_again_is_counted_once_and_by_the_worst_of_both() -> None:
    first = checked(Severity.INFO), FACTS
    again = checked(Severity.WARNING, code="DUP001", again=True, before=Severity.INFO), FACTS
    milder = checked(Severity.INFO, code="SIT001", again=True, before=Severity.WARNING), FACTS

    assert worst(counted(first, again)) == {"error": 0, "warning": 1, "info": 0}
    assert worst(counted((checked(Severity.WARNING), FACTS), milder)) == {"error": 0, "warning": 1, "info": 0}
    assert overview(counted(first, again)).articles == 1


def test_what_was_accepted_before_counts_for_nothing() -> None:
    counts = counted(
        (checked(), FACTS), (checked(Severity.ERROR, code="DUP001", again=True, before=Severity.INFO), FACTS)
    )

    assert worst(counts) == {"error": 1, "warning": 0, "info": 0}


def test_clean_article_that_comes_again_has_findings_now() -> None:
    counts = counted((checked(), FACTS), (checked(Severity.WARNING, code="DUP001", again=True), FACTS))

    assert overview(counts).found == Share(1, 1)


def test_rule_counts_articles_findings_and_fixes() -> None:
    fix = Fix("remove the line", (Edit(0, 1),), safe=True)
    one = checked(Severity.INFO, Severity.WARNING)
    (row,) = overview(
        counted((one._replace(findings=[one.findings[0]._replace(fix=fix), one.findings[1]]), FACTS))
    ).rules

    assert (row.code, row.severity, row.reached, row.findings, row.fixable) == (
        "CMT001",
        "warning",
        Share(1, 1),
        2,
        Share(1, 2),
    )


def test_grid_has_the_share_of_each_rule_on_each_site() -> None:
    other = FACTS._replace(site="b.example")
    grid = overview(counted((checked(Severity.INFO), FACTS), (checked(), FACTS), (checked(), other))).grid

    assert grid.rules == ["CMT001"]
    assert grid.rows == [("a.example", [Share(1, 2)]), ("b.example", [Share(0, 1)])]


def test_sites_beyond_the_bound_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_GROUPS", 3)
    counts = counted(*((checked(), FACTS._replace(site=f"{n}.example")) for n in range(10)))

    assert [name for name, _ in counts.sites.items()] == ["0.example", "1.example", "2.example", OTHERS]
    assert sum(group.articles for _, group in counts.sites.items()) == 10


def test_many_months_become_years() -> None:
    months = [f"{year}-{month:02}" for year in range(2020, 2026) for month in range(1, 13)]
    rows = overview(counted(*((checked(), FACTS._replace(month=month)) for month in months))).months

    assert [(row.name, row.articles) for row in rows] == [(str(year), 12) for year in range(2020, 2026)]


def test_month_without_articles_is_a_gap() -> None:
    rows = overview(counted(*((checked(), FACTS._replace(month=month)) for month in ("2025-11", "2026-02", "")))).months

    assert [(row.name, row.articles) for row in rows] == [
        ("2025-11", 1),
        ("2025-12", 0),
        ("2026-01", 0),
        ("2026-02", 1),
    ]


@pytest.mark.parametrize(
    ("reached", "percent", "shade"),
    [
        (Share(0, 0), "0%", 0),
        (Share(1, 10_000), "<0.1%", 1),
        (Share(1, 40), "2.5%", 1),
        (Share(1, 2), "50%", 4),
        (Share(3, 3), "100%", 8),
    ],
)
def test_share_is_told_and_shaded(reached: Share, percent: str, shade: int) -> None:
    assert (reached.percent, reached.shade) == (percent, shade)


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("2026-03-09", "2026-03"),
        ("2026-03-09T10:00:00Z", "2026-03"),
        ("9 March 2026", "2026-03"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_month_is_read_from_the_date(date: str, month: str) -> None:
    assert FactReader()(Checked(Article("Text.", fields={"date": date}), [])).month == month


def test_language_is_what_the_run_knows_else_what_is_declared_else_told_from_the_text() -> None:
    declared = Article("Le pont est fermé depuis lundi.", fields={"language": "fr-FR"})

    assert FactReader()(Checked(declared, [], language="de")).language == "de"
    assert FactReader()(Checked(declared, [])).language == "fr"
    assert FactReader()(Checked(Article("会谈在星期五结束，没有结果。" * 5), [])).language == "zh"


def test_language_of_an_article_that_comes_again_is_that_of_its_first_coming() -> None:
    read, article = FactReader(), Article("Text.", filename="a.jsonl", record=3)
    read(Checked(article, [], language="ro"))

    assert read(Checked(article, [], again=True)).language == "ro"
    assert read(Checked(article._replace(record=4), [], again=True)).language == ""


def test_site_is_the_host_else_the_folder() -> None:
    assert FactReader()(Checked(Article("x", fields={"url": "https://www.a.example/1"}), [])).site == "a.example"
    assert FactReader()(Checked(Article("x", filename="news/a.txt"), [])).site == "news/"
