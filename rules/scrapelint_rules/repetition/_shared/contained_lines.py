"""Lines that are inside another line: pull quotes, standfirsts, captions and their credited twins."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import ends_sentence, regex
from scrapelint_rules.repetition._shared.line_shape import (
    DENSE_FACTOR,
    MAX_HEADLINE_INDEX,
    MIN_HEADLINE_SIZE,
    is_item,
    size,
)
from scrapelint_rules.repetition._shared.meant import is_speech
from scrapelint_rules.repetition._shared.repeat import Repeat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.plugin import Document, Line
    from scrapelint_rules.repetition._shared.repeat import Form

MIN_QUOTE_SIZE = 45
"""Shortest speech, in letters, that can be a pull quote; shorter ones are subheads that quote."""
MIN_QUOTE_CHARS = MIN_QUOTE_SIZE // DENSE_FACTOR
MIN_SENTENCE_SIZE = 60
"""The same for a line without quotation marks: below, subheads and list items are taken from the text too."""
MIN_GLUED_LINES = 3
MIN_GLUED_SHARE = 0.6
"""How much of a line other lines have to make up for it to be their copy without line breaks."""
MAX_PLACES = 4
"""Places compared at which a line's beginning is."""
MAX_CONTAINED_CHARS = 400
"""Longest line looked for: standfirsts and quotes are shorter."""
HEAD_CHARS = 10
"""Beginning of a sentence that has to come again before a line is looked for at all."""
PROBE_CHARS = 28
"""Beginning of a line that is looked for first, in code points of an alphabet."""
MAX_CANDIDATES = 600
"""Lines looked for, so that a text of a hundred thousand lines takes linear time."""
MAX_SEARCHED_CHARS = 200_000
"""Part of the text that is searched, for the same reason."""
MIN_CAPTION_SHARE = 0.7
"""How much of a line with a credit has to be in the other line; the rest is the credit."""
MIN_CREDITED_SIZE = 12
MAX_CREDIT_CHARS = 60
"""Longest credit by which two copies of a caption may differ, in code points."""
MAX_TITLE_LINES = 8
"""Within how many lines a headline comes again that followed a breadcrumb's or a field's name."""
TAIL_CHARS = 12
"""End of a line that is looked up first."""

SENTENCE_EDGES = ".!?…。！？؟।:\"'"
"""What comes before and after a whole sentence, speech marks included."""
_QUOTES = " \"'"
_QUOTE_END = _QUOTES + ".!?…"
_EDGES = (" '", "? ", "- ")
_OTHER_EDGES = ("。", "।", "۔", "'")
"""Where sentences begin in scripts without a space, or without a full stop."""
_CREDIT = regex(
    r"©|\w/\w|\b(?:photo|photograph|picture|pictured|image|images|credit|file|courtesy|supplied|handout|foto|fotos|bild"
    r"|quelle|imagen|imagem|fuente|immagine|zdjęcie|фото|kuva|bilde|foto:|مصور|写真|图|圖|사진|afp|aap|ap|reuters|getty|dpa"
    r"|epa|pa|efe|ansa|tass|xinhua|pti|ani|cbc)\b"
)
_FIELD_PREFIX = regex(r"[a-z_]{4,12}:? \d{4}-\d\d-\d\d\S*\s*")
_SEPARATORS = ":|-»>/•·"
_SIGNING = ("-", "–", "—")
"""What opens the line below a quotation or a post that says whose it is."""


class _Place(NamedTuple):
    """Where the beginning of a line is again; the larger, the better."""

    matched: int
    """Characters in common."""
    at: int
    """Offset in the joined keys."""


def contained_repeats(doc: Document, taken: set[int]) -> Iterator[Repeat]:
    """Yield lines that another line contains; `taken` holds the lines reported so far."""
    yield from _titles(doc)
    yield from _credited(doc)
    # Of sentences, which of the two is out of place cannot be told.
    quoted = [] if doc.is_flat else list(_quoted(doc, taken))
    glued = set(_glued(quoted))
    for line in glued:
        parts = [repeat for repeat in quoted if repeat.other is line]
        yield Repeat("doubled", "glued", line, line, parts[0].first, 0.9, _length(parts) / len(line.key))
    yield from (repeat for repeat in quoted if repeat.other not in glued)


def _glued(quoted: Iterable[Repeat]) -> Iterator[Line]:
    """Yield lines that are nothing but other lines of the text in a row."""
    wholes: dict[Line, list[Repeat]] = {}
    for repeat in quoted:
        wholes.setdefault(repeat.other, []).append(repeat)
    for line, parts in wholes.items():
        if len(parts) >= MIN_GLUED_LINES and _length(parts) >= MIN_GLUED_SHARE * len(line.key):
            yield line


def _length(parts: Iterable[Repeat]) -> float:
    return sum(len(part.first.key) * part.share for part in parts)


def _titles(doc: Document) -> Iterator[Repeat]:
    """Yield a headline that is a few lines above too, after a breadcrumb's or a field's name.

    Not one among the paragraphs: there it heads a section, or an item that was named in a row above.
    """
    tops: dict[str, Line] = {}
    for line in doc.lines:
        tail = line.key[-TAIL_CHARS:]
        top = tops.get(tail)
        if top is None or line.index - top.index >= MAX_TITLE_LINES or len(line.key) > len(top.key):
            tops[tail] = line
        elif len(line.key) < len(top.key) and top.key.endswith(line.key) and size(line.key) >= MIN_HEADLINE_SIZE:
            before = top.key.removesuffix(line.key)
            parted = before.rstrip()[-1:] in _SEPARATORS or _FIELD_PREFIX.fullmatch(before)
            is_own = doc.zone(line) == "body" or ends_sentence(line.text) or line.text.lstrip().startswith(_SIGNING)
            if parted and not is_own:
                yield Repeat("caption", "headline", line, line, top, 0.95)


