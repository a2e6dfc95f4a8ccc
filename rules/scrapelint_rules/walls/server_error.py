"""WAL006 server-error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, LinePattern, Severity, excerpt
from scrapelint_rules.walls._shared.short_page import ShortPageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_TRACE = LinePattern(
    r"Traceback \(most recent call last\)|Fatal error: (?:Uncaught|Allowed memory)|Stack trace:\s*$|^\s*at [\w.$]+\([\w.]+:\d+\)"
    r"|You have an error in your SQL syntax|Warning: \w+\(\)[:\[]|SQLSTATE\[\w+\]|ORA-\d{5}:|Uncaught (?:Type|Reference|Syntax)Error",
    (
        "traceback (most recent",
        "fatal error:",
        "stack trace:",
        "your sql syntax",
        "warning: ",
        "sqlstate[",
        "ora-",
        "uncaught ",
        ".java:",
    ),
)
"""What programs print when they fail; no journalist writes it, so it counts in a text of any length."""


class ServerError(ShortPageRule):
    """An error of the server, a failed program or a parked domain.

    Why it matters: the record holds an error, not an article.

    What to do: drop the record and fetch the page again.
    """

    code, name, severity = "WAL006", "server-error", Severity.ERROR
    packs = ("server-error",)
    patterns = (_TRACE,)
    what = "error of a server"
    needs_wording = True
    examples = (
        Bad("⟦502 Bad Gateway⟧\n\nnginx"),
        Bad("Talks ended on Friday.\n\n⟦Fatal error: Uncaught Error: Call to undefined function get_header()⟧"),
        Bad('⟦Traceback (most recent call last):⟧\n  File "app.py", line 3'),
        Good("The gateway to the valley was in bad repair, and 502 people signed the letter.", why="prose"),
        Good("Police warned drivers: fog ahead.", why="prose"),
        Good("It was a fatal error of judgment, the report found.", why="prose"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield what programs printed, wherever it is, and the wording of error pages."""
        traces = {line.index: (line, match) for line, match in doc.matches(_TRACE)}
        for line, match in traces.values():
            about = f'printed by a program that failed: "{excerpt(match.group())}"'
            yield self.finding(about, line.span, confidence=0.95, evidence={"kind": "trace"})
        for hit in self.best_hits(doc):
            if hit.line.index not in traces:
                yield self.on_hit(doc, hit)
