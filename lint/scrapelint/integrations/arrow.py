"""From Arrow record batches to Arrow record batches: what one machine of many does with its part of the articles."""

from __future__ import annotations

import json
from functools import cache
from itertools import chain, groupby, islice, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from scrapelint.baseline.accepted import split
from scrapelint.corpus.evidence import MAX_GROUP
from scrapelint.corpus.rows import EvidenceGroup, RuleVerdict
from scrapelint.errors import RuleError, WorkerError
from scrapelint.intake import Checked, Found
from scrapelint.located import named
from scrapelint.location import FIRST
from scrapelint.readers import table
from scrapelint.readers.decoding import UTF_8
from scrapelint.readers.faults import oversized
from scrapelint.readers.records import parsed
from scrapelint.reporters.programs.batches import encodable
from scrapelint.reporters.programs.records import records
from scrapelint.reporters.programs.scores import COLUMNS, line_of, score_record
from scrapelint.runners import local
from scrapelint.runners.pipeline import from_here, installed, source_of, wanted
from scrapelint.selection import selecting as selection
from scrapelint.text.visible import json_escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from scrapelint.config.values import Config
    from scrapelint.corpus.comparison import Comparison
    from scrapelint.corpus.rows import EvidenceRow
    from scrapelint.engine.linter import Linter
    from scrapelint.intake import Intake
    from scrapelint.readers.source import Source
    from scrapelint.rule import Rule

    Accepted = Mapping[str, frozenset[str]]
    """Fingerprints of accepted findings, by the name of their file."""

EVIDENCE = (
    ("stage", "int16"), ("stream", "int16"), ("key", "int64"), ("article", "int64"), ("of", "int64"),
    ("data", "string"),
)  # fmt: skip
"""Columns of evidence; counts and verdicts go in the same table, in stages of their own."""
COUNT = -1
"""The stage of a row that counts an article under its key."""
VERDICT = 100
"""The stage of a row in which a rule, named by `stream`, decides about an article; `data` is the verdict."""
MORE = "more"
"""Column of evidence that was cut to MAX_GROUP rows of each key: how many were left out, in the last of them."""
FINDINGS = (
    ("code", "string"), ("name", "string"), ("severity", "string"), ("confidence", "double"), ("message", "string"),
    ("filename", "string"), ("record", "int64"), ("id", "string"), ("field", "string"), ("finding", "string"),
)  # fmt: skip
"""Columns of findings; `finding` is all of it, as `json-lines` prints it."""
SCORES = (*COLUMNS, ("scored", "string"))
"""Columns of scores; `scored` is all of it, as the format `scores` prints it."""
ARTICLES = (("article", "int64"), ("source", "string"))
"""Columns of articles by their numbers; `source` is the record as JSON."""

_WRITTEN = json.JSONEncoder(ensure_ascii=False, default=str).encode


LINE = "line"
"""Column of records that are still lines of JSON."""
ADDRESS = ("filename", "record")
"""Columns that say where a record is."""


class Maker:
    """Makes the linter of a configuration; equal to others of the same, so that each process makes one.

    A worker may run in another folder: names of files count from the one that this is made in.
    """

    def __init__(self, config: Config, *, scores: bool = False, accepted: Accepted | None = None) -> None:
        """Take the configuration, and whether articles are to be scored; then nothing is noted across articles.

        `accepted` are the fingerprints of findings that are left out.
        """
        self._config, self._folder = from_here(config)
        self._scores = scores
        self._accepted = accepted or {}

    def __call__(self) -> Linter:
        """Return a linter."""
        registry = installed()
        comparison = None if self._scores else selection.comparison(self._config, registry)
        return selection.linter(self._config, registry, comparison, scores=self._scores)

    def source(self, filename: str) -> Source:
        """Return how the records of a file are to be read."""
        return source_of(filename, self._config, self._folder)

    def left(self, checked: Checked) -> Checked:
        """Return an article without its accepted findings."""
        accepted = self._accepted.get(checked.article.filename)
        if not accepted:
            return checked
        left, _ = split(list(named(checked.article, checked.findings)), accepted)
        return checked._replace(findings=left)

    def rules(self) -> dict[str, Rule]:
        """Return the rules that are on, those about the input among them."""
        known = selection.with_packs(self._config, installed())
        return {rule.code: rule for rule in selection.select(self._config, known)}

    def __eq__(self, other: object) -> bool:
        """Tell whether it makes the same linter."""
        return isinstance(other, Maker) and (self._config, self._scores) == (other._config, other._scores)

    def __hash__(self) -> int:
        """Return the same for the same configuration."""
        return hash((repr(self._config), self._scores))


