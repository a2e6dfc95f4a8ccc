"""Attributes of dolma: places in the texts of documents, as files beside the documents; dolma itself is not needed.

>>> from scrapelint.integrations.attributes import write_attributes
>>> write_attributes("data/documents/a.jsonl.gz", "data/attributes/scrapelint/a.jsonl.gz")
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.api import linter
from scrapelint.article import Article
from scrapelint.errors import ReadError, UsageError
from scrapelint.fixes.atomic import replacing
from scrapelint.fixes.bounds import MAX_REMOVED, MIN_CONFIDENCE
from scrapelint.integrations.texts import mending, place_of
from scrapelint.readers.compressions import READ_ERRORS, compression_of
from scrapelint.readers.files import input_of
from scrapelint.readers.streams import open_bytes, why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scrapelint.config.values import Config
    from scrapelint.fixes.edits import Mended
    from scrapelint.integrations.texts import Mending

    Grouped = dict[str, list[tuple[int, int, float]]]
    """Start and end in code points, and score, by type."""

FINDINGS_TAGGER = "scrapelint_findings"
"""Tags each finding: its type is the code of its rule, its score the confidence."""
REMOVALS_TAGGER = "scrapelint_removals"
"""Tags what `clean` would take out: its type is `removal`, its score the least confidence of what asks for it."""
REMOVAL = "removal"
SCORE_DIGITS = 5
"""Digits after the point of a score; dolma's own taggers have as many."""


class Tagged(NamedTuple):
    """A range of code points in a text."""

    start: int
    end: int
    type: str
    score: float


def tag_findings(article: Article, config: Config) -> Iterator[Tagged]:
    """Yield the places of what is found in a text: all of it for a finding without a place.

    Raises RuleError where a rule fails.
    """
    for finding in linter(config=config).every(article):
        if finding.field == "text":
            yield Tagged(*place_of(finding, article), finding.code, finding.confidence)


def tag_removals(article: Article, mends: Mending) -> Iterator[Tagged]:
    """Yield the places that mending takes out without putting something else there; none where it would be too much."""
    mended = mends(article)
    lowest = _lowest(mended)
    for hunk in mended.hunks.get("text", ()):
        if not hunk.content:
            yield Tagged(hunk.start, hunk.end, REMOVAL, min(lowest[code] for code in hunk.codes))


def attributes(
    document: Mapping[str, Any],
    *,
    experiment: str = "scrapelint",
    min_confidence: float = MIN_CONFIDENCE,
    max_removed: float = MAX_REMOVED,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
) -> dict[str, Any]:
    """Return the attributes of a document of dolma, as its taggers write them: `id`, `attributes` and `source`.

    Names are `EXPERIMENT__scrapelint_findings__CODE` and `EXPERIMENT__scrapelint_removals__removal`; each has
    `[start, end, score]` in code points of the text. Removals are those of fixes of at least `min_confidence`, and none
    where they would take more than `max_removed` of the paragraphs, from 0 to 1.

    Raises KeyError where the document has no `id` or `text`, UsageError, ConfigError and RuleError as `lint_text`.
    """
    mends = mending((select, ignore, config), min_confidence=min_confidence, max_removed=max_removed)
    return _attributes(document, experiment, mends)


def write_attributes(
    documents: str | os.PathLike[str],
    out: str | os.PathLike[str],
    *,
    experiment: str = "scrapelint",
    min_confidence: float = MIN_CONFIDENCE,
    max_removed: float = MAX_REMOVED,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
) -> int:
    """Write the attributes of a file of documents, a line for each, in their order; return how many there are.

    Both are JSON Lines, compressed as their names say; the folder of `out` is made. It is written whole or not at all.
    Raises ReadError for a line that is no document, WriteError, and what `attributes` raises.
    """
    mends = mending((select, ignore, config), min_confidence=min_confidence, max_removed=max_removed)
    source, target = os.fspath(documents), os.fspath(out)
    if os.path.realpath(source) == os.path.realpath(target):
        raise UsageError(f"{target} is read: give the attributes another name")
    os.makedirs(os.path.dirname(target) or ".", exist_ok=True)  # noqa: PTH103, PTH120
    count = 0
    with replacing(target, compression_of(target)) as file:
        for document in _documents(source, mends.config.max_expansion):
            file.write(_line(_attributes(document, experiment, mends)))
            count += 1
    return count


def grouped(tags: Iterable[Tagged], prefix: str = "") -> Grouped:
    """Return tags by their types, in order."""
    found: Grouped = {}
    for start, end, kind, score in tags:
        found.setdefault(prefix + kind, []).append((start, end, round(score, SCORE_DIGITS)))
    return found


def _attributes(document: Mapping[str, Any], experiment: str, mends: Mending) -> dict[str, Any]:
    article = Article(document["text"], id=str(document["id"]))
    found = grouped(tag_findings(article, mends.config), f"{experiment}__{FINDINGS_TAGGER}__")
    removals = grouped(tag_removals(article, mends), f"{experiment}__{REMOVALS_TAGGER}__")
    return {"id": document["id"], "attributes": {**found, **removals}, "source": document.get("source", "")}


def _documents(path: str, max_expansion: int) -> Iterator[dict[str, Any]]:
    """Yield the documents of a file; raises ReadError where there is none: lines have to line up."""
    file = input_of(path)
    number = 0
    try:
        with open_bytes(file, max_expansion) as stream:
            for number, line in enumerate(stream, 1):  # noqa: B007
                yield _document(line)
    except ValueError as error:
        raise ReadError(f"{path}:{number}: {error}; nothing was written") from error
    except READ_ERRORS as error:
        raise ReadError(f"{path}: {why(error, file)}; nothing was written") from error


def _document(line: bytes) -> dict[str, Any]:
    found = json.loads(line)
    if not isinstance(found, dict) or not isinstance(found.get("text"), str) or "id" not in found:
        raise ValueError("not a document with an id and a text")
    return found


def _line(found: dict[str, Any]) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def _lowest(mended: Mended) -> dict[str, float]:
    """Return the least confidence of what was mended, by code."""
    lowest: dict[str, float] = {}
    for fixed in mended.fixed:
        finding = fixed.finding
        lowest[finding.code] = min(finding.confidence, lowest.get(finding.code, 1.0))
    return lowest
