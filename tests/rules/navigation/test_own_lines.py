"""What the models may take for the page's and is the article's own: boxes of technical data, tables."""

from __future__ import annotations

import pytest

from scrapelint import Article
from scrapelint.api import linter
from scrapelint.engine.linter import Linter
from scrapelint_rules.navigation._shared.own.lines import own_lines, own_parts

FINNISH = (
    "Larnin uusi tabletti on kevyt, ja sen akku kestää koko päivän, mutta kamera ei ole yhtä hyvä kuin kilpailijoiden laitteissa.\n"
    "⟦Laite näyttää takaa metalliselta.\nOrlo Pad 3\nTekniset tiedot\nKeskusmuisti 2 Gt\nMassamuisti 16 Gt\nNäyttö 9,7 tuumaa\n"
    "Väri musta tai valkoinen\nPääkamera 5 MP\nLiitännät 3g, mikro-usb⟧\nTwiittaa\nTulosta\nUudemmat"
)
GERMAN = (
    "Das neue Auto aus Orlo fährt leise und weit, doch auf der Rückbank sitzt nur gut, wer nicht größer ist als ein Kind, sagt sie.\n\n"
    "⟦Technische Daten\n\nLeistung 85 kW\n\nHubraum 1,4 l\n\nLänge 4320 mm\n\nGewicht 1280 kg⟧\n\nDrucken\n\nTeilen"
)
SPANISH = (
    "El consejo aprobó el martes por la noche el plan de la nueva línea de tranvía tras un debate de seis horas, según informó.\n\n"
    "⟦Paradas y viajeros de la línea\n(Entre el 20/10 y el 25/11)\nBarrio Paradas % del total Viajeros % en abono\n"
    "Larn y el Puerto 3 11,4% 319 88,6%\nOrlo 13 15,1% 1.577 84,9%\nEllery 7 8,0% 464 92,0%\nTotal de la red 23 34,5% 2.360 88,1%⟧\n"
    "Fuente: Ayuntamiento de Larn\nPublicidad\nCompartir"
)
OFFERS = FINNISH.replace("Gt", "Gt 199 €").replace("tuumaa", "tuumaa 99 €").replace("MP", "MP 49 €")
FAR = GERMAN.replace(
    "⟦Technische Daten", "⟦" + "\n\n".join(f"Zeile {word}" for word in "eins zwei drei vier fünf sechs".split())
)


def own(text: str) -> tuple[list[int], list[int]]:
    """Return the lines between the marks, and those of the lines that are the article's own below its paragraph."""
    rows = text.split("\n")
    marked = [number for number, row in enumerate(rows) if "⟦" in row or "⟧" in row]
    doc = Linter(()).document(Article(text.replace("⟦", "").replace("⟧", "")))
    inside = [line.index for line in doc.lines if marked[0] <= line.row <= marked[1]]
    return inside, sorted(index for index in own_lines(doc) if index)


@pytest.mark.parametrize("text", [FINNISH, GERMAN, SPANISH], ids=["with a caption", "apart", "figures side by side"])
def test_data_below_a_paragraph_are_the_articles(text: str) -> None:
    inside, found = own(text)

    assert found == inside


@pytest.mark.parametrize("text", [OFFERS, FAR], ids=["offers with prices", "far below"])
def test_what_only_looks_like_them_is_not(text: str) -> None:
    assert own(text)[1] == []


@pytest.mark.parametrize(("row", "is_own"), [("TV: Orlo Sports", True), ("Orlo Sports", False)])
def test_channel_of_a_match_stands_with_its_stadium_and_referee(row: str, *, is_own: bool) -> None:
    match = f"Larn y Orlo empataron el domingo en el puerto.\n\nEstadio: Coloso del Puerto\nÁrbitro: Juan Ruiz\n{row}\nAsí van las zonas:"
    doc = linter().document(Article(match))
    channel = next(line.index for line in doc.lines if line.text == row)

    assert (channel in own_parts(doc, {channel})) is is_own


@pytest.mark.parametrize(
    ("last", "is_own"), [("as our fathers had kept it”.", True), ("“as our fathers had kept it”", False)]
)
def test_line_that_closes_a_quotation_goes_with_the_one_above(last: str, *, is_own: bool) -> None:
    speech = (
        f"The mayor said at the quay on Monday: “Keep this port for those who come after you, and keep it well,\n{last}"
    )
    doc = linter().document(Article(f"{speech}\n\nShare"))

    assert (1 in own_parts(doc, {1})) is is_own
