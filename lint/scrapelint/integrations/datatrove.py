"""Steps of a datatrove pipeline: one notes findings on documents and drops those with bad ones, one mends their texts.

>>> from scrapelint.integrations.datatrove import Scrapelint, ScrapelintCleaner
>>> pipeline = [JsonlReader("crawl"), ScrapelintCleaner(), Scrapelint(drop_on="error"), JsonlWriter("clean")]
"""

from __future__ import annotations

import json
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from scrapelint.api import linter
from scrapelint.engine.bounding import kinds
from scrapelint.fixes.bounds import MAX_REMOVED, MIN_CONFIDENCE
from scrapelint.fixes.edits import field_value
from scrapelint.fixes.splicing import mended_record
from scrapelint.intake import Checked
from scrapelint.integrations.texts import judging, mending
from scrapelint.readers.source import field_names
from scrapelint.record import from_record
from scrapelint.reporters.programs.records import records
from scrapelint.resources.extras import needed
from scrapelint.scoring import likely_residue, score_of
from scrapelint.text.visible import json_escaped

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.config.values import Config
    from scrapelint.fixes.edits import Mended

PipelineStep: Any = needed("datatrove.pipeline.base", "datatrove", "a step of a datatrove pipeline").PipelineStep

METADATA_KEY = "scrapelint"
"""Where the findings of a document are put in its metadata."""
SCORE_KEY = "scrapelint_score"
RESIDUE_KEY = "scrapelint_residue_share"
"""Where its score and its share of residue are put, both from 0 to 1."""
REMOVED_KEY = "scrapelint_removed"
"""Where it is noted what was taken out of a document."""
OVER_KEY = "scrapelint_over"
"""Where it is noted which share of its paragraphs a document would have lost that was left as it is; 0 for others."""

_WRITTEN = json.JSONEncoder(ensure_ascii=False).encode


class _Step(PipelineStep):  # type: ignore[misc]  # datatrove has no types
    """What both steps have in common: documents go on, or to the writer of those that are dropped."""

    def __init__(self, config: Config, exclusion_writer: Any) -> None:
        super().__init__()
        self.config = config
        self.exclusion_writer = exclusion_writer
        self._names = field_names(config.fields)

    def run(self, data: Iterable[Any], rank: int = 0, world_size: int = 1) -> Iterator[Any]:  # noqa: ARG002
        """Yield the documents that stay."""
        with self.exclusion_writer or nullcontext() as writer:
            for document in data:
                with self.track_time():
                    stays = self._take(document)
                self.stat_update("forwarded" if stays else "dropped")
                if stays:
                    yield document
                elif writer:
                    writer.write(document, rank)

    def _take(self, document: Any) -> bool:
        """Do the work of the step on a document; tell whether it stays."""
        raise NotImplementedError

    def _article(self, document: Any) -> Article:
        article = from_record(_record(document), self._names)
        if article is None:
            raise TypeError(f"document {document.id}: its text is no string")
        return article


class Scrapelint(_Step):
    """Checks each document by the rules for one article; its text stays as it is.

    The findings go into `metadata["scrapelint"]` as the array that `json` prints, written as one string: a table of
    documents then has one column of one type, whatever was found. Beside it are `scrapelint_score` and
    `scrapelint_residue_share`, numbers from 0 to 1 that later steps can filter by. With `drop_on`, a document
    with a finding of this severity or a worse one, and at least `min_confidence`, goes no further.
    """

    name = "scrapelint"
    type = "🔎 - LINTER"

    def __init__(
        self,
        config: Config | str | os.PathLike[str] | None = None,
        drop_on: str = "never",
        min_confidence: float = MIN_CONFIDENCE,
        *,
        select: Sequence[str] | None = None,
        ignore: Sequence[str] = (),
        exclusion_writer: Any = None,
    ) -> None:
        """Take the rules as `lint_text` does, and what to drop: `error`, `warning`, `info` or `never`.

        `exclusion_writer` is a writer of datatrove that keeps what is dropped. Raises UsageError for a severity or
        share that is none, ConfigError for a rule or value that is not there.
        """
        self._judging = judging(drop_on, (select, ignore, config), min_confidence=min_confidence, name="drop_on")
        super().__init__(self._judging.config, exclusion_writer)

    def _take(self, document: Any) -> bool:
        """Note the findings of a document; tell whether it stays."""
        article = self._article(document)
        used = linter(config=self.config)
        doc = used.document(article)
        findings = used.check_document(doc)
        score = score_of(article.text, findings, likely_residue(doc))
        document.metadata[SCORE_KEY], document.metadata[RESIDUE_KEY] = score.score, score.residue_share
        document.metadata[METADATA_KEY] = json_escaped(_WRITTEN(list(records(Checked(article, findings)))))
        for kind, count in kinds(findings):
            self.stat_update(kind.code, value=count)
        return not any(map(self._judging.counts, findings))


class ScrapelintCleaner(_Step):
    """Mends the text of each document, and what `scrapelint clean` mends of its metadata.

    `metadata["scrapelint_removed"]` is an array as one string: for each place `field`, `start` in code points of the
    text as it was, `removed`, `inserted` and `codes`. A document that would lose more than `max_removed` of its
    paragraphs, from 0 to 1, is left as it is; `metadata["scrapelint_over"]` is the share that it would have lost, and 0
    for all others. With `drop_over` it goes no further.
    """

    name = "scrapelint clean"
    type = "🧹 - CLEANER"

    def __init__(
        self,
        config: Config | str | os.PathLike[str] | None = None,
        min_confidence: float = MIN_CONFIDENCE,
        max_removed: float = MAX_REMOVED,
        *,
        drop_over: bool = False,
        select: Sequence[str] | None = None,
        ignore: Sequence[str] = (),
        exclusion_writer: Any = None,
    ) -> None:
        """Take the rules as `lint_text` does; fixes of at least `min_confidence` are applied, safe or not.

        Raises UsageError for a share that is none, ConfigError for a rule or value that is not there.
        """
        self._mending = mending((select, ignore, config), min_confidence=min_confidence, max_removed=max_removed)
        self.drop_over = drop_over
        super().__init__(self._mending.config, exclusion_writer)

    def _take(self, document: Any) -> bool:
        """Mend a document; tell whether it stays."""
        article = self._article(document)
        mended = self._mending(article)
        after = mended_record(_record(document), mended.hunks, self._names)
        document.text, document.metadata = after["text"], {**after["metadata"], **_noted(article, mended)}
        self._count(article, mended)
        return not (mended.over and self.drop_over)

    def _count(self, article: Article, mended: Mended) -> None:
        self.stat_update(*(fixed.finding.code for fixed in mended.fixed))
        if mended.over:
            self.stat_update("over")
        elif mended.fixed:
            self.stat_update("mended")
            self.stat_update("removed_chars", value=len(article.text) - len(mended.article.text))


def _record(document: Any) -> dict[str, Any]:
    return {"text": document.text, "id": document.id, "metadata": document.metadata}


def _noted(article: Article, mended: Mended) -> dict[str, Any]:
    """Return what is noted of mending in the metadata of a document."""
    edits = [
        {
            "field": field, "start": start, "removed": (field_value(article, field) or "")[start:end],
            "inserted": content, "codes": list(codes),
        }
        for field, hunks in mended.hunks.items()
        for start, end, content, codes in hunks
    ]  # fmt: skip
    return {REMOVED_KEY: _WRITTEN(edits), OVER_KEY: round(mended.over.share, 3) if mended.over else 0.0}
