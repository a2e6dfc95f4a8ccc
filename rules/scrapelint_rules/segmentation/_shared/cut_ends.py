"""Where the last line of a text is cut: a mark of a shortened text, an ellipsis, a word that ends no sentence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import Span, regex, stop_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapelint.plugin import Line

MIN_PROSE_CHARS = 100
"""Length, in code points, from which the last line is taken for a paragraph."""
MIN_WORDS = 15
"""Fewest spaces of a line that is prose."""
MIN_DENSE_CHARS = 60
"""Both for scripts without spaces, in which a word has one or two characters."""
MAX_DENSE_SPACES = 0.05
"""Share of spaces up to which a line is written without them."""
MIN_LAST_WORDS = 5
"""Words of a last sentence that is cut; a shorter one trails off on purpose: "And then…"."""
_WINDOW_CHARS = 200
"""How much of a line's end is looked at, in code points."""

_MARKER = regex(r"\[\+\d{1,7} chars?\]\s*\Z|[\[(](?:…|\.\.\.)[\])]\s*\Z")
_ELLIPSIS = regex(r"(?:…|(?<!\.)\.\.\.)\s*\Z")
_ANY_ELLIPSIS = regex(r"…|\.\.\.")
_SENTENCE_BREAK = regex(r"[.!?…:|]\s|[。！？।]")
_UNFINISHED = {
    "en": "a an the of and or to in on at for with from by as that which who is are was were be been has have had will would "
    "his her its their our this these than but if when while into about",
    "de": "der die das dem den des ein eine einen einem einer und oder zu von mit für auf aus bei als dass ist sind war wird werden",
    "fr": "le la les un une des du de et ou à dans pour par sur avec que qui est",
    "es": "el los las la una un y o en con por para es de que",
    "it": "il lo gli la di da della del e che per non un una",
    "pt": "os as um uma do da na no e de em com",
    "nl": "het een en van in op te met voor de",
    "sv": "det en ett att och av på för med som den",
    "pl": "w i z na do że jest",
    "ru": "и в на с по что как не к от за для",
}
"""Words after which no sentence ends, by language."""
_ANY_UNFINISHED = frozenset(" ".join(_UNFINISHED.values()).split())
# What a page shows while something loads.
_PLACEHOLDERS = frozenset(
    """loading ładowanie geladen chargement загрузка завантаження cargando caricamento laden carregando
    yükleniyor načítání načítava betöltés se încarcă φόρτωση laddar indlæser lataa memuat""".split()
)
_BEFORE_INITIALS = ("/", "-", "–", "—", "|", "(")


class Cut(NamedTuple):
    """Where a text is cut, and how that is known."""

    span: Span
    kind: str
    found: str
    confidence: float


def cut_end(line: Line, text: str, language: Callable[[], str | None]) -> Cut | None:
    """Return the cut in the last line of a text; None where it ends like a text. The language is asked for by few texts."""
    tail = line.text[-_WINDOW_CHARS:]
    offset = line.end - len(tail)
    if match := _MARKER.search(tail):
        return _cut(offset + match.start(), match.group().rstrip(), "marker", 0.97)
    if not _is_long(line.text):
        return None
    if match := _ELLIPSIS.search(tail):
        trails_off = _trails_off(tail[: match.start()]) or _ANY_ELLIPSIS.search(text, 0, offset + match.start())
        return None if trails_off else _cut(offset + match.start(), match.group().rstrip(), "ellipsis", 0.85)
    return _unfinished(line, tail, language)


def _is_long(text: str) -> bool:
    if text.count(" ") < MAX_DENSE_SPACES * len(text):
        return len(text) >= MIN_DENSE_CHARS
    return len(text) >= MIN_PROSE_CHARS and text.count(" ") >= MIN_WORDS


def _trails_off(before: str) -> bool:
    """Tell whether the sentence before an ellipsis is short, or what a page shows while it loads."""
    last = _SENTENCE_BREAK.split(before)[-1]
    words = last.split()
    if words and words[-1].lower() in _PLACEHOLDERS:
        return True
    return len(words) < MIN_LAST_WORDS and last.count(" ") >= MAX_DENSE_SPACES * len(last) and last.strip() != ""


def _unfinished(line: Line, tail: str, language: Callable[[], str | None]) -> Cut | None:
    """Return the cut at a word after which no sentence ends; initials of an agency's editor come after a dash."""
    before, _, word = tail.rstrip().rpartition(" ")
    if word.lower() not in _ANY_UNFINISHED or before.rstrip()[-1:] in _BEFORE_INITIALS:
        return None
    if _is_name(word, before) or word.lower() not in unfinished_words(language()):
        return None
    return _cut(line.span.end - len(word), word, "cut-end", 0.9)


def _is_name(word: str, before: str) -> bool:
    """Tell whether a word has a capital in the midst of a sentence, or of one of names alone: a byline, a source."""
    last = _SENTENCE_BREAK.split(before + " ")[-1].split()
    return not word.islower() and (word.isupper() or bool(last))


@cache
def unfinished_words(language: str | None) -> frozenset[str]:
    """Return the words after which no sentence of a language ends; those of all where it cannot be told.

    Of a language without a list those of the others that are frequent in it, too.
    """
    if language in _UNFINISHED:
        return frozenset(_UNFINISHED[language].split())
    return _ANY_UNFINISHED & stop_words(language) if language else _ANY_UNFINISHED


def _cut(start: int, found: str, kind: str, confidence: float) -> Cut:
    return Cut(Span(start, start + len(found)), kind, found, confidence)
