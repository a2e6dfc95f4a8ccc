"""Paragraphs in another language than their article."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import (
    are_related,
    can_identify,
    is_spelled_as,
    language_of,
    regex,
    script_counts,
    script_weights,
    scripts_of,
    stop_word_counts,
    stop_words,
)
from scrapelint_rules.language._shared.related_languages import are_one

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.plugin import Document, Line

MIN_CHARS = 80
"""Shortest paragraph whose language is judged alone, in code points; fewer in scripts of few characters a word."""
MIN_DENSE_CHARS = 60
MAX_CHARS = 400
"""How much of a paragraph is looked at, in code points."""
MIN_OWN_WORDS = 2
"""Stop words of the article's language that show, without a closer look, that a paragraph is in it."""
MIN_FOREIGN_WORDS = 4
"""Different stop words of another language that show that a paragraph is in that one, and no list of names."""
GLANCE_CHARS = 120
"""How much of it is looked at first."""
HEAD_CHARS = 500
"""How much of a text's beginning tells its language where the whole does not, in code points."""
_GLOSS = regex(r"[(（][^()（）]{1,300}[)）]")
QUOTES = "\"“„«»‹「『‘'"
_CODE = "{};=<>"
_WORDED = frozenset({"Latn", "Cyrl", "Arab", "Deva", ""})
"""Scripts whose languages are told apart by their stop words."""
_ALPHABETS = frozenset({"Latn", "Cyrl", "el", ""})
MAX_CODE_SIGNS = 4
"""Signs of programs in a line from which it is code, not prose."""


_POST = regex(r"pic\.twitter\.com|//t\.co/|\(@\w+\)")
_NUMBERED = regex(r"\s{0,8}(?:[\[(]\d{1,3}[\])]|\d{1,3}[.)\]:،-]|[¹²³⁰⁴-⁹]{1,3})\s?[^\W\d]")
"""How a note opens; the years and amounts that open a sentence have no mark after them."""
_CITED = regex(
    r"\s{0,8}[•*–-]?\s?[^\W\d_][\w'’.-]{1,24}(?: [^\W\d_][\w'’-]{1,24})?,? (?:[A-Z]\.?-?\s?){1,4}(?:[.,;:&(]|et al|and )"
)
"""How an entry of a bibliography opens: a name and its initials."""
_YEAR = regex(r"(?<!\d)(?:1[89]|20)\d\d[a-z]?(?!\d)")
MAX_CLOSING_CHARS = 120
"""Longest last line of a post, in code points: its address, or who wrote it."""
MAX_FOREIGN_SHARE = 0.75
"""Most of the paragraphs, in code points, that may be in another language: where more is, that one is the article's."""
MIN_ARTICLE_SHARE = 0.3
"""Least of the whole text that has to be in that one: in some scripts paragraphs end in no mark."""


class Run(NamedTuple):
    """Consecutive paragraphs of one foreign language."""

    first: Line
    last: Line
    language: str


class _Reading(NamedTuple):
    """The language of an article, and its foreign paragraphs."""

    language: str | None
    runs: list[Run]


def article_language(doc: Document) -> str | None:
    """Return the language of an article; that of its beginning where the whole is too mixed to tell.

    Where three paragraphs in four are in another one, it is that: posts in the midst may have decided.
    None where one is declared that cannot be identified: what is found is then another that is like it.
    """
    return doc.once(_reading).language


def foreign_runs(doc: Document) -> list[Run]:
    """Return the runs of paragraphs that are in another language than the article, in order; two rules ask."""
    return doc.once(_reading).runs


def _reading(doc: Document) -> _Reading:
    """Read the paragraphs in the light of the language that was found; once more where they are mostly in another."""
    # A sentence of a text that has lost its paragraphs is too short, and most often a quotation.
    if doc.is_flat or (doc.declared_language and not can_identify(doc.declared_language)):
        return _Reading(None, [])
    own = doc.found_language or language_of(doc.text[:HEAD_CHARS])
    runs = _foreign_runs(doc, own) if own else []
    foreign = max((run.language for run in runs), key=lambda language: _chars(runs, language), default=None)
    if foreign and own != doc.declared_language and _is_most(doc, _chars(runs, foreign)):
        return _Reading(foreign, _foreign_runs(doc, foreign))
    return _Reading(own, runs)


def _is_most(doc: Document, chars: int) -> bool:
    """Tell whether so much of a text is nearly all of its paragraphs; of an article in two languages it is half."""
    return chars > max(MAX_FOREIGN_SHARE * _prose_chars(doc), MIN_ARTICLE_SHARE * len(doc.text))


