"""CSV and TSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from command import found, scrapelint
from hypothesis import given
from hypothesis import strategies as st

from scrapelint.fixes.patches import Hunk, patched
from scrapelint.fixes.splicing import spliced
from scrapelint.readers.decoding import exact
from scrapelint.readers.format import all_pieces
from scrapelint.readers.formats.separated import TRAFILATURA, Csv
from scrapelint.readers.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scrapelint.intake import Intake

    Reading = Callable[..., list[Intake]]

STORY = "The council of Larn opened the bridge on Friday, and the mayor thanked all who had built it."
FORM = "Your email address will not be published."
CELLS = st.text(st.sampled_from('ab,;\t"\n\r é\\'), max_size=8)


def test_rows_that_end_in_carriage_returns_alone_are_told(reading: Reading) -> None:
    (intake,) = reading("a.csv", b'id,text\r1,"One."\r2,"Two."\r')

    assert [fault.code for fault in intake.faults] == ["INP001"]
    assert "carriage returns" in intake.faults[0].message


@pytest.mark.parametrize("content", [b'"my\rid",text\r\n1,One.\r\n', b'text,"my\r\nid\r"\r\nOne.,1\r\n'])
def test_carriage_return_in_a_quoted_name_is_none(reading: Reading, content: bytes) -> None:
    (intake,) = reading("a.csv", content)

    assert intake.article.text == "One."


@pytest.mark.parametrize("first", [b"sep=;", b"SEP=;"])
def test_line_of_excel_that_names_the_delimiter_is_no_row(reading: Reading, first: bytes) -> None:
    (intake,) = reading("a.csv", first + b'\r\nid;text\r\n1;"One; two."\r\n')

    assert (intake.article.text, intake.article.id, intake.article.record) == ("One; two.", "1", 1)


def test_first_of_columns_with_one_name_counts(reading: Reading) -> None:
    (intake,) = reading("a.csv", b"id,Article Text,,Article Text,\n1,One.,,Two.,\n")

    assert intake.article.text == "One."


@pytest.mark.parametrize(
    ("columns", "sizes"),
    [
        ("enlace;Título;fecha;autor;cuerpo", 5),
        ("Titre;auteur;texte", 3),
        ("Titel;Autor;Datum;Inhalt", 4),
        ("titolo;autore;testo", 3),
    ],
)
def test_columns_have_names_in_other_languages(reading: Reading, columns: str, sizes: int) -> None:
    (intake,) = reading("a.csv", f"{columns}\n{';'.join('abcde'[:sizes])}\n".encode())

    assert len(intake.article.fields) == sizes - 1
    assert intake.article.text == "abcde"[sizes - 1]


def test_rows_are_records_with_quoted_breaks_and_marks(reading: Reading) -> None:
    first, second = reading("a.csv", b'url,Text,date\nu,"One, ""two"".\n\nThree.",2020-01-02\nv,Four.,\n')

    assert first.article.text == 'One, "two".\n\nThree.'
    assert (first.article.record, first.article.get("url"), first.article.get("date")) == (1, "u", "2020-01-02")
    assert (second.article.text, second.article.get("date"), second.article.record) == ("Four.", "", 2)


def test_address_is_that_of_the_file(reading: Reading) -> None:
    first, second = reading("a.csv", b'url,text\nu,"One.\n\nTwo."\nv,Three.\n')

    assert first.article.start[:2] == (2, 4)
    assert second.article.start[:2] == (5, 3)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_that_of_the_head(reading: Reading, delimiter: str) -> None:
    lines = [["title", "text"], ["A; b, c", "One; two, three | four."]]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(lines)

    (intake,) = reading("a.csv", out.getvalue().encode())

    assert (intake.article.get("title"), intake.article.text) == tuple(lines[1])


def test_marks_after_a_backslash_are_marks(reading: Reading) -> None:
    (intake,) = reading("a.csv", b'text,url\n"He said: \\"Go, now.\\" She went.",u\n')

    assert intake.article.text == 'He said: "Go, now." She went.'


def test_tabs_without_quoting_leave_marks_alone(reading: Reading) -> None:
    first, second = reading("a.tsv", b'text\turl\n"Go," he said.\tu\n"Stay," she said.\tv\n')

    assert [first.article.text, second.article.text] == ['"Go," he said.', '"Stay," she said.']


def test_rows_of_trafilatura_need_no_head(reading: Reading) -> None:
    values = dict.fromkeys(TRAFILATURA, "null") | {"url": "https://larn.example/a", "text": STORY}

    (intake,) = reading("a.tsv", "\t".join(values.values()).encode() + b"\r\n")

    assert (intake.article.text, intake.article.get("url"), intake.article.get("title")) == (STORY, values["url"], "")


def test_row_with_too_many_cells_is_a_fault_and_the_rest_is_read(reading: Reading) -> None:
    wrong, right = reading("a.csv", b"url,text\nu,One, two.\nv,Three.\n")

    assert wrong.faults[0].message == "broken CSV: 3 cells, but the table has 2 columns"
    assert wrong.faults[0].place is not None
    assert wrong.faults[0].place.row == 2
    assert right.article.text == "Three."


def test_mark_that_never_closes_is_a_fault(reading: Reading) -> None:
    first, fault = reading("a.csv", b'url,text\nu,One.\nv,"Two.\nw,Three.\n')

    assert first.article.text == "One."
    assert fault.faults[0].message == "broken table: a quoted cell has no end"


def test_table_without_a_known_column_is_told_once(reading: Reading) -> None:
    row = f"u,{STORY.replace(',', '')}\n".encode()

    (fault,) = reading("a.csv", b"adresse,artikeltext\n" + row * 50)

    assert "no text in any of 50 records; the fields are: adresse, artikeltext" in fault.faults[0].message
    assert '--text-field "artikeltext"' in fault.faults[0].message


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]), st.data())
def test_mended_cell_is_read_as_mended_and_all_else_stays(
    rows: list[tuple[str, str]], end: str, data: st.DataObject
) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL).writerows([("text", "url"), ("a", "b"), *rows])
    text, _ = exact(io.BufferedReader(io.BytesIO(out.getvalue().encode())))  # type: ignore[arg-type]
    pieces = list(all_pieces(Csv(), text, Source("a.csv")))
    assert "".join(piece.written for piece in pieces) == out.getvalue()
    records = [piece for piece in pieces if piece.is_record]
    piece = data.draw(st.sampled_from(records))
    (intake,) = Csv().articles(piece, Source("a.csv"))
    value = intake.article.text
    start = data.draw(st.integers(0, len(value)))
    hunk = Hunk(start, data.draw(st.integers(start, len(value))), data.draw(st.sampled_from(["", 'a"', ",\n"])))

    parts = Csv().parts(piece, Source("a.csv"), 0, "text")
    after = patched(piece.written, [found.hunk for found in spliced(piece.written, parts, [hunk])]) if parts else ""

    if parts:
        before_row, after_row = (next(csv.reader(io.StringIO(row, newline=""))) for row in (piece.written, after))
        assert after_row == [patched(value, [hunk]), *before_row[1:]]


class TestMending:
    TABLE = f'title;text;url\nA;"{STORY}\n\n{FORM}";u\n"B ""b""";{STORY} Bye.;v\n'

    def test_fix_leaves_all_else_as_it_is_written(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").write_text(self.TABLE)

        scrapelint("check", "--isolated", "--select", "CMT", "--fix", "--unsafe-fixes", "a.csv", cwd=tmp_path)

        assert (tmp_path / "a.csv").read_text() == self.TABLE.replace(f"\n\n{FORM}", "")

    @pytest.mark.parametrize("name", ["a.csv", "a.csv.gz", "a.csv.bz2", "a.csv.xz", "a.csv.zst"])
    def test_clean_is_restored(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "in.csv").write_text(self.TABLE)
        ran = scrapelint("clean", "--isolated", "--select", "CMT", "in.csv", "-o", name, "--ledger", "l", cwd=tmp_path)
        assert ran.status == 0, ran.err
        assert found("--select", "CMT", name, cwd=tmp_path).codes == []

        scrapelint("restore", name, "--ledger", "l", "-o", "back.csv", cwd=tmp_path)

        assert (tmp_path / "back.csv").read_text() == self.TABLE

    def test_dropped_row_goes_to_the_rejects_by_its_columns(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").write_text(self.TABLE)

        scrapelint("clean", "--isolated", "--select", "SEG006", "--drop-on", "warning", "--min-confidence", "0.1",
                   "a.csv", "-o", "b.csv", cwd=tmp_path)  # fmt: skip

        assert (tmp_path / "b.csv").read_text() == "title;text;url\n"
        assert '"record": {"title": "A"' in (tmp_path / "b.rejects.jsonl").read_text()
