"""Phrases and patterns are found where they stand."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import TEXTS

from scrapelint.article import Article
from scrapelint.engine.document import Document
from scrapelint.packs.files import Pack, compiled
from scrapelint.packs.line_patterns import LinePattern
from scrapelint.packs.matcher import MAX_SMALL_CHARS, Hit, Matcher, PhraseTable
from scrapelint.text.folding import fold
from scrapelint.text.lines import EDGE_CHARS, split
from scrapelint.text.sentences.units import parted

PHRASES = ["call the party line", "ваш адрес не будет опубликован", "请致电党线", "kommentar-adresse"]
FORM = "Ваш адрес email не будет опубликован"
WHERE = ("line", "start", "end", "inside")

ROWS = TEXTS.map(lambda text: text.replace("\n", " "))
EDGES = st.text(st.sampled_from(EDGE_CHARS), max_size=6)
PUNCTUATION = st.text(st.sampled_from(" .,!?-–|»*"), max_size=6)


def table(written: list[str], where: str = "inside", **entry: Any) -> PhraseTable:
    """Return a table of one pack with one entry."""
    values = {"id": "call", "where": where, "max_line_chars": 100_000, "phrases": {"en": written}, **entry}
    return compiled([Pack.model_validate({"concept": "party", "summary": "calls", "entries": [values]})])


def hits(text: str, *written: str, where: str = "inside", **entry: Any) -> list[Hit]:
    """Return the hits of these phrases in a text."""
    return list(Document(Article(text), Matcher(table([*written], where, **entry))).hits("party"))


def units(text: str, *written: str, where: str, flat: str) -> list[str]:
    """Return the sentences of a text of one line, parted from these phrases of an entry of this kind."""
    found = Matcher(table([*written], where, flat=flat)).units(parted(split(text)))
    return [unit.text for unit in found if unit.text.strip()]


MATCHERS = {where: Matcher(table(PHRASES, where)) for where in WHERE}


def found(text: str, where: str) -> list[tuple[int, str]]:
    """Return offset and wording of the hits of `PHRASES`."""
    hits = MATCHERS[where].scan(list(split(text)), text).phrases.get("party", [])
    return [(h.start, text[h.start : h.end]) for h in hits]


class TestPlanted:
    @given(above=TEXTS, before=ROWS, phrase=st.sampled_from(PHRASES), after=ROWS, below=TEXTS, shout=st.booleans())
    def test_phrase_inside_any_line_is_found_at_its_offsets(
        self, above: str, before: str, phrase: str, after: str, below: str, *, shout: bool
    ) -> None:
        written = phrase.upper() if shout else phrase
        head = f"{above}\n{before} "

        assert (len(head), written) in found(f"{head}{written} {after}\n{below}", "inside")

    @pytest.mark.parametrize("where", WHERE)
    @given(above=TEXTS, before=EDGES, phrase=st.sampled_from(PHRASES), after=EDGES, below=TEXTS)
    def test_phrase_amid_punctuation_is_found_wherever_it_has_to_stand(
        self, where: str, above: str, before: str, phrase: str, after: str, below: str
    ) -> None:
        head = f"{above}\n{before}"

        assert (len(head), phrase) in found(f"{head}{phrase}{after}\n{below}", where)

    @pytest.mark.parametrize(("where", "text"), [("start", "{} or write"), ("end", "please {}")])
    @given(edge=PUNCTUATION)
    def test_phrase_at_one_end_needs_only_that_end(self, where: str, text: str, edge: str) -> None:
        line = edge + text.format(PHRASES[0]) + edge

        assert found(line, where) == [(line.index(PHRASES[0]), PHRASES[0])]

    @pytest.mark.parametrize(
        ("where", "text"),
        [("line", "please {}"), ("line", "{} or write"), ("start", "please {}"), ("end", "{} or write")],
    )
    def test_phrase_in_the_wrong_place_is_no_hit(self, where: str, text: str) -> None:
        assert not found(text.format(PHRASES[0]), where)

    @given(text=TEXTS)
    def test_hit_is_the_phrase_when_folded(self, text: str) -> None:
        for where in WHERE:
            assert all(fold(wording) in PHRASES for _, wording in found(text, where))


class TestWords:
    @pytest.mark.parametrize(
        ("text", "wording"),
        [
            pytest.param("Отменить ответВаш адрес email не будет опубликован", FORM, id="before"),
            pytest.param("Ваш адрес email не будет опубликованКомментарий", FORM, id="behind"),
            pytest.param("ответВаш адрес email не будет опубликованИмя", FORM, id="both"),
            pytest.param("Ann2 Ваш адрес email не будет опубликован", FORM, id="apart"),
        ],
    )
    def test_phrase_in_a_glued_line_is_found_at_its_offsets(self, text: str, wording: str) -> None:
        (hit,) = hits(text, FORM.lower())

        assert (hit.start, hit.end) == (text.index(wording), text.index(wording) + len(wording))

    def test_mark_that_composes_with_no_letter_is_not_in_the_phrase(self) -> None:
        """Nothing composes with the last letter, so the mark behind it, which shows an emoji in colour, stays outside."""
        assert found("cafe\u0301: call the party line\ufe0f", "inside") == [(7, "call the party line")]

    @pytest.mark.parametrize("text", ["ответваш адрес email не будет опубликован", "Нотваш адрес", "ВАШ АДРЕСАТ"])
    def test_part_of_a_word_is_no_hit(self, text: str) -> None:
        assert not hits(text, "ваш адрес")

    def test_scripts_without_spaces_need_none(self) -> None:
        (hit,) = hits("今天请致电党线吧", "请致电党线")

        assert hit.start == 2

    @pytest.mark.parametrize("where", ["start", "inside"])
    def test_phrase_that_stands_twice_in_a_line_is_found(self, where: str) -> None:
        assert hits("call me or call me", "call me", where=where)[0].start == 0

    def test_phrase_over_two_lines_is_no_hit(self) -> None:
        assert not hits("call the\nparty line", "call the party line")


class TestEntry:
    @pytest.mark.parametrize(
        ("language", "phrase", "asked", "told"),
        [
            ("en", "already a member?", "Already a member ? Log in", "He is already a member of the choir."),
            ("ru", "уже подписаны?", "Вы уже подписаны?", "Договоры уже подписаны, сказал мэр."),
            ("el", "είστε ήδη μέλος;", "Είστε ήδη μέλος; Συνδεθείτε", "Ξέρουν ότι είστε ήδη μέλος."),
            ("zh", "已是会员？", "已是会员？登录", "他已是会员，票价更低"),
        ],
    )
    def test_phrase_that_asks_is_found_only_before_a_question_mark(
        self, language: str, phrase: str, asked: str, told: str
    ) -> None:
        assert [hit.phrase for hit in hits(asked, phrases={language: [phrase]})] == [fold(phrase[:-1])]
        assert hits(told, phrases={language: [phrase]}) == []
        assert len(hits(told, phrases={language: [phrase, phrase[:-1]]})) == 1

    def test_line_longer_than_the_entry_takes_is_no_hit(self) -> None:
        assert not hits("call the party line today", "call the party line", max_line_chars=24)

    def test_line_as_long_as_the_entry_takes_is_a_hit(self) -> None:
        assert hits("call the party line today", "call the party line", max_line_chars=25)

    def test_entry_of_another_concept_is_left_out(self) -> None:
        doc = Document(Article("call me"), Matcher(table(["call me"]), concepts={"other"}))

        assert not doc.hits("party")

    def test_hit_says_entry_language_and_phrase(self) -> None:
        (hit,) = hits("Call Me!", "call me")

        assert (hit.entry.concept, hit.entry.id, hit.language, hit.phrase) == ("party", "call", "en", "call me")

    def test_phrase_of_two_languages_is_a_hit_in_both(self) -> None:
        found_in = [h.language for h in hits("photo", phrases={"en": ["photo"], "fr": ["photo"]})]

        assert sorted(found_in) == ["en", "fr"]


class TestTemplates:
    @pytest.mark.parametrize(
        ("where", "phrase", "text", "wording"),
        [
            ("line", "{n} comments", "12 comments", "12 comments"),
            ("line", "{n} comments", "1,204 Comments.", "1,204 Comments"),
            ("line", "comments ({n})", "Comments (3)", "Comments (3"),
            ("start", "photo: {words}", "Photo: Ann Lee", "Photo: Ann Lee"),
            ("inside", "by {words} for larn", "Written by Ann Lee for Larn today", "by Ann Lee for Larn"),
            ("start", "photo: {words}", "Photo: Ann Lee for Larn. The dam has held", "Photo: Ann Lee for Larn."),
            ("start", "фото: {words}", "Фото: Анна Лисина. Плотина выстояла", "Фото: Анна Лисина."),
            ("start", "photo: {words}", "Photo: Dr. Ann Lee", "Photo: Dr. Ann Lee"),
            ("end", "{n} min read", "Larn. 5 min read", "5 min read"),
        ],
    )
    def test_placeholder_stands_for(self, where: str, phrase: str, text: str, wording: str) -> None:
        assert wording in [text[h.start : h.end] for h in hits(text, phrase, where=where)]

    @pytest.mark.parametrize(
        ("where", "phrase", "text"),
        [
            ("line", "{n} comments", "no comments"),
            ("line", "{n} comments", "12 comments were read"),
            ("inside", "by {words} for larn", "by for larn"),
            ("inside", "by {words} for larn", "Stand by the river. Ferries for Larn"),
            ("inside", "by {words} for larn", "by one two three four five six seven for larn"),
        ],
    )
    def test_placeholder_does_not_stand_for(self, where: str, phrase: str, text: str) -> None:
        assert not hits(text, phrase, where=where)

    def test_pattern_is_found_at_its_offsets(self) -> None:
        (hit,) = hits("Larn. Read 12 more", phrases={}, patterns={"en": [r"read \d+ more"]})

        assert (hit.start, hit.end) == (6, 18)


class TestPatterns:
    def matched(self, pattern: LinePattern, text: str) -> list[tuple[int, str]]:
        doc = Document(Article(text), Matcher(PhraseTable(), [pattern]))
        return [(line.row, match.group()) for line, match in doc.matches(pattern)]

    def test_pattern_runs_on_lines_with_its_literal(self) -> None:
        pattern = LinePattern(r"\w+ \d", ["page"])

        assert self.matched(pattern, "Line 1\nPage 2\n\nPAGE 3") == [(1, "Page 2"), (3, "PAGE 3")]

    def test_line_with_two_literals_is_looked_at_once(self) -> None:
        assert self.matched(LinePattern("Page .*", ["page", "of"]), "Page 2 of 3") == [(0, "Page 2 of 3")]

    def test_pattern_that_needs_more_runs_only_on_lines_that_hold_one_of_it_too(self) -> None:
        pattern = LinePattern(r"Page \w+", ["page"], needs=["2", "II"])

        assert self.matched(pattern, "Page 1\nPage 2\nPage three\nPage II") == [(1, "Page 2"), (3, "Page II")]

    @pytest.mark.parametrize(("literal", "rows"), [("\npage", [0, 2]), ("page\n", [1, 2]), ("\npage\n", [2])])
    def test_line_break_in_a_literal_is_the_edge_of_a_key(self, literal: str, rows: list[int]) -> None:
        pattern = LinePattern("(?i)page", [literal])

        assert [row for row, _ in self.matched(pattern, "Page 2\nNext page.\n* Page *")] == rows

    def test_pattern_sees_the_line_as_it_stands(self) -> None:
        assert self.matched(LinePattern("“Page”", ['"page"']), "A “Page”") == [(0, "“Page”")]

    def test_flags_are_those_of_re(self) -> None:
        assert self.matched(LinePattern("page", ["page"], re.IGNORECASE), "PAGE") == [(0, "PAGE")]

    def test_name_in_a_regex_stands_for_its_words(self) -> None:
        pattern = LinePattern(r"(?P>who) calls (?P>who)", ["calls"], words={"who": ["Ann", "Ann Lee", "Bo"]})

        assert self.matched(pattern, "Ann Lee calls Bo\nSo Ann calls\nHe calls") == [(0, "Ann Lee calls Bo")]

    @given(
        rows=st.lists(st.text(st.sampled_from("abAB. -"), max_size=12), max_size=20),
        flags=st.sampled_from([0, re.IGNORECASE]),
    )
    def test_choice_of_words_finds_what_all_words_find(self, rows: list[str], flags: int) -> None:
        words = {"one": ["a", "aB", "b.a", "bb"], "two": ["B", "BA", "a-"]}
        pattern = LinePattern(r"(?P>one)(?: ?(?P>two))?", ["a", "b"], flags, words)
        whole = re.compile(r"(?:b\.a|aB|bb|a)(?: ?(?:BA|a-|B))?", flags)

        expected = [(row, m.group()) for row, text in enumerate(rows) for m in whole.finditer(text)]

        assert self.matched(pattern, "\n".join(rows)) == expected


@given(text=TEXTS)
def test_hits_do_not_depend_on_what_was_scanned_before(text: str) -> None:
    fresh, used = Matcher(table(PHRASES)), Matcher(table(PHRASES))
    planted = f"{text}\n{PHRASES[0]}\n{text}"
    used._scanned_chars = MAX_SMALL_CHARS

    first, later = (Document(Article(planted), matcher).hits("party") for matcher in (fresh, used))

    assert [h[:3] + h[4:] for h in first] == [h[:3] + h[4:] for h in later]


def test_table_knows_the_languages_of_each_concept() -> None:
    phrases, patterns = {"en": ["call me"], "de": ["{n} anrufe"], "da": ["ringer du?"]}, {"fr": ["appel+ez"]}

    assert table([], phrases=phrases, patterns=patterns).languages() == {"party": {"en", "de", "da", "fr"}}


class TestFlat:
    """Where the line breaks are lost, an entry says which of its phrases are no words of the sentence behind them."""

    TEXT = (
        "The council met for six hours. Gallery Bram Hale spoke to the crowd for an hour. Gallery Rosa Swai left early. "
        "Open gallery Bram Hale came back to the hall. Open gallery Rosa Swai was there as well, said the clerk. "
    )

    @pytest.mark.parametrize(
        ("flat", "labels"),
        [("", []), ("credit-end", []), ("label", ["Gallery", "Open gallery"]), ("long-label", ["Open gallery"])],
    )
    def test_labels_are_parted_from_sentences(self, flat: str, labels: list[str]) -> None:
        found = units(self.TEXT, "gallery", "open gallery", where="line", flat=flat)

        assert sorted({unit for unit in found if unit.lower().endswith("gallery")}) == labels

    @pytest.mark.parametrize(("flat", "times"), [("", 0), ("label", 0), ("credit-end", 3)])
    def test_credits_end_at_their_agency(self, flat: str, times: int) -> None:
        text = "The council met for six hours. Ana Ruiz/Northwire Mayor Hale spoke to the crowd for an hour. " * 3

        assert units(text, "/northwire", where="end", flat=flat).count("Ana Ruiz/Northwire") == times


@pytest.mark.parametrize(
    ("of_people", "found"),
    [(False, ["Wir schützen Ihre Daten."]), (True, ["Wir schützen Ihre Daten.", "Sie schützen ihre Daten."])],
)
def test_polite_german_is_told_from_others_but_in_a_pack_of_people(found: list[str], *, of_people: bool) -> None:
    entry = {"id": "data", "where": "inside", "max_line_chars": 90, "phrases": {"de": ["ihre daten"]}}
    pack = Pack.model_validate({"concept": "party", "summary": "calls", "of_people": of_people, "entries": [entry]})
    text = "Wir schützen Ihre Daten.\n\nSie schützen ihre Daten."

    hits = Document(Article(text), Matcher(compiled([pack]))).hits("party")

    assert [hit.line.text for hit in hits] == found