def _chars(runs: Iterable[Run], language: str) -> int:
    return sum(run.last.end - run.first.start for run in runs if run.language == language)


def _prose_chars(doc: Document) -> int:
    """Return how long the paragraphs are that are no quotations, posts and notes."""
    lines = [doc.lines[index] for index in doc.paragraphs]
    return sum(len(line.text) for line in lines if not _is_set_apart(doc, line))


def _foreign_runs(doc: Document, own: str) -> list[Run]:
    runs: list[Run] = []
    declared = doc.declared_language
    for line, found in _judged(doc, own):
        if are_related(found, own):
            continue
        language = declared if declared and are_one(found, declared) else found
        if runs and runs[-1].language == language and line.index - runs[-1].last.index == 1:
            runs[-1] = runs[-1]._replace(last=line)
        else:
            runs.append(Run(line, line, language))
    return runs


def _judged(doc: Document, own: str) -> Iterator[tuple[Line, str]]:
    """Yield the paragraphs that are not plainly in the article's language, and what they are in."""
    common, scripts = stop_words(own), scripts_of(own)
    # Words that English has as well, such as "in" and "die", would make an English paragraph the article's.
    if own != "en":
        common -= stop_words("en")
    for index in sorted(doc.paragraphs):
        line = doc.lines[index]
        if len(common.intersection(_first_words(line.key))) >= MIN_OWN_WORDS:
            continue
        words = line.key[:MAX_CHARS].split()
        if len(common.intersection(words)) >= MIN_OWN_WORDS:
            continue
        if not _may_be_foreign(line, words) or _is_set_apart(doc, line):
            continue
        language = _language(line.text, scripts if not common else frozenset())
        if language and is_spelled_as(line.text, own, language):
            continue
        if language and (
            not stop_words(language) or len(stop_words(language).intersection(words)) >= MIN_FOREIGN_WORDS
        ):
            yield line, language


def _first_words(key: str) -> list[str]:
    """Return the words at the beginning of a paragraph, which most often tell its language; none of them cut."""
    return key[: key.rfind(" ", 0, GLANCE_CHARS) + 1].split()


def _may_be_foreign(line: Line, words: Iterable[str]) -> bool:
    """Tell whether a paragraph has stop words enough of any language, or letters of scripts that need none."""
    if not line.text.isascii() and not script_counts(line.text).keys() <= _WORDED:
        return True
    return max(stop_word_counts(set(words)).values(), default=0) >= MIN_FOREIGN_WORDS


def _is_set_apart(doc: Document, line: Line) -> bool:
    """Tell whether a paragraph is a quotation, a post that is shown, a note, an entry of a bibliography, or code."""
    above, below = doc.before(line), doc.after(line)
    is_announced = above is not None and above.text.rstrip().endswith((":", "："))
    is_signed = below is not None and below.text.lstrip().startswith(("—", "– ", "- "))
    is_closed = below is not None and len(below.text) <= MAX_CLOSING_CHARS and _POST.search(below.text) is not None
    is_post = is_closed or _POST.search(line.text) is not None
    is_code = sum(map(line.text.count, _CODE)) > MAX_CODE_SIGNS
    is_quoted = line.text.lstrip()[:1] in QUOTES
    return is_announced or is_signed or is_post or is_code or is_quoted or _is_reference(line, above, below)


def _is_reference(line: Line, *beside: Line | None) -> bool:
    """Tell whether a line is a numbered note beside another, or names who wrote what in which year."""
    if _NUMBERED.match(line.text):
        return any(_NUMBERED.match(other.text) for other in beside if other is not None)
    return _CITED.match(line.text) is not None and _YEAR.search(line.text) is not None


def _language(text: str, own_scripts: frozenset[str]) -> str | None:
    """Return the language of a paragraph; None where it is too short to tell, or mostly in one of these scripts."""
    text = _without_glosses(text)
    is_dense = not text.isascii() and not script_counts(text).keys() <= _ALPHABETS
    if len(text) < (MIN_DENSE_CHARS if is_dense else MIN_CHARS):
        return None
    counts = script_weights(text)
    if own_scripts and 2 * sum(counts[script] for script in own_scripts) > sum(counts.values()):
        return None
    return language_of(text)


def _without_glosses(text: str) -> str:
    """Return a paragraph without what it says in brackets; one that is in brackets as a whole as it is."""
    bare = _GLOSS.sub(" ", text)
    return bare if any(map(str.isalpha, bare)) else text
