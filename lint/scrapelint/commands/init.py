"""`scrapelint init`: a first configuration for a folder of articles."""

from __future__ import annotations

import os
import shlex
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.commands.shared import status
from scrapelint.commands.shared.console import output, warn
from scrapelint.commands.shared.options import CommandOptions
from scrapelint.config.file import parse
from scrapelint.config.loading import nearest_file
from scrapelint.config.values import FILE_NAMES, PYPROJECT_TABLE, Origin
from scrapelint.errors import ConfigError, UsageError
from scrapelint.fixes.atomic import replacing
from scrapelint.proposal.hook import pre_commit
from scrapelint.proposal.proposing import counted_articles, kinds, places_with_text, propose
from scrapelint.proposal.toml import document
from scrapelint.readers.files import counted_endings
from scrapelint.readers.foreign import advice
from scrapelint.reporters.people.terminal import Sheet, wrapped
from scrapelint.reporters.summary import counted
from scrapelint.runners.pipeline import installed
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.commands.shared.parser import Parser
    from scrapelint.proposal.proposing import Proposal
    from scrapelint.proposal.toml import Settings

HOOKS_FILE = ".pre-commit-config.yaml"
PYPROJECT = "pyproject.toml"


class Options(CommandOptions):
    """What the command line says."""

    folder: str
    text_field: str
    dry_run: bool


class Planned(NamedTuple):
    """What is to be written to a file."""

    path: str
    text: str
    before: bytes | None = None
    """What is there already, and stays before it; None for a new file."""
    known: os.stat_result | None = None
    """What the system said of that file."""

    def write(self) -> None:
        """Write it; raises UsageError where the file has come into being, WriteError where it has changed."""
        if self.before is None:
            _create(self.path, self.text)
            return
        with replacing(self.path, unchanged=self.known) as out:
            out.write(self.before + self.text.encode())


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument(
        "folder", nargs="?", default=".", metavar="FOLDER", help="where the articles are; default: here"
    )
    parser.add_argument(
        "--text-field", metavar="NAME", default="", help="the field that holds the text; default: what seems to be it"
    )
    parser.add_argument("--dry-run", action="store_true", help="write nothing, print what would be written")


def run(options: Options) -> int:
    """Look at the folder, and write what is right for it; return the exit status."""
    _check(options.folder)
    proposal = propose(options.folder, installed(), options.text_field)
    planned = [_configuration(options.folder, proposal.settings)]
    hooks, is_told = _hooks(options.folder, proposal)
    planned += [hooks] if hooks and not is_told else []
    if not options.dry_run:
        for one in planned:
            one.write()
    _tell(_found(proposal))
    for one in planned:
        _tell(["", f"{one.path} would have:"] if options.dry_run else [_done(one)])
        _print(one.text if options.dry_run else "")
    if hooks and is_told:
        _tell(["", f"For {hooks.path}:"])
        _print(hooks.text)
    _tell([] if options.dry_run else ["", _next(options.folder)])
    return status.CLEAN


def _check(folder: str) -> None:
    """Raise UsageError where there is no folder, or it has a configuration."""
    if not os.path.isdir(folder):  # noqa: PTH112
        hint = "name the folder that it is in" if os.path.exists(folder) else "no such folder"  # noqa: PTH110
        raise UsageError(f"{folder}: {hint}")
    path = nearest_file(folder)
    if path is None:
        return
    if os.path.realpath(os.path.dirname(path)) == os.path.realpath(folder):  # noqa: PTH120
        raise UsageError(f"{_inside(folder, os.path.basename(path))} is there already: change it by hand")  # noqa: PTH119
    warn(f"{path} holds for this folder, too, until now; its own file takes the place of that here")


def _configuration(folder: str, settings: Settings) -> Planned:
    """Return what to write: a table of a pyproject.toml that is there, else a file of its own."""
    path = _inside(folder, PYPROJECT)
    with suppress(OSError, UnicodeDecodeError, ConfigError):  # what cannot be read, or is no TOML, stays as it is
        known = os.stat(path)  # noqa: PTH116
        with open(path, "rb") as file:  # noqa: PTH123
            before = file.read()
        text = _appended(before, document(settings, PYPROJECT_TABLE))
        parse(Origin(PYPROJECT, before.decode() + text), folder)
        return Planned(path, text, before, known)
    text = document(settings)
    parse(Origin(FILE_NAMES[0], text), folder)
    return Planned(_inside(folder, FILE_NAMES[0]), text)