def intake_of(row: dict[str, Any], make: Maker, number: int | None = None) -> Intake:
    """Return the article of a row, or the fault that it is none.

    Columns have the names that fields of records have, or there is one that holds the record as a line of JSON, as
    text or bytes; `filename` and `record`, where they are there, are the address. `number` stands for a record
    without one.
    """
    record = known if isinstance(known := row.get("record"), int) else number
    source = make.source(row.get("filename") or "")
    if LINE not in row:
        return table.intake_of({name: value for name, value in row.items() if name not in ADDRESS}, source, record)
    line = _line(row)
    if len(line) > source.max_record_chars:
        return oversized(source, record, FIRST)
    return parsed(line, source, record, FIRST)


def _line(row: dict[str, Any]) -> str:
    line = row[LINE]
    return UTF_8.text_of(line) if isinstance(line, bytes) else str(line)


def intakes(batches: Iterable[Any], make: Maker) -> Iterator[Intake]:
    """Yield the articles of record batches."""
    return (intake_of(row, make) for batch in batches for row in batch.to_pylist())


def check_arrow(batches: Iterable[Any], make: Maker) -> Iterator[tuple[Any, ...]]:
    """Yield the findings of the rules for one article, as FINDINGS."""
    linter, rules = kept(make), _rules_of(make)
    for found in intakes(batches, make):
        try:
            findings = linter.check(found.article) if found.readable else ()
        except RuleError as error:
            raise WorkerError(str(error)) from error
        checked = local.joined(found, Found(findings))
        checked = checked._replace(findings=list(wanted(checked.findings, rules, frozenset())))
        yield from findings_of(make.left(checked))


def score_arrow(batches: Iterable[Any], make: Maker) -> Iterator[tuple[Any, ...]]:
    """Yield the scores of articles, as SCORES; what is found across articles does not count."""
    for checked in local.run(intakes(batches, make), kept(make)):
        if checked.error:
            raise WorkerError(checked.error)
        yield from score_of(make.left(checked))


def emit_arrow(batches: Iterable[Any], make: Maker) -> Iterator[EvidenceRow]:
    """Yield the evidence of articles, as EVIDENCE; that something was found in them is not noted."""
    linter = kept(make)
    comparison = _comparison(linter)
    for found in intakes(batches, make):
        if found.readable:
            noted = comparison.emit(linter.document(found.article))
            yield from noted.by_row()
            yield from ((COUNT, stream, key, article, 0, "") for stream, key, article in noted.counted)


def judge_sorted(batches: Iterable[Any], stage: int, make_linter: Callable[[], Linter]) -> Iterator[EvidenceRow]:
    """Yield what the evidence of one stage comes to, as EVIDENCE.

    It has a column `total` besides, and has to be ordered by stream, key, article and data, the rows of one key
    all in the same call; raises WorkerError where a key goes backwards. Where it has a column MORE, a row stands for
    so many of its key besides, of larger articles, that were left out before.
    """
    comparison = _comparison(kept(make_linter))
    before = None
    for place, same in groupby(_evidence_in(batches), key=itemgetter(0, 1)):
        if before is not None and place < before:
            raise WorkerError(f"evidence is not sorted: key {place} comes after {before}")
        before = place
        group = _group(place[1], same)
        if len(group.rows) > 1 or stage:
            yield from _judged(comparison, stage, place[0], group)


