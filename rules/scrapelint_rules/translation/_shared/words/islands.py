"""Words of another language left standing in a sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import regex, script_of, script_weights, scripts_of, stop_word_counts
from scrapelint_rules.translation._shared.quotes import is_set_apart
from scrapelint_rules.translation._shared.signs.glosses import glosses, wiki_notes
from scrapelint_rules.translation._shared.signs.labels import is_bare
from scrapelint_rules.translation._shared.words.chosen import is_chosen, is_in_name, is_naturalised
from scrapelint_rules.translation._shared.words.foreign_words import foreign_words
from scrapelint_rules.translation._shared.words.unknown import (
    MIN_CHARS,
    UnknownWord,
    is_english,
    is_misspelt,
    is_slip,
    unknown_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.plugin import Document, Line

MIN_FOREIGNNESS = 2.0
"""Log-odds from which one unknown word is taken for a foreign one.

Of 329 English news articles .3% have one, of 2,336 machine translations into English 7%.
"""
MIN_SEVERAL = 2
"""Unknown words of an article from which those count, too, that might as well be English."""
MIN_RUN_LETTERS = 2
"""Shortest run of letters of another script, in code points."""
MIN_OWN_LETTERS = 30
"""Letters of the article's own script that a line needs, so that a word of another one is an island in it."""
MIN_OWN_SHARE = 0.6
"""Least share of these among the line's letters."""
MAX_ALONE_CHARS = 6000
"""Longest text, in code points, of which one unknown word tells something: who writes more colours it with a word or two."""
MAX_SENTENCE_CHARS = 160
"""How far around an unknown word, in code points, its sentence is looked at."""
NEAR_WORDS = 6
"""How many words before and after it, in its sentence, tell what the sentence is in.

Of 362 unknown words in machine translations beside which three function words of English are anywhere on the line, 354
are in English by these; of 59 in sentences that English articles quote in Malay, none.
"""
MAX_STRANGE_NEAR = 3
"""Most other unknown words among these: with more of them the sentence is in another language, English words mixed in."""
MIN_SYMBOL_LETTERS = 3
"""Shortest run of Greek letters that is a word: shorter ones are symbols of formulas."""
MIN_LETTER_WORDS = 2
"""Fewest different words with letters of another language: one alone is a loan word, or a dish."""
MAX_LETTER_WORDS = 8
"""Most of them: with more of them the text is in another language than was found, or quotes one."""
MAX_LINE_WORDS = 2
"""Most of them on one line: more are a sentence of that language, quoted."""

_POST = regex(r"(?<![\w.])@\w{2,}|pic\.twitter\.com/|//t\.co/")
_LAST_MARK = "\u036f"
_OTHER_SCRIPT = regex(r"[^\W\d_\u0000-\u036f](?:[^\W\d_\u0000-\u036f]|[\u0900-\u0dff\u0e31-\u0e4e'’-]){1,80}")
_SENTENCE_END = regex(r"[.!?…](?=[\s\"'”’),]|[A-Z]|$)|\n")
_PLAIN_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SPELLED_OUT = regex(r" ?[(\[][A-Z][^\W\d_]{2,40}[)\]]")
MAX_NAMED_CHARS = 60
"""How far before a word of another script, in code points, it is said that it is a name."""
_NAMED = regex(r"\b(?:named|called|titled|entitled|spelled|labell?ed) (?:[^\W\d_]{1,20} (?:and|or) )?\Z")
_LATIN_BYTES = bytes(range(0xCD)) + b"\xe2"
"""Bytes of UTF-8 of which texts in Latin letters are made, their quotes and dashes too."""
_NEIGHBOURS = {"zh": frozenset({"ja"}), "ja": frozenset({"zh"}), "ko": frozenset({"zh"})}
"""Languages that quote each other's characters: Han in Korean, kana in Chinese."""
MIN_BILINGUAL_LETTERS, MIN_BILINGUAL_SHARE = 60, 0.05
"""How many letters of other scripts, and which share of all, a text of two languages has at least."""
MAX_BILINGUAL_ISLANDS = 5
"""Most islands of such a text; what an engine left as it was is there again and again."""
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Scripts that set no space between words."""
_ANYWHERE = frozenset({"", "Latn"})
"""Scripts whose letters are in texts of every other: names of firms, units, symbols."""


class Island(NamedTuple):
    """A word, or a run of letters, that is not of the article's language."""

    start: int
    end: int
    kind: str
    """`script`, `letters`, `gloss`, `wiki`, `word`, or `loan`: a word alone that is there as English ones are, one in a long text, or of a name."""


