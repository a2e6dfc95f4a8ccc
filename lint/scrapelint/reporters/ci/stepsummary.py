"""The summary of a step in GitHub Actions, in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.reporters.ci.worst import Worst
from scrapelint.reporters.places import file_place
from scrapelint.rule import excerpt
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.article import Article
    from scrapelint.located import Located
    from scrapelint.reporters.summary import Summary

MAX_FINDINGS = 50
"""GitHub takes 1 MiB for a step; a page that people read is shorter."""
MESSAGE_CHARS = 200
"""Longest message in the table, in code points."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


class StepSummary:
    """Adds a table of rules and the worst findings to the file that GitHub names."""

    def __init__(self, path: str) -> None:
        """Take the file, which other steps may have written to."""
        self._path = path
        self._worst: Worst[tuple[str, ...]] = Worst(MAX_FINDINGS)

    def add(self, article: Article, located: Located) -> None:
        """Take one finding."""
        finding = located.finding
        place = file_place(article, located)
        row = (finding.severity.label, f"{place.path}:{place.row}", f"{finding.code} {finding.name}", finding.message)
        self._worst.add(finding, row)

    def close(self, summary: Summary) -> None:
        """Write the summary after what the file holds."""
        with open(self._path, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:  # noqa: PTH123
            file.write("\n\n".join(self._parts(summary)) + "\n")

    def _parts(self, summary: Summary) -> Iterable[str]:
        yield "## scrapelint"
        yield from (escaped(line) for line in summary.sentence.split("\n"))
        if summary.findings:
            yield _table(("findings", "rule"), ((f"{number:,}", rule) for rule, number in _by_rule(summary)))
            yield _table(("severity", "place", "rule", "message"), self._worst.ranked())
        if self._worst.left_out:
            yield f"{self._worst.left_out:,} more are in the log."


def _by_rule(summary: Summary) -> list[tuple[str, int]]:
    """Return how often each rule found something, the most frequent first, whatever can be mended of it."""
    counts = Counter[str]()
    for (code, name, _), number in summary.by_rule.items():
        counts[f"{code} {name}"] += number
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def escaped(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    return _PUNCTUATION.sub(r"\\\1", excerpt(visible(text), MESSAGE_CHARS))


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(head)
    lines = [names, ["---"] * len(names), *([escaped(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
