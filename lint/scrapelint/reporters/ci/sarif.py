"""SARIF 2.1.0, for GitHub code scanning and viewers of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from scrapelint.finding import Severity
from scrapelint.located import locate, named
from scrapelint.reporters.ci.worst import Worst
from scrapelint.reporters.places import file_place, inside
from scrapelint.reporters.rule_pages import documentation, page, page_url
from scrapelint.reporters.rule_pages import summary as first_line
from scrapelint.resources.addresses import MANUAL_URL
from scrapelint.text.visible import json_escaped, visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TextIO

    from scrapelint.article import Article
    from scrapelint.intake import Checked
    from scrapelint.located import Located
    from scrapelint.reporters.summary import Summary
    from scrapelint.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MAX_RESULTS = 5000
"""GitHub shows so many results of a run, and refuses a file with more than five times as many."""
FINGERPRINT = "scrapelint/v1"
"""Name of our fingerprint; another way to make it would get another number."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_PRECISIONS = ((0.99, "very-high"), (0.9, "high"), (0.7, "medium"), (0.0, "low"))
"""GitHub's words for a precision, by the least confidence that they stand for."""


class Sarif:
    """Prints one run with the worst findings and the rules that they are of."""

    def __init__(self, out: TextIO, rules: Mapping[str, type[Rule]]) -> None:
        """Take the stream, and all rules by code."""
        self._out = out
        self._rules = rules
        self._worst: Worst[dict[str, Any]] = Worst(MAX_RESULTS)

    def report(self, checked: Checked) -> None:
        """Keep the findings of one article, if they are among the worst."""
        for located in locate(checked.article, named(checked.article, checked.findings)):
            self._worst.add(located.finding, _result(checked.article, located))

    def close(self, summary: Summary) -> None:
        """Print the whole."""
        results = self._worst.in_order()
        codes = sorted({result["ruleId"] for result in results})
        for result in results:
            result["ruleIndex"] = codes.index(result["ruleId"])
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [self._run(results, codes, summary)]}
        self._out.write(json_escaped(json.dumps(log, ensure_ascii=False, indent=1)) + "\n")

    def _run(self, results: list[dict[str, Any]], codes: Sequence[str], summary: Summary) -> dict[str, Any]:
        from scrapelint.resources.version import __version__

        by_rule = {code: [r for r in results if r["ruleId"] == code] for code in codes}
        driver = {"name": "scrapelint", "version": __version__, "informationUri": MANUAL_URL}
        return {
            "tool": {"driver": {**driver, "rules": [self._rule(code, found) for code, found in by_rule.items()]}},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
            "invocations": [
                {"executionSuccessful": not summary.errors, "toolExecutionNotifications": self._notes(summary)}
            ],
            "results": results,
        }

    def _notes(self, summary: Summary) -> list[dict[str, Any]]:
        notes = [_note("error", error) for error in summary.errors]
        if left_out := self._worst.left_out:
            total = left_out + MAX_RESULTS
            notes.append(_note("warning", f"{left_out:,} of {total:,} findings, the least severe, are left out."))
        notes += [_note("note", f"Gate failed: {failure}") for failure in summary.shown_gates]
        return notes

    def _rule(self, code: str, found: Sequence[dict[str, Any]]) -> dict[str, Any]:
        rule = self._rules.get(code)
        confidence = sum(result["properties"]["confidence"] for result in found) / len(found)
        described: dict[str, Any] = {"id": code, "name": found[0]["properties"]["name"], "helpUri": page_url(code)}
        if rule is None:
            return described
        return {
            **described,
            "shortDescription": {"text": first_line(rule)},
            "fullDescription": {"text": documentation(rule)},
            "help": {"text": documentation(rule), "markdown": page(rule)},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            "properties": {
                "tags": [code[:3]],
                "precision": _precision(confidence),
                "problem.severity": _PROBLEMS[rule.severity],
            },
        }


def _result(article: Article, located: Located) -> dict[str, Any]:
    finding = located.finding
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(finding.message)},
        "locations": [_location(article, located)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "rank": round(100 * finding.confidence, 1),
        "properties": {
            "name": finding.name,
            "confidence": round(finding.confidence, 3),
            "precision": _precision(finding.confidence),
        },
    }


def _location(article: Article, located: Located) -> dict[str, Any]:
    place = file_place(article, located)
    columns = {"startColumn": place.column, "endColumn": place.end_column}
    region = {"startLine": place.row, "endLine": place.end_row, **{k: v for k, v in columns.items() if v is not None}}
    uri = quote(place.path, errors="surrogateescape")
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}, "region": region}
    }
    if within := inside(article, located):
        location["logicalLocations"] = [{"name": visible(article.id), "fullyQualifiedName": within, "kind": "object"}]
    return location


def _precision(confidence: float) -> str:
    return next(word for least, word in _PRECISIONS if confidence >= least)


def _note(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": visible(text)}}
