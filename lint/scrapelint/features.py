"""What a model sees of each line: whole numbers, column by column.

Columns, not rows: a neighbour's value is the same list shifted by one, and most columns are
made by functions that run in C. All values are integers (shares in hundredths), so that a
comparison gives the same result on every machine.
"""

from __future__ import annotations

from itertools import accumulate, chain, repeat
from operator import add, sub
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.body import CLOSERS, END_MARKS, is_dense

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from scrapelint.lines import Line
    from scrapelint.phrases import Hit

    Column = list[int]
    Columns = dict[str, Column]

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "links": ("related-heading", "most-read", "see-also", "continue-reading"),
    "menu": ("menu-word", "site-footer", "share", "follow-us", "ui-counter", "tags", "ticker", "live-blog"),
    "promotion": ("newsletter", "paywall", "app-prompt", "appeal", "ad-label", "sponsored", "cookie-wall",
                  "embed-residue"),
    "comments": ("comment-form", "comment-labels", "comment-policy", "comment-prompt", "comment-thread"),
    "credit": ("photo-credit", "caption-word", "agency"),
    "notice": ("byline", "author-bio", "syndication", "wire-tail", "source-link"),
}  # fmt: skip
"""Concepts of packs by what their wording says about a line and its neighbours."""

CONCEPTS = frozenset(chain.from_iterable(FAMILIES.values()))

DIRECT = ("promotion", "credit")
"""Families that say more of their own line than any wording does."""
NEAR = ("links", "menu", "comments")
"""Families that say something of the lines below."""

REACH = 3
"""How many lines above and below count as neighbours."""
FAR = 99
"""Distance of what is not there, and the most that any distance or count is told apart."""
MIN_COVER = 20
"""Share of a line in hundredths that a phrase has to make up for it to say something of the neighbours."""
MAX_CHARS = 1000
"""Longest line, in code points, that is told apart."""
SHORT_CHARS = 80
"""Length in code points from which a line may be a paragraph."""
TOKEN_CHARS = 180
"""Part of a line whose words are looked for in the rest of the text."""
MIN_WORD_CHARS = 4
DENSE_WEIGHT = 3
"""How many letters of other scripts say what one sign says where words are written without spaces."""
DENSE_SAMPLE = 8
"""How many lines tell whether a text writes its words without spaces."""

_MARKS = (",", ".", '"')
"""What is taken from words before they are compared."""
_ENDS = {
    **dict.fromkeys(END_MARKS, 1), **dict.fromkeys("?？؟", 2), **dict.fromkeys("!！", 3), **dict.fromkeys(":：", 4),
    "…": 5, ",": 6, ";": 6, "-": 7, "–": 7, "|": 7, ">": 8, "*": 8,
}  # fmt: skip
"""Class of the sign that ends a line, quotes and brackets behind it left aside; 0 for any other."""
_CLOSING = CLOSERS + " \u00a0\t\r"
_QUOTES = ('"', "“", "„", "«")
_OPENING_QUOTES = frozenset("\"'“”„«»‘’「『")
NOTHING = 9
"""Class of the end of a line that is not there."""
MAX_LINES = 1000
"""Longest text, in lines, that is told apart."""
LOWER = 2
"""Class of a line that opens with a small letter: the rest of a sentence."""


class Table(NamedTuple):
    """The features of one document."""

    columns: Columns
    """One value for each line."""
    document: dict[str, int]
    """One value for all lines."""

    @property
    def length(self) -> int:
        """Number of lines."""
        return len(self.columns["chars"])

    @property
    def names(self) -> list[str]:
        """All features, in the order in which they are made."""
        return [*self.columns, *self.document]

    def values(self, name: str) -> Column | int:
        """Return the column of a feature, or the number that all lines share."""
        return self.columns[name] if name in self.columns else self.document[name]

    def row(self, names: Iterable[str], line: int) -> list[int]:
        """Return the values of these features of one line."""
        return [self.columns[name][line] if name in self.columns else self.document[name] for name in names]


