"""What a run comes to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.engine.bounding import kinds
from scrapelint.finding import Severity
from scrapelint.gates.drawn import SURE, bounds
from scrapelint.readers.files import counted_endings

if TYPE_CHECKING:
    from scrapelint.intake import Checked
    from scrapelint.readers.drawing import Sample


class Summary:
    """Counts of a run, added up article by article."""

    def __init__(
        self,
        *,
        fixing: bool = False,
        unsafe_fixes: bool = False,
        left_out: Counter[str] | None = None,
        sample: Sample | None = None,
    ) -> None:
        """Start at nothing; `fixing` where the run mends, `unsafe_fixes` where it may mend all."""
        self.sample = sample
        """What the articles were drawn by, where they are not all of the input."""
        self.left_out = left_out or Counter[str]()
        """Files that were not read though articles may be in them, by ending."""
        self.fixing = fixing
        self.unsafe_fixes = unsafe_fixes
        self.articles = 0
        self.articles_with_findings = 0
        self.by_applicability: Counter[str] = Counter()
        self.fixed_by_file: dict[str, Counter[tuple[str, str]]] = {}
        """How often each code and name was mended, by file."""
        self.failed = False
        """Whether a file could not be written."""
        self.accepted = 0
        """Findings that were left out because the team has accepted them."""
        self.failed_gates: list[str] = []
        """What the run came to too much of."""
        self.open_gates: list[str] = []
        """Of what a sample cannot tell whether there is too much."""
        self.explains_gates = False
        """Whether more than the severities of the findings decided."""
        self.errors: list[str] = []
        """What rules raised."""
        self.by_severity: Counter[Severity] = Counter()
        self.by_rule: Counter[tuple[str, str, str]] = Counter()
        """By code, name and kind of fix."""

    def add(self, checked: Checked) -> None:
        """Count one article."""
        self.articles += checked.is_article and not checked.again
        if checked.is_article and (not checked.again or checked.was_clean):
            self.articles_with_findings += bool(checked.findings)
        if checked.error:
            self.errors.append(checked.error)
        for (code, name, severity, fix), count in kinds(checked.findings):
            self.by_applicability[fix] += count * bool(fix)
            self.by_severity[severity] += count
            self.by_rule[code, name, fix] += count

    @property
    def findings(self) -> int:
        """All findings."""
        return sum(self.by_severity.values())

    @property
    def fixed(self) -> int:
        """All findings that were mended."""
        return sum(counts.total() for counts in self.fixed_by_file.values())

    @property
    def unseen(self) -> int:
        """Records that were not checked, as others were drawn."""
        return self.sample.unseen if self.sample else 0

    @property
    def sentence(self) -> str:
        """The result, for people; further lines say what can be mended, what is accepted and which gates failed."""
        lines = [self._result, self._fixable, self._accepted, self._unread, self.sampled, *self._gates]
        return "\n".join(filter(None, lines))

    @property
    def sampled(self) -> str:
        """Of how many records the articles were drawn, and what they say of all; empty where all were checked."""
        if not self.sample or not self.sample.total:
            return ""
        wanted, total = self.sample.size, counted(self.sample.total, "record")
        if not self.unseen:
            all_of_it = "The only record was" if self.sample.total == 1 else f"All {total} were"
            return f"{all_of_it} checked: a sample of {wanted:,} was asked for."
        least, most = bounds(self.articles_with_findings, self.articles, self.unseen)
        drawn = f"A sample: {self.sample.drawn:,} of {total}, drawn with seed {self.sample.seed}"
        return f"{drawn}; of all, {least:.1%} to {most:.1%} have findings ({SURE:.0%} sure)."

    @property
    def shown_gates(self) -> list[str]:
        """The gates that failed, where the severities of the findings do not say it all."""
        return self.failed_gates if self.explains_gates else []

    @property
    def _result(self) -> str:
        articles = counted(self.articles, "article")
        if not self.findings and not self.fixed:
            return f"Nothing found in {articles}." if self.articles else "Nothing was read."
        return f"Found {self._found} in {self._where(articles)}."

    @property
    def _accepted(self) -> str:
        return f"{counted(self.accepted, 'accepted finding')} left out." if self.accepted else ""

    @property
    def _unread(self) -> str:
        return f"Left out {counted_endings(self.left_out)}: not read." if self.left_out else ""

    @property
    def _gates(self) -> list[str]:
        return [f"Gate failed: {failure}." for failure in self.shown_gates] + [
            f"Gate undecided: {gate}." for gate in self.open_gates
        ]

    def _where(self, articles: str) -> str:
        return articles if self.fixing else f"{self.articles_with_findings:,} of {articles}"

    @property
    def _found(self) -> str:
        if self.fixing:
            total = counted(self.findings + self.fixed, "finding")
            return f"{total} ({self.fixed:,} fixed, {self.findings:,} remaining)"
        kinds = [_of_kind(n, severity) for severity in reversed(Severity) if (n := self.by_severity[severity])]
        return f"{counted(self.findings, 'finding')} ({', '.join(kinds)})"

    @property
    def _fixable(self) -> str:
        if not self.findings and not self.fixed:
            return ""
        safe, unsafe = self.by_applicability["safe"], self.by_applicability["unsafe"]
        if self.unsafe_fixes:
            safe, unsafe = safe + unsafe, 0
        fixes = "fix" if unsafe == 1 else "fixes"
        hidden = f"{unsafe:,} hidden {fixes} can be enabled with the `--unsafe-fixes` option" if unsafe else ""
        if not safe:
            return f"No fixes available ({hidden})." if hidden else ""
        what = (
            f"{counted(safe, 'fix', 'es')} not applied"
            if self.fixing
            else f"[*] {safe:,} fixable with the `--fix` option"
        )
        return f"{what}{f' ({hidden})' if hidden else ''}."


def _of_kind(number: int, severity: Severity) -> str:
    return counted(number, severity.label) if severity else f"{number:,} {severity.label}"


def counted(number: int, noun: str, ending: str = "s") -> str:
    """Return a number with its noun: `1 finding`, `2 findings`."""
    return f"{number:,} {noun}{'' if number == 1 else ending}"
