"""JSON files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from scrapelint.readers.syntax import json_window

if TYPE_CHECKING:
    from conftest import Reading

    from scrapelint.intake import Intake


def texts(intakes: list[Intake]) -> list[str]:
    """Return the texts of those that can be read."""
    return [intake.article.text for intake in intakes if intake.readable]


def faults(intakes: list[Intake]) -> list[tuple[str, object]]:
    """Return code and place of what was wrong."""
    return [(fault.code, fault.place) for intake in intakes for fault in intake.faults]


def test_object_is_one_article_without_a_number(reading: Reading) -> None:
    (intake,) = reading("a.json", b'{"maintext": "One.", "date_publish": "2024-03-01", "id": 7}')

    assert intake.article.record is None
    assert intake.article.id == "7"
    assert intake.article.get("date") == "2024-03-01"


def test_array_is_many_articles_numbered_from_1(reading: Reading) -> None:
    intakes = reading("a.json", b'[{"text": "One."},\n {"text": "Two."}]')

    assert [(i.article.record, i.article.text) for i in intakes] == [(1, "One."), (2, "Two.")]


@pytest.mark.parametrize("key", ["articles", "data", "results"])
def test_list_under_a_known_key_is_many_articles(reading: Reading, key: str) -> None:
    intakes = reading("a.json", json.dumps({"count": 2, key: [{"text": "One."}, {"text": "Two."}]}).encode())

    assert texts(intakes) == ["One.", "Two."]


def test_objects_one_after_the_other_are_many_articles(reading: Reading) -> None:
    assert texts(reading("a.json", b'{"text": "One."}\n{"text": "Two."}\n')) == ["One.", "Two."]


def test_array_longer_than_the_window_is_read_record_by_record(reading: Reading) -> None:
    records = [{"text": f"{n} " + "x" * 1000} for n in range(300)]

    intakes = reading("a.json", json.dumps(records, indent=1).encode(), max_record_chars=5000)

    assert texts(intakes) == [record["text"] for record in records]


def test_broken_record_is_reported_and_the_records_before_it_are_read(reading: Reading) -> None:
    intakes = reading("a.json", b'[{"text": "One."},\n {"text": Two}]')

    assert texts(intakes) == ["One."]
    assert faults(intakes) == [("INP001", (2, 11, 29))]


@pytest.mark.parametrize(
    "content",
    [
        b'{"text": "One',
        b'[{"text": "One."}',
        b'[{"text": "One."} {"text": "Two."}]',
        b"nix",
        b"[" * 100_000,
        b'"text"',
        b"3",
        b"[1" + b"0" * 9000 + b"]",
    ],
    ids=["cut", "cut array", "no comma", "no JSON", "nested", "string", "number", "endless number"],
)
def test_broken_json_is_a_fault(reading: Reading, content: bytes) -> None:
    codes = [code for code, _ in faults(reading("a.json", content))]

    assert codes == ["INP001"]


def test_object_without_text_is_a_fault_that_lists_its_fields(reading: Reading) -> None:
    (intake,) = reading("a.json", b'{"url": "https://example.org", "words": []}')

    assert intake.faults[0].message == "no field holds the text; there are: url, words; name it with --text-field"


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"url": "https://example.org", "artikel": "Sie redeten. " * 9, "teaser": "Sie redeten."}, "artikel"),
        ({"seite": {"artikel": {"rumpf": "Sie redeten. " * 9}}}, "seite.artikel.rumpf"),
        ({"absaetze": ["Sie redeten bis in die Nacht. " * 2, "Dann gingen sie. " * 3]}, "absaetze"),
        ({"page": " <!DOCTYPE html><p>" + "Sie redeten. " * 99, "artikel": "Sie redeten. " * 9}, "artikel"),
        ({"bilder": ["https://example.org/bild.png"] * 99, "artikel": "Sie redeten. " * 9}, "artikel"),
        ({"artikel": "Sie redeten."}, ""),
    ],
    ids=["longest", "deeper", "paragraphs", "no page", "no addresses", "too short"],
)
def test_field_that_may_be_the_text_is_named_as_the_option_takes_it(
    reading: Reading, record: dict[str, object], field: str
) -> None:
    from scrapelint.readers.source import field_names

    content = json.dumps(record).encode()
    (intake,) = reading("a.json", content)
    assert intake.faults[0].evidence["longest"] == field

    (found,) = reading("a.json", content, names=field_names({"text": (field,)}))
    assert found.article.text.startswith("Sie redeten") == bool(field)


def test_configured_field_is_preferred(reading: Reading) -> None:
    from scrapelint.readers.source import field_names

    (intake,) = reading("a.json", b'{"corps": "Oui.", "text": "Non."}', names=field_names({"text": ("corps",)}))

    assert intake.article.text == "Oui."
    assert intake.article.text_field == "corps"


def test_record_over_the_limit_is_skipped(reading: Reading) -> None:
    intakes = reading("a.json", b'[{"text": "' + b"x" * 300_000 + b'"}]', max_record_chars=1000)

    assert faults(intakes) == [("INP005", (1, 2, 1))]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (b'{"text": Two}', "INP001"),
        (b'{"a": "\\"]}", b: [1, {}], "c"}', "INP001"),
        (b"[" * 5000 + b"]" * 5000, "INP001"),
        (b'{"id": 1' + b"0" * 9000 + b"}", "INP001"),
        (b'"' + b'x]}\\"' * 40_000 + b'"', "INP005"),
        (b'{"a": [' + b'"}", ' * 40_000 + b'"\\\\"], "text": ' + b"x" * 100_000 + b"}", "INP005"),
        (b'{"text": "' + b"x" * 7000 + b'", y}', "INP005"),
    ],
    ids=["word", "brackets in strings", "nested", "endless number", "string", "too much, broken late", "broken late"],
)
@pytest.mark.parametrize("chunk_chars", [1 << 16, 3])
def test_one_record_of_an_array_never_ends_it(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, broken: bytes, code: str, chunk_chars: int
) -> None:
    monkeypatch.setattr(json_window, "CHUNK_CHARS", chunk_chars)
    content = b'[{"text": "One."},\n' + broken + b' , {"text": "Three."}]'

    intakes = reading("a.json", content, max_record_chars=6000 if code == "INP005" else 64_000)

    assert [(intake.article.record, intake.article.text) for intake in intakes] == [(1, "One."), (2, ""), (3, "Three.")]
    ((found, (row, _, _)),) = faults(intakes)
    assert (found, row) == (code, 2)


def test_too_large_value_is_no_end_of_a_series(reading: Reading) -> None:
    intakes = reading("a.json", b'{"text": "' + b"x" * 300_000 + b'"}\n{"text": "Two."}', max_record_chars=1000)

    assert texts(intakes) == ["Two."]
    assert intakes[0].faults[0].message.startswith("the record has 300,012 characters and is skipped")


def test_columns_and_indexed_records_of_pandas_are_records(reading: Reading) -> None:
    columns = reading("a.json", b'{"text": {"0": "One.", "1": "Two."}, "url": {"0": "u", "1": null}}')
    index = reading("b.json", b'{"0": {"text": "One.", "url": "u"}, "1": {"text": "Two.", "url": null}}')

    for first, second in (columns, index):
        assert [first.article.text, second.article.text, second.article.record] == ["One.", "Two.", 2]
        assert (first.article.get("url"), second.article.get("url")) == ("u", "")


def test_paragraphs_of_fundus_are_the_text(reading: Reading) -> None:
    body = b'{"summary": ["One."], "sections": [{"headline": ["Two"], "paragraphs": ["Three.", " ", "Four."]}]}'

    (intake,) = reading("a.json", b'[{"title": "T", "body": ' + body + b"}]")

    assert intake.article.text == "One.\n\nTwo\n\nThree.\n\nFour."
    assert intake.article.text_field == "body"


@pytest.mark.parametrize("record", [
    b'{"Text": "One."}', b'{"TEXT": "One."}', b'{"articleBody": "One."}', b'{"articlebody": "One."}',
    b'{"page_content": "One.", "metadata": {"title": "T"}}', b'{"document": {"text": "One."}}',
    b'{"text": ["One."]}', b'{"article-text": "One."}', b'{"Plain_Text": "One."}', b'{"_source": {"content": "One."}}',
])  # fmt: skip
def test_names_are_found_in_other_capitals_and_inside(reading: Reading, record: bytes) -> None:
    (intake,) = reading("a.jsonl", record)

    assert intake.article.text == "One."


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (b'{"text": 5}', '"text" is a number, no string'),
        (b'{"metadata": {"Body": {"a": "b"}}}', '"metadata.Body" is an object, no string'),
        (b'{"text": null}', '"text" is null, no string'),
        (b'{"text": [["One."]]}', '"text" is a list, but not of strings'),
        (b'{"id": 1, "html": "<!DOCTYPE html><p>One.</p>"}', '"html" is a page: extract its text first'),
        (b'{"id": 1}', "name it with --text-field"),
    ],
)
def test_field_of_a_known_name_without_a_text_is_told_with_what_is_in_it(
    reading: Reading, record: bytes, told: str
) -> None:
    (intake,) = reading("a.jsonl", record)
    (several,) = reading("b.jsonl", record + b"\n" + record)

    assert intake.faults[0].message.endswith(f"; {told}")
    assert several.faults[0].message.endswith(f"; {told}")


@pytest.mark.parametrize("answer", [
    b'{"took": 1, "hits": {"total": 1, "hits": [{"_id": "a", "_source": {"text": "One."}}]}}',
    b'{"response": {"numFound": 1, "docs": [{"content": ["One."]}]}}', b'{"data": {"articles": [{"text": "One."}]}}',
    b'{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": "Article", "articleBody": "One."}]}',
])  # fmt: skip
def test_records_of_an_answer_are_found_in_objects_within_it(reading: Reading, answer: bytes) -> None:
    found = [intake.article.text for intake in reading("a.json", answer) if intake.readable]

    assert found == ["One."]


@pytest.mark.parametrize("written", [
    b'{"page": {"items": [{"name": "menu"}]}}', b'{"title": "T", "comments": {"items": [{"text": "Nice."}]}}',
    b'{"story": "%s", "comments": {"items": [{"text": "Nice."}]}}' % (b"One. " * 20),
])  # fmt: skip
def test_list_that_lies_deeper_counts_only_where_it_has_texts_and_nothing_else_may_be_one(
    reading: Reading, written: bytes
) -> None:
    (intake,) = reading("a.json", written)

    assert intake.faults[0].code == "INP004"


@pytest.mark.parametrize("blocks", [
    b'[{"type": "p", "text": "One."}, {"type": "image", "url": "a.png"}, {"type": "p", "text": "Two."}]',
    b'[{"content": "One."}, {"content": "Two."}]',
])  # fmt: skip
def test_blocks_of_a_list_are_the_paragraphs_of_a_text(reading: Reading, blocks: bytes) -> None:
    (intake,) = reading("a.jsonl", b'{"title": "T", "body": %s}' % blocks)

    assert intake.article.text == "One.\n\nTwo."


@pytest.mark.parametrize("body", [
    b'[{"title": "A", "text": "One."}, {"title": "B", "text": "Two."}]', b'[{"type": "image"}]', b'["One.", {"text": "Two."}]',
])  # fmt: skip
def test_list_of_articles_or_of_something_else_is_no_text(reading: Reading, body: bytes) -> None:
    (intake,) = reading("a.jsonl", b'{"body": %s}' % body)

    assert [fault.code for fault in intake.faults] == ["INP004"]


def test_fields_beside_a_text_that_lies_deeper_are_its_own(reading: Reading) -> None:
    from scrapelint.readers.source import field_names

    record = b'{"id": 7, "data": {"title": "Outer", "url": "u", "page": {"title": "Inner", "body": "One."}}}'
    (intake,) = reading("a.jsonl", record, names=field_names({"text": ("data.page.body",)}))

    assert intake.article.fields == {"title": "Inner", "url": "u", "id": 7}


def test_fields_of_a_dump_of_elasticsearch_are_found(reading: Reading) -> None:
    record = (
        b'{"_index": "news", "_id": "a1", "_source": {"title": "T", "content": "One.", "publishedAt": "2026-01-02"}}'
    )
    (intake,) = reading("a.jsonl", record)

    assert (intake.article.text, intake.article.id) == ("One.", "a1")
    assert intake.article.fields == {"title": "T", "date": "2026-01-02", "id": "a1"}


@pytest.mark.parametrize(
    ("date", "read"),
    [
        (b'{"$date": "2026-01-02T10:00:00Z"}', "2026-01-02T10:00:00Z"),
        (b'{"$date": {"$numberLong": "1767348000000"}}', "1767348000000"),
    ],
)
def test_values_of_an_export_of_mongodb_are_what_they_stand_for(reading: Reading, date: bytes, read: str) -> None:
    (intake,) = reading("a.jsonl", b'{"_id": {"$oid": "5f"}, "text": "One.", "date": %s}' % date)

    assert (intake.article.id, intake.article.get("date")) == ("5f", read)


def test_dotted_name_leads_through_objects_and_lists(reading: Reading) -> None:
    from scrapelint.readers.source import field_names

    names = field_names({"text": ("data.articles.0.body",)})
    (intake,) = reading("a.jsonl", b'{"data": {"Articles": [{"body": "One."}]}, "text": "no"}', names=names)

    assert intake.article.text == "One."


def test_id_nested_without_end_is_left_out(reading: Reading) -> None:
    (intake,) = reading("a.jsonl", b'{"text": "One.", "id": ' + b"[" * 600 + b"]" * 600 + b"}")

    assert intake.article.text == "One."


@pytest.mark.parametrize("number", ["12345", "-1.5e+20", "0.25"])
@pytest.mark.parametrize("before", range(1, 9))
def test_number_goes_on_where_the_next_part_of_the_file_begins(reading: Reading, number: str, before: int) -> None:
    blank = " " * (json_window.CHUNK_CHARS - 1 - before)

    first, second = reading("a.json", f'[{blank}{number}, {{"text": "Talks ended."}}]'.encode())

    assert first.faults[0].message == "broken JSON: the record is a number, not an object"
    assert second.article.text == "Talks ended."
