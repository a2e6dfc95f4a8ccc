"""How lines are worded."""

from __future__ import annotations

import pytest

from scrapelint.residue.wording import DATA, HIGHEST, NEUTRAL, Wording, near_columns, wording, words_of
from scrapelint.resources.data_files import read_data

MAX_DATA_BYTES = 300_000
SMALL = Wording(
    {"bias": -100, "words": {"300": "share\ttweet"}, "pairs": {"600": "share this\t share", "-200": "said "}}
)


def scores(*keys: str) -> list[int]:
    return SMALL.scores(keys, dense=False)


class TestWords:
    def test_beginning_and_end_of_a_long_line_count(self) -> None:
        line = "the river rose " + "and fell again " * 20 + "on monday night"

        words = words_of([line], dense=False)[0]

        assert words[:3] == ["the", "river", "rose"]
        assert words[-3:] == ["on", "monday", "night"]
        assert len(words) < len(line.split()) / 2

    def test_digits_are_one_and_marks_are_gaps(self) -> None:
        assert words_of(['read more: 12,350 "shares"/likes'], dense=False) == [
            ["read", "more", "00", "000", "shares", "likes"]
        ]

    def test_characters_are_words_in_scripts_without_spaces(self) -> None:
        assert words_of(["広告 です"], dense=True) == [["広", "告", "で", "す"]]

    def test_line_without_a_word_has_none(self) -> None:
        assert words_of(["", "***"], dense=False) == [[], []]


class TestScores:
    def test_line_of_no_known_word_has_the_bias(self) -> None:
        assert scores("the river rose") == [NEUTRAL - 100 // 5]

    def test_words_pairs_and_edges_of_a_line_add_up(self) -> None:
        alone, inside, pair = scores("share", "the share price", "share this")

        assert alone > NEUTRAL
        assert inside < alone < pair

    def test_end_of_a_line_is_known(self) -> None:
        assert scores("he said") < scores("he said so")

    def test_score_stays_in_its_range(self) -> None:
        sure = Wording({"bias": 0, "words": {"9000": "share", "-9000": "river"}, "pairs": {}})

        assert sure.scores(["share", "river", ""], dense=False) == [HIGHEST, 0, NEUTRAL]

    def test_neighbours_move_the_mean(self) -> None:
        columns = near_columns([NEUTRAL, NEUTRAL + 70, NEUTRAL])

        assert columns == {"wording": [200, 270, 200], "wording_near": [210, 210, 210]}


class TestModel:
    def test_data_stay_small(self) -> None:
        assert len(read_data(DATA)) < MAX_DATA_BYTES

    @pytest.mark.parametrize(
        ("page", "article"),
        [
            ("sign up for our newsletter", "the river rose by two metres in one night"),
            ("lesen sie auch", "der fluss stieg in einer nacht um zwei meter"),
            ("share this article", "she said that nobody had seen him since monday"),
        ],
    )
    def test_buttons_are_worded_like_pages_and_sentences_like_articles(self, page: str, article: str) -> None:
        low, high = wording().scores([article, page], dense=False)

        assert low + 20 < high
