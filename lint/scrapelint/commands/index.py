"""`scrapelint index`: the evidence of a corpus, kept in a file that is brought up to date."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from scrapelint.commands.shared import status
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import tell_of_file, warn
from scrapelint.commands.shared.options import Configuration, Exclusion, Running
from scrapelint.config.values import Config
from scrapelint.corpus.index import Index, Known, indexed_name
from scrapelint.engine.linter import Linter
from scrapelint.errors import RuleError, UsageError
from scrapelint.readers import reading
from scrapelint.readers.files import Input, Missing, find
from scrapelint.reporters.summary import counted
from scrapelint.runners import local
from scrapelint.runners.pipeline import excluded, installed, jobs_for, source_of
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.commands.shared.parser import Parser
    from scrapelint.config.per_file import Configs
    from scrapelint.corpus.comparison import Comparison
    from scrapelint.corpus.rows import ArticleEvidence
    from scrapelint.intake import Intake


DEFAULT_INDEX = ".scrapelint-index.duckdb"
"""Hidden, so that it is never taken for a file of articles."""


class Options(Configuration, Exclusion, Running):
    """What the command line says."""

    paths: Sequence[str]
    index_file: str


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("paths", nargs="+", metavar="CORPUS", help="files, folders or globs")
    parser.add_argument(
        "--index", dest="index_file", metavar="FILE", default=DEFAULT_INDEX, help=f"default: {DEFAULT_INDEX}"
    )
    Exclusion.add(parser)
    Configuration.add(parser)
    Running.add(parser)


def run(options: Options) -> int:
    """Bring the index up to date; return the exit status."""
    configs = configs_of(options)
    files, complete = _files(options.paths, configs.run)
    now = {name_of(file): file for file in files}
    with Index(options.index_file, all_rules(), read_only=False) as index:
        known = index.files()
        new = {name: state for name, file in now.items() if known.get(name) != (state := _known(file))}
        gone = [name for name in known if name not in now or name in new]
        index.update(gone, new.items(), _noted([now[name] for name in new], configs))
        if not options.quiet:
            left = counted(len(now) - len(new), "file")
            sys.stderr.write(f"{counted(index.count(), 'article')} in {options.index_file}; {left} unchanged.\n")
    return status.CLEAN if complete else status.FAILED


def changed(files: Sequence[Input], index: str) -> list[Input]:
    """Return the files that an index does not know, or not as they are now."""
    if not index:
        raise UsageError("--changed needs the index to compare with: --against INDEX")
    with Index(index, all_rules(), read_only=True) as opened:
        known = opened.files()
    return [file for file in files if file.path is None or known.get(name_of(file)) != _known(file)]


def name_of(file: Input) -> str:
    """Return the name by which an index knows a file."""
    return indexed_name(file.filename)


def all_rules() -> Comparison:
    """Return all rules across articles: an index serves whatever a later run selects."""
    found = selection.comparison(Config(select=("ALL",), preview=True), installed())
    if found is None:
        raise UsageError("no rule across articles is installed")
    return found


def emitter() -> Linter:
    """Return a linter that only notes evidence; what each worker process makes for itself."""
    return Linter((), installed().phrases(), all_rules())


def _files(paths: Sequence[str], config: Config) -> tuple[list[Input], bool]:
    """Return the files to index, and whether that is all; raises UsageError where there is none.

    What is in a folder and cannot be read is told, and counts as gone.
    """
    found = list(find(paths, excluded(config)))
    files, missing = (
        [one for one in found if isinstance(one, Input)],
        [one for one in found if isinstance(one, Missing)],
    )
    if any(file.path is None for file in files):
        raise UsageError("-: standard input cannot be indexed: it has no name to be known by")
    if missing and not (files and all(map(os.path.isdir, paths))):
        raise UsageError(missing[0].message)
    for one in missing:
        warn(one.message)
    return files, not missing


def _known(file: Input) -> Known:
    try:
        stat = os.stat(file.path or "")  # noqa: PTH116
    except OSError as error:
        raise UsageError(f"{file.filename}: {(error.strerror or str(error)).lower()}") from error
    return Known(stat.st_size, stat.st_mtime_ns)


def _read(file: Input, configs: Configs) -> Iterator[Intake]:
    """Yield what is read of a file; tells, on standard error, what is wrong with all of it."""
    for intake in reading.read(file, source_of(file.filename, configs.of(file))):
        if not intake.is_article:
            tell_of_file(file.filename, intake.faults)
        yield intake


def _noted(files: Sequence[Input], configs: Configs) -> Iterator[tuple[str, ArticleEvidence]]:
    intakes = (i for f in files for i in _read(f, configs) if i.readable)
    jobs = jobs_for(files, configs.run.jobs)
    if jobs > 1:
        from scrapelint.runners import pool

        found = pool.run(intakes, emitter, jobs)
    else:
        found = local.run(intakes, emitter())
    for checked in found:
        if checked.error:
            raise RuleError(checked.error)
        if checked.evidence and not isinstance(checked.evidence, bytes):
            yield indexed_name(checked.article.filename), checked.evidence
