"""Texts inside pipelines of others: what a rule that fails costs, and shares of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint.article import Article
from scrapelint.errors import RuleError
from scrapelint.finding import Span
from scrapelint.integrations import texts

if TYPE_CHECKING:
    from typing import NoReturn

FORM = "Your email address will not be published."


class Failing:
    """A linter one of whose rules fails."""

    def every(self, _: Article) -> NoReturn:
        raise RuleError("CMT001: ValueError: no")


def test_text_on_which_a_rule_fails_is_left_as_it_was_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    mending = texts.mending()
    monkeypatch.setattr(texts, "linter", lambda **_: Failing())

    with pytest.warns(UserWarning, match="left as it was: CMT001: ValueError: no"):
        mended = mending(Article(FORM))

    assert mended.article.text == FORM
    assert not mended.hunks


def test_failing_rule_is_no_score(monkeypatch: pytest.MonkeyPatch) -> None:
    judging = texts.judging("error")
    monkeypatch.setattr(texts, "linter", lambda **_: Failing())

    with pytest.raises(RuleError):
        judging.share(Article(FORM))


@pytest.mark.parametrize(
    ("spans", "size", "share"),
    [
        ([], 10, 0), ([(2, 4)], 10, 0.2), ([(2, 6), (4, 8), (5, 6)], 10, 0.6), ([(8, 9), (0, 1)], 10, 0.2),
        ([(0, 10), (0, 10)], 10, 1), ([], 0, 0), ([(0, 0)], 0, 1),
    ],
)  # fmt: skip
def test_places_that_overlap_count_once(spans: list[tuple[int, int]], size: int, share: float) -> None:
    assert texts.covered([Span(*span) for span in spans], size) == pytest.approx(share)


def test_only_findings_in_the_text_count() -> None:
    article = Article("Talks on the river treaty ended on Friday.", fields={"title": "404 Not Found"})

    assert texts.judging("info", (["MET002"], (), None), min_confidence=0).share(article) == 0
