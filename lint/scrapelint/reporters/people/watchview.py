"""What `check --watch` shows: the findings as they are now, those of the files that changed first."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.located import locate
from scrapelint.reporters.people.concise import address, fix_mark
from scrapelint.reporters.people.terminal import SEVERITY_STYLES, console_on
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from rich.text import Text

    from scrapelint.intake import Checked

HEAD_LINES = 3
"""The title, what changed, and a blank line."""
FOOT_LINES = 3
"""What is left out, a blank line, and one that stays free for the cursor; the summary comes on top."""
SHOWN_FILES = 3
"""Names of changed files that the view has room for."""


class View(NamedTuple):
    """The state of the files."""

    articles: tuple[Checked, ...] = ()
    """Those with findings, of changed files first."""
    sentence: str = ""
    changed: tuple[str, ...] = ()
    error: str = ""
    """What keeps the files from being checked, such as a wrong configuration."""


@contextmanager
def drawing(out: TextIO, *, color: bool) -> Iterator[Callable[[View], None]]:
    """Open the terminal for views, each in the place of the one before; where there is none, each below the other."""
    console = console_on(out, color=color)
    if not out.isatty():
        yield lambda view: console.print(rendered(view, None), soft_wrap=True)
        return
    from rich.live import Live

    with Live(console=console, screen=True, auto_refresh=False) as live:
        yield lambda view: live.update(rendered(view, console.height), refresh=True)


def rendered(view: View, height: int | None) -> Text:
    """Return a view as lines, as many as fit into a height."""
    from rich.text import Text

    lines = [] if view.error else list(_lines(view))
    sentence = Text(visible_lines(view.error), "bold red") if view.error else Text(view.sentence, "bold")
    room = len(lines) if height is None else max(0, height - HEAD_LINES - FOOT_LINES - sentence.plain.count("\n") - 1)
    more = [Text(f"… {len(lines) - room:,} more", "dim")] if len(lines) > room else []
    blank = [Text("")] if lines else []
    shown = Text("\n").join([*_head(view), *lines[:room], *more, *blank, sentence])
    shown.no_wrap, shown.overflow = height is not None, "ellipsis"
    return shown


def visible_lines(text: str) -> str:
    """Return a text of several lines made safe to print."""
    return "\n".join(map(visible, text.split("\n")))


def _head(view: View) -> Iterator[Text]:
    from rich.text import Text

    yield Text.assemble(("scrapelint", "bold"), (f"  {time.strftime('%H:%M:%S')}  Ctrl-C ends", "dim"))
    names = [visible(name) for name in view.changed[:SHOWN_FILES]]
    more = len(view.changed) - len(names)
    if names:
        yield Text(f"checked {', '.join(names)}{f' and {more:,} more' if more else ''}", "dim")
    yield Text("")


def _lines(view: View) -> Iterator[Text]:
    from rich.text import Text

    for checked in view.articles:
        for located in locate(checked.article, checked.findings):
            finding = located.finding
            yield Text.assemble(
                (address(checked.article, located), "bold"), ": ",
                (f"{finding.severity.label} {finding.code}", f"bold {SEVERITY_STYLES[finding.severity]}"),
                f" {fix_mark(located)}{visible(finding.message)}",
            )  # fmt: skip
