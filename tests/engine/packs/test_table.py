"""A text finds its phrases in the bytes of a table as it does in the table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapelint.packs.matcher import Entry, PhraseTable
from scrapelint.packs.table import PackedPhrases, packed

ENTRIES = [Entry("calls", "call", 60, ["head"], 0.9)]
WORDS = st.text(st.sampled_from("abc é漢🔥"), min_size=1, max_size=14)
PHRASES = st.dictionaries(WORDS, st.just("0:en"), max_size=12)
TEMPLATES = st.dictionaries(WORDS, st.just([["regex", "phrase", "0:de"]]), max_size=3)
TABLES = st.builds(PhraseTable, st.just(ENTRIES), PHRASES, PHRASES, TEMPLATES)


@given(table=TABLES)
def test_whole_is_the_table(table: PhraseTable) -> None:
    assert PackedPhrases(packed(table)).whole() == table


@given(table=TABLES, rows=st.lists(WORDS, max_size=6), more=st.data())
def test_part_is_what_stands_in_the_text(table: PhraseTable, rows: list[str], more: st.DataObject) -> None:
    planted = [word for words in (table.lines, table.literals, table.templates) for word in words]
    rows += more.draw(st.lists(st.sampled_from(planted), max_size=3)) if planted else []
    haystack = "\n" + "\n".join(rows) + "\n"

    part = PackedPhrases(packed(table)).part(haystack)

    assert part.lines.keys() == {line for line in table.lines if f"\n{line}\n" in haystack}
    assert part.literals.keys() == {literal for literal in table.literals if literal in haystack}
    assert part.templates.keys() == {literal for literal in table.templates if literal in haystack}


def test_sign_that_ends_phrases_is_refused() -> None:
    with pytest.raises(ValueError, match="ends phrases"):
        packed(PhraseTable(ENTRIES, {"call\x1fme": "0:en"}))


def test_bytes_that_are_cut_off_are_refused() -> None:
    content = packed(PhraseTable(ENTRIES, {"call the harbour": "0:en"}))

    with pytest.raises(ValueError, match="cut off"):
        PackedPhrases(content[:-1])
