"""How often each rule found something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.reporters.people.terminal import Sheet

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.summary import Summary

_MARKS = {"safe": "[*]", "unsafe": "[~]", "": "[ ]"}


class Statistics:
    """Prints one line a rule, the most frequent first."""

    def __init__(self, out: TextIO, *, color: bool = False) -> None:
        """Take the stream, and whether it shows colours."""
        self._sheet = Sheet(out, color=color)

    def report(self, checked: Checked) -> None:
        """Print nothing yet."""

    def close(self, summary: Summary) -> None:
        """Print count, code, kind of fix and name of each rule."""
        ranked = sorted(summary.by_rule.items(), key=lambda item: (-item[1], item[0]))
        width = max((len(str(count)) for _, count in ranked), default=0)
        for (code, name, fix), count in ranked:
            self._sheet.print((f"{count:>{width}}  ", ""), (code, "bold red"), (f"  {_MARKS[fix]}  {name}", ""))
        if summary.sampled:
            self._sheet.print((summary.sampled, ""))
