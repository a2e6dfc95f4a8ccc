"""What a rule is: a code, a check, and the examples that prove it."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Generic,
    Literal,
    NamedTuple,
    TypeVar,
    overload,
)

from scrapelint.confidence import Measured, kind_of, measured
from scrapelint.finding import Edit, Finding, Fix, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scrapelint.engine.document import Document
    from scrapelint.packs.line_patterns import LinePattern
    from scrapelint.packs.matcher import Hit
    from scrapelint.text.lines import Line

T = TypeVar("T")

Applicability = Literal["safe", "unsafe"]

CLOSING_CONFIDENCE = 0.5
"""Measured precision of notices that close an article, against what people kept of it."""

MIN_WARNING_CONFIDENCE = 0.85
"""What is less often right is worth knowing, not worth stopping a commit for: it is `info`."""

MIN_MENDING_CONFIDENCE = 0.9
"""What is less often right is not mended in a data set unless somebody asks for it."""

MIN_ERROR_CONFIDENCE = 0.95
"""What is less often right is no error, whatever its rule says, but a warning."""

SAFE_CONFIDENCE = 0.99
"""Measured precision from which a fix may be applied without a look at it."""

EXCERPT_CHARS = 60
"""Longest quotation of the text in a message, in code points."""


class Bad(NamedTuple):
    """A text that the rule has to report, exactly at the ⟦marks⟧."""

    text: str
    fixed: str | None = None
    """The text after the rule's own edits; None where the example has no fix to show."""
    fields: Mapping[str, Any] = {}
    """What the scraper said: title, url, date ..."""
    field: str = "text"
    """The field that the finding is about; a finding about another field than the text has no marks."""
    settings: Mapping[str, Any] = {}
    """What the user configured, by the names of the rule's settings; a rule may be silent without it."""


class Good(NamedTuple):
    """A text that the rule must not report."""

    text: str
    why: str = ""
    """What keeps it from being a finding."""
    fields: Mapping[str, Any] = {}
    settings: Mapping[str, Any] = {}


class Setting(Generic[T]):
    """A threshold that users may change, typed by its default."""

    def __init__(self, default: T, about: str, minimum: float | None = None, maximum: float | None = None) -> None:
        """Take the default, one line with unit and source, and the range, both ends inclusive."""
        self.default = default
        self.about = about
        self.minimum = minimum
        self.maximum = maximum
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn the name under which configuration files know the setting."""
        self.name = name

    @overload
    def __get__(self, rule: None, owner: type) -> Setting[T]: ...
    @overload
    def __get__(self, rule: Rule, owner: type) -> T: ...
    def __get__(self, rule: Rule | None, owner: type) -> Setting[T] | T:
        """Return the configured value, or the default, which the rule then keeps; on the class, the setting itself."""
        if rule is None:
            return self
        value: T = rule.configured.get(self.name, self.default)
        vars(rule)[self.name] = value
        return value


class Rule:
    """A check with a stable code.

    Subclasses set the class attributes; an instance carries what the user configured.
    """

    code: ClassVar[str]
    """Three letters of the family and three digits; never changes its meaning."""
    name: ClassVar[str]
    """The bad thing: `allow <name>` has to read right."""
    severity: Severity
    status: ClassVar[Literal["stable", "preview"]] = "stable"
    fix: ClassVar[Applicability | None] = None
    """What kind of fix a finding carries, if any."""
    packs: ClassVar[tuple[str, ...]] = ()
    """The concepts of the packs that the rule asks the document for."""
    patterns: ClassVar[tuple[LinePattern, ...]] = ()
    """The line patterns that the rule asks the document for."""
    needs_wording: ClassVar[bool] = False
    """Whether the rule has nothing to say on a document without a phrase of its packs or a literal of its patterns."""
    states_confidence: ClassVar[bool] = False
    """Whether each finding's confidence is worked out by a model that was calibrated by itself."""
    contradicts_field: ClassVar[bool] = False
    """Whether the rule says that a field is wrong, too: that stays to be read whatever becomes of the lines."""
    native_share: ClassVar[float | None] = None
    """Share of honest articles with a finding of the rule, of any severity, measured; None where nobody did."""
    examples: ClassVar[tuple[Any, ...]] = ()

    def __init__(self, severity: Severity | None = None, settings: Mapping[str, Any] | None = None) -> None:
        """Take what the user configured; raises nothing, `selection` has checked it."""
        if severity is not None:
            self.severity = severity
        self.configured = dict(settings or {})

    @classmethod
    def settings(cls) -> dict[str, Setting[Any]]:
        """Return the rule's settings by name, in the order in which they were written."""
        found = {}
        for base in reversed(cls.__mro__):
            found.update({k: v for k, v in vars(base).items() if isinstance(v, Setting)})
        return found

    def finding(
        self,
        message: str,
        span: Span | tuple[int, int] | None = None,
        *,
        confidence: float = 0.9,
        evidence: Mapping[str, object] | None = None,
        edits: Sequence[Edit] = (),
        fix_message: str = "remove the line",
        relies_on: Sequence[Span] = (),
        field: str = "text",
        at_most: Severity = Severity.ERROR,
    ) -> Finding:
        """Return a finding of this rule; `edits`, if any, become its fix, `relies_on` what has to stay for it.

        The fix is safe where the rule's fixes may be and the confidence is that of a safe one.
        `at_most` caps the severity of a kind of hit that is less sure than the rule.
        """
        safe = self.fix == "safe" and confidence >= SAFE_CONFIDENCE
        fix = Fix(fix_message, tuple(edits), safe, tuple(relies_on)) if edits and self.fix else None
        severity, where = min(self.severity, at_most), Span(*span) if span else None
        return Finding(
            self.code, self.name, severity, _one_line(message), where, confidence, evidence or {}, fix, field
        )

    def stated_cap(self, confidence: float) -> Severity:
        """Return the worst severity that a stated confidence allows; where the rule was measured, that decides."""
        return Severity.ERROR if self.code in self._measurements() else cap(confidence)

    def measured(self, finding: Finding, language: str | None) -> Finding:
        """Return a finding with the measured confidence of its kind, and the severity and fix that it allows."""
        known = self._measurements()
        if self.states_confidence or self.code not in known:
            return finding
        said = finding.evidence.get("language")  # a short text has no language that can be told, its phrase has one
        confidence = known.confidence(self.code, kind_of(finding), language or (str(said) if said else None))
        fix, safe = finding.fix, self.fix == "safe" and confidence >= SAFE_CONFIDENCE
        if fix and fix.safe != safe:
            fix = fix._replace(safe=safe)
        return finding.judged(confidence, min(finding.severity, cap(confidence)), fix)

    def _measurements(self) -> Measured:
        return measured(type(self).__module__.partition(".")[0])


