"""On an engine each option of a command has an effect, or is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from command import scrapelint

from scrapelint.commands import check, clean
from scrapelint.commands.on_engines.ray.session import RAY
from scrapelint.commands.on_engines.spark.session import SPARK
from scrapelint.commands.shared.parser import Parser
from scrapelint.config.values import Config
from scrapelint.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from scrapelint.commands.on_engines.engine import Engine

COMMANDS: dict[str, Any] = {"check": check, "clean": clean}
ALIKE = {
    "--select", "--extend-select", "--ignore", "--extend-ignore", "--preview", "--config", "--isolated", "--text-field",
    "--engine", "--master", "--quiet",
}  # fmt: skip
HEEDED = {
    "check": ALIKE | {"--output-format", "--output-file", "--fail-on", "--exit-zero", "--silent", "--no-cache"},
    "clean": ALIKE | {
        "--output", "--min-confidence", "--max-removed", "--drop-over", "--drop-on", "--rejects", "--ledger",
    },
}  # fmt: skip
ON_RAY = {"check": {"--exclude", "--extend-exclude", "--force-exclude"}, "clean": set()}
"""Ray has its files from the search of one machine; Spark searches for itself."""
REFUSED = {
    "check": {
        "--stdin-filename", "--against", "--changed", "--diff-base", "--sample", "--seed", "--per-file-ignores", "--fix",
        "--interactive", "--unsafe-fixes", "--max-removed", "--fix-only", "--diff", "--show-fixes",
        "--exit-non-zero-on-fix", "--report-articles", "--statistics", "--by", "--color", "--verbose", "--profile",
        "--show-files", "--show-settings", "--max-findings-per-rule", "--max-share", "--rates", "--write-rates",
        "--watch", "--cache-dir", "--jobs",
    },
    "clean": {"--show", "--jobs"},
}  # fmt: skip
VALUES = {
    "--by": "file", "--color": "always", "--config": "preview=true", "--drop-on": "error", "--engine": "ray",
    "--fail-on": "error", "--max-removed": ".25", "--max-share": "NAV003=0.1", "--min-confidence": ".5",
    "--output-format": "json-lines", "--per-file-ignores": "*:CMT",
}  # fmt: skip
NEEDED = {"check": ["a.jsonl", "-o", "out"], "clean": ["a.jsonl", "-o", "out"]}


def flags_of(command: str) -> dict[str, bool]:
    """Return the long names of a command's options, and whether each takes a value."""
    parser = Parser()
    COMMANDS[command].add_options(parser)
    options = [action for action in parser.actions if action.option_strings and action.dest != "help"]
    return {max(option.option_strings, key=len): option.nargs != 0 for option in options}


def check_with(engine: Engine, command: str, *arguments: str) -> None:
    """Ask an engine whether it does what the arguments say."""
    parser = Parser()
    COMMANDS[command].add_options(parser)
    options = COMMANDS[command].Options(**vars(parser.parse_args([*NEEDED[command], *arguments])))
    if command == "check":
        engine.check_checking(options, Config())
    else:
        engine.check_cleaning(options, "", [options.input])


@pytest.mark.parametrize("command", COMMANDS)
def test_it_is_decided_for_each_option_whether_engines_heed_it(command: str) -> None:
    assert flags_of(command).keys() == HEEDED[command] | ON_RAY[command] | REFUSED[command]


@pytest.mark.parametrize("engine", [RAY, SPARK])
@pytest.mark.parametrize(("command", "option"), [(name, option) for name in COMMANDS for option in flags_of(name)])
def test_option_without_effect_is_refused_and_no_other(engine: Engine, command: str, option: str) -> None:
    heeded = HEEDED[command] | (ON_RAY[command] if engine is RAY else set())
    arguments = [option, VALUES.get(option, "1")] if flags_of(command)[option] else [option]

    if option in heeded:
        check_with(engine, command, *arguments)
    else:
        with pytest.raises(UsageError, match=rf"^{option} has no effect on {engine.label}: leave it out"):
            check_with(engine, command, *arguments)


def test_several_options_are_told_together_with_what_does_it() -> None:
    with pytest.raises(UsageError) as told:
        check_with(RAY, "check", "--diff", "--fix", "--unsafe-fixes")

    assert str(told.value) == (
        "--fix, --unsafe-fixes and --diff have no effect on Ray: leave them out; "
        "`scrapelint clean --engine ray IN -o OUT` mends"
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("per-file-ignores", {"*": ("CMT",)}), ("max-share", {"CMT": 0.1}), ("max-findings-per-rule", 0),
        ("per-file-gates", {"*": {"fail_on": "error"}}),
    ],
)  # fmt: skip
def test_key_of_a_configuration_without_effect_is_refused(key: str, value: Any) -> None:
    parser = Parser()
    check.add_options(parser)
    options = check.Options(**vars(parser.parse_args(NEEDED["check"])))

    with pytest.raises(UsageError, match=f"{key} has no effect on Spark"):
        SPARK.check_checking(options, Config(**{key.replace("-", "_"): value}))


@pytest.mark.parametrize(("command", "arguments"), [("check", ["a.txt"]), ("clean", ["a.jsonl", "-o", "out.jsonl"])])
def test_address_of_a_cluster_without_an_engine_is_refused(command: str, arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / arguments[0]).write_text("", encoding="utf-8")

    ran = scrapelint(command, *arguments, "--master", "local[2]", cwd=tmp_path)

    assert ran.status == 2
    assert "--master has no effect without an engine: give --engine spark or --engine ray, too" in ran.err
