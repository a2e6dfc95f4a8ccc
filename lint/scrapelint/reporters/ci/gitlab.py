"""GitLab's code quality report: one array of issues."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from scrapelint.finding import Severity
from scrapelint.located import locate, named
from scrapelint.reporters.places import file_place
from scrapelint.text.visible import json_escaped, visible

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.article import Article
    from scrapelint.intake import Checked
    from scrapelint.located import Located
    from scrapelint.reporters.summary import Summary

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class Gitlab:
    """Prints findings as they come; GitLab wants each fingerprint once in a report."""

    def __init__(self, out: TextIO) -> None:
        """Take the stream."""
        self._out = out
        self._seen: Counter[str] = Counter()
        self._separator = "["

    def report(self, checked: Checked) -> None:
        """Print the findings of one article."""
        for located in locate(checked.article, named(checked.article, checked.findings)):
            issue = json.dumps(self._issue(checked.article, located), ensure_ascii=False)
            self._out.write(f"{self._separator}\n  {json_escaped(issue)}")
            self._separator = ","

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Close the array."""
        self._out.write("[]\n" if self._separator == "[" else "\n]\n")

    def _issue(self, article: Article, located: Located) -> dict[str, Any]:
        finding = located.finding
        place = file_place(article, located)
        return {
            "type": "issue",
            "check_name": f"{finding.code} {finding.name}",
            "description": f"{finding.code} {visible(finding.message)}",
            "categories": ["Clarity"],
            "severity": _SEVERITIES[finding.severity],
            "fingerprint": self._unique(finding.fingerprint),
            "location": {"path": visible(place.path), "lines": {"begin": place.row, "end": place.end_row}},
        }

    def _unique(self, fingerprint: str) -> str:
        """Return a fingerprint with a number where copies of a record have brought it before."""
        self._seen[fingerprint] += 1
        copies = self._seen[fingerprint]
        return fingerprint if copies == 1 else f"{fingerprint}-{copies}"
