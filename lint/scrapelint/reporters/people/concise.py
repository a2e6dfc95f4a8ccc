"""One line a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.finding import Severity
from scrapelint.located import locate
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.article import Article
    from scrapelint.intake import Checked
    from scrapelint.located import Located
    from scrapelint.reporters.summary import Summary

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;94"}


class Concise:
    """Prints `file:row:column: severity CODE message`, with `[*]` for a safe fix and `[~]` for an unsafe one."""

    def __init__(self, out: TextIO, *, color: bool = False, quiet: bool = False) -> None:
        """Take the stream, and whether it shows colours and the summary."""
        self._out = out
        self._color = color
        self._quiet = quiet

    def report(self, checked: Checked) -> None:
        """Print the findings of one article."""
        for located in locate(checked.article, checked.findings):
            self._out.write(self._line(checked.article, located) + "\n")

    def close(self, summary: Summary) -> None:
        """Print the summary."""
        if not self._quiet:
            self._out.write(summary.sentence + "\n")

    def _line(self, article: Article, located: Located) -> str:
        finding = located.finding
        kind = self._painted(f"{finding.severity.label} {finding.code}", _COLORS[finding.severity])
        return f"{self._painted(address(article, located), '1')}: {kind} {fix_mark(located)}{visible(finding.message)}"

    def _painted(self, text: str, color: str) -> str:
        return f"\033[{color}m{text}\033[0m" if self._color else text


def address(article: Article, located: Located) -> str:
    """Return `file:row:column`, `file:record:row:column` for a record, and the field where it is not the text."""
    parts = [visible(article.filename)]
    if article.record is not None:
        parts.append(str(article.record))
    if located.start:
        parts += [str(located.start.row), str(located.start.column)]
    elif located.finding.field:
        parts.append(visible(located.finding.field))
    return ":".join(parts)


def fix_mark(located: Located) -> str:
    """Return `[*] ` for a finding with a safe fix, `[~] ` for an unsafe one."""
    fix = located.finding.fix
    return "" if fix is None else "[*] " if fix.safe else "[~] "
