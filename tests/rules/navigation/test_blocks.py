"""Where a block of links to other stories ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint import Article
from scrapelint_rules.navigation._shared.links.blocks import blocks

if TYPE_CHECKING:
    from scrapelint.engine.linter import Linter

TEXTS = {
    "en": (
        "The harbour of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier.",
        ["YOU MAY LIKE", "Income above 10? Get a plan for life", "Orlo Life Insurance", "Get a quote in one minute"],
        "Falling for cheap boats and gimmicks",
        "In the crowded market of Larn, many brands use clever words for what is no more than a raft with a sail on it.",
    ),
    "de": (
        "Der Hafen von Larn ist am Montag nach zwei Wochen wieder geöffnet worden, sagte die Bürgermeisterin am Kai.",
        ["Das könnte Sie auch interessieren", "Einkommen über 10? Jetzt Plan sichern", "Orlo Leben AG", "Angebot in einer Minute"],
        "Auf billige Boote und Tricks hereinfallen",
        "Auf dem vollen Markt von Larn werben viele Marken mit Worten für etwas, das nicht mehr als ein Floß mit Segel ist.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("probability", [0.3, 0.95])
@pytest.mark.parametrize("language", TEXTS)
def test_line_that_differs_from_sure_links_is_the_next_subheading(
    linter: Linter, language: str, probability: float
) -> None:
    above, links, heading, below = TEXTS[language]
    doc = linter.document(Article("\n".join([above, *links, heading, "", below])))
    vars(doc)["residue_probability"] = (0.02, *[0.95] * len(links), probability, 0.02)

    taken = [line.text for block in blocks(doc) for line in block.lines]

    assert taken == links[1:] + [heading] * (probability > 0.5)


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        (
            "(Le puede interesar: )",
            "En efecto, en una audiencia en Larn, el lunes pasado, los jueces de Orlo demostraron",
        ),
        ("(Read also: )", "In fact, at a hearing in Larn on Monday last, the judges from Orlo and Ellery showed"),
    ],
)
def test_empty_bracket_heads_nothing(linter: Linter, heading: str, sentence: str) -> None:
    doc = linter.document(Article("\n\n".join([TEXTS["en"][0], heading, sentence, TEXTS["en"][3]])))

    assert blocks(doc) == ()
