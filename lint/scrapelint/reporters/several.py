"""Several reporters as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.intake import Checked
    from scrapelint.reporters import Reporter
    from scrapelint.reporters.summary import Summary


class Several:
    """Hands each article to every reporter."""

    def __init__(self, reporters: Sequence[Reporter]) -> None:
        """Take the reporters, in the order in which they print."""
        self._reporters = reporters

    def report(self, checked: Checked) -> None:
        """Report the findings of one article in every format."""
        for reporter in self._reporters:
            reporter.report(checked)

    def close(self, summary: Summary) -> None:
        """Close every reporter."""
        for reporter in self._reporters:
            reporter.close(summary)
