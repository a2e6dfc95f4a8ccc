"""What a plugin may import.

For rules: the rule classes with their examples, the document, and the text tools that rules share. For formats:
`TextFormat` and what its methods take and yield. `scrapelint.testing` checks the examples of a plugin.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from scrapelint.article import Article
from scrapelint.confidence import UNMEASURED
from scrapelint.corpus.codecs import Codec, Integers, Json, OneOf
from scrapelint.corpus.evidence import MAX_RELATED, Evidence, Group, Verdict, address_of, key_of
from scrapelint.corpus.rule import BadCorpus, CorpusRule, ExampleArticle, GoodCorpus, Relation
from scrapelint.engine.document import Document
from scrapelint.engine.linter import Linter
from scrapelint.finding import Edit, Finding, Fix, Related, Severity, Span
from scrapelint.packs.line_patterns import LinePattern
from scrapelint.packs.matcher import Hit
from scrapelint.resources.data_files import data_file, read_data
from scrapelint.rule import (
    CLOSING_CONFIDENCE,
    Bad,
    DocumentRule,
    FallbackRule,
    Good,
    PhraseRule,
    PriorFindings,
    Rule,
    Setting,
    cap,
    excerpt,
    hit_evidence,
)
from scrapelint.selection.registry import rules_in
from scrapelint.site import host_of, place_of, site_of, site_or_place
from scrapelint.text.alphabets import foreign_letter, is_spelled_as
from scrapelint.text.announced import BULLETS, LIST_SIGNS
from scrapelint.text.character_classes import latin_bytes, unusual_chars
from scrapelint.text.folding import letters_and_digits
from scrapelint.text.languages import can_identify, language_of, stop_word_counts, stop_words, words_apart
from scrapelint.text.lazy_regex import regex
from scrapelint.text.lines import Line, by_line, numberless, removal, word_bounds
from scrapelint.text.prose import ends_sentence, is_data_row, is_dense, is_prose
from scrapelint.text.related_languages import are_related
from scrapelint.text.scripts import begins_small, script_counts, script_of, script_weights, scripts_of
from scrapelint.text.sentences.address import addresses
from scrapelint.text.sentences.marks import CLAUSE_MARKS, CLOSERS, END_MARKS, QUESTION_MARKS
from scrapelint.text.sentences.splitting import sentences
from scrapelint.text.tables.measures import is_cell
from scrapelint.text.wrapping.cut_lines import breaks_at_space, is_full

if TYPE_CHECKING:
    from scrapelint.dates.ages import read_age
    from scrapelint.dates.cues import opens_byline
    from scrapelint.dates.found import Clock, FoundDate
    from scrapelint.dates.names import weekdays_in
    from scrapelint.dates.reading import find_dates, names_no_date, read_date
    from scrapelint.intake import Intake
    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.format import Piece, TextFormat
    from scrapelint.readers.source import Source
    from scrapelint.readers.syntax.parts import Part

__all__ = [
    "BULLETS",
    "CLAUSE_MARKS",
    "CLOSERS",
    "CLOSING_CONFIDENCE",
    "END_MARKS",
    "LIST_SIGNS",
    "MAX_RELATED",
    "QUESTION_MARKS",
    "UNMEASURED",
    "Article",
    "Bad",
    "BadCorpus",
    "Clock",
    "Codec",
    "CorpusRule",
    "Decoded",
    "Document",
    "DocumentRule",
    "Edit",
    "Evidence",
    "ExampleArticle",
    "FallbackRule",
    "Finding",
    "Fix",
    "FoundDate",
    "Good",
    "GoodCorpus",
    "Group",
    "Hit",
    "Intake",
    "Integers",
    "Json",
    "Line",
    "LinePattern",
    "Linter",
    "OneOf",
    "Part",
    "PhraseRule",
    "Piece",
    "PriorFindings",
    "Related",
    "Relation",
    "Rule",
    "Setting",
    "Severity",
    "Source",
    "Span",
    "TextFormat",
    "Verdict",
    "address_of",
    "addresses",
    "are_related",
    "begins_small",
    "breaks_at_space",
    "by_line",
    "can_identify",
    "cap",
    "data_file",
    "ends_sentence",
    "excerpt",
    "find_dates",
    "foreign_letter",
    "hit_evidence",
    "host_of",
    "is_cell",
    "is_data_row",
    "is_dense",
    "is_full",
    "is_prose",
    "is_spelled_as",
    "key_of",
    "language_of",
    "latin_bytes",
    "letters_and_digits",
    "names_no_date",
    "numberless",
    "opens_byline",
    "place_of",
    "read_age",
    "read_data",
    "read_date",
    "regex",
    "removal",
    "rules_in",
    "script_counts",
    "script_of",
    "script_weights",
    "scripts_of",
    "sentences",
    "site_of",
    "site_or_place",
    "stop_word_counts",
    "stop_words",
    "unusual_chars",
    "weekdays_in",
    "word_bounds",
    "words_apart",
]

_LATE = {
    "Clock": "dates.found",
    "Decoded": "readers.decoding",
    "FoundDate": "dates.found",
    "Intake": "intake",
    "Part": "readers.syntax.parts",
    "Piece": "readers.format",
    "Source": "readers.source",
    "TextFormat": "readers.format",
    "find_dates": "dates.reading",
    "names_no_date": "dates.reading",
    "opens_byline": "dates.cues",
    "read_age": "dates.ages",
    "read_date": "dates.reading",
    "weekdays_in": "dates.names",
}


def __getattr__(name: str) -> object:
    """Return a name of the reader of dates or of files: rules are loaded without them, unless they ask."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"scrapelint.{_LATE[name]}"), name)
