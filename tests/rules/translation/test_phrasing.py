"""How a text is put together, whatever it is about, and what that counts beside other signs of a translation."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from scrapelint import Article, Severity
from scrapelint.plugin import Linter
from scrapelint.selection.registry import discover
from scrapelint_rules.translation import translated_text as rule
from scrapelint_rules.translation._shared.phrasing import likeness as model
from scrapelint_rules.translation._shared.phrasing import skeleton as signs
from scrapelint_rules.translation._shared.phrasing.likeness import PIECED, TABLES, data, likeness, likest, weight
from scrapelint_rules.translation._shared.phrasing.skeleton import MAX_CHARS, sentence_lines, skeleton
from scrapelint_rules.translation._shared.phrasing.vocabulary import vocabulary
from scrapelint_rules.translation.translated_text import TranslatedText

ODD = "Also the work of the ferry is stopped, because the ice is very thick."
CARRIED = (
    "It is necessary to close the bridge before the start of the winter, so it is not possible to go to the market in the car. "
    "The decision of the council was made at the meeting, and the residents were not informed. "
    f"{ODD} The representatives of the port said that they will solve the problem in the near future, and that the people will "
    "be able to get to work. The men of the villages are waiting for the answer, and they do not know when the water will go "
    "down. The school is closed, and the children are at the home of the parents. The road to the port is under the snow, and "
    "the cars are standing on it for the second day of this week."
)
OWN = (
    "The council closed the bridge on Monday because its piers are cracked, and drivers heading for the market will have to go "
    "round by Larn until the spring. An engineer told the meeting, which ran late and drew a crowd, that lorries would be kept "
    "off the old road as well. “We had hoped to avoid this,” she said, adding that a ferry would run every half hour."
)


@pytest.fixture(scope="module")
def lint():
    return Linter([TranslatedText()], discover().phrases())


def kinds(lint, text):
    return [found.evidence["kind"] for found in lint.check(Article(text))]


def spelled(text, language="en"):
    names = {byte: name for name, byte in vocabulary(language).numbers.items()}
    return [names[bytes((byte,))] for byte in skeleton(text, language)]


def test_skeleton_keeps_small_words_and_what_others_end_in():
    assert spelled("In June 1931 the mayor of Larn Bay, who painted it, was quickly re-elected by the town’s men.") == (
        ". in A 0 the -or of A , who -ed it , was -ly -ed by the 's x .".split()
    )


def test_broken_lines_are_joined_and_headlines_left_out():
    text = "Bridge to be shut for months\nThe bridge over the river is shut,\nas the mayor of the town said to us.\nBack to top"
    assert sentence_lines(text) == ["The bridge over the river is shut, as the mayor of the town said to us."]


def test_long_text_of_one_line_is_looked_at_up_to_a_sentence():
    text = " ".join([OWN] * 60)
    (line,) = sentence_lines(text)
    assert len(text) > MAX_CHARS >= len(line) > MAX_CHARS - len(OWN)
    assert line.endswith(".")


def test_list_of_names_is_no_sentence():
    assert skeleton("Velluti, Oakes, Ruiz, Tamworth, Bellamy, Hartwell, Larnborough, Quill and Ferrars.") == b""


@pytest.mark.parametrize("table", sorted(TABLES))
def test_weight_is_the_sum_over_all_pairs(table):
    row = Random(3).randbytes(301)  # noqa: S311  # nothing here is secret
    weights = Path(data(table)).read_bytes()
    assert len(weights) == 2 * 256 * 256
    signed = [byte - 256 if byte > 127 else byte for byte in weights]
    beside = sum(signed[first << 8 | second] for first, second in pairwise(row))
    across = sum(signed[256 * 256 + (first << 8 | second)] for first, second in zip(row, row[2:], strict=False))
    assert weight(row, table) == pytest.approx((beside + across) / model.SCALE)


@pytest.mark.parametrize("length", range(4))
def test_short_rows_have_a_weight(length):
    assert isinstance(weight(bytes(length)), float)


def test_translation_is_more_like_one():
    assert likeness(CARRIED) > 0 > likeness(f"{OWN} {OWN}")


def test_nothing_is_said_of_a_short_text():
    short = CARRIED.partition(" The men of the villages")[0]
    assert len(skeleton(short)) < TABLES["en"].least <= len(skeleton(CARRIED))
    assert likeness(short) is None


def test_sentence_most_like_a_translation_is_named():
    text = f"{OWN} {ODD}"
    ((start, end),) = likest(text)
    assert text[start:end] == ODD


def test_text_without_a_sentence_is_named_whole():
    assert likest("Back to top") == [(0, 11)]


def test_memory_of_tokens_is_bounded(monkeypatch):
    monkeypatch.setattr(signs, "MAX_KNOWN", 50)
    tokens = signs._Tokens(vocabulary("en"))
    monkeypatch.setattr(signs, "_tokens", lambda _: tokens)
    before = skeleton(CARRIED)
    skeleton(" ".join(f"word{number} of the town" for number in range(200)) + ".")
    skeleton(f"The town of {'Larn' * 20} is shut, as the mayor of the town said to all of us there.")
    assert 0 < len(tokens) <= 50
    assert max(map(len, tokens)) <= signs.MAX_KNOWN_CHARS
    assert skeleton(CARRIED) == before


def test_phrasing_is_reported_beside_two_hints(lint):
    (found,) = lint.check(Article(CARRIED))
    assert (found.evidence["kind"], found.severity) == ("phrasing", Severity.WARNING)
    assert CARRIED[found.span.start : found.span.end] == ODD


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("It is necessary to close", "The town has to close"),
        ("before the start of the winter", "before the winter begins"),
        ("so it is not possible to go", "so nobody can go"),
        ("The decision of the council was", "What the council wants was"),
        ("the work of the ferry", "the work on the ferry"),
        ("The representatives of the port", "The men of the port"),
    ],
)
def test_one_hint_more_or_less_changes_nothing(lint, said, instead):
    assert said in CARRIED
    assert kinds(lint, CARRIED.replace(said, instead)) == ["phrasing"]


BARE = (
    CARRIED.replace("It is necessary to close", "The town has to close")
    .replace("before the start of the", "before the")
    .replace("so it is not possible", "so nobody is able")
    .replace("The decision of the council", "The plan of the council")
    .replace("the work of the ferry", "the work on the ferry")
    .replace("The representatives of the port", "The men of the port")
)


def test_phrasing_alone_is_not_reported(lint):
    assert likeness(BARE) > 0
    assert "phrasing" not in kinds(lint, BARE)


def test_one_turn_is_enough_where_one_hint_is_not(lint):
    assert kinds(lint, BARE.replace("The plan of", "In this regard, the plan of")) == ["phrasing"]
    assert "phrasing" not in kinds(lint, BARE.replace("The plan of", "For a long time the plan of"))


def test_hints_in_a_text_of_its_own_say_nothing(lint):
    assert not kinds(lint, f"{OWN} It is necessary to wait for a long time, he said.")


def test_hint_within_a_sign_counts_once(lint):
    (found,) = lint.check(
        Article(CARRIED.replace("It is necessary to close", "In these hours, it is necessary to close"))
    )
    places = [(place["start"], place["end"]) for place in found.evidence["places"]]
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


def test_text_that_quotes_another_language_is_left_alone(lint):
    speech = "Wanataka daraja lifunguliwe kesho asubuhi kabisa mapema pamoja vyombo vyetu leo, the men of the port said to us."
    assert kinds(lint, CARRIED) == ["phrasing"]
    assert "phrasing" not in kinds(lint, f"{CARRIED} {speech.lower()}")


def test_long_text_wants_more(lint):
    (short,), (long,) = (lint.check(Article(text)) for text in (CARRIED * 10, CARRIED * 40))
    assert long.evidence["value"] < short.evidence["value"]


PIECES = (
    "The city's civic chairman has shown to the newsmen that the extension will be not opened of the again before of the "
    "winter. In the understanding with him, the works of repair they depend of the climate, and that it is not in the hand "
    "of nobody. In the house of the city one spoke also of the expense of the works, that the advice granted to the company "
    "in the last meeting of it. The neighbors of the zone, that live to the other side of the river, are not content with "
    "the decision, because they must give a return of ten kilometers to arrive at the market."
)


def test_text_of_pieces_is_reported_without_any_other_sign(lint):
    (found,) = lint.check(Article(PIECES))
    assert (found.evidence["kind"], found.severity) == ("phrasing-pieced", Severity.INFO)


def test_text_of_pieces_has_its_likest_sentences_as_places(lint):
    (found,) = lint.check(Article(PIECES))
    places = [(place["start"], place["end"]) for place in found.evidence["places"]]
    assert (found.span.start, found.span.end) in places
    assert places == sorted(places)
    assert all(PIECES[end - 1] == "." for _, end in places)


def test_pieces_are_known_in_the_beginning_of_a_text_alone(lint):
    own, pieces = " ".join([OWN] * 9), " ".join([PIECES] * 7)
    assert min(len(own), len(pieces)) > TABLES[PIECED].most_chars
    assert kinds(lint, f"{pieces} {own}") == ["phrasing-pieced"]
    assert not kinds(lint, f"{own} {pieces}")


def test_few_words_of_pieces_say_nothing():
    short, _, _ = PIECES.partition(" In the house")
    assert likeness(short, PIECED) is None


def test_pieces_are_not_asked_for_where_signs_say_it(lint, monkeypatch):
    asked = []
    monkeypatch.setattr(rule, "likeness", lambda _, table="en", **__: asked.append(table))
    text = f"In these hours the town is in shock. It was previously reported that the bridge is shut. {PIECES}"
    assert kinds(lint, text) == ["signs"]
    assert PIECED not in asked
