"""How many findings are printed: on a terminal few of one rule in a row, and few in all."""

from __future__ import annotations

from scrapelint.reporters.summary import counted

MAX_IN_A_ROW = 3
"""Findings of one rule, one after another, of which each is shown."""
MAX_SHOWN = 80
"""Findings that a run shows; who scrolls back through more has lost the first."""


class Ration:
    """Counts the findings that are shown, and those that are not."""

    def __init__(self, *, limited: bool) -> None:
        """Start at nothing; everything is shown where nothing is limited."""
        self._limited = limited
        self._code = ""
        self._in_a_row = self._shown = self._skipped = 0
        self._told = ""
        self.left_out = 0
        """Findings that are not shown."""

    def takes(self, code: str) -> bool:
        """Tell whether the next finding, which is of this rule, is shown."""
        if code != self._code:
            self.end()
            self._code, self._in_a_row = code, 0
        self._in_a_row += 1
        if self._limited and (self._in_a_row > MAX_IN_A_ROW or self._shown >= MAX_SHOWN):
            self._skipped += 1
            self.left_out += 1
            return False
        self._shown += 1
        return True

    def end(self) -> None:
        """Have `skipped` tell what the rule found beyond what was shown."""
        if self._skipped and self._in_a_row > self._skipped:
            self._told = f"  … and {self._skipped:,} more of {self._code}"
        self._skipped = 0

    def skipped(self) -> str:
        """Return, once, how many findings of the rule before were passed over; empty for none."""
        told, self._told = self._told, ""
        return told

    @property
    def hint(self) -> str:
        """How to see the rest."""
        verb = "is" if self.left_out == 1 else "are"
        return (
            f"{counted(self.left_out, 'finding')} {verb} not shown: "
            "`--output-format concise` prints each on a line, a pipe or `-o FILE` takes all."
        )
