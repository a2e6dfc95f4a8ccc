"""Where the last line of a text is cut: a mark of a shortened text, an ellipsis, a word that ends no sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import Span, regex

if TYPE_CHECKING:
    from scrapelint.plugin import Line

MIN_PROSE_CHARS = 100
"""Length, in code points, from which the last line is taken for a paragraph."""
MIN_WORDS = 15
MIN_DENSE_CHARS = 60
"""Both for scripts without spaces, in which a word has one or two characters."""
MAX_DENSE_SPACES = 0.05
"""Share of spaces up to which a line is written without them."""
MIN_LAST_WORDS = 5
"""Words of a last sentence that is cut; a shorter one trails off on purpose: "And then…"."""
_WINDOW_CHARS = 200

_MARKER = regex(r"\[\+\d{1,7} chars?\]\s*\Z|[\[(](?:…|\.\.\.)[\])]\s*\Z")
_ELLIPSIS = regex(r"(?:…|(?<!\.)\.\.\.)\s*\Z")
_ANY_ELLIPSIS = regex(r"…|\.\.\.")
_SENTENCE_BREAK = regex(r"[.!?…:|]\s|[。！？।]")
# Words after which no sentence ends.
_UNFINISHED = frozenset(
    """a an the of and or to in on at for with from by as that which who is are was were be been has have had
    will would his her its their our this these than but if when while into about der die das dem den
    des ein eine einen einem einer und oder zu von mit für auf aus bei als dass ist sind war wird werden
    le la les un une des du de et ou à dans pour par sur avec que qui est el los las una y o en con por
    para es il lo gli di da della del e che per non os as um uma do na no em com het een van en op te
    met voor det en att och av för på som i w z na do że jest и в на с по что как не к от за для""".split()
)
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


def cut_end(line: Line, text: str) -> Cut | None:
    """Return the cut in the last line of a text; None where it ends like a text."""
    tail = line.text[-_WINDOW_CHARS:]
    offset = line.end - len(tail)
    if match := _MARKER.search(tail):
        return _cut(offset + match.start(), match.group().rstrip(), "marker", 0.97)
    if not _is_long(line.text):
        return None
    if match := _ELLIPSIS.search(tail):
        trails_off = _trails_off(tail[: match.start()]) or _ANY_ELLIPSIS.search(text, 0, offset + match.start())
        return None if trails_off else _cut(offset + match.start(), match.group().rstrip(), "ellipsis", 0.85)
    return _unfinished(line, tail)


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


def _unfinished(line: Line, tail: str) -> Cut | None:
    """Return the cut at a word after which no sentence ends; initials of an agency's editor stand after a dash."""
    before, _, word = tail.rstrip().rpartition(" ")
    if word.lower() not in _UNFINISHED or before.rstrip()[-1:] in _BEFORE_INITIALS:
        return None
    return _cut(line.span.end - len(word), word, "cut-end", 0.9)


def _cut(start: int, found: str, kind: str, confidence: float) -> Cut:
    return Cut(Span(start, start + len(found)), kind, found, confidence)
