"""The command: arguments -> subcommand -> exit status."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from scrapelint.commands import status
from scrapelint.commands.console import warn
from scrapelint.errors import ScrapelintError
from scrapelint.options import parse

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 for clean, 1 for findings, 2 for an error."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except ScrapelintError as error:
        warn(str(error))
        return status.FAILED
    except KeyboardInterrupt:
        return status.INTERRUPTED
    except BrokenPipeError:
        # Nobody reads any more; without this Python would complain when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return status.BROKEN_PIPE


def _run(arguments: Sequence[str]) -> int:
    args = parse(arguments)
    if not args.command:
        parse(["--help"])
    command = import_module(f"scrapelint.commands.{args.command.replace('-', '_')}")
    result: int = command.run(args)
    return result


if __name__ == "__main__":
    sys.exit(main())
