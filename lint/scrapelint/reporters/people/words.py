"""Evidence and fixes in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from scrapelint.reporters.people.reasons import REASONS, SHARES, UNSAID, ZONES
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scrapelint.finding import Finding

_SURE: Final = 0.995
"""Confidence from which a finding is called sure, without a figure."""
MAX_VALUE_CHARS: Final = 80
QUOTED_CHARS: Final = 20
"""So much of a longer value is looked for in the message, which may cut it in its middle."""


def evidence_words(finding: Finding) -> str:
    """Return what a finding is on besides what its message says, in one line, with how sure it is."""
    return visible(", ".join([*_parts(finding), _how_sure(finding)]))


def mending_words(finding: Finding) -> str:
    """Return what the fix of a finding does, and of which kind it is; an empty string where there is none."""
    fix = finding.fix
    return f"{fix.message} ({fix.applicability} fix)" if fix else ""


def _how_sure(finding: Finding) -> str:
    """Return the confidence in words; it is measured by kind of hit, so the kind is named with it."""
    sure = "sure" if finding.confidence >= _SURE else f"{finding.confidence:.0%} sure"
    kind = "" if "phrase" in finding.evidence else str(finding.evidence.get("kind") or "")
    return f"{sure} of its kind ({kind.replace('-', ' ')})" if kind else sure


def _parts(finding: Finding) -> Iterator[str]:
    if "phrase" in finding.evidence:
        yield _phrase(finding.evidence)
    for name, value in finding.evidence.items():
        if name not in UNSAID and _tells(value) and not _is_said(value, finding.message):
            yield _reason(name, value)
    if zone := ZONES.get(str(finding.evidence.get("zone"))):
        yield zone


def _phrase(evidence: Mapping[str, Any]) -> str:
    where = "/".join(str(evidence[key]) for key in ("pack", "entry") if evidence.get(key))
    language = f" ({evidence['language']})" if evidence.get("language") else ""
    return f'"{evidence["phrase"]}" is a phrase of {where}{language}'


def _tells(value: Any) -> bool:
    """Tell whether a value says something: no empty one does, and no count of nothing or of the one thing shown."""
    return value not in (None, "", [], {}, False) and not (isinstance(value, int) and value <= 1 and value is not True)


def _is_said(value: Any, message: str) -> bool:
    """Tell whether the message says a value: a text, at least its beginning; a number, or its share of a hundred."""
    if isinstance(value, str):
        return value[:QUOTED_CHARS].casefold() in message.casefold()
    if isinstance(value, list):
        return all(_is_said(part, message) for part in value)
    if isinstance(value, float):
        return value <= 1 and _has_number(message, f"{value:.0%}"[:-1])
    return isinstance(value, int) and _has_number(message, str(value))


def _has_number(message: str, number: str) -> bool:
    return re.search(rf"(?<![\d.,]){number}(?!\d)", message) is not None


def _reason(name: str, value: Any) -> str:
    shown = f"{value:.0%}" if name in SHARES and isinstance(value, float) else _value(value)
    template = REASONS.get(name)
    return template.format(shown) if template else f"{name.replace('_', ' ')}: {shown}"


def _value(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3g}"
    if isinstance(value, dict):
        return ", ".join(f"{key} {_value(inner)}" for key, inner in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(_row(one) if isinstance(one, dict) else _value(one) for one in value)
    shown = str(value)
    return shown if len(shown) <= MAX_VALUE_CHARS else shown[:MAX_VALUE_CHARS] + "…"


def _row(row: Mapping[str, Any]) -> str:
    """Return one of several things with the same names: their values tell enough."""
    return " ".join(_value(value) for value in row.values() if value != "")