def _evidence_in(batches: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield stream, key, article, data, key of its count, total, and how many more it stands for."""
    names = ("stream", "key", "article", "data", "of", "total")
    for batch in batches:
        more = batch.column(MORE).to_pylist() if MORE in batch.schema.names else repeat(0, batch.num_rows)
        yield from zip(*(batch.column(name).to_pylist() for name in names), more, strict=True)


def _group(key: int, same: Iterator[tuple[Any, ...]]) -> EvidenceGroup:
    """Return the evidence under a key as a group."""
    first = list(islice(same, MAX_GROUP))
    size = sum(1 + row[-1] for row in chain(first, same))
    return EvidenceGroup(key, [row[2:-1] for row in first], size)


def _judged(comparison: Comparison, stage: int, stream: int, group: EvidenceGroup) -> Iterator[EvidenceRow]:
    """Yield what a group comes to, as EVIDENCE."""
    if not comparison.is_judged(stage, stream):
        yield from comparison.join(stage, stream, group)
        return
    for article, rule, written in comparison.judge(stream, group):
        yield VERDICT, rule, article, article, 0, written


def number_arrow(batches: Iterable[Any], make: Maker) -> Iterator[tuple[int, str]]:
    """Yield each record under the number of its article, as ARTICLES."""
    linter = kept(make)
    for batch in batches:
        for row in batch.to_pylist():
            found = intake_of(row, make)
            if found.readable:
                known = {**row, LINE: _line(row)} if LINE in row else row
                yield linter.document(found.article).number, encodable(_WRITTEN(known))


def report_arrow(batches: Iterable[Any], make: Maker) -> Iterator[tuple[Any, ...]]:
    """Yield the findings of articles with their verdicts, as FINDINGS.

    Columns are those of ARTICLES, and `verdicts`: a list of structs of `stream` and `data`.
    """
    rows = (row for batch in batches for row in batch.to_pylist())
    decided = (
        (row["article"], row["source"], [(one["stream"], one["data"]) for one in row["verdicts"]]) for row in rows
    )
    return report_rows(decided, make)


def report_rows(rows: Iterable[tuple[int, str, Iterable[tuple[int, str]]]], make: Maker) -> Iterator[tuple[Any, ...]]:
    """Yield the findings of articles, as FINDINGS: of each its number, its record as JSON, rules and verdicts."""
    linter = kept(make)
    comparison = _comparison(linter)
    for number, source, decided in rows:
        article = intake_of(json.loads(source), make).article
        verdicts = [RuleVerdict(number, rule, written) for rule, written in decided]
        yield from findings_of(make.left(Checked(article, comparison.report(linter.document(article), verdicts))))


def findings_of(checked: Checked) -> Iterator[tuple[Any, ...]]:
    """Yield what was found in an article, as FINDINGS."""
    for record in records(checked):
        known = [record[name] for name, _ in FINDINGS[:-1]]
        yield tuple(encodable(value) for value in (*known, json_escaped(_WRITTEN(record))))


def score_of(checked: Checked) -> Iterator[tuple[Any, ...]]:
    """Yield the score of an article, as SCORES; nothing where it has none."""
    if record := score_record(checked):
        yield tuple(map(encodable, (*record.values(), line_of(record))))


@cache
def kept(make_linter: Callable[[], Linter]) -> Linter:
    """Return the linter of this process; it takes longer to make than a batch takes to check."""
    return make_linter()


@cache
def _rules_of(make: Maker) -> dict[str, Rule]:
    return make.rules()


def _comparison(linter: Linter) -> Comparison:
    if linter.comparison is None:
        raise WorkerError("no rule across articles is selected")
    return linter.comparison
