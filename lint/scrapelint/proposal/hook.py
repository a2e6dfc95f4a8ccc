"""The lines by which pre-commit runs scrapelint on the articles of a folder."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from scrapelint.resources.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.proposal.survey import Place

MAX_FOLDERS = 10
"""Folders that are named; where there are more, all are meant."""

_LINES = """\
repos:
  - repo: https://github.com/scrapelint/scrapelint
    rev: v{version}
    hooks:
      - id: scrapelint-fix  # mends what can be mended safely
        files: {files}
      - id: scrapelint  # stops the commit where a gate fails
        files: {files}
"""


def pre_commit(places: Iterable[Place], folder: str) -> str:
    """Return the content of a `.pre-commit-config.yaml` for files of these kinds below a folder of the repository.

    The path of the folder is from the repository's own, with slashes; empty where it is that.
    """
    return _LINES.format(version=__version__, files=_quoted(_pattern(list(places), f"{folder}/" if folder else "")))


def _pattern(places: list[Place], folder: str) -> str:
    """Return a regular expression of paths: of the kinds of file that are there, where they are."""
    tops = sorted({place.top for place in places})
    ending = _either({re.escape(place.ending) for place in places} - {""}) + "$"
    if "" in tops or len(tops) > MAX_FOLDERS:
        return f"^{re.escape(folder)}.*{ending}" if folder else ending
    return f"^{re.escape(folder)}{_either(map(re.escape, tops))}/.*{ending}"


def _either(patterns: Iterable[str]) -> str:
    several = sorted(patterns)
    return several[0] if len(several) == 1 else f"({'|'.join(several)})"


def _quoted(pattern: str) -> str:
    """Return a pattern as YAML writes it."""
    return f"'{pattern}'" if "'" not in pattern and pattern.isprintable() else json.dumps(pattern)
