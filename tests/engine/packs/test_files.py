"""The phrase packs: those that are installed, and what makes one invalid."""

from __future__ import annotations

import sys
import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from each import check_each
from hypothesis import given
from hypothesis import strategies as st
from texts import TEXTS

from scrapelint.article import Article
from scrapelint.engine.document import Document
from scrapelint.errors import PackError
from scrapelint.packs.files import Pack, compiled, load, undescribed
from scrapelint.packs.matcher import PLACEHOLDERS, Matcher
from scrapelint.selection.registry import discover
from scrapelint.testing import check_pack_example, pack_cases

sys.path.insert(0, str(Path(__file__).parents[3] / "tools"))

from format_packs import is_formatted

if TYPE_CHECKING:
    from scrapelint.packs.matcher import Hit, PhraseTable
    from scrapelint.packs.table import PackedPhrases
    from scrapelint.selection.registry import Registry

PACKS = {path: load(path) for path in discover().pack_paths}

LINE_CHARS = 20_000
MAX_LINEAR_S = 2.0
"""CPU time for two such lines; a pattern that backtracks would need longer than anybody waits."""

MIXED_BY_AKISMET = {"δdocument"}
"""A script that is glued to the label of its hidden field, a delta."""

MACROLANGUAGES = {"no", "sh", "iw", "in", "ji"}
"""Codes of several languages, and withdrawn ones."""

ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")

each_path = pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
each_pack = pytest.mark.parametrize("pack", PACKS.values(), ids=lambda pack: pack.concept)


@pytest.fixture(scope="module")
def matcher(table: PackedPhrases) -> Matcher:
    return Matcher(table)


class TestInstalled:
    @each_pack
    def test_pack_does_what_its_examples_say(self, pack: Pack, matcher: Matcher) -> None:
        check_each(pack_cases(pack), lambda case: check_pack_example(case, matcher))

    @each_pack
    def test_every_language_has_a_hit(self, pack: Pack) -> None:
        assert not set(pack.languages) - pack.examples.hits.keys()

    @each_pack
    def test_some_example_is_a_miss(self, pack: Pack) -> None:
        assert any(pack.examples.misses.values())

    @each_pack
    def test_some_rule_uses_the_pack(self, pack: Pack, registry: Registry) -> None:
        assert any(pack.concept in rule.packs for rule in registry.rules.values())

    @each_path
    def test_file_has_the_name_of_the_concept(self, path: Path) -> None:
        assert path.stem == PACKS[path].concept

    @each_path
    def test_file_has_one_phrase_a_line_in_order(self, path: Path) -> None:
        assert is_formatted(path), f"python tools/format_packs.py {path}"

    @each_pack
    def test_language_is_named_by_its_shortest_code(self, pack: Pack) -> None:
        assert not [language for language in pack.languages if len(language) > 2 or language in MACROLANGUAGES]

    @each_pack
    def test_entries_have_names_of_their_own(self, pack: Pack) -> None:
        names = [entry.id for entry in pack.entries]

        assert sorted(set(names)) == sorted(names)

    @each_path
    def test_entries_say_which_wording_belongs_in_them(self, path: Path) -> None:
        assert not list(undescribed(path, PACKS[path]))

    @each_pack
    def test_entries_of_a_pack_say_different_things(self, pack: Pack) -> None:
        said = [entry.about for entry in pack.entries]

        assert sorted(set(said)) == sorted(said)

    @each_pack
    def test_no_word_mixes_alphabets(self, pack: Pack) -> None:
        mixed = {word for phrase in phrases_of(pack) for word in words_of(phrase) if len(alphabets_of(word)) > 1}
        mixed -= MIXED_BY_AKISMET

        assert not mixed

    @each_pack
    def test_phrase_is_found_where_it_has_to_stand(self, pack: Pack, matcher: Matcher) -> None:
        missed = [
            (entry.id, language, phrase)
            for entry in pack.entries
            for language, phrases in entry.phrases.items()
            for phrase in phrases
            if len(line := placed(phrase, entry.where)) <= entry.max_line_chars
            and (entry.id, language) not in {(h.entry.id, h.language) for h in hits(matcher, pack.concept, line)}
        ]

        assert not missed

    def test_rules_name_only_packs_that_are_there(self, registry: Registry) -> None:
        concepts = {pack.concept for pack in PACKS.values()}

        assert not {concept for rule in registry.rules.values() for concept in rule.packs} - concepts


def words_of(phrase: str) -> list[str]:
    """Return the runs of letters; without placeholders, for their names are Latin."""
    for placeholder in PLACEHOLDERS:
        phrase = phrase.replace(placeholder, " ")
    return "".join(char if char.isalpha() else " " for char in phrase).split()


def alphabets_of(word: str) -> set[str]:
    """Return which of the alphabets that share shapes a word is written in."""
    return {alphabet for char in word for alphabet in ALPHABETS if unicodedata.name(char, "").startswith(alphabet)}


