"""Steps of real datatrove pipelines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader, ParquetReader
from datatrove.pipeline.writers import JsonlWriter, ParquetWriter

from scrapelint.config.values import Config
from scrapelint.errors import ConfigError, UsageError
from scrapelint.fixes.patches import Hunk, patched
from scrapelint.integrations.datatrove import Scrapelint, ScrapelintCleaner

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from datatrove.pipeline.base import PipelineStep

FORM = "Your email address will not be published."
STORY = "The council approved the plan for the new tram line on Tuesday night after a debate of six hours."
CONFIG = Config(select=("CMT001", "MET002"))


CMT = Config(select=("CMT",))
PAGE = f"{STORY}\n\n{FORM}"


def document(text: str, **metadata: object) -> Document:
    return Document(text=text, id="a", metadata=metadata)


def run(steps: Sequence[PipelineStep], folder: Path, tasks: int = 1) -> None:
    LocalPipelineExecutor(list(steps), tasks=tasks, workers=1, logging_dir=str(folder / "logs")).run()


def written(folder: Path) -> list[dict[str, Any]]:
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [json.loads(line) for line in lines]


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

    run(pipeline, tmp_path, tasks=2)

    left = written(tmp_path / "out")
    assert sorted(record["id"] for record in left) == [f"{part}{n}" for part in "ab" for n in range(0, 10, 2)]
    assert all(record["metadata"]["scrapelint"] == "[]" for record in left)


def test_findings_of_any_shape_are_written_to_one_parquet_file(tmp_path: Path) -> None:
    texts = [STORY, f"{STORY}\n\n{FORM}", "Short.", f"{STORY}\n\nShare\nTweet\n\n{FORM}"]
    lines = [json.dumps({"id": str(n), "text": text, "title": "Untitled"}) for n, text in enumerate(texts)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    pipeline = [JsonlReader(str(tmp_path), glob_pattern="*.jsonl"), Scrapelint(), ParquetWriter(str(tmp_path / "out"))]

    run(pipeline, tmp_path)

    (path,) = (tmp_path / "out").glob("*.parquet")
    assert [row["text"] for row in pq.read_table(path).to_pylist()] == texts


def test_dropped_documents_go_to_the_writer_for_them(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"id": t[:5], "text": t}) for t in (STORY, PAGE)), "utf-8")
    dropped = JsonlWriter(str(tmp_path / "dropped"), compression=None)
    step = Scrapelint(CONFIG, drop_on="error", exclusion_writer=dropped)

    run([JsonlReader(str(tmp_path), glob_pattern="*.jsonl"), step], tmp_path)

    assert [record["text"] for record in written(tmp_path / "dropped")] == [PAGE]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        (
            {"drop_on": "eror"},
            UsageError,
            "drop_on is 'eror', not info, warning, error or never; did you mean \"error\"",
        ),
        ({"min_confidence": 90}, UsageError, "min_confidence is 90, not a number from 0 to 1"),
        ({"select": ["CTM"]}, ConfigError, "CTM"),
    ],
)
def test_what_is_no_option_is_told_when_the_step_is_made(
    options: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        Scrapelint(**options)


class TestCleaner:
    def test_text_is_mended_and_what_was_removed_is_noted(self) -> None:
        (cleaned,) = ScrapelintCleaner(CMT).run([document(PAGE, title="Trams")])

        assert cleaned.text == STORY
        (edit,) = json.loads(cleaned.metadata.pop("scrapelint_removed"))
        assert (edit["field"], edit["removed"].strip(), edit["codes"]) == ("text", FORM, ["CMT001"])
        assert cleaned.metadata == {"title": "Trams", "scrapelint_over": 0.0}

    def test_notes_lead_from_the_text_as_it_was_to_the_text_as_it_is(self) -> None:
        before = f"{STORY}\n\nShare\nTweet\n\n{STORY.upper()}\n\nLeave a Reply\n{FORM}"

        (cleaned,) = ScrapelintCleaner().run([document(before)])

        edits = json.loads(cleaned.metadata["scrapelint_removed"])
        hunks = [Hunk(e["start"], e["start"] + len(e["removed"]), e["inserted"]) for e in edits]
        assert len(edits) > 1
        assert patched(before, hunks) == cleaned.text

    def test_fields_are_mended_where_clean_mends_them(self) -> None:
        (cleaned,) = ScrapelintCleaner(select=["ENC"]).run([document(STORY, title="Caf\u00c3\u00a9 at noon in May")])

        assert cleaned.metadata["title"] == "Caf\u00e9 at noon in May"
        assert json.loads(cleaned.metadata["scrapelint_removed"])[0]["field"] == "title"

    @pytest.mark.parametrize(("drop_over", "stays"), [(False, 1), (True, 0)])
    def test_document_that_would_lose_too_much_is_marked_or_dropped(self, drop_over: bool, stays: int) -> None:  # noqa: FBT001
        step = ScrapelintCleaner(CMT, drop_over=drop_over)

        found = list(step.run([document(FORM)]))

        assert [one.metadata["scrapelint_over"] for one in found] == [1.0] * stays
        assert all(one.text == FORM and one.metadata["scrapelint_removed"] == "[]" for one in found)
        assert step.stats["over"].total == 1

    def test_bound_may_be_all_of_a_text(self) -> None:
        (cleaned,) = ScrapelintCleaner(CMT, max_removed=1).run([document(FORM)])

        assert cleaned.text == ""

    def test_document_without_a_finding_is_as_it_was(self) -> None:
        (cleaned,) = ScrapelintCleaner(CMT).run([document(STORY)])

        assert cleaned.text == STORY
        assert cleaned.metadata == {"scrapelint_removed": "[]", "scrapelint_over": 0.0}

    def test_a_share_that_is_none_is_told(self) -> None:
        with pytest.raises(UsageError, match="max_removed is 50"):
            ScrapelintCleaner(max_removed=50)


def test_both_steps_write_parquet_that_is_read_again(tmp_path: Path) -> None:
    texts = [STORY, PAGE, f"{STORY}\n\nShare\nTweet\n\n{FORM}"]
    lines = [json.dumps({"id": str(n), "text": text, "title": "Trams"}) for n, text in enumerate(texts)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    steps = [ScrapelintCleaner(), Scrapelint()]

    # One document at a time: the columns of the first are those of all.
    run(
        [JsonlReader(str(tmp_path), glob_pattern="*.jsonl"), *steps, ParquetWriter(str(tmp_path / "p"), batch_size=1)],
        tmp_path,
    )
    again = [ParquetReader(str(tmp_path / "p")), *steps, JsonlWriter(str(tmp_path / "out"), compression=None)]
    LocalPipelineExecutor(again, tasks=1, logging_dir=str(tmp_path / "logs-again")).run()

    first = pq.read_table(next((tmp_path / "p").glob("*.parquet"))).to_pylist()
    assert [row["text"] for row in first] == [STORY] * 3
    assert [len(json.loads(row["metadata"]["scrapelint_removed"])) for row in first] == [0, 1, 1]
    assert [record["text"] for record in written(tmp_path / "out")] == [STORY] * 3
    assert [record["metadata"]["scrapelint_removed"] for record in written(tmp_path / "out")] == ["[]"] * 3
