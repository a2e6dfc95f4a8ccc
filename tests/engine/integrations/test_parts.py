"""Files in parts: together they are the file."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

import pytest

from scrapelint.errors import ReadError
from scrapelint.integrations.parts import lines_of, parts_of, records_of
from scrapelint.readers.files import input_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"a", b"one\ntwo\n\nthree", b"\n\n\xe9\r\nlonger line\n", b"x" * 40 + b"\ny\n"]
)
@pytest.mark.parametrize("part_bytes", range(1, 14))
def test_each_line_is_in_one_part_wherever_a_file_is_parted(content: bytes, part_bytes: int, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)

    parts = parts_of([input_of(str(path), "in/a.jsonl")], part_bytes)

    lines = [line for part in parts for line, _, _ in lines_of(part)]
    assert lines == (content.removesuffix(b"\n").split(b"\n") if content else [])
    assert [part.number for part in parts] == [*range(max(1, -(-len(content) // part_bytes)))]
    assert {part.filename for part in parts} == {"in/a.jsonl"}


def test_compressed_file_is_one_part_and_one_that_is_cut_short_is_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"line\n" * 9999)[:-20])

    (part,) = parts_of([input_of(str(path), "a.jsonl.gz")], 10)

    with pytest.raises(ReadError, match=r"a\.jsonl\.gz: cannot be read to its end: the gz data is cut short"):
        list(lines_of(part))


def test_records_have_their_numbers_and_blank_lines_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "Caf\xe9"}\n \n{}\n')

    (part,) = parts_of([input_of(str(path), "a.jsonl")])

    assert rows(records_of(part, 5)) == [
        {"line": b'{"text": "Caf\xe9"}', "filename": "a.jsonl", "record": 6},
        {"line": b"{}", "filename": "a.jsonl", "record": 7},
    ]


def test_rows_of_parquet_have_their_addresses_in_place_of_columns_of_that_name(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"text": ["One.", "Two."], "record": ["x", "y"]}), tmp_path / "a.parquet")

    (part,) = parts_of([input_of(str(tmp_path / "a.parquet"), "a.parquet")], 10)

    assert rows(records_of(part, 0)) == [
        {"text": "One.", "filename": "a.parquet", "record": 1},
        {"text": "Two.", "filename": "a.parquet", "record": 2},
    ]


def rows(batches: Any) -> list[dict[str, Any]]:
    return [row for batch in batches for row in batch.to_pylist()]
