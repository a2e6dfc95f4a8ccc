"""Arrow, Feather and data sets of Hugging Face."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from command import found, scrapelint
from pyarrow import feather

from scrapelint.readers.files import input_of
from scrapelint.readers.reading import read as read_file
from scrapelint.readers.source import Source

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


@pytest.mark.parametrize("name", ["a.feather", "stream.arrow"])
def test_columns_that_lead_out_of_their_file_are_a_finding(tmp_path: Path, name: str) -> None:
    if name == "a.feather":
        feather.write_feather(TABLE, tmp_path / name, compression="uncompressed")
    else:
        write(tmp_path, name)
    data = (tmp_path / name).read_bytes()
    ends = struct.pack("<3i", 0, len(f"{STORY}\n\n{FORM}"), len(f"{STORY}\n\n{FORM}{STORY}"))
    assert data.count(ends) == 1
    (tmp_path / name).write_bytes(data.replace(ends, struct.pack("<3i", 0, 1 << 30, ends[8])))
    (tmp_path / "b.txt").write_text(f"{STORY}\n\n{FORM}\n", encoding="utf-8")

    ran = found(name, "b.txt", cwd=tmp_path)

    assert ran.codes == ["INP003", "CMT001"], ran.err


def test_strings_that_are_no_utf_8_are_read(tmp_path: Path) -> None:
    bad = pa.array([STORY.encode() + b"\xff"], pa.binary())
    text = bad.view(pa.string())
    lists = pa.ListArray.from_arrays(pa.array([0, 1], pa.int32()), text)
    columns = {"text": text, "metadata": pa.StructArray.from_arrays([text, lists], ["title", "author"])}
    table = pa.RecordBatch.from_arrays(list(columns.values()), list(columns))
    with pa.ipc.new_stream(tmp_path / "a.arrow", table.schema) as writer:
        writer.write_batch(table)

    options = ("--isolated", "--select", "MET", "--output-format", "json-lines")
    ran = scrapelint("check", *options, "a.arrow", cwd=tmp_path)

    assert "internal error" not in ran.err
    assert "INP002" in ran.codes
    assert not {finding["field"] for finding in ran.findings if finding["code"] == "MET003"} & {"title", "author"}


def test_names_of_columns_that_are_no_utf_8_are_a_finding(tmp_path: Path) -> None:
    write(tmp_path, "a.stream.arrow")
    data = (tmp_path / "a.stream.arrow").read_bytes()
    (tmp_path / "a.stream.arrow").write_bytes(data.replace(b"day", b"d\xffy", 1))

    assert found("a.stream.arrow", cwd=tmp_path).codes == ["INP003"]


@pytest.mark.parametrize("kind", ["struct", "list", "dictionary"])
def test_names_within_columns_that_are_no_utf_8_are_a_finding(tmp_path: Path, kind: str) -> None:
    inner = pa.array([{"inner_day": "x"}])
    columns = {
        "struct": inner,
        "list": pa.array([[{"inner_day": "x"}]]),
        "dictionary": pa.DictionaryArray.from_arrays(pa.array([0]), inner),
    }
    table = pa.table({"text": [STORY], "metadata": columns[kind]})
    with pa.ipc.new_stream(tmp_path / "a.arrow", table.schema) as writer:
        writer.write_table(table)
    data = (tmp_path / "a.arrow").read_bytes()
    (tmp_path / "a.arrow").write_bytes(data.replace(b"inner_day", b"inner\xffday"))

    (intake,) = read_file(input_of(str(tmp_path / "a.arrow"), "a.arrow"), Source("a.arrow"))

    assert [fault.code for fault in intake.faults] == ["INP003"]
