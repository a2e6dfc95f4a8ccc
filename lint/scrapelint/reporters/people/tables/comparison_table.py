"""A comparison as people read it: figures, tables by rule and site, and the worst articles side by side."""

from __future__ import annotations

from collections import Counter
from itertools import islice, takewhile, zip_longest
from typing import TYPE_CHECKING

from scrapelint.comparing.difference import MAX_LOST, places
from scrapelint.reporters.compared import VERDICTS, change_words, figures, limit_words, pair_words, side_words
from scrapelint.reporters.people.cells import cell_len
from scrapelint.reporters.people.terminal import Sheet, Styled, cut, wrapped
from scrapelint.reporters.summary import counted
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from scrapelint.comparing.comparison import Comparison
    from scrapelint.comparing.difference import Difference, Place
    from scrapelint.comparing.side import Known
    from scrapelint.comparing.totals import SiteTotals

MAX_ROWS = 12
"""Rules and sites that are shown; `json` has all."""
MAX_PLACES = 3
MAX_LINES = 4
"""Places of an example that are shown, and lines of a place."""
MAX_WIDTH = 120
"""Columns of the widest line, so that two texts stay near to each other."""
LABEL_CELLS = 5
"""Width of `old` and `new` with what sets them apart."""
FRAME_CELLS = 6
"""Width of what is around the two sides of a place: indent, and the bar between them."""
NARROW = 80
"""Width where the table goes to no terminal, in cells."""
MIN_NAME = 8
"""Columns that a name has in a table in any case, however narrow the terminal is."""
MAX_CODES = 6
"""Rules that are named for an example."""
SHOWN_BEFORE = 12
"""Characters that two lines have in common which are shown before they differ."""

_STYLES = {"better": "green", "worse": "red", "alike": ""}


