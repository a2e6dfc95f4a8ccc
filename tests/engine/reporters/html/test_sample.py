"""Which articles of a corpus a report shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.article import Article
from scrapelint.finding import Finding, Severity
from scrapelint.intake import Checked
from scrapelint.reporters.counting.facts import Facts
from scrapelint.reporters.html import sample as module
from scrapelint.reporters.html.sample import PER_GROUP, Sample

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest


def finding(code: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(code, "a-rule", severity, "message", None, 1, field="title")


def article(
    number: int, *codes: str, site: str = "a.example", severity: Severity = Severity.WARNING
) -> tuple[Checked, Facts]:
    read = Article(f"Text {number}.", filename="a.jsonl", record=number)
    return Checked(read, [finding(code, severity) for code in codes]), Facts(site, "en", "2026-01")


def drawn(articles: Iterable[tuple[Checked, Facts]], size: int, seed: int = 0) -> list[int | None]:
    sample = Sample(size, seed)
    for checked, facts in articles:
        sample.add(checked, facts)
    return [one.checked.article.record for one in sample.drawn()]


def test_small_input_is_shown_whole_clean_articles_too() -> None:
    articles = [article(n, *(["CMT001"] if n % 3 == 0 else [])) for n in range(1, 40)]

    assert sorted(map(int, map(str, drawn(articles, 50)))) == list(range(1, 40))


def test_no_more_are_shown_than_asked_for() -> None:
    assert len(drawn([article(n, "CMT001") for n in range(1, 400)], 25)) == 25
    assert drawn([article(1, "CMT001")], 0) == []


def test_rare_rule_and_rare_site_are_shown_among_many() -> None:
    common = [article(n, "CMT001") for n in range(1, 2000)]
    rare = [article(5001, "NAV003"), article(5002, "CMT001", site="rare.example")]

    shown = drawn([*common[:1000], *rare, *common[1000:]], 20)

    assert {5001, 5002} <= set(shown)


def test_same_articles_are_drawn_whatever_their_order() -> None:
    articles = [article(n, "CMT001", site=f"{n % 7}.example") for n in range(1, 500)]

    assert drawn(articles, 30) == drawn(reversed(articles), 30)


def test_another_seed_draws_others() -> None:
    articles = [article(n, "CMT001") for n in range(1, 500)]

    assert drawn(articles, 30) != drawn(articles, 30, seed=1)


def test_each_article_is_as_likely_as_any_other() -> None:
    articles = [article(n) for n in range(1, 101)]
    times = [0] * 101
    for seed in range(200):
        for record in drawn(articles, 10, seed):
            times[record or 0] += 1

    assert min(times[1:]) > 5
    assert max(times) < 40


def test_worst_of_a_rule_comes_first() -> None:
    mild = [article(n, "CMT001", severity=Severity.INFO) for n in range(1, PER_GROUP)]
    bad = article(99, "CMT001", "CMT001", severity=Severity.ERROR)

    assert drawn([*mild, bad], 10)[0] == 99


def test_article_that_comes_again_has_all_its_findings() -> None:
    sample = Sample(10)
    checked, facts = article(1, "CMT001")
    sample.add(checked, facts)
    sample.add(checked._replace(findings=[finding("DUP001")], again=True), facts)

    (one,) = sample.drawn()
    assert [f.code for f in one.checked.findings] == ["CMT001", "DUP001"]
    assert not one.checked.again


def test_article_that_comes_again_takes_no_place_of_another() -> None:
    sample, once = Sample(PER_GROUP), Sample(PER_GROUP)
    for n in range(1, 30):
        for kept in (sample, once):
            kept.add(*article(n, "CMT001", site=f"{n % 2}.example"))
    for n in range(1, 30):
        checked, facts = article(n, "CMT001", site=f"{n % 2}.example")
        sample.add(checked._replace(findings=[finding("SIT001")], again=True), facts)

    assert {name: len(set(heap)) for name, heap in sample._groups.items()} == {
        **{name: len(heap) for name, heap in once._groups.items()}, "rule SIT001": PER_GROUP,
    }  # fmt: skip


def test_memory_is_bounded_by_the_text_that_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_HELD_CHARS", 10_000)
    sample = Sample(1000)
    for n in range(1, 200):
        checked, facts = article(n, "CMT001", site=f"{n}.example")
        sample.add(checked._replace(article=checked.article._replace(text="x" * (3000 if n % 10 == 0 else 100))), facts)

    held = [len(one.checked.article.text) for one in sample.drawn()]
    assert sum(held) <= 10_000
    assert len(held) > 50