def table(
    lines: Sequence[Line],
    hits: Mapping[str, Sequence[Hit]],
    prose: Collection[int],
    by_key: Mapping[str, Sequence[Line]],
) -> Table:
    """Return the features of each line of a document; linear in the text."""
    dense = _are_dense(lines)
    columns = _shapes(lines, dense=dense)
    columns |= _words(lines, prose, dense=dense)
    columns["copies"] = [len(by_key.get(line.key, ())) for line in lines]
    columns |= _cues(lines, hits)
    columns |= _places(lines, prose, columns["chars"])
    columns |= _runs(columns["chars"], prose)
    columns |= _neighbours(columns)
    return Table(columns, _document(columns, prose))


def _shapes(lines: Sequence[Line], *, dense: bool) -> Columns:
    """Return what can be seen of each line by itself."""
    texts = [line.text for line in lines]
    keys = [line.key for line in lines]
    weight = DENSE_WEIGHT if dense else 1
    return {
        "chars": [min(len(key) * weight, MAX_CHARS) for key in keys],
        "words": [1 + len(key) // 2 for key in keys] if dense else [key.count(" ") + 1 for key in keys],
        "end": [_ENDS.get(text.rstrip(_CLOSING)[-1:], 0) for text in texts],
        "opening": [_opening(text.lstrip()[:1]) for text in texts],
        "quotes": _counts(texts, _QUOTES),
    }


def _counts(texts: Sequence[str], marks: Iterable[str]) -> Column:
    """Return how often these marks stand in each line."""
    column = [0] * len(texts)
    text = "\n".join(texts)
    for mark in marks:
        if mark in text:
            column = list(map(add, column, [one.count(mark) for one in texts]))
    return column


def _opening(char: str) -> int:
    """Return the class of the sign that opens a line."""
    if char.isalpha():
        return 1 if char.isupper() else LOWER if char.islower() else 3
    if char.isdigit():
        return 4
    return 5 if char in _OPENING_QUOTES else 6


def _words(lines: Sequence[Line], prose: Collection[int], *, dense: bool) -> Columns:
    """Return how many words of a line the paragraphs of the text have, those of the line itself left out."""
    found = _pairs(lines) if dense else _tokens(lines)
    known: set[str] = set()
    twice: set[str] = set()
    for index in prose:
        twice |= known & found[index]
        known |= found[index]
    shared = [len(words & (twice if i in prose else known)) for i, words in enumerate(found)]
    return {
        "shared": shared,
        "shared_share": [100 * one // len(words) if words else -1 for one, words in zip(shared, found, strict=True)],
    }


def _are_dense(lines: Sequence[Line]) -> bool:
    """Tell whether a text writes its words without spaces, by some of its lines."""
    sample = lines[:: max(1, len(lines) // DENSE_SAMPLE)]
    return 2 * sum(not line.key.isascii() and is_dense(line.text) for line in sample) > len(sample)


def _pairs(lines: Sequence[Line]) -> list[set[str]]:
    """Return the pairs of signs at the beginning of each line: most words of these scripts are one."""
    heads = [line.key[:TOKEN_CHARS] for line in lines]
    return [set(map(add, head, head[1:])) for head in heads]


def _tokens(lines: Sequence[Line]) -> list[set[str]]:
    """Return the longer words at the beginning of each line: names and things, hardly ever grammar."""
    text = "\n".join([line.key[:TOKEN_CHARS] for line in lines])
    for mark in _MARKS:
        text = text.replace(mark, "")
    return [{word for word in key.split() if len(word) >= MIN_WORD_CHARS} for key in text.split("\n")]


def _cues(lines: Sequence[Line], hits: Mapping[str, Sequence[Hit]]) -> Columns:
    """Return how much of a line wording of the page covers, and how much of it stands near."""
    covers = {family: _covers(len(lines), hits, concepts) for family, concepts in FAMILIES.items()}
    columns = {family: covers[family] for family in DIRECT}
    for family in NEAR:
        cover = covers[family]
        columns[f"{family}_above"] = _since([one > MIN_COVER for one in cover] if any(cover) else cover)
    cue = columns["cue"] = list(map(max, *covers.values()))
    cued = [int(cover > MIN_COVER) for cover in cue]
    columns["cues_above"], columns["cues_below"] = _window(cued)
    columns["cues_before"] = list(map(sub, accumulate(cued), cued))
    return columns


def _covers(count: int, hits: Mapping[str, Sequence[Hit]], concepts: Iterable[str]) -> Column:
    """Return for each line how much of it the longest phrase of these concepts makes up."""
    column = [0] * count
    for concept in concepts:
        for hit in hits.get(concept, ()):
            index = hit.line.index
            cover = 100 * (hit.end - hit.start) // (len(hit.line.key) or 1)
            column[index] = max(column[index], cover)
    return column


def _since(seen: Sequence[object]) -> Column:
    """Return for each place how many places above it the last true one is; FAR where there is none."""
    if not any(seen):
        return [FAR] * len(seen)
    last = accumulate([at if one else -FAR for at, one in enumerate(seen)], max, initial=-FAR)
    return list(map(min, repeat(FAR), map(sub, range(len(seen)), last)))


def _window(values: Column) -> tuple[Column, Column]:
    """Return the sums of the values of the neighbours above and below."""
    so_far = list(accumulate(values))
    earlier = [0] * (REACH + 1) + so_far
    later = so_far[REACH:] + so_far[-1:] * min(REACH, len(so_far))
    return list(map(sub, earlier[REACH:-1], earlier)), list(map(sub, later, so_far))


def _places(lines: Sequence[Line], prose: Collection[int], chars: Column) -> Columns:
    """Return where each line stands: from the ends of the text, and from its paragraphs."""
    count = len(lines)
    is_prose = [int(index in prose) for index in range(count)]
    size = max(1, sum(chars))
    return {
        "place": [100 * index // count for index in range(count)],
        "text_above": [100 * chars_so_far // size for chars_so_far in accumulate(chars)],
        "prose_above": list(map(sub, accumulate(is_prose), is_prose)),
        "to_prose_below": _since(is_prose[::-1])[::-1],
    }


def _runs(chars: Column, prose: Collection[int]) -> Columns:
    """Return length and size of the run of lines that are no paragraphs around each line."""
    length, size = [0] * len(chars), [0] * len(chars)
    first = 0
    for stop in chain(sorted(prose), (len(chars),)):
        steps = stop - first
        if steps > 0:
            length[first:stop] = repeat(min(FAR, steps), steps)
            size[first:stop] = repeat(sum(chars[first:stop]) // steps, steps)
        first = stop + 1
    return {"run": length, "run_chars": size}


def _neighbours(columns: Mapping[str, Column]) -> Columns:
    """Return what stands next to each line."""
    chars = columns["chars"]
    found = {
        "chars_above": [0, *chars[:-1]],
        "chars_below": [*chars[1:], 0],
        "end_below": [*columns["end"][1:], NOTHING],
    }
    for name in ("chars", "shared"):
        found[f"{name}_3_above"], found[f"{name}_3_below"] = _window(columns[name])
    return found


def _document(columns: Mapping[str, Column], prose: Collection[int]) -> dict[str, int]:
    """Return the shape of the whole document."""
    chars, count = columns["chars"], len(columns["chars"])
    return {
        "doc_lines": min(count, MAX_LINES),
        "doc_chars": sum(chars) // count,
        "doc_prose": 100 * len(prose) // count,
        "doc_short": 100 * sum([one < SHORT_CHARS for one in chars]) // count,
        "doc_cues": 100 * sum([cue > MIN_COVER for cue in columns["cue"]]) // count,
        "doc_copies": 100 * (count - columns["copies"].count(1)) // count,
        "doc_words": min(MAX_CHARS, 10 * sum(columns["words"]) // count),
        "doc_ends": 100 * (count - columns["end"].count(0)) // count,
        "doc_lower": 100 * columns["opening"].count(LOWER) // count,
        "doc_shared": sum(columns["shared_share"]) // count,
        "doc_quotes": min(MAX_CHARS, 10 * sum(columns["quotes"]) // count),
    }
