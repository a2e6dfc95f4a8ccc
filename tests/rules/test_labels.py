"""What a fix promises by its label, on the sample corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scrapelint.article import Article
from scrapelint.fixes.edits import mend
from scrapelint.rule import SAFE_CONFIDENCE

if TYPE_CHECKING:
    from scrapelint.engine.linter import Linter
    from scrapelint.finding import Finding

CORPUS = Path(__file__).parents[2] / "corpus"
TEXTS = sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*.txt"))
GOOD = [name for name in TEXTS if name.startswith("good/")]


def article(name: str) -> Article:
    text = (CORPUS / name).read_text(encoding="utf-8", errors="surrogateescape")
    return Article(text, id=name, filename=name)


def is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe


def has_fix(finding: Finding) -> bool:
    return finding.fix is not None


@pytest.mark.parametrize("name", TEXTS)
def test_safe_fix_is_of_a_rule_and_as_sure_as_its_label_says(name: str, linter: Linter) -> None:
    labels = {rule.code: rule.fix for rule in linter.rules}

    safe = [finding for finding in linter.check(article(name)) if is_safe(finding)]

    assert [f.code for f in safe if f.confidence < SAFE_CONFIDENCE or labels[f.code] != "safe"] == []


@pytest.mark.parametrize("name", GOOD)
def test_honest_text_is_not_mended(name: str, linter: Linter) -> None:
    given = article(name)

    assert mend(given, linter.check, has_fix).article.text == given.text


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_mended_once_stays_as_it_is(name: str, linter: Linter) -> None:
    once = mend(article(name), linter.check, is_safe).article

    assert mend(once, linter.check, is_safe).article.text == once.text
