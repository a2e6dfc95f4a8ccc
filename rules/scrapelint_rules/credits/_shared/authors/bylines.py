"""Bylines: the name after "by", on a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit, Line

MAX_NAME_CHARS = 40
"""Longest run of names and roles after "by", in code points."""
MIN_PAPER_PROBABILITY = 0.5
"""Least probability of a last line below a byline that is its paper."""
MAX_PAPER_SPACES = 3
"""Spaces in the name of a paper at most; a headline or the line of a poem has more."""
MIN_CLAUSE_WORDS = 4
"""Words from which what begins with small ones is no name."""
_QUOTES = "\"'”’»」』"
"""Quotes that close after the end of a sentence: 记者问：“有什么建议？”."""
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")
_WORD, _SAME = regex(r"[^\W\d_][\w'’.&-]*"), regex(r"([Aa])(?: \1)+")
_COLUMN = regex(r"[^\W\d_]{1,4} ?[丨｜|:：]")
"""What names a column of a paper after the word for a reporter, with its mark: 记者手记丨, 记者观察："""
LIST_REACH, MIN_EQUALS = 3, 3
"""How far around an entry of a list, in lines, the others are looked for, and how many of its shape there have to be."""


def names_somebody(hit: Hit) -> bool:
    """Tell whether a byline has a name after its first words, not a sentence: "By all means, go." is none."""
    line = hit.line.text.rstrip()
    rest = line[hit.end - hit.line.start :].lstrip(" :：/|-")
    first_words = hit.phrase.partition("{")[0]
    name = line[hit.start - hit.line.start + len(first_words) :].lstrip()
    is_column = first_words[-1:].isalpha() and _COLUMN.match(name) is not None
    is_name = not (rest[:1].islower() or name[:1].isdigit() or is_column or _is_clause(name))
    return is_name and not line.rstrip(_QUOTES).endswith(_SENTENCE_ENDS) and len(rest) <= MAX_NAME_CHARS


def _is_clause(name: str) -> bool:
    """Tell whether words begin small and go on so: "por muchos años para Larn"; "por nuestra redacción" may be a name."""
    words = name.split()
    return len(words) >= MIN_CLAUSE_WORDS and all(word[:1].islower() for word in words[: MIN_CLAUSE_WORDS - 1])


def paper_below(doc: Document, hit: Hit) -> Line | None:
    """Return the last line of the text where it is right below a byline and short: the paper that has the report."""
    below = doc.after(hit.line) if hit.entry.concept == "byline" and not doc.is_flat else None
    if below is None or doc.after(below) is not None or below.row > hit.line.row + 1:
        return None
    text = below.text.strip()
    is_short = len(text) <= MAX_NAME_CHARS and text.count(" ") <= MAX_PAPER_SPACES
    is_name = is_short and text[:1].isupper() and not text.endswith((*_SENTENCE_ENDS, ":"))
    return below if is_name and doc.residue_probability[below.index] >= MIN_PAPER_PROBABILITY else None


def is_among_equals(doc: Document, line: Line) -> bool:
    """Tell whether a line is among others of its shape: an entry of a list of people, one of whom is called Theo."""
    shape = _shape(line)
    near = doc.lines[max(0, line.index - LIST_REACH) : line.index + LIST_REACH + 1]
    is_entry = shape == "A" or (shape.startswith("A") and any(not sign.isalpha() and sign != " " for sign in shape))
    return is_entry and sum(_shape(other) == shape for other in near) > MIN_EQUALS


def _shape(line: Line) -> str:
    """Return the marks of a line, with one character for words in a row: "A (A - A)" for "Ana Ruiz (Larn - Old Quay)"."""
    signs = _WORD.sub(lambda match: "A" if match[0][0].isupper() else "a", line.text.strip())
    return _SAME.sub(r"\1", signs)
