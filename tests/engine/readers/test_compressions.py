"""Compressed files: what they cost, whatever they have inside."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from command import found, scrapelint
from pyarrow import parquet

from scrapelint.readers.compressions import ENDINGS, FREE_BYTES, compressing

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Reading

GOOD = b'{"text": "Talks ended on Friday."}\n'

each_ending = pytest.mark.parametrize("ending", ENDINGS)


def compressed(content: bytes, ending: str) -> bytes:
    out = io.BytesIO()
    with compressing(out, ENDINGS[ending]) as file:
        file.write(content)
    return out.getvalue()


@each_ending
def test_little_data_with_much_inside_is_not_read_to_its_end(reading: Reading, ending: str) -> None:
    bomb = compressed(GOOD + b" " * 3 * FREE_BYTES + b"\n" + GOOD, ending)

    first, *rest = reading(f"a.jsonl{ending}", bomb)

    assert first.article.text == "Talks ended on Friday."
    assert [intake.faults[0].code for intake in rest] == ["INP003"]
    assert (
        rest[0]
        .faults[0]
        .message.endswith("data has more than 200 times its size inside; `max-expansion` allows no more")
    )
    assert len(reading(f"a.jsonl{ending}", bomb, max_expansion=1_000_000)) == 2


def test_bound_is_that_of_the_configuration_for_what_checks_and_what_mends(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(compressed(GOOD + b" " * 3 * FREE_BYTES + b"\n" + GOOD, ".gz"))
    more = ("--config", "max-expansion = 20000")

    told = scrapelint("clean", "a.jsonl.gz", "-o", "out.jsonl", cwd=tmp_path)
    assert (told.status, (tmp_path / "out.jsonl").exists()) == (2, False)
    assert "more than 200 times its size inside; `max-expansion` allows no more" in told.err

    assert "2 records" in scrapelint("clean", "a.jsonl.gz", "-o", "out.jsonl", *more, cwd=tmp_path).err
    assert found("a.jsonl.gz", cwd=tmp_path).codes == ["INP003"]
    assert found("a.jsonl.gz", *more, cwd=tmp_path).codes == []


@pytest.mark.parametrize("codec", ["zstd", "gzip"])
def test_columns_with_much_inside_are_not_read(reading: Reading, codec: str) -> None:
    out = io.BytesIO()
    parquet.write_table(pa.table({"text": [" " * FREE_BYTES, "Talks ended."]}), out, compression=codec)

    assert [intake.faults[0].message for intake in reading("a.parquet", out.getvalue())] == [
        "cannot be read: the parquet data has more than 200 times its size inside; `max-expansion` allows no more"
    ]
    assert len(reading("a.parquet", out.getvalue(), max_expansion=1_000_000)) == 2


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_much_data_is_read_however_well_it_is_compressed(reading: Reading, ending: str) -> None:
    words = [f"word{number}" for number in range(500)]
    dice = random.Random(1)  # noqa: S311
    lines = [b'{"text": "%s"}\n' % " ".join(dice.choices(words, k=50)).encode() for _ in range(200)]
    content = b"".join(dice.choices(lines, k=FREE_BYTES // 200))

    assert (
        sum(intake.readable for intake in reading(f"a.jsonl{ending}", compressed(content, ending))) == FREE_BYTES // 200
    )