def _credited(doc: Document) -> Iterator[Repeat]:
    """Yield a caption whose neighbour is the same caption with its credit."""
    pairs = [(one, other) for one, other in pairwise(doc.lines) if one.key in other.key or other.key in one.key]
    for one, other in pairs:
        short, long = (one, other) if len(one.key) < len(other.key) else (other, one)
        if short.key and len(long.key) - len(short.key) <= MAX_CREDIT_CHARS:
            rest = long.key.replace(short.key, "", 1)
            at_edge = long.key.startswith(short.key) or long.key.endswith(short.key)
            if at_edge and size(short.key) >= MIN_CREDITED_SIZE and " " in short.key and _CREDIT.search(rest):
                yield Repeat("caption", "credited", short, short, long, 0.95, len(short.key) / len(long.key))


def _quoted(doc: Document, taken: set[int]) -> Iterator[Repeat]:
    keys = [line.key.replace('"', "'") for line in doc.lines]
    recurring = _recurring(". ".join(keys)[:MAX_SEARCHED_CHARS])
    found = [
        (line, key)
        for line, key in zip(doc.lines[:MAX_CANDIDATES], keys, strict=False)
        if MIN_QUOTE_CHARS <= len(key) <= MAX_CONTAINED_CHARS and key.lstrip(_QUOTES)[:HEAD_CHARS] in recurring
    ]
    if not found:
        return
    # One search over all keys: a search of each line in each other one would be the square of their number.
    joined = "\n".join(keys)[:MAX_SEARCHED_CHARS]
    starts = [0, *accumulate(len(key) + 1 for key in keys)]
    for line, key in found:
        if line.index not in taken and size(key) >= MIN_QUOTE_SIZE and not is_item(line.text):
            bare = key.lstrip(_QUOTES).rstrip(_QUOTE_END)
            place = _best_place(joined, bare, range(starts[line.index], starts[line.index + 1]))
            if place:
                yield from _judged(doc, line, bare, place, starts)


def _recurring(text: str) -> set[str]:
    """Return how sentences begin of which the text has two or more; what saves most of the searches."""
    spaced = text.isascii() or not ("。" in text or "।" in text or "۔" in text)
    for edge in _EDGES if spaced else _EDGES + _OTHER_EDGES:
        if edge[0] in text:
            text = text.replace(edge, ". ")
    seen: set[str] = set()
    heads = [sentence.lstrip(_QUOTES)[:HEAD_CHARS] for sentence in text.split(". ")]
    return {head for head in heads if head in seen or seen.add(head)}  # type: ignore[func-returns-value]


def _best_place(joined: str, bare: str, own: range) -> _Place | None:
    """Return where most of a line is outside the line itself, of the first few places with its beginning."""
    probe = bare[: PROBE_CHARS if size(bare) == len(bare) else PROBE_CHARS // DENSE_FACTOR]
    best, at = None, joined.find(probe)
    for _ in range(MAX_PLACES):
        if at in own:
            at = joined.find(probe, own.stop - 1)
        if at < 0:
            break
        matched = _common(bare, joined[at : at + len(bare)])
        best = max(best or _Place(0, 0), _Place(matched, at))
        at = joined.find(probe, at + 1)
    return best


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    if one == other:
        return len(one)
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other))


def _judged(doc: Document, line: Line, bare: str, place: _Place, starts: Sequence[int]) -> Iterator[Repeat]:
    """Yield what a line is that is in a longer one."""
    share = place.matched / len(bare)
    if share < MIN_CAPTION_SHARE:
        return
    other = doc.lines[bisect_right(starts, place.at) - 1]
    begin = place.at - starts[other.index]
    before, after = other.key[:begin], other.key[begin + len(bare) :]
    if len(other.key) <= len(bare) or not ends_sentence(other.text):
        return
    # High up it is a standfirst, which tells in advance what the paragraph says; further down somebody is quoted.
    high = 0 < line.index <= MAX_HEADLINE_INDEX and line.index < other.index
    if share == 1 and ends_sentence(line.text) and _is_whole(line, before, after):
        form: Form = "standfirst" if high and not is_speech(line.text) else "quote"
        yield Repeat(form, "contained", line, line, other, 0.95)
    elif share == 1 and high and not before and size(bare) >= MIN_SENTENCE_SIZE:
        yield Repeat("standfirst", "beginning", line, line, other, 0.9)
    elif size(bare) >= MIN_SENTENCE_SIZE and _CREDIT.search(bare, place.matched):
        yield Repeat("caption-in-body", "credited", line, line, other, 0.95, share)


def _is_whole(line: Line, before: str, after: str) -> bool:
    """Tell whether a line is a speech of its own, or whole sentences of the other line."""
    if is_speech(line.text):
        return line.index > 0 or line.text.rstrip()[-2:-1] == "."
    if size(line.key) < MIN_SENTENCE_SIZE or not line.index:
        return False
    return (before.rstrip()[-1:] or ".") in SENTENCE_EDGES and (after.strip(_QUOTES)[:1] or ".") in SENTENCE_EDGES