class DocumentRule(Rule):
    """A rule that looks at one article at a time."""

    examples: ClassVar[tuple[Bad | Good, ...]] = ()

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the findings of one document, in any order."""
        raise NotImplementedError

    def on_lines(
        self,
        doc: Document,
        first: Line,
        last: Line | None = None,
        *,
        message: str,
        confidence: float = 0.9,
        evidence: Mapping[str, object] | None = None,
        relies_on: Sequence[Span] = (),
        at_most: Severity = Severity.ERROR,
    ) -> Finding:
        """Return a finding on whole lines, whose fix removes them."""
        several = last is not None and last is not first
        span = doc.span(first, last)
        return self.finding(
            message,
            span,
            confidence=confidence,
            evidence={"zone": doc.zone(first), **(evidence or {})},
            edits=[doc.removal_of(span)],
            fix_message="remove the lines" if several else "remove the line",
            relies_on=relies_on,
            at_most=at_most,
        )

    def on_part(
        self,
        doc: Document,
        line: Line,
        span: Span,
        *,
        message: str,
        confidence: float = 0.9,
        evidence: Mapping[str, object] | None = None,
        at_most: Severity = Severity.ERROR,
    ) -> Finding:
        """Return a finding on a part of a line, or the whole of it, whose fix removes that alone."""
        return self.finding(
            message,
            span,
            confidence=confidence,
            evidence={"zone": doc.zone(line), **(evidence or {})},
            edits=[doc.removal_of(span)],
            fix_message="remove the line" if span == line.span and not doc.is_flat else "remove the words",
            at_most=at_most,
        )


class PriorFindings(NamedTuple):
    """What other rules have said of a document: indices of lines."""

    removed_lines: frozenset[int] = frozenset()
    """Taken out by a fix."""
    reported_lines: frozenset[int] = frozenset()
    """What a finding without a fix is about, where that is one line."""
    partly_removed_lines: frozenset[int] = frozenset()
    """Of which a fix takes out words and leaves others: the rest is the article's."""
    surely_removed_lines: frozenset[int] = frozenset()
    """Taken out by a fix that is made in a data set unless somebody asks for less."""


