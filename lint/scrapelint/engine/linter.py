"""From an article to its findings. Reads no file, prints nothing, knows no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.config.per_site import NO_SITE_IGNORES
from scrapelint.engine.document import Document
from scrapelint.engine.merging import merged
from scrapelint.engine.pieces import whole
from scrapelint.errors import RuleError
from scrapelint.finding import Span
from scrapelint.packs.matcher import NO_PHRASES, Matcher
from scrapelint.residue.cues import cue_concepts
from scrapelint.resources.collecting import uncollected
from scrapelint.rule import MIN_MENDING_CONFIDENCE, FallbackRule, PriorFindings
from scrapelint.text.surrogates import SURROGATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scrapelint.article import Article
    from scrapelint.config.per_site import SiteIgnores
    from scrapelint.corpus.comparison import Comparison
    from scrapelint.corpus.rows import ArticleEvidence
    from scrapelint.engine.bounding import Bound
    from scrapelint.finding import Finding
    from scrapelint.packs.line_patterns import LinePattern
    from scrapelint.packs.matcher import Phrases
    from scrapelint.rule import DocumentRule


MIN_WORDING_CHARS = 12
"""Shortest part of a line, in code points, that says what the line is when it is taken out: a pitch, a credit."""
_OPENING_QUOTES = "\"'“”„«»「『‘("


class Linter:
    """Configured rules and the one automaton that finds all their wording."""

    def __init__(
        self,
        rules: Iterable[DocumentRule],
        phrases: Phrases = NO_PHRASES,
        comparison: Comparison | None = None,
        *,
        silent: Sequence[DocumentRule] = (),
        merges: bool = False,
        min_fix_confidence: float = 0.0,
        scores: bool = False,
        bound: Bound | None = None,
        ignores: SiteIgnores = NO_SITE_IGNORES,
    ) -> None:
        """Take the rules of the run, the phrases of every pack that they name, and the rules across articles.

        What `silent` rules find is told to those that look at what others leave, and is not reported. With `merges`,
        findings about the same lines are one, as users want to read them. A finding that is less sure than
        `min_fix_confidence`, from 0 to 1, is reported without its fix. With `scores`, a run asks the models of zones
        about every document, for its score. `bound` says how many findings of an article are reported,
        `ignores` which of them on which sites are not.
        """
        self.scores = scores
        self._bound = bound
        self._ignores = ignores
        self.comparison = comparison
        self._merges = merges
        self._min_fix_confidence = min_fix_confidence
        self._silent = frozenset([rule.code for rule in silent])
        self.rules: Sequence[DocumentRule] = tuple(sorted((*rules, *silent), key=lambda rule: rule.code))
        # Zones look at the same wording whatever rules are on, so that a rule finds the same alone and among others.
        wanted = cue_concepts(phrases.entries).union(*[rule.packs for rule in self.rules])
        patterns = {pattern: None for rule in self.rules for pattern in rule.patterns}
        self._matcher = Matcher(phrases, patterns, wanted)
        self._residual = [rule for rule in self.rules if isinstance(rule, FallbackRule)]
        self._fallback = frozenset([rule.code for rule in self._residual])
        self._apart = frozenset([rule.code for rule in self.rules if rule.contradicts_field])
        self._plain = [(rule, _needed(rule)) for rule in self.rules if not isinstance(rule, FallbackRule)]

    def document(self, article: Article) -> Document:
        """Return the article as rules see it."""
        return Document(_encodable(article), self._matcher)

    def check(self, article: Article) -> list[Finding]:
        """Return the findings of an article, ordered by place, then code; of too many those that are reported.

        A check leaves no cycles behind: Python's search for them waits until the document is gone.
        Raises RuleError, naming rule and article, where a rule raises anything.
        """
        with uncollected():
            return self.check_document(self.document(article))

    def check_document(self, doc: Document) -> list[Finding]:
        """Return the findings of a document of this linter, like `check`."""
        return self.bounded(self._every(doc))

    def every(self, article: Article) -> list[Finding]:
        """Return all findings of an article, however many they are, like `check`: for what mends it."""
        with uncollected():
            return self._every(self.document(article))

    def bounded(self, found: list[Finding]) -> list[Finding]:
        """Return those of all findings of an article that are reported, in order."""
        kept = self._bound(found) if self._bound else found
        return found if kept is found else sorted(kept, key=by_place)

    def _every(self, doc: Document) -> list[Finding]:
        found: list[Finding] = []
        rule = None
        try:
            for rule, needed in self._plain:
                if needed is None or not needed.isdisjoint(doc.matched_concepts):
                    found += self._found(rule, rule.check(doc), doc)
            prior, new = PriorFindings(), found
            for rule in self._residual:
                prior = _with_findings(prior, new, doc)
                new = self._found(rule, rule.check_remaining(doc, prior), doc)
                found = [*found, *new]
        except Exception as error:
            raise _fault(rule, doc.article, error) from error
        hidden = self._silent | self._ignores.of(doc.article)
        found = [finding for finding in found if finding.code not in hidden] if hidden else found
        found = merged(doc, found, self._fallback, self._apart) if self._merges and len(found) > 1 else found
        return sorted(found, key=by_place)

    def note(self, doc: Document) -> ArticleEvidence | None:
        """Return what the rules across articles note of a document; None where there are none."""
        return self.comparison.emit(doc) if self.comparison else None

    def _found(self, rule: DocumentRule, found: Iterable[Finding], doc: Document) -> list[Finding]:
        """Return what a rule finds in a document, with measured confidences."""
        return [self._measured(rule, finding, doc) for finding in found]

    def _measured(self, rule: DocumentRule, finding: Finding, doc: Document) -> Finding:
        """Return a finding with the confidence that its kind has in the language of the text."""
        known = rule.measured(finding, doc.language)
        is_doubtful = known.fix is not None and known.confidence < self._min_fix_confidence
        return known._replace(fix=None) if is_doubtful or _breaks_sentence(doc, known) else whole(doc, known)


def _breaks_sentence(doc: Document, finding: Finding) -> bool:
    """Tell whether a fix would leave half of a sentence that a program broke into lines."""
    if not (finding.fix and doc.wrapped_lines):
        return False
    edits = finding.fix.edits
    return any(not edit.content and doc.breaks_sentence(Span(edit.start, edit.end)) for edit in edits)


def _needed(rule: DocumentRule) -> frozenset[str | LinePattern] | None:
    """Return the wording without any of which a rule has nothing to say; None for one that looks at more."""
    return frozenset((*rule.packs, *rule.patterns)) if rule.needs_wording else None


def _with_findings(prior: PriorFindings, found: Iterable[Finding], doc: Document) -> PriorFindings:
    """Return what is known of the lines of a document, with what these findings say of them."""
    removed, reported, partly, surely = map(set, prior)
    for finding in found:
        if finding.fix:
            for span in [Span(edit.start, edit.end) for edit in finding.fix.edits if not edit.content]:
                touched = [line.index for line in doc.lines_in(span)]
                whole = [line.index for line in doc.lines_within(span)]
                removed.update(whole)
                surely.update(whole if finding.confidence >= MIN_MENDING_CONFIDENCE else ())
                if len(whole) < len(touched) and _is_wording(doc.text[span.start : span.end].strip()):
                    partly.update(touched)
        elif finding.span and len(lines := doc.lines_within(finding.span)) == 1:
            reported.add(lines[0].index)
    known = map(frozenset, (removed, reported, partly - removed, surely))
    return PriorFindings(*known)


def _is_wording(text: str) -> bool:
    """Tell whether what an edit takes out are words of a line, not marks, space or an address of a link in it."""
    return len(text) >= MIN_WORDING_CHARS and (text[0].isalnum() or text[0] in _OPENING_QUOTES)


def by_place(finding: Finding) -> tuple[int, int, str]:
    """Return what findings are ordered by: place, then code; those without a place come first."""
    span = finding.span or (-1, -1)
    return span[0], span[1], finding.code


def _encodable(article: Article) -> Article:
    """Return the article with U+FFFD for each surrogate: bytes that could not be decoded, halves of JSON escapes.

    One code point for one, so that offsets stay. The automaton takes only what UTF-8 can write.
    """
    try:
        article.text.encode()
    except UnicodeEncodeError:
        return article._replace(text=SURROGATE.sub("\N{REPLACEMENT CHARACTER}", article.text))
    return article


def _fault(rule: DocumentRule | None, article: Article, error: Exception) -> RuleError:
    where = article.filename or article.id
    record = f", record {article.record}" if article.record else ""
    named = f"{rule.code} {rule.name}" if rule else "the engine"
    return RuleError(f"{where}{record}: {named} failed: {type(error).__name__}: {error}")
