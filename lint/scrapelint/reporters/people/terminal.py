"""The terminal, as rich sees it; without colours rich is not even imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.finding import Severity
from scrapelint.reporters.people.cells import cell_len, measure_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from rich.console import Console

Styled = tuple[str, str]
"""A piece of a line, and its style as rich names it."""

PIPED_WIDTH = 100
"""Columns where there is no terminal to ask."""
MIN_WIDTH = 20
"""Columns that a terminal is taken to have at least: rows that are laid out for fewer say nothing."""

SEVERITY_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "bright_blue"}


def console_on(out: TextIO, *, color: bool) -> Console:
    """Return a console that prints text as it is, with colours only where told."""
    from rich.console import Console

    width = None if out.isatty() else PIPED_WIDTH
    return Console(
        file=out, width=width, force_terminal=color, no_color=not color, color_system="standard" if color else None,
        highlight=False, markup=False, emoji=False,
    )  # fmt: skip


class Sheet:
    """Prints lines made of styled pieces, in colours only where told."""

    def __init__(self, out: TextIO, *, color: bool) -> None:
        """Take the stream; a piped one is as wide as `PIPED_WIDTH`."""
        self._on_terminal = out.isatty()
        self.width = _terminal_width() if self._on_terminal else PIPED_WIDTH
        self._out = out
        self._console = console_on(out, color=True) if color else None

    def print(self, *pieces: Styled) -> None:
        """Print one line, without white space at its end."""
        if self._console is None:
            self._out.write("".join(text for text, _ in pieces).rstrip() + "\n")
            return
        from rich.text import Text

        line = Text.assemble(*pieces)
        line.rstrip()
        self._console.print(line, soft_wrap=True)

    def close(self, sentence: str, style: str = "") -> None:
        """Print what a run came to, broken between words where a terminal is narrower; others get it in one piece."""
        for line in sentence.split("\n"):
            for part in _wrapped(line, self.width) if self._on_terminal else [line]:
                self.print((part, style))


def _wrapped(line: str, width: int) -> list[str]:
    import textwrap  # a hook has no terminal

    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [line]


def _terminal_width() -> int:
    import shutil  # brings four kinds of compression along, and a hook has no terminal

    return max(MIN_WIDTH, shutil.get_terminal_size().columns)


def cut(pieces: list[Styled], width: int) -> list[Styled]:
    """Return the pieces that fit into a width in cells, with an ellipsis where some do not.

    A width below 1 has room for the ellipsis all the same.
    """
    if sum(cell_len(text) for text, _ in pieces) <= width:
        return pieces
    room, kept = max(0, width - 1), list[Styled]()
    for text, style in pieces:
        fitting = text
        while cell_len(fitting) > room:
            fitting = fitting[:-1]
        kept.append((fitting, style))
        room -= cell_len(fitting)
        if fitting != text:
            break
    return [*kept, ("…", "")]


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield a text in lines of at most so many cells, broken at spaces where there are any."""
    line, cells = "", measure_of(text)
    for word in _words(text, width, cells):
        joined = f"{line} {word}" if line else word
        if cells(joined) > width:
            yield line
            joined = word
        line = joined
    yield line


def _words(text: str, width: int, cells: Callable[[str], int]) -> Iterator[str]:
    """Yield the words of a text, those too long for a line in pieces."""
    for word in text.split(" "):
        rest = word
        while cells(rest) > width:
            end = next(end for end in range(len(rest), 0, -1) if cells(rest[:end]) <= width or end == 1)
            yield rest[:end]
            rest = rest[end:]
        yield rest