def _appended(before: bytes, text: str) -> str:
    """Return a text as it goes to the end of a file: after a blank line, with line ends as there."""
    line_end = "\r\n" if b"\r\n" in before else "\n"
    apart = "\n" if before.endswith(b"\n") else "\n\n"
    return (apart + text).replace("\n", line_end)


def _hooks(folder: str, proposal: Proposal) -> tuple[Planned | None, bool]:
    """Return the hooks of pre-commit, where it has none of scrapelint yet, and whether they are only to be told.

    They are written where the folder is that of the repository, and has no such file.
    """
    root = _repository(os.path.realpath(folder))
    path = os.path.join(os.path.relpath(root), HOOKS_FILE)  # noqa: PTH118
    inside = os.path.relpath(os.path.realpath(folder), root).replace(os.sep, "/").removeprefix(".")
    planned = Planned(os.path.normpath(path), pre_commit(places_with_text(proposal), inside))
    is_there = os.path.exists(path)  # noqa: PTH110
    if is_there and "scrapelint" in _content(path):
        return None, True
    is_root = os.path.exists(os.path.join(folder, ".git"))  # noqa: PTH110, PTH118
    return planned, is_there or not is_root


def _repository(folder: str) -> str:
    """Return the folder of the repository that a folder is in; the folder itself where it is in none."""
    above = folder
    while not os.path.exists(os.path.join(above, ".git")):  # noqa: PTH110, PTH118
        if above == (above := os.path.dirname(above)):  # noqa: PTH120
            return folder
    return above


def _content(path: str) -> str:
    with suppress(OSError), open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123
        return file.read()
    return ""


def _create(path: str, text: str) -> None:
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:  # noqa: PTH123
            file.write(text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error


def _inside(folder: str, name: str) -> str:
    return os.path.normpath(os.path.join(folder, name))  # noqa: PTH118


def _found(proposal: Proposal) -> Iterator[str]:
    """Yield what was found, a sentence a line."""
    seen, sample, found = proposal.survey, proposal.sample, proposal.found
    yield f"Found {kinds(seen.files)}."
    if seen.left_out:
        ending = seen.left_out.most_common(1)[0][0]
        yield f"Left out {counted_endings(seen.left_out)}: {advice(ending)}."
    if without := sample.without_text:
        yield f"Left out {counted(len(without), 'file')} whose records have no text."
    for problem in seen.problems:
        yield f"Left out: {problem}."
    for field in sample.fields:
        yield f'The field "{field.name}" {field.why}.'
    if 2 * sample.with_tags > found.articles:
        yield f"{counted(sample.with_tags, 'text')} of {found.articles:,} have tags of HTML: {advice('.html')}."
    what = "" if sample.is_whole else ", the first of each file"
    yield f"Checked {counted_articles(found.articles)}{what}: something was found in {found.with_findings:,}."


def _done(planned: Planned) -> str:
    if planned.before is None:
        return f"Wrote {planned.path}."
    return f"Added the table {PYPROJECT_TABLE} to {planned.path}."


def _next(folder: str) -> str:
    """Return what to run; it is run in the folder, as gates and globs are those of where a run starts."""
    is_here = os.path.realpath(folder) == os.path.realpath(".")
    return f"Next: {'' if is_here else f'cd {shlex.quote(folder)} && '}scrapelint check"


def _tell(lines: Iterable[str]) -> None:
    """Print texts no wider than the terminal."""
    with output(None) as out:
        page = Sheet(out, color=False)
        for line in lines:
            for row in wrapped(visible(line), page.width):
                page.print((row, ""))


def _print(text: str) -> None:
    """Print what is in a file, line by line as it is."""
    with output(None) as out:
        out.writelines(f"{visible(line)}\n" for line in text.splitlines())
