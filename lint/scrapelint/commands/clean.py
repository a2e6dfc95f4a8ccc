"""`scrapelint clean`: a data set mended record by record, in bounded memory."""

from __future__ import annotations

import os
import sys
from collections import Counter, deque
from contextlib import ExitStack, contextmanager, nullcontext
from itertools import chain, groupby
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, get_args

from scrapelint.cleaning.data_set import Cleaned, Cleaner, Dropping, removed_by_rule
from scrapelint.cleaning.mender import Fixes
from scrapelint.cleaning.rewriting import steps
from scrapelint.commands.shared import status, values
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import warn
from scrapelint.commands.shared.options import add_configuration, add_jobs, add_selection
from scrapelint.commands.shared.targets import compression_of, make_folder, targets
from scrapelint.config.values import FailOn
from scrapelint.errors import ReadError, UsageError, WriteError
from scrapelint.finding import Severity
from scrapelint.fixes.atomic import is_same, replacing
from scrapelint.readers.files import STDIN
from scrapelint.reporters.summary import counted
from scrapelint.runners.pipeline import excluded, jobs_for
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.cleaning.rewriting import Opened, Step
    from scrapelint.commands.shared.parser import Parser
    from scrapelint.commands.shared.targets import Target
    from scrapelint.config.values import Config

MAX_NAMED = 100
"""Broken records that are named; of more only the number is told."""


class Options(NamedTuple):
    """What the command line says."""

    input: str
    output: str
    min_confidence: float
    drop_on: str
    rejects: str
    ledger: str
    select: list[str] | None
    extend_select: list[str] | None
    ignore: list[str] | None
    extend_ignore: list[str] | None
    preview: bool | None
    config: list[str]
    isolated: bool
    jobs: int | None
    quiet: bool


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("input", metavar="IN", help="a file, a folder, or - for standard input")
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help="a file, a folder, or - ")
    group = parser.add_argument_group("mending")
    group.add_argument(
        "--min-confidence", type=values.share, default=0.9, metavar="P",
        help="apply fixes this sure, safe or not; default: .9",
    )  # fmt: skip
    group.add_argument(
        "--drop-on", choices=get_args(FailOn), default="never",
        help="drop records which such a finding is left in; default: never",
    )  # fmt: skip
    group.add_argument("--rejects", metavar="FILE", default="", help="where they go; default: OUT.rejects.jsonl")
    group.add_argument("--ledger", metavar="FILE", default="", help="note what was taken out, for `restore`")
    add_selection(parser)
    add_configuration(parser)
    add_jobs(parser)


def run(options: Options) -> int:
    """Clean a file or folder; return the exit status."""
    configs = configs_of(options)
    found = targets(options.input, options.output, excluded(configs.run))
    jobs = jobs_for([target.file for target in found], configs.run.jobs)
    fixes = Fixes(unsafe=True, min_confidence=options.min_confidence)
    count = Count()
    with ExitStack() as stack:
        dropping = _dropping(options, stack)
        ledger = stack.enter_context(_open(options.ledger)) if options.ledger else None
        sinks = Sinks(dropping, ledger)
        columnar, written = _apart(found, options)
        for target in columnar:
            _try_parquet(target, Settings(configs.of(target.file), fixes, jobs), sinks, count)
        for config, group in groupby(written, key=lambda target: configs.of(target.file)):
            alike = list(group)
            stepped = steps([target.file for target in alike], config, fixes, jobs)
            shown = _with_progress(stepped, alike, options)
            for target in alike:
                _try(target, shown, sinks, count)
    if not options.quiet:
        sys.stderr.write(count.report())
    for error in count.errors:
        warn(f"internal error: {error}")
    return status.FAILED if count.errors or count.failed else status.CLEAN


class Settings(NamedTuple):
    """How a file is mended."""

    config: Config
    fixes: Fixes
    jobs: int


class Sinks(NamedTuple):
    """Where things go that are not in the cleaned file."""

    dropping: Dropping
    ledger: BinaryIO | None


