"""`scrapelint server`: findings in an editor, by the language server protocol on standard input and output."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from scrapelint.commands.shared import status
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.options import Configuration, Selection
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from scrapelint.commands.shared.parser import Parser


class Options(Selection, Configuration):
    """What the command line says."""


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    Selection.add(parser)
    Configuration.add(parser)


def run(options: Options) -> int:
    """Serve until the editor ends; return the exit status."""
    needed("pygls.lsp.server", "server", "the language server")
    from scrapelint.server.editor import serve

    serve(partial(configs_of, options))
    return status.CLEAN
