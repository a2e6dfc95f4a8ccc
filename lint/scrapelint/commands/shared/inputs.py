"""The files that a run reads: what the paths of the user lead to, less what is no article."""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from scrapelint.baseline.acceptance import is_accepted_file
from scrapelint.commands.shared.console import warn
from scrapelint.commands.shared.targets import check_apart, check_mended
from scrapelint.errors import UsageError
from scrapelint.readers.files import Missing, counted_endings, find
from scrapelint.readers.format import TextFormat
from scrapelint.readers.reading import read
from scrapelint.readers.remote import is_remote
from scrapelint.runners.pipeline import excluded, source_of
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scrapelint.config.values import Config, Output
    from scrapelint.readers.files import Input


class Reading(Protocol):
    """Options of a command that reads articles; `check` has some more."""

    @property
    def paths(self) -> Sequence[str]:
        """Files, folders, globs, or `-`."""


def files_of(
    options: Reading,
    config: Config,
    outputs: Sequence[Output] = (),
    tell: Callable[[str], None] = warn,
    left_out: Counter[str] | None = None,
) -> tuple[list[Input], bool]:
    """Return the files to read, and whether every path led to some; tells, on standard error, which did not.

    What the run itself writes is no article, and neither is a file of accepted findings. Files of folders that
    articles may be in, but that are not read, are counted in `left_out` by ending; without it they are told. Raises
    UsageError where the run would write over a file that it is given.
    """
    stdin_filename = getattr(options, "stdin_filename", "")
    paths = options.paths or (["-"] if stdin_filename else ["."])
    files, complete = [], True
    leave_out = excluded(config)
    counted_out = Counter[str]() if left_out is None else left_out
    written = {os.path.realpath(output.path) for output in outputs if output.path}
    to_write = [*(("-o", output.path) for output in outputs), ("--write-rates", getattr(options, "write_rates", ""))]
    check_apart(filter(os.path.isfile, paths), to_write)
    for found in find(paths, leave_out, stdin_filename, counted_out):
        if isinstance(found, Missing):
            tell(found.message)
            complete = False
        elif is_accepted_file(found.filename) or (config.force_exclude and leave_out(found.filename)):
            continue
        elif not written or found.path is None or os.path.realpath(found.path) not in written:
            files.append(found)
        else:
            _check_no_article(found, config)
    if left_out is None and counted_out:
        tell(f"left out {counted_endings(counted_out)}: not read")
    if getattr(options, "changed", False):
        from scrapelint.commands.index import changed

        files = changed(files, getattr(options, "against", ""))
    return files, complete


def _check_no_article(file: Input, config: Config) -> None:
    """Raise UsageError where a file that the run would write over holds articles, and is no report of earlier."""
    first = next(iter(read(file, source_of(file.filename, config))), None)
    if first is not None and first.readable and not _REPORT.search(first.article.text[:MAX_REPORT_CHARS]):
        raise UsageError(
            f"{file.filename}: an article that the run reads would be written over; give another file with -o"
        )


_REPORT = regex(
    r"\A\s*\Z|^(?:Found [\d,]+ findings?\b|Nothing found in [\d,]+ articles?\b|\s*(?:[\d,]+\s+)?[A-Z]{3}\d{3}\b"
    r"|.*\b(?:error|warning|info) \[?[A-Z]{3}\d{3}\b)",
    re.MULTILINE,
)
"""What the formats for people print, in a file that ends like a text."""
MAX_REPORT_CHARS = 100_000
"""How much of a text is looked at for what reports print, in code points."""


def check_fixable(files: Sequence[Input]) -> None:
    """Raise UsageError for a file that cannot be mended, or not in its place."""
    for file in files:
        check_mended(file)
        if not isinstance(file.format, TextFormat) or not file.format.is_mended or is_remote(file.path or ""):
            raise UsageError(f"{file.filename} is not mended in its place; mend it with `scrapelint clean IN -o OUT`")
