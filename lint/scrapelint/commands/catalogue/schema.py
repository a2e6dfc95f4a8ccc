"""`scrapelint schema`: JSON schemas, from the models themselves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scrapelint.commands.shared import status
from scrapelint.commands.shared.options import CommandOptions

if TYPE_CHECKING:
    from scrapelint.commands.shared.parser import Parser

DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


class Options(CommandOptions):
    """What the command line says."""

    of: str


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument(
        "of", choices=("findings", "pack", "config"), nargs="?", default="findings", help="default: findings"
    )


def run(options: Options) -> int:
    """Print a schema; return the exit status."""
    print(json.dumps(_SCHEMAS[options.of](), indent=2))
    return status.CLEAN


def _findings() -> dict[str, Any]:
    from scrapelint.reporters.programs.schema import findings_schema

    return findings_schema()


def _pack() -> dict[str, Any]:
    from scrapelint.packs.files import Pack

    return {**DIALECT, **Pack.model_json_schema()}


def _config() -> dict[str, Any]:
    from scrapelint.config.file import ConfigFile

    return {**DIALECT, **ConfigFile.model_json_schema(by_alias=True)}


_SCHEMAS = {"findings": _findings, "pack": _pack, "config": _config}