def phrases_of(pack: Pack) -> list[str]:
    return [phrase for entry in pack.entries for phrases in entry.phrases.values() for phrase in phrases]


def written_out(phrase: str) -> str:
    """Return a phrase as a page might have it."""
    return phrase.replace("{n}", "12").replace("{words}", "larn harbour")


def placed(phrase: str, where: str) -> str:
    """Return a line with the phrase where its entry wants it, all in small letters, as German phrases are."""
    before = "larn " if where in ("end", "inside") else ""
    after = " larn" if where in ("start", "inside") else ""
    return before + written_out(phrase) + after


def hits(matcher: Matcher, concept: str, text: str) -> list[Hit]:
    return list(Document(Article(text), matcher).hits(concept))


VALID: dict[str, Any] = {
    "concept": "party-line",
    "summary": "a line that asks to call",
    "entries": [{"id": "call", "where": "line", "max_line_chars": 60, "phrases": {"en": ["call the party line"]}}],
}


def pack_with(**entry: Any) -> dict[str, Any]:
    """Return the valid pack with other values in its only entry."""
    return {**VALID, "entries": [{**VALID["entries"][0], **entry}]}


def made(path: Path, pack: dict[str, Any]) -> PhraseTable:
    """Write a pack, read it and compile it."""
    lines = [f"{key} = {shown(value)}" for key, value in pack.items() if key != "entries"]
    for entry in pack["entries"]:
        lines += ["[[entries]]", *(f"{key} = {shown(value)}" for key, value in entry.items())]
    path.write_text("\n".join(lines), encoding="utf-8")
    return compiled([load(path)])


