"""How an article becomes a key, and what was found in it bytes: plain values only, of which no other could be read."""

from __future__ import annotations

import json
import marshal
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.corpus.rows import ArticleEvidence, ArticleVerdicts, Counted, RuleVerdict
from scrapelint.finding import Edit, Finding, Fix, Related, Severity, Span
from scrapelint.intake import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scrapelint.article import Article

_TUPLE = "t"
_DICT = "d"
_LENGTH_BYTES = 4
_MARSHAL = 2
"""The last version of the format that writes equal values in the same way."""
_SAFE = (str, int, float, bool, type(None))
_WRITES_ITSELF = (date, datetime, time, Decimal)


class UnknownValueError(Exception):
    """A value of a kind that would not be read as it was."""


class Kept(NamedTuple):
    """What is kept of an article."""

    found: Found
    """Its evidence is as it was written."""
    day: int
    """The day on which it was found, in days since 1970; it may hold for this day alone."""


def of_article(article: Article) -> bytes:
    """Return bytes that no other article has; raises UnknownValueError where a field holds no plain value."""
    values = [tuple(value) if isinstance(value, tuple) else value for value in article]
    try:
        return marshal.dumps(values, _MARSHAL)
    except ValueError:
        return marshal.dumps(_exact(values), _MARSHAL)
    except RecursionError as error:
        raise UnknownValueError("nested too deeply") from error


def dumped(found: Found, day: int) -> bytes:
    """Return what was found on a day; raises UnknownValueError for a finding with anything but plain values."""
    own = json.dumps([day, found.today_only, found.language, [_finding(finding) for finding in found.findings]])
    written = own.encode()
    return len(written).to_bytes(_LENGTH_BYTES, "big") + written + _evidence(found.evidence)


def loaded(data: bytes) -> Kept:
    """Return what `dumped` wrote."""
    end = _LENGTH_BYTES + int.from_bytes(data[:_LENGTH_BYTES], "big")
    day, today_only, language, findings = json.loads(data[_LENGTH_BYTES:end])
    found = [_read_finding(*values) for values in findings]
    return Kept(Found(found, "", data[end:] or None, language, today_only=today_only), day)


def loaded_evidence(data: bytes) -> ArticleEvidence:
    """Return the evidence that `dumped` wrote."""
    noted = ArticleEvidence(*json.loads(data))
    return noted._replace(counted=[Counted(*one) for one in noted.counted])


def dumped_verdicts(found: Iterable[ArticleVerdicts]) -> bytes:
    """Return what was decided about articles."""
    return json.dumps([[list(map(list, each.verdicts)), each.worst_before] for each in found]).encode()


def loaded_verdicts(data: bytes) -> list[ArticleVerdicts]:
    """Return what `dumped_verdicts` wrote."""
    return [ArticleVerdicts([RuleVerdict(*one) for one in verdicts], worst) for verdicts, worst in json.loads(data)]


def _evidence(noted: ArticleEvidence | bytes | None) -> bytes:
    return noted if isinstance(noted, bytes) else json.dumps(noted).encode() if noted else b""


def _finding(finding: Finding) -> list[Any]:
    if finding != Finding(*finding[:9], related=finding.related):
        raise UnknownValueError(f"{finding.code}: a finding that is not reported yet has no place")
    code, name, severity, message, span, confidence, evidence, fix, field = finding[:9]
    written = {key: _written(value) for key, value in evidence.items()}
    return [
        code,
        name,
        int(severity),
        message,
        span,
        _written(confidence),
        _written_keys(written),
        _fix(fix),
        field,
        finding.related,
    ]


def _fix(fix: Fix | None) -> Sequence[Any] | None:
    return fix and [fix.message, fix.edits, fix.safe, fix.relies_on]


def _written_keys(values: dict[Any, Any]) -> dict[str, Any]:
    if any(type(key) is not str for key in values):
        raise UnknownValueError("a key that is no string")
    return values


def _written(value: Any) -> Any:
    """Return a value as JSON has it; lists stay, and what JSON has no name for is a list of its name and content."""
    kind = type(value)
    if kind in _SAFE:
        return value
    if kind is list:
        return [_written(part) for part in value]
    if kind is tuple:
        return {_TUPLE: [_written(part) for part in value]}
    if kind is dict:
        return {_DICT: _written_keys({key: _written(part) for key, part in value.items()})}
    raise UnknownValueError(kind.__name__)


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return [_read(part) for part in value]
    if not isinstance(value, dict):
        return value
    ((kind, held),) = value.items()
    return tuple(map(_read, held)) if kind == _TUPLE else {key: _read(part) for key, part in held.items()}


def _read_finding(
    code: str, name: str, severity: int, message: str, span: list[int] | None, confidence: float,
    evidence: dict[str, Any], fix: list[Any] | None, field: str, related: list[list[Any]],
) -> Finding:  # fmt: skip
    values = {key: _read(value) for key, value in evidence.items()}
    where, mended = Span(*span) if span else None, _read_fix(*fix) if fix else None
    others = tuple(Related(*address) for address in related)
    return Finding(code, name, Severity(severity), message, where, confidence, values, mended, field, related=others)


def _read_fix(message: str, edits: list[list[Any]], safe: bool, relies_on: list[list[int]]) -> Fix:  # noqa: FBT001
    return Fix(message, tuple(Edit(*edit) for edit in edits), safe, tuple(Span(*span) for span in relies_on))


def _exact(value: Any) -> Any:
    """Return a value whose parts `marshal` can write, no two the same; raises UnknownValueError where there is none."""
    kind = type(value)
    if kind in _SAFE:
        return value
    if kind in (list, tuple):
        return (kind.__name__, *map(_exact, value))
    if kind is dict:
        return ("dict", *((_exact(key), _exact(part)) for key, part in value.items()))
    if kind in _WRITES_ITSELF:
        return (kind.__name__, repr(value))
    raise UnknownValueError(kind.__name__)
