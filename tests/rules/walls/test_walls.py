"""What stands before an article is an error; what only looks like it is not."""

from __future__ import annotations

from scrapelint import Article, Severity
from scrapelint.config.values import Config
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter


def test_words_of_a_form_on_data_are_no_error():
    lint = linter(Config(select=("WAL002",)), discover())
    found = lint.check(Article("Talks ended on Friday.\n\nI consent to the processing of my data."))

    assert [finding.severity for finding in found] == [Severity.WARNING]
