"""Any text through all rules, and any edits through the fixer."""

from __future__ import annotations

import io
import json
from functools import cache
from itertools import pairwise, permutations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from fuzz.files import CONFIG, sound
from pyarrow import parquet

from scrapelint.article import Article
from scrapelint.config.values import FORMATS
from scrapelint.finding import Edit, Finding, Fix, Severity, Span
from scrapelint.fixes.edits import MAX_ROUNDS, mend, resolve
from scrapelint.fixes.patches import patched
from scrapelint.intake import Checked
from scrapelint.located import placed
from scrapelint.reporters import reporter
from scrapelint.reporters.summary import Summary
from scrapelint.runners.pipeline import installed
from scrapelint.selection import selecting

if TYPE_CHECKING:
    from scrapelint.engine.linter import Linter

FIELDS = ("title", "url", "date", "author", "language", "summary", "site", "modified", "crawled", "id")
WARM = "The ferries sail again. " * 2000
XML = ("junit", "checkstyle")
JSON = ("json", "sarif", "gitlab", "rdjson", "statistics-json")
MAX_EDITS = 6


@cache
def linter() -> Linter:
    """Return all rules, as a run has them after its first few texts."""
    made = fresh()
    made.check(Article(WARM))
    return made


def fresh() -> Linter:
    """Return all rules as they are at the start of a run."""
    return selecting.linter(CONFIG._replace(select=("ALL",)), installed())


def article(data: bytes) -> Article:
    """Return a text and its fields, between zero bytes."""
    text, *fields = (part.decode("utf-8", "surrogateescape") for part in data.split(b"\0"))
    return Article(text, "1", "a.jsonl", 1, dict(zip(FIELDS, filter(None, fields), strict=False)))


def finds(data: bytes) -> None:
    """Assert that findings lie in the text, that their fixes apply, and that nothing stays of the text before."""
    one = article(data)
    found = linter().check(one)
    for finding in found:
        sound(finding, one)
        if finding.fix:
            applies(finding, one)
    linter().check(Article(one.text[len(one.text) // 2 :], fields=dict(one.fields)))
    assert linter().check(one) == found, "it depends on the text before"
    mends(one)


def applies(finding: Finding, one: Article) -> None:
    """Assert that the edits of a fix lie in its field, apart, and change it."""
    value = one.text if finding.field == "text" else one.fields.get(finding.field)
    if not isinstance(value, str):
        return
    edits = sorted(finding.fix.edits)
    assert edits, finding
    assert all(0 <= edit.start <= edit.end <= len(value) for edit in edits), finding
    assert all(before.end <= after.start for before, after in pairwise(edits)), finding
    assert all(0 <= span.start <= span.end <= len(value) for span in finding.fix.relies_on), finding
    assert patched(value, edits) != value, finding


def mends(one: Article) -> None:
    """Assert that the hunks of mending make the mended text, and that a second time changes nothing."""
    done = mend(one, linter().check, bool)
    assert patched(one.text, done.hunks.get("text", ())) == done.article.text
    longer = mend(one, linter().check, bool, max_rounds=MAX_ROUNDS + 1)
    if longer.article == done.article:
        assert mend(done.article, linter().check, bool).article == done.article, "a second time changes more"


def agrees(data: bytes) -> None:
    """Assert that the first texts of a run, for which no automaton is built, are found the same in."""
    one = article(data)
    assert fresh().check(one) == linter().check(one)


def reports(data: bytes) -> None:
    """Assert that findings are printed in all formats, and that programs can read theirs."""
    one = article(data)
    found = Checked(one, list(placed(one, linter().check(one))))
    for name in FORMATS:
        if name == "html":
            continue
        out, summary = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", "\n", write_through=True), Summary()
        made = reporter(name, out, installed().rules)
        made.report(found)
        summary.add(found)
        made.close(summary)
        if name == "scores-parquet":
            assert parquet.read_table(io.BytesIO(out.buffer.getvalue())).num_rows <= 1
            continue
        printed = out.buffer.getvalue().decode()
        if name in XML:
            ET.fromstring(printed)
        elif name in JSON:
            json.loads(printed)


class Dice:
    """Numbers that bytes decide."""

    def __init__(self, data: bytes) -> None:
        self._bytes = iter(data)

    def below(self, limit: int) -> int:
        """Return a number from 0, less than a limit."""
        return (next(self._bytes, 0) * 256 + next(self._bytes, 0)) % limit if limit > 1 else 0

    def of(self, values: str) -> str:
        """Return one of these characters."""
        return values[self.below(len(values))]


def edits(data: bytes) -> None:
    """Assert that of any edits those are made that fit, whole or not at all, whatever their order."""
    dice = Dice(data)
    text = "".join(dice.of("ab \n\r\t.é😀\ud800\udcff") for _ in range(dice.below(30)))
    found = [_finding(dice, len(text), number) for number in range(dice.below(MAX_EDITS))]
    changes, applied = resolve(text, found)
    made = [change.edit for change in changes]
    assert all(0 <= edit.start <= edit.end <= len(text) for edit in made)
    assert all(one.end <= two.start for one, two in pairwise(made))
    assert {one.finding.code for one in applied} <= {one.code for one in found}
    assert len(text) - len(patched(text, made)) == sum(one.removed_chars for one in applied)
    for order in list(permutations(found))[:: max(1, dice.below(40))][:20]:
        assert resolve(text, order)[0] == changes, "it depends on the order"
    done = mend(Article(text), lambda now: found if now.text == text else (), bool)
    assert patched(text, done.hunks.get("text", ())) == done.article.text == patched(text, made if applied else [])


def _finding(dice: Dice, size: int, number: int) -> Finding:
    made = []
    for _ in range(1 + dice.below(3)):
        start, end = sorted((dice.below(size + 1), dice.below(size + 1)))
        made.append(Edit(start, end, ("", "", "x", " ", "\n")[dice.below(5)]))
    start, end = sorted((dice.below(size + 1), dice.below(size + 1)))
    relies_on = (Span(start, end),) if dice.below(3) == 0 else ()
    fix = Fix("mend it", tuple(made), bool(dice.below(2)), relies_on)
    return Finding(f"AAA{number:03}", "bad", Severity.WARNING, "bad", None, dice.below(10) / 10, {}, fix)