def shown(value: Any) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {shown(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(shown, value)) + "]"
    return f"'{value}'" if isinstance(value, str) else str(value)


class TestSchema:
    def test_valid_pack_is_taken(self, tmp_path: Path) -> None:
        assert made(tmp_path / "a.toml", VALID).languages() == {"party-line": {"en"}}

    @pytest.mark.parametrize(
        ("pack", "message"),
        [
            pytest.param({**VALID, "colour": "red"}, 'colour: unknown key "colour"', id="unknown key"),
            pytest.param(pack_with(colour="red"), 'entries.1.colour: unknown key "colour"', id="unknown key of an entry"),
            pytest.param(pack_with(where="middle"), "entries.1.where: has to be 'line'", id="bad where"),
            pytest.param(pack_with(zones=["foot"]), "entries.1.zones.1: has to be 'head'", id="bad zone"),
            pytest.param(pack_with(zones=[]), "entries.1.zones: ", id="no zone"),
            pytest.param(pack_with(max_line_chars=0), "entries.1.max_line_chars: ", id="no room"),
            pytest.param(pack_with(confidence=2), "entries.1.confidence: ", id="more than sure"),
            pytest.param(pack_with(phrases={"English": ["a b"]}), "entries.1.phrases.English", id="bad language"),
            pytest.param(pack_with(phrases={"en": [""]}), "entries.1.phrases.en.1: ", id="empty phrase"),
            pytest.param({**VALID, "concept": "Party Line"}, "concept: ", id="bad concept"),
            pytest.param({**VALID, "entries": []}, "entries", id="no entries"),
            pytest.param(pack_with(where="inside", phrases={"en": ["{n} {words}"]}), "no literal", id="no literal"),
            pytest.param(pack_with(where="inside", phrases={"en": ["..."]}), "no literal", id="only punctuation"),
            pytest.param(
                pack_with(phrases={"en": ["by {words} at {words} in {words}"]}), "2 of {words}", id="three of words"
            ),
            pytest.param(pack_with(phrases={"en": ["by {who}"]}), "placeholders are", id="unknown placeholder"),
            pytest.param(pack_with(patterns={"en": ["call (me"]}), "not valid RE2", id="invalid pattern"),
            pytest.param(pack_with(patterns={"en": [r"(call) \1"]}), "not valid RE2", id="back-reference"),
            pytest.param(pack_with(patterns={"en": ["(?=call)me"]}), "not valid RE2", id="look-ahead"),
            pytest.param(pack_with(patterns={"en": ["[a-z]+"]}), "no literal", id="pattern without literal"),
            pytest.param(pack_with(phrases={"en": ["call", "a", "call"]}), 'en: "call" stands there twice', id="twice"),
            pytest.param({**VALID, "entries": VALID["entries"] * 2}, 'entries: two entries are named "', id="one id"),
        ],
    )  # fmt: skip
    def test_invalid_pack_is_told(self, tmp_path: Path, pack: dict[str, Any], message: str) -> None:
        with pytest.raises(PackError) as raised:
            made(tmp_path / "a.toml", pack)

        assert message in str(raised.value)

    def test_error_of_the_schema_names_the_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.toml"

        with pytest.raises(PackError) as raised:
            made(path, pack_with(where="middle"))

        assert str(raised.value).startswith(f"{path}: ")

    def test_pack_that_a_rule_in_python_reads_has_to_say_which_wording_belongs_in_it(self) -> None:
        pack = Pack.model_validate({**VALID, "code": None, "name": None})

        assert list(undescribed("a.toml", pack)) == [
            'a.toml: entry "call": say in one line which wording belongs in it, as about = "..."'
        ]

    def test_pack_that_makes_its_own_rule_need_not(self) -> None:
        pack = Pack.model_validate({**VALID, "code": "ACM001", "name": "party-line"})

        assert not list(undescribed("a.toml", pack))

    @pytest.mark.parametrize("content", [
        b"concept = ", b"\xff\xfe", b"concept = '\x00'", b"a = " + b"[" * 5000, b"a = 1" + b"0" * 9000, b"a." * 9000 + b"b = 1",
    ])  # fmt: skip
    def test_file_that_is_no_toml_is_told(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "a.toml"
        path.write_bytes(content)

        with pytest.raises(PackError):
            load(path)

    def test_missing_file_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(PackError, match="cannot be read"):
            load(tmp_path / "none.toml")


class TestCost:
    @pytest.mark.parametrize(
        ("entry", "piece"),
        [
            pytest.param({"patterns": {"en": ["aa(a+)+$"]}}, "a", id="nested repeats"),
            pytest.param({"patterns": {"en": ["aa(a|aa)+$"]}}, "a", id="alternatives that overlap"),
            pytest.param({"patterns": {"en": ["read (.*)(.*)(.*)x"]}}, "read ", id="many stars"),
            pytest.param({"phrases": {"en": ["by {words} of {words} at"]}}, "by of ", id="two runs of words"),
            pytest.param({"phrases": {"en": ["{n} {n} {n} {n} views"]}}, "1 views ", id="many numbers"),
        ],
    )
    def test_evil_pack_takes_linear_time(self, tmp_path: Path, entry: dict[str, Any], piece: str) -> None:
        base = {"where": "inside", "max_line_chars": 100_000, "phrases": {}}
        matcher = Matcher(made(tmp_path / "a.toml", pack_with(**{**base, **entry})))
        line = f"{piece * (LINE_CHARS // len(piece))}!b"
        text = f"{line}\n{line}"
        began = time.process_time()

        hits(matcher, "party-line", text)

        assert time.process_time() - began < MAX_LINEAR_S


@given(text=TEXTS)
def test_phrase_never_raises_and_lies_in_its_line(matcher: Matcher, text: str) -> None:
    doc = Document(Article(text), matcher)

    for concept in (pack.concept for pack in PACKS.values()):
        assert all(h.line.start <= h.start < h.end <= h.line.end for h in doc.hits(concept))


@given(
    phrase=st.sampled_from([phrase for pack in PACKS.values() for phrase in phrases_of(pack)]),
    before=TEXTS,
    after=TEXTS,
)
def test_phrase_amid_any_text_never_raises(matcher: Matcher, phrase: str, before: str, after: str) -> None:
    doc = Document(Article(before + written_out(phrase) + after), matcher)

    assert all(0 <= hit.start < hit.end <= len(doc.text) for pack in PACKS.values() for hit in doc.hits(pack.concept))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('code = "ACM3"', 'code: "ACM3" is not three capitals and three digits, as ACM001'),
        ('name = "Tide Note"', 'name: "Tide Note" is not of lower-case letters, digits and hyphens, as river-note'),
        ('sumary = "notes"', 'sumary: unknown key "sumary"; did you mean "summary"?'),
        ('severity = "warn"', "severity: has to be 'info', 'warning' or 'error'"),
        ("sources = []", "entries is missing"),
        (
            "entries = [{id = 'a', where = 'line', max_lines = 9, max_line_chars = 9}]",
            "entries.1.max_lines: unknown key",
        ),
        ("entries = [{id = 'a', where = 'line'}]", "entries.1.max_line_chars is missing"),
        ("entries = [{id = 'a', where = 'line', max_line_chars = 9, phrases.english = ['a']}]", '"english" is not the'),
    ],
)
def test_fault_of_a_pack_is_told_with_its_place_and_what_is_wanted(line: str, told: str, tmp_path: Path) -> None:
    pack = tmp_path / "tide.toml"
    pack.write_text(f'concept = "tide"\nsummary = "Tides."\n{line}\n'.replace('summary = "Tides."\nsumary', "sumary"))
    with pytest.raises(PackError) as caught:
        load(pack)
    assert told in str(caught.value)


def test_pack_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    pack = tmp_path / "tide.toml"
    entry = "entries = [{id = 'a', where = 'line', max_line_chars = 9, phrases.en = ['high tide']}]"
    pack.write_text(f'concept = "tide"\nsummary = "Tides."\n{entry}\n', encoding="utf-8-sig")
    assert load(pack).concept == "tide"
