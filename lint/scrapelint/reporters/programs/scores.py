"""Articles with their scores, an object a line, for programs that rank, filter or plot them."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from scrapelint.engine.bounding import kinds
from scrapelint.finding import Severity
from scrapelint.scoring import Score, scored
from scrapelint.site import site_of
from scrapelint.text.visible import json_escaped

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.summary import Summary

DIGITS = 4


class Scores:
    """Prints an object for each article as it comes; what is found across articles does not count."""

    def __init__(self, out: TextIO) -> None:
        """Take the stream."""
        self._out = out

    def report(self, checked: Checked) -> None:
        """Print an article."""
        if (score := scored(checked)) is not None:
            self._out.write(json_escaped(json.dumps(_record(checked, score), ensure_ascii=False)) + "\n")

    def close(self, summary: Summary) -> None:
        """Print nothing."""


def _record(checked: Checked, score: Score) -> dict[str, Any]:
    article = checked.article
    counts = Counter[Severity]()
    for kind, count in kinds(checked.findings):
        counts[kind.severity] += count
    return {
        "filename": article.filename,
        "record": article.record,
        "id": article.id or article.filename,
        "url": article.get("url") or None,
        "site": site_of(article) or None,
        "score": round(score.score, DIGITS),
        "residue_share": round(score.residue_share, DIGITS),
        "chars": score.chars,
        **{f"{severity.label}s": counts[severity] for severity in reversed(Severity)},
    }
