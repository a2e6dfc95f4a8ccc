"""A step of a real datatrove pipeline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter, ParquetWriter

from scrapelint.config.values import Config
from scrapelint.integrations.datatrove import Scrapelint

if TYPE_CHECKING:
    from pathlib import Path

FORM = "Your email address will not be published."
STORY = "The council approved the plan for the new tram line on Tuesday night after a debate of six hours."
CONFIG = Config(select=("CMT001", "MET002"))


def document(text: str, **metadata: object) -> Document:
    return Document(text=text, id="a", metadata=metadata)


def test_findings_are_noted_on_the_document() -> None:
    (checked,) = Scrapelint(CONFIG).run([document(f"{STORY}\n\n{FORM}", title="404 Not Found")])

    found = json.loads(checked.metadata["scrapelint"])
    assert {(f["code"], f["field"]) for f in found} == {("CMT001", "text"), ("MET002", "title")}
    assert checked.text == f"{STORY}\n\n{FORM}"


def test_score_and_share_of_residue_are_numbers_to_filter_by() -> None:
    clean, dirty = Scrapelint(CONFIG).run([document(STORY), document(f"{STORY}\n\n{FORM}")])

    assert (clean.metadata["scrapelint_score"], clean.metadata["scrapelint_residue_share"]) == (1.0, 0.0)
    assert 0.2 < dirty.metadata["scrapelint_residue_share"] < 0.4


@pytest.mark.parametrize(("drop_on", "min_confidence", "stays"), [("never", 0, 2), ("error", 0.9, 1), ("error", 1, 2)])
def test_documents_are_dropped_as_told(drop_on: str, min_confidence: float, stays: int) -> None:
    step = Scrapelint(CONFIG, drop_on, min_confidence)

    assert len(list(step.run([document(f"{STORY}\n\n{FORM}"), document(STORY)]))) == stays


def test_step_runs_in_a_pipeline_of_several_processes(tmp_path: Path) -> None:
    for part in "ab":
        lines = [json.dumps({"id": f"{part}{n}", "text": f"{STORY}\n\n{FORM}" if n % 2 else STORY}) for n in range(10)]
        (tmp_path / f"{part}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    writer = JsonlWriter(str(tmp_path / "out"), compression=None)
    pipeline = [JsonlReader(str(tmp_path), glob_pattern="*.jsonl"), Scrapelint(CONFIG, drop_on="error"), writer]

    LocalPipelineExecutor(pipeline, tasks=2, workers=1, logging_dir=str(tmp_path / "logs")).run()

    written = [
        json.loads(line)
        for path in sorted((tmp_path / "out").glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    assert sorted(record["id"] for record in written) == [f"{part}{n}" for part in "ab" for n in range(0, 10, 2)]
    assert all(record["metadata"]["scrapelint"] == "[]" for record in written)


def test_findings_of_any_shape_are_written_to_one_parquet_file(tmp_path: Path) -> None:
    texts = [STORY, f"{STORY}\n\n{FORM}", "Short.", f"{STORY}\n\nShare\nTweet\n\n{FORM}"]
    lines = [json.dumps({"id": str(n), "text": text, "title": "Untitled"}) for n, text in enumerate(texts)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    pipeline = [JsonlReader(str(tmp_path), glob_pattern="*.jsonl"), Scrapelint(), ParquetWriter(str(tmp_path / "out"))]

    LocalPipelineExecutor(pipeline, tasks=1, logging_dir=str(tmp_path / "logs")).run()

    (path,) = (tmp_path / "out").glob("*.parquet")
    assert [row["text"] for row in pq.read_table(path).to_pylist()] == texts
