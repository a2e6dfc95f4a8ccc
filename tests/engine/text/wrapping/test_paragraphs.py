"""Paragraphs that were broken into lines, and texts that only look like it."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import pytest
from costs import is_linear

from scrapelint import Article
from scrapelint.config.values import Config
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter
from scrapelint.text.lines import split
from scrapelint.text.wrapping.paragraphs import Wrapping

if TYPE_CHECKING:
    from scrapelint.plugin import Document

FIRST = (
    "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
    "that work would begin in spring, as soon as the river has gone down and the old bridge can be closed to lorries."
)
SECOND = (
    "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million, half of it "
    "paid by the state and the rest by the towns of the valley, which want to raise a loan for it before the summer."
)
THIRD = (
    "Two members of the council voted against the plan because they fear that the tram will take the place of parked cars "
    "in the old town, where the streets are narrow and most houses have neither a garage nor a yard of their own."
)
MENU = "Home\nFootball\nTennis\nMotoring\nTravel\nPuzzles"
PLACES = ("Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple")
LINKED = (
    "The council approved the plan for the\nHarbour Line\n, which the state pays for, after a debate of\nsix hours\n"
    "on Tuesday night, and the mayor said that work would begin in spring."
)


def joined(text: str) -> list[str]:
    """Return the paragraphs of a text as this module sees them; its lines where it leaves them."""
    lines = list(split(text))
    found = Wrapping(lines).paragraphs()
    return [line.text for line in (found.lines if found else lines)]


def wrapped(*blocks: str, width: int = 78) -> str:
    """Return a text wrapped as programs print it."""
    return "\n\n".join("\n".join(wrap(block, width)) for block in blocks)


def cut(text: str, width: int) -> str:
    """Return a text with a line break behind each number of characters."""
    return "\n".join([text[at : at + width] for at in range(0, len(text), width)])


@pytest.fixture(scope="module")
def document():
    lint = linter(Config(), discover())
    return lambda text: lint.document(Article(text))


class TestParagraphs:
    @pytest.mark.parametrize("width", [60, 72, 78, 100])
    def test_wrapped_paragraphs_are_joined(self, width):
        assert joined(wrapped(FIRST, SECOND, THIRD, width=width)) == [FIRST, SECOND, THIRD]

    def test_menu_above_wrapped_paragraphs_stays_as_it_is(self):
        assert joined(MENU + "\n\n" + wrapped(FIRST, SECOND, THIRD))[:7] == [*MENU.split("\n"), FIRST]

    def test_paragraph_broken_at_links_is_joined(self):
        assert joined(LINKED) == [LINKED.replace("\n", " ")]

    def test_line_above_a_broken_paragraph_is_not_part_of_it(self):
        assert joined("Advertisement\n" + LINKED)[0] == "Advertisement"

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "x",
            MENU,
            f"{FIRST}\n{SECOND}",
            "the sea is calm tonight\nthe tide is full\nthe moon lies fair",
            f"{FIRST}\n{SECOND}\nhome\nnews\nsport\nculture\nweather\nvideo\njobs\nshop\ncontact us today\nall rights are ours.",
            "\n".join(f'"{place} council approves the plan for a new tram line to its harbour."' for place in PLACES),
            "\n".join(f"| {place:10} | 11 | 4 | 2 | 29 | 12 | 17 | 37 | the row of a table |" for place in PLACES),
            "\n".join("पहाड़ी गाँव में पुल का काम अगले साल के वसंत में शुरू होगा।" for _ in PLACES),
            "\n".join(f"{place} council approves the plan for a new tram line to the harbour of the town" for place in
                      PLACES),
        ],
        ids=["nothing", "letter", "menu", "paragraphs", "poem", "lower-case menu", "dialogue", "table", "Hindi",
             "headlines"],
    )  # fmt: skip
    def test_other_lines_stay_as_they_are(self, text):
        assert Wrapping(list(split(text))).paragraphs() is None

    def test_indented_paragraph_is_joined(self):
        assert joined(LINKED.replace("\n", "\n  ")) == [LINKED.replace("\n", " ")]

    def test_lines_of_a_script_without_spaces_are_joined_without(self):
        text = "议会周二晚上经过长时间的辩论批准了由国家出资的\n，港口线新电车的计划，市长说工程将在明年春天开始。"

        assert joined(text) == [text.replace("\n", "")]

    def test_blank_line_ends_a_paragraph(self):
        assert Wrapping(list(split(LINKED.replace("\n", "\n\n")))).paragraphs() is None

    def test_cost_is_linear_in_the_number_of_lines(self):
        text = "a word of a sentence that has no end\nLink\n, which goes on\n"

        def work(size: int):
            lines = list(split(text * 2_000 * size))
            return lambda: Wrapping(lines).paragraphs()

        assert is_linear(work)


class TestZonesOfBrokenParagraphs:
    @pytest.mark.parametrize(
        "text", [wrapped(FIRST, SECOND, THIRD), LINKED + "\n\n" + SECOND], ids=["wrapped", "links"]
    )
    def test_lines_of_a_paragraph_are_one_for_the_models(self, document, text):
        doc: Document = document(MENU + "\n\n" + text)

        assert doc.rejoined is not None
        assert len(doc.residue_probability) == len(doc.lines)
        assert len(set(doc.residue_probability[6:9])) == 1

    def test_wrapped_article_has_an_extent(self, document):
        doc: Document = document(wrapped(FIRST, SECOND, THIRD))

        assert doc.body_range == (0, len(doc.lines) - 1)
        assert not doc.paragraphs

    def test_text_that_is_not_broken_has_its_own_lines(self, document):
        doc: Document = document(FIRST + "\n\n" + SECOND)

        assert doc.rejoined is None
        assert doc.paragraph_lines == doc.paragraphs == {0, 1}
        assert doc.paragraph(doc.lines[1]) is doc.lines[1]


INDENTED = (
    "The council of Larn and the board of the\n                Harbour\n               Trust approved the plan "
    "for the new quay on Tuesday night after a debate of six hours in the old hall."
)


class TestIndentedLines:
    def test_link_indented_as_in_the_source_is_part_of_its_sentence(self):
        assert joined(INDENTED)[0].startswith("The council of Larn and the board of the Harbour Trust approved")

    def test_menu_below_a_tagline_keeps_its_lines(self):
        menu = "News from the coast and the hills\n        Home\n        Football\n        Tennis"

        assert len(joined(menu)) == 4


class TestWrappedLines:
    def test_all_lines_but_the_first_of_each_wrapped_paragraph_go_on(self, document):
        doc: Document = document(wrapped(FIRST, SECOND, THIRD))

        firsts = {line.index for line in doc.lines if line.text[:12] in (FIRST[:12], SECOND[:12], THIRD[:12])}

        assert doc.wrapped_lines == {line.index for line in doc.lines} - firsts

    def test_block_of_four_lines_is_known_among_whole_paragraphs(self, document):
        doc: Document = document(SECOND + "\n\n" + "\n".join(wrap(THIRD, 60)) + "\n\n" + FIRST)

        assert doc.wrapped_lines == {line.index for line in doc.lines[2:-1]}

    @pytest.mark.parametrize("text", [MENU, LINKED, "\n".join(PLACES), FIRST + "\n" + SECOND])
    def test_other_lines_are_not_wrapped(self, document, text):
        assert document(text).wrapped_lines == frozenset()


class TestCutLines:
    URDU = (
        "پاکستانی کرکٹ ٹیم نے اپنا چار سو واں ٹیسٹ میچ کھیلا جو ایک اور لحاظ سے بھی تاریخی ہے کہ اس میں گلابی گیند کا استعمال کیا گیا "
        "اور یہ رات دن کا میچ تھا۔ اس حوالے سے ہمارے ساتھی نے کپتان سے گفتگو کی اور ان سے پوچھا کہ وہ اگلے میچ میں کیا کریں گے اور ٹیم "
        "کے نئے کھلاڑی کب آئیں گے۔ کپتان نے کہا کہ وہ ابھی کچھ نہیں کہہ سکتے کیونکہ فیصلہ بورڈ کو کرنا ہے جو اگلے ہفتے اجلاس کرے گا۔"
    )

    @pytest.mark.parametrize("width", [60, 67, 70])
    def test_lines_cut_at_a_number_of_signs_are_wrapped_though_they_are_few(self, document, width):
        doc: Document = document(cut(self.URDU, width))

        assert doc.cut_length == width

    def test_lines_that_are_stripped_are_cut(self, document):
        text = cut(" ".join([self.URDU] * 4), 70)

        doc: Document = document("\n".join([line.rstrip() for line in text.split("\n")]))

        assert doc.cut_length == 70

    @pytest.mark.parametrize("words", [wrap(URDU * 4, 70), [line.ljust(70) for line in wrap(URDU * 4, 70)]],
                             ids=["wrapped", "filled up"])  # fmt: skip
    def test_lines_of_whole_words_are_not_cut(self, document, words):
        doc: Document = document("\n".join(words))

        assert doc.wrapped_lines
        assert doc.cut_length == 0

    def test_lines_of_a_text_that_is_not_wrapped_are_not_cut(self, document):
        assert document(FIRST + "\n" + SECOND).cut_length == 0
