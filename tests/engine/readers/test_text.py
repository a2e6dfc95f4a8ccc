"""Text files."""

from __future__ import annotations

import gzip
import io
from typing import TYPE_CHECKING

import pytest

from scrapelint.readers.compressions import zstd
from scrapelint.readers.formats.text import Text
from scrapelint.readers.source import Source

if TYPE_CHECKING:
    from conftest import Reading


def test_text_is_the_file_as_it_stands(reading: Reading) -> None:
    (intake,) = reading("a.txt", "Ein Satz.\r\n\r\n\tUnd é.\r".encode())

    assert intake.article.text == "Ein Satz.\r\n\r\n\tUnd é.\r"
    assert not intake.faults


def test_empty_file_is_an_empty_article(reading: Reading) -> None:
    (intake,) = reading("a.txt", b"")

    assert intake.readable
    assert intake.article.text == ""


def test_byte_order_mark_is_left_out_but_counts_in_offsets(reading: Reading) -> None:
    (intake,) = reading("a.txt", b"\xef\xbb\xbfTalks ended.")

    assert intake.article.text == "Talks ended."
    assert intake.article.start == (1, 1, 1)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_byte_order_mark_names_the_encoding(reading: Reading, encoding: str) -> None:
    (intake,) = reading("a.txt", "Café.".encode(encoding))

    assert intake.article.text == "Café."
    assert not intake.faults


def test_undecodable_bytes_are_kept_and_reported_once_with_their_place(reading: Reading) -> None:
    (intake,) = reading("a.txt", b"One.\nCaf\xe9 and na\xefve.")

    (fault,) = intake.faults
    assert intake.article.text.encode("utf-8", "surrogateescape") == b"One.\nCaf\xe9 and na\xefve."
    assert (fault.code, fault.span, fault.evidence) == ("INP002", (8, 9), {"bytes": "0xe9", "count": 2})


def test_binary_file_is_reported_and_not_checked(reading: Reading) -> None:
    (intake,) = reading("a.txt", b"\x89PNG\0\0\0\rIHDR")

    assert not intake.readable
    assert [fault.code for fault in intake.faults] == ["INP003"]


@pytest.mark.parametrize(
    "written", ["One.\nTwo.".encode("utf-16-le"), bytes(range(256)) * 8, b"\x1f\x8b\x08\0" + b"\xe9\xd3" * 500]
)
def test_what_has_many_nulls_or_one_and_is_no_utf_8_is_binary(reading: Reading, written: bytes) -> None:
    (intake,) = reading("a.txt", written)

    assert [fault.code for fault in intake.faults] == ["INP003"]


def test_single_null_in_a_text_leaves_it_a_text(reading: Reading) -> None:
    (intake,) = reading(
        "a.txt", b"The ferries of Larn stay in port on Friday\0, the crews said. " + b"They want more. " * 10
    )

    assert intake.article.text.startswith("The ferries")
    assert not intake.faults


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b'{"text": "One."}\n{"text": "Two."}\n', "JSON Lines, not a text: let its name end in .jsonl"),
        (b'{"text": "One."}\n{"text": "cut o', ""),
        (b'\n {"text": "One."}', "JSON Lines, not a text: let its name end in .jsonl"),
        (b'{\n "text": "One."\n}\n', "JSON, not a text: let its name end in .json"),
        (b'[{"text": "One."}, {"text": "Two."}]', "JSON, not a text: let its name end in .json"),
        (b"<!DOCTYPE html>\n<html><HEAD></head>", "a page of HTML, not a text: extract its text first"),
        (b'{"@type": "NewsArticle"}\n\nTalks ended.', ""),
        (b"{}\n", ""),
        (b"[1]\n[2]", ""),
        (b"[1, {", ""),
        (b"<html>Talks ended.", ""),
        (b"<p>Talks ended.</p>", ""),
    ],
)
def test_records_and_pages_are_no_text_and_are_not_checked(reading: Reading, written: bytes, told: str) -> None:
    (intake,) = reading("a.txt", written)

    assert [fault.message for fault in intake.faults] == ([told] if told else [])
    assert intake.readable == (not told)


def test_records_too_large_for_one_article_are_told_to_be_records(reading: Reading) -> None:
    (intake,) = reading("a.txt", b'{"text": "One."}\n' * 100, max_record_chars=1000)

    assert [fault.code for fault in intake.faults] == ["INP008"]


def test_text_over_the_limit_is_skipped(reading: Reading) -> None:
    (intake,) = reading("a.txt", b"Talks ended. " * 100, max_record_chars=1000)

    assert [fault.code for fault in intake.faults] == ["INP005"]
    assert intake.article.text == ""


@pytest.mark.parametrize(
    ("name", "pack"), [("a.txt.gz", gzip.compress), ("a.txt.zst", zstd().compress)], ids=["gz", "zst"]
)
def test_compressed_text_is_read(reading: Reading, name: str, pack: object) -> None:
    (intake,) = reading(name, pack("Café.".encode()))  # type: ignore[operator]

    assert intake.article.text == "Café."


@pytest.mark.parametrize(
    ("name", "pack"), [("a.txt.gz", gzip.compress), ("a.txt.zst", zstd().compress)], ids=["gz", "zst"]
)
def test_compressed_text_cut_short_is_reported(reading: Reading, name: str, pack: object) -> None:
    whole = pack(bytes(range(32, 127)) * 100)  # type: ignore[operator]

    (intake,) = reading(name, whole[:-9])

    assert [fault.message for fault in intake.faults] == [
        f"cannot be read: the {name[-3:].strip('.')} data is cut short"
    ]


def test_zstd_frames_one_after_the_other_are_one_text(reading: Reading) -> None:
    (intake,) = reading("a.txt.zst", zstd().compress(b"One. ") + zstd().compress(b"Two."))

    assert intake.article.text == "One. Two."


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt.zst"])
def test_file_that_is_not_compressed_is_reported(reading: Reading, name: str) -> None:
    (intake,) = reading(name, b"Talks ended on Friday.")

    assert [fault.code for fault in intake.faults] == ["INP003"]


def test_reading_is_given_up_after_the_file_is_closed() -> None:
    stream = io.BytesIO(b"Talks ended.")
    records = Text().records(stream, Source("a.txt"))
    next(records)

    stream.close()

    records.close()
