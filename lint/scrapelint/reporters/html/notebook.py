"""One article with what is found in it, as a notebook shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.fixes.bounds import MAX_REMOVED
from scrapelint.fixes.edits import mend
from scrapelint.reporters.html.article_view import article_view
from scrapelint.reporters.html.rendering import rendered
from scrapelint.reporters.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scrapelint.engine.document import Document
    from scrapelint.finding import Finding


def fragment(
    doc: Document,
    findings: Sequence[Finding],
    advice: Callable[[str], str],
    *,
    min_confidence: float,
    styled: bool = True,
) -> str:
    """Return a piece of a page that brings its style along, unless the page has it: that is `pages/style.css`.

    Struck through is what the fixes of at least this confidence take out, from 0 to 1; the rules are not asked again.
    """
    article = doc.article
    mended = mend(
        article, lambda now: findings if now is article else (),
        lambda finding: finding.confidence >= min_confidence, MAX_REMOVED,
    )  # fmt: skip
    shown = Shown(article, findings, mended, doc.lines, doc.zone)
    return rendered("fragment.html", view=article_view(shown, advice), styled=styled)
