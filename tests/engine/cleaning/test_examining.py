"""What a report shows of an article that was checked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from command import ARTICLE, FORM

from scrapelint.article import Article
from scrapelint.cleaning.examining import Examiner
from scrapelint.cleaning.mender import Mender
from scrapelint.config.values import Config
from scrapelint.errors import RuleError
from scrapelint.finding import Finding, Severity
from scrapelint.intake import Checked

if TYPE_CHECKING:
    import pytest

READ = Article(ARTICLE, filename="a.txt")
COPY = Finding("DUP001", "exact-duplicate", Severity.WARNING, "copy of b.txt", None, 1)
EXAMINER = Examiner(lambda _: Config(select=("CMT001",)))


def test_findings_of_the_run_are_shown_and_what_clean_would_take() -> None:
    shown = EXAMINER(Checked(READ, [COPY]))

    assert list(shown.findings) == [COPY]
    assert [ARTICLE[hunk.start : hunk.end].strip() for hunk in shown.hunks] == [FORM]
    assert [shown.zone(line) for line in shown.lines] == ["tail", "tail"]


def test_article_that_came_again_has_the_findings_of_its_own_text_too() -> None:
    shown = EXAMINER(Checked(READ, [COPY], again=True))

    assert [finding.code for finding in shown.findings] == ["DUP001", "CMT001"]


def test_configuration_of_the_file_counts() -> None:
    by_name = {"a.txt": Config(select=("CMT001",)), "b.txt": Config(select=("NAV002",))}
    examiner = Examiner(by_name.__getitem__)

    assert examiner(Checked(READ, [])).hunks
    assert not examiner(Checked(READ._replace(filename="b.txt"), [])).hunks


def test_article_at_which_a_rule_fails_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise RuleError("a.txt: CMT001 comment-form failed")

    monkeypatch.setattr(Mender, "mend", failing)
    shown = EXAMINER(Checked(READ, [COPY]))

    assert (shown.hunks, list(shown.findings)) == ((), [COPY])
