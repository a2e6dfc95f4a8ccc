"""Tables in memory: findings in a table of articles as a table, and the same table with its texts mended.

>>> from scrapelint.integrations import tables
>>> findings = tables.check(df)  # a column `text`, and others by the names that records give them
>>> scores = tables.scores(df)  # how good each article is
>>> df = tables.clean(df)

A table is a DataFrame of pandas or polars, a Table of pyarrow, a Dataset of Hugging Face, a relation of DuckDB, or a
mapping from names of columns to lists. What comes out is of the same kind.
"""

from __future__ import annotations

import warnings
from functools import partial
from itertools import chain, tee
from typing import TYPE_CHECKING, Any

from scrapelint.api import clean_records, configuration, linter
from scrapelint.errors import RuleError, UsageError, suggestion
from scrapelint.fixes.bounds import MAX_REMOVED, MIN_CONFIDENCE
from scrapelint.integrations.arrow import ADDRESS, FINDINGS, SCORES, Maker, findings_of, intake_of, kept, score_of
from scrapelint.integrations.frames.kinds import frame_of
from scrapelint.readers.source import Source, field_names
from scrapelint.readers.syntax.fields import listed
from scrapelint.readers.table import columns
from scrapelint.readers.without_text import told_once
from scrapelint.record import NESTED_FIELDS, folded_name, from_record
from scrapelint.runners.pipeline import check_articles

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.config.values import Config
    from scrapelint.engine.linter import Linter
    from scrapelint.intake import Checked, Intake
    from scrapelint.integrations.frames.frame import Frame
    from scrapelint.readers.table import Changes

MAX_NAMED = 3
"""Rows that a warning names."""


def check(
    table: Any,
    *,
    text_field: str = "",
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
) -> Any:
    """Return the findings in a table of articles, those across articles among them.

    They are those of `scrapelint check` on a file of the same records, and a table of the same kind, with the
    columns code, name, severity, confidence, message, filename, record, id, field, and `finding`: all of it as
    JSON. `record` is the number of the row from 1, unless the table has a column `record`; `filename` is empty unless
    it has one. `text_field` is the column of the text, where it has none of the known names.

    Raises TypeError for what is no table, UsageError where no column may hold a text, ConfigError for a rule that is
    not there, RuleError where a rule fails.
    """
    frame = frame_of(table)
    config = _configuration(text_field, select, ignore, config)
    found = _checked(frame, text_field, config, linter(config=config, across=True))
    return frame.made(chain.from_iterable(map(_rows_of, found)), FINDINGS)


def scores(
    table: Any,
    *,
    text_field: str = "",
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
) -> Any:
    """Return the scores of a table of articles, a row an article; one without a text has none.

    They are those of the format `scores` on a file of the same records, and a table of the same kind, with the columns
    filename, record, id, url, site, score and residue_share from 0 to 1, chars, errors, warnings, infos, and `scored`:
    all of it as JSON. Addresses and `text_field` are as `check` takes them.

    Raises what `check` raises.
    """
    config = _configuration(text_field, select, ignore, config)
    frame = frame_of(table)
    found = _checked(frame, text_field, config, kept(Maker(config, scores=True)))
    return frame.made(chain.from_iterable(map(_score_of, found)), SCORES)


def _checked(frame: Frame, text_field: str, config: Config, used: Linter) -> Iterator[Checked]:
    """Yield the articles of a table with what was found in them; raises UsageError where no column may hold a text."""
    make = Maker(config)
    source = make.source("")
    _check_names(frame, source, text_field)
    names = columns(list(frame.names), source)
    names += [name for name in ADDRESS if name in frame.names and name not in names]

    def read() -> Iterator[Intake]:
        rows = frame.rows(names)
        return told_once((intake_of(row, make, number) for number, row in enumerate(rows, 1)), source)

    return check_articles(read, used, config, _warn)


def clean(
    table: Any,
    *,
    text_field: str = "",
    min_confidence: float = MIN_CONFIDENCE,
    max_removed: float = MAX_REMOVED,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
) -> Any:
    """Return the table with its texts mended, as `scrapelint clean` does it, and all else as it was.

    Rows, their order and index, other columns and the types of all stay. Fixes are those of at least
    `min_confidence`; a row that would lose more than `max_removed` of its paragraphs, from 0 to 1, stays as it is, and
    so does one on which a rule fails: both are told by a warning. Rows without a text stay as they are.

    Raises what `check` raises, but for a rule that fails.
    """
    config = _configuration(text_field, select, ignore, config)
    frame = frame_of(table)
    _check_names(frame, Source("", field_names(config.fields)), text_field)
    work = partial(_cleaned, min_confidence=min_confidence, max_removed=max_removed, config=config)
    return frame.mapped(work)


def clean_arrow(batches: Iterable[Any], *, min_confidence: float, max_removed: float, config: Config) -> Iterator[Any]:
    """Yield record batches with their texts mended."""
    import pyarrow as pa

    for batch in batches:
        table = pa.Table.from_batches([batch])
        made = _cleaned(table, min_confidence=min_confidence, max_removed=max_removed, config=config)
        yield from made.to_batches()


def _cleaned(table: Any, *, min_confidence: float, max_removed: float, config: Config) -> Any:
    frame = frame_of(table)
    source = Source("", field_names(config.fields))
    changes: Changes = {}
    left: list[str] = []
    rows, given = tee(frame.rows(columns(list(frame.names), source)))
    made = clean_records(given, min_confidence=min_confidence, max_removed=max_removed, config=config)
    for place, (row, cleaned) in enumerate(zip(rows, made, strict=True)):
        if cleaned.error and from_record(row, source.names):
            left.append(f"row {place + 1}: {cleaned.error}")
        for name, value in cleaned.record.items():
            if value is not row[name]:
                changes.setdefault(name, {})[place] = value
    if left:
        _warn(f"left as it was: {'; '.join(left[:MAX_NAMED])}{_more(len(left) - MAX_NAMED)}")
    return frame.with_values(changes)


def _more(count: int) -> str:
    return f"; and {count:,} more" if count > 0 else ""


def _configuration(
    text_field: str,
    select: Sequence[str] | None,
    ignore: Sequence[str],
    config: Config | str | os.PathLike[str] | None,
) -> Config:
    found = configuration(select=select, ignore=ignore, config=config)
    return found._replace(fields={**found.fields, "text": (text_field,)}) if text_field else found


def _check_names(frame: Frame, source: Source, text_field: str) -> None:
    """Raise UsageError where the column of the text is not there, or no column may hold a text."""
    names = list(frame.names)
    there = listed(names) or "none"
    if text_field and text_field.partition(".")[0] not in names and text_field not in names:
        raise UsageError(f'no column "{text_field}"{suggestion(text_field, names)}; there are {there}')
    known = {folded_name(name.partition(".")[0]) for name in (*source.names["text"], *NESTED_FIELDS)}
    if not known.intersection(map(folded_name, names)):
        raise UsageError(f"no column holds the text; there are {there}: name it with text_field")


def _rows_of(checked: Checked) -> Iterator[tuple[Any, ...]]:
    if checked.error:
        raise RuleError(checked.error)
    return findings_of(checked)


def _score_of(checked: Checked) -> Iterator[tuple[Any, ...]]:
    if checked.error:
        raise RuleError(checked.error)
    return score_of(checked)


def _warn(message: str) -> None:
    warnings.warn(message, stacklevel=3)
