"""The pages of rules on the site: what an example reports is drawn as the report draws it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from scrapelint.article import Article
from scrapelint.engine.linter import Linter
from scrapelint.reporters import adviser
from scrapelint.reporters.html.notebook import fragment
from scrapelint.reporters.rule_pages import Drawing, page, page_url
from scrapelint.rule import DocumentRule
from scrapelint.runners.pipeline import installed
from scrapelint.testing import unmarked

if TYPE_CHECKING:
    from scrapelint.rule import Rule

ABOUT = "What is reported is marked, and what its fix takes out is struck through; a finding opens when it is clicked."
FENCE = "`" * 12


def drawn_page(rule: type[Rule]) -> str:
    """Return the page of a rule in Markdown, with its examples in HTML that has the classes of the report's style."""
    return page(rule, Drawing(ABOUT, partial(_drawn, rule)) if issubclass(rule, DocumentRule) else None)


def listed(written: str) -> str:
    """Return the page of a rule with a link to the list of all rules, as it stands in the manual."""
    title, _, rest = written.partition("\n\n")
    return f"{title}\n\n[All rules](README.md)\n\n{rest}"


def _drawn(rule: type[DocumentRule], example: Any) -> str:
    linter = Linter([rule(settings=example.settings)], installed().phrases())
    doc = linter.document(Article(unmarked(example.text)[0], id="example", fields=dict(example.fields)))
    html = fragment(doc, linter.check_document(doc), adviser(installed().rules), min_confidence=0, styled=False)
    here = html.replace(f'href="{page_url(rule.code)}"', 'href=""')
    return f"{FENCE}{{raw}} html\n{here}\n{FENCE}"
