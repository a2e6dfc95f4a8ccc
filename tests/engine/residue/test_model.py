"""The model of residue: features, trees and the models that come with the program."""

from __future__ import annotations

import json
from random import Random
from time import process_time
from typing import TYPE_CHECKING

import pytest

from scrapelint import Article
from scrapelint.config.values import Config
from scrapelint.residue import columns
from scrapelint.residue import page_features as pagefeatures
from scrapelint.residue.features import FORM_NAMES
from scrapelint.residue.forest import MAX_WALKED_ROWS, Bits, Forest
from scrapelint.residue.model import DATA, MAX_DOUBT, Curve, ResidueModel, residue_model
from scrapelint.resources.data_files import read_data
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter

if TYPE_CHECKING:
    from scrapelint.plugin import Document

MAX_DATA_BYTES = 120_000

ARTICLE = """\
The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said that work would begin in spring.

"We have waited for this for ten years," said Ana Ruiz, who led the campaign. "Nobody in the valley will have to drive to work any more."

The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million, half of it paid by the state.

Work on the first section is to begin in March and will last at least two years, the council said in a statement."""
MENU = "Home\nFootball\nTennis\nMotoring\nTravel\nPuzzles\n\n"

BROKEN = MENU + ARTICLE.replace(" the ", "\nthe\n")

TREES = [[0, 5, 100, -200, [1, 3, 300, 250, 400]], [1, 2, 0, -50, 70]]


@pytest.fixture(scope="module")
def document():
    lint = linter(Config(), discover())
    return lambda text: lint.document(Article(text))


ROWS = [(6, 3), (6, 2), (0, 9), (5, 2), (-1, -1), (10**6, 10**6)]
SCORES = [327, 207, -123, -243, -243, 477]


class TestForest:
    @pytest.mark.parametrize("trees", [Forest, Bits])
    def test_score_is_the_sum_of_the_leaves(self, trees):
        assert trees(7, TREES).scores(list(zip(*ROWS, strict=True)), len(ROWS)) == SCORES

    @pytest.mark.parametrize("trees", [Forest, Bits])
    def test_number_that_all_rows_share_is_as_good_as_a_column(self, trees):
        assert trees(7, TREES).scores([6, [3, 2]], 2) == [327, 207]

    def test_forest_without_trees_gives_its_start(self):
        assert Bits(7, []).scores([], 2) == Forest(7, []).scores([[0, 0]], 2) == [7, 7]

    @pytest.mark.parametrize("name", ["gate", "article", "page"])
    def test_trees_walked_and_trees_in_bits_agree(self, name):
        data = json.loads(read_data(DATA))
        dice = Random(name)  # noqa: S311 - values of a test, not secrets
        columns = [[dice.choice((-1, 0, 1, 5, 9, 30, 60, 99, 200, 900, 5000)) for _ in range(MAX_WALKED_ROWS)]
                   for _ in data[name]["features"]]  # fmt: skip
        model = data[name]["start"], data[name]["trees"]

        walked = Forest(*model).scores(columns, MAX_WALKED_ROWS)

        assert Bits(*model).scores(columns, MAX_WALKED_ROWS) == walked
        assert len(set(walked)) > MAX_WALKED_ROWS // 3

    def test_forest_scores_no_rows(self):
        assert Bits(7, TREES).scores([[], []], 0) == []

    def test_forest_scores_many_rows_that_share_all_features(self):
        assert Bits(7, TREES).scores([6, 3], 5000) == [327] * 5000

    def test_weights_are_what_the_score_is_made_of(self):
        assert Forest(0, TREES).weights((6, 4)) == {0: 200, 1: 170}


class TestCurve:
    @pytest.mark.parametrize(("score", "share"), [(-5, 0.1), (0, 0.4), (9, 0.4), (10, 0.9)])
    def test_share_is_that_of_the_step(self, score, share):
        assert Curve([0, 10], [0.1, 0.4, 0.9])([score]) == [share]


