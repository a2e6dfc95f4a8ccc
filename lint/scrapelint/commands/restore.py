"""`scrapelint restore`: what `clean` took out, put back from its ledger."""

from __future__ import annotations

import io
import os
import sys
from collections import deque
from contextlib import ExitStack, nullcontext
from typing import TYPE_CHECKING, BinaryIO

from scrapelint.commands.shared import status
from scrapelint.commands.shared.console import warn
from scrapelint.commands.shared.options import Summarised
from scrapelint.commands.shared.targets import Target, check_apart, make_folder
from scrapelint.errors import ReadError, RestoreError
from scrapelint.fixes.atomic import replacing
from scrapelint.fixes.ledger import restored, sections
from scrapelint.readers.compressions import READ_ERRORS
from scrapelint.readers.files import input_of
from scrapelint.readers.source import STDIN
from scrapelint.readers.streams import open_bytes, why
from scrapelint.reporters.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from scrapelint.commands.shared.parser import Parser
    from scrapelint.fixes.ledger import Section


class Options(Summarised):
    """What the command line says."""

    input: str
    ledger: str
    output: str


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("input", metavar="OUT", help="the file or folder that `clean` wrote")
    parser.add_argument("--ledger", metavar="FILE", required=True, help="the ledger that it wrote")
    parser.add_argument("-o", "--output", metavar="BACK", required=True, help="where the original goes")
    Summarised.add(parser)


def run(options: Options) -> int:
    """Restore a file or folder; return the exit status."""
    done = failed = 0
    for path in _ledgers(options.ledger):
        for is_done in _restored(path, options):
            done += is_done
            failed += not is_done
    if not done and not failed:
        raise RestoreError(f"{options.ledger}: the ledger is empty")
    if not options.quiet:
        sys.stderr.write(f"{counted(done, 'file')} restored.\n")
    return status.FAILED if failed else status.CLEAN


def _ledgers(path: str) -> list[str]:
    """Return the files of a ledger: one, or the parts of the folder that an engine writes."""
    if not os.path.isdir(path):  # noqa: PTH112
        return [path]
    return [os.path.join(path, name) for name in sorted(os.listdir(path)) if name.startswith("part-")]  # noqa: PTH118, PTH208


def _restored(path: str, options: Options) -> Iterator[bool]:
    """Restore what a file of the ledger names; yield for each whether that was done."""
    ledger = input_of(path)
    try:
        with open_bytes(ledger) as stream, io.TextIOWrapper(stream, encoding="utf-8", newline="\n") as lines:
            for section in sections(lines, path):
                yield _try(section, options)
    except READ_ERRORS as error:
        raise ReadError(f"{path}: {why(error, ledger)}") from error
    except UnicodeDecodeError as error:
        raise RestoreError(f"{path}: not a ledger: {error}") from error


def _try(section: Section, options: Options) -> bool:
    """Restore one file; the others are restored even where this one cannot be."""
    try:
        _restore(section, options)
    except (ReadError, RestoreError) as error:
        warn(str(error))
        deque(section.removed, maxlen=0)
        return False
    return True


def _restore(section: Section, options: Options) -> None:
    target = _target(section, options)
    check_apart([options.ledger, target.file.path or ""], [("-o", target.path)])
    make_folder(target)
    with ExitStack() as stack:
        cleaned = stack.enter_context(_cleaned(target))
        if target.path == STDIN:
            back: BinaryIO = sys.stdout.buffer
        else:
            back = stack.enter_context(replacing(target.path, target.compression))
        try:
            restored(cleaned, section, back)
        except RestoreError as error:
            raise RestoreError(f"{target.file.filename}: {error}; nothing was written") from error
        except READ_ERRORS as error:
            raise ReadError(f"{target.file.filename}: {why(error, target.file)}") from error


def _target(section: Section, options: Options) -> Target:
    path = _inside(options.input, section.file)
    file = input_of(None if path == STDIN else path)
    return Target(file, _inside(options.output, section.file), section.file)


def _inside(folder: str, name: str) -> str:
    """Return the path of a file of the ledger; raises RestoreError for one that leads out of the folder."""
    if not name:
        return folder
    if "\0" in name or os.path.isabs(name) or ".." in name.replace("\\", "/").split("/"):  # noqa: PTH117
        raise RestoreError(f"the ledger names a file outside of the folder: {name}")
    return os.path.join(folder, name)  # noqa: PTH118


def _cleaned(target: Target) -> AbstractContextManager[BinaryIO]:
    """Return the cleaned file; of a folder one that was dropped is missing, and was empty."""
    file = target.file
    if file.path is None or os.path.exists(file.path):  # noqa: PTH110
        return open_bytes(file)
    if target.name:
        return nullcontext(io.BytesIO())
    raise ReadError(f"{file.filename}: no such file")
