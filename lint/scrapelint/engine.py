"""From an article to its findings. Reads no file, prints nothing, knows no rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.document import Document
from scrapelint.errors import RuleError
from scrapelint.features import CONCEPTS
from scrapelint.phrases import NO_PHRASES, Matcher

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from scrapelint.article import Article
    from scrapelint.comparison import Comparison
    from scrapelint.finding import Finding
    from scrapelint.phrases import PhraseTable
    from scrapelint.rule import DocumentRule


SURE_ENOUGH = 0.9
"""The least confidence of fixes that `clean` applies by default."""

SURROGATE = re.compile("[\ud800-\udfff]")


class Linter:
    """Configured rules and the one automaton that finds all their wording."""

    def __init__(
        self, rules: Iterable[DocumentRule], table: PhraseTable = NO_PHRASES, comparison: Comparison | None = None
    ) -> None:
        """Take the rules of the run, the phrases of every pack that they name, and the rules across articles."""
        self.comparison = comparison
        self.rules: Sequence[DocumentRule] = tuple(sorted(rules, key=lambda rule: rule.code))
        # Zones look at the same wording whatever rules are on, so that a rule finds the same alone and among others.
        wanted = CONCEPTS.union(*[rule.packs for rule in self.rules])
        patterns = {pattern: None for rule in self.rules for pattern in rule.patterns}
        self._matcher = Matcher(table, patterns, wanted)
        self._residual = {rule.code for rule in self.rules if rule.residual}

    def document(self, article: Article) -> Document:
        """Return the article as rules see it."""
        return Document(_encodable(article), self._matcher)

    def check(self, article: Article) -> list[Finding]:
        """Return all findings of an article, ordered by place, then code.

        Raises RuleError, naming rule and article, where a rule raises anything.
        """
        return self.check_document(self.document(article))

    def check_document(self, doc: Document) -> list[Finding]:
        """Return all findings of a document of this linter, like `check`."""
        found: list[Finding] = []
        rule = None
        try:
            for rule in self.rules:
                found.extend(rule.check(doc))
        except Exception as error:
            raise _fault(rule, doc.article, error) from error
        found = _without_covered(found, doc, self._residual)
        found.sort(key=by_place)
        return found


def _without_covered(found: list[Finding], doc: Document, residual: Container[str]) -> list[Finding]:
    """Return the findings without those of residual rules whose lines other rules would take out as surely."""
    if not any(finding.code in residual for finding in found):
        return found
    sureness: dict[int, float] = {}
    for finding in found:
        if finding.code not in residual and finding.span and finding.fix:
            for line in doc.lines_in(finding.span):
                sureness[line.index] = max(finding.confidence, sureness.get(line.index, 0))
    return [finding for finding in found if finding.code not in residual or _is_new(finding, doc, sureness)]


def _is_new(finding: Finding, doc: Document, sureness: Mapping[int, float]) -> bool:
    """Tell whether a finding has a line of which no other finding is sure."""
    lines = doc.lines_in(finding.span) if finding.span else ()
    return any(sureness.get(line.index, 0) < min(finding.confidence, SURE_ENOUGH) for line in lines)


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
