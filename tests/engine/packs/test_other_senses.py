"""Phrases that are not what their pack takes them for."""

from __future__ import annotations

import pytest

from scrapelint import Article
from scrapelint.plugin import DocumentRule, Linter
from scrapelint.selection.registry import discover

PARAGRAPH = "The council approved the plan for the new tram line on Tuesday night, after a debate of six hours."
MIDDLE = "Nobody on the quay had been asked for an opinion before the vote, and most had not known of the plan."


@pytest.fixture(scope="module")
def linter() -> Linter:
    registry = discover()
    wanted = [
        rule()
        for code, rule in registry.rules.items()
        if issubclass(rule, DocumentRule) and code in {"WAL002", "PRO001", "PRO004", "CMT002"}
    ]
    return Linter(wanted, registry.phrases())


def codes(linter: Linter, text: str, language: str = "") -> list[str]:
    return [found.code for found in linter.check(Article(text, fields={"language": language}))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Got it", ["WAL002"], id="button"),
        pytest.param("Got it!", ["WAL002"], id="button with an exclamation"),
        pytest.param("Got it.", [], id="said by somebody"),
        pytest.param("Accept?", [], id="asked by somebody"),
    ],
)
def test_short_phrase_with_a_full_stop_is_said_by_somebody(linter: Linter, line: str, expected: list[str]) -> None:
    assert codes(linter, f"{PARAGRAPH}\n\n{line}\n\n{MIDDLE}") == expected


def test_short_words_that_open_a_line_are_of_the_language_of_the_text() -> None:
    text = (
        "La biblioteca di Larn ha aperto la nuova sala di lettura dopo due anni di lavori, ha detto il sindaco alla stampa.\n\n{}\n\n"
        "La sala ha trecento posti ed è aperta tutti i giorni fino alle dieci di sera, ha aggiunto la direttrice."
    )
    registry = discover()
    linter = Linter([registry.rules["NAV004"]()], registry.phrases())

    assert codes(linter, text.format("Se alla fine il ponte resta chiuso, nessuno passerà?"), "it") == []
    assert codes(linter, text.format("Se alla bilder från Larn"), "sv") == ["NAV004"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He wrote: “It is over.\n\nSign up for our newsletter and read more.”", id="end of a quotation"),
        pytest.param('He wrote: "It is over.\n\nSign up for our newsletter and read more."', id="straight marks"),
        pytest.param(f"{MIDDLE[:-1]}, under a sign that said “Please sign up for our newsletter today”.", id="within"),
        pytest.param("用户注册时必须勾选“我已阅读并同意”，否则无法使用。", id="a button, in a short sentence"),
        pytest.param("Er schrieb: „Es ist vorbei.\n\nAbonnieren Sie unseren Newsletter, liebe Leute.“", id="German"),
    ],
)
def test_pitch_that_somebody_quotes_is_the_article_s(linter: Linter, text: str) -> None:
    assert codes(linter, f"{PARAGRAPH}\n\n{text}\n\n{MIDDLE}") == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Sign up for our newsletter “The Morning Ferry”", id="the title is quoted, not the pitch"),
        pytest.param("Sign up for our newsletter »", id="arrow"),
        pytest.param("» Sign up for our newsletter", id="arrow before it"),
    ],
)
def test_pitch_beside_quotation_marks_is_a_pitch(linter: Linter, line: str) -> None:
    assert codes(linter, f"{PARAGRAPH}\n\n{line}\n\n{MIDDLE}") == ["PRO001"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", []), ("tr", ["CMT002", "CMT002"]), ("az", ["CMT002", "CMT002"])],
)
def test_short_word_counts_in_texts_of_its_language(linter: Linter, language: str, expected: list[str]) -> None:
    assert codes(linter, "Ad\nSoyad", language) == expected


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Please sign up for our newsletter today, the mayor told the council on Friday, and nobody laughed at it.", "en"),
        ("The mayor wrote that please sign up for our newsletter was all that the page of the town had to say to them.", "en"),
        ("The sign beside the quay reads sign up for our newsletter, which is why nobody in the town took any notice.", "en"),
        ("Abonnieren Sie unseren Newsletter, schrieb die Stadt am Freitag an alle, die nach dem Bahnhof gefragt hatten.", "de"),
        ("Inscrivez-vous à notre newsletter, a déclaré le maire vendredi devant le conseil, et personne n’a ri de cela.", "fr"),
        ("Suscríbete a nuestro boletín, dijo el alcalde el viernes ante el pleno del ayuntamiento, y nadie se rió de eso.", "es"),
        ("Iscriviti alla nostra newsletter, ha detto il sindaco venerdì davanti al consiglio, e nessuno ha riso per questo.", "it"),
        ("Zapisz się do naszego newslettera, powiedział burmistrz w piątek przed radą miasta, i nikt się z tego nie śmiał.", "pl"),
        ("Подпишитесь на нашу рассылку, сказал мэр в пятницу перед советом, и никто в зале над этим не стал смеяться.", "ru"),
    ],
)  # fmt: skip
def test_pitch_in_a_sentence_that_says_who_said_it_is_the_article_s(
    linter: Linter, sentence: str, language: str
) -> None:
    assert codes(linter, f"{PARAGRAPH}\n\n{sentence}\n\n{MIDDLE}", language) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"{MIDDLE} Sign up for our newsletter.", id="behind a paragraph"),
        pytest.param(f"Sign up for our newsletter. {MIDDLE[:-1]}, the mayor said.", id="before one that reports"),
        pytest.param("The mayor said so.\n\nSign up for our newsletter", id="on a line of its own"),
    ],
)
def test_pitch_in_a_sentence_of_its_own_beside_one_that_reports_is_a_pitch(linter: Linter, line: str) -> None:
    assert codes(linter, f"{PARAGRAPH}\n\n{line}\n\n{MIDDLE}") == ["PRO001"]


GERMAN = "Der Stadtrat von Larn hat am Dienstag den Plan für die neue Straßenbahn nach sechs Stunden Debatte gebilligt."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Sie können Ihre Einwilligung jederzeit widerrufen.", ["WAL002"], id="to the reader"),
        pytest.param("sie können ihre einwilligung jederzeit widerrufen", ["WAL002"], id="no capitals at all"),
        pytest.param("Sie können ihre Einwilligung jederzeit widerrufen, die Spender von Larn.", [], id="of others"),
        pytest.param(
            "Spender gehen, wann sie wollen, ihre Einwilligung jederzeit widerrufen darf jeder.", [], id="theirs"
        ),
        pytest.param(
            "Mit unserem Newsletter direkt in Ihr Postfach: das Wichtigste aus Orlo.", ["PRO001"], id="your box"
        ),
        pytest.param("Die Bürger von Orlo bekommen den Bescheid direkt in ihr Postfach.", [], id="their box"),
    ],
)
def test_polite_german_has_a_capital(linter: Linter, line: str, expected: list[str]) -> None:
    assert codes(linter, f"{GERMAN}\n\n{line}\n\n{GERMAN}") == expected
