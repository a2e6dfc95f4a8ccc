"""A notice goes whole or stays whole: half of one is worse than all of it."""

from __future__ import annotations

import pytest

from scrapelint.api import fix_text

STORY = (
    "The council of Larn approved the plan for the new tram on Tuesday night after a debate of six hours, the mayor said. "
    "Work on the first section is to begin in spring and will last at least two years, according to engineers of the city. "
    "Half of the costs will be paid by the state, and shops in the old town fear for their customers while it goes on."
)
REST = (
    "The first tram is to run from the harbour to the hospital, and a ride will cost as much as one by bus does today."
)
CREDITS = ("CRD001", "CRD003")


def mended(text: str) -> str:
    return fix_text(text, select=CREDITS, min_confidence=0.7).text


@pytest.mark.parametrize(
    "credit",
    [
        "(Story and photo: Ana Ruiz)",
        "[Words and photos: Ana Ruiz]",
        "(Text und Foto: Ana Ruiz)",
        "(Texte et photo : Anne Larn)",
        "(Imagen de portada y foto: Ana Ruiz)",
        "(Nyitókép és fotó: Ruiz Anna)",
        "Quelle Titelbild: Ana Ruiz/dpa",
        "Cover image source: Ana Ruiz/Reuters",
    ],
)
def test_label_of_a_credit_goes_with_it(credit: str) -> None:
    assert mended(f"{STORY} {credit}\n\n{REST}") == f"{STORY}\n\n{REST}"


def test_label_begins_after_a_bracket() -> None:
    assert mended(f"{STORY} (Orlo) Quelle Titelbild: Ana Ruiz/dpa\n\n{REST}") == f"{STORY} (Orlo)\n\n{REST}"


@pytest.mark.parametrize("words", ["She showed a text and (Photo: Ana Ruiz)", "Sie zeigte Video und (Foto: Ana Ruiz)"])
def test_credit_that_joins_a_sentence_stays_with_it(words: str) -> None:
    text = f"{STORY} {words}\n\n{REST}"

    assert mended(text) == text


@pytest.mark.parametrize("label", ["Interview by:", "Interview by", "Propos recueillis par", "Edited by:"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_name_below_a_byline_goes_with_it(label: str, gap: str) -> None:
    assert mended(f"{STORY}\n\n{REST}\n\n{label}{gap}Ana Ruiz") == f"{STORY}\n\n{REST}"
