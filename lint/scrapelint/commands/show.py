"""`scrapelint show`: an article with its zones and findings in the margin."""

from __future__ import annotations

import os
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.cleaning.mender import Fixes
from scrapelint.commands.shared import status, values
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import output, wants_color, warn
from scrapelint.commands.shared.options import add_configuration, add_selection
from scrapelint.errors import UsageError
from scrapelint.fixes.edits import mend
from scrapelint.readers import reading
from scrapelint.readers.files import Missing, find
from scrapelint.runners.pipeline import installed, source_of
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.commands.shared.parser import Parser
    from scrapelint.config.values import Config
    from scrapelint.intake import Intake
    from scrapelint.readers.files import Input

_RECORD = re.compile(r"(.+):(\d+)")


class Options(NamedTuple):
    """What the command line says."""

    place: str
    min_confidence: float
    probabilities: bool
    color: str
    select: list[str] | None
    extend_select: list[str] | None
    ignore: list[str] | None
    extend_ignore: list[str] | None
    preview: bool | None
    config: list[str]
    isolated: bool


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("place", metavar="FILE[:RECORD]", help="an article; of a file with records one, or all")
    parser.add_argument(
        "--min-confidence",
        type=values.share,
        default=0.9,
        metavar="P",
        help="mark what `clean` would take out; default: .9",
    )
    parser.add_argument(
        "--probabilities", action="store_true", help="print how likely the model takes each line for the page's"
    )
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    add_selection(parser)
    add_configuration(parser)


def run(options: Options) -> int:
    """Show an article, or all of a file; return the exit status."""
    from scrapelint.reporters.people.margin import Margin, Shown

    file, record = _place(options.place)
    configs = configs_of(options)
    config = configs.of(file)
    linter = selection.linter(config, installed())
    fixes = Fixes(unsafe=True, min_confidence=options.min_confidence)
    number = 0
    with output(None) as out:
        margin = Margin(out, color=wants_color(options.color, out))
        for number, intake in enumerate(_wanted(file, record, config), 1):
            if number > 1:
                out.write("\n")
            if not intake.readable:
                warn("; ".join(f"{file.filename}: {fault.message}" for fault in intake.faults))
                continue
            doc = linter.document(intake.article)
            mended = mend(intake.article, linter.check, fixes.has)
            residue = doc.residue_probability if options.probabilities else ()
            margin.show(Shown(intake.article, linter.check(intake.article), mended, doc.lines, doc.zone, residue))
    if not number:
        raise UsageError(f"{options.place}: no such record")
    return status.CLEAN


def _place(place: str) -> tuple[Input, int | None]:
    """Return the file and the number of a record in it; raises UsageError where there is none."""
    path, record = place, None
    if not os.path.exists(place) and (found := _RECORD.fullmatch(place)):  # noqa: PTH110
        path, record = found[1], int(found[2])
    if os.path.isdir(path):  # noqa: PTH112
        raise UsageError(f"{path} is a folder: name one file")
    file = next(find([path], lambda _: False))
    if isinstance(file, Missing):
        raise UsageError(file.message)
    return file, record


def _wanted(file: Input, record: int | None, config: Config) -> Iterator[Intake]:
    found = reading.read(file, source_of(file.filename, config))
    if record is None:
        return found
    return islice((i for i in found if i.article.record == record or (record == 1 and i.article.record is None)), 1)
