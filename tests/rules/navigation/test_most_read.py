"""Numbers behind an article: what they count is other stories', or the rows of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint import Article
from scrapelint_rules.navigation.most_read import MostRead

if TYPE_CHECKING:
    from scrapelint.engine.linter import Linter

ARTICLES = {
    "en": (
        "The council of Larn approved the plan for the new tram line on Tuesday night after a debate of six hours.",
        ["Research of the harbour", "Boats and sails", "Fishing rights", "Trade with Orlo", "Tourism on the isles"],
    ),
    "es": (
        "El consejo de Larn aprobó el martes por la noche el plan de la nueva línea de tranvía tras un largo debate.",
        ["Estudios del puerto", "Barcos y velas", "Derechos de pesca", "Comercio con Orlo", "Turismo en las islas"],
    ),
}


@pytest.mark.parametrize("language", ARTICLES)
def test_numbers_count_rows_of_a_table_where_no_line_is_likely_the_pages(linter: Linter, language: str) -> None:
    article, cells = ARTICLES[language]
    rows = [line for number, cell in enumerate(cells, 1) for line in (str(number), cell)]

    def found(probability: float) -> int:
        doc = linter.document(Article("\n".join([article, *rows])))
        vars(doc)["residue_probability"] = (0.02, *[0.05] * (len(rows) - 1), probability)
        return len(list(MostRead().check(doc)))

    assert found(0.05) == 0
    assert found(0.6) == 1
