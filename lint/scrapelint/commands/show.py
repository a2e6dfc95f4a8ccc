"""`scrapelint show`: an article with its zones and findings in the margin."""

from __future__ import annotations

import os
import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from scrapelint.cleaning.mender import Fixes
from scrapelint.commands.shared import status, values
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import output, wants_color, warn
from scrapelint.commands.shared.options import Coloured, Configuration, Selection
from scrapelint.errors import UsageError
from scrapelint.fixes.bounds import MIN_CONFIDENCE
from scrapelint.fixes.edits import mend
from scrapelint.readers import reading
from scrapelint.readers.files import Missing, find
from scrapelint.runners.pipeline import installed, source_of
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.commands.shared.parser import Parser
    from scrapelint.config.values import Config
    from scrapelint.engine.linter import Linter
    from scrapelint.intake import Intake
    from scrapelint.readers.files import Input
    from scrapelint.reporters.shown import Shown
    from scrapelint.selection.registry import Registry

_RECORD = re.compile(r"(.+):(\d+)")


class Options(Selection, Configuration, Coloured):
    """What the command line says."""

    place: str
    min_confidence: float
    probabilities: bool
    html: bool


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("place", metavar="FILE[:RECORD]", help="an article; of a file with records one, or all")
    parser.add_argument(
        "--min-confidence",
        type=values.share,
        default=MIN_CONFIDENCE,
        metavar="P",
        help=f"mark what `clean` with this option would take out; default: {MIN_CONFIDENCE}",
    )
    parser.add_argument(
        "--probabilities", action="store_true", help="print how likely the model takes each line for the page's"
    )
    parser.add_argument("--html", action="store_true", help="print a page for a browser, which loads nothing")
    Coloured.add(parser)
    Selection.add(parser)
    Configuration.add(parser)


def run(options: Options) -> int:
    """Show an article, or all of a file; return the exit status, 2 where none could be read."""
    file, record = _place(options.place)
    configs = configs_of(options)
    config, registry = configs.of(file), installed()
    wanted = _wanted(file, record, config)
    first = next(wanted, None)
    if first is None:
        raise UsageError(f"{options.place}: no such record; the number counts records, not lines")
    shown = _shown(chain([first], wanted), selection.linter(config, registry), options)
    one = next(shown, None)
    if one is None:
        return status.FAILED
    if options.html:
        _print_page(chain([one], shown), options.place, registry)
    else:
        _print(chain([one], shown), options.color)
    return status.CLEAN


def _shown(intakes: Iterable[Intake], linter: Linter, options: Options) -> Iterator[Shown]:
    """Yield what there is to show of each article; tells, on standard error, what cannot be read."""
    from scrapelint.reporters.shown import Shown

    fixes = Fixes(unsafe=True, min_confidence=options.min_confidence)
    for intake in intakes:
        article = intake.article
        if not intake.readable:
            warn("; ".join(f"{article.address}: {fault.message}" for fault in intake.faults))
            continue
        doc = linter.document(article)
        mended = mend(article, linter.every, fixes.has)
        residue = doc.residue_probability if options.probabilities else ()
        yield Shown(article, linter.check_document(doc), mended, doc.lines, doc.zone, residue)


def _print(shown: Iterable[Shown], color: str) -> None:
    from scrapelint.reporters.people.margin import Margin

    with output(None) as out:
        margin = Margin(out, color=wants_color(color, out))
        for number, one in enumerate(shown):
            if number:
                out.write("\n")
            margin.show(one)
        margin.close()


def _print_page(shown: Iterable[Shown], title: str, registry: Registry) -> None:
    from scrapelint.reporters import adviser
    from scrapelint.reporters.html.article_view import article_view
    from scrapelint.reporters.html.rendering import generated

    views = (article_view(one, adviser(registry.rules)) for one in shown)
    with output(None, machine=True) as out:
        out.writelines(generated("single.html", title=title, views=views))


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
