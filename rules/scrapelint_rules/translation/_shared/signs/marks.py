"""Marks of quotation set as no language sets them, or as only another one does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from scrapelint.plugin import Document

_WITHIN = regex(r"“[^”“„\n]{8,400}[.!?…] (?P<within>“)(?=[^”“\n]{3,400}”)")
_CLOSING = regex(r"“[^”“„\n]{3,200}(?P<closing>“)(?=[.,;:!?)]|\s|$)")
_COMMAS = regex(r"(?:^|[\s(])(?P<commas>,,)(?=[^\W\d_])")
_DASH = regex(
    r"(?:[”\"»’],|,[”\"»’]) ?(?P<dash>[-–—]) (?:said|says|added|adds|noted|notes|stressed|stresses|explained|explains|wrote|writes|summed|summarized|emphasi[sz]ed|"
    r"concluded|told|stated|reported|reminded|clarified|assured|admitted) (?!to\b)"
)
_BARE = regex(
    r"[”\"»] ?(?P<dash>[-–—]) ?(?:said|added|noted|stressed|explained|wrote|writes|summed|emphasi[sz]ed|concluded|stated|"
    r"reported|reminded|clarified|assured|admitted) (?=[A-Z]|the |he |she )"
)
"""The same without a comma, before who it was."""

_SPEECH = {
    "de": "schrieb|sagte|erklärte|betonte|bemerkte|stellte|fügte|teilte|kommentierte|berichtete|zitiert|heißt|meint|erinnerte|schloss",
    "fr": "a|ont|écrit|dit|cite|souligne|note|ajoute|explique|précise|déclare|lit-on|rapporte",
    "es": "dijo|escribió|señaló|subrayó|afirmó|declaró|agregó|añadió|explicó|informó|comentó|cita|concluyó|dice|destacó|aseguró",
    "it": "ha|hanno|scrive|cita|sottolinea|dice|spiega|aggiunge|afferma|osserva|riferisce",
    "pt": "disse|escreveu|afirmou|declarou|acrescentou|observou|explicou|informou|comentou|cita|enfatizou|concluiu|destacou|diz",
    "tr": "dedi|diye|ifade|açıkladı|vurguladı|ekledi|yazdı",
    "id": "kata|ujar|tulis|tegas|tambah|jelas|ungkap",
}
"""What follows a dash after a quotation and its comma, where a Russian text was translated, by language."""
_DASHES = {
    language: regex(rf"(?:[\"”“»] ?,|, ?[\"”“»]) ?(?P<dash>[-–—]) (?:{verbs})\b") for language, verbs in _SPEECH.items()
}
_SMALL = {
    "en": "the|a|an|of|to|in|and|for|with|on|by",
    "de": "der|die|das|den|dem|des|ein|eine|einer|einem|im|in|von|mit|und|zur|zum|für|auf|über",
    "fr": "de|du|la|le|les|des|un|une|et|à|au|aux|en|dans|sur|par|pour|d'un|d'une",
    "es": "de|del|la|el|los|las|un|una|y|a|al|en|por|para|con",
    "it": "di|del|della|il|la|lo|i|le|un|una|e|a|al|in|nel|nella|per|con|dei|delle",
    "pt": "de|do|da|o|a|os|as|um|uma|e|em|no|na|por|para|com|dos|das|ao",
    "tr": "bir|bu|ve|ile|için",
    "id": "yang|di|ke|dari|dan|untuk|dengan|sebuah|para",
}
"""Articles and prepositions, which hardly any quotation ends with."""
_BEFORE_TURNED = {language: regex(rf"\b(?:{words})\Z") for language, words in _SMALL.items()}
_TURNED = regex(r'" [^"\n]{2,60} "(?=[^\W\d_]{2})')
"""Plain marks around a word that are glued to the words outside of it: `in the" plan "of`."""
MAX_SMALL_CHARS = 12
"""More than the longest of the words before them has, in code points."""
MIN_TURNED = 2
"""Turned marks from which they are no chance: `begin with "the" or "an"` has them as well."""


_DASH_SIGNS = frozenset("-–—")
_ENDS = frozenset(('",', "”,", "»,", "’,", "“,", ',"', ",”", ",»", ",“"))
"""What ends a quotation before a dash and a space."""


class Mark(NamedTuple):
    """A mark, and what is wrong with it."""

    start: int
    end: int
    kind: str
    """`within` (opens inside an open quotation), `closing` (an opening mark that closes), `commas`, `dash` or `turned`."""


def marks(doc: Document) -> Iterator[Mark]:
    """Yield the misplaced marks of a document, most of them in English only, two commas for a low mark in any."""
    text, language = doc.text, doc.found_language or ""
    if ",," in text:
        yield from _found(_COMMAS, "commas", text)
    if language in _SMALL and '"' in text and ' "' in text and '" ' in text:
        turned = list(_turned(text, language))
        yield from turned if len(turned) >= MIN_TURNED else ()
    if language == "en":
        yield from _english(text)
    elif language in _DASHES and _has_dash_after_quotation(text):
        yield from _found(_DASHES[language], "dash", text)


def _turned(text: str, language: str) -> Iterator[Mark]:
    for match in _TURNED.finditer(text):
        if _BEFORE_TURNED[language].search(text[max(0, match.start() - MAX_SMALL_CHARS) : match.start()]):
            yield Mark(*match.span(), "turned")


def _english(text: str) -> Iterator[Mark]:
    if "“" in text and _has_open_quotation(text):
        yield from _found(_WITHIN, "within", text)
        yield from _found(_CLOSING, "closing", text)
    if _has_dash_after_quotation(text):
        yield from _found(_DASH, "dash", text)
    if _has_dash_after_mark(text):
        yield from _found(_BARE, "dash", text)


def _has_open_quotation(text: str) -> bool:
    """Tell whether two opening marks are on one line without a closing one between them."""
    between = text.split("“")[1:-1]
    return not all("”" in part or "\n" in part or "„" in part for part in between)


def _has_dash_after_quotation(text: str) -> bool:
    """Tell whether a comma and a mark of quotation come before a dash anywhere."""
    parts = (pair for dash in _DASH_SIGNS if dash in text for pair in pairwise(text.split(dash)))
    return any(after[:1] == " " and before[-3:].rstrip(" ")[-2:] in _ENDS for before, after in parts)


def _has_dash_after_mark(text: str) -> bool:
    """Tell whether a dash directly follows a mark of quotation anywhere, or after a space."""
    rests = (rest for mark in '”"»' for rest in text.split(mark)[1:])
    return any(rest[:2].lstrip(" ")[:1] in _DASH_SIGNS for rest in rests)


def _found(pattern: re.Pattern[str], kind: str, text: str) -> Iterator[Mark]:
    for match in pattern.finditer(text):
        yield Mark(*match.span(kind), kind)
