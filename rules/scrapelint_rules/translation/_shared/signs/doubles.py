"""Words of substance that are there twice: right after themselves, or joined to themselves by "and"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import regex, stop_words
from scrapelint_rules.translation._shared.names.titles import DAYS
from scrapelint_rules.translation._shared.quotes import is_set_apart
from scrapelint_rules.translation._shared.sentences import is_sentence
from scrapelint_rules.translation._shared.signs.labels import is_bare
from scrapelint_rules.translation._shared.words.lexicon import FREQUENT, lexicon
from scrapelint_rules.translation._shared.words.wordlist import copies_of, lines_at, words_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.plugin import Document
    from scrapelint_rules.translation._shared.words.wordlist import Copy

_DOUBLED = regex(r"(?<![\w'’-])([^\W\d_]{5,30}) \1(?![\w'’-])")
_JOINED = regex(
    r"(?<![\w'’-])(?P<word>[a-z]{5,30}) (?:(?:and|or) (?P<article>the |an? )?|of the )(?P=word)(?![\w'’-])"
    r"(?: (?P<next>[a-z]+)| ?[^\s\w]|$)"
)
_LINKS = frozenset({"and", "or", "of"})
_SENTENCE_END = regex(r"[.!?;:…]\W")

MIN_CHARS = {
    "en": 5,
    "de": 6,
    "nl": 6,
    "sv": 6,
    "da": 6,
    "nb": 6,
    "fr": 6,
    "es": 6,
    "pt": 6,
    "pl": 6,
    "cs": 6,
    "ru": 6,
    "uk": 6,
}
"""Shortest word that nobody writes twice in a row, in letters, by language; in many others a double is grammar."""

_EMPHASIS = frozenset(
    "really never again little pretty super happy extra totally truly seriously always please maybe right quite still "
    "bigger better highly deeply absolutely definitely forever great there hundred south double bravo thanks merci gracias danke "
    "immer wieder weiter vielleicht wirklich richtig ziemlich niemals endlich langsam heute morgen "
    "beaucoup tellement vraiment longtemps toujours encore jamais doucement "
    "siempre muchas muchos muchísimo muchísimas muchísimos nunca despacio demasiado realmente "
    "sempre muitos muitas muitíssimo devagar demais "
    "altijd steeds langzaam helemaal eindelijk ontzettend mycket väldigt alltid aldrig rigtig virkelig "
    "veldig skikkelig bardzo naprawdę zawsze powoli strašně opravdu vždycky "
    "очень почти только просто более снова опять совсем никогда всегда далеко ніколи завжди".split()
)
"""Words that people say twice; the South South is a region."""
_COMPOUND = regex(
    r" (?:lady|ladies|family|families|minister|gentleman|responders?|class|world|nations?|floor|half|aid)\b"
)
"""What may follow a doubled word that begins a term: "the first first lady", "a second second half"."""
_NUMERALS = frozenset({"first", "second", "third", "fourth", "fifth"})
_TIMES = frozenset(
    "over again lots years hours days months weeks miles thousands millions billions hundreds dozens pages rows round "
    "longer through never always forever around about equal people ages generations layers on until best worst elite "
    "state story should could would might must heart mother father sister brother".split()
)
"""Words that people join to themselves: hours and hours, again and again, the best of the best."""
_RANKS = frozenset(
    "deputy vice assistant associate acting interim former future junior senior lieutenant prime".split()
)
"""What makes another office of the word after it: "deputy mayor and mayor"."""
_BEFORE_A_VERB = frozenset(
    "i you we they he she it who can could will would shall should may might must just don't didn't won't let's".split()
)
"""What makes a verb of the word after it, which is done on and on: "you build and build"."""
_ARTICLE = "the "
_ANY = frozenset({"a ", "an "})
"""Articles of a second word that is said again on purpose: "it is an alternative and an alternative that is new"."""
_OF_A_NOUN = frozenset("the a an our their his her its my your".split())
_BEFORE_CHARS = 40
"""How far to the left of a word, in code points, it is looked at."""
_MARKS = " .,;:!?)]…\"'”’»–—-"
_VERB_OR_DEGREE = ("ed", "ing", "er")
_AUXILIARY = frozenset(
    "are were is was has have had will can could should would must may might do did who which".split()
)
"""What follows a plural that is a subject, not a number: "mayors and mayors should", but "rows and rows"."""
_RELATIVE = frozenset("who which that whose whom where".split())
_FINITE = _AUXILIARY | frozenset("that whose whom where said says say went came goes got made takes took also".split())
"""What begins a clause with the word before it: "she went to the mayor and the mayor said", "mayors or mayors who"."""
_BINDING = frozenset({"of", "between"})
"""What two joined words depend on together: "cases of seizure and seizure were seen"."""
_OPENING_WORDS = 1
"""Words before a joined one at most where a sentence begins with it, so that no clause ends between the two."""
_NEVER_NEXT = frozenset("of for in to from with at on against about by as into over like versus than within".split())
"""What follows two phrases that share a word: "war crimes and crimes against humanity"."""


MARKLESS_CHARS = 120
"""How far around a doubled word a mark is looked for, in code points: prose has one."""
_SENTENCE_MARKS = frozenset(".,!?;:…–—-")


class Double(NamedTuple):
    """A word and its copy."""

    start: int
    end: int
    word: str
    kind: str
    """`doubled` or `joined`; `name` where a doubled word with a capital may be that of a person or a place."""


def doubles(doc: Document) -> Iterator[Double]:
    """Yield the doubled words of a document, those in quotes, menus and tables left out."""
    found = [*_doubled(doc)]
    if doc.found_language == "en":
        found += _joined(doc)
    sentences: dict[int, bool] = {}
    for double in found:
        line = doc.line_at(double.start)
        if line.index not in sentences:
            sentences[line.index] = is_sentence(doc, line)
        if not sentences[line.index] or is_set_apart(doc.text, double.start, double.end):
            continue
        is_verse = double.kind == "doubled" and not _has_marks(doc.text, double)
        if not (is_verse or is_bare(line.text, double.start - line.start, double.end - line.start)):
            yield double


def _has_marks(text: str, double: Double) -> bool:
    """Tell whether sentences have marks around a place; verse that is written without any says words twice."""
    around = text[max(0, double.start - MARKLESS_CHARS) : double.start] + text[double.end : double.end + MARKLESS_CHARS]
    return len(around) < MARKLESS_CHARS or not _SENTENCE_MARKS.isdisjoint(around)


def _doubled(doc: Document) -> Iterator[Double]:
    least = MIN_CHARS.get(doc.found_language or "")
    if not least or not _has_double(words_of(doc), copies_of(doc), least):
        return
    for match in _DOUBLED.finditer(doc.text):
        word = match[1]
        is_word = word.islower() or (word[1:].islower() and _is_common(doc, word))
        is_term = word.lower() in _NUMERALS and _COMPOUND.match(doc.text, match.end())
        if len(word) >= least and is_word and word.lower() not in _EMPHASIS and not is_term:
            yield Double(*match.span(), word, "name" if _may_be_name(doc.text, match) else "doubled")


def _may_be_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether somebody may be called so, or two titles meet: it has a capital, and no article before it.

    A name has one everywhere, a title beside words that have one: "Notice of a Public Meeting Meeting Place: Town Hall".
    """
    word, article = match[1], text[max(0, match.start() - len(_ARTICLE)) : match.start()]
    if word.islower() or word.lower() in DAYS or article.lower() == _ARTICLE:
        return False
    before = text[max(0, match.start() - _BEFORE_CHARS) : match.start()].split()[-1:]
    beside = [*before, text[match.end() : match.end() + 2].strip()]
    return f" {word.lower()}" not in text or all(near[:1].isupper() for near in beside)


