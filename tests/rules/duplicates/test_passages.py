"""Which words of an article are compared with those of others, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from generated import Writer

from scrapelint.article import Article
from scrapelint.engine.linter import Linter
from scrapelint.selection.registry import discover
from scrapelint_rules.duplicates._shared.passages import DENSE_SHINGLE_WORDS, SHINGLE_WORDS, TARGET, passages, span_of

if TYPE_CHECKING:
    from scrapelint.engine.document import Document

LINTER = Linter((), discover().phrases())
ARTICLE = Writer(3).article(300)
MENU = "Home * Video * World * Politics * Business * Science * Stories * Health * In Pictures * Newsletters * More"
NOTICE = (
    "We and our partners use cookies and similar technologies to store information on your device, to show you "
    "advertisements that suit you, and to measure how our pages are used. You can accept all cookies or change your "
    "settings at any time.\n\n"
    "By clicking on accept you agree to our privacy policy and to our terms of use. Your email address will not be "
    "published. Subscribe to our newsletter for free and get the news of the day in your inbox every morning."
)
ZH = "罢工在九天之后结束了，渡轮恢复航行。港口主管在码头上数到四十辆卡车，并说它们都会在中午之前过海。岛上的商店又有了牛奶和面包，市长说新的谈判下周开始。"


def document(text: str) -> Document:
    return LINTER.document(Article(text))


def words(text: str) -> list[str]:
    return text.split() if text.isascii() else [sign for sign in text if sign not in "，。"]


def prints(text: str) -> set[int]:
    return set(passages(document(text))[1].found)


@pytest.mark.parametrize("around", [MENU, NOTICE, "Read also", "Photo: Ann Lee"])
def test_what_the_page_says_around_an_article_is_not_compared(around: str) -> None:
    assert prints(f"{around}\n\n{ARTICLE}\n\n{around}") == prints(ARTICLE)


def test_lines_that_were_cut_are_compared() -> None:
    cut = "\n\n".join(paragraph[:-1] for paragraph in ARTICLE.split("\n\n"))

    assert prints(cut) == prints(ARTICLE)


def test_text_without_prose_is_compared_as_it_is() -> None:
    assert prints("Ferry news of the day\nShops have milk again") == prints(
        "ferry news: of the day. SHOPS have milk again!"
    )


def test_whole_text_of_the_same_words_has_the_same_key() -> None:
    broken = ARTICLE.replace(". ", ".\n", 5)
    keys = {passages(document(text))[0] for text in (ARTICLE, ARTICLE.upper(), ARTICLE.replace("\n\n", "\n"), broken)}

    assert len(keys) == 1
    assert passages(document(ARTICLE + " Ships sail."))[0] not in keys


@pytest.mark.parametrize("count", [300, 3000, 40_000])
def test_of_a_long_article_as_many_fingerprints_are_kept_as_of_a_short_one(count: int) -> None:
    found = passages(document(Writer(5).article(count)))[1]

    assert TARGET / 3 < len(found.found) < TARGET * 1.4
    assert found.size == pytest.approx(count, rel=0.3)


@pytest.mark.parametrize(("text", "width"), [(ARTICLE, SHINGLE_WORDS), (ZH, DENSE_SHINGLE_WORDS)])
def test_passage_is_shown_from_its_first_word_to_its_last(text: str, width: int) -> None:
    doc = document(text)

    span = span_of(doc, passages(doc)[1].lines, 2, 60 - width)

    assert span is not None
    assert words(doc.text[slice(*span)]) == words(text)[2:60]
