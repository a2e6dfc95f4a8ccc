"""How signs that are weak alone add up, in a text of a few lines and in one of many."""

from __future__ import annotations

import pytest

from scrapelint import Article
from scrapelint.plugin import Linter
from scrapelint.selection.registry import discover
from scrapelint_rules.translation.spun_text import SpunText
from scrapelint_rules.translation.translated_text import TranslatedText

PLAIN = "The bridge will stay shut until May as one of its piers cracked, and drivers heading for Larn go round it. "
TURNS = "This was reported by the men of the port. Recall that the harbour has been shut since the storm of last week. "
SWAPS = (
    "The columnists cautioned that a hundred individuals were harmed, and likewise clarified that it was the frost. "
)


@pytest.fixture(scope="module")
def lint():
    return Linter([TranslatedText(), SpunText()], discover().phrases())


def findings(lint, text):
    return lint.check(Article(text))


@pytest.mark.parametrize(("signs", "code"), [(TURNS, "MTX015"), (SWAPS, "MTX016")])
def test_same_signs_weigh_less_in_a_long_text(lint, signs, code):
    assert [found.code for found in findings(lint, PLAIN * 3 + signs)] == [code]
    assert not findings(lint, PLAIN * 90 + signs)


def test_longer_text_wants_as_many_signs_more(lint):
    (short,), (long,) = findings(lint, PLAIN + SWAPS), findings(lint, PLAIN * 40 + SWAPS)
    assert long.evidence["threshold"] > short.evidence["threshold"]


def test_place_counts_once(lint):
    (found,) = findings(lint, PLAIN * 2 + "Let's remind the men of the town of it, and of the storm, the mayor wrote. ")
    places = [(place["start"], place["end"]) for place in found.evidence["places"]]
    assert len(places) == len({start for start, _ in places}) == 1


@pytest.mark.parametrize(
    "said",
    [
        "The mayor said the bridge would be shut this Thursday.",
        "The talks are expected to be held this Friday.",
        "A session was scheduled for this Monday.",
        "He needs it before this Sunday, she added.",
    ],
)
def test_day_to_come_is_plain_english(lint, said):
    assert not findings(lint, PLAIN * 2 + said)


@pytest.mark.parametrize(
    "said", ["The mayor has resigned this Thursday.", "This Friday, the court heard six men.", "She died this Monday."]
)
def test_day_gone_by_is_not(lint, said):
    (found,) = findings(lint, PLAIN * 2 + said)
    assert found.evidence["places"][0]["kind"] == "weekday"


def test_words_in_quotes_are_somebody_elses(lint):
    assert not findings(lint, PLAIN * 2 + 'A sign said "this was reported by the press service of the port" in red.')
