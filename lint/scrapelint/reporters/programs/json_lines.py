"""One JSON object a line, as findings come."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scrapelint.reporters.programs.records import records
from scrapelint.text.visible import json_escaped

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.summary import Summary


class JsonLines:
    """Prints each finding as one line of JSON."""

    def __init__(self, out: TextIO) -> None:
        """Take the stream; it has to write what it cannot encode with backslashes, which JSON reads."""
        self._out = out
        self._encode = json.JSONEncoder(ensure_ascii=False, default=str).encode

    def report(self, checked: Checked) -> None:
        """Print the findings of one article."""
        for record in records(checked):
            self._out.write(json_escaped(self._encode(record)) + "\n")

    def close(self, summary: Summary) -> None:
        """Print nothing more."""
