"""An engine that a command runs on, and what none of them does."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.commands.on_engines.options import CHECKING, CLEANING, SEARCHING, check_config, check_options
from scrapelint.commands.shared.check_options import add_options as add_check_options
from scrapelint.commands.shared.targets import check_apart
from scrapelint.config.values import Output
from scrapelint.errors import UsageError
from scrapelint.readers.registry import format_of, formats
from scrapelint.readers.source import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.commands.clean import Options as CleanOptions
    from scrapelint.commands.shared.check_options import Options as CheckOptions
    from scrapelint.config.values import Config


class Engine(NamedTuple):
    """An engine by its names."""

    name: str
    """What `--engine` calls it; the extra, and the module of `integrations`, are called the same."""
    label: str
    searches: bool = False
    """Whether files are searched for as on one machine, so that `exclude` counts."""

    def method_of(self, names: Iterable[str]) -> str:
        """Return the method by which it reads these files; raises UsageError before it takes its time to start."""
        given = list(names)
        if not given:
            raise UsageError(f"there is no file that {self.label} could read: give some, or what is in a folder")
        found = {format_of(name.rstrip("/").rstrip("*"))[0] for name in given}
        kind = found.pop()
        if found or kind is None or not kind.on_engines:
            endings = ", ".join(sorted(known.endings[0] for known in formats() if known.on_engines))
            folder = next((f", as {name.rstrip('/')}/*.jsonl" for name in given if os.path.isdir(name)), "")  # noqa: PTH112
            shown = f"{', '.join(given)}: {self.label} reads one of {endings} (.gz), one kind at a time{folder}"
            raise UsageError(shown)
        return kind.on_engines

    def check_checking(self, options: CheckOptions, config: Config) -> None:
        """Raise UsageError for what it does not do for `check`, before it takes its time to start."""
        heeded = CHECKING | (SEARCHING if self.searches else frozenset())
        check_options(options, add_check_options, heeded, self.name, self.label)
        check_config(config, self.label)
        command = f"scrapelint check --engine {self.name} INPUT -o OUT"
        if not options.output_file or not options.paths:
            raise UsageError(f"--engine {self.name} reads PATHs and writes a folder: {command}")
        check_new("-o", options.output_file)
        if scores := self.scores_of(options):
            check_new("--output-format", scores)
            check_apart((), (("-o", options.output_file), ("--output-format", scores)))

    def scores_of(self, options: CheckOptions) -> str:
        """Return the folder for scores; empty where none is asked for. Raises UsageError for what it does not write."""
        wanted = [Output.of(written) for written in options.output_format or ()]
        others = [output for output in wanted if output != Output("json-lines")]
        if not others:
            return ""
        if len(others) > 1 or others[0].format != "scores" or not others[0].path:
            raise UsageError(f"{self.label} writes json-lines, and scores beside them: --output-format scores:FOLDER")
        return others[0].path

    def check_cleaning(self, options: CleanOptions, rejects: str, inputs: Iterable[str]) -> None:
        """Raise UsageError for what it does not do for `clean`, before it takes its time to start."""
        from scrapelint.commands.clean import add_options

        check_options(options, add_options, CLEANING, self.name, self.label)
        command = f"scrapelint clean --engine {self.name} IN -o OUT"
        if STDIN in (options.input, options.output, options.ledger, rejects):
            raise UsageError(f"--engine {self.name} reads files and writes folders: {command}")
        if self.method_of(inputs) != "text":
            tables = f"scrapelint.integrations.{self.name}.clean"
            raise UsageError(f"{options.input}: --engine {self.name} cleans JSON Lines; for Parquet there is {tables}")
        for option, path in (("-o", options.output), ("--rejects", rejects), ("--ledger", options.ledger)):
            if path:
                check_new(option, path)


class Folders(NamedTuple):
    """Where what `clean` makes goes; nowhere what is empty."""

    output: str
    rejects: str
    ledger: str


def on(engine: str, command: str) -> Any:
    """Return the module that runs a command, `checking` or `cleaning`, on an engine."""
    return import_module(f"{__package__}.{engine}.{command}")


def check_master(master: str) -> None:
    """Raise UsageError for the address of a cluster where a command runs on this machine alone."""
    if master:
        raise UsageError("--master has no effect without an engine: give --engine spark or --engine ray, too")


def check_new(option: str, path: str) -> None:
    """Raise UsageError where something is in the place of a folder that is to be written."""
    if "://" not in path and os.path.exists(path):  # noqa: PTH110
        raise UsageError(f"{path}: is there already; give another folder with {option}")
