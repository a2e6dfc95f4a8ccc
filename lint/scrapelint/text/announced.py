"""Lists that the article announces: "They set out a series of actions:" and the lines under it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from scrapelint.text.prose import is_dense
from scrapelint.text.sentences.marks import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from scrapelint.text.lines import Line

COLONS = frozenset(":：")
MIN_ANNOUNCER_SPACES, MIN_ANNOUNCER_DENSE_CHARS = 4, 12
"""From which a line that ends in a colon is a sentence, not a label of the page ("Related stories:").

On the labelled development data 17 in 18 lines under such a sentence of five words, and 426 in 442 of
more, are the article's; under shorter lines half are the page's.
"""
MIN_LABEL_SPACES = 2
"""The same over items with a bullet: "The mayor also said:"."""
FOLLOWING_CHARS = 24
"""End of a line, in code points, in which it says that something follows."""
AS_FOLLOWS = (
    "as follows", "the following", "are listed below", "folgende", "wie folgt", "comme suit", "les suivants",
    "les suivantes", "los siguientes", "las siguientes", "i seguenti", "le seguenti", "os seguintes",
    "as seguintes", "als volgt", "de volgende", "som följer", "som følger", "seuraavat", "następujące",
    "następujący", "následující", "nasledujúce", "următoarele", "следующие", "наступні", "следните", "sljedeći",
    "sljedeće", "следећи", "ακόλουθοι", "ακόλουθα", "εξής", "şunlar", "aşağıdaki", "şöyle", "كالتالي", "كما يلي",
    "به شرح زیر", "عبارتند از", "इस प्रकार", "निम्न", "sebagai berikut", "như sau", "sau đây", "ดังนี้", "ต่อไปนี้",
    "다음과 같다", "다음과 같습니다", "以下の通り", "次の通り", "次のとおり", "以下のとおり", "如下",
)  # fmt: skip
"""What says in a sentence that a list follows, in lower case."""
BULLETS = frozenset("•·∙・*▪■●○◦◆►▶‣⁃")
"""Characters that open an item of a list, whatever follows them."""
LIST_SIGNS = BULLETS | frozenset("-–—+")
"""The same with those that open other lines, too: speech, a signature, a number."""
_NUMBERS = {f"{number}{mark}" for number in range(10) for mark in ".)"}
_OPENINGS = LIST_SIGNS | _NUMBERS
_AROUND = CLOSERS + "*_ \t\r\u00a0"


def announced(lines: Sequence[Line], paragraphs: Collection[int], known_residue: Collection[int]) -> frozenset[int]:
    """Return the indices of the lines that a sentence of the article announces, and of the sentence.

    A list goes on to the next paragraph or the next line that wording of the page tells. Linear.
    """
    found: set[int] = set()
    is_list = False
    wordings = _wordings(lines)
    for line, below in zip_longest(lines, lines[1:]):
        index = line.index
        if index in known_residue:
            # One of the addresses that a sentence announces is known for a page's wherever it is.
            is_list = is_list and "@" in line.text
            continue
        if _announces(line, below, wordings):
            is_list = True
        elif index in paragraphs:
            is_list = False
        if is_list:
            found.add(index)
    return frozenset(found)


def ends_in_colon(line: Line) -> bool:
    """Tell whether a line ends in a colon, quotes, brackets and stars after it left aside."""
    text = line.text
    return (":" in text or "：" in text) and text.rstrip(_AROUND)[-1:] in COLONS


def _announces(line: Line, below: Line | None, wordings: Sequence[str]) -> bool:
    """Tell whether a line is a sentence that ends in a colon, or one that says "as follows"; `below` is under it."""
    text = line.text
    if not ends_in_colon(line):
        return bool(wordings) and any(wording in _end(line) for wording in wordings)
    if text.count(" ") >= MIN_ANNOUNCER_SPACES:
        return True
    if len(line.key) >= MIN_ANNOUNCER_DENSE_CHARS and is_dense(text):
        return True
    return text.count(" ") >= MIN_LABEL_SPACES and _is_item(below) and not _is_item(line)


def _wordings(lines: Sequence[Line]) -> list[str]:
    """Return what any of these lines says at its end of a list that follows: most often nothing."""
    ends = "\n".join(map(_end, lines))
    return [wording for wording in AS_FOLLOWS if wording in ends]


def _end(line: Line) -> str:
    return line.key[-FOLLOWING_CHARS:]


def _is_item(line: Line | None) -> bool:
    """Tell whether a line opens with the mark of a list."""
    return line is not None and line.text.lstrip()[:2].rstrip() in _OPENINGS
