"""A comparison as one object, as programs read it."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from scrapelint.comparing.difference import places
from scrapelint.comparing.totals import LEVEL
from scrapelint.reporters.compared import VERDICTS
from scrapelint.text.visible import json_escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from scrapelint.comparing.comparison import Comparison
    from scrapelint.comparing.difference import Difference
    from scrapelint.comparing.side import Known, Version
    from scrapelint.comparing.totals import Mean, SiteTotals

DIGITS = 4
"""Digits of shares and scores: more are noise."""
SIDES = ("old", "new", "gained", "lost")
TEXT = ("old_chars", "new_chars", "gained_chars", "lost_chars", "gained_paragraphs", "lost_paragraphs")


def print_record(comparison: Comparison, max_worse: float, out: TextIO) -> None:
    """Print a comparison; `max_worse` is the share of worse pairs that is let pass."""
    out.write(json_escaped(json.dumps(_record(comparison, max_worse), ensure_ascii=False, indent=2)) + "\n")


def _record(comparison: Comparison, max_worse: float) -> dict[str, Any]:
    totals = comparison.totals
    return {
        "joined_by": comparison.by,
        "old": comparison.old._asdict(),
        "new": comparison.new._asdict(),
        **_totals(totals.all),
        "level": LEVEL,
        "worse_share": round(totals.worse_share, DIGITS),
        "max_worse": max_worse,
        "rules": [rule._asdict() for rule in totals.rules()],
        "sites": [{"site": name, **_totals(site)} for name, site in totals.ranked_sites()],
        "examples": list(map(_example, comparison.worst)),
    }


def _totals(totals: SiteTotals) -> dict[str, Any]:
    return {
        "pairs": totals.pairs,
        "score": _means(totals.old, totals.new, totals.change),
        "residue_share": {"old": _rounded(totals.old_residue.value), "new": _rounded(totals.new_residue.value)},
        **{verdict: totals.verdicts[verdict] for verdict in VERDICTS},
        "findings": {side: totals.findings[side] for side in SIDES},
        "text": {name: totals.text[name] for name in TEXT},
    }


def _means(old: Mean, new: Mean, change: Mean) -> dict[str, float | None]:
    low, high = change.interval or (None, None)
    values = {"old": old.value, "new": new.value, "change": change.value, "low": low, "high": high}
    return {name: _rounded(value) for name, value in values.items()}


def _example(found: Difference) -> dict[str, Any]:
    return {
        "name": found.new.name,
        "site": found.new.site,
        "change": _rounded(found.change),
        "lost_share": _rounded(max(0.0, found.lost_share)),
        "old": _version(found.old),
        "new": _version(found.new),
        "gained": _codes(found.gained),
        "lost": _codes(found.lost),
        "places": [{"old": _lines(place.old), "new": _lines(place.new)} for place in places(found)],
    }


def _version(version: Version) -> dict[str, Any]:
    score = version.score
    return {
        "address": version.address,
        "score": _rounded(score.score),
        "residue_share": _rounded(score.residue_share),
        "chars": score.chars,
    }


def _codes(findings: Iterable[Known]) -> dict[str, int]:
    return dict(sorted(Counter(known.code for known in findings).items()))


def _lines(lines: Sequence[tuple[int, str]]) -> list[dict[str, Any]]:
    return [{"row": row, "text": text} for row, text in lines]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
