"""Fixes that somebody decides on, one after the other, in all rounds of mending an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from scrapelint.finding import Span
from scrapelint.fixes.edits import Mended, field_value, mend, resolve
from scrapelint.fixes.premises import moved
from scrapelint.located import named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.finding import Edit, Finding
    from scrapelint.fixes.bounds import Over
    from scrapelint.fixes.edits import Fixed
    from scrapelint.fixes.patches import Change
    from scrapelint.fixes.premises import Premise


class Question(NamedTuple):
    """Fixes that are applied as one: a single one, or several that overlap."""

    article: Article
    """As it is now."""
    field: str
    findings: Sequence[Finding]
    """In the order of their places; at least one."""
    number: int
    """Which of the questions about the article that can be told already, from 1."""
    total: int

    @property
    def before(self) -> str:
        """The field as it is."""
        return field_value(self.article, self.field) or ""

    @property
    def edits(self) -> list[Edit]:
        """What is done to the field where the answer is yes, in order and apart."""
        return [change.edit for change in resolve(self.before, self.findings)[0]]


class Verdict(NamedTuple):
    """An answer."""

    takes: bool = False
    splits: bool = False
    """Whether each of several findings is to be asked about by itself."""
    reason: str = ""
    """Why the findings are right as they are, where they are to be accepted."""


class Decider(Protocol):
    """Whoever decides on fixes."""

    @property
    def is_done(self) -> bool:
        """Whether nothing is to be asked any more."""

    def decide(self, question: Question) -> Verdict:
        """Answer a question."""

    def leave(self, article: Article, over: Over) -> None:
        """Take note of an article that is left as it is, without a question, since it would lose too much."""

    def accept(self, article: Article, findings: Iterable[tuple[Finding, str]]) -> None:
        """Take the findings of an article, as it is after mending, that are to be accepted, each with the reason."""


def mend_by_choice(
    article: Article,
    check: Callable[[Article], Sequence[Finding]],
    wanted: Callable[[Finding], bool],
    max_removed: float,
    decider: Decider,
) -> Mended:
    """Return the article with those fixes that are chosen; only what `mend` would apply is asked about.

    Once nothing is asked any more, an article is not even checked.
    """
    if decider.is_done:
        return Mended(article, {}, (), ())
    all_fixes = mend(article, check, wanted, max_removed)
    if all_fixes.over:
        decider.leave(article, all_fixes.over)
    if not all_fixes.fixed:
        return all_fixes
    choice = _Choice(decider)
    mended = mend(article, check, wanted, resolving=choice)
    decider.accept(mended.article, choice.accepted(mended))
    return mended


class _Passed(NamedTuple):
    """A fix that is not wanted, and where it would be applied."""

    code: str
    span: Span
    reason: str


class _Choice:
    """What was decided on the fixes of one article, in places of the article as it is now."""

    def __init__(self, decider: Decider) -> None:
        self._decider = decider
        self._passed: dict[str, list[_Passed]] = {}

    def resolve(
        self, article: Article, field: str, findings: Sequence[Finding], kept: Iterable[Premise]
    ) -> tuple[list[Change], list[Fixed]]:
        """Return the edits that are chosen; where one is not, what gave way to it is asked about in its place."""
        value, kept = field_value(article, field) or "", list(kept)
        left = [finding for finding in findings if not any(self._about(article, finding))]
        taken: set[int] = set()
        while True:
            changes, applied = resolve(value, left, kept, taken)
            new = [fixed.finding for fixed in applied if id(fixed.finding) not in taken]
            if not new:
                return changes, applied
            chosen = self._asked(article, field, new)
            taken |= chosen
            passed = {id(finding) for finding in new} - chosen
            left = [finding for finding in left if id(finding) not in passed]

    def moved(self, field: str, edits: Sequence[Edit]) -> None:
        """Take note of what was done to a field."""
        known = self._passed.get(field, [])
        spans = moved([passed.span for passed in known], edits)
        self._passed[field] = [passed._replace(span=span) for passed, span in zip(known, spans, strict=True)]

    def accepted(self, mended: Mended) -> Iterator[tuple[Finding, str]]:
        """Yield the findings to accept, which have their fingerprints, and why."""
        for finding in named(mended.article, mended.left):
            if reason := next((passed.reason for passed in self._about(mended.article, finding) if passed.reason), ""):
                yield finding, reason

    def _asked(self, article: Article, field: str, findings: Sequence[Finding]) -> set[int]:
        """Ask about fixes; return the `id` of the findings whose fixes are chosen."""
        groups = _overlapping(field_value(article, field) or "", findings)
        chosen: set[int] = set()
        for number, group in enumerate(groups, 1):
            chosen |= self._decided(Question(article, field, group, number, len(groups)))
        return chosen

    def _decided(self, question: Question) -> set[int]:
        verdict = self._decider.decide(question)
        if verdict.takes:
            return set(map(id, question.findings))
        if verdict.splits:
            return {taken for one in question.findings for taken in self._decided(question._replace(findings=[one]))}
        passed = [_Passed(one.code, _reach(question.before, one), verdict.reason) for one in question.findings]
        self._passed.setdefault(question.field, []).extend(passed)
        return set()

    def _about(self, article: Article, finding: Finding) -> Iterator[_Passed]:
        """Yield what was decided against the fix of a finding."""
        known = [passed for passed in self._passed.get(finding.field, ()) if passed.code == finding.code]
        reach = _reach(field_value(article, finding.field) or "", finding) if known else Span(0, 0)
        return (passed for passed in known if _overlap(passed.span, reach))


def _overlapping(text: str, findings: Sequence[Finding]) -> list[list[Finding]]:
    """Return the findings in groups whose fixes change the same place, in the order of their first places.

    White space between two lines, which goes with either of them, is no such place.
    """
    groups: list[tuple[list[Span], list[Finding]]] = []
    for finding in findings:
        places = [_core(text, edit) for edit in finding.fix.edits] if finding.fix else []
        near = [group for group in groups if any(_overlap(one, other) for one in places for other in group[0])]
        groups = [group for group in groups if group not in near]
        joined = [place for group in near for place in group[0]], [known for group in near for known in group[1]]
        groups.append(([*joined[0], *places], [*joined[1], finding]))
    ordered = sorted(groups, key=lambda group: min(group[0]))
    return [sorted(group, key=lambda finding: _reach(text, finding)) for _, group in ordered]


def _core(text: str, edit: Edit) -> Span:
    """Return what an edit replaces, without the white space around it."""
    replaced = text[edit.start : edit.end]
    if not replaced.strip():
        return Span(edit.start, edit.end)
    start = edit.start + len(replaced) - len(replaced.lstrip())
    return Span(start, start + len(replaced.strip()))


def _reach(text: str, finding: Finding) -> Span:
    """Return the place from the first to the last edit of a finding's fix; of one without a fix its own."""
    cores = [_core(text, edit) for edit in finding.fix.edits] if finding.fix else []
    if not cores:
        return finding.span or Span(0, 0)
    return Span(min(core.start for core in cores), max(core.end for core in cores))


def _overlap(one: Span, other: Span) -> bool:
    return one == other or (one.start < other.end and other.start < one.end)
