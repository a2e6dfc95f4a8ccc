"""What `clean` says at its end: how many records, what each rule took out, what was left, a sample."""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.cleaning.data_set import removed_by_rule
from scrapelint.commands.shared.console import warn
from scrapelint.readers.faults import RecordWithoutText
from scrapelint.reporters.summary import counted
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from scrapelint.article import Article
    from scrapelint.cleaning.data_set import Cleaned
    from scrapelint.finding import Finding
    from scrapelint.fixes.bounds import Over

MAX_NAMED = 100
"""Records that are named, broken ones and those over the bound; of more only the number is told."""
SEED = 0
"""So that the same run shows the same sample."""

_SUMS = ("records", "mended", "dropped", "broken", "kept_in_lists", "over", "chars", "removed_chars", "failed")
_BY_RULE = ("chars_by_rule", "records_by_rule")


class Removal(NamedTuple):
    """Something that was taken out."""

    place: str
    codes: tuple[str, ...]
    excerpt: str


class Sample:
    """Some of many removals, each as likely as any other."""

    def __init__(self, size: int) -> None:
        """Take how many are kept."""
        self.kept: list[Removal] = []
        self._size, self._seen = size, 0
        self._random = random.Random(SEED)  # noqa: S311

    def add(self, removal: Removal) -> None:
        """Take one, in the place of another once there are enough."""
        self._seen += 1
        if len(self.kept) < self._size:
            self.kept.append(removal)
        elif self._size and (at := self._random.randrange(self._seen)) < self._size:
            self.kept[at] = removal


class Count:
    """What a run comes to."""

    def __init__(self, shown: int = 0, tell: Callable[[str], object] = warn) -> None:
        """Start at nothing; `shown` is how many removals the report has, `tell` takes what is told of records."""
        self._tell = tell
        self.records = self.mended = self.dropped = self.broken = self.kept_in_lists = self.over = 0
        self.chars = self.removed_chars = 0
        self.chars_by_rule: Counter[tuple[str, str]] = Counter()
        self.records_by_rule: Counter[tuple[str, str]] = Counter()
        self.errors: list[str] = []
        self.failed = 0
        """Files of a folder that could not be read or written."""
        self._sample = Sample(shown)
        self._named = self._files_told = 0
        self._without_text: str | None = None
        """The last file in which a record without text was named."""

    def tell_unread(self, problem: str) -> None:
        """Tell why something of a folder cannot be read, and count it."""
        self._tell(problem)
        self.failed += 1

    def tell_of_file(self, name: str, findings: Iterable[Finding]) -> None:
        """Tell what is wrong with all records of a file, of so many files at most as records are named of."""
        for finding in findings:
            self._files_told += 1
            if self._files_told <= MAX_NAMED:
                self._tell(f"{visible(name)}: {finding.message}")

    def add(self, cleaned: Cleaned) -> None:
        """Count one record; name it on standard error where it is broken or over the bound."""
        self.records += 1
        self.chars += cleaned.chars
        self.dropped += cleaned.dropped
        self.kept_in_lists += cleaned.kept_in_list
        self._note(cleaned)
        if cleaned.checked.error:
            self.errors.append(cleaned.checked.error)
        if cleaned.dropped:
            return
        by_rule = removed_by_rule(cleaned)
        self.mended += bool(by_rule)
        self.removed_chars += sum(by_rule.values())
        for rule, chars in by_rule.items():
            self.chars_by_rule[rule] += chars
            self.records_by_rule[rule] += 1
        for codes, excerpt in cleaned.excerpts:
            self._sample.add(Removal(visible(cleaned.checked.article.address), codes, excerpt))

    def _note(self, cleaned: Cleaned) -> None:
        if not cleaned.readable:
            self.broken += 1
            if self._is_new(cleaned):
                problem = "; ".join(finding.message for finding in cleaned.checked.findings) or "cannot be read"
                self._tell(f"{visible(cleaned.checked.article.address)}: {problem}; left as it is")
        if cleaned.over:
            self.over += 1
            if self.over <= MAX_NAMED:
                done = "dropped" if cleaned.dropped else "left as it is"
                self._tell(f"{told_over(cleaned.checked.article, cleaned.over)}; {done}")

    def _is_new(self, cleaned: Cleaned) -> bool:
        """Tell whether a broken record is to be named: of those without text the first of each file."""
        without = [finding for finding in cleaned.checked.findings if finding.code == RecordWithoutText.code]
        filename = cleaned.checked.article.filename
        if without and filename == self._without_text:
            return False
        self._without_text = filename if without else self._without_text
        self._named += 1
        return self._named <= MAX_NAMED

    def state(self) -> dict[str, Any]:
        """Return what it comes to but for the sample, as JSON can hold it."""
        by_rule = {name: [[*rule, count] for rule, count in getattr(self, name).items()] for name in _BY_RULE}
        return {name: getattr(self, name) for name in (*_SUMS, "errors")} | by_rule

    def plus(self, state: Mapping[str, Any]) -> None:
        """Add what another part of the same run came to."""
        for name in (*_SUMS, "errors"):
            setattr(self, name, getattr(self, name) + state[name])
        for name in _BY_RULE:
            getattr(self, name).update({(code, rule): count for code, rule, count in state[name]})

    def report(self) -> str:
        """Return the summary, for people."""
        parts = [f"{self.mended:,} mended", f"{self.dropped:,} dropped"]
        if self.over:
            parts.append(f"{self.over:,} over --max-removed")
        if self.broken:
            parts.append(f"{self.broken:,} broken and left as {'it is' if self.broken == 1 else 'they are'}")
        lines = [f"{counted(self.records, 'record')}: {', '.join(parts)}."]
        if self.kept_in_lists:
            lines.append(f"{self.kept_in_lists:,} to be dropped are in a list inside a record, and were kept.")
        if self.chars_by_rule:
            share = self.removed_chars / self.chars if self.chars else 0
            of = f"{self.removed_chars:,} of {counted(self.chars, 'character')} ({share:.1%})"
            lines += [f"Removed {of}:", *self._rules()]
        if self._sample.kept:
            lines += ["A sample of removals:", *self._removals()]
        return "\n".join(lines) + "\n"

    def _rules(self) -> Iterator[str]:
        table = sorted(self.chars_by_rule.items(), key=lambda known: (-known[1], known[0]))
        width = max(len(f"{chars:,}") for _, chars in table)
        wide = max(width, len("chars"))
        records = max(len(f"{number:,}") for number in self.records_by_rule.values())
        records = max(records, len("records"))
        yield f"  {'chars':>{wide}}  {'records':>{records}}  rule"
        for rule, chars in table:
            yield f"  {chars:>{wide},}  {self.records_by_rule[rule]:>{records},}  {rule[0]} {rule[1]}"

    def _removals(self) -> Iterator[str]:
        for place, codes, excerpt in sorted(self._sample.kept):
            yield f"  {place}: {', '.join(codes)}: {visible(excerpt)}"


def total_of(states: Iterable[bytes]) -> Count:
    """Return what a run comes to from the states of its parts, and tell what they told, of all at most MAX_NAMED."""
    count = Count()
    told: list[str] = []
    for state in map(json.loads, states):
        count.plus(state)
        told += state["told"]
    for line in told[:MAX_NAMED]:
        warn(line)
    return count


def told_over(article: Article, over: Over) -> str:
    """Return where a record is that would have lost too much, how much of what, and to which rules."""
    codes = ", ".join(sorted({finding.code for finding in over.reasons}))
    return f"{visible(article.address)}: would lose {over.share:.0%} of its paragraphs to {codes}"