class FallbackRule(DocumentRule):
    """A rule for what the other rules of a run leave: it is asked last, after those of lower codes."""

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the findings of one document of which no other rule has said anything."""
        return self.check_remaining(doc, PriorFindings())

    def check_remaining(self, doc: Document, prior: PriorFindings) -> Iterator[Finding]:
        """Yield the findings of one document besides those that other rules have, in any order."""
        raise NotImplementedError


class PhraseRule(DocumentRule):
    """A rule that only looks for wording: every line with a phrase of its packs is a finding."""

    needs_wording = True
    what: ClassVar[str] = ""
    """What the message calls the line; the name in words where empty."""
    may_close: ClassVar[bool] = False
    """Whether the line may be the article's own where it closes the text; it is then only worth knowing."""
    opens_line: ClassVar[bool] = False
    """Whether its wording says what follows on the line: where the line breaks are lost, that has no end."""
    covers_line: ClassVar[bool] = False
    """Whether what follows its wording on a line is of the same kind, sentence by sentence."""
    skipped_entries: ClassVar[frozenset[str]] = frozenset()
    """Entries of the packs that do not suffice alone."""

    def __init_subclass__(cls) -> None:
        """Have a rule with a check of its own asked about every document, unless it says otherwise."""
        super().__init_subclass__()
        if "check" in vars(cls) and "needs_wording" not in vars(cls):
            cls.needs_wording = False

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each line with a hit, with the surest hit as evidence."""
        for hit in self.best_hits(doc):
            yield self.on_hit(doc, hit)

    def best_hits(self, doc: Document) -> Iterable[Hit]:
        """Return the surest, then longest hit of each line that `accepts` lets through."""
        best: dict[int, Hit] = {}
        for hit in doc.hits(*self.packs):
            if hit.entry.id in self.skipped_entries or not self.accepts(doc, hit):
                continue
            if self._is_article(doc, hit):
                continue
            known = best.get(hit.line.index)
            if known is None or _rank(hit) > _rank(known):
                best[hit.line.index] = hit
        return best.values()

    def _is_article(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the sentence around a hit is the article's own."""
        if self.opens_line:
            return doc.runs_on(hit.line, hit.end)
        return self.fix is not None and doc.is_reported(hit)

    def accepts(self, doc: Document, hit: Hit) -> bool:  # noqa: ARG002
        """Tell whether a hit counts; subclasses narrow it."""
        return True

    def covers(self, hit: Hit) -> bool:  # noqa: ARG002
        """Tell whether what follows a hit on its line is of the same kind; rules may look closer than at themselves."""
        return self.covers_line

    def closes(self, hit: Hit) -> bool:  # noqa: ARG002
        """Tell whether a hit may be the article's own where its line closes the text; rules may tell entries apart."""
        return self.may_close

    def calls(self, doc: Document, hit: Hit) -> str:  # noqa: ARG002
        """Return what the message calls a hit; rules may tell entries apart."""
        return self.what or self.name.replace("-", " ")

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on the line of a hit."""
        closing = self.closes(hit) and doc.is_closing(hit.line)
        confidence = CLOSING_CONFIDENCE if closing else hit.entry.confidence
        finding = self.on_part(
            doc,
            hit.line,
            doc.part(hit, covers=self.covers(hit), opens=self.opens_line),
            message=f'{self.calls(doc, hit)}: "{excerpt(doc.text[hit.start : hit.end])}"',
            confidence=confidence,
            evidence={**hit_evidence(hit), "closing": True} if closing else hit_evidence(hit),
            at_most=Severity.INFO if closing else self.stated_cap(confidence),
        )
        has_no_end = finding.span == hit.line.span and doc.is_phrase(hit.line) and doc.rest_of_row(hit.line) != ""
        return finding._replace(fix=None) if has_no_end or doc.goes_on_below(hit) or doc.is_amid(hit) else finding


def cap(confidence: float) -> Severity:
    """Return the worst severity that a hit of this measured precision may have."""
    if confidence >= MIN_ERROR_CONFIDENCE:
        return Severity.ERROR
    return Severity.WARNING if confidence >= MIN_WARNING_CONFIDENCE else Severity.INFO


def hit_evidence(hit: Hit) -> dict[str, object]:
    """Return what a finding says about the phrase that it is based on."""
    return {"pack": hit.entry.concept, "entry": hit.entry.id, "language": hit.language, "phrase": hit.phrase}


def _one_line(message: str) -> str:
    """Return a message without line breaks, which may come with a name or an id."""
    return message if message.isprintable() else " ".join(message.splitlines())


def excerpt(text: str, max_chars: int = EXCERPT_CHARS) -> str:
    """Return a text on one line, cut in its middle where it is longer."""
    flat = " ".join(text.split())
    if len(flat) <= max_chars:
        return flat
    half = (max_chars - 1) // 2
    return f"{flat[:half].rstrip()}…{flat[-half:].lstrip()}"


def _rank(hit: Hit) -> tuple[float, int]:
    return hit.entry.confidence, hit.end - hit.start
