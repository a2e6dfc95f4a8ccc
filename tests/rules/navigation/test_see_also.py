"""What NAV004 does with a cue that has run into a sentence of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint import Article

if TYPE_CHECKING:
    from scrapelint.engine.linter import Linter
    from scrapelint.finding import Finding


def see_also(linter: Linter, text: str) -> list[Finding]:
    return [finding for finding in linter.check(Article(text)) if finding.code == "NAV004"]


ARABIC = (
    "سجلت أسعار السمك اليوم في سوق لارن استقرارا ملحوظا بعد أسبوع من التقلب في المرفأ. "
    "اقرأ أيضا| أسعار الأسماك في سوق أورلو وجاءت الأسعار كالتالي: "
    "● البلطي الكبير: يتراوح بين 70 و90 جنيها للكيلو. ● الجمبري الصغير: يتراوح بين 200 و400 جنيه للكيلو."
)
ENGLISH = (
    "Fish prices in the market of Larn were stable on Sunday, the harbour office said in the morning.\n\n"
    "READ ALSO: Fish prices in Orlo on Friday and the prices came out as follows:\n\n"
    "A kilo of cod costs between seventy and ninety crowns in all of the market, the harbour office said on Sunday."
)

PORTUGUESE = (
    "O conselho aprovou o plano na terça-feira à noite, depois de seis horas de debate na câmara. A linha irá do porto ao "
    "hospital. Leia também: Preços do peixe em Orlo e os preços ficaram assim: - bacalhau a 70 coroas - sardinha a 30 coroas"
)


@pytest.mark.parametrize("text", [ARABIC, ENGLISH, PORTUGUESE])
def test_cue_that_has_run_into_an_announcement_is_not_taken_out(linter: Linter, text: str) -> None:
    found = see_also(linter, text)

    assert found
    assert [finding.fix for finding in found] == [None] * len(found)


SERVICES = {
    "it": (
        "Il consiglio di Larn ha approvato il piano per la nuova linea del tram martedì notte dopo un dibattito di sei ore.\n"
        "Il numero verde del porto per chi cerca un traghetto nei giorni di festa: clicca qui\n"
        "L'ufficio del comune per chi ha perso i documenti o cerca una casa: clicca qui\n"
        "Il servizio gratuito che porta la spesa a casa di chi non esce: clicca qui\n"
        "I lavori del primo tratto cominceranno in primavera e dureranno almeno due anni, ha detto il sindaco mercoledì."
    ),
    "en": (
        "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n"
        "The ferry office with the times of all boats on holidays: click here to read\n"
        "The office of the town for those who have lost their papers: click here to read\n"
        "The free service that takes food to those who stay at home: click here to read\n"
        "Work on the first section is to begin in spring and will last at least two years, the mayor said."
    ),
}


@pytest.mark.parametrize("text", SERVICES.values(), ids=SERVICES)
def test_list_whose_items_end_in_a_call_is_not_taken_out(linter: Linter, text: str) -> None:
    found = see_also(linter, text)

    assert found
    assert [finding.fix for finding in found] == [None] * len(found)


UNCLOSED = {
    "es": (
        "El alcalde de Larn daba instrucciones en directo desde su despacho. (Le puede interesar:   Según registros oficiales, "
        "desde 2011 el puerto ha recibido más barcos que nunca. Por este caso dejó su cargo y volvió a Orlo."
    ),
    "en": (
        "The mayor of Larn gave his orders from home, as he had done before. (Read also:   According to the harbour office, "
        "more ships than ever have come in since 2011. He left his office over this and went back to Orlo."
    ),
}


@pytest.mark.parametrize("text", UNCLOSED.values(), ids=UNCLOSED)
def test_bracket_that_never_closes_is_not_taken_out(linter: Linter, text: str) -> None:
    assert [finding.fix for finding in see_also(linter, text)] in ([], [None])


def test_cue_that_ends_in_no_colon_is(linter: Linter) -> None:
    found = see_also(linter, ENGLISH.replace(" and the prices came out as follows:", ""))

    assert [finding.fix is None for finding in found] == [False]


POLISH = (
    "Rada miasta przyjęła we wtorek wieczorem plan nowej linii tramwajowej po sześciu godzinach debaty. Linia pobiegnie od "
    "portu do szpitala. Zobacz też: USA. Stan Orlo zakazuje połowów w zatoce Burmistrz dodał, że prace potrwają dwa lata."
)
GERMAN = (
    "Der Stadtrat hat am Dienstagabend nach sechs Stunden den Plan der neuen Straßenbahn beschlossen. Die Linie führt vom "
    "Hafen zum Spital. Lesen Sie auch: Larn. Fischer sagen ihren Streik ab Die Bürgermeisterin sagte, der Bau dauere zwei Jahre."
)


@pytest.mark.parametrize("text", [POLISH, GERMAN])
def test_topic_of_a_headline_is_not_taken_out_without_the_headline(linter: Linter, text: str) -> None:
    found = see_also(linter, text)

    assert [finding.fix for finding in found] == [None]
