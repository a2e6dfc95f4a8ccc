"""What filters would drop in turn, and what clean would take out."""

from __future__ import annotations

import pytest

from scrapelint import clean_records, lint_text
from scrapelint.article import Article
from scrapelint.finding import Edit, Finding, Fix, Severity
from scrapelint.gates.gates import Share as Gate
from scrapelint.intake import Checked
from scrapelint.reporters.html import waterfall as module
from scrapelint.reporters.html.overview import Share
from scrapelint.reporters.html.waterfall import Waterfall

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
NAMES = ["error", "warning, from 95%", "warning, 90% to 95%", "warning, below 90%"]
PARAGRAPH = "Talks on the river treaty ended on Friday without a result, officials in both capitals said."


def found(severity: Severity, confidence: float = 0.99, code: str = "CMT001") -> Finding:
    return Finding(code, "a-rule", severity, "message", None, confidence)


def checked(number: int, *findings: Finding, again: bool = False, text: str = "Text.") -> Checked:
    return Checked(Article(text, filename="a.jsonl", record=number), findings, again=again)


def counted(*articles: Checked, gates: tuple[Gate, ...] = ()) -> Waterfall:
    made = Waterfall(gates)
    for article in articles:
        made.add(article)
    return made


def steps(made: Waterfall) -> list[tuple[int, int, int]]:
    """Return for each step how many it drops alone, drops in turn, and leaves."""
    return [(row.alone.articles, row.dropped.articles, row.left.articles) for row in made.rows()]


def test_article_is_dropped_by_the_first_step_that_finds_something() -> None:
    made = counted(
        checked(1, found(WARNING, 0.97), found(ERROR)), checked(2, found(WARNING, 0.95)), checked(3, found(INFO)),
        checked(4, found(WARNING, 0.94), found(WARNING, 0.86)), checked(5),
    )  # fmt: skip

    assert [row.name for row in made.rows()] == NAMES
    assert steps(made) == [(1, 1, 4), (2, 1, 3), (1, 1, 2), (1, 0, 2)]
    assert next(made.rows()).left == Share(4, 5)


def test_gates_are_steps_after_the_severities() -> None:
    gates = (Gate("NAV", frozenset({"NAV003"}), 0.02),)
    made = counted(checked(1, found(INFO, code="NAV003")), checked(2, found(ERROR, code="NAV003")), gates=gates)

    *_, last = made.rows()
    assert (last.name, last.kind) == ("gate NAV", "gate")
    assert (last.alone, last.dropped, last.left) == (Share(2, 2), Share(1, 2), Share(0, 2))


def test_article_that_comes_again_is_dropped_once_by_the_first_step_of_both() -> None:
    made = counted(
        checked(1, found(WARNING)), checked(2), checked(3, found(ERROR)),
        checked(1, found(ERROR, code="DUP001"), again=True), checked(2, found(WARNING, code="DUP002"), again=True),
        checked(3, found(ERROR, code="DUP001"), found(WARNING, code="DUP002"), again=True),
    )  # fmt: skip

    assert steps(made)[:2] == [(2, 2, 1), (3, 1, 0)]


def test_article_beyond_those_that_are_remembered_is_not_counted_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_KNOWN", 1)
    made = counted(
        checked(1, found(ERROR)), checked(2, found(ERROR)), checked(2, found(ERROR, code="DUP1"), again=True)
    )

    assert steps(made)[0] == (2, 2, 0)
    assert len(made._known) == 1


def test_what_clean_would_take_out_is_what_it_takes_out() -> None:
    forms = f"{PARAGRAPH}\n\nYour email address will not be published."
    texts = [PARAGRAPH, forms, f"{forms}\n\n{PARAGRAPH[:-5]}again."]
    results = [Checked(Article(text, record=n), lint_text(text)) for n, text in enumerate(texts)]
    cleaned = list(clean_records([{"text": text} for text in texts]))

    made = counted(*results).cleaning
    assert made.mended == Share(sum(text != one.record["text"] for text, one in zip(texts, cleaned, strict=True)), 3)
    gone = sum(len(text) - len(one.record["text"]) for text, one in zip(texts, cleaned, strict=True))
    assert made.removed == Share(gone, sum(map(len, texts)))
    assert gone > 80


@pytest.mark.parametrize(("confidence", "mended"), [(0.9, 1), (0.89, 0)])
def test_only_sure_fixes_are_applied(confidence: float, mended: int) -> None:
    finding = found(WARNING, confidence)._replace(fix=Fix("remove it", (Edit(0, 2),), safe=False))
    assert counted(checked(1, finding)).cleaning.mended == Share(mended, 1)


def test_article_that_would_lose_too_much_stays() -> None:
    finding = found(ERROR)._replace(fix=Fix("remove it", (Edit(0, len(PARAGRAPH)),), safe=False))
    made = counted(checked(1, finding, text=f"{PARAGRAPH}\n\nA word."))

    assert made.cleaning == (Share(0, 1), Share(0, len(PARAGRAPH) + 9), 1)