class ComparisonTable:
    """Prints a comparison."""

    def __init__(self, out: TextIO, *, color: bool = False) -> None:
        """Take the stream; a piped one is 80 columns wide."""
        self._sheet = Sheet(out, color=color)
        self._width = min(self._sheet.width, MAX_WIDTH) if out.isatty() else NARROW

    def print(self, comparison: Comparison, names: tuple[str, str], max_worse: float) -> None:
        """Print it; `names` are those of the two sides, `max_worse` is the share of worse pairs that is let pass."""
        self._print_sides(comparison, names)
        self._print_figures(comparison.totals.all)
        self._print_rules(comparison)
        self._print_sites(comparison)
        for number, found in enumerate(comparison.worst, 1):
            self._print_example(number, found)
        self._print_verdict(comparison, max_worse)

    def _print_sides(self, comparison: Comparison, names: tuple[str, str]) -> None:
        for label, name, side in zip(("old", "new"), names, (comparison.old, comparison.new), strict=True):
            tail = f"  {side_words(side)}"
            shown = cut([(visible(name), "bold")], self._width - len(tail) - LABEL_CELLS)
            self._sheet.print((f"{label}  ", "dim"), *shown, (tail, ""))
        self._say(pair_words(comparison))

    def _print_figures(self, totals: SiteTotals) -> None:
        self._sheet.print()
        rows = [("", "old", "new", "change"), *figures(totals)]
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        for place, row in enumerate(rows):
            cells = "  ".join(f"{value:>{cells}}" for value, cells in zip(row[1:], widths[1:], strict=True))
            self._sheet.print((f"{row[0]:{widths[0]}}  {cells}", "" if place else "dim"))
        self._sheet.print()
        words = [(f"{totals.verdicts[verdict]:,} {verdict}", _STYLES[verdict]) for verdict in VERDICTS]
        self._sheet.print(*_joined(words))
        for name in ("gained", "lost"):
            self._say(f"{name:6}  {change_words(totals, name)}")

    def _print_rules(self, comparison: Comparison) -> None:
        changed = [rule for rule in comparison.totals.rules() if rule.gained or rule.lost]
        rows = [(f"{rule.code} {rule.name}", *map(_number, rule[2:])) for rule in changed[:MAX_ROWS]]
        self._print_table(("rule", "old", "new", "gained", "lost"), rows, len(changed))

    def _print_sites(self, comparison: Comparison) -> None:
        sites = list(comparison.totals.ranked_sites())
        rows = [_site_row(name, totals) for name, totals in sites[:MAX_ROWS]]
        heads = ("site", "articles", "old", "new", "better", "worse", "gained", "lost")
        self._print_table(heads, rows if len(sites) > 1 else [], len(sites))

    def _print_table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], total: int) -> None:
        if not rows:
            return
        self._sheet.print()
        columns = list(zip(heads, *rows, strict=True))
        widths = [max(map(len, column)) for column in columns[1:]]
        room = self._width - sum(widths) - 2 * len(widths)
        first = min(max(room, MIN_NAME), max(cell_len(visible(name)) for name in columns[0]))
        for place, (name, *values) in enumerate([heads, *rows]):
            cells = "".join(f"  {value:>{cells}}" for value, cells in zip(values, widths, strict=True))
            self._sheet.print((_padded(visible(name), first) + cells, "" if place else "dim"))
        if total > len(rows):
            self._sheet.print((f"{total - len(rows):,} more; `--output-format json` has all.", "dim"))

    def _print_example(self, number: int, found: Difference) -> None:
        self._sheet.print()
        old, new = found.old.score, found.new.score
        lost = f", {found.lost_share:.0%} of the article gone" if found.lost_share >= MAX_LOST else ""
        tail = f"  {old.score:.2f} -> {new.score:.2f}{lost}"
        head = f"{number}. "
        name = cut([(visible(found.new.name), "bold")], self._width - len(head) - len(tail))
        self._sheet.print((head, ""), *name, (tail, "red"))
        for label, known in (("gained", found.gained), ("lost", found.lost)):
            if known:
                self._sheet.print(*cut([(f"   {label} {_codes(known)}", "dim")], self._width))
        differing = list(places(found))
        for place in differing[:MAX_PLACES]:
            self._print_place(place)
        if len(differing) > MAX_PLACES:
            self._sheet.print((f"   … and {counted(len(differing) - MAX_PLACES, 'place')} more", "dim"))

    def _print_place(self, place: Place) -> None:
        half = (self._width - FRAME_CELLS) // 2
        for old, new in islice(zip_longest(place.old, place.new), MAX_LINES):
            start = _start(old, new)
            left, right = _side(old, start, half), _side(new, start, half)
            padding = " " * (half - sum(cell_len(text) for text, _ in left))
            self._sheet.print(("   ", ""), *left, (f"{padding} │ ", "dim"), *right)
        more = max(len(place.old), len(place.new)) - MAX_LINES
        if more > 0:
            self._sheet.print((f"   … {counted(more, 'line')} more here", "dim"))

    def _print_verdict(self, comparison: Comparison, max_worse: float) -> None:
        self._sheet.print()
        self._say(limit_words(comparison, max_worse), "red" if comparison.totals.worse_share > max_worse else "")

    def _say(self, sentence: str, style: str = "") -> None:
        for row in wrapped(sentence, self._width):
            self._sheet.print((row, style))


def _site_row(name: str, totals: SiteTotals) -> tuple[str, ...]:
    counts = (totals.verdicts["better"], totals.verdicts["worse"], totals.findings["gained"], totals.findings["lost"])
    return name, _number(totals.pairs), f"{totals.old.value:.3f}", f"{totals.new.value:.3f}", *map(_number, counts)


def _number(value: object) -> str:
    return f"{value:,}"


def _codes(findings: Iterable[Known]) -> str:
    found = Counter(f"{known.code} {known.name}" for known in findings).most_common()
    named = ", ".join(f"{name}{f' x{count}' if count > 1 else ''}" for name, count in found[:MAX_CODES])
    return f"{named}, …" if len(found) > MAX_CODES else named


def _joined(words: Sequence[Styled]) -> Iterator[Styled]:
    for place, word in enumerate(words):
        yield (", " if place else ""), ""
        yield word


def _padded(name: str, width: int) -> str:
    shown = "".join(text for text, _ in cut([(name, "")], width))
    return shown + " " * (width - cell_len(shown))


def _start(old: tuple[int, str] | None, new: tuple[int, str] | None) -> int:
    """Return from where on two lines are shown: a little before they differ."""
    pairs = zip(old[1], new[1], strict=False) if old and new else ()
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return common - SHOWN_BEFORE if common > 2 * SHOWN_BEFORE else 0


def _side(line: tuple[int, str] | None, start: int, width: int) -> list[Styled]:
    """Return a line of one side, cut to a width."""
    if line is None:
        return [("    -", "dim")]
    number, text = line
    shown = f"{'…' if start else ''}{visible(text[start : start + width])}{'…' if len(text) > start + width else ''}"
    return cut([(f"{number:>5} ", "dim"), (shown, "")], width)
