"""JUnit's XML, for services that show tests: a suite a file, a failure a finding."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from scrapelint.finding import Severity
from scrapelint.located import locate
from scrapelint.reporters.people.concise import address
from scrapelint.reporters.people.words import evidence_words
from scrapelint.reporters.places import file_place, inside
from scrapelint.reporters.programs.xmltext import DECLARATION, content, start_tag
from scrapelint.reporters.summary import counted

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.article import Article
    from scrapelint.intake import Checked
    from scrapelint.located import Located
    from scrapelint.reporters.summary import Summary


class Junit:
    """Prints each file as a suite; what is only worth knowing passes, and is in the suite's output.

    The form is the one that both the schema of Ant and that of Jenkins allow.
    """

    def __init__(self, out: TextIO) -> None:
        """Take the stream."""
        self._out = out
        self._suites = 0
        self._path: str | None = None
        self._cases: list[str] = []
        self._told: list[str] = []
        self._failures = 0
        self._now = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime())
        self._out.write(DECLARATION + "<testsuites>\n")

    def report(self, checked: Checked) -> None:
        """Take the findings of one article."""
        for located in locate(checked.article, checked.findings):
            path = file_place(checked.article, located).path
            if path != self._path:
                self._end_suite()
                self._path = path
            self._add(checked.article, located)

    def close(self, summary: Summary) -> None:
        """Close the document; a clean run is one test that passes."""
        self._end_suite()
        if not self._suites:
            name = f"nothing found in {counted(summary.articles, 'article')}"
            self._cases = [start_tag("testcase", _case(name, "scrapelint"), "/>")]
            self._path = "scrapelint"
            self._end_suite()
        self._out.write("</testsuites>\n")

    def _add(self, article: Article, located: Located) -> None:
        finding = located.finding
        place = file_place(article, located)
        where = inside(article, located) or (f"{place.row}:{place.column}" if place.column else str(place.row))
        case = _case(f"{finding.code} {finding.name} {where}", place.path)
        if finding.severity == Severity.INFO:
            self._cases.append(start_tag("testcase", case, "/>"))
            self._told.append(f"{address(article, located)}: {finding.code} {finding.message}")
            return
        self._failures += 1
        failure = start_tag("failure", {"message": finding.message, "type": finding.code})
        body = content(f"{address(article, located)}\n{finding.message}\n{evidence_words(finding)}")
        self._cases.append(f"{start_tag('testcase', case)}{failure}{body}</failure></testcase>")

    def _end_suite(self) -> None:
        if self._path is None:
            return
        head = {
            "name": self._path, "package": "scrapelint", "id": self._suites, "timestamp": self._now,
            "hostname": "localhost", "tests": len(self._cases), "failures": self._failures, "errors": 0, "time": 0,
        }  # fmt: skip
        told = content("\n".join(self._told))
        inner = ["<properties/>", *self._cases, f"<system-out>{told}</system-out>", "<system-err/>"]
        self._out.write("\n  ".join([start_tag("testsuite", head), *inner]) + "\n</testsuite>\n")
        self._suites += 1
        self._path, self._cases, self._told, self._failures = None, [], [], 0


def _case(name: str, path: str) -> dict[str, object]:
    return {"name": name, "classname": path, "time": 0}
