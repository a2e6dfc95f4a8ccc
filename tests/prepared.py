"""A process that has read the program: each run of the command in a test begins as a copy of it.

To import the program and to compile its expressions takes most of the time of a short run. A line of JSON on standard
input is a run, a line on standard output is how it ended. On macOS a copy of a process may not call its libraries.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import sys
import threading
from typing import Any, NoReturn

import scrapelint.commands
import scrapelint_rules
from scrapelint import lint_text
from scrapelint.cli import script

MODES = (os.O_RDONLY, os.O_WRONLY | os.O_APPEND, os.O_WRONLY | os.O_APPEND)
"""How the files are opened that are the standard streams of a run."""
WARMING = (
    "Talks ended on Friday, 3 May 2024, and the mayor of Larn said so.\n\nRead more: Ferries\n\nLeave a comment\n\n© 2024 Larn",
    "Die Gespräche endeten am Freitag, sagte die Bürgermeisterin von Larn der Zeitung.\n\nKommentar schreiben",
)
"""Texts that let most expressions be compiled."""


def main() -> None:
    """Start what is asked for until nobody asks any more."""
    prepare()
    for line in sys.stdin:
        print(run(json.loads(line)), flush=True)  # noqa: T201


def prepare() -> None:
    """Import what most runs import, and compile most of the expressions."""
    for package in (scrapelint.commands, scrapelint_rules):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "on_engines" not in module.name:
                importlib.import_module(module.name)
    for text in WARMING:
        lint_text(text)
    gc.collect()
    gc.freeze()


def run(asked: dict[str, Any]) -> int:
    """Return the exit status of a run, negative for the signal that ended it."""
    process = os.fork()
    if process == 0:
        start(asked)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def start(asked: dict[str, Any]) -> NoReturn:
    """Become the command: with its folder, environment, arguments and streams."""
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    for number, (path, mode) in enumerate(zip(asked["streams"], MODES, strict=True)):
        opened = os.open(path, mode)
        os.dup2(opened, number)
        os.close(opened)
    # What was read ahead are runs. The other streams are as they were, and write where the files are now.
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    sys.argv = ["scrapelint", *asked["arguments"]]
    try:
        script()
    except SystemExit as end:
        # What Python does at its end, but for taking down all that was prepared: that takes as long as a run.
        threading._shutdown()
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code)


if __name__ == "__main__":
    main()
