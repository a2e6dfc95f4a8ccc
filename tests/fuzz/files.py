"""Any bytes through any reader and any mender."""

from __future__ import annotations

import io
import json
import tempfile
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapelint.cleaning import rewriting
from scrapelint.cleaning.data_set import Cleaner, Dropping
from scrapelint.cleaning.mender import Fixes, Mender
from scrapelint.config.values import Config
from scrapelint.finding import Severity
from scrapelint.fixes.edits import MAX_ROUNDS
from scrapelint.fixes.ledger import restored, sections
from scrapelint.readers import compressions
from scrapelint.readers.compressions import READ_ERRORS
from scrapelint.readers.decoding import exact
from scrapelint.readers.files import Input, input_of
from scrapelint.readers.format import TextFormat, all_pieces
from scrapelint.readers.reading import read
from scrapelint.readers.source import Source
from scrapelint.readers.streams import open_bytes
from scrapelint.readers.syntax import json_window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.finding import Finding
    from scrapelint.intake import Intake

MAX_RECORD_CHARS = (64_000_000, 300)
"""Longest record that is read, in code points: the default, and one that seeds are beyond."""
COMPRESSIONS = (".gz", ".zst", ".bz2", ".xz")
MEND_ALL = Fixes(unsafe=True, min_confidence=0.5, max_removed=1.0)
CONFIG = Config(extend_select=("QUA",), preview=True)


@cache
def scratch() -> Path:
    """Return a folder for files of this process."""
    made = tempfile.TemporaryDirectory(prefix="scrapelint-fuzz-")
    scratch.made = made  # type: ignore[attr-defined]  # it goes when the process ends
    return Path(made.name)


def written(name: str, data: bytes) -> Input:
    """Write a file; return it as an input."""
    path = scratch() / name
    path.write_bytes(data)
    return input_of(str(path), name)


def reads(name: str, data: bytes) -> None:
    """Assert that a file is read to its end: articles with their faults, and nothing is raised."""
    file = written(name, data)
    for limit in MAX_RECORD_CHARS:
        source = Source(name, max_record_chars=limit)
        found = [checked(intake) for intake in read(file, source)]
        if not any(fault.code == "INP003" for intake in found for fault in intake.faults):
            with small_steps():
                assert list(read(file, source)) == found, "read in other steps, it is something else"
        assert limit < max(MAX_RECORD_CHARS) or all(len(intake.article.text) <= limit for intake in found)
        if isinstance(file.format, TextFormat):
            whole(file, source)


def reads_compressed(data: bytes) -> None:
    """Assert the same of compressed JSON Lines; the first byte says how they are compressed."""
    if data:
        reads(f"a.jsonl{COMPRESSIONS[data[0] % len(COMPRESSIONS)]}", data[1:])


def mends(name: str, data: bytes) -> None:
    """Assert that a mended file is read as it was said, comes back from its ledger, and is mended only once."""
    file = written(name, data)
    cleaned, ledger, problem = clean(file, Dropping(Severity.ERROR, 0.9))
    if problem:
        return
    assert back(cleaned, ledger) == data, "what came back is not the original"
    if name.endswith(".md") and data.startswith((b"---", b"+++")):
        return  # what is no front matter may be one once it is mended
    mended, problem, is_last = fixed(file)
    assert not problem
    again, problem, _ = fixed(written(name, mended))
    assert not problem
    assert again == mended or not is_last, "a second time changes more"


def clean(file: Input, dropping: Dropping) -> tuple[bytes, bytes, str]:
    """Return a file as `clean` writes it, its ledger, and what kept it from being read."""
    out, ledger = io.BytesIO(), io.BytesIO()
    cleaner = None
    for step in steps(file):
        cleaner = cleaner or Cleaner(out, step.opened, dropping, ledger, "")
        for cleaned in cleaner.take(step):
            assert not cleaned.checked.error, cleaned.checked.error
        if step.piece is None:
            cleaner.finish()
    return out.getvalue(), ledger.getvalue(), step.opened.problem