_TRANSLATION = regex(
    r"[^()\n\"”]{0,400}(?:[\"”][^()\n.]{0,60}\.?\s{0,4})?\([\"“]?[A-Z][^()]{9,400}?[.!?](?:[\"”]?\)|\s[A-Z][^()]{9,1000}\))"
)
"""The rest of what somebody says, who says it, and a bracket of whole sentences."""


def islands(doc: Document) -> list[Island]:
    """Return the islands of a document, in order."""
    found = [*_scripts(doc), *_letters(doc), *(Island(*place, "gloss") for place in glosses(doc))]
    found += [Island(*place, "wiki") for place in wiki_notes(doc)]
    if doc.found_language == "en":
        found += _words(doc)
    posts = _posts(doc, [island.start for island in found])
    return sorted(island for island in found if doc.line_at(island.start).index not in posts)


def _posts(doc: Document, places: Iterable[int]) -> set[int]:
    """Return which lines with these places are of a post on a network: names of users there are of any letters."""
    lines = {line.index: line for line in map(doc.line_at, places)}
    return {index for index, line in lines.items() if _POST.search(line.text)}


def _scripts(doc: Document) -> Iterator[Island]:
    """Yield runs of letters of a script that the article's language is not written in."""
    language = doc.found_language
    if language is None or doc.text.isascii() or doc.declared_language not in (None, language):
        return
    own = scripts_of(language) | _NEIGHBOURS.get(language, frozenset())
    if not _other_than(own, doc.text):
        return
    lines = (
        line for line in doc.lines if not line.text.isascii() and _other_than(own, line.text) and _is_of(own, line)
    )
    islands = [island for line in lines for island in _runs(doc, line, own)]
    if len(islands) > MAX_BILINGUAL_ISLANDS or not _is_bilingual(own, doc.text):
        yield from islands


def _other_than(own: frozenset[str], text: str) -> bool:
    """Tell whether a text has letters of a script that is neither one of these nor Latin."""
    if not text.encode().translate(None, _LATIN_BYTES):
        return False
    wanted = own | _ANYWHERE
    return any(script_of(char) not in wanted for char in set(text) if char > _LAST_MARK and char.isalpha())


def _is_bilingual(own: frozenset[str], text: str) -> bool:
    """Tell whether so much of a text is in scripts that its language is not written in that it is of two languages."""
    counts = script_weights(text)
    others = sum(count for script, count in counts.items() if script not in own | _ANYWHERE)
    return others >= MIN_BILINGUAL_LETTERS and others >= MIN_BILINGUAL_SHARE * sum(counts.values())


def _is_of(own: frozenset[str], line: Line) -> bool:
    """Tell whether a line is mostly in these scripts."""
    counts = script_weights(line.text)
    letters = sum(counts[script] for script in own)
    return letters >= MIN_OWN_LETTERS and letters >= MIN_OWN_SHARE * sum(counts.values())


def _runs(doc: Document, line: Line, own: frozenset[str]) -> Iterator[Island]:
    for match in _OTHER_SCRIPT.finditer(line.text):
        for start, end in _foreign_parts(match[0], line.start + match.start(), own):
            is_symbol = end - start < MIN_SYMBOL_LETTERS and script_of(doc.text[start]) == "el"
            if is_symbol or end - start < MIN_RUN_LETTERS or _touches_letter(doc.text, start, end):
                continue
            if not is_set_apart(doc.text, start, end) and not _is_explained(doc.text, start, end):
                yield Island(start, end, "script")


