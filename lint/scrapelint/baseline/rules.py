"""What can be wrong with the file of accepted findings, as rules of the family ACC."""

from __future__ import annotations

from scrapelint.finding import Severity
from scrapelint.readers.faults import BadFile, GoodFile, InputRule

_FORM = (
    b'{"filename": "a.txt", "code": "%s", "excerpt": "your email address will not be published.", '
    b'"fingerprint": "%s", "reason": "%s", "date": "2026-03-02"}\n'
)
_KNOWN = b"b46280a3f4320c61375318d2a8b53804"
"""Fingerprint of the line of a comment form in `a.txt`."""


class UnusedSuppression(InputRule):
    """An accepted finding that is no longer found.

    Why it matters: the line was mended, or has changed; the entry would hide a finding that comes back, and
    nobody has looked at that one.

    What to do: run `scrapelint accept --prune`, which removes such entries.
    """

    code, name, severity = "ACC001", "unused-suppression", Severity.WARNING
    examples = (
        BadFile("a.jsonl", _FORM % (b"CMT001", b"f" * 32, b"quoted in the story")),
        BadFile("a.jsonl", _FORM % (b"CMT002", _KNOWN[::-1], b"quoted in the story")),
        BadFile("a.jsonl", _FORM.replace(b'"a.txt"', b'"gone.txt"') % (b"CMT001", b"f" * 32, b"")),
        GoodFile("a.jsonl", _FORM % (b"CMT001", _KNOWN, b"quoted in the story"), "the line is still there"),
        GoodFile("a.jsonl", _FORM % (b"QUA001", b"f" * 32, b""), "the rule is off in this run"),
        GoodFile("a.jsonl", b"\n", "nothing is accepted"),
    )


class InvalidSuppression(InputRule):
    """An entry of the accepted findings that names no rule, has no reason where one is required, or is no entry.

    Why it matters: an entry that cannot be read accepts nothing; one without a reason tells nobody why.

    What to do: correct the line, or accept the finding anew with `scrapelint accept --reason`.
    """

    code, name, severity = "ACC002", "invalid-suppression", Severity.WARNING
    examples = (
        BadFile("a.jsonl", _FORM % (b"CMT099", _KNOWN, b"quoted in the story")),
        BadFile("a.jsonl", b'{"filename": "a.txt", "code"'),
        BadFile("a.jsonl", b'{"code": "CMT001", "reason": "quoted in the story"}\n'),
        GoodFile("a.jsonl", _FORM % (b"CMT001", _KNOWN, b"quoted in the story"), "an entry with its reason"),
        GoodFile("a.jsonl", _FORM % (b"CMT001", _KNOWN, b""), "no reason is required"),
        GoodFile("a.jsonl", b"\n", "nothing is accepted"),
    )


ACCEPTED_RULES: tuple[type[InputRule], ...] = (UnusedSuppression, InvalidSuppression)
