"""The labelled texts of the corpus, and what the rules report and take of their lines."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus import CORPUS
from scrapelint import Article, Severity
from scrapelint.fixes.edits import mend

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scrapelint import Finding
    from scrapelint.plugin import Linter

TEXTS = CORPUS / "labelled"
RESIDUE = {"N": "NAV", "C": "CMT", "P": "PRO", "W": "WAL", "R": "CRD", "D": "REP"}
"""The family that each label of residue belongs to."""
SOUND, DAMAGED, REPEAT = "c", "B", "D"
ARTICLE = SOUND + DAMAGED
RESIDUE_FAMILIES = frozenset(RESIDUE.values()) | {"LLM"}
"""Families that say of a line that it is not the article's; the others say that it is broken."""
NOT_JUDGED = frozenset({"SEG006"})
"""Rules that say nothing of a line: how short an article may be is a setting."""
MIN_CONFIDENCE = 0.9
"""What `clean` asks of a finding by default."""


class Labelled(NamedTuple):
    """A text of which it is known, line by line, what is the article."""

    article: Article
    labels: str

    def lines(self) -> Iterator[tuple[str, int, int]]:
        """Yield the label of each line with the offsets of its start and end."""
        start = 0
        for label, line in zip(self.labels, self.article.text.split("\n"), strict=True):
            yield label, start, start + len(line)
            start += len(line) + 1


class Flag(NamedTuple):
    """A line and the family that reports it, or takes characters out of it."""

    family: str
    row: int
    label: str

    @property
    def right(self) -> bool:
        """Whether the line is what the family says of it."""
        return self.label in RESIDUE if self.family in RESIDUE_FAMILIES else self.label == DAMAGED

    @property
    def wrong(self) -> bool:
        """Whether a line of the article is taken for residue, or a sound one for broken."""
        return self.label in (ARTICLE if self.family in RESIDUE_FAMILIES else SOUND)


def texts() -> Iterator[Labelled]:
    """Yield all labelled texts."""
    for path in sorted(TEXTS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield _labelled(json.loads(line))


def digest() -> str:
    """Return what tells these texts and labels from others."""
    content = b"".join(path.read_bytes() for path in sorted(TEXTS.glob("*.jsonl")))
    return hashlib.sha256(content).hexdigest()


def reported(text: Labelled, findings: Iterable[Finding]) -> set[Flag]:
    """Return the lines that findings at `warning` and above mark; one about a whole text marks its first line."""
    return _marked(text, [found for found in findings if found.severity >= Severity.WARNING])


def hinted(text: Labelled, findings: Iterable[Finding]) -> set[Flag]:
    """Return the lines that findings at `info` take for residue."""
    infos = [found for found in findings if found.severity < Severity.WARNING]
    return _marked(text, [found for found in infos if found.code[:3] in RESIDUE_FAMILIES])


def _marked(text: Labelled, findings: Iterable[Finding]) -> set[Flag]:
    spans = [(finding.code[:3], *(finding.span or (0, 1))) for finding in findings if _is_judged(finding)]
    return {
        Flag(family, row, label)
        for row, (label, first, last) in enumerate(text.lines())
        for family, start, end in spans
        if first < end and start < last
    }


def taken(text: Labelled, lint: Linter) -> Counter[Flag]:
    """Return how many characters of the article, spaces aside, `clean` takes out of each line, for each family."""
    hunks = mend(text.article, lint.check, lambda found: found.confidence >= MIN_CONFIDENCE).hunks.get("text", ())
    lost: Counter[Flag] = Counter()
    for row, (label, first, last) in enumerate(text.lines()):
        for hunk in hunks if label in ARTICLE else ():
            part = text.article.text[max(first, hunk.start) : max(min(last, hunk.end), first)]
            if (chars := _size(part) - _size(hunk.content)) > 0:
                lost.update({Flag(family, row, label): chars for family in {code[:3] for code in hunk.codes}})
    return lost


def _labelled(record: Mapping[str, Any]) -> Labelled:
    fields = {name: record[name] for name in ("title",) if name in record}
    return Labelled(Article(record["text"], id=record["id"], fields=fields), record["labels"])


def _is_judged(finding: Finding) -> bool:
    return finding.field in (None, "text") and finding.code not in NOT_JUDGED


def _size(text: str) -> int:
    return len("".join(text.split()))