def _is_explained(text: str, start: int, end: int) -> bool:
    """Tell whether a word of another script is spelled out after it, in brackets, or told of as a name."""
    before = text[max(0, start - MAX_NAMED_CHARS) : start]
    return _SPELLED_OUT.match(text, end) is not None or _NAMED.search(before) is not None


def _foreign_parts(run: str, offset: int, own: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the parts of a run of letters that are not in these scripts; marks go with the letter before."""
    wanted, start = own | _ANYWHERE, None
    for at, char in enumerate(run):
        is_foreign = script_of(char) not in wanted
        if char.isalpha() and is_foreign != (start is not None):
            if start is not None:
                yield offset + start, offset + at
            start = at if is_foreign else None
    if start is not None:
        yield offset + start, offset + len(run)


def _touches_letter(text: str, start: int, end: int) -> bool:
    """Tell whether a letter is right beside a place: a look-alike, or a glued word; characters need no space between."""
    beside = text[start - 1 : start] + text[end : end + 1]
    return any(char.isalnum() and script_of(char) not in _SPACELESS for char in beside)


def _letters(doc: Document) -> Iterator[Island]:
    """Yield words in lower case with letters of another language, where there are two different ones."""
    if doc.found_language == "en":
        return
    places = [place for place in foreign_words(doc) if not is_set_apart(doc.text, *place)]
    different = len({doc.text[start:end] for start, end in places})
    lines = Counter(doc.line_at(start).index for start, _ in places)
    if MIN_LETTER_WORDS <= different <= MAX_LETTER_WORDS and max(lines.values()) <= MAX_LINE_WORDS:
        yield from (Island(start, end, "letters") for start, end in places)


def _words(doc: Document) -> Iterator[Island]:
    """Yield the unknown words that are spelled like foreign ones; less foreign ones where there are several."""
    foreign = [word for word in unknown_words(doc) if word.foreignness >= 0 and _is_in_english(doc.text, word)]
    several = [word for word in foreign if not is_slip(word.word)]
    is_alone = len(several) < MIN_SEVERAL
    is_sparse = len(doc.text) > MAX_ALONE_CHARS * len(several)
    for word in several:
        is_meant = is_chosen(doc, word) or is_misspelt(doc, word.word) or _is_in_bare_text(doc, word)
        is_meant = is_meant or _is_translated_after(doc.text, word)
        if not is_meant and (word.foreignness >= MIN_FOREIGNNESS or not is_alone):
            is_loan = is_sparse or is_in_name(doc.text, word) or (is_alone and is_naturalised(doc.text, word))
            yield Island(word.start, word.end, "loan" if is_loan else "word")


def _is_translated_after(text: str, word: UnknownWord) -> bool:
    """Tell whether what somebody says, in a mix of languages, is said again in brackets right after it."""
    return "(" in text and _TRANSLATION.match(text, word.end) is not None


def _is_in_bare_text(doc: Document, word: UnknownWord) -> bool:
    """Tell whether a word is in a text that has lost its marks: it may be a part of a name or an address."""
    line = doc.line_at(word.start)
    return is_bare(line.text, word.start - line.start, word.end - line.start)


def _is_in_english(text: str, word: UnknownWord) -> bool:
    """Tell whether the words around one in its sentence are English: else it is in a quotation, or a list."""
    before = _SENTENCE_END.split(text[max(0, word.start - MAX_SENTENCE_CHARS) : word.start])[-1].lower()
    after = _SENTENCE_END.split(text[word.end : word.end + MAX_SENTENCE_CHARS])[0].lower()
    near = {*_PLAIN_WORD.findall(before)[-NEAR_WORDS:], *_PLAIN_WORD.findall(after)[:NEAR_WORDS]}
    strange = sum(len(other) >= MIN_CHARS and not is_english(other) for other in near)
    if strange > MAX_STRANGE_NEAR:
        return False
    hits = stop_word_counts(near)
    most = max((count for language, count in hits.items() if language != "en"), default=0)
    # "To" and "i" are Polish as well: such words tell something only among words that are English.
    english = sum(len(other) >= MIN_CHARS and is_english(other) for other in near)
    return hits["en"] > most or (hits["en"] == most > 0 and english >= strange)
