"""One JSON array of all findings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scrapelint.reporters.programs.records import records
from scrapelint.text.visible import json_escaped

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.summary import Summary


class JsonArray:
    """Prints all findings as one array, indented, without keeping them."""

    def __init__(self, out: TextIO) -> None:
        """Take the stream; see `JsonLines`."""
        self._out = out
        self._encode = json.JSONEncoder(ensure_ascii=False, default=str, indent=2).encode
        self._separator = "["

    def report(self, checked: Checked) -> None:
        """Print the findings of one article."""
        for record in records(checked):
            inside = json_escaped(self._encode(record)).replace("\n", "\n  ")
            self._out.write(f"{self._separator}\n  {inside}")
            self._separator = ","

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Close the array."""
        self._out.write("[]\n" if self._separator == "[" else "\n]\n")
