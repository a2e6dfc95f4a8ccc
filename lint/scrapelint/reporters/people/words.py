"""Evidence and fixes in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scrapelint.finding import Finding

_SAID_APART = frozenset({"pack", "entry", "language", "phrase", "zone", "kind", "error"})
_ZONES = {"head": "above the article", "body": "within the article", "tail": "below the article"}
_SURE = 0.995
"""Confidence from which a finding is called sure, without a figure."""
MAX_VALUE_CHARS = 80


def evidence_words(finding: Finding) -> str:
    """Return what a finding stands on, in one line, with how sure it is."""
    sure = "sure" if finding.confidence >= _SURE else f"{finding.confidence:.0%} sure"
    return visible(", ".join([*_parts(finding.evidence), sure]))


def mending_words(finding: Finding) -> str:
    """Return what the fix of a finding does, and of which kind it is; an empty string where there is none."""
    fix = finding.fix
    return f"{fix.message} ({fix.applicability} fix)" if fix else ""


def _parts(evidence: Mapping[str, Any]) -> Iterator[str]:
    if "phrase" in evidence:
        yield _phrase(evidence)
    elif evidence.get("kind"):
        yield f"kind: {str(evidence['kind']).replace('-', ' ')}"
    for name, value in evidence.items():
        if name not in _SAID_APART and value not in (None, "", [], {}):
            yield f"{name.replace('_', ' ')}: {_value(value)}"
    if zone := _ZONES.get(str(evidence.get("zone"))):
        yield zone


def _phrase(evidence: Mapping[str, Any]) -> str:
    where = "/".join(str(evidence[key]) for key in ("pack", "entry") if evidence.get(key))
    language = f" ({evidence['language']})" if evidence.get("language") else ""
    return f'"{evidence["phrase"]}" is a phrase of {where}{language}'


def _value(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3g}"
    if isinstance(value, dict):
        return " ".join(f"{key} {_value(inner)}" for key, inner in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return " ".join(map(_value, value))
    shown = str(value)
    return shown if len(shown) <= MAX_VALUE_CHARS else shown[:MAX_VALUE_CHARS] + "…"
