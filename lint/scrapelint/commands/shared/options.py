"""Options that several commands have, in groups, named as ruff names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.commands.shared import values

if TYPE_CHECKING:
    from scrapelint.commands.shared.parser import Parser


SELECTIONS = frozenset(["--select", "--extend-select", "--ignore", "--extend-ignore"])
"""Options that take codes, prefixes, families or names of rules."""

LOCAL = "local"
"""The engine that is none: the processes of this machine."""


def add_selection(parser: Parser) -> Any:
    """Add the options that say which rules run; return their group."""
    group = parser.add_argument_group("rules")
    add_codes(group, "--select", "codes, prefixes, families, names or ALL: only these rules")
    add_codes(group, "--extend-select", "these rules besides")
    add_codes(group, "--ignore", "not these rules; the longer prefix wins")
    add_codes(group, "--extend-ignore", "not these either")
    group.add_argument("--preview", action="store_true", default=None, help="rules not yet proven, too")
    return group


def add_configuration(parser: Parser) -> None:
    """Add the options that say where the configuration comes from."""
    group = parser.add_argument_group("configuration")
    group.add_argument(
        "--config",
        action="append",
        default=[],
        metavar="FILE|'KEY = VALUE'",
        help="this file and no other, or one setting in TOML; several are joined",
    )
    group.add_argument("--isolated", action="store_true", help="read no configuration file")
    group.add_argument(
        "--text-field", action="append", dest="config", type=values.text_field, metavar="NAME",
        help="the field that holds the text, as page.body where it lies deeper",
    )  # fmt: skip


def add_jobs(parser: Parser) -> Any:
    """Add the options that say how the command runs; return their group."""
    group = add_processes(parser)
    group.add_argument("-q", "--quiet", action="store_true", help="no summary")
    return group


def add_processes(parser: Parser) -> Any:
    """Add the group of options on how the command runs, with the number of processes; return it."""
    group = parser.add_argument_group("run")
    add_process_count(group)
    return group


def add_process_count(group: Any) -> None:
    """Add the option that says how many processes work."""
    group.add_argument(
        "--jobs",
        "-j",
        type=values.number("number of processes", 1, values.MAX_JOBS),
        default=None,
        metavar="N",
        help="processes; default: one for less than 4 MB, else one for each processor",
    )


def add_cache(group: Any) -> None:
    """Add the options that say whether results of earlier runs are used, and where they are kept."""
    group.add_argument("--no-cache", action="store_true", help="check all, whatever earlier runs have found")
    group.add_argument("--cache-dir", metavar="DIR", default="", help="keep results of this run there")


def add_sample(group: Any) -> None:
    """Add the options that say how many of the records are checked."""
    group.add_argument(
        "--sample",
        type=values.number("number of records", 1),
        default=None,
        metavar="N",
        help="check only N records, drawn by lot from all",
    )
    group.add_argument(
        "--seed", type=values.number("seed", 0), default=None, metavar="S", help="what the lots come from; default: 0"
    )


def add_engine(group: Any) -> None:
    """Add the options that say where the command runs."""
    engines = (LOCAL, "spark", "ray")
    group.add_argument("--engine", choices=engines, default=LOCAL, help="where it runs; default: local")
    group.add_argument("--master", metavar="URL", default="", help="of Spark or Ray; default: as it is configured")


def add_exclusion(group: Any) -> None:
    """Add the options that say which files and folders are not searched."""
    add_codes(group, "--exclude", "globs of files and folders not to search")
    add_codes(group, "--extend-exclude", "further such globs")


def add_color(group: Any) -> None:
    """Add the option that says whether there are colours."""
    group.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="colours; default: auto, on terminals"
    )


def add_codes(group: Any, option: str, about: str) -> None:
    """Add an option that takes a list written with commas, and may be given again."""
    group.add_argument(option, type=values.codes, action="extend", default=None, metavar="A,B", help=about)