class Count:
    """What a run comes to."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.records = self.mended = self.dropped = self.broken = self.kept_in_lists = 0
        self.chars = self.removed_chars = 0
        self.chars_by_rule: Counter[tuple[str, str]] = Counter()
        self.records_by_rule: Counter[tuple[str, str]] = Counter()
        self.errors: list[str] = []
        self.failed = 0
        """Files of a folder that could not be read or written."""

    def add(self, cleaned: Cleaned) -> None:
        """Count one record; name it on standard error where it is broken."""
        self.records += 1
        self.chars += cleaned.chars
        self.dropped += cleaned.dropped
        self.kept_in_lists += cleaned.kept_in_list
        if not cleaned.readable:
            self.broken += 1
            if self.broken <= MAX_NAMED:
                _name(cleaned)
        if cleaned.checked.error:
            self.errors.append(cleaned.checked.error)
        if cleaned.dropped:
            return
        by_rule = removed_by_rule(cleaned)
        self.mended += bool(by_rule)
        self.removed_chars += sum(by_rule.values())
        for rule, chars in by_rule.items():
            self.chars_by_rule[rule] += chars
            self.records_by_rule[rule] += 1

    def report(self) -> str:
        """Return the summary, for people."""
        parts = [f"{self.mended:,} mended", f"{self.dropped:,} dropped"]
        if self.broken:
            parts.append(f"{self.broken:,} broken and left as {'it is' if self.broken == 1 else 'they are'}")
        lines = [f"{counted(self.records, 'record')}: {', '.join(parts)}."]
        if self.kept_in_lists:
            lines.append(f"{self.kept_in_lists:,} to be dropped stand in a list inside a record, and were kept.")
        if self.chars_by_rule:
            share = self.removed_chars / self.chars if self.chars else 0
            of = f"{self.removed_chars:,} of {counted(self.chars, 'character')} ({share:.1%})"
            lines += [f"Removed {of}:", *self._rules()]
        return "\n".join(lines) + "\n"

    def _rules(self) -> Iterator[str]:
        table = sorted(self.chars_by_rule.items(), key=lambda known: (-known[1], known[0]))
        width = max(len(f"{chars:,}") for _, chars in table)
        wide = max(width, len("chars"))
        records = max(len(f"{number:,}") for number in self.records_by_rule.values())
        records = max(records, len("records"))
        yield f"  {'chars':>{wide}}  {'records':>{records}}  rule"
        for rule, chars in table:
            yield f"  {chars:>{wide},}  {self.records_by_rule[rule]:>{records},}  {rule[0]} {rule[1]}"


def _try(target: Target, stepped: Iterator[Step], sinks: Sinks, count: Count) -> None:
    """Write one file; of a folder the others are written even where this one cannot be."""
    own = _own(stepped)
    try:
        _clean(target, own, sinks, count)
    except (ReadError, WriteError) as error:
        if not target.name:
            raise
        warn(str(error))
        count.failed += 1
        deque(own, maxlen=0)


def _apart(found: list[Target], options: Options) -> tuple[list[Target], list[Target]]:
    """Return the Parquet files and the others; raises UsageError for what cannot be written."""
    columnar = [target for target in found if target.file.kind == "parquet"]
    archive = next((target for target in found if target.file.kind == "warc"), None)
    if archive:
        raise UsageError(f"{archive.file.filename}: an archive is read by `check` only; clean what was made of it")
    if columnar and options.ledger:
        raise UsageError(f"{columnar[0].file.filename}: no ledger is kept for Parquet; leave out --ledger")
    return columnar, [target for target in found if target.file.kind != "parquet"]


def _try_parquet(target: Target, how: Settings, sinks: Sinks, count: Count) -> None:
    """Write one Parquet file; of a folder the others are written even where this one cannot be."""
    from scrapelint.cleaning.parquet import ParquetCleaner

    cleaner = ParquetCleaner(target.file, how.config, how.fixes, sinks.dropping, how.jobs)
    try:
        make_folder(target)
        with _open(target.path) as out:
            for cleaned in cleaner.write(out):
                count.add(cleaned)
    except (ReadError, WriteError) as error:
        if not target.name:
            raise
        warn(str(error))
        count.failed += 1


def _own(stepped: Iterator[Step]) -> Iterator[Step]:
    """Yield the steps of one file."""
    for step in stepped:
        yield step
        if step.piece is None:
            return


def _clean(target: Target, stepped: Iterator[Step], sinks: Sinks, count: Count) -> None:
    make_folder(target)
    first = next(stepped)
    cleaner: Cleaner | None = None
    try:
        with _open(target.path) as out:
            cleaner = Cleaner(out, first.opened, sinks.dropping, sinks.ledger, target.name)
            for step in chain([first], stepped):
                _check(step.opened, target)
                for cleaned in cleaner.take(step):
                    count.add(cleaned)
    except (ReadError, WriteError):
        if cleaner:
            cleaner.abandon()
        raise
    cleaner.finish()
    if cleaner.is_empty and target.name:
        os.unlink(target.path)  # noqa: PTH108


def _check(opened: Opened, target: Target) -> None:
    """Raise ReadError where the file cannot be read to its end, or is not the one that was opened any more."""
    problem, path = opened.problem, opened.file.path
    if not problem and opened.known and path and opened.ended and not is_same(path, opened.known):
        problem = "it changed while it was read"
    if problem:
        name = opened.file.filename
        raise ReadError(f"{name}: cannot be read to its end: {problem}; {target.path} is not written")


def _name(cleaned: Cleaned) -> None:
    article = cleaned.checked.article
    record = f":{article.record}" if article.record is not None else ""
    problem = "; ".join(finding.message for finding in cleaned.checked.findings) or "cannot be read"
    warn(f"{visible(article.filename)}{record}: {problem}; left as it is")


def _dropping(options: Options, stack: ExitStack) -> Dropping:
    if options.drop_on == "never":
        return Dropping(None)
    path = options.rejects or _rejects_beside(options.output)
    return Dropping(Severity.of(options.drop_on), options.min_confidence, stack.enter_context(_open(path)))


def _rejects_beside(output: str) -> str:
    """Return where rejects go by default: beside the cleaned data set."""
    if output == STDIN:
        return "rejects.jsonl"
    stem, ending = os.path.splitext(output.rstrip("/"))  # noqa: PTH122
    if compression_of(output):
        stem = os.path.splitext(stem)[0]  # noqa: PTH122
        return f"{stem}.rejects.jsonl{ending}"
    return f"{stem}.rejects.jsonl"


@contextmanager
def _open(path: str) -> Iterator[BinaryIO]:
    opened = nullcontext(sys.stdout.buffer) if path == STDIN else replacing(path, compression_of(path))
    with opened as out:
        yield out
        if path == STDIN:
            out.flush()


def _with_progress(stepped: Iterator[Step], found: list[Target], options: Options) -> Iterator[Step]:
    if options.quiet or options.output == STDIN or not sys.stderr.isatty():
        return stepped
    from scrapelint.commands.shared.progress import stepping

    return stepping(stepped, [target.file for target in found])
