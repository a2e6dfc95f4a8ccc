"""How precise is each rule, and each entry of its packs, on lines that people have labelled?

    python tools/measure.py news.jsonl.gz [more.jsonl.gz] [--code CRD001] [--show 20]

Each input line is a JSON object with `text` and `labels`, one character a line of the text:
`c` article, `b` page, `d` a repeat out of place, `-` and `?` not judged. Texts whose
`extractor` is `gold` are the article itself: every flag there is a false alarm.

For each code and kind of hit: lines flagged that are page (hit), lines flagged that are
article (false), precision, clean articles hit, and the confidence that the rule claims.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scrapelint import Article, Severity
from scrapelint.confidence import kind_of
from scrapelint.config.values import Config
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint import Finding

DUMPS = {"html-text", "inscriptis", "bs4-lines", "html2text"}
RESIDUE_FAMILIES = {"CMT", "NAV", "WAL", "PRO", "CRD", "REP", "LLM"}
"""Families whose findings in an article alone are counted in the last line."""
SHOWN_CHARS = 200

Record = dict[str, Any]
Key = tuple[str, str, str]
"""Code, first letter of the severity, and kind of hit."""


@dataclass
class Cell:
    """What was seen of one kind of hit."""

    right: int = 0
    wrong: int = 0
    """Lines."""
    clean: set[str] = field(default_factory=set)
    """Articles alone with such a finding of severity `warning` or worse."""
    claim: float = 0.0
    lines: set[tuple[str, str, int, str]] = field(default_factory=set)
    """Label, id, row and line of what is to be shown."""

    def line(self, key: Key) -> str:
        """Return the row of the table."""
        precision = f"{self.right / (self.right + self.wrong):.3f}" if self.right + self.wrong else "-"
        figures = f"{self.right:6} {self.wrong:6} {precision:>6} {self.claim:6.2f} {len(self.clean):6}"
        return f"{key[0]}{key[1]} {figures}  {key[2]}".rstrip()


class Table:
    """What was seen of each kind of hit, and how many articles alone there were."""

    def __init__(self, shown: str) -> None:
        """Take the labels of lines to keep for showing."""
        self._shown = shown
        self._cells: defaultdict[Key, Cell] = defaultdict(Cell)
        self._clean = self._clean_hit = 0

    def add(self, record: Record, findings: Iterable[Finding]) -> None:
        """Count what was found in one text."""
        is_clean = group_of(record) == "gold"
        families = {self._count(record, finding, is_clean=is_clean) for finding in findings}
        self._clean += is_clean
        self._clean_hit += is_clean and not families.isdisjoint(RESIDUE_FAMILIES)

    def _count(self, record: Record, finding: Finding, *, is_clean: bool) -> str:
        """Count one finding; return its family where it is a false alarm in an article alone."""
        cell = self._cells[finding.code, finding.severity.label[0], kind_of(finding)]
        cell.claim = finding.confidence
        lines, family = record["text"].split("\n"), ""
        for row in rows_of(finding, record["text"]):
            label = record["labels"][row]
            cell.right += label in "bd" and not is_clean
            cell.wrong += label == "c" and not is_clean
            if label == "c" and is_clean and finding.severity >= Severity.WARNING:
                cell.clean.add(record["id"])
                family = finding.code[:3]
            if label in self._shown:
                cell.lines.add((label, record["id"], row + 1, lines[row].strip()[:SHOWN_CHARS]))
        return family

    def printed(self, show: int) -> Iterator[str]:
        """Yield the lines of the table, with so many lines of the texts below each kind."""
        yield f"{'code':7} {'hit':>6} {'false':>6} {'prec':>6} {'claim':>6} {'clean':>6}  kind"
        for key, cell in sorted(self._cells.items(), key=lambda item: item[0]):
            yield cell.line(key)
            for label, where, row, line in sorted(cell.lines, key=lambda one: (one[3], one[1]))[:show]:
                yield f"        {label} {where}:{row}: {line}"
        yield f"clean articles hit at warning and above: {self._clean_hit} of {self._clean}"


def records(paths: Iterable[str], every: int) -> Iterator[Record]:
    """Yield every Nth labelled record of these files."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number % every == 0:
                    yield json.loads(line)


def group_of(record: Record) -> str:
    """Return `gold`, `dump` or `article`."""
    return "gold" if record["extractor"] == "gold" else "dump" if record["extractor"] in DUMPS else "article"


def rows_of(finding: Finding, text: str) -> range:
    """Return the rows that a finding touches, from 0; none for one without a place."""
    if finding.span is None:
        return range(0)
    first = text.count("\n", 0, finding.span.start)
    last = text.count("\n", 0, max(finding.span.start, finding.span.end - 1))
    return range(first, last + 1)


def main() -> None:
    """Run the default rules and print the figures."""
    args = _arguments()
    lint = linter(Config(), discover())
    table = Table(("cbd" if args.hits else "c") if args.show else "")
    for record in records(args.files, args.every):
        if _is_wanted(record, args):
            found = lint.check(Article(record["text"], id=record["id"]))
            wanted = (one for one in found if one.code.startswith(args.code) and kind_of(one).startswith(args.kind))
            table.add(record, wanted)
    print("\n".join(table.printed(args.show)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--group", choices=["article", "dump", "gold", "any"], default="article")
    parser.add_argument("--code", default="", help="only codes that begin so")
    parser.add_argument("--kind", default="", help="only kinds that begin so")
    parser.add_argument("--show", type=int, default=0, help="print this many false lines of each kind")
    parser.add_argument("--hits", action="store_true", help="print right lines too")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--lang", default="")
    return parser.parse_args()


def _is_wanted(record: Record, args: argparse.Namespace) -> bool:
    is_of_group = args.group == "any" or group_of(record) in (args.group, "gold")
    return is_of_group and (not args.lang or record["lang"] == args.lang)


if __name__ == "__main__":
    main()
