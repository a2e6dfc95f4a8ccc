"""Compressed files: what they cost, whatever they have inside."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

import pytest

from scrapelint.readers.compressions import ENDINGS, FREE_BYTES, compressing

if TYPE_CHECKING:
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
    assert rest[0].faults[0].message.endswith("data has more than 200 times its size inside")


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_much_data_is_read_however_well_it_is_compressed(reading: Reading, ending: str) -> None:
    words = [f"word{number}" for number in range(500)]
    dice = random.Random(1)  # noqa: S311
    lines = [b'{"text": "%s"}\n' % " ".join(dice.choices(words, k=50)).encode() for _ in range(200)]
    content = b"".join(dice.choices(lines, k=FREE_BYTES // 200))

    assert (
        sum(intake.readable for intake in reading(f"a.jsonl{ending}", compressed(content, ending))) == FREE_BYTES // 200
    )
