"""`scrapelint clean`: a data set mended record by record, in bounded memory."""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import ExitStack, contextmanager, nullcontext
from itertools import chain, groupby
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast, get_args

from scrapelint.cleaning.data_set import Cleaner, Dropping
from scrapelint.cleaning.mender import Fixes
from scrapelint.cleaning.rewriting import steps
from scrapelint.commands.on_engines.engine import check_master, on
from scrapelint.commands.shared import status, values
from scrapelint.commands.shared.clean_report import Count
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import REPORT, warn
from scrapelint.commands.shared.options import (
    LOCAL,
    Configuration,
    EngineChoice,
    Running,
    Selection,
    add_max_removed,
)
from scrapelint.commands.shared.selected import warn_of_selection
from scrapelint.commands.shared.targets import check_apart, check_mended, copy_companions, make_folder, targets
from scrapelint.config.values import FailOn
from scrapelint.errors import ReadError, ScrapelintError, UsageError, WriteError
from scrapelint.finding import Severity
from scrapelint.fixes.atomic import is_same, replacing
from scrapelint.fixes.bounds import MIN_CONFIDENCE
from scrapelint.readers.compressions import compression_of
from scrapelint.readers.source import STDIN, Source
from scrapelint.readers.table import TableFormat
from scrapelint.readers.without_text import FieldWatch
from scrapelint.resources.signals import stopped_afterwards
from scrapelint.runners.pipeline import excluded, installed, jobs_for
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.cleaning.data_set import Cleaned
    from scrapelint.cleaning.rewriting import Opened, Step
    from scrapelint.commands.shared.parser import Parser
    from scrapelint.commands.shared.targets import Target
    from scrapelint.config.values import Config


class Options(Selection, Configuration, EngineChoice, Running):
    """What the command line says."""

    input: str
    output: str
    min_confidence: float
    max_removed: float
    drop_over: bool
    show: int
    drop_on: str
    rejects: str
    ledger: str


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("input", metavar="IN", help="a file, a folder, or - for standard input")
    parser.add_argument(
        "-o", "--output", metavar="OUT", required=True, help="a file, a folder, or - for standard output"
    )
    group = parser.add_argument_group("mending")
    group.add_argument(
        "--min-confidence", type=values.share, default=MIN_CONFIDENCE, metavar="P",
        help=f"apply fixes this sure, safe or not; default: {MIN_CONFIDENCE}",
    )  # fmt: skip
    add_max_removed(group, "a record")
    group.add_argument("--drop-over", action="store_true", help="drop such records instead")
    group.add_argument(
        "--show",
        type=values.number("number of removals", 0),
        default=0,
        metavar="N",
        help="print a sample of N removals",
    )
    group.add_argument(
        "--drop-on", choices=get_args(FailOn), default="never",
        help="drop records in which a finding of this severity, and as sure, is left; default: never",
    )  # fmt: skip
    group.add_argument(
        "--rejects", metavar="FILE", default="", help="where dropped records go; default: OUT.rejects.jsonl"
    )
    group.add_argument("--ledger", metavar="FILE", default="", help="note what was taken out where, for `restore`")
    Selection.add(parser)
    Configuration.add(parser)
    EngineChoice.add(Running.add(parser))


def run(options: Options) -> int:
    """Clean a file or folder; return the exit status."""
    configs = configs_of(options)
    rejects = _rejects(options)
    if options.engine != LOCAL:
        cleaning = on(options.engine, "cleaning")
        return _told(cleaning.run(options, configs.run, _fixes(options), _dropping(options), rejects), options)
    check_master(options.master)
    warn_of_selection(configs.run, selection.with_packs(configs.run, installed()))
    count = Count(options.show)
    found = targets(options.input, options.output, excluded(configs.run), count.tell_unread)
    columnar, written = _apart(found, options)
    _check_written(found, options, rejects)
    fixes = _fixes(options)
    jobs = jobs_for([target.file for target in found], configs.run.jobs)
    with ExitStack() as stack:
        ledger = stack.enter_context(_open(options.ledger, keeps=True)) if options.ledger else None
        rejected = stack.enter_context(_open(rejects, keeps=True)) if rejects else None
        sinks = Sinks(_dropping(options)._replace(rejects=rejected), ledger)
        for target in columnar:
            _try_table(target, Settings(configs.of(target.file), fixes, jobs), sinks, count)
        for config, group in groupby(written, key=lambda target: configs.of(target.file)):
            alike = list(group)
            stepped = steps([target.file for target in alike], config, fixes, jobs)
            shown = _with_progress(stepped, alike, options)
            for target in alike:
                _try(target, shown, sinks, count)
    return _told(count, options)


def _check_written(found: list[Target], options: Options, rejects: str) -> None:
    """Raise UsageError where an option would write over what is read, or what another writes."""
    outputs = [("-o", target.path) for target in found]
    others = [("--ledger", options.ledger), ("--rejects", rejects)]
    check_apart([target.file.path for target in found if target.file.path], [*outputs, *others])


def _told(count: Count, options: Options) -> int:
    """Print what the run comes to; return the exit status."""
    if not options.quiet:
        sys.stderr.write(count.report())
    for error in count.errors:
        warn(f"internal error: {error}; {REPORT}")
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


