"""Words of the page that a sentence of the article was joined to: it stays, whatever its words may mean elsewhere."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

import pytest

from scrapelint import Article
from scrapelint.config.values import Config
from scrapelint.fixes.edits import mend
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter

if TYPE_CHECKING:
    from scrapelint.engine.linter import Linter

_STORIES = {
    "en": (
        "The council approved the new tram line on Tuesday night after a debate of six hours.",
        "Mayor Ana Ruiz said that work would begin in spring, with eleven stops in all.",
        "Two members voted against the plan, since they fear for the shops in the old town.",
    ),
    "de": (
        "Der Stadtrat hat den Plan für die neue Straßenbahn am Dienstagabend beschlossen.",
        "Bürgermeisterin Jana Wolf sagte, der Bau beginne im Frühjahr mit elf Haltestellen.",
        "Zwei Mitglieder stimmten gegen den Plan, denn Läden fürchten um ihre Kunden.",
    ),
    "zh": (
        "市议会周二晚上在六个小时的辩论之后批准了新电车线路的计划，这条线路将从港口一直通到医院。",
        "市长李安娜说，工程将在春天开始，共有十一站，造价两亿元，一半由国家支付。",
        "两名议员投票反对该计划，因为他们担心老城区的商店会失去顾客。",
    ),
}


@pytest.fixture(scope="module")
def lint() -> Linter:
    return linter(Config(), discover())


def _mended(lint: Linter, text: str, confidence: float = 0.0) -> str:
    return mend(Article(text), lint.check, lambda finding: finding.confidence >= confidence).article.text


def _flat(language: str, inserted: str) -> str:
    first, *rest = _STORIES[language]
    return " ".join([first, inserted, *rest])


_HOMOGRAPHS = [
    ("en", "Sign up for our newsletter.", "The US army left the valley on Tuesday, officials said."),
    ("en", "Sign up for our newsletter.", "We should have known that our leaders would fail the valley."),
    ("de", "Abonnieren Sie unseren Newsletter.", "Die Brücke wurde gesperrt, weil sie und ihre Pfeiler einzustürzen drohen."),
    ("de", "Abonnieren Sie unseren Newsletter.", "Sie wollen die Brücke nun bis zum Frühjahr sperren."),
    ("it", "Iscriviti alla nostra newsletter.", "Il ponte è chiuso da ieri, ma noi residenti non lo sapevamo."),
    ("hr", "Pretplatite se na naš newsletter.", "Gradsko vijeće u Splitu odlučilo je u utorak zatvoriti most."),
    ("cs", "Přihlaste se k odběru newsletteru.", "Rada se v úterý rozhodla most u nádraží uzavřít, což je pro nás novina."),
    ("pl", "Zapisz się do naszego newslettera.", "Rada zdecydowała o zamknięciu mostu, jak to u nas zwykle bywa."),
    ("hu", "Iratkozzon fel hírlevelünkre.", "A tanács kedden lezárta a hidat, mi több, le is bontja."),
]  # fmt: skip
"""Sentences with a word that speaks to the reader, or of the site, in another language, in capitals or in a pitch."""


@pytest.mark.parametrize(("language", "pitch", "sentence"), _HOMOGRAPHS)
@pytest.mark.parametrize("gap", ["\n\n", " "])
def test_sentence_on_the_line_of_a_pitch_stays(
    lint: Linter, language: str, pitch: str, sentence: str, gap: str
) -> None:
    story = _STORIES.get(language, _STORIES["en"])
    text = gap.join([*story[:2], f"{pitch} {sentence}", story[2]])

    assert sentence in _mended(lint, text)


_JOINED = [
    ("en", "To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video", "Sweden also joined the talks in March, which means a shift in the valley."),
    ("en", "Sign up for our newsletter to get the best stories of the day in your inbox", "“I talk to a lot of people, and they tell you what they fear in the valley.”"),
    ("en", "Access your favourite topics in a personalized feed while you're on the go. download the app", "Zendra is a town of some eleven thousand people."),
    ("en", "© 2019 Orlo Pictures", "Ellery police on Saturday arrested a man of fifteen for what he wrote about the tram."),
    ("zh", "（原标题：电车将在春天开工）", "新华网北京3月25日消息，教育部当日下发有关评估结果的通知。"),
    ("zh", "原标题：电车将在春天开工", "东北网3月31日消息，一条电车线路将在春天开工建设。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "sentence"), _JOINED)
def test_sentence_that_was_joined_to_words_of_the_page_stays(
    lint: Linter, language: str, words: str, sentence: str
) -> None:
    mended = _mended(lint, _flat(language, f"{words} {sentence}"), 0.85)

    assert sentence in mended


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("de", "Davor steht jedoch eine lange Bestellung an, der sich der Rat derzeit widmet.", "mki, jw; Erstveröffentlichung: 4.4.18"),
        ("en", "Federal agents will go back and ask the same people again, sources said —", "Follow Jo Hale on Twitter"),
    ],
)  # fmt: skip
def test_last_sentence_stays_where_the_note_after_it_has_lost_its_beginning(
    lint: Linter, language: str, sentence: str, words: str
) -> None:
    mended = _mended(lint, f"{' '.join(_STORIES[language])} {sentence} {words}")

    assert sentence in mended
    assert words not in mended


_CAPTION = "A ferry leaves the harbour of Ellery on Thursday, March 4, 2021"
_RUN_ON = "while the council of the valley said on Friday that it would build the line anyway and begin in spring."


@pytest.mark.parametrize(
    ("words", "stays"),
    [
        (f"{_CAPTION}, outside the old town.", f"{_CAPTION}, outside the old town."),  # or a sentence of the story
        (f"{_CAPTION} Ellery Courier Print By Jo Hale {_RUN_ON}", _RUN_ON),
        ("See the harbour below: Ferry leaves the harbour pic.twitter.com/a1b2c3 — Orlo (@OrloTown) March 4, 2021", "Ferry leaves"),
    ],
)  # fmt: skip
def test_caption_without_a_credit_goes_alone(lint: Linter, words: str, stays: str) -> None:
    mended = _mended(lint, _flat("en", words), 0.9)

    assert stays in mended
    assert stays or words not in mended


@pytest.mark.parametrize(
    ("credit", "headline"),
    [
        ("Illustration by Jo Hale", ""),
        ("Illustration by Jo van Hale", "American Identity, Climate Change, Bach in Modern Times"),
        ("Photo: Jo Hale", "The Dark Side of a Grand Hotel in Ellery and Orlo"),
    ],
)
def test_credit_goes_where_no_headline_was_joined_to_it(lint: Linter, credit: str, headline: str) -> None:
    story = _STORIES["en"]
    words = f"{credit} {headline}".strip()

    mended = _mended(lint, " ".join([*story, words, "The plan costs 200 million, half of it paid by the state."]), 0.9)

    assert headline in mended
    assert headline or credit not in mended


def test_sentence_after_a_share_button_stays(lint: Linter) -> None:
    button, sentence = "You can save this article by registering for free here.", "the ferries of Ellery run again."

    mended = _mended(lint, _flat("en", f"{button} {sentence}"), 0.9)

    assert button not in mended
    assert sentence in mended


def test_article_that_comes_twice_without_line_breaks_stays_once(lint: Linter) -> None:
    more = (
        "Apple is holding an event in the valley next month, and it will be all about apps and games.",
        "The company published a post that said customers could now listen to music for free.",
        "Ousted chief Adam Roe can still name directors of the board, even though he left the firm.",
    )
    story = [*_STORIES["en"], *more]
    text = " ".join([*story, "Orlo Courier 2019-11-19T08:57:40+01:00 https://orlo.example/a.jpg", *story])

    mended = _mended(lint, text)

    assert [one for one in story if one not in mended] == []


@pytest.mark.parametrize(
    "notice",
    [
        "Orlo News’ Chad Hale and the Associated Press contributed to this report.",
        "OrloNews.com’s Joseph Wolf, Orlo News' Ana Ruiz and The Associated Press contributed to this report.",
    ],
)
def test_notice_that_names_several_goes_whole(lint: Linter, notice: str) -> None:
    story = "\n\n".join(_STORIES["en"])

    assert _mended(lint, f"{story}\n\n{notice}") == story


@pytest.mark.parametrize(
    "pitch",
    [
        "Suscríbase aquí a la newsletter de La Gaceta sobre Larnia y reciba todas las claves informativas del país.",
        "Receba notícias do Correio no seu Telegram e fique por dentro de tudo!",
    ],
)
def test_pitch_goes_whole_where_a_name_follows_its_preposition(lint: Linter, pitch: str) -> None:
    story = _STORIES["en"]

    assert _mended(lint, " ".join([*story, pitch])) == " ".join(story)


def test_call_in_capitals_goes_whole(lint: Linter) -> None:
    story = "\n\n".join(_STORIES["en"])

    assert _mended(lint, f"{story}\n\nPLEASE SHARE THIS ARTICLE TO INFORM EVERYONE OF THE SAD LOSS OF ORLO.") == story


_WRAPPED = [
    ("He wrote in a long and angry e-mail to his supporters on Monday",
     "night that he would never come back to the valley, according to",
     "the Associated Press."),
    ("Somebody filmed how the crowd gathered to rally for free speech",
     "in the old town, and posted it in a group of the valley’s own on",
     "Thursday, May 28, 2020"),
    ("Naturally, some of those who signed are advising the campaign of",
     "the presumptive nominee of the party for mayor, according to",
     "Reuters."),
    ("(Germany) • Kyros Vassaras (Greece) • Manuel Mejuto (Spain) and",
     "Graham Poll (England) • Frank De Bleeckere (Belgium) • Markus",
     "Merk (Germany) • Massimo De Santis (Italy) • Valentin Ivanov"),
]  # fmt: skip
"""Paragraphs as a program wraps them, a line of which looks like a credit, a date or a row of headlines."""


@pytest.mark.parametrize("lines", _WRAPPED)
def test_line_of_a_wrapped_paragraph_does_not_go_alone(lint: Linter, lines: tuple[str, ...]) -> None:
    story = _STORIES["en"]
    wrapped = [fill(one, 64) for one in (*story, f"{story[0]} {story[1]}")]
    text = "\n\n".join([*wrapped, "\n".join(lines), fill(f"{story[1]} {story[2]}".replace("spring", "autumn"), 64)])

    assert " ".join(lines) in " ".join(_mended(lint, text, 0.5).split())


@pytest.mark.parametrize(
    "told",
    [
        (
            "“The old plan is good for us all. But when you have [all the] towns of the state at work on plans of their own, it "
            "is really hard for the state to say that it has won.”— Ada Morrow, ada@larn.example, @adamorrow"
        ),
        "The line is to run at night.-- The Gazette and The Larn Press/LarnLive contributed",
    ],
)
def test_words_glued_to_an_account_are_all_that_goes(lint: Linter, told: str) -> None:
    """A pitch whose capital is glued to a small letter takes nothing of what stands before it."""
    pitch = "Our journalism needs your support. Please become a subscriber today at LarnLive.com/subscribe"
    mended = _mended(lint, f"{' '.join(_STORIES['en'])} {told}{pitch}", confidence=0.9)
    assert "Our journalism" not in mended
    assert told.rpartition("-- ")[2] in mended


def test_call_that_a_pitch_is_glued_to_goes_with_it(lint: Linter) -> None:
    story = "\n\n".join(_STORIES["en"])
    pitch = "Good news!Livemint tops charts as the fastest growing news website this year. Click here to know more."

    assert _mended(lint, f"{story}\n\n{pitch}") == story


def test_a_credit_leaves_a_name_whole(lint: Linter) -> None:
    """In a text without line breaks a credit ends where the sentence below it begins, which may be with a name."""
    text = _flat("en", "Image: Orlo Tram Pro can run at night as well, which the Tram Lite, as all know, can not.")
    text += " The Tram Pro costs more than the old one, and the Tram Pro is heavier."
    assert "Tram Pro can run at night" in _mended(lint, text)