def _has_double(words: Sequence[str], copies: Iterable[Copy] | None, least: int) -> bool:
    """Tell whether a word of so many letters may directly follow itself."""
    return copies is None or any(distance == 1 and len(words[at]) >= least for at, distance, _ in copies)


def _is_common(doc: Document, word: str) -> bool:
    """Tell whether a word with a capital is no name: Monday, not Duran."""
    return doc.found_language == "en" and lexicon().holds(FREQUENT + word.lower())


def _joined(doc: Document) -> Iterator[Double]:
    """Yield words joined to themselves where nothing follows that the second could begin a phrase with."""
    copies = copies_of(doc)
    for line in lines_at(doc, None if copies is None else _places(words_of(doc), copies)):
        for match in _JOINED.finditer(line.text):
            word, follows = match["word"], match["next"]
            if not _is_idiom(word, follows) and not _are_two(line.text, match):
                end = match.start("next") - 1 if follows else match.end()
                start = line.start + match.start()
                yield Double(start, start + len(line.text[match.start() : end].rstrip(_MARKS)), word, "joined")


def _are_two(text: str, match: re.Match[str]) -> bool:
    """Tell whether the second word is another office or thing, begins a clause, or is a verb or said a third time."""
    is_said_on = match["next"] in _LINKS and text.startswith(match["word"], match.end("next") + 1)
    if match["article"] in _ANY or is_said_on:
        return True
    left = text[max(0, match.start() - _BEFORE_CHARS) : match.start()]
    before = left.replace(",", " ").lower().split()
    last = before[-1] if before else ""
    is_third = match["word"] in before[-2:] and last in _LINKS | {match["word"]}
    if is_third or last in _RANKS or last in _BEFORE_A_VERB:
        return True
    governing = before[-2] if last in _OF_A_NOUN and len(before) > 1 else last
    if match["next"] in _FINITE and _may_end_clause(match, left, last, governing):
        return True
    is_clause = governing in _NEVER_NEXT - {"of"} or match["article"] is not None
    return is_clause and match["next"] in _AUXILIARY - _RELATIVE


def _may_end_clause(match: re.Match[str], left: str, last: str, governing: str) -> bool:
    """Tell whether a clause may end in the first of two joined words: words come before it in its sentence, no "of".

    "Workers and workers who" are no less the same; "younger workers or workers who" are not.
    """
    if f"{match['word']} of " in match[0] or governing in _BINDING or match["word"].endswith("ly"):
        return False
    if match["next"] in _RELATIVE and " or " not in match[0] and last in stop_words("en"):
        return False
    return len(_SENTENCE_END.split(left)[-1].split()) > _OPENING_WORDS


def _places(words: Sequence[str], copies: Iterable[Copy]) -> list[int]:
    """Return where a word comes again after one or two small ones."""
    links = [at for at, distance, length in copies if length == 1 < distance and words[at + 1] in _LINKS]
    return [at for at in links if len(words[at]) >= MIN_CHARS["en"]]


def _is_idiom(word: str, follows: str | None) -> bool:
    """Tell whether a joined word is a manner of speaking, or the second begins a phrase of its own."""
    if word in _TIMES or word.endswith(_VERB_OR_DEGREE) or follows in _NEVER_NEXT:
        return True
    return follows not in _AUXILIARY and (
        word.endswith("s") or (follows is not None and follows not in stop_words("en"))
    )
