"""WARC and WET."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from command import FORM, found, scrapelint

if TYPE_CHECKING:
    from pathlib import Path

STORY = "The council approved the plan for the new tram line on Tuesday night after a debate of six hours."


def record(kind: str, address: str, content_type: str, data: bytes) -> bytes:
    """Return one record of an archive."""
    headers = {
        "WARC-Type": kind, "WARC-Record-ID": f"<urn:uuid:{address}>", "WARC-Date": "2024-05-12T08:00:00Z",
        "WARC-Target-URI": address, "WARC-Identified-Content-Language": "eng,deu", "Content-Type": content_type,
        "Content-Length": str(len(data)),
    }  # fmt: skip
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"WARC/1.0\r\n{head}\r\n".encode() + data + b"\r\n\r\n"


def write(path: Path, *, compressed: bool = False, html: bool = False) -> None:
    """Write an archive: its own description, and two texts or pages."""
    records = [record("warcinfo", "https://larn.example", "application/warc-fields", b"software: test\r\n")]
    for number, text in enumerate([f"{STORY}\n\n{FORM}", STORY]):
        page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{text}</p>".encode()
        kind, content_type, data = (
            ("response", "application/http", page) if html else ("conversion", "text/plain", text.encode())
        )
        records.append(record(kind, f"https://larn.example/{number}", content_type, data))
    path.write_bytes(b"".join(map(gzip.compress, records) if compressed else records))


@pytest.mark.parametrize(("name", "compressed"), [("a.wet", False), ("a.wet.gz", True), ("a.warc.gz", True)])
def test_texts_are_articles(name: str, compressed: bool, tmp_path: Path) -> None:  # noqa: FBT001
    write(tmp_path / name, compressed=compressed)

    ran = found(name, cwd=tmp_path)

    assert [(f["code"], f["record"]) for f in ran.findings] == [("CMT001", 1)]


def test_headers_are_what_the_scraper_said(tmp_path: Path) -> None:
    from scrapelint.readers import reading
    from scrapelint.readers.files import input_of
    from scrapelint.readers.source import Source

    write(tmp_path / "a.wet")

    first, _ = reading.read(input_of(str(tmp_path / "a.wet"), "a.wet"), Source("a.wet"))

    assert first.article.get("url") == "https://larn.example/0"
    assert first.article.get("language") == "eng"
    assert first.article.get("crawled").startswith("20")
    assert first.article.id.startswith("<urn:uuid:")


def test_pages_are_told_and_not_checked(tmp_path: Path) -> None:
    write(tmp_path / "a.warc", html=True)

    (finding,) = found("a.warc", cwd=tmp_path).findings

    assert finding["code"] == "INP003"
    assert "2 HTML pages, which are no articles yet" in finding["message"]


@pytest.mark.parametrize("arguments", [("check", "a.wet", "--fix"), ("clean", "a.wet", "-o", "b.wet")])
def test_mending_is_refused_in_the_same_words(arguments: tuple[str, ...], tmp_path: Path) -> None:
    write(tmp_path / "a.wet")

    ran = scrapelint(*arguments, cwd=tmp_path)

    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "a.wet: an archive is read by `check` only" in ran.err


def test_one_page_is_told_as_one(tmp_path: Path) -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Talks ended.</p>"
    (tmp_path / "a.warc").write_bytes(record("response", "https://larn.example/1", "application/http", page))

    (finding,) = found("a.warc", cwd=tmp_path).findings

    assert finding["message"] == "cannot be read: 1 HTML page, which is no article yet: extract its text first"


def test_file_that_is_no_archive_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"no archive at all\n")

    assert found("a.warc", cwd=tmp_path).codes == ["INP003"]


def test_record_without_an_address_ends_what_can_be_read_of_an_archive(tmp_path: Path) -> None:
    write(tmp_path / "a.warc")
    page = record("response", "x", "application/http", b"HTTP/1.1 200 OK\r\n\r\n").replace(
        b"WARC-Target-URI: x\r\n", b""
    )
    (tmp_path / "a.warc").write_bytes((tmp_path / "a.warc").read_bytes() + page)

    ran = found("a.warc", cwd=tmp_path)

    assert ran.codes == ["CMT001", "INP003"], ran.err
    assert ran.findings[1]["message"].startswith("cannot be read after record 2: not a valid archive")


@pytest.mark.parametrize("length", ["-5", "10"])
def test_record_that_goes_on_beyond_its_length_is_told_and_not_printed(tmp_path: Path, length: str) -> None:
    whole = record("conversion", "https://larn.example/a", "text/plain", STORY.encode())
    cut = whole.replace(f"Content-Length: {len(STORY)}".encode(), f"Content-Length: {length}".encode())
    (tmp_path / "a.warc").write_bytes(cut + whole)

    ran = found("a.warc", cwd=tmp_path)

    messages = [f["message"] for f in ran.findings if f["code"] == "INP003"]
    assert messages == ["cannot be read: 1 of the records go on beyond the length that they state"]
    assert "Remainder" not in ran.err
