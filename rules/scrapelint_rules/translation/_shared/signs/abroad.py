"""What translators leave in other languages than English that has a shape: ages, brackets, days, who spoke."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import LinePattern, regex
from scrapelint_rules.translation._shared.english_days import MONTHS
from scrapelint_rules.translation._shared.quotes import is_set_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scrapelint.plugin import Document, Line

_SPOKE = {
    "de": ("er sie", "sagte fügte erklärte schrieb gab fuhr scherzte fragte erinnerte teilte verriet"),
    "es": ("él ella", "dijo agregó añadió explicó escribió admitió continuó bromeó preguntó compartió confesó reveló"),
    "fr": (
        "il elle",
        "a_dit a_déclaré a_ajouté a_expliqué a_demandé a_écrit a_admis a_poursuivi a_plaisanté a_avoué a_partagé a_révélé",
    ),
    "id": ("dia", "berkata mengatakan menulis menjelaskan melanjutkan mengakui"),
    "it": ("lui lei", "ha_detto ha_aggiunto ha_spiegato ha_scritto ha_ammesso ha_continuato ha_condiviso ha_rivelato"),
    "pt": (
        "ele ela",
        "disse acrescentou explicou escreveu admitiu continuou brincou perguntou compartilhou confessou revelou",
    ),
    "ru": ("он она", "сказал сказала добавил добавила объяснил объяснила написал написала признался призналась"),
}
"""Pronouns, and verbs that come before them after a quotation; English has them the other way round."""
_NAME = r"[A-ZÀ-ÞА-Я][\w’'-]+(?: [A-ZÀ-ÞА-Я][\w’'-]+)?"
_YEARS = {"de": "Jahre", "es": "años", "fr": "ans", "it": "anni", "pt": "anos"}
_ENGLISH = "the|and|me|you|I|it|they|we|he|she|his|her|their|is|are|was|that|this|of|to|my|our|us|them|him"


class _Common(NamedTuple):
    """A shape with words that English texts are full of: it is looked for in texts of other languages alone."""

    pattern: re.Pattern[str]
    sign: str
    """What is in it, as it is spelled."""
    literals: tuple[str, ...]
    """Words of which one is on its line, in folded form."""

    def matches(self, doc: Document) -> Iterator[tuple[Line, re.Match[str]]]:
        """Yield its matches, line by line; offsets are those of the line's text."""
        for line in [line for line in doc.lines if self.sign in line.text]:
            if any(literal in line.key for literal in self.literals):
                yield from ((line, match) for match in self.pattern.finditer(line.text))


def _spoke(language: str) -> LinePattern:
    pronouns, verbs = (words.split() for words in _SPOKE[language])
    return LinePattern(
        rf"(?:[”\"»«“],?|, ?[”\"»«“]) (?P<turn>(?:{'|'.join(pronouns)}) (?:{'|'.join(verbs).replace('_', ' ')}))\b",
        literals=[f"{mark} {pronoun} " for mark in ('"', '",', "»", "»,", "«", "«,") for pronoun in pronouns],
    )


def _named(language: str) -> LinePattern:
    verbs = "|".join(_SPOKE[language][1].split()).replace("_", " ")
    return LinePattern(
        rf"(?:[”\"»“],|,[”\"»“]) (?P<turn>{_NAME} (?:le |les )?(?:{verbs}))\b",
        literals=['", ', '," ', "», ", ",» "],
    )


def _age(word: str) -> LinePattern:
    return LinePattern(
        rf"(?P<turn>[A-ZÀ-Þ][a-zà-ÿ]{{2,20}}[1-9]\d {word})\b",
        literals=[f"{digit} {word.lower()}" for digit in range(10)],
    )


