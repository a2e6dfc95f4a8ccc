"""`scrapelint explain`: the evidence of findings, in words."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.commands.shared import status
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import output, wants_color, warn
from scrapelint.commands.shared.options import Configuration, Selection
from scrapelint.errors import UsageError
from scrapelint.located import locate, named
from scrapelint.readers.files import Missing, find
from scrapelint.reporters.rule_pages import advice, documentation
from scrapelint.runners.pipeline import check, installed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from scrapelint.commands.shared.parser import Parser
    from scrapelint.finding import Finding
    from scrapelint.intake import Checked
    from scrapelint.located import Located
    from scrapelint.selection.registry import Registry

_FINGERPRINT = re.compile(r"[0-9a-f]{8,32}")
_PLACE = re.compile(r"(.+?)((?::\d+){1,3})")


class Wanted(NamedTuple):
    """Which findings to explain."""

    paths: list[str]
    fingerprint: str = ""
    numbers: tuple[int, ...] = ()
    """Row and column, after the number of the record where the file has records."""

    def has(self, checked: Checked, located: Located) -> bool:
        """Tell whether a finding is asked for; it may reach over several rows."""
        if self.fingerprint:
            return located.finding.fingerprint.startswith(self.fingerprint)
        numbers = self.numbers
        if checked.article.record is not None:
            if numbers[0] != checked.article.record:
                return False
            numbers = numbers[1:]
        if not numbers or located.start is None or located.end is None:
            return not numbers or numbers[0] == 1
        start, end = located.start[:2], located.end[:2]
        place = (numbers[0], numbers[1]) if len(numbers) > 1 else None
        return start <= place <= end if place else start[0] <= numbers[0] <= end[0]


class Options(Selection, Configuration):
    """What the command line says."""

    place: str
    paths: list[str]


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("place", metavar="FILE:ROW|FINGERPRINT", help="FILE[:RECORD]:ROW[:COLUMN], or a fingerprint")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="where to look for the fingerprint")
    Selection.add(parser)
    Configuration.add(parser)


def run(options: Options) -> int:
    """Explain the findings of a place; return the exit status."""
    wanted = parse_place(options.place, options.paths)
    configs = configs_of(options)
    registry = installed()
    files = []
    for file in find(wanted.paths, lambda _: False):
        if isinstance(file, Missing):
            raise UsageError(file.message)
        files.append(file)
    shown = 0
    with output(None) as out:
        for checked in check(files, configs, registry, warn):
            found = [located.finding for located in _matching(checked, wanted)]
            if found:
                shown += len(found)
                _explain(checked, found, registry, out)
    if not shown:
        warn(f"{options.place}: no finding there; `scrapelint check` lists the places with one")
    return status.CLEAN if shown else status.FAILED


def parse_place(place: str, paths: list[str]) -> Wanted:
    """Return what a place names; raises UsageError for one that names nothing."""
    if _FINGERPRINT.fullmatch(place) and not os.path.exists(place):  # noqa: PTH110
        return Wanted(paths or ["."], fingerprint=place)
    if os.path.exists(place):  # noqa: PTH110
        msg = f"{place}: give the row too, as {place}:12"
        raise UsageError(msg)
    found = _PLACE.fullmatch(place)
    if not found:
        msg = f'"{place}" is neither FILE:ROW[:COLUMN], FILE:RECORD:ROW[:COLUMN] nor a fingerprint'
        raise UsageError(msg)
    return Wanted([found[1]], numbers=tuple(map(int, found[2][1:].split(":"))))


def _matching(checked: Checked, wanted: Wanted) -> Iterator[Located]:
    findings = named(checked.article, checked.findings)
    return (located for located in locate(checked.article, findings) if wanted.has(checked, located))


def _explain(checked: Checked, findings: list[Finding], registry: Registry, out: TextIO) -> None:
    from scrapelint.reporters.people.full import Full

    full = Full(
        out, lambda code: advice(registry.rules[code]), color=wants_color("auto", out), quiet=True, context=True
    )
    for finding in findings:
        full.report(checked._replace(findings=[finding]))
        if rule := registry.rules.get(finding.code):
            out.write(documentation(rule) + "\n\n")
