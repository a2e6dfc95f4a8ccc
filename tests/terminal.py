"""The command on a terminal, as somebody uses it who reads and answers."""

from __future__ import annotations

import io
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TIMEOUT_S = 60
"""A machine may be busy; nothing waits that long that works."""
COLUMNS = "80"


class Seen(NamedTuple):
    """What a run on a terminal came to."""

    status: int
    screen: str
    """All that was printed, with the echo of the answers."""


def on_terminal(
    *arguments: str, cwd: Path, answers: Sequence[str | bytes | signal.Signals], prompt: str = "? "
) -> Seen:
    """Run `scrapelint` on a terminal of its own; whenever a prompt stands there, give the next answer.

    An answer is a line, bytes as keys send them, or a signal that the process gets. What does not end in time is killed, and the test fails.
    """
    pty = pytest.importorskip("pty", reason="there are no terminals to open on this system")
    ours, theirs = pty.openpty()
    given = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": COLUMNS, "TERM": "xterm", "NO_COLOR": "1"}
    try:
        process = subprocess.Popen(
            [sys.executable, "-c", _CONTROLLED, *arguments],
            cwd=cwd, stdin=theirs, stdout=theirs, stderr=theirs, env=given, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        screen = _talk(ours, process, list(answers), prompt.encode())
        return Seen(process.wait(TIMEOUT_S), screen.decode().replace("\r\n", "\n"))
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait(TIMEOUT_S)
        os.close(ours)


_CONTROLLED = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C reaches the process
from scrapelint.cli import script
script()
"""


def _give(terminal: int, process: subprocess.Popen[bytes], answer: str | bytes | signal.Signals) -> None:
    if isinstance(answer, signal.Signals):
        process.send_signal(answer)
    else:
        os.write(terminal, answer if isinstance(answer, bytes) else f"{answer}\n".encode())


def _talk(
    terminal: int, process: subprocess.Popen[bytes], answers: list[str | bytes | signal.Signals], prompt: bytes
) -> bytes:
    """Return all that is printed until the process ends."""
    screen, deadline = b"", time.monotonic() + TIMEOUT_S
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([terminal], [], [], left)[0]:
            process.send_signal(signal.SIGKILL)
            pytest.fail(f"nothing came for {TIMEOUT_S} s after: {screen[-500:]!r}")
        try:
            read = os.read(terminal, 1 << 16)
        except OSError:  # how Linux says that nobody has the other end any more
            read = b""
        if not read:
            return screen
        screen += read
        if screen.endswith(prompt) and answers:
            _give(terminal, process, answers.pop(0))


class Typed(io.StringIO):
    """Standard input of a terminal at which these lines are typed; then it is at its end."""

    def isatty(self) -> bool:
        return True


class Screen(io.StringIO):
    """Standard error of a terminal."""

    def isatty(self) -> bool:
        return True


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> Screen:
    """Let the program, in this process, read these lines from a terminal; return what it prints there."""
    screen = Screen()
    monkeypatch.setattr("sys.stdin", Typed("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("COLUMNS", COLUMNS)
    monkeypatch.setenv("NO_COLOR", "1")
    return screen