def _try(target: Target, stepped: Iterator[Step], sinks: Sinks, count: Count) -> None:
    """Write one file; of a folder the others are written even where this one cannot be."""
    own = _own(stepped)
    try:
        _clean(target, own, sinks, count)
    except Exception as error:  # noqa: BLE001  # told, or raised again
        _tell(target, error, count)
        deque(own, maxlen=0)


def _apart(found: list[Target], options: Options) -> tuple[list[Target], list[Target]]:
    """Return the files of columns and the others; raises UsageError for what cannot be written."""
    columnar = [target for target in found if isinstance(target.file.format, TableFormat)]
    for target in found:
        check_mended(target.file)
    if columnar and options.ledger:
        name, kind = columnar[0].file.filename, columnar[0].file.format.name
        raise UsageError(f"{name}: no ledger is kept for {kind.capitalize()}; leave out --ledger")
    return columnar, [target for target in found if not isinstance(target.file.format, TableFormat)]


def _try_table(target: Target, how: Settings, sinks: Sinks, count: Count) -> None:
    """Write one file of columns; of a folder the others are written even where this one cannot be."""
    from scrapelint.cleaning.tables import TableCleaner, TableInput

    file = TableInput(target.file, cast("TableFormat", target.file.format))
    cleaner = TableCleaner(file, how.config, how.fixes, sinks.dropping, how.jobs)
    try:
        make_folder(target)
        with _open(target.path) as out:
            _count(cleaner.write(out), target, count)
        copy_companions(target)
    except Exception as error:  # noqa: BLE001  # told, or raised again
        _tell(target, error, count)


def _tell(target: Target, error: Exception, count: Count) -> None:
    """Tell why a file of a folder is not written; for a file alone, and for what is wrong with the run, raise it."""
    if not target.name or (isinstance(error, ScrapelintError) and not isinstance(error, (ReadError, WriteError))):
        raise error
    if isinstance(error, ScrapelintError):
        warn(str(error))
    elif isinstance(error, OSError):
        warn(f"{error.filename or target.path}: {(error.strerror or str(error)).lower()}")
    else:
        warn(f"internal error: {target.file.filename}: {type(error).__name__}: {error}; {REPORT}")
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
        with ExitStack() as opened:
            out = opened.enter_context(_open(target.path))
            cleaner = Cleaner(out, first.opened, sinks.dropping, sinks.ledger, target.name)
            _count(_taken(cleaner, chain([first], stepped), target), target, count)
            with stopped_afterwards():  # the ledger has the end of each file that is in its place
                opened.close()
                cleaner.finish()
                if cleaner.is_empty and target.name:
                    os.unlink(target.path)  # noqa: PTH108
    except BaseException:
        if cleaner:
            cleaner.abandon()
        raise


def _taken(cleaner: Cleaner, stepped: Iterable[Step], target: Target) -> Iterator[Cleaned]:
    for step in stepped:
        _check(step.opened, target)
        yield from cleaner.take(step)


def _count(found: Iterable[Cleaned], target: Target, count: Count) -> None:
    """Count the records of a file; tell where none has the field that was named for the text."""
    watch = FieldWatch()
    for cleaned in found:
        count.add(cleaned)
        watch.see(cleaned.checked.other_field, has_text=cleaned.readable)
    for intake in watch.told(Source(target.file.filename)):
        count.tell_of_file(target.file.filename, intake.faults)


def _check(opened: Opened, target: Target) -> None:
    """Raise ReadError where the file cannot be read to its end, or is not the one that was opened any more."""
    problem, path = opened.problem, opened.file.path
    if not problem and opened.known and path and opened.ended and not is_same(path, opened.known):
        problem = "it changed while it was read"
    if problem:
        name = opened.file.filename
        raise ReadError(f"{name}: cannot be read to its end: {problem}; {target.path} is not written")


def _rejects(options: Options) -> str:
    """Return where records go that are dropped; nowhere, where none is, and raises UsageError where that is said."""
    if options.drop_on == "never" and not options.drop_over:
        if options.rejects:
            raise UsageError("--rejects is for records that are dropped: give --drop-on or --drop-over, too")
        return ""
    return options.rejects or _rejects_beside(options.output)


def _dropping(options: Options) -> Dropping:
    severity = None if options.drop_on == "never" else Severity.of(options.drop_on)
    return Dropping(severity, options.min_confidence, over=options.drop_over)


def _fixes(options: Options) -> Fixes:
    return Fixes(unsafe=True, min_confidence=options.min_confidence, max_removed=options.max_removed)


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
def _open(path: str, *, keeps: bool = False) -> Iterator[BinaryIO]:
    opened = nullcontext(sys.stdout.buffer) if path == STDIN else replacing(path, compression_of(path), keeps=keeps)
    with opened as out:
        yield out
        if path == STDIN:
            out.flush()


def _with_progress(stepped: Iterator[Step], found: list[Target], options: Options) -> Iterator[Step]:
    if options.quiet or options.output == STDIN or not sys.stderr.isatty():
        return stepped
    from scrapelint.commands.shared.progress import stepping

    return stepping(stepped, [target.file for target in found])
