"""What the work of a run costs: a linter that keeps the time of each rule, and of what rules share."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from time import process_time
from typing import TYPE_CHECKING, Any

from scrapelint.engine.document import Document
from scrapelint.engine.linter import Linter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.corpus.rows import ArticleEvidence
    from scrapelint.dates.found import FoundDate
    from scrapelint.finding import Finding
    from scrapelint.packs.matcher import Hits, Matcher
    from scrapelint.rule import DocumentRule
    from scrapelint.text.lines import Line

REST = "reading, reporting and the rest"


class Profile:
    """How long each part of a run's work took, in seconds of this process's processors; it runs from the start on.

    Work within other work counts for itself alone, so that all parts together are the whole.
    """

    def __init__(self) -> None:
        """Start the clock."""
        self.seconds: dict[str, float] = {REST: 0.0}
        """By part: the code of a rule, or the name of what rules share."""
        self.articles = 0
        self._running = [REST]
        self._since = process_time()

    @contextmanager
    def work(self, part: str) -> Iterator[None]:
        """Count what happens inside for a part."""
        self._turn()
        self._running.append(part)
        try:
            yield
        finally:
            self._turn()
            self._running.pop()

    def stop(self) -> None:
        """Count what has passed up to now."""
        self._turn()

    def _turn(self) -> None:
        """Count the time since the last turn for the part that is at work."""
        now, part = process_time(), self._running[-1]
        self.seconds[part] = self.seconds.get(part, 0.0) + now - self._since
        self._since = now


class ProfiledLinter(Linter):
    """A linter that keeps what each rule costs; it finds what any does."""

    def __init__(self, *args: Any, profile: Profile, **options: Any) -> None:
        """Take what a linter takes, and where the time is kept."""
        super().__init__(*args, **options)
        self._profile = profile

    def document(self, article: Article) -> Document:
        """Return the article as rules see it; what they share is counted when one of them first asks for it."""
        self._profile.articles += 1
        return _ProfiledDocument(super().document(article).article, self._matcher, self._profile)

    def check_document(self, doc: Document) -> list[Finding]:
        """Return the findings of a document of this linter."""
        with self._profile.work("asking the rules, merging what they find"):
            return super().check_document(doc)

    def note(self, doc: Document) -> ArticleEvidence | None:
        """Return what the rules across articles note of a document."""
        with self._profile.work("rules across articles: what they note"):
            return super().note(doc)

    def _found(self, rule: DocumentRule, found: Iterable[Finding], doc: Document) -> list[Finding]:
        with self._profile.work(rule.code):
            return super()._found(rule, found, doc)


class _ProfiledDocument(Document):
    """A document that keeps what rules share apart from the rule that asks for it first."""

    def __init__(self, article: Article, matcher: Matcher, profile: Profile) -> None:
        super().__init__(article, matcher)
        self._profile = profile

    @cached_property
    def rows(self) -> list[Line]:
        with self._profile.work("lines"):
            return super().rows

    @cached_property
    def lines(self) -> list[Line]:
        with self._profile.work("lines"):
            return super().lines

    @cached_property
    def _hits(self) -> Hits:
        with self._profile.work("phrases of packs"):
            return super()._hits

    @cached_property
    def found_language(self) -> str | None:
        with self._profile.work("language"):
            return super().found_language

    @cached_property
    def whole_page_probability(self) -> float:
        with self._profile.work("zones"):
            return super().whole_page_probability

    @cached_property
    def residue_probability(self) -> tuple[float, ...]:
        with self._profile.work("zones"):
            return super().residue_probability

    @cached_property
    def dates(self) -> Sequence[FoundDate]:
        with self._profile.work("dates"):
            return super().dates
