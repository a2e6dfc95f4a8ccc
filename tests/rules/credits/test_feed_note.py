"""The note of a feed below an article, by its own title."""

from __future__ import annotations

import pytest

from scrapelint import clean_records

STORY = "The council of Larn approved the plan for the new tram line on Tuesday night after a debate of six hours."
TITLE = "Ferry workers of Larn end their strike"


def cleaned(note: str, title: str = TITLE) -> str:
    """Return what is left of an article with a note below it."""
    (done,) = clean_records([{"title": title, "text": f"{STORY}\n\n{note}"}])
    return str(done.record["text"])


@pytest.mark.parametrize(
    "note",
    [
        f"The post {TITLE} appeared first on Orlo Post.",
        f"The post\n{TITLE}\nappeared first on\nOrlo Post\n.",
        f"The post {TITLE} appeared first on orlo.example .",
        f"Der Beitrag {TITLE} erschien zuerst auf Orlo Bote.",
        f"La entrada {TITLE} se publicó primero en Diario de Orlo.",
        f"L’article {TITLE} est apparu en premier sur Orlo Matin.",
        f"L'articolo {TITLE} proviene da Orlo Oggi.",
        f"Artykuł {TITLE} pochodzi z serwisu Kurier Orlo.",
        f"Сообщение {TITLE} появились сначала на Вестник Орло.",
    ],
)
def test_note_with_the_articles_title_goes_whole(note: str) -> None:
    assert cleaned(note) == STORY


@pytest.mark.parametrize(
    ("note", "title"),
    [
        ("The post that insulted the mayor of Larn appeared first on Chirper.", TITLE),
        ("The post Some other story of the day appeared first on Orlo Post.", TITLE),
        (f"The post {TITLE} appeared first on Orlo Post.", ""),
        ("The post Strike appeared first on Orlo Post.", "Strike"),
        (f"The post {TITLE} appeared first on Orlo Post. The mayor resigned on Monday.", TITLE),
        (f"The post {TITLE} appeared first on Orlo Post\nThe mayor resigned on Monday", TITLE),
    ],
)
def test_post_that_has_another_title_is_left_alone(note: str, title: str) -> None:
    assert cleaned(note, title) == f"{STORY}\n\n{note}"
