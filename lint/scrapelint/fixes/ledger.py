"""The ledger of a cleaning: what was taken out where, and enough to put it back.

A JSON Lines file. For each file that was cleaned: a line with its name and encoding, a line for each record that
was changed or dropped, in order, and a line with the size and SHA-256 of the file as it is and as it was. Places
(`at`, in bytes) are those of the cleaned file, decompressed; `offset` is the code point in the field as it was.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from scrapelint.errors import RestoreError
from scrapelint.text.surrogates import SURROGATE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LEDGER_VERSION = 1
"""Of the form of the ledger; one of another version is not restored from."""
COPY_BYTES = 1 << 20
"""How much is copied at once."""


class Tally:
    """Counts and hashes bytes."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.size_bytes = 0
        self._hash = sha256()

    def add(self, data: bytes) -> None:
        """Take some bytes more."""
        self.size_bytes += len(data)
        self._hash.update(data)

    def same(self, size_bytes: object, digest: object) -> bool:
        """Tell whether the bytes are those of this size and SHA-256."""
        return size_bytes == self.size_bytes and digest == self.digest

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal."""
        return self._hash.hexdigest()


class Removed(NamedTuple):
    """Bytes of the original that are no more, and what is in their place."""

    at: int
    """Byte in the cleaned file."""
    size_bytes: int
    """How many bytes of the cleaned file are in their place."""
    original: bytes


class Section(NamedTuple):
    """One file in a ledger."""

    file: str
    """Path below the folder that was cleaned; empty where one file was."""
    removed: Iterator[Removed]
    end: Callable[[], dict[str, Any]]
    """Gives the last line, once `removed` is at its end."""


def encoded(entry: dict[str, Any]) -> bytes:
    """Return an entry as a line; bytes that are not valid UTF-8 are written as escapes of JSON."""
    try:
        line = json.dumps(entry, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        line = json.dumps(entry).encode()
    return line + b"\n"


def header(file: str, encoding: str) -> dict[str, Any]:
    """Return the first line of a file."""
    return {"ledger": LEDGER_VERSION, "file": file, "encoding": encoding}


def footer(cleaned: Tally, original: Tally) -> dict[str, Any]:
    """Return the last line of a file."""
    return {
        "bytes": cleaned.size_bytes, "sha256": cleaned.digest,
        "original_bytes": original.size_bytes, "original_sha256": original.digest,
    }  # fmt: skip


def edit(known: dict[str, Any], at: int, size_bytes: int, written: str) -> dict[str, Any]:
    """Return what is noted of an edit: all that is known of it, and its place in the cleaned file.

    How the removed part was `written` is noted only where it was written otherwise.
    """
    entry = {**known, "at": at, "size": size_bytes}
    as_it_is = known.get("removed") == written and not SURROGATE.search(written)
    return entry if as_it_is else {**entry, "written": written}


def sections(lines: Iterable[str], name: str) -> Iterator[Section]:
    """Yield the files of a ledger; the entries of each have to be read before the next is asked for.

    Raises RestoreError for what is no ledger.
    """
    entries = _entries(lines, name)
    for entry in entries:
        if entry.get("ledger") != LEDGER_VERSION:
            raise RestoreError(f"{name}: not a ledger that this version can read")
        last: dict[str, Any] = {}
        file = entry.get("file")
        if not isinstance(file, str) or "\0" in file:
            raise RestoreError(f"{name}: damaged: a file has no name")
        yield Section(file, _removed(entries, entry, last), last.copy)
        if not last:
            raise RestoreError(f"{name}: cut short: the end of {file or 'the file'} is missing")


def restored(cleaned: BinaryIO, section: Section, back: BinaryIO) -> None:
    """Write what a cleaned file was before; raises RestoreError where it is not what the ledger says."""
    seen, made = Tally(), Tally()

    def put(data: bytes) -> None:
        made.add(data)
        back.write(data)

    for removed in section.removed:
        if removed.at < seen.size_bytes:
            raise RestoreError("the ledger is damaged: its places are not in order")
        _copy(cleaned, removed.at - seen.size_bytes, seen, put)
        _copy(cleaned, removed.size_bytes, seen, lambda _: None)
        put(removed.original)
    _copy(cleaned, -1, seen, put)
    end = section.end()
    if "abandoned" in end:
        raise RestoreError("was not cleaned, since it could not be read or written")
    if not seen.same(end.get("bytes"), end.get("sha256")):
        raise RestoreError("the cleaned file is not the one that the ledger was written for, or was changed since")
    if not made.same(end.get("original_bytes"), end.get("original_sha256")):
        raise RestoreError("what came back is not the original; the ledger is damaged")


def _copy(source: BinaryIO, size: int, seen: Tally, put: Callable[[bytes], Any]) -> None:
    """Pass on so many bytes, or all where the size is below zero."""
    while size and (data := source.read(min(size, COPY_BYTES) if size > 0 else COPY_BYTES)):
        seen.add(data)
        put(data)
        size -= len(data) if size > 0 else 0


def _entries(lines: Iterable[str], name: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise RestoreError(f"{name}:{number}: not a line of a ledger: {error}") from error
        if not isinstance(entry, dict):
            raise RestoreError(f"{name}:{number}: not a line of a ledger")
        yield entry


def _removed(entries: Iterator[dict[str, Any]], first: dict[str, Any], last: dict[str, Any]) -> Iterator[Removed]:
    encoding = first.get("encoding")
    errors = "surrogateescape" if encoding == "utf-8" else "surrogatepass"
    for entry in entries:
        if "sha256" in entry or "abandoned" in entry:
            last.update(entry)
            return
        try:
            yield from [_one(found, first, str(encoding), errors) for found in entry["edits"]]
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise RestoreError(f"the ledger is damaged: an edit cannot be read: {type(error).__name__}") from error


def _one(found: dict[str, Any], first: dict[str, Any], encoding: str, errors: str) -> Removed:
    written = found.get("written")
    if written is None:
        # Version 0.1 left out how a string of JSON was written where that is the usual way.
        written = json.dumps(found["removed"], ensure_ascii=False)[1:-1] if first.get("json") else found["removed"]
    at, size_bytes = found["at"], found["size"]
    if not (isinstance(at, int) and isinstance(size_bytes, int) and min(at, size_bytes) >= 0):
        raise ValueError("no place")
    return Removed(at, size_bytes, written.encode(encoding, errors))
