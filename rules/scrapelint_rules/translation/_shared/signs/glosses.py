"""Words of another language in square brackets: what an editor put in, and a translator left alone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scrapelint.plugin import regex, stop_words
from scrapelint_rules.translation._shared.names.romanisation import plain
from scrapelint_rules.translation._shared.words.lexicon import FREQUENT, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru")
MIN_STOP_WORDS = 2
"""Fewest words of the other language that the article's own does not have, of those that every text of it has."""
_GLOSS = regex(r"\[([^\W\d_A-Z]+(?: [^\W\d_A-Z]+){1,12})\]")


_WORD = regex(r"\[([^\W\d_A-Z]{4,20})\]")
_WIKI = regex(
    r"\[(?<=[.,;:!?”“\"»’)]\[) ?(?:präzisieren|Beleg fehlt|Nachweis fehlt|Einzelnachweis fehlt|préciser|réf\. nécessaire|référence nécessaire|source insuffisante|"
    r"citation needed|clarification needed|dubious|who\?|when\?|by whom\?|cita requerida|¿quién\?|¿cuándo\?|senza fonte|sem fonte|carece de fontes|quem\?|"
    r"bron\?|уточнить|источник не указан|kaynak belirtilmeli|butuh rujukan|specify|to specify|reference required|necessary reference) ?\]"
)
"""Notes of the editors of a wiki, as they are and as translators write them."""


def wiki_notes(doc: Document) -> Iterator[tuple[int, int]]:
    """Yield the places of notes of a wiki's editors."""
    if "[" in doc.text:
        yield from (match.span() for match in _WIKI.finditer(doc.text))


def glosses(doc: Document) -> Iterator[tuple[int, int]]:
    """Yield the places of bracketed words in one other language than the article's."""
    language = doc.found_language
    if "[" not in doc.text or language not in LANGUAGES:
        return
    if language == "en" and not doc.text.isascii():
        yield from (match.span() for match in _WORD.finditer(doc.text) if _is_foreign(match[1]))
    for match in _GLOSS.finditer(doc.text):
        words = set(match[1].split())
        if not words & stop_words(language) and any(len(words & own) >= MIN_STOP_WORDS for own in _others(language)):
            yield match.span()


def _is_foreign(word: str) -> bool:
    """Tell whether a word has letters that English has not, and is no loan word."""
    return not word.isascii() and not any(lexicon().holds(FREQUENT + spelled) for spelled in (word, plain(word)))


@cache
def _others(language: str) -> tuple[frozenset[str], ...]:
    """Return the stop words of each other language that are no words of this one."""
    return tuple(stop_words(other) - stop_words(language) for other in LANGUAGES if other != language)
