"""Options that several commands have, in groups, named as ruff names them.

A group is a class: its attributes are the values, `add` declares the options to a parser. The options of a command
inherit from the groups that it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, dataclass_transform

from scrapelint.commands.shared import values
from scrapelint.fixes.bounds import MAX_REMOVED

if TYPE_CHECKING:
    from scrapelint.commands.shared.parser import Parser


SELECTIONS = frozenset(["--select", "--extend-select", "--ignore", "--extend-ignore"])
"""Options that take codes, prefixes, families or names of rules."""

LOCAL = "local"
"""The engine that is none: the processes of this machine."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class CommandOptions:
    """What the command line says: the value of each option of a command, by name; read-only.

    Not a dataclass: importing `dataclasses` would take a twentieth of the start of a hook.
    """

    def __init__(self, **given: Any) -> None:
        """Take the values as the parser gives them."""
        vars(self).update(given)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Raise AttributeError: options stay what the user said."""
        raise AttributeError(f"{name} is read-only")


class Selection(CommandOptions):
    """Which rules run; None where the command line does not say."""

    select: list[str] | None
    extend_select: list[str] | None
    ignore: list[str] | None
    extend_ignore: list[str] | None
    preview: bool | None

    @staticmethod
    def add(parser: Parser) -> Any:
        """Declare the options in a group of their own; return the group."""
        group = parser.add_argument_group("rules")
        add_list(group, "--select", "codes, prefixes, families, names or ALL: only these rules")
        add_list(group, "--extend-select", "these rules besides")
        add_list(group, "--ignore", "not these rules; the longer prefix wins")
        add_list(group, "--extend-ignore", "not these either")
        group.add_argument("--preview", action="store_true", default=None, help="rules not yet proven, too")
        return group


class Configuration(CommandOptions):
    """Where the configuration comes from."""

    config: list[str]
    """Files, and single settings in TOML."""
    isolated: bool
    """Whether no configuration file is read."""

    @staticmethod
    def add(parser: Parser) -> None:
        """Declare the options in a group of their own."""
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


class Exclusion(CommandOptions):
    """Which files and folders are not searched, as globs; None where the command line does not say."""

    exclude: list[str] | None
    extend_exclude: list[str] | None

    @staticmethod
    def add(group: Any) -> None:
        """Declare the options in a parser or a group."""
        add_list(group, "--exclude", "globs of files and folders not to search")
        add_list(group, "--extend-exclude", "further such globs")


class Sampling(CommandOptions):
    """How many of the records are checked, and which; None where the command line does not say."""

    sample: int | None
    seed: int | None

    @staticmethod
    def add(group: Any) -> None:
        """Declare the options in a parser or a group."""
        group.add_argument(
            "--sample",
            type=values.number("number of records", 1),
            default=None,
            metavar="N",
            help="check only N records, drawn by lot from all",
        )
        group.add_argument(
            "--seed", type=values.number("seed", 0), default=None, metavar="S",
            help="what the lots come from; default: 0",
        )  # fmt: skip


class EngineChoice(CommandOptions):
    """Where the command runs."""

    engine: str
    master: str
    """Address of a cluster; empty for the one that is configured."""

    @staticmethod
    def add(group: Any) -> None:
        """Declare the options in a parser or a group."""
        engines = (LOCAL, "spark", "ray")
        group.add_argument("--engine", choices=engines, default=LOCAL, help="where it runs; default: local")
        group.add_argument("--master", metavar="URL", default="", help="of Spark or Ray; default: as it is configured")


class Processes(CommandOptions):
    """How many processes work; None where the command line does not say."""

    jobs: int | None

    @staticmethod
    def add(group: Any) -> None:
        """Declare the option in a parser or a group."""
        group.add_argument(
            "--jobs",
            "-j",
            type=values.number("number of processes", 1, values.MAX_JOBS),
            default=None,
            metavar="N",
            help="processes; default: one for less than 4 MB, else one for each processor",
        )


class Summarised(CommandOptions):
    """Whether the summary at the end is left out."""

    quiet: bool

    @staticmethod
    def add(group: Any) -> None:
        """Declare the option in a parser or a group."""
        group.add_argument("-q", "--quiet", action="store_true", help="no summary")


class Running(Processes, Summarised):
    """How the command runs."""

    @staticmethod
    def add(parser: Parser) -> Any:
        """Declare the options in a group of their own; return the group."""
        group = parser.add_argument_group("run")
        Processes.add(group)
        Summarised.add(group)
        return group


class Coloured(CommandOptions):
    """Whether there are colours: `auto`, `always` or `never`."""

    color: str

    @staticmethod
    def add(group: Any) -> None:
        """Declare the option in a parser or a group."""
        group.add_argument(
            "--color", choices=("auto", "always", "never"), default="auto", help="colours; default: auto, on terminals"
        )


class PageSize(CommandOptions):
    """How many articles a page in HTML shows at most; None for as many as is usual."""

    report_articles: int | None

    @staticmethod
    def add(group: Any) -> None:
        """Declare the option in a parser or a group."""
        group.add_argument(
            "--report-articles", type=values.number("number of articles", 0), default=None, metavar="N",
            help="articles that a page in HTML shows at most; default: 300",
        )  # fmt: skip


def add_cache(group: Any) -> None:
    """Add the options that say whether results of earlier runs are used, and where they are kept."""
    group.add_argument("--no-cache", action="store_true", help="check all, whatever earlier runs have found")
    group.add_argument("--cache-dir", metavar="DIR", default="", help="keep results of this run there")


def add_max_removed(group: Any, noun: str) -> None:
    """Add the option that bounds what mending takes out of one `noun`: an article or a record."""
    group.add_argument(
        "--max-removed", type=values.share, default=MAX_REMOVED, metavar="SHARE",
        help=f"leave {noun} as it is that would lose more of its paragraphs, by characters; default: {MAX_REMOVED}",
    )  # fmt: skip


def add_list(group: Any, option: str, about: str) -> None:
    """Add an option that takes a list written with commas, and may be given again."""
    group.add_argument(option, type=values.codes, action="extend", default=None, metavar="A,B", help=about)
