"""What the lists of words know, and what the alphabets allow."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest
from costs import is_linear

from scrapelint import Article
from scrapelint.plugin import Linter
from scrapelint_rules.translation._shared.names.likeness import likeness
from scrapelint_rules.translation._shared.names.romanisation import heard, plain, skeleton, with_equal_ending
from scrapelint_rules.translation._shared.quotes import is_set_apart
from scrapelint_rules.translation._shared.words.lexicon import FREQUENT, bloom, lexicon, stems
from scrapelint_rules.translation._shared.words.shapes import foreignness
from scrapelint_rules.translation._shared.words.unknown import unknown_words
from scrapelint_rules.translation._shared.words.vocabulary import Vocabulary
from scrapelint_rules.translation._shared.words.wordlist import MAX_DISTANCE, copies_in, copies_of, lines_at, words_of
from scrapelint_rules.translation.untranslated_island import UntranslatedIsland

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "word", ["bridge", "podcasters", "cyberstalker", "unfazed", "rewilding", "naïve", "brownfields", "livestreaming"]
)
def test_lexicon_knows_english_and_what_is_made_of_it(word):
    assert lexicon().knows(word)


@pytest.mark.parametrize("word", ["lentävänkoneisto", "podkovernykh", "krepšininką", "vabaltujumise", "dwerrin"])
def test_lexicon_does_not_know_other_words(word):
    assert not lexicon().knows(word)


def test_filter_holds_what_was_put_into_it_and_little_else():
    words = [f"w{number}" for number in range(2_000)]
    held = type(lexicon())(bloom(words, 10))
    assert all(map(held.holds, words))
    assert sum(held.holds(f"x{number}") for number in range(2_000)) < 60


def test_frequency_is_a_mark_before_the_word():
    assert lexicon().holds(FREQUENT + "beijing")
    assert not lexicon().holds(FREQUENT + "bejing")


def test_word_is_derived_by_one_ending_or_prefix():
    assert {"bake", "bak"} <= set(stems("baked"))
    assert "happy" in stems("happiness")
    assert "run" in stems("running")
    assert "wind" in stems("rewind")


@pytest.mark.parametrize(
    ("foreign", "english"), [("työnantajittain", "employmentwise"), ("podkovernykh", "undercarpetly")]
)
def test_foreign_word_is_spelled_less_like_english(foreign, english):
    assert foreignness(foreign) > 2 > foreignness(english)


def test_unknown_word_is_found_once_and_not_in_quotes_names_or_addresses():
    text = 'The zwulpig and the zwulpig. Zwulpig said "kvornit" at larn.ghruzels.example (vorpid), the quandle-like.'
    assert [word.word for word in unknown_words(_document(text))] == ["zwulpig", "quandle"]


def test_unknown_word_stands_alone_between_spaces():
    assert unknown_words(_document("The town,dwerrin,and the zwulpig(s) are there.")) == []


def test_look_alike_letter_makes_no_unknown_word():
    assert unknown_words(_document("The m\u0430rket is open.")) == []


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ('He said "a word" twice.', "word", True), ("Er sagte „ein Wort“ zweimal.", "Wort", True), ("Il dit « un mot ».", "mot", True),
        ("A (small) word.", "small", True), ("彼は「橋」と言った。", "橋", True), ('He said "no" to a word.', "word", False),
        ("An open “quote and a word.", "word", False), ('"One" and word and "two".', "word", False),
    ],
)  # fmt: skip
def test_place_in_quotes_or_brackets_is_set_apart(text, place, expected):
    start = text.index(place)
    assert is_set_apart(text, start, start + len(place)) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Humeyra", "Hamira"),
        ("Dziuba", "Dzyuba"),
        ("Aleksey", "Alexey"),
        ("Qaddafi", "Kadafi"),
        ("Schewtschenko", "Shevchenko"),
    ],
)
def test_names_that_sound_alike_have_one_skeleton(one, other):
    assert skeleton(plain(one)) == skeleton(plain(other))


@pytest.mark.parametrize("name", ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij", "Zelenski"])
def test_ways_to_write_a_slavic_ending_are_one(name):
    assert with_equal_ending(plain(name)) == "zelensky"


@pytest.mark.parametrize(
    ("name", "other"), [("Xi", "shi"), ("Xi", "hsi"), ("Qin", "chin"), ("Zhang", "jang"), ("Cai", "tsai")]
)
def test_chinese_name_may_be_written_by_ear(name, other):
    assert other in heard(name)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Zelensky", "Zelenskyy", "ending"), ("Beijing", "Bejing", "sound"), ("Sadykov", "Salykov", "close"),
        ("Ivanov", "Ivanova", ""), ("Israel", "Israeli", ""), ("Thursday", "Tuesday", "far"), ("Babiš", "Babis", ""),
    ],
)  # fmt: skip
def test_likeness_of_two_names(one, other, kind):
    assert likeness(one, other) == kind


def test_copies_are_those_that_a_look_at_each_word_finds():
    words = [f"w{number * number % 31 % 9}" for number in range(300)]
    shapes = {(1, 1), (2, 1), (3, 1)} | {(distance, 2) for distance in range(2, MAX_DISTANCE + 1)}
    expected = {
        (at, distance, length)
        for distance, length in shapes
        for at in range(len(words) - distance - length + 1)
        if words[at : at + length] == words[at + distance : at + distance + length]
    }
    assert set(copies_in(words)) == expected
    assert expected


def test_text_of_nothing_but_copies_is_looked_at_line_by_line():
    doc = _document("the the the the\n\nthe the the the")
    assert copies_of(doc) is None
    assert lines_at(doc, None) == doc.lines


def test_line_of_a_word_is_found_by_the_breaks_before_it():
    doc = _document("One, two.\n\nThree four.\nFive")
    words = words_of(doc)
    assert [line.text for line in lines_at(doc, [words.index("Five"), words.index("two")])] == ["One, two.", "Five"]


def _document(text):
    return Linter([]).document(Article(text))


def test_vocabulary_counts_words_by_how_they_begin():
    known = Vocabulary("mill mills bridge mill miller ferry".split())
    assert known.times("mill", 9) == 4
    assert known.times("mill", 2) == 2
    assert known.times("bridges", 9) == 0


def _with_other_words(paragraphs: int, written: str) -> str:
    drawn = Random(7)  # noqa: S311
    words = ("".join(drawn.choices("szkwrpoeiay", k=9)) for _ in range(paragraphs))
    said = "The mayor said on Friday that the {} would be shut until the frost ends, and the town has no other."
    return "\n\n".join(said.format(written.format(word)) for word in words)


@pytest.mark.cost
@pytest.mark.parametrize("written", ["{}", "“{}”"], ids=["plain", "quoted"])
def test_cost_of_words_that_are_all_different_grows_with_the_text(written):
    linter = Linter([UntranslatedIsland()])
    linter.check(Article(_with_other_words(10, written)))

    def works(size: int) -> Callable[[], object]:
        return partial(linter.check, Article(_with_other_words(400 * size, written)))

    assert is_linear(works), "the cost grows faster than the text"


def test_one_unknown_word_of_a_long_text_is_a_hint():
    story = "The mayor of the town went to the hall, and it was the first time that she had done so. " * 40
    island = "Those who were there had to wait for the lentävänkoneisto of the town until the end of the day. "
    short, long = (Linter([UntranslatedIsland()]).check(Article(told)) for told in (island + story, island + story * 2))
    assert [finding.severity.name for finding in short + long] == ["WARNING", "INFO"]
