"""JSON Lines files."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from scrapelint.readers.compressions import zstd

if TYPE_CHECKING:
    from conftest import Reading

GOOD = b'{"text": "One.", "id": "a"}\n'


def test_lines_are_articles_numbered_from_1(reading: Reading) -> None:
    intakes = reading("a.jsonl", GOOD + b"\n  \r\n" + GOOD)

    assert [(i.article.record, i.article.id) for i in intakes] == [(1, "a"), (2, "a")]


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ('"https://larn.example/1"', "https://larn.example/1"),
        ('"common-crawl"', ""),
        ('{"id": null, "name": "The Larn Post"}', ""),
        ("null", ""),
    ],
)
def test_source_is_the_address_where_it_is_one(reading: Reading, source: str, url: str) -> None:
    (intake,) = reading("a.jsonl", f'{{"text": "One.", "source": {source}}}\n'.encode())

    assert intake.article.get("url") == url


def test_last_line_needs_no_line_break(reading: Reading) -> None:
    assert len(reading("a.ndjson", GOOD + GOOD.strip())) == 2


def test_broken_line_is_reported_with_its_place_and_the_rest_is_read(reading: Reading) -> None:
    first, second, third = reading("a.jsonl", GOOD + b'{"text": "Tw\n' + GOOD)

    assert first.readable
    assert third.readable
    assert second.article.record == 2
    assert second.faults[0].place == (2, 10, len(GOOD) + 9)


def test_line_with_a_null_is_a_fault_of_its_own_and_the_rest_is_read(reading: Reading) -> None:
    intakes = reading("a.jsonl", b'{"text": "On\0e."}\n' + 4 * GOOD)

    assert [intake.readable for intake in intakes] == [False, True, True, True, True]
    assert [fault.code for fault in intakes[0].faults] == ["INP001"]


@pytest.mark.parametrize("record", [b"[]", b"null", b'"x"', b"1", b"true"])
def test_line_that_is_no_object_is_reported(reading: Reading, record: bytes) -> None:
    (intake,) = reading("a.jsonl", record)

    assert intake.faults[0].code == "INP001"
    assert intake.faults[0].message.endswith("not an object")


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(b'{"text": "One.", "text": "Two."}', id="duplicate keys"),
        pytest.param(b'{"text": "One.", "score": NaN}', id="NaN"),
        pytest.param(b'{"text": "\\ud83d and \\udcff"}', id="lone surrogates"),
        pytest.param(b'{"text": "a\\u0000b"}', id="zero byte as an escape"),
        pytest.param(b'\xef\xbb\xbf{"text": "One."}', id="byte order mark"),
    ],
)
def test_odd_but_readable_record_is_read(reading: Reading, record: bytes) -> None:
    (intake,) = reading("a.jsonl", record)

    assert intake.readable
    assert not intake.faults


def test_undecodable_bytes_in_the_text_are_marked_there(reading: Reading) -> None:
    (intake,) = reading("a.jsonl", b'{"text": "Caf\xe9 \xff\xfe."}')

    assert [(f.code, f.span, f.field) for f in intake.faults] == [("INP002", (3, 4), "text")]


def test_undecodable_bytes_elsewhere_have_their_place_in_the_file(reading: Reading) -> None:
    (_, intake) = reading("a.jsonl", GOOD + b'{"title": "Caf\xe9", "text": "One."}')

    assert [(f.code, f.place) for f in intake.faults] == [("INP002", (2, 15, len(GOOD) + 14))]


def test_line_over_the_limit_is_skipped_and_the_rest_is_read(reading: Reading) -> None:
    long = b'{"text": "' + b"x" * 3_000_000 + b'"}\n'

    first, second, third = reading("a.jsonl", GOOD + long + GOOD, max_record_chars=1000)

    assert first.readable
    assert third.readable
    assert second.faults[0].code == "INP005"
    assert second.faults[0].evidence["max_record_chars"] == 1000


def test_line_as_long_as_the_limit_is_read(reading: Reading) -> None:
    intakes = reading("a.jsonl", GOOD * 2, max_record_chars=len(GOOD) - 1)

    assert all(intake.readable for intake in intakes)


@pytest.mark.parametrize("pack", [gzip.compress, zstd().compress], ids=["gz", "zst"])
def test_what_comes_before_the_cut_is_read(reading: Reading, pack: object) -> None:
    import random

    noise = random.Random(1)  # noqa: S311  # noise that does not compress
    records = b"".join(b'{"text": "%d"}\n' % noise.getrandbits(200) for _ in range(9000))
    ending = "gz" if pack is gzip.compress else "zst"

    *intakes, last = reading(f"a.jsonl.{ending}", pack(records)[:200_000])  # type: ignore[operator]

    assert len(intakes) > 1000
    assert last.faults[0].message == f"cannot be read after record {len(intakes)}: the {ending} data is cut short"


def test_utf_16_is_decoded(reading: Reading) -> None:
    (intake,) = reading("a.jsonl", '{"text": "Café."}'.encode("utf-16"))

    assert intake.article.text == "Café."


def test_blank_lines_are_pieces_of_many_and_nothing_is_lost() -> None:
    import io

    from scrapelint.readers.decoding import exact
    from scrapelint.readers.format import all_pieces
    from scrapelint.readers.formats.json_lines import JsonLines
    from scrapelint.readers.source import Source

    data = b"\n" * 25_000 + GOOD + b" " * 300 + b"\n\n \n" + GOOD + b"\n" * 3
    text, _ = exact(io.BufferedReader(io.BytesIO(data)))  # type: ignore[arg-type]

    pieces = list(all_pieces(JsonLines(), text, Source("a.jsonl")))

    assert "".join(piece.written for piece in pieces).encode() == data
    assert [piece.start.row for piece in pieces if piece.is_record] == [25_001, 25_005]
    assert len(pieces) < 12


@pytest.mark.parametrize("opening", [b"{", b"[\r", b"[{"])
def test_record_that_begins_a_line_and_goes_on_is_told_where_it_belongs(reading: Reading, opening: bytes) -> None:
    first, *_, last = reading("a.jsonl", opening + b'\n  "text": "One."\n}\n{"text": "Two."')

    assert first.faults[0].message.endswith("; records over several lines are for files that end in .json")
    assert not last.faults[0].message.endswith(".json")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "['Talks ended.', \"It's over.\"]",
            "the text is a list as a program prints it: take its items for the paragraphs",
        ),
        ('["Talks ended."]', "the text is a list as a program prints it: take its items for the paragraphs"),
        ('{"body": "Talks ended."}', "the text is a record of JSON"),
        ("<!doctype html><html><body>Talks ended.", "the text is a page of HTML: extract its text first"),
        ("['90s hits] Talks ended.", ""),
        ("[Update] Talks ended.", ""),
        ("{Talks} ended.", ""),
        ("<p>Talks ended.</p>", ""),
    ],
)
def test_text_that_is_data_is_told_and_checked_all_the_same(reading: Reading, text: str, told: str) -> None:
    (intake,) = reading("a.jsonl", json.dumps({"text": text}).encode())

    assert [(fault.code, fault.message) for fault in intake.faults] == ([("INP008", told)] if told else [])
    assert intake.readable
    assert intake.article.text == text