class TestFeatures:
    @pytest.mark.parametrize("text", [ARTICLE, MENU, MENU + ARTICLE, BROKEN, "x", "。", "…\n\n…", "ก" * 300])
    def test_every_column_has_a_whole_number_for_each_line(self, document, text):
        doc = document(text)

        assert all(type(value) is int for value in doc.features.document.values())
        seen = doc.features
        for name, column in (seen.columns | seen.form_columns | seen.page_columns).items():
            assert len(column) == len(doc.lines), name
            assert all(type(value) is int for value in column), name

    def test_distances_count_from_the_last_line_above(self):
        assert columns.since([0, 1, 0, 0, 1]) == [columns.FAR, columns.FAR, 1, 2, 3]

    def test_window_sums_three_neighbours_on_each_side(self):
        values = [1, 2, 3, 4, 5]

        assert columns.above(values) == [0, 1, 3, 6, 9]
        assert columns.below(values) == [9, 12, 9, 5, 0]

    def test_what_only_whole_pages_need_is_not_made_for_an_article(self, document):
        doc = document(ARTICLE)

        assert max(doc.residue_probability) < 1
        assert "page_columns" not in vars(doc.features)

    def test_form_and_wording_are_not_made_for_a_whole_page(self, document):
        doc = document(MENU * 9 + ARTICLE + "\n\n" + MENU * 9)

        assert doc.whole_page_probability > MAX_DOUBT
        assert max(doc.residue_probability) > MAX_DOUBT
        assert "_form_columns" not in vars(doc.features)
        assert set(doc.features.form_columns) == FORM_NAMES

    def test_what_only_whole_pages_need_is_not_made_for_sentences(self, document):
        doc = document(" ".join(ARTICLE.split()) * 3)

        assert doc.is_flat
        assert max(doc.residue_probability) < 1
        assert "page_columns" not in vars(doc.features)

    @pytest.mark.parametrize(
        ("values", "stretch"),
        [([-1, 2, 3, -1, 4, -9, 5], (1, 5)), ([-3, -1], (0, 0)), ([4], (0, 1)), ([], (0, 0))],
    )
    def test_story_is_the_heaviest_stretch(self, values, stretch):
        assert pagefeatures._heaviest(values) == stretch

    def test_story_of_a_page_is_told_from_what_stands_around_it(self, document):
        columns = document(MENU + ARTICLE + "\n\n" + MENU).features.page_columns

        assert columns["to_story"] == [6, 5, 4, 3, 2, 1, *[0] * 10]
        assert columns["from_story"] == [*[0] * 10, 1, 2, 3, 4, 5, 6]
        assert columns["in_story"][5:7] == [-1, 0]


class TestResidueModel:
    def test_paragraphs_of_an_article_are_no_residue(self, document):
        assert max(document(ARTICLE).residue_probability) < 0.2

    def test_menu_above_an_article_is_residue(self, document):
        shares = document(MENU + ARTICLE).residue_probability

        assert min(shares[:6]) > 0.8
        assert max(shares[6:]) < 0.2

    @pytest.mark.parametrize("text", ["", "\n \n"])
    def test_text_without_lines_has_no_shares(self, document, text):
        assert document(text).residue_probability == ()

    def test_same_text_gives_the_same_shares(self, document):
        models = ResidueModel(json.loads(read_data(DATA)))

        def shares():
            table = document(MENU + ARTICLE).features
            return models.residue_probability(table, models.whole_page_probability(table))

        first = shares()
        for _ in range(100):
            again = shares()

        assert first == again

    def test_reasons_name_features(self, document):
        doc: Document = document(MENU + ARTICLE)

        assert set(doc.reasons(doc.lines[0], doc.lines[5])) <= set(doc.features.names)

    def test_time_grows_with_the_text(self, document):
        def seconds(copies):
            doc = document((MENU + ARTICLE + "\n\n") * copies)
            start = process_time()
            residue_model().residue_probability(doc.features, residue_model().whole_page_probability(doc.features))
            return process_time() - start

        seconds(200)
        assert min(seconds(800) for _ in range(3)) < 12 * min(seconds(200) for _ in range(3))  # a machine may be busy


def test_data_file_is_small():
    assert len(read_data(DATA)) < MAX_DATA_BYTES


def test_data_file_says_what_it_was_trained_on():
    data = json.loads(read_data(DATA))

    assert data["command"].startswith("python tools/train_zones.py")
    assert data["figures"]["residue-wild-train.jsonl.gz"]["article"]["average precision"] > 0.7
    assert "sites" in data["trained on"]
