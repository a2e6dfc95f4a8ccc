"""The page on translated texts says of each sign in how many languages it is known."""

from __future__ import annotations

import re
import tomllib
from itertools import product
from pathlib import Path
from string import ascii_lowercase

from scrapelint.text.alphabets import foreign_letter
from scrapelint_rules.translation import spliced_link_text
from scrapelint_rules.translation._shared.names import variants
from scrapelint_rules.translation._shared.signs import clashes, doubles, loops, marks, numerals, subjects

ROOT = Path(__file__).parents[3]
ROW = re.compile(r"^\| .+? \| (MTX\d{3}) \| (.+?) \|$", re.MULTILINE)


def languages_of(pack: str) -> set[str]:
    """Return the languages that a pack has phrases in."""
    written = (ROOT / "rules" / "scrapelint_rules" / "packs" / f"{pack}.toml").read_text(encoding="utf-8")
    return {language for entry in tomllib.loads(written)["entries"] for language in entry["phrases"]}


def others(pack: str) -> int:
    """Return in how many languages besides English a pack has phrases."""
    return len(languages_of(pack) - {"en"})


def test_counts_of_languages_are_those_of_rules_and_packs() -> None:
    page = (ROOT / "docs" / "translation.md").read_text(encoding="utf-8")
    spelled = [code for code in map("".join, product(ascii_lowercase, repeat=2)) if foreign_letter(code)]

    rows = [(rule, [int(count) for count in re.findall(r"\d+", cell)]) for rule, cell in ROW.findall(page)]

    # A dash is looked for in English, too, by a pattern of its own.
    assert len(marks._BEFORE_TURNED) == len({*marks._DASHES, "en"})
    assert rows == [
        ("MTX001", [len(languages_of("mt-disclosure"))]),
        ("MTX002", []),
        ("MTX002", [others("tortured-phrase")]),
        ("MTX003", []),
        ("MTX004", [len(spelled)]),
        ("MTX005", [len(variants.LANGUAGES)]),
        ("MTX007", []),
        ("MTX008", [len(loops.LANGUAGES), len(doubles.MIN_CHARS)]),
        ("MTX009", []),
        ("MTX010", [len(spliced_link_text._CALLS)]),
        ("MTX011", [len(languages_of("credit-calque"))]),
        ("MTX012", [len(numerals._MILLIONS)]),
        ("MTX014", [len(subjects._VERBS), len(marks._BEFORE_TURNED)]),
        ("MTX015", [others("translated-words")]),
        ("MTX015", []),
        ("MTX015", []),
        ("MTX016", []),
        ("MTX017", [len(clashes.CLASHES)]),
    ]
    assert languages_of("calque") == languages_of("spun-words") == {"en"}
