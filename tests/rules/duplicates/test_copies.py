"""Copies that are planted among articles, and how many of them are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from command import found as found_by_command
from command import json_lines
from generated import Writer

from scrapelint.article import Article
from scrapelint.corpus.comparison import Comparison
from scrapelint.corpus.groups import MemoryGroups, judge
from scrapelint.engine.linter import Linter
from scrapelint.finding import Severity
from scrapelint.selection.registry import discover

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scrapelint.finding import Finding

RULES = discover().rules
PLANTED = 60
"""Copies of each kind: one that is missed is 1.7%."""
MANY_DIFFERENT = 300
NOTICES = 12
"""Notices that stand below the articles of several sites, each some seventy words long."""
LENGTHS = (120, 250, 500, 900)
"""Words of an article."""

CHANGES: dict[str, Callable[[Writer, str, str], str]] = {
    "as it is": lambda _, text, __: text,
    "2% edited": lambda writer, text, _: writer.edited(text, 0.02),
    "5% edited": lambda writer, text, _: writer.edited(text, 0.05),
    "10% edited": lambda writer, text, _: writer.edited(text, 0.10),
    "20% edited": lambda writer, text, _: writer.edited(text, 0.20),
    "cut to two thirds": lambda writer, text, _: writer.cut(text, 0.67),
    "cut to a half": lambda writer, text, _: writer.cut(text, 0.5),
    "with the page's text": lambda _, text, notice: f"{notice}\n\n{text}\n\n{notice}",
    "a third of it in another": lambda writer, text, _: writer.wire(text, len(text.split())),
}
LEAST = {name: 0.9 if name in ("20% edited", "a third of it in another") else 0.98 for name in CHANGES}


class Found(NamedTuple):
    """What was found among articles with planted copies."""

    planted: dict[str, set[frozenset[str]]]
    pairs: set[frozenset[str]]


def findings_of(articles: dict[str, str]) -> list[tuple[str, Finding]]:
    """Return the findings of DUP001 and DUP002, each with the name of its article."""
    comparison = Comparison([RULES["DUP001"](), RULES["DUP002"]()])  # type: ignore[list-item]
    linter, groups = Linter((), discover().phrases()), MemoryGroups()
    docs = [linter.document(Article(text, name, f"{name}.txt")) for name, text in articles.items()]
    for doc in docs:
        groups.take(comparison.emit(doc))
    judge(groups, comparison)
    results = groups.results([doc.number for doc in docs])
    decided = [(doc, results[doc.number].verdicts) for doc in docs if doc.number in results]
    return [(doc.article.id, finding) for doc, verdicts in decided for finding in comparison.report(doc, verdicts)]


def pairs_of(articles: dict[str, str]) -> set[frozenset[str]]:
    """Return the pairs of articles that findings of DUP001 and DUP002 name."""
    return {frozenset((name, other.id)) for name, finding in findings_of(articles) for other in finding.related}


@pytest.fixture(scope="module")
def found() -> Found:
    """Return what is found among articles, some with the notice of a site below them, and their copies."""
    writer = Writer(11)
    notices = [writer.article(70) for _ in range(NOTICES)]
    articles = {f"different-{n}": f"{writer.article(250)}\n\n{notices[n % NOTICES]}" for n in range(MANY_DIFFERENT)}
    planted: dict[str, set[frozenset[str]]] = {}
    for kind, change in CHANGES.items():
        for number in range(PLANTED):
            name = f"{kind}-{number}"
            articles[name] = writer.article(LENGTHS[number % len(LENGTHS)])
            articles[f"copy-{name}"] = change(writer, articles[name], notices[number % NOTICES])
            planted.setdefault(kind, set()).add(frozenset((name, f"copy-{name}")))
    return Found(planted, pairs_of(articles))


@pytest.mark.parametrize("kind", CHANGES)
def test_copy_is_found(kind: str, found: Found) -> None:
    planted = found.planted[kind]

    assert len(planted & found.pairs) >= LEAST[kind] * len(planted)


def test_what_is_found_are_copies(found: Found) -> None:
    wrong = found.pairs - set().union(*found.planted.values())

    assert len(wrong) <= 0.01 * len(found.pairs), sorted(map(sorted, wrong))[:5]


def test_article_that_contains_a_brief_is_worth_knowing_and_the_brief_a_copy() -> None:
    brief, more = Writer(4).article(60), Writer(5).article(700)

    found = {name: finding.severity for name, finding in findings_of({"brief": brief, "long": f"{brief}\n\n{more}"})}

    assert found == {"brief": Severity.WARNING, "long": Severity.INFO}


def test_copy_of_the_same_id_is_named_by_its_place(tmp_path: Path) -> None:
    record = {"url": "https://larn.example/1", "text": Writer(6).article(60)}
    (tmp_path / "a.jsonl").write_text(json_lines([record, record]))

    findings = found_by_command("--select", "DUP001", "a.jsonl", cwd=tmp_path).findings

    assert [finding["message"] for finding in findings] == ["same text as a.jsonl:2", "same text as a.jsonl:1"]


def test_hundred_copies_of_one_text_cost_no_more_than_their_number() -> None:
    text = Writer(4).article(300)
    few, many = ({f"{n}": text for n in range(count)} for count in (100, 400))

    rows = [judged_rows(articles) for articles in (few, many)]

    assert rows[1] <= 5 * rows[0]


def judged_rows(articles: dict[str, str]) -> int:
    """Return how many rows of evidence and verdicts these articles make."""
    comparison = Comparison([RULES["DUP002"]()])  # type: ignore[list-item]
    linter, groups = Linter((), discover().phrases()), MemoryGroups()
    for name, text in articles.items():
        groups.take(comparison.emit(linter.document(Article(text, name))))
    judge(groups, comparison)
    return groups.size


def test_of_many_copies_each_names_ten_and_tells_how_many_share_the_text() -> None:
    text = Writer(4).article(60)
    comparison = Comparison([RULES["DUP001"]()])  # type: ignore[list-item]
    linter, groups = Linter((), discover().phrases()), MemoryGroups()
    docs = [linter.document(Article(text, str(n))) for n in range(30)]
    for doc in docs:
        groups.take(comparison.emit(doc))
    judge(groups, comparison)

    results = groups.results([doc.number for doc in docs])
    findings = [finding for doc in docs for finding in comparison.report(doc, results[doc.number].verdicts)]

    assert len(findings) == 30
    assert {finding.evidence["group"] for finding in findings} == {30}
    assert max(len(finding.related) for finding in findings) == 10
    assert sum(finding.evidence["first"] is True for finding in findings) == 1
