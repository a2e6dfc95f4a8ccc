"""What can be wrong with an input, as rules of the family INP.

Readers find these, not `check`: they are on whenever anything is read, and only `ignore` turns them off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from scrapelint.article import Article
from scrapelint.errors import suggestion
from scrapelint.finding import Severity, Span
from scrapelint.intake import Intake
from scrapelint.location import FIRST, Location
from scrapelint.readers.decoding import ESCAPED, escaped_bytes
from scrapelint.readers.syntax.disguised import disguised_field
from scrapelint.readers.syntax.fields import SHOWN_FIELDS, advice, fields_of, listed, longest_field, shown, unfit_field
from scrapelint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scrapelint.finding import Finding
    from scrapelint.intake import OtherField
    from scrapelint.readers.source import Source

SHOWN_BYTES = 8
"""How many undecodable bytes a message shows."""
_DATES = b"It was adjourned to 30 February 2024, went on on 31 April 2024, and a ruling came on 31 June 2024."


class BadFile(NamedTuple):
    """A file that the reader has to report."""

    filename: str
    content: bytes


class GoodFile(NamedTuple):
    """A file that the reader must not report."""

    filename: str
    content: bytes
    why: str = ""


class InputRule(Rule):
    """A rule about the input itself; its examples are files."""

    examples: ClassVar[tuple[BadFile | GoodFile, ...]] = ()


class BrokenRecord(InputRule):
    """A record that is not valid: broken JSON or XML, no object, a row with more cells than its table has columns.

    Why it matters: a crawl that was killed leaves half a line behind; a record that is skipped
    in silence is missing from the corpus and from every count.

    What to do: write the record again; the finding has line and column of the first wrong character.
    """

    code, name, severity = "INP001", "broken-record", Severity.ERROR
    examples = (
        BadFile("a.jsonl", b'{"text": "Talks ended on Friday."\n'),
        BadFile("a.jsonl", b'["Talks ended on Friday."]\n'),
        BadFile("a.json", b'[{"text": "Talks ended."}, {"text": Friday}]'),
        GoodFile("a.jsonl", b'{"text": "Talks ended on Friday."}\n\n', "a blank line is no record"),
        GoodFile("a.jsonl", b'{"text": "One.", "text": "Two.", "score": NaN}\n', "unusual, but it can be read"),
        GoodFile("a.json", b'[{"text": "One."}, {"text": "Two."}]', "an array of records"),
    )


class UndecodableBytes(InputRule):
    """Bytes that are not valid UTF-8.

    Why it matters: the file is in another encoding, or was cut in the middle of a letter; what is
    guessed for the bytes is wrong for all names in the text.

    What to do: find the encoding that the page declared and convert the file from it to UTF-8.
    """

    code, name, severity = "INP002", "undecodable-bytes", Severity.ERROR
    examples = (
        BadFile("a.txt", b"Caf\xe9 owners met on Friday."),
        BadFile("a.jsonl", b'{"text": "Caf\xe9 owners met on Friday."}'),
        BadFile("a.md", b"The talks ended on Friday.\xc3"),
        GoodFile("a.txt", "Café owners met on Friday.".encode(), "UTF-8"),
        GoodFile("a.txt", "Café owners met on Friday.".encode("utf-16"), "UTF-16 with a byte order mark"),
        GoodFile("a.jsonl", b'{"text": "Caf\\u00e9 owners met."}', "an escape of JSON"),
    )


class UnreadableFile(InputRule):
    """A file that cannot be read: no permission, binary, or compressed data that is cut short or has too much inside.

    Why it matters: whatever follows the place is missing from the corpus.

    What to do: fetch or compress the file again. Data with more than 200 times their size inside are not read on:
    look what is in them; if it is honest, raise `max-expansion`.
    """

    code, name, severity = "INP003", "unreadable-file", Severity.ERROR
    examples = (
        BadFile("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        BadFile("a.txt.gz", b"Talks ended on Friday."),
        BadFile("a.jsonl.zst", b"\x28\xb5\x2f\xfd"),
        GoodFile("a.txt", b"Talks ended on Friday.", "text"),
        GoodFile("a.txt", b"", "an empty article, which too-short reports"),
        GoodFile("a.txt", "Talks ended.".encode("utf-16"), "UTF-16 has zero bytes, but a byte order mark too"),
    )


class RecordWithoutText(InputRule):
    """A record in which no field holds the text of the article.

    Why it matters: an article that is not found is not checked.

    What to do: name the field, with `--text-field` or in the configuration: `fields.text = ["..."]`.
    """

    code, name, severity = "INP004", "record-without-text", Severity.ERROR
    examples = (
        BadFile("a.jsonl", b'{"url": "https://example.org/a", "paragraphs_text": "Talks ended."}'),
        BadFile("a.json", b'{"title": "Talks end", "text": null}'),
        BadFile("a.jsonl", b"{}"),
        GoodFile("a.jsonl", b'{"maintext": "Talks ended."}', "the name that news-please uses"),
        GoodFile("a.jsonl", b'{"text": ""}', "an empty article, which too-short reports"),
        GoodFile("a.json", b'{"articles": [{"text": "Talks ended."}]}', "a list of articles"),
    )


class MissingTextField(InputRule):
    """A file in which no record has the field that was named for the text, so that a known one was taken.

    The field is named with `--text-field`, or in the configuration: `fields.text`. The examples are read with
    `--text-field story`.

    Why it matters: a name that is mistyped goes unnoticed where another field is there, such as a summary, and that one
    is checked and mended.

    What to do: look at the name. Where some files have another field, name it, too: `fields.text = ["story", "text"]`.
    """

    code, name, severity = "INP007", "missing-text-field", Severity.WARNING
    examples = (
        BadFile("a.jsonl", b'{"stories": "Talks ended on Friday.", "text": "Talks ended."}\n'),
        BadFile("a.json", b'[{"text": "Talks ended."}, {"body": "Talks ended on Friday."}]'),
        BadFile("a.csv", b"text,title\nTalks ended.,Talks\n"),
        GoodFile("a.jsonl", b'{"text": "One."}\n{"story": "Talks ended on Friday."}\n', "one record has it"),
        GoodFile("a.json", b'[{"story": null, "text": "Talks ended."}]', "it is there, with nothing in it"),
        GoodFile("a.txt", b"Talks ended on Friday.", "a text has no fields"),
    )


class DataAsText(InputRule):
    """A text that is none: records of JSON or a page of HTML in a text file; in a record also a list as it is printed.

    Such a file is neither checked nor mended. A record is, since its other fields may be right.

    Why it matters: all articles of a file would be one, with names of fields and escapes in it, and what is taken out
    would break what other programs read. A list of paragraphs that was printed, as data frames write it to CSV, has
    its marks in the text, and no paragraphs.

    What to do: write the paragraphs of the article alone; a file of records has to end in `.jsonl` or `.json`. For
    standard input `--stdin-filename crawl.jsonl` says what it is.
    """

    code, name, severity = "INP008", "data-as-text", Severity.ERROR
    examples = (
        BadFile("a.txt", b'{"text": "Talks ended on Friday."}\n{"text": "Rain is expected."}\n'),
        BadFile("a", b'[{"title": "Talks end", "text": "Talks ended."}]'),
        BadFile("a.csv", b"title,text\nTalks,\"['Talks ended on Friday.', 'They go on in May.']\"\n"),
        BadFile("a.txt", b"<!DOCTYPE html>\n<html><head><title>Talks</title></head><body>Talks ended.</body></html>"),
        GoodFile("a.txt", b'{"@type": "NewsArticle"}\n\nTalks ended on Friday.', "an article below data of its page"),
        GoodFile("a.txt", b"[1] Talks ended on Friday.", "a footnote"),
        GoodFile("a.txt", b"<html>Talks ended on Friday.", "a tag that was left; html-residue reports it"),
    )


class OversizedRecord(InputRule):
    """A record larger than `max-record-mb`, which is skipped.

    Why it matters: an article of that size is a dump or a decompression bomb, and would take the
    memory of the whole run.

    What to do: look at the record; if it is honest, raise `max-record-mb`.
    """

    code, name, severity = "INP005", "oversized-record", Severity.ERROR
    examples = (
        BadFile("a.txt", b"Talks ended. " * 100),
        BadFile("a.jsonl", b'{"text": "' + b"Talks ended. " * 100 + b'"}'),
        BadFile("a.json", b'[{"text": "' + b"Talks ended. " * 100 + b'"}]'),
        GoodFile("a.txt", b"Talks ended on Friday.", "a short text"),
        GoodFile("a.jsonl", b'{"text": "Talks ended."}\n' * 100, "a long file of short records"),
        GoodFile("a.json", b"[" + b'{"text": "Talks ended."},' * 100 + b'{"text": ""}]', "the same as an array"),
    )


class TooManyFindings(InputRule):
    """A record with more findings than `max-record-findings`, of which not all are reported.

    The worst are reported, of those that are as bad the first, and in any case the surest of each rule and severity:
    exit status, gates and statistics are those of all findings. Mending applies the fixes of all. Scores count what is
    reported. The examples are checked with `max-record-findings = 4`.

    Why it matters: a thousand findings are no article; they would bury those of all others, and what is not reported
    is not looked at.

    What to do: look at the record; if all of its findings are wanted, raise `max-record-findings`.
    """

    code, name, severity = "INP006", "too-many-findings", Severity.INFO
    examples = (
        BadFile("a.txt", b"The trial began on 31 February 2024.\n\n" + _DATES),
        BadFile("a.jsonl", b'{"text": "The trial began on 31 February 2024. %s"}' % _DATES),
        BadFile("a.md", b"# The trial\n\nIt began on 31 February 2024.\n\n" + _DATES),
        GoodFile("a.txt", _DATES, "as many as are allowed"),
        GoodFile("a.jsonl", b'{"text": "%s"}\n' % _DATES * 2, "each record counts for itself"),
        GoodFile("a.txt", b"The trial began on 29 February 2024, after a delay of a week.", "nothing to find"),
    )


INPUT_RULES: tuple[type[InputRule], ...] = (
    BrokenRecord, UndecodableBytes, UnreadableFile, RecordWithoutText, OversizedRecord, MissingTextField,
    DataAsText,
)  # fmt: skip
"""What readers find."""
BOUND_RULES: tuple[type[InputRule], ...] = (TooManyFindings,)
"""What the engine tells of what readers gave it."""


def broken(source: Source, number: int | None, place: Location, problem: str, what: str = "JSON") -> Intake:
    """Return the fault that a record cannot be parsed."""
    finding = BrokenRecord().finding(
        f"broken {what}: {problem[:1].lower()}{problem[1:]}", confidence=1, evidence={"error": problem}, field=""
    )
    return _fault(source, number, finding, place)


def unreadable(source: Source, problem: str, done: int = 0) -> Intake:
    """Return the fault that a file, or what follows its first `done` records, cannot be read."""
    after = f" after record {done}" if done else ""
    finding = UnreadableFile().finding(
        f"cannot be read{after}: {problem}", confidence=1, evidence={"error": problem, "records read": done}, field=""
    )
    return _fault(source, None, finding, None)


def is_of_file(intake: Intake) -> bool:
    """Tell whether something keeps a file, or the rest of it, from being read; what is wrong with a record does not."""
    codes = (UnreadableFile.code,) if intake.readable else (UnreadableFile.code, DataAsText.code)
    return bool(intake.error) or any(fault.code in codes for fault in intake.faults)


def internal(source: Source, error: Exception, number: int | None) -> Intake:
    """Return what is told of a record, or of a file after its first records, where the reader itself failed."""
    where = f"{source.filename}, record {number}" if number else source.filename
    article = Article("", id=str(number or source.filename), filename=source.filename, record=number, path=source.path)
    return Intake(article, (), readable=False, error=f"{where}: reading failed: {type(error).__name__}: {error}")


def binary(source: Source) -> Intake:
    """Return the fault that a file is not text."""
    return unreadable(source, "binary data, not text")


def data_as_text(source: Source, what: str) -> Intake:
    """Return the fault that a file would be read as a text, and is `what`."""
    finding = DataAsText().finding(what, confidence=1, evidence={"what": what}, field="")
    return _fault(source, None, finding, None)


def data_in_text(article: Article) -> Sequence[Finding]:
    """Return a finding on the text of a record that is data, if it is."""
    what = disguised_field(article.text)
    return [DataAsText().finding(what, confidence=1, evidence={"what": what}, field="text")] if what else []


def without_text(source: Source, number: int | None, place: Location, record: Mapping[str, Any]) -> Intake:
    """Return the fault that no field of a record holds its text."""
    fields = fields_of(record)
    longest, unfit = longest_field(record), unfit_field(record, source.names["text"])
    said = f"no field holds the text; there are: {listed(fields)}; {advice(longest, unfit)}"
    finding = RecordWithoutText().finding(
        said if fields else "the record is empty",
        confidence=1,
        evidence={"fields": fields[:SHOWN_FIELDS], "longest": longest, "unfit": unfit},
        field="",
    )
    return _fault(source, number, finding, place)


def without_articles(source: Source, place: Location, root: str) -> Intake:
    """Return the fault that XML, whose first element is `root`, has no article that is known."""
    finding = RecordWithoutText().finding(
        f"no article in <{shown(root)}>: <doc> of trafilatura and <TEI> are read; convert others to JSON Lines or CSV",
        confidence=1,
        evidence={"root": shown(root)},
        field="",
    )
    return _fault(source, None, finding, place)


def none_with_text(source: Source, records: int, first: Intake) -> Intake:
    """Return the fault that not one of the first `records` of a file has a text; `first` is that of the first."""
    known: Mapping[str, Any] = first.faults[0].evidence
    fields: list[str] = known.get("fields") or []
    said = f"no text in {'the record' if records == 1 else f'any of {records:,} records'}"
    finding = RecordWithoutText().finding(
        f"{said}; the fields are: {', '.join(fields)}; {advice(known.get('longest') or '', known.get('unfit') or '')}",
        confidence=1,
        evidence={**known, "records": records},
        field="",
    )
    return _fault(source, None, finding, first.faults[0].place)


def without_field(source: Source, records: int, first: OtherField) -> Intake:
    """Return what is told of a file none of whose records has a field that was named for the text."""
    given = " or ".join(f'"{shown(name)}"' for name in first.named)
    said = f"no field {given} in {'the record' if records == 1 else f'any of {records:,} records'}"
    near = suggestion(first.named[0], first.fields)
    finding = MissingTextField().finding(
        f'{said}{near}; the text is taken from "{shown(first.taken)}"; the fields are: {listed(first.fields)}',
        confidence=1,
        evidence={"named": list(first.named), "taken": shown(first.taken), "records": records},
        field="",
    )
    return _fault(source, None, finding, None)._replace(is_article=False)


def oversized(source: Source, number: int | None, place: Location, chars: int = 0) -> Intake:
    """Return the fault that a record, of which `chars` code points were seen, is too large."""
    limit = source.max_record_chars
    size = f"has {chars:,} characters" if chars else f"has more than {limit:,} characters"
    finding = OversizedRecord().finding(
        f"the record {size} and is skipped; `max-record-mb` allows {limit / 1_000_000:g} MB",
        confidence=1,
        evidence={"chars": chars or None, "max_record_chars": limit},
        field="",
    )
    return _fault(source, number, finding, place)


def undecodable(article: Article) -> Sequence[Finding]:
    """Return one finding on the first bytes of a text that are not valid UTF-8, if there are any."""
    first = None if article.text.isascii() else ESCAPED.search(article.text)
    return [_undecodable(article.text, first.group(), Span(*first.span()))] if first else []


def undecodable_outside(source: Source, raw: str, place: Location) -> Sequence[Finding]:
    """Return one finding on such bytes in another place of a record than its text."""
    first = ESCAPED.search(raw)
    found = _undecodable(raw, first.group() if first else "", None)
    return _fault(source, None, found, place).faults


def _undecodable(text: str, first: str, span: Span | None) -> Finding:
    count = sum(map(len, ESCAPED.findall(text)))
    shown = " ".join(f"0x{byte:02x}" for byte in escaped_bytes(first[:SHOWN_BYTES]))
    return UndecodableBytes().finding(
        f"{count} byte{'s are' if count > 1 else ' is'} not valid UTF-8, first {shown}",
        span,
        confidence=1,
        evidence={"bytes": shown, "count": count},
        field="text" if span else "",
    )


def _fault(source: Source, number: int | None, finding: Finding, place: Location | None) -> Intake:
    article = Article(
        "", id=str(number or source.filename), filename=source.filename, record=number, path=source.path,
    )  # fmt: skip
    return Intake(article, (finding._replace(place=place or FIRST),), readable=False)
