"""Operators of data-juicer: a mapper that mends texts, and a filter on what is found in them.

Where both are installed, data-juicer knows `scrapelint_mapper` and `scrapelint_filter` by their names, as its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.fixes.bounds import MAX_REMOVED, MIN_CONFIDENCE
from scrapelint.integrations.texts import check_shares, judging, mending
from scrapelint.readers.source import field_names
from scrapelint.record import from_record
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapelint.article import Article
    from scrapelint.config.values import Config

_PURPOSE = "an operator of data-juicer"
_ops: Any = needed("data_juicer.ops.base_op", "juicer", _PURPOSE)
Filter: Any = _ops.Filter
Mapper: Any = _ops.Mapper
OPERATORS: Any = _ops.OPERATORS
STATS: str = needed("data_juicer.utils.constant", "juicer", _PURPOSE).Fields.stats
"""The field of a sample that holds its statistics."""

SHARE_KEY = "scrapelint_share"
"""Where the share of a text that findings cover is put in the statistics of a sample."""


@OPERATORS.register_module("scrapelint_mapper")
class ScrapelintMapper(Mapper):  # type: ignore[misc]  # data-juicer has no types
    """Mends the text of each sample: lines and sentences of the page go, the article's stay.

    A text that would lose more than `max_removed` of its paragraphs is left as it is; with `drop_over` it comes out
    empty, for `text_length_filter` to drop.
    """

    def __init__(
        self,
        min_confidence: float = MIN_CONFIDENCE,
        max_removed: float = MAX_REMOVED,
        drop_over: bool = False,  # noqa: FBT001, FBT002  # operators take what a configuration names
        select: list[str] | None = None,
        ignore: list[str] | None = None,
        config: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """Initialization method.

        :param min_confidence: the confidence, from 0 to 1, from which a fix is applied, safe or not.
        :param max_removed: the share of its paragraphs, from 0 to 1, that a text may lose.
        :param drop_over: whether a text that would lose more comes out empty.
        :param select: codes, prefixes, families or names of rules; those that are on by default where it is left out.
        :param ignore: the same, of rules that are off.
        :param config: the path of a configuration file of scrapelint.
        :param args: extra args
        :param kwargs: extra args
        """
        super().__init__(*args, **kwargs)
        self._mending = mending((select, ignore or (), config), min_confidence=min_confidence, max_removed=max_removed)
        self._drop_over = drop_over
        self._names = _names(self._mending.config, self.text_key)

    def process_single(self, sample: Any) -> Any:
        """Return a sample with its text mended; one without a text is left as it is."""
        article = _article(sample, self._names, self.text_key)
        if article:
            mended = self._mending(article)
            sample[self.text_key] = "" if mended.over and self._drop_over else mended.article.text
        return sample


@OPERATORS.register_module("scrapelint_filter")
class ScrapelintFilter(Filter):  # type: ignore[misc]
    """Keeps the samples of whose text findings cover little: by default those without an error.

    Findings in the text count that have this severity or a worse one, and at least `min_confidence`.
    """

    def __init__(
        self,
        severity: str = "error",
        max_share: float = 0.0,
        min_confidence: float = MIN_CONFIDENCE,
        select: list[str] | None = None,
        ignore: list[str] | None = None,
        config: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """Initialization method.

        :param severity: the least severe findings that count: error, warning or info.
        :param max_share: the share of a text, from 0 to 1, that they may cover.
        :param min_confidence: the confidence, from 0 to 1, from which a finding counts.
        :param select: codes, prefixes, families or names of rules; those that are on by default where it is left out.
        :param ignore: the same, of rules that are off.
        :param config: the path of a configuration file of scrapelint.
        :param args: extra args
        :param kwargs: extra args
        """
        super().__init__(*args, **kwargs)
        check_shares(max_share=max_share)
        self._judging = judging(severity, (select, ignore or (), config), min_confidence=min_confidence)
        self._max_share = max_share
        self._names = _names(self._judging.config, self.text_key)

    def compute_stats_single(self, sample: Any, context: bool = False) -> Any:  # noqa: ARG002, FBT001, FBT002
        """Return a sample with the share of its text that findings cover, from 0 to 1; 1 where it has no text."""
        if SHARE_KEY not in sample[STATS]:
            article = _article(sample, self._names, self.text_key)
            sample[STATS][SHARE_KEY] = self._judging.share(article) if article else 1.0
        return sample

    def process_single(self, sample: Any) -> bool:
        """Tell whether a sample is kept."""
        return bool(self.get_keep_boolean(sample[STATS][SHARE_KEY], None, self._max_share))


def _names(config: Config, text_key: str) -> Mapping[str, tuple[str, ...]]:
    return {**field_names(config.fields), "text": (text_key,)}


def _article(sample: Any, names: Mapping[str, tuple[str, ...]], text_key: str) -> Article | None:
    """Return the article of a sample: its text, and what other columns with known names say of it."""
    if not isinstance(sample[text_key], str):
        return None
    return from_record(dict(sample), names)
