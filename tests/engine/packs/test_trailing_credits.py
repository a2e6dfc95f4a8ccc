"""Credits of pictures are parted from the sentence behind them, where their agency ends, and nothing else is."""

from __future__ import annotations

import pytest

from scrapelint.packs.trailing_credits import parted
from scrapelint.text.lines import split
from scrapelint.text.sentences import units

ENDINGS = set("/reuters,/afp,/ap,/ ap,/getty images,/getty,/dpa,via ap,via getty images,(ap photo,(foto:".split(","))
FIRST = (
    "The council of Tarnwick approved the new tram line on Tuesday night after a debate of six hours, said the mayor. "
)
SECOND = (
    "Work on the first section is to begin in the spring and will last at least two years, the engineers told her. "
)


def lines(text: str) -> list[str]:
    found = list(parted(units.parted(split(text)), ENDINGS.__contains__))
    assert all(text[line.start : line.end] == line.text for line in found)
    return [line.text for line in found]


@pytest.mark.parametrize(
    "credit",
    [
        "Ana Ruiz/Reuters", "Photo: Ana Ruiz/Getty Images", "Photograph by Jo Hale/AFP/Getty Images", "Mitch Oakes / AP",
        "Tom Oakes/Pool via AP", "Photo: AP", "Foto: Anna Lind/dpa", "STR/AFP via Getty Images",
    ],
)  # fmt: skip
def test_credit_is_a_line_of_its_own(credit: str) -> None:
    assert credit in lines(f"{FIRST}{credit} {SECOND}")


@pytest.mark.parametrize("credit", ["(AP Photo/Ana Ruiz, File)", "(Foto: Anna Lind)", "(Jo Hale/Getty Images)"])
def test_bracket_ends_a_line(credit: str) -> None:
    assert any(line.endswith(credit) for line in lines(f"{FIRST}Boats lie in the harbour of Larn {credit} {SECOND}"))


def test_credit_after_a_caption_is_a_line_of_its_own() -> None:
    found = lines(f"{FIRST}A ferry lies in the port of Larn on August 7. Ana Ruiz/AP {SECOND}")

    assert "Ana Ruiz/AP" in found
    assert "A ferry lies in the port of Larn on August 7." in found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"{FIRST}She told Reuters that she would go. {SECOND}", "an agency within a sentence"),
        (f"{FIRST}The report came from the desk of AFP/Reuters on Monday. {SECOND}", "a sentence that goes on"),
        (f"{FIRST}The agencies and/or AP Editors were late. {SECOND}", "no agency behind the slash"),
        (
            f"{FIRST}They spoke of it to the men of Larn and Orlo/AP Ana Ruiz said. {SECOND}",
            "more than names before it",
        ),
        (f"{FIRST}Ana Ruiz/Getty Images for Larn were sold. {SECOND}", "an agency that goes on"),
        (f"{FIRST}Lihat juga: Dpa Larn Membuka Lagi Pelabuhan. {SECOND}", "a short word behind a label"),
        (f"{FIRST}They came (and nobody knew why) Ana Ruiz said. {SECOND}", "a bracket without a credit"),
    ],
)
def test_words_of_a_sentence_stay_with_it(text: str, why: str) -> None:
    assert lines(text) == [line.text for line in units.parted(split(text))], why
