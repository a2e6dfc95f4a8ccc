"""What NAV007 says of names between slashes behind an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint import Article, Severity
from scrapelint_rules.navigation.tag_list import TagList

if TYPE_CHECKING:
    from scrapelint.engine.linter import Linter

STORY = (
    "The council approved the plan for the new tram line on Tuesday night after a debate of six hours in the town hall."
)


def on_last(linter: Linter, row: str, probability: float) -> list[tuple[Severity, bool]]:
    doc = linter.document(Article(f"{STORY}\n\n{row}"))
    vars(doc)["residue_probability"] = (0.02, probability)
    return [(finding.severity, finding.fix is not None) for finding in TagList().check(doc)]


@pytest.mark.parametrize("row", ["Mme Salma KONE/LUND", "Jo HALE/RUIZ", "CFL/CERL", "Orlo/Ellery"])
def test_names_that_may_sign_the_text_are_only_told(linter: Linter, row: str) -> None:
    assert on_last(linter, row, 0.6) == [(Severity.INFO, False)]


@pytest.mark.parametrize("row", ["Larn / Politics", "Cultura/Libros", "Larn | Politics"])
def test_row_that_is_surely_the_pages_is_taken_out(linter: Linter, row: str) -> None:
    assert on_last(linter, row, 0.95) == [(Severity.WARNING, True)]


@pytest.mark.parametrize("row", ["Photo by Jo Hale/Getty Images", "Με πληροφορίες από ΑΠΕ-ΜΠΕ / Reuters"])
def test_source_is_no_tag(linter: Linter, row: str) -> None:
    assert on_last(linter, row, 0.95) == []
