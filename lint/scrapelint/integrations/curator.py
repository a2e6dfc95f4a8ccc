"""Texts inside a pipeline of NVIDIA NeMo Curator: a modifier that mends them, and a filter on what is found in them.

>>> from scrapelint.integrations.curator import ScrapelintFilter, ScrapelintModifier
>>> pipeline.add_stage(Modify(ScrapelintModifier(max_removed=0.3)))
>>> pipeline.add_stage(ScoreFilter(ScrapelintFilter(max_share=0.1), score_field="residue"))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.article import Article
from scrapelint.fixes.bounds import MAX_REMOVED, MIN_CONFIDENCE
from scrapelint.integrations.texts import check_shares, judging, mending
from scrapelint.record import is_missing
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    from scrapelint.config.values import Config

_PURPOSE = "a stage of a pipeline of NeMo Curator"
DocumentModifier: Any = needed("nemo_curator.stages.text.modifiers", "curator", _PURPOSE).DocumentModifier
DocumentFilter: Any = needed("nemo_curator.stages.text.filters", "curator", _PURPOSE).DocumentFilter


class ScrapelintModifier(DocumentModifier):  # type: ignore[misc]  # NeMo Curator has no types here
    """Mends a text as `scrapelint clean` does: lines and sentences of the page go, the article's stay.

    A text that would lose more than `max_removed` of its paragraphs, from 0 to 1, is left as it is; with `drop_over` it
    comes out empty, which is how modifiers of Curator say that a document should go.
    """

    def __init__(
        self,
        min_confidence: float = MIN_CONFIDENCE,
        max_removed: float = MAX_REMOVED,
        *,
        drop_over: bool = False,
        select: Sequence[str] | None = None,
        ignore: Sequence[str] = (),
        config: Config | str | os.PathLike[str] | None = None,
    ) -> None:
        """Take the rules as `lint_text` does; fixes of at least `min_confidence` are applied, safe or not.

        Raises UsageError for a share that is none, ConfigError for a rule or value that is not there.
        """
        super().__init__()
        self._mending = mending((select, ignore, config), min_confidence=min_confidence, max_removed=max_removed)
        self._drop_over = drop_over

    def modify_document(self, text: Any, **fields: object) -> Any:
        """Return a text, mended; what is no string is left as it is.

        `fields` are columns that say more of the article (title, url, date ...), by our names: a stage with several
        input fields hands them over.
        """
        if not isinstance(text, str):
            return text
        mended = self._mending(_article(text, fields))
        return "" if mended.over and self._drop_over else mended.article.text


class ScrapelintFilter(DocumentFilter):  # type: ignore[misc]
    """Scores a text by the share of it that findings cover, and keeps those with little.

    Findings count that have this severity or a worse one, and at least `min_confidence`. With `max_share=0` a text is
    kept only where there are none.
    """

    def __init__(
        self,
        max_share: float = 0.0,
        severity: str = "error",
        min_confidence: float = MIN_CONFIDENCE,
        *,
        select: Sequence[str] | None = None,
        ignore: Sequence[str] = (),
        config: Config | str | os.PathLike[str] | None = None,
    ) -> None:
        """Take the rules as `lint_text` does, and what counts: `error`, `warning` or `info`.

        Raises UsageError for a severity or share that is none, ConfigError for a rule or value that is not there.
        """
        super().__init__()
        check_shares(max_share=max_share)
        self._judging = judging(severity, (select, ignore, config), min_confidence=min_confidence)
        self._max_share = max_share

    def score_document(self, text: Any) -> float:
        """Return the share of a text that findings cover, from 0 to 1; 1 for what is no string."""
        return self._judging.share(_article(text, {})) if isinstance(text, str) else 1.0

    def keep_document(self, scores: float) -> bool:
        """Tell whether a text of this score is kept."""
        return scores <= self._max_share


def _article(text: str, fields: Mapping[str, object]) -> Article:
    return Article(text, fields={name: value for name, value in fields.items() if not is_missing(value)})