SPOKE = {language: _spoke(language) for language in _SPOKE}
"""By language: who spoke, as English has it."""
NAMED = {language: _named(language) for language in _SPOKE}
"""By language: who spoke by name, as English has it; people write so seldom."""
AGES = {language: _age(word) for language, word in _YEARS.items()}
"""By language: an age glued to a name, as in a text whose bold type was lost."""
DAY = LinePattern(
    r"\b(?P<turn>(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)"
    r" \(\d{1,2}(?:/\d{1,2}(?:/\d{2,4})?)?\))",
    literals=[
        f"{day} ("
        for day in (
            "lundi mardi mercredi jeudi vendredi samedi dimanche lunedì martedì mercoledì giovedì venerdì sabato domenica"
        ).split()
    ],
)
"""French and Italian do not put the date of a day in brackets, as Indonesian and Portuguese do."""
BRACKET = _Common(
    regex(
        rf"(?P<turn>\[(?:(?:{_ENGLISH})(?: [\w'’-]+){{0,5}}|[\w'’-]+ (?:and|of|to|is|was|are)(?: [\w'’-]+){{1,4}})\])(?!\w)"
    ),
    "[",
    (
        *(f" {word} " for word in ("of", "and", "was", "are")),
        *(f"[{word}{end}" for word in _ENGLISH.lower().split("|") for end in (" ", "]")),
    ),
)
"""English words that an editor put in, and a translator left alone."""
OWNER = _Common(regex(r"(?P<turn>[A-Z][a-z]{2,20} [A-Z][a-zà-ÿ]{2,20}['’]s) (?=[a-z“\"])"), "s ", ("'s ",))
"""The genitive of English after the name of a person."""
DATE = LinePattern(
    rf"^\W*(?P<turn>(?:{'|'.join(MONTHS)}) \d{{1,2}}, \d{{4}})\b",
    literals=[f"{month.lower()} {digit}" for month in MONTHS for digit in range(10)],
)
"""A line that begins with the date in English: what the template of the site left."""
LATE = LinePattern(
    r"\w[.,!?…]? (?P<turn>”)(?=[\s,.]|$)|\w (?P<plain>\")(?=[,.])|[^\W\d_][.!?] (?P<end>[\"“])$",
    literals=[' ",', ' ".', ' "\n'],
)
"""A mark that closes a quotation, cut off it; extractors do so at links, too."""
_MIXED = LinePattern(r"(?P<turn>“)[^“”«»\"\n]{3,300}»|(?P<other>«)[^“”«»\"\n]{3,300}”", literals=["»", "«"])
"""A quotation that opens with one pair of marks and closes with another."""
_STARTS = {
    "es": (regex(r"(?:^|[.!?”\"] )(?P<turn>Ella|Él|Ellos|Ellas) (?=[a-zñ])", re.MULTILINE), 3),
    "it": (regex(r"(?:^|[.!?”\"] )(?P<turn>Lui|Lei|Loro) (?=[a-zàè])", re.MULTILINE), 2),
}
"""Sentences that begin with a pronoun, which these languages leave out, and how many are more than a manner."""
_CURLY = regex(r"“[^“”„\n]{3,300}(?P<turn>”)")
MIN_CURLY = 2
"""English marks of quotation from which a German text without its own is likely to be a translation."""

_PATTERNS: Mapping[str, Mapping[str, LinePattern | _Common]] = {
    "spoke": SPOKE,
    "named": NAMED,
    "age": AGES,
    "day": {"fr": DAY, "it": DAY},
    "bracket": dict.fromkeys(_SPOKE, BRACKET) | {"tr": BRACKET},
    "owner": dict.fromkeys(("es", "fr", "it", "pt", "tr", "id", "ru"), OWNER),
    "late": dict.fromkeys(("de", "es", "it", "pt"), LATE),
    "mixed": {"fr": _MIXED},
    "date": dict.fromkeys(("es", "fr", "it", "pt", "id", "tr", "ru"), DATE),
}
_BESIDE_MARKS = frozenset({"spoke", "named", "late", "mixed", "bracket"})
PATTERNS = (*SPOKE.values(), *NAMED.values(), *AGES.values(), DAY, LATE, _MIXED, DATE)
POINTS = {"spoke": 2, "age": 2, "day": 2, "bracket": 2, "starts": 2}
"""What a shape counts among the signs of a translation."""


def has_common_words(doc: Document) -> bool:
    """Tell whether any of the words that English texts are full of is in a text: in English, at once."""
    words = [word for word in (*BRACKET.literals, *OWNER.literals) if word[0] != "[" or "[" in doc.text]
    return any(word in line.key for word in words for line in doc.lines)


def abroad(doc: Document) -> Iterator[tuple[int, int, str]]:
    """Yield each place outside quotes where a document in another language than English has such a shape, with its kind."""
    language = doc.found_language or ""
    for kind, patterns in _PATTERNS.items():
        if language in patterns:
            yield from _of(doc, patterns[language], kind)
    if language in _STARTS:
        yield from _many(doc.text, *_STARTS[language], "starts")
    if language == "de" and "„" not in doc.text:
        yield from _many(doc.text, _CURLY, MIN_CURLY, "curly")


def _many(text: str, pattern: re.Pattern[str], least: int, kind: str) -> Iterator[tuple[int, int, str]]:
    found = [(*match.span("turn"), kind) for match in pattern.finditer(text)]
    if len(found) >= least:
        yield from found


def _of(doc: Document, pattern: LinePattern | _Common, kind: str) -> Iterator[tuple[int, int, str]]:
    for line, match in pattern.matches(doc) if isinstance(pattern, _Common) else doc.matches(pattern):
        start, end = (line.start + at for at in match.span(str(match.lastgroup)))
        if kind in _BESIDE_MARKS or not is_set_apart(doc.text, start, end):
            yield start, end, kind
