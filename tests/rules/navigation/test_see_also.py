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


def test_cue_that_ends_in_no_colon_is(linter: Linter) -> None:
    found = see_also(linter, ENGLISH.replace(" and the prices came out as follows:", ""))

    assert [finding.fix is None for finding in found] == [False]
