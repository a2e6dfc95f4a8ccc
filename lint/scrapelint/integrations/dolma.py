"""Taggers of dolma: places of findings, and of what `clean` would take out, as attributes of documents.

    dolma tag --tagger_modules scrapelint.integrations.dolma --taggers scrapelint_findings scrapelint_removals ...

dolma makes its taggers without arguments: what they heed are attributes of their classes.

>>> @add_tagger("navigation_removals")
... class NavigationRemovals(ScrapelintRemovals):
...     select = ("NAV",)
...     max_removed = 0.3
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.article import Article
from scrapelint.fixes.bounds import MAX_REMOVED, MIN_CONFIDENCE
from scrapelint.integrations.attributes import FINDINGS_TAGGER, REMOVALS_TAGGER, tag_findings, tag_removals
from scrapelint.integrations.texts import mending
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

    from scrapelint.config.values import Config
    from scrapelint.integrations.attributes import Tagged

_PURPOSE = "a tagger of dolma"
BaseTagger: Any = needed("dolma.core.taggers", "dolma", _PURPOSE).BaseTagger
TaggerRegistry: Any = needed("dolma.core.registry", "dolma", _PURPOSE).TaggerRegistry
_types: Any = needed("dolma.core.data_types", "dolma", _PURPOSE)


class _Tagger(BaseTagger):  # type: ignore[misc]  # the types of dolma are those of its dependencies
    """What both taggers have in common."""

    select: Sequence[str] | None = None
    """Codes, prefixes, families or names of rules; those that are on by default where it is None."""
    ignore: Sequence[str] = ()
    """The same, of rules that are off."""
    config: Config | str | os.PathLike[str] | None = None
    """A configuration, or the path of its file."""
    min_confidence: float = MIN_CONFIDENCE
    """The confidence, from 0 to 1, from which a fix takes out a place."""
    max_removed: float = MAX_REMOVED
    """The share of its paragraphs, from 0 to 1, that a text may lose; of one that would lose more nothing is tagged."""

    def __init__(self) -> None:
        """Load the rules; raises ConfigError for one that is not there, UsageError for a share that is none."""
        super().__init__()
        chosen = (self.select, self.ignore, self.config)
        self._mending = mending(chosen, min_confidence=self.min_confidence, max_removed=self.max_removed)

    def predict(self, doc: Any) -> Any:
        """Return the places in a document."""
        spans = [_types.Span(*tagged) for tagged in self._tags(Article(doc.text, id=doc.id))]
        return _types.DocResult(doc=doc, spans=spans)

    def _tags(self, article: Article) -> Iterable[Tagged]:
        raise NotImplementedError


@TaggerRegistry.add(FINDINGS_TAGGER)
class ScrapelintFindings(_Tagger):
    """Tags each finding: its type is the code of its rule, its score the confidence."""

    def _tags(self, article: Article) -> Iterable[Tagged]:
        return tag_findings(article, self._mending.config)


@TaggerRegistry.add(REMOVALS_TAGGER)
class ScrapelintRemovals(_Tagger):
    """Tags what `clean` would take out, as `removal`: what a mixer has to replace by nothing."""

    def _tags(self, article: Article) -> Iterable[Tagged]:
        return tag_removals(article, self._mending)
