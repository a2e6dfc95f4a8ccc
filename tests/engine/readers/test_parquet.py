"""Parquet: read, and mended into a new file."""

from __future__ import annotations

import gzip
import io
import json
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from command import FORM, found, scrapelint
from pyarrow import parquet

from scrapelint.readers.table import with_values

if TYPE_CHECKING:
    from pathlib import Path

STORY = "The council approved the plan for the new tram line on Tuesday night after a debate of six hours."
ROWS = [
    {"id": "a", "score": 0.5, "text": f"{STORY}\n\n{FORM}\n", "metadata": {"title": "404 Not Found", "n": 1}},
    {"id": "b", "score": None, "text": STORY, "metadata": {"title": "Trams", "n": 2}},
    {"id": "c", "score": 1.5, "text": None, "metadata": None},
    {"id": "d", "score": 2.5, "text": f"{FORM}\n\n{STORY}", "metadata": {"title": "Trams", "n": None}},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A Parquet file of four rows in two groups."""
    table = pa.Table.from_pylist(ROWS).replace_schema_metadata({"made-by": "a crawler"})
    parquet.write_table(table, tmp_path / "a.parquet", row_group_size=2, compression="zstd")
    return tmp_path


def test_records_are_rows(folder: Path) -> None:
    ran = found("a.parquet", cwd=folder)

    assert [(f["code"], f["record"], f["id"]) for f in ran.findings] == [
        ("CMT001", 1, "a"), ("INP004", 3, "3"), ("CMT001", 4, "d"),
    ]  # fmt: skip
    assert ran.findings[0]["location"] == {"row": 3, "column": 1, "offset": len(STORY) + 2}


def test_only_columns_of_known_fields_are_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scrapelint.readers import reading
    from scrapelint.readers.files import input_of
    from scrapelint.readers.source import Source

    asked = []
    real = parquet.ParquetFile.iter_batches

    def spy(file: parquet.ParquetFile, size: int, columns: list[str] | None = None) -> object:
        asked.append(columns)
        return real(file, size, columns=columns)

    monkeypatch.setattr(parquet.ParquetFile, "iter_batches", spy)
    list(reading.read(input_of(str(folder / "a.parquet"), "a.parquet"), Source("a.parquet")))

    assert asked == [["id", "text", "metadata"]]


def test_compressed_and_piped_files_are_read(folder: Path) -> None:
    data = (folder / "a.parquet").read_bytes()
    (folder / "b.parquet.gz").write_bytes(gzip.compress(data))

    assert found("b.parquet.gz", cwd=folder).codes == ["CMT001", "INP004", "CMT001"]
    assert found("--stdin-filename", "x.parquet", "-", cwd=folder, stdin=data).codes == ["CMT001", "INP004", "CMT001"]


@pytest.mark.parametrize("content", [b"", b"no Parquet", b"PAR1 and no more PAR1"])
def test_file_that_is_no_parquet_is_a_finding(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(content)

    assert found("a.parquet", cwd=tmp_path).codes == ["INP003"]


def test_file_that_is_cut_short_is_a_finding(folder: Path) -> None:
    data = (folder / "a.parquet").read_bytes()
    (folder / "cut.parquet").write_bytes(data[: len(data) // 2])

    assert found("cut.parquet", cwd=folder).codes == ["INP003"]


class TestClean:
    def clean(self, folder: Path, *options: str) -> pa.Table:
        ran = scrapelint("clean", "--isolated", "--select", "CMT001,MET002,SEG011", "a.parquet", "-o", "b.parquet",
                         *options, cwd=folder)  # fmt: skip
        assert ran.status == 0, ran.err
        return parquet.read_table(folder / "b.parquet")

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_texts_are_mended_and_all_else_stays(self, folder: Path, jobs: str) -> None:
        before, after = parquet.read_table(folder / "a.parquet"), self.clean(folder, "--jobs", jobs)

        assert after.schema == before.schema
        assert after.schema.metadata[b"made-by"] == b"a crawler"
        assert [row["text"] for row in after.to_pylist()] == [f"{STORY}\n", STORY, None, STORY]
        assert after.drop_columns("text") == before.drop_columns("text")

    def test_row_groups_and_compression_stay(self, folder: Path) -> None:
        self.clean(folder)

        group = parquet.ParquetFile(folder / "b.parquet").metadata.row_group(0)
        assert group.column(0).compression == "ZSTD"

    def test_dropped_rows_go_to_the_rejects(self, folder: Path) -> None:
        after = self.clean(folder, "--extend-select", "MET002", "--drop-on", "warning", "--min-confidence", "0.5")

        rejects = [json.loads(line) for line in (folder / "b.rejects.jsonl").read_text("utf-8").splitlines()]
        assert [row["id"] for row in after.to_pylist()] == ["b", "c", "d"]
        assert [(reject["id"], reject["reasons"][0]["code"]) for reject in rejects] == [("a", "MET002")]

    def test_no_ledger_is_kept(self, folder: Path) -> None:
        ran = scrapelint("clean", "a.parquet", "-o", "b.parquet", "--ledger", "l.jsonl", cwd=folder)

        assert ran.status == 2
        assert "no ledger is kept for Parquet" in ran.err
        assert not (folder / "b.parquet").exists()

    def test_broken_file_leaves_nothing(self, folder: Path) -> None:
        (folder / "a.parquet").write_bytes((folder / "a.parquet").read_bytes()[:-20])

        ran = scrapelint("clean", "a.parquet", "-o", "b.parquet", cwd=folder)

        assert ran.status == 2
        assert "nothing is written" in ran.err
        assert [path.name for path in folder.iterdir()] == ["a.parquet"]

    def test_file_is_not_mended_in_its_place(self, folder: Path) -> None:
        before = (folder / "a.parquet").read_bytes()

        ran = scrapelint("check", "--fix", "a.parquet", cwd=folder)

        assert ran.status == 2
        assert "mend it with `scrapelint clean IN -o OUT`" in ran.err
        assert (folder / "a.parquet").read_bytes() == before


def test_memory_file_is_read_by_its_address(folder: Path) -> None:
    address = (folder / "a.parquet").as_uri()

    assert found(address, cwd=folder).codes == ["CMT001", "INP004", "CMT001"]
    assert found(address.replace("a.parquet", "*.parquet"), cwd=folder).codes == ["CMT001", "INP004", "CMT001"]


def test_address_that_leads_nowhere_is_told(folder: Path) -> None:
    missing = (folder / "b.parquet").as_uri()

    assert found(missing, cwd=folder).codes == ["INP003"]
    assert "no file matches" in found(missing.replace("b.", "b*."), cwd=folder).err
    assert "protocol not known: nonsense" in found("nonsense://a/*.parquet", cwd=folder).err


def test_bytes_in_memory_are_read_too() -> None:
    from scrapelint.readers.formats.parquet import Parquet
    from scrapelint.readers.source import Source

    sink = io.BytesIO()
    parquet.write_table(pa.table({"content": [STORY]}), sink)
    sink.seek(0)

    assert [intake.article.text for intake in Parquet().read(sink, Source("x.parquet"))] == [STORY]


class TestNewValues:
    def test_value_that_python_cannot_hold_stays_where_another_row_is_changed(self) -> None:
        took = pa.array([1, 2**62]).cast(pa.duration("s"))
        column = pa.StructArray.from_arrays([pa.array(["a", "b"]), took], ["text", "took"])
        batch = pa.record_batch([column], ["article"])

        made = with_values(batch, {"article": {0: {"text": "c", "took": None}}})

        assert made.schema == batch.schema
        assert made.column(0).slice(1) == column.slice(1)
        assert made.column(0)[0].as_py() == {"text": "c", "took": None}

    @pytest.mark.parametrize("kind", ["string", "large_string", "dictionary<values=string, indices=int32, ordered=0>"])
    def test_type_and_chunks_stay(self, kind: str) -> None:
        plain = pa.array(["a", None, "b"])
        column = plain.dictionary_encode() if kind.startswith("dictionary") else plain.cast(kind)
        table = pa.table({"text": pa.chunked_array([column, column])})

        made = with_values(table, {"text": {5: "c", 0: None}})

        assert made.schema == table.schema
        assert made.column(0).to_pylist() == [None, None, "b", "a", None, "c"]


KINDS = [
    pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string()),
]  # fmt: skip


@pytest.mark.parametrize("kind", [*KINDS, *map(pa.list_, KINDS[:3])], ids=str)
@pytest.mark.parametrize("is_chunked", [False, True])
def test_values_of_every_kind_of_string_are_replaced(kind: pa.DataType, *, is_chunked: bool) -> None:
    is_list = pa.types.is_list(kind)
    values = [[value] if is_list and value else value for value in ("a", None, "c", "d" * 40)]
    column = pa.array(values, kind)
    table = pa.table({"text": pa.chunked_array([column.slice(0, 1), column.slice(1)])})
    changed = {3: ["X"] if is_list else "X", 0: ["é"] if is_list else "é"}

    after = with_values(table if is_chunked else table.combine_chunks().to_batches()[0], {"text": changed})

    assert after.column("text").to_pylist() == [changed[0], *values[1:3], changed[3]]
    assert after.schema == table.schema
