"""The linter for scraped news articles: the names that users and rules may import."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from scrapelint.article import Article
from scrapelint.corpus.evidence import MAX_RELATED, Evidence, Group, Verdict, address_of, key_of
from scrapelint.corpus.rule import BadTogether, CorpusRule, GoodTogether, Relation, Together
from scrapelint.datafiles import data_file, read_data
from scrapelint.document import Document
from scrapelint.engine import Linter
from scrapelint.finding import Edit, Finding, Fix, Related, Severity, Span
from scrapelint.packs.line_patterns import LinePattern
from scrapelint.packs.matcher import Hit
from scrapelint.rule import (
    CLOSING_CONFIDENCE,
    Bad,
    DocumentRule,
    Good,
    PhraseRule,
    ResidualRule,
    Rule,
    Setting,
    Told,
    cap,
    excerpt,
    hit_evidence,
)
from scrapelint.site import host_of, place_of, site_of
from scrapelint.text.languages import can_identify, language_of, stop_word_counts, stop_words, words_apart
from scrapelint.text.lazy_regex import regex
from scrapelint.text.lines import Line, by_line, removal, word_bounds
from scrapelint.text.marks import CLAUSE_MARKS, CLOSERS, END_MARKS
from scrapelint.text.prose import ends_sentence, is_dense, is_prose
from scrapelint.text.related_languages import are_related
from scrapelint.text.scripts import script_counts, script_of, scripts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapelint.dates.ages import read_age
    from scrapelint.dates.found import FoundDate
    from scrapelint.dates.names import weekdays_in
    from scrapelint.dates.reading import find_dates, names_no_date, read_date

__all__ = [
    "CLAUSE_MARKS",
    "CLOSERS",
    "CLOSING_CONFIDENCE",
    "END_MARKS",
    "MAX_RELATED",
    "Article",
    "Bad",
    "BadTogether",
    "CorpusRule",
    "Document",
    "DocumentRule",
    "Edit",
    "Evidence",
    "Finding",
    "Fix",
    "FoundDate",
    "Good",
    "GoodTogether",
    "Group",
    "Hit",
    "Line",
    "LinePattern",
    "Linter",
    "PhraseRule",
    "Related",
    "Relation",
    "ResidualRule",
    "Rule",
    "Setting",
    "Severity",
    "Span",
    "Together",
    "Told",
    "Verdict",
    "address_of",
    "are_related",
    "by_line",
    "can_identify",
    "cap",
    "data_file",
    "ends_sentence",
    "excerpt",
    "find_dates",
    "hit_evidence",
    "host_of",
    "is_dense",
    "is_prose",
    "key_of",
    "language_of",
    "lint_text",
    "names_no_date",
    "place_of",
    "read_age",
    "read_data",
    "read_date",
    "regex",
    "removal",
    "script_counts",
    "script_of",
    "scripts_of",
    "site_of",
    "stop_word_counts",
    "stop_words",
    "weekdays_in",
    "word_bounds",
    "words_apart",
]

__version__ = "0.1.0"

_DATE_MODULES = {
    "FoundDate": "found",
    "find_dates": "reading",
    "read_age": "ages",
    "names_no_date": "reading",
    "read_date": "reading",
    "weekdays_in": "names",
}


def lint_text(text: str, fields: Mapping[str, object] | None = None) -> list[Finding]:
    """Return the findings of all default rules in one text, ordered by place.

    `fields` is what the scraper said (title, url, date ...). The rules are loaded on the
    first call and kept; no configuration file is read.
    """
    return _default_linter().check(Article(text, fields=fields or {}))


def __getattr__(name: str) -> object:
    """Return a name of the reader of dates: its tables are loaded only where a text is asked for dates."""
    if name not in _DATE_MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"scrapelint.dates.{_DATE_MODULES[name]}"), name)


@cache
def _default_linter() -> Linter:
    from scrapelint.config.values import Config
    from scrapelint.selection.registry import discover
    from scrapelint.selection.selecting import linter

    return linter(Config(), discover())
