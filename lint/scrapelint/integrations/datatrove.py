"""A step of a datatrove pipeline that notes findings on documents, and drops those with bad ones.

>>> from scrapelint.integrations.datatrove import Scrapelint
>>> pipeline = [JsonlReader("crawl"), Scrapelint(drop_on="error"), JsonlWriter("clean")]
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scrapelint.api import linter
from scrapelint.article import from_record
from scrapelint.config.values import Config
from scrapelint.finding import Severity
from scrapelint.intake import Checked
from scrapelint.reporters.programs.records import records
from scrapelint.resources.extras import needed
from scrapelint.scoring import likely_residue, score_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.engine.linter import Linter
    from scrapelint.finding import Finding

PipelineStep: Any = needed("datatrove.pipeline.base", "datatrove", "a step of a datatrove pipeline").PipelineStep

METADATA_KEY = "scrapelint"
"""Where the findings of a document are put in its metadata."""
SCORE_KEY = "scrapelint_score"
RESIDUE_KEY = "scrapelint_residue_share"
"""Where its score and its share of residue are put, both from 0 to 1."""


class Scrapelint(PipelineStep):  # type: ignore[misc]  # datatrove has no types
    """Checks each document by the rules for one article; its text stays as it is.

    The findings go into `metadata["scrapelint"]` as the array that `json` prints, written as one string: a table of
    documents then has one column of one type, whatever was found. Beside it stand `scrapelint_score` and
    `scrapelint_residue_share`, numbers from 0 to 1 that later steps can filter by. With `drop_on`, a document
    with a finding of this severity or a worse one, and at least `min_confidence`, goes no further.
    """

    name = "scrapelint"
    type = "🔎 - LINTER"

    def __init__(self, config: Config | None = None, drop_on: str = "never", min_confidence: float = 0.9) -> None:
        """Take the configuration of the rules, and what to drop: `error`, `warning`, `info` or `never`."""
        super().__init__()
        self.config = config or Config()
        self.drop_on = None if drop_on == "never" else Severity.of(drop_on)
        self.min_confidence = min_confidence

    def run(self, data: Iterable[Any], rank: int = 0, world_size: int = 1) -> Iterator[Any]:  # noqa: ARG002
        """Yield the documents that stay, with their findings."""
        used = linter(config=self.config)
        for document in data:
            with self.track_time():
                stays = self._check(document, used)
            if stays:
                yield document

    def _check(self, document: Any, used: Linter) -> bool:
        """Note the findings of a document; tell whether it stays."""
        article = from_record({"text": document.text, "id": document.id, "metadata": document.metadata})
        if article is None:
            raise TypeError(f"document {document.id}: its text is no string")
        doc = used.document(article)
        findings = used.check_document(doc)
        score = score_of(article.text, findings, likely_residue(doc))
        document.metadata[SCORE_KEY], document.metadata[RESIDUE_KEY] = score.score, score.residue_share
        document.metadata[METADATA_KEY] = json.dumps(list(records(Checked(article, findings))), ensure_ascii=False)
        drops = self._drops(findings)
        self.stat_update("dropped" if drops else "forwarded", *(finding.code for finding in findings))
        return not drops

    def _drops(self, findings: Sequence[Finding]) -> bool:
        if self.drop_on is None:
            return False
        return any(f.severity >= self.drop_on and f.confidence >= self.min_confidence for f in findings)
