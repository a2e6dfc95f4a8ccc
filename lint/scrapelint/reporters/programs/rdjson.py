"""Reviewdog's diagnostic format, with what a fix would put in place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scrapelint.located import locate
from scrapelint.location import Places
from scrapelint.reporters.places import file_place
from scrapelint.reporters.rule_pages import page_url
from scrapelint.resources.addresses import MANUAL_URL
from scrapelint.text.visible import json_escaped, visible

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.article import Article
    from scrapelint.intake import Checked
    from scrapelint.located import Located
    from scrapelint.location import Location
    from scrapelint.reporters.summary import Summary

_HEAD = {"source": {"name": "scrapelint", "url": MANUAL_URL}}


class Rdjson:
    """Prints findings as they come; columns are UTF-8 bytes."""

    def __init__(self, out: TextIO) -> None:
        """Take the stream."""
        self._out = out
        self._separator = ""
        self._out.write(json.dumps(_HEAD)[:-1] + ', "diagnostics": [')

    def report(self, checked: Checked) -> None:
        """Print the findings of one article."""
        for located in locate(checked.article, checked.findings):
            diagnostic = json.dumps(_diagnostic(checked.article, located), ensure_ascii=False)
            self._out.write(f"{self._separator}\n  {json_escaped(diagnostic)}")
            self._separator = ","

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Close the object."""
        self._out.write("\n]}\n")


def _diagnostic(article: Article, located: Located) -> dict[str, Any]:
    finding = located.finding
    diagnostic: dict[str, Any] = {
        "message": visible(finding.message),
        "location": {"path": visible(file_place(article, located).path), "range": _range(article, located)},
        "severity": finding.severity.name,
        "code": {"value": finding.code, "url": page_url(finding.code)},
    }
    if suggestions := _suggestions(article, located):
        diagnostic["suggestions"] = suggestions
    return diagnostic


def _range(article: Article, located: Located) -> dict[str, Any]:
    place = file_place(article, located)
    if place.column is None or located.start is None or located.end is None or located.finding.span is None:
        return {"start": {"line": place.row}, "end": {"line": place.end_row}}
    return {"start": _position(article, located.start), "end": _position(article, located.end)}


def _suggestions(article: Article, located: Located) -> list[dict[str, Any]]:
    """Return the one edit of a fix; reviewdog would offer several as alternatives, and ours belong together."""
    finding = located.finding
    if finding.fix is None or len(finding.fix.edits) > 1 or article.row is not None or finding.field != "text":
        return []
    places = Places(article.text, article.start)
    edit = finding.fix.edits[0]
    reach = {"start": _position(article, places(edit.start)), "end": _position(article, places(edit.end))}
    return [{"range": reach, "text": edit.content}]


def _position(article: Article, place: Location) -> dict[str, int]:
    """Return a place of the text with its column in UTF-8 bytes."""
    at = place.offset - article.start.offset
    before = article.text[at - place.column + 1 : at]
    # A byte that was no UTF-8 is in the text as a surrogate, which is not one byte but three.
    undecoded = sum("\udc80" <= char <= "\udcff" for char in before)
    return {"line": place.row, "column": len(before.encode("utf-8", "surrogatepass")) - 2 * undecoded + 1}
