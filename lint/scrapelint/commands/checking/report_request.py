"""What a report in HTML is to be of, from the options of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.readers.source import STDIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.config.per_file import Configs
    from scrapelint.config.values import Config, Output
    from scrapelint.readers.files import Input
    from scrapelint.reporters.html.report import Request
    from scrapelint.selection.registry import Registry

MAX_NAMED = 3
"""Inputs that the title names."""


def request_of(
    wanted: Sequence[Output],
    paths: Sequence[str],
    articles: int | None,
    files: Sequence[Input],
    configs: Configs,
    registry: Registry,
) -> Request | None:
    """Return what a report is to be of; None where none of the formats is one, so that nothing is loaded for it."""
    if all(output.format != "html" for output in wanted):
        return None
    from scrapelint.cleaning.examining import Examiner
    from scrapelint.gates.bounds import shares_of
    from scrapelint.reporters import adviser
    from scrapelint.reporters.html.fitting import DEFAULT_ARTICLES
    from scrapelint.reporters.html.report import Request

    known = {file.filename: file for file in files}

    def config_of(filename: str) -> Config:
        return configs.of(known[filename]) if filename in known else configs.run

    size = DEFAULT_ARTICLES if articles is None else articles
    gates = shares_of(configs.run, registry)
    return Request(_title(paths), Examiner(config_of), adviser(registry.rules), size, gates)


def _title(paths: Sequence[str]) -> str:
    named = ["standard input" if path == STDIN else path.rstrip("/") or path for path in paths or ["."]]
    more = f" and {len(named) - MAX_NAMED} more" if len(named) > MAX_NAMED else ""
    return f"scrapelint: {', '.join(named[:MAX_NAMED])}{more}"
