"""Articles with their scores, an object or a row an article, for programs that rank, filter or plot them."""

from __future__ import annotations

import json
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING, Any

from scrapelint.engine.bounding import kinds
from scrapelint.errors import UsageError
from scrapelint.finding import Severity
from scrapelint.reporters.programs.csv_rows import write_rows
from scrapelint.scoring import Score, scored
from scrapelint.site import site_of
from scrapelint.text.visible import json_escaped

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.summary import Summary

DIGITS = 4
"""Digits of scores: more are noise."""
COLUMNS = (
    ("filename", "string"), ("record", "int64"), ("id", "string"), ("url", "string"), ("site", "string"),
    ("score", "double"), ("residue_share", "double"), ("chars", "int64"),
    ("errors", "int64"), ("warnings", "int64"), ("infos", "int64"),
)  # fmt: skip
"""What there is to say of an article, and the type of it as Arrow calls it."""


class Scores:
    """Prints an object for each article as it comes; what is found across articles does not count."""

    def __init__(self, out: TextIO) -> None:
        """Take the stream."""
        self._out = out

    def report(self, checked: Checked) -> None:
        """Print an article."""
        if record := score_record(checked):
            self._out.write(line_of(record) + "\n")

    def close(self, summary: Summary) -> None:
        """Print nothing."""


class ScoresCsv:
    """Prints a row for each article as it comes, below the names of the columns."""

    def __init__(self, out: TextIO) -> None:
        """Take the stream, and print the names."""
        self._out = out
        write_rows(out, [[name for name, _ in COLUMNS]])

    def report(self, checked: Checked) -> None:
        """Print an article."""
        if record := score_record(checked):
            write_rows(self._out, [list(record.values())])

    def close(self, summary: Summary) -> None:
        """Print nothing."""


class ScoresParquet:
    """Writes a table in Parquet, a group of rows at a time."""

    def __init__(self, out: TextIO) -> None:
        """Take the stream; raises UsageError for a terminal, MissingExtraError where pyarrow is not installed."""
        from scrapelint.reporters.programs.batches import schema_of
        from scrapelint.resources.extras import needed

        if out.isatty():
            raise UsageError("scores-parquet is no text: give it a file, as scores-parquet:FILE")
        parquet = needed("pyarrow.parquet", "parquet", "Parquet")
        # A run that prints nothing has a stream of text alone.
        sink = out.buffer if hasattr(out, "buffer") else BytesIO()
        self._writer = parquet.ParquetWriter(sink, schema_of(COLUMNS))
        self._rows: list[tuple[Any, ...]] = []

    def report(self, checked: Checked) -> None:
        """Keep an article, and write those that make a group."""
        from scrapelint.reporters.programs.batches import BATCH_ROWS, encodable

        if record := score_record(checked):
            self._rows.append(tuple(map(encodable, record.values())))
        if len(self._rows) >= BATCH_ROWS:
            self._write()

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Write the last group, and the end of the table."""
        self._write()
        self._writer.close()

    def _write(self) -> None:
        from scrapelint.reporters.programs.batches import as_batches

        for batch in as_batches(self._rows, COLUMNS):
            self._writer.write_batch(batch)
        self._rows = []


def score_record(checked: Checked) -> dict[str, Any] | None:
    """Return what there is to say of an article, by the names of COLUMNS; None where it has no score."""
    score = scored(checked)
    return None if score is None else _record(checked, score)


def line_of(record: dict[str, Any]) -> str:
    """Return a record as a line of JSON, without its end."""
    return json_escaped(json.dumps(record, ensure_ascii=False))


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
