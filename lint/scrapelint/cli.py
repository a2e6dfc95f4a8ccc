"""The command: arguments -> subcommand -> exit status."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from scrapelint.commands.shared import status
from scrapelint.commands.shared.console import REPORT, warn
from scrapelint.commands.shared.parsing import parse
from scrapelint.errors import ScrapelintError

if TYPE_CHECKING:
    from collections.abc import Sequence


MAX_UNCOLLECTED = 100_000
"""New objects before Python looks for cycles among them; at its own 700 it would look a hundred times at a start."""


def script() -> NoReturn:
    """Run the command as a process of its own.

    The process ends at once: to take down all modules and tables in order takes longer than to check a file.
    Where there may be threads to wait for, it ends as Python does.
    """
    gc.set_threshold(MAX_UNCOLLECTED)
    _open_closed()
    _obey()
    result = main()
    if "threading" in sys.modules:
        sys.exit(result)
    atexit._run_exitfuncs()  # noqa: SLF001  # no public name does what Python does first when it ends
    with suppress(OSError):
        _flush()
    os._exit(result)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 for clean, 1 for findings, 2 for an error."""
    try:
        result = _run(sys.argv[1:] if arguments is None else arguments)
        _flush()
    except ScrapelintError as error:
        warn(str(error))
        return status.FAILED
    except KeyboardInterrupt:
        return status.INTERRUPTED
    except BrokenPipeError:
        _silence()
        return status.BROKEN_PIPE
    except OSError as error:
        _silence()
        warn(f"{error.filename or 'input or output'}: {(error.strerror or str(error)).lower()}")
        return status.FAILED
    except Exception as error:  # noqa: BLE001  # whatever it is, it is no finding
        return _internal(error, sys.argv[1:] if arguments is None else arguments)
    return result


def _internal(error: Exception, arguments: Sequence[str]) -> int:
    """Tell of an error that nobody expects, and how to report it; with its traceback where -v asks for it.

    A library that is stopped at its work tells of it by an error of its own: no error of ours.
    """
    if _stopped_by:
        return status.SIGNALLED + _stopped_by[0]
    import traceback

    if not {"-v", "--verbose"}.isdisjoint(arguments):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119
    warn(f"internal error at {where}: {type(error).__name__}: {error}; {REPORT}")
    return status.FAILED


_stopped_by: list[int] = []
"""The signals that told this process to end."""


def _stop(number: int, _: object) -> NoReturn:
    """End as Ctrl-C does: what is half written goes, workers end."""
    _stopped_by.append(number)
    signal.signal(number, signal.SIG_DFL)
    raise SystemExit(status.SIGNALLED + number)


def _interrupt(number: int, _: object) -> NoReturn:
    """Do what Python does on Ctrl-C, and note it."""
    _stopped_by.append(number)
    raise KeyboardInterrupt


def _obey() -> None:
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _open_closed() -> None:
    """Let a stream that whoever started the program had closed be one of nothing; Python has None in its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream and not stream.closed:  # whoever starts a program may close its streams, and the server does
            stream.flush()


def _silence() -> None:
    """Let what is still to be written go nowhere; without this Python would complain when it flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: Sequence[str]) -> int:
    command, options = parse(arguments)
    result: int = command.run(options)
    return result


if __name__ == "__main__":
    script()
