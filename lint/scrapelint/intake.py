"""What flows through a run: from a reader to a runner to a reporter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.article import Article
    from scrapelint.corpus.rows import ArticleEvidence
    from scrapelint.finding import Finding, Severity
    from scrapelint.scoring import Likely


class OtherField(NamedTuple):
    """What a record has in the place of the field that was named for its text."""

    named: Sequence[str]
    """The names that were given; the record has none of them."""
    taken: str
    """The field that its text was taken from."""
    fields: Sequence[str]
    """All that it has."""


class Intake(NamedTuple):
    """One article as a reader delivers it, with what was wrong in reading it."""

    article: Article
    faults: Sequence[Finding] = ()
    readable: bool = True
    """False where there is nothing to check: the article is then only the address of its faults."""
    error: str = ""
    """What the reader raised, where that is no fault of the input."""
    is_article: bool = True
    """False for what is wrong with a file, told besides the articles of it that were drawn."""
    key: bytes = b""
    """What its results are kept under; empty where they are not kept."""
    known: Found | None = None
    """What was found in it in an earlier run: it is not checked again."""
    other_field: OtherField | None = None
    """Where its text is from, if its record has none of the fields that were named for it."""


class Found(NamedTuple):
    """What the rules made of one article."""

    findings: Sequence[Finding] = ()
    error: str = ""
    """What a rule raised; the article is then not, or not wholly, checked."""
    evidence: ArticleEvidence | bytes | None = None
    """Evidence for the rules across articles; as it was written in an earlier run, where it is from there."""
    language: str | None = None
    """ISO 639 code where a rule asked for the language; empty where it cannot be told, None where none asked."""
    likely: Sequence[Likely] | None = None
    """What the models of zones take for the page's, for its score; None where the run asks for no scores."""
    today_only: bool = False
    """Whether a rule asked what day it is, so that tomorrow it may find something else."""


class Checked(NamedTuple):
    """One article and all that was found in it, ordered by place."""

    article: Article
    findings: Sequence[Finding]
    error: str = ""
    """What a rule raised; the article is then not, or not wholly, checked."""
    is_article: bool = True
    """False for a file about the articles, such as that of accepted findings."""
    evidence: ArticleEvidence | bytes | None = None
    """As in `Found`."""
    again: bool = False
    """True where the article came before, and these are the findings across articles."""
    was_clean: bool = False
    """True where nothing was found in it when it came before."""
    worst_before: Severity | None = None
    """The worst that was found in it when it came before."""
    language: str | None = None
    """As in `Found`."""
    likely: Sequence[Likely] | None = None
    """As in `Found`."""
    other_field: OtherField | None = None
    """As in `Intake`."""

    @property
    def worst(self) -> Severity | None:
        """The severity of the worst finding; None where there is none."""
        return max((finding.severity for finding in self.findings), default=None)
