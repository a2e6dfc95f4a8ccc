"""No text takes the rules about characters more than linear time."""

from __future__ import annotations

import time

import pytest

from scrapelint import Article
from scrapelint.plugin import Linter, Rule
from scrapelint_rules.encoding.entity_escape import EntityEscape
from scrapelint_rules.encoding.letter_form import LetterForm
from scrapelint_rules.encoding.mojibake import Mojibake
from scrapelint_rules.encoding.script_residue import ScriptResidue

pytestmark = pytest.mark.cost

MAX_RATIO = 9
"""Of the time for four times as much text; quadratic is 16."""


def _seconds(rule: type[Rule], text: str) -> float:
    linter, best = Linter([rule()]), float("inf")
    for _ in range(3):
        start = time.process_time()
        linter.check(Article(text))
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize(
    ("rule", "unit"),
    [
        pytest.param(ScriptResidue, "function(){\n", id="code without end"),
        pytest.param(ScriptResidue, "if (a) {\nb\n}\n", id="lessons"),
        pytest.param(ScriptResidue, "f(function() { g({ a: 1 }); });the five words of it ", id="code among words"),
        pytest.param(ScriptResidue, "var a = (function() { ", id="brackets that stay open in one line"),
        pytest.param(ScriptResidue, "var a = '\"a ", id="quotes that stay open in one line"),
        pytest.param(Mojibake, "Ã© â€™ ", id="one line of mojibake"),
        pytest.param(Mojibake, "Ã©", id="one word of mojibake"),
        pytest.param(Mojibake, "Рё і ", id="Cyrillic in one line"),
        pytest.param(Mojibake, "Ãîðîä ", id="Cyrillic as Latin in one line"),
        pytest.param(Mojibake, "鈥檚 a ", id="quotes as Chinese"),
        pytest.param(EntityEscape, "&amp", id="entities without end"),
        pytest.param(EntityEscape, "\\n\\'", id="backslashes"),
        pytest.param(LetterForm, "Ｔｈ ", id="wide letters in one line"),
    ],
)
def test_time_grows_with_the_text(rule: type[Rule], unit: str) -> None:
    text = unit * (8_000 // len(unit))

    assert _seconds(rule, text * 4) < MAX_RATIO * max(_seconds(rule, text), 0.002)
