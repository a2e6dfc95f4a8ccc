"""Findings applied to an article: of fixes that conflict the surer, again and again until nothing is left to mend."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, Protocol

from scrapelint.finding import Edit
from scrapelint.fixes.bounds import Over, lost_share
from scrapelint.fixes.labels import Removals, strands_body
from scrapelint.fixes.patches import Change, composed, patched
from scrapelint.fixes.premises import Premise, Premises, takes
from scrapelint.text.lines import removal
from scrapelint.text.surrogates import SURROGATE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from scrapelint.article import Article
    from scrapelint.finding import Finding, Fix, Span
    from scrapelint.fixes.patches import Hunk

MAX_ROUNDS = 12
"""How often a text that was mended is checked again; three are the most that the development data needs."""

_HALVES = re.compile("[\ud800-\udfff]{2}")


class Fixed(NamedTuple):
    """A finding whose fix was applied."""

    finding: Finding
    removed_chars: int
    """How many code points the text lost by it; negative where it grew, 0 where another fix took them already."""


class Mended(NamedTuple):
    """An article after mending."""

    article: Article
    hunks: Mapping[str, Sequence[Hunk]]
    """What was done to the text and to other fields, by our names, in places of the original."""
    fixed: Sequence[Fixed]
    left: Sequence[Finding]
    """What is found in the article as it is now."""
    over: Over | None = None
    """Why it is left as it is, where it would have lost too much."""


class Resolving(Protocol):
    """What says which fixes of an article go in, round by round."""

    def resolve(
        self, article: Article, field: str, findings: Sequence[Finding], kept: Iterable[Premise]
    ) -> tuple[list[Change], list[Fixed]]:
        """Return the edits to make in a field, as `resolve` does it."""

    def moved(self, field: str, edits: Sequence[Edit]) -> None:
        """Take note of what was done to a field."""


def mend(
    article: Article,
    check: Callable[[Article], Sequence[Finding]],
    wanted: Callable[[Finding], bool],
    max_removed: float = 1.0,
    max_rounds: int = MAX_ROUNDS,
    resolving: Resolving | None = None,
) -> Mended:
    """Return the article with the fixes of all wanted findings, checked anew after each round of fixes.

    What a fix relies on stays in all later rounds, unless what went for it goes too. A text that would
    lose more than `max_removed` of its paragraphs is left as it is. `resolving` says which of the fixes that
    could go in do; all of them where it is left out.

    Fields other than the text are mended where they are strings. A fix that would put something else in
    the place of bytes that could not be decoded, or join two of them, is left out.
    """
    mending = _Mending(article, resolving or _All())
    found = first = check(article)
    for _ in range(max_rounds):
        if not mending.round(_by_field(found, wanted)):
            break
        found = check(mending.article)
    # Asked of the end alone: rounds that each take little may take most of a text together.
    hunks, fixed = mending.hunks, mending.fixed
    share = lost_share(article.text, mending.article.text, hunks["text"]) if "text" in hunks else 0.0
    if share > max_removed:
        return Mended(article, {}, (), first, Over(share, [one.finding for one in fixed]))
    return Mended(mending.article, {field: known for field, known in hunks.items() if known}, fixed, found)


class _Mending:
    """An article on its way through the rounds of mending."""

    def __init__(self, original: Article, resolving: Resolving) -> None:
        self.article = original
        """As it is after the last round."""
        self.hunks: dict[str, Sequence[Hunk]] = {}
        """What was done to each field, in places of the original."""
        self.fixed: list[Fixed] = []
        self._original = original
        self._resolving = resolving
        self._kept: dict[str, Premises] = {}
        """By field, what fixes rely on."""

    def round(self, found: Mapping[str, Sequence[Finding]]) -> bool:
        """Apply the fixes of what was found in each field; return whether any went in."""
        before, done = self.article, list[Fixed]()
        for field, findings in found.items():
            value = field_value(before, field)
            if value is not None:
                done += self._fix(before, field, value, findings)
        self.fixed += done
        return bool(done)

    def _fix(self, before: Article, field: str, value: str, findings: Sequence[Finding]) -> list[Fixed]:
        """Apply the fixes of what was found in a field; return those that went in."""
        changes, applied = self._resolving.resolve(before, field, findings, self._kept.get(field, ()))
        edits = [change.edit for change in changes]
        mended = patched(value, edits)
        if mended == value or not applied:
            return []
        self.article = _with_field(self.article, field, mended)
        self.hunks[field] = composed(field_value(self._original, field) or "", self.hunks.get(field, ()), changes)
        premises = Premises(self._kept.get(field, ()))
        for fix in [one.finding.fix for one in applied if one.finding.fix]:
            premises.add(fix)
        self._kept[field] = premises.moved(edits)
        self._resolving.moved(field, edits)
        return applied


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """Return the text with these fixes, the first of those that conflict."""
    changes = _Changes(text)
    for fix in sorted(fixes, key=lambda fix: fix.edits[0]):
        changes.add(fix)
    return patched(text, [change.edit for change in changes.all])


def resolve(
    text: str, findings: Iterable[Finding], kept: Iterable[Premise] = (), first: Collection[int] = ()
) -> tuple[list[Change], list[Fixed]]:
    """Return the edits to make, in order and apart, and the findings that they mend.

    A fix goes in whole or not at all: one that overlaps a surer one's is left out, unless both only
    take something out, or it takes out the whole place that the surer one mends. Of two as sure a
    safe fix goes before an unsafe one, then the first in the text. Nothing takes out what an earlier
    fix relies on, nor what is in `kept`, but with all that went for it; the order of the findings is of
    no account. Findings whose `id` is among the `first` go before all others. A label stays where all
    that it announces does.
    """
    changes = _Changes(text, kept)
    fixed = []
    findings = list(findings)
    removals = Removals(edit for finding in findings if finding.fix for edit in finding.fix.edits)
    for finding in sorted(findings, key=lambda finding: (id(finding) not in first, *_sureness(finding))):
        if finding.fix is None or not _keeps_bytes(text, finding.fix):
            continue
        if id(finding) not in first and strands_body(text, finding.fix, removals):
            continue
        before = changes.removed_chars
        if changes.add(finding.fix, finding.code):
            fixed.append(Fixed(finding, changes.removed_chars - before))
    return changes.all, fixed


def field_value(article: Article, field: str) -> str | None:
    """Return what the edits of a finding about this field count in; None where that is no string."""
    value = article.text if field == "text" else article.fields.get(field)
    return value if isinstance(value, str) else None


class _All:
    """Lets all fixes go in that can."""

    def resolve(
        self, article: Article, field: str, findings: Sequence[Finding], kept: Iterable[Premise]
    ) -> tuple[list[Change], list[Fixed]]:
        return resolve(field_value(article, field) or "", findings, kept)

    def moved(self, field: str, edits: Sequence[Edit]) -> None:
        pass


class _Changes:
    """Edits of one text, none overlapping, in order."""

    def __init__(self, text: str, kept: Iterable[Premise] = ()) -> None:
        self.all: list[Change] = []
        self._kept = Premises(kept)
        self.removed_chars = 0
        self._text = text

    def add(self, fix: Fix, code: str = "") -> bool:
        """Add the edits of a fix; False where one of them conflicts, and then none is added."""
        edits = sorted(set(fix.edits))
        if any(_conflict(one, other) for one, other in pairwise(edits)) or not self._sound(edits):
            return False
        if self._breaks_premise(edits, fix.relies_on):
            return False
        before = (list(self.all), self.removed_chars) if len(edits) > 1 else None
        for edit in edits:
            change = self._joined(Change(edit, (code,) if code else ()))
            if change is None or self._makes_letters(change.edit):
                if before:
                    self.all, self.removed_chars = before
                return False
            self._put(change)
        self._kept.add(fix)
        return True

    def _breaks_premise(self, edits: Iterable[Edit], premises: Iterable[Span]) -> bool:
        """Tell whether edits take out what another fix relies on, or their own fix relies on what is taken out."""
        if any(self._kept.forbid(edit) for edit in edits):
            return True
        return any(takes(other.edit, span) for span in premises for other in self._near(Edit(*span)))

    def _makes_letters(self, edit: Edit) -> bool:
        """Tell whether halves of letters would meet: bytes that could not be decoded may be one together."""
        around = self._text[max(0, edit.start - 1) : edit.start] + edit.content + self._text[edit.end : edit.end + 1]
        return edit.end > edit.start and bool(_HALVES.fullmatch(around))

    def _sound(self, edits: Iterable[Edit]) -> bool:
        return all(0 <= edit.start <= edit.end <= len(self._text) for edit in edits)

    def _joined(self, change: Change) -> Change | None:
        """Return the change that stands for this one and all that it overlaps; None where they conflict."""
        edit, codes = change
        while rivals := [other for other in self._near(edit) if _touch(edit, other.edit)]:
            codes = tuple(sorted({*codes, *(code for other in rivals for code in other.codes)}))
            if all(other.edit == edit for other in rivals):
                return Change(edit, codes)
            if any(_conflict(edit, other.edit) and not _swallows(edit, other.edit) for other in rivals):
                return None
            wider = _union(self._text, [edit, *(other.edit for other in rivals)])
            if wider == edit:
                break
            edit = wider
        return Change(edit, codes)

    def _put(self, change: Change) -> None:
        first, last = self._range(change.edit)
        kept = [other for other in self.all[first:last] if not _touch(change.edit, other.edit)]
        self.removed_chars += _loss(change.edit) - sum(_loss(other.edit) for other in self.all[first:last])
        self.removed_chars += sum(_loss(other.edit) for other in kept)
        self.all[first:last] = sorted([*kept, change])

    def _near(self, edit: Edit) -> list[Change]:
        first, last = self._range(edit)
        return self.all[first:last]

    def _range(self, edit: Edit) -> tuple[int, int]:
        """Return which changes an edit may touch: those that start in it, and the one before."""
        first = bisect_left(self.all, Change(Edit(edit.start, -1)))
        return max(0, first - 1), bisect_left(self.all, Change(Edit(edit.end + 1, -1)), lo=first)


def _by_field(found: Iterable[Finding], wanted: Callable[[Finding], bool]) -> dict[str, list[Finding]]:
    chosen: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.fix and finding.fix.edits and wanted(finding):
            chosen.setdefault(finding.field, []).append(finding)
    return chosen


def _with_field(article: Article, field: str, value: str) -> Article:
    if field == "text":
        return article._replace(text=value)
    return article._replace(fields={**article.fields, field: value})


def _sureness(finding: Finding) -> tuple[float, bool, tuple[Edit, ...], str]:
    fix = finding.fix
    return -finding.confidence, not (fix and fix.safe), fix.edits if fix else (), finding.code


def _keeps_bytes(text: str, fix: Fix) -> bool:
    return not any(edit.content and SURROGATE.search(text, edit.start, edit.end) for edit in fix.edits)


def _union(text: str, removals: list[Edit]) -> Edit:
    """Return one removal in place of several that overlap; whole lines leave no blank lines over."""
    start, end = min(edit.start for edit in removals), max(edit.end for edit in removals)
    content = text[start:end]
    first, last = end - len(content.lstrip()), start + len(content.rstrip())
    if first >= last:
        return Edit(start, end)
    above, below = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    below = len(text) if below < 0 else below
    # Nothing of its rows is left, so their breaks go too; a part of a row leaves what is beside it.
    if not text[above:first].strip() and not text[last:below].strip():
        return removal(text, first, last)
    if end == below:
        start = above + len(text[above:start].rstrip())
    return Edit(start, end)


def _conflict(one: Edit, other: Edit) -> bool:
    return _touch(one, other) and bool(one.content or other.content) and one != other


def _swallows(one: Edit, other: Edit) -> bool:
    """Tell whether an edit takes out all of a place where another only writes something anew."""
    return not one.content and one.start <= other.start < other.end <= one.end


def _touch(one: Edit, other: Edit) -> bool:
    """Tell whether two edits overlap; removals that only meet count too, for their blank lines."""
    if (not one.content and not other.content) or one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def _loss(edit: Edit) -> int:
    return edit.end - edit.start - len(edit.content)
