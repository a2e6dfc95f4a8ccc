"""What follows on the last known line of a page, up to the end of the text, goes with it; the article's own does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint import Article
from scrapelint.api import clean_records, lint_text
from scrapelint_rules.navigation._shared.runs.page_ending import page_ending

if TYPE_CHECKING:
    from scrapelint.engine.linter import Linter

ENGLISH = (
    "The council of Larn approved the plan for the new tram line on Tuesday night after a debate of six hours.\n"
    "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million.\n"
    "Work on the first section is to begin in March and will last at least two years, the council said."
)
GERMAN = (
    "Der Rat von Larn hat den Plan für die neue Straßenbahn am Dienstagabend nach langer Debatte beschlossen.\n"
    "Die Strecke führt vom Hafen bis zum Krankenhaus und kostet rund 200 Millionen Euro, teilte die Stadt mit.\n"
    "Die Arbeiten am ersten Abschnitt sollen im März beginnen und mindestens zwei Jahre dauern, sagte sie."
)
SPANISH = (
    "El consejo de Larn aprobó el martes por la noche el plan de la nueva línea de tranvía tras un largo debate.\n"
    "La línea irá del puerto al hospital, tendrá once paradas y costará unos 200 millones, dijo la alcaldesa.\n"
    "Las obras del primer tramo empezarán en marzo y durarán al menos dos años, según el ayuntamiento."
)
POLISH = (
    "Rada miasta Larn przyjęła we wtorek wieczorem plan nowej linii tramwajowej po sześciu godzinach debaty.\n"
    "Linia pobiegnie od portu do szpitala, będzie miała jedenaście przystanków i kosztuje 200 milionów złotych.\n"
    "Prace na pierwszym odcinku mają się zacząć w marcu i potrwają co najmniej dwa lata, podała rada."
)
RUSSIAN = (
    "Совет города Ларн во вторник вечером утвердил план новой трамвайной линии после шести часов споров.\n"
    "Линия пройдёт от порта до больницы, на ней будет одиннадцать остановок, она обойдётся в 200 миллионов.\n"
    "Работы на первом участке должны начаться в марте и продлятся не меньше двух лет, сообщил совет."
)


def cleaned(text: str) -> str:
    return next(iter(clean_records([{"text": text}]))).record["text"]


@pytest.mark.parametrize(
    ("article", "ending"),
    [
        pytest.param(ENGLISH, "Follow Larn Radio on Instagram, Facebook and YouTube.\nAda Morrow\nLarn Radio", id="en"),
        pytest.param(
            ENGLISH, "© 2023 Orlo Gazette. All rights reserved.\n4 Old Quay, Larn, news@orlo.example", id="en-footer"
        ),
        pytest.param(GERMAN, "Abonnieren Sie unseren Newsletter\nMehr lesen\nLarner Bote", id="de"),
        pytest.param(SPANISH, "Suscríbete a nuestro boletín\nRedacción", id="es"),
        pytest.param(POLISH, "Zapisz się na nasz newsletter\nRedakcja\nLarn24.example", id="pl"),
        pytest.param(RUSSIAN, "Подписывайтесь на наш Telegram-канал\nРедакция", id="ru"),
    ],
)
def test_lines_after_the_last_known_one_go_with_it(article: str, ending: str) -> None:
    assert cleaned(f"{article}\n{ending}") == article


@pytest.mark.parametrize(
    ("article", "pitch", "last"),
    [
        pytest.param(ENGLISH, "CLICK HERE TO GET THE LARN NEWS APP", "Hale herself comes from Port Ellery.", id="en"),
        pytest.param(GERMAN, "Abonnieren Sie unseren Newsletter", "Wolf selbst stammt aus Orlo.", id="de"),
        pytest.param(SPANISH, "Suscríbete a nuestro boletín", "Ruiz nació en el puerto de Orlo.", id="es"),
        pytest.param(RUSSIAN, "Подписывайтесь на наш Telegram-канал", "Сама Морроу родом из Порт-Эллери.", id="ru"),
    ],
)
def test_the_last_sentence_of_the_article_stays_after_a_pitch(article: str, pitch: str, last: str) -> None:
    assert cleaned(f"{article}\n{pitch}\n{last}") == f"{article}\n{last}"


def test_what_an_article_says_of_its_source_stays() -> None:
    source = "This article was originally published by Orlo Gazette."
    assert source in cleaned(f"{ENGLISH}\nSign up for our newsletter\n{source}")


def test_where_line_breaks_are_lost_a_footer_goes_on_to_the_end() -> None:
    flat = " ".join(ENGLISH.split("\n"))
    assert cleaned(f"{flat} © 2023 Orlo Gazette. All rights reserved. Published under licence.") == flat


@pytest.mark.parametrize(
    ("article", "ending"),
    [
        pytest.param(
            SPANISH,
            "© Copyright 2023 Larn Diario. Todos los derechos reservados. Dirección Nacional RL-2023-95-APN. Queda prohibida "
            "la reproducción total o parcial del presente diario. Miembro de GLD.",
            id="es",
        ),
        pytest.param(
            ENGLISH,
            "Your California Privacy Rights. Ad Choices. © 2023 Orlo Media Ltd. All rights reserved.",
            id="en",
        ),
    ],
)
def test_where_line_breaks_are_lost_what_stands_between_known_sentences_goes(article: str, ending: str) -> None:
    flat = " ".join(article.split("\n"))
    assert cleaned(f"{flat} {ending}") == flat


def test_what_is_less_sure_above_the_end_of_a_page_is_told_and_stays() -> None:
    flat = " ".join(ENGLISH.split("\n")) + " Weather. Most read stories of the week in Larn."
    text = f"{flat} © 2023 Orlo Gazette. All rights reserved. Our terms. Ad Choices."
    assert cleaned(text) == flat
    told = [finding for finding in lint_text(text, select=["NAV013", "NAV008"]) if finding.code == "NAV013"]
    assert [bool(finding.fix) for finding in told] == [False, True]


@pytest.mark.parametrize(
    ("article", "link", "last", "rest"),
    [
        pytest.param(
            ENGLISH,
            "Read also: Bus drivers call off their strike after long talks",
            "The council also set the days of the debate on the costs of the line, which begins on 28 November 2023 in the old "
            "hall and goes on until the vote on 14 February 2024.",
            "Reporter: Ada MorrowEditor: Jo Hale",
            id="en",
        ),
        pytest.param(
            GERMAN,
            "Lesen Sie auch: Busfahrer sagen nach langen Verhandlungen ihren Streik ab",
            "Der Rat hat außerdem die Tage der Debatte über die Kosten der Strecke festgelegt, die am 28. November im alten Saal "
            "beginnt und bis zur Abstimmung im Februar dauert.",
            "Text: Lea WolfRedaktion: Kai Lund",
            id="de",
        ),
    ],
)
def test_the_last_paragraph_stays_below_a_link_whatever_is_glued_to_it(
    linter: Linter, article: str, link: str, last: str, rest: str
) -> None:
    def ending(line: str) -> list[int]:
        doc = linter.document(Article(f"{article}\n{link}\n{line}"))
        vars(doc)["residue_probability"] = (*[0.02] * 3, 0.9, 0.8)
        return page_ending(doc, {3}, ())

    assert ending(last + rest) == []
    assert ending(rest) == [4]
