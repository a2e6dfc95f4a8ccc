"""The sample corpus: what is expected in it, and what it promises to show."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NAMES = corpus.names()
SHOWN_FAMILIES = {"CMT", "CRD", "DAT", "ENC", "INP", "LLM", "MET", "NAV", "PRO", "REP", "SEG", "WAL"}
NOT_SHOWN = {"INP005", "INP006", "INP007", "MET001"}
"""Rules that report nothing before a user has configured them, or only on records too large to keep here."""
MIN_ARTICLES = 40
MIN_LANGUAGES = 12
MAX_FILE_BYTES = 4096


def _is_shown(code: str) -> bool:
    return code[:3] in SHOWN_FAMILIES and code not in NOT_SHOWN


@pytest.fixture(scope="module")
def sample() -> Callable[[str], corpus.Sample]:
    lint = corpus.default_linter()
    return cache(lambda name: corpus.sample(name, lint))


@pytest.fixture(scope="module")
def described() -> dict[str, list[str]]:
    """Return the languages of each file that the README describes."""
    lines = (corpus.CORPUS / "README.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("| ")]
    return {name: languages.split(", ") for name, languages, _ in cells if "/" in name}


def codes(findings: Iterable[corpus.Expected]) -> set[str]:
    """Return the codes of findings, and of those that they stand for."""
    return {code for finding in findings for code in (finding["code"], *finding["also"])}


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_those_expected(name: str, sample: Callable[[str], corpus.Sample]) -> None:
    assert list(sample(name).findings) == corpus.read_expected().get(name, [])


def test_good_articles_have_no_findings() -> None:
    assert [name for name in corpus.read_expected() if name.startswith("good/")] == []


def test_bad_articles_have_findings_of_their_family() -> None:
    families = {
        "assistants": "LLM", "comments": "CMT", "credits": "CRD", "dates": "DAT", "encoding": "ENC",
        "metadata": "MET", "navigation": "NAV", "promotion": "PRO", "repetition": "REP", "segmentation": "SEG", "walls": "WAL",
        "language": "LNG", "translation": "MTX",
    }  # fmt: skip
    expected = corpus.read_expected()
    bad = [name for name in NAMES if name.startswith("bad/")]
    assert [n for n in bad if families[n.split("/")[1]] not in {c[:3] for c in codes(expected.get(n, []))}] == []


def test_every_rule_is_shown() -> None:
    shown = {code for findings in corpus.read_expected().values() for code in codes(findings)}
    stable = {code for code, rule in corpus.installed().rules.items() if rule.status == "stable"}
    assert {code for code in stable if _is_shown(code)} - shown == set()


def test_expected_findings_are_of_files_that_exist() -> None:
    assert set(corpus.read_expected()) <= set(NAMES)


def test_readme_describes_every_file(described: dict[str, list[str]]) -> None:
    assert sorted(described) == sorted(NAMES)


def test_corpus_has_enough_articles_and_languages(
    described: dict[str, list[str]], sample: Callable[[str], corpus.Sample]
) -> None:
    assert sum(len(sample(name).texts) for name in NAMES) >= MIN_ARTICLES
    assert len({language for languages in described.values() for language in languages}) >= MIN_LANGUAGES


def test_files_are_small() -> None:
    assert [name for name in NAMES if (corpus.CORPUS / name).stat().st_size > MAX_FILE_BYTES] == []