def back(cleaned: bytes, ledger: bytes) -> bytes:
    """Return what `restore` makes of a cleaned file."""
    out = io.BytesIO()
    lines = io.TextIOWrapper(io.BytesIO(ledger), encoding="utf-8", newline="\n")
    for section in sections(lines, "ledger"):
        restored(io.BytesIO(cleaned), section, out)
    return out.getvalue()


def fixed(file: Input) -> tuple[bytes, str, bool]:
    """Return a file as `--fix` writes it, what kept it from being read, and whether nothing is left to mend."""
    out, said, is_last = [], [], True
    for step in steps(file):
        out.append(step.opened.encoding.bytes_of(step.after))
        said += [outcome.checked.article for outcome in step.outcomes if outcome.readable]
        is_last = is_last and all(
            _is_last(outcome.checked.findings, outcome.checked.article) for outcome in step.outcomes
        )
    if not step.opened.problem and not step.opened.encoding.name.startswith("utf-16"):
        mended = written(f"m-{file.filename}", b"".join(out))
        found = [intake.article for intake in read(mended, Source(file.filename)) if intake.readable]
        assert [_shown(one) for one in found] == [_shown(one) for one in said], "the file is not what was said of it"
    return b"".join(out), step.opened.problem, is_last


def steps(file: Input) -> Iterator[Any]:
    """Yield the pieces of a file, mended."""
    found = rewriting._alone(rewriting._read(file, CONFIG), mender())
    for step, outcomes in found:
        fault = step.piece.fault if step.piece else None
        told = [rewriting.fault_outcome(fault, mender(), file.filename)] if fault else outcomes or ()
        for outcome in told:
            assert not outcome.checked.error, outcome.checked.error
        yield step._replace(outcomes=told)


@cache
def mender() -> Mender:
    """Return what mends with all rules."""
    return Mender(CONFIG, MEND_ALL)


def checked(intake: Intake) -> Intake:
    """Return an article as it was read; assert that what is said of it is right."""
    assert not intake.error, intake.error
    assert intake.readable or intake.faults
    for fault in intake.faults:
        sound(fault, intake.article)
        assert fault.code.startswith("INP")
        assert not fault.place or (fault.place.row > 0 and fault.place.column > 0 and fault.place.offset >= 0)
    return intake


def sound(finding: Finding, article: Article) -> None:
    """Assert that a finding has its place in the text, and can be printed."""
    if finding.span:
        assert 0 <= finding.span.start <= finding.span.end <= len(article.text), finding
    assert 0 <= finding.confidence <= 1, finding
    assert finding.message, finding
    assert "\n" not in finding.message, finding
    json.dumps(finding.evidence)


def whole(file: Input, source: Source) -> None:
    """Assert that the pieces of a file are the file."""
    out = b""
    try:
        with open_bytes(file) as stream:
            content = stream.read()
        with open_bytes(file) as stream, small_steps():
            text, encoding = exact(stream)
            out = b"".join(encoding.bytes_of(piece.written) for piece in all_pieces(file.format, text, source))
            text.detach()
    except (*READ_ERRORS, UnicodeDecodeError):
        return
    assert out == content, "the pieces are not the file"


@contextmanager
def small_steps() -> Iterator[None]:
    """Have files read a few bytes at a time."""
    with ExitStack() as stack:
        for module, name, value in ((json_window, "CHUNK_CHARS", 5), (compressions, "BUFFER_BYTES", 7)):
            stack.callback(setattr, module, name, getattr(module, name))
            setattr(module, name, value)
        yield


def _is_last(findings: Sequence[Finding], article: Article) -> bool:
    """Tell whether nothing is left to mend, as after fewer than MAX_ROUNDS rounds."""
    assert MAX_ROUNDS > 1
    return not any(MEND_ALL.has(finding) for finding in findings) or not article.text


def _shown(article: Article) -> tuple[object, ...]:
    """Return what has to be the same; of a table without quotes, cells cannot hold line breaks."""
    text, title = article.text, str(article.get("title"))
    is_table = article.filename.endswith(("csv", "tsv"))
    return text.split() if is_table else text, title.split() if is_table else title, article.record
