"""Arrow, Feather and data sets of Hugging Face."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from command import found, scrapelint
from pyarrow import feather

if TYPE_CHECKING:
    from pathlib import Path

STORY = "The council of Larn opened the bridge on Friday, and the mayor thanked all who had built it."
FORM = "Your email address will not be published."
TABLE = pa.table({"id": ["a", "b"], "text": [f"{STORY}\n\n{FORM}", STORY], "day": pa.array([1, 2], pa.date32())})


def write(path: Path, name: str) -> None:
    if name.endswith("stream.arrow"):
        with pa.ipc.new_stream(path / name, TABLE.schema) as writer:
            writer.write_table(TABLE)
    else:
        feather.write_feather(TABLE, path / name)


def read(path: Path) -> pa.Table:
    source = pa.memory_map(str(path))
    opened = pa.ipc.open_stream if path.name.endswith("stream.arrow") else pa.ipc.open_file
    return opened(source).read_all()


@pytest.mark.parametrize("name", ["a.feather", "a.arrow", "stream.arrow"])
def test_rows_are_checked_and_cleaned(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert [(f["code"], f["record"], f["id"]) for f in found("--select", "CMT", name, cwd=tmp_path).findings] == [
        ("CMT001", 1, "a")
    ]

    ran = scrapelint("clean", "--isolated", "--select", "CMT", name, "-o", f"out/{name}", cwd=tmp_path)

    assert ran.status == 2
    (tmp_path / "out").mkdir()
    ran = scrapelint("clean", "--isolated", "--select", "CMT", name, "-o", f"out/{name}", cwd=tmp_path)
    assert ran.status == 0, ran.err
    after = read(tmp_path / "out" / name)
    assert after["text"].to_pylist() == [STORY, STORY]
    assert after.drop_columns("text") == TABLE.drop_columns("text")
    assert after.schema == TABLE.schema


def test_files_that_lie_beside_a_data_set_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "train").mkdir()
    write(tmp_path / "train", "data-00000-of-00001.stream.arrow")
    for name in ("dataset_dict.json", "train/dataset_info.json", "train/state.json"):
        (tmp_path / name).write_text(json.dumps({"splits": ["train"]}))

    ran = found("--select", "CMT,INP", ".", cwd=tmp_path)

    assert ran.codes == ["CMT001"], ran.err
    scrapelint("clean", "--isolated", "--select", "CMT", ".", "-o", "new", cwd=tmp_path)
    assert sorted(str(path.relative_to(tmp_path / "new")) for path in (tmp_path / "new").rglob("*.*")) == [
        "dataset_dict.json", "train/data-00000-of-00001.stream.arrow", "train/dataset_info.json", "train/state.json",
    ]  # fmt: skip


def test_broken_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.arrow").write_bytes(b"ARROW1\0\0 and no more")

    assert found("a.arrow", cwd=tmp_path).codes == ["INP003"]
