"""Two spellings of one name within an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint_rules.translation._shared.names.distinct import are_two, have_titles, stand_in_lower_case
from scrapelint_rules.translation._shared.names.likeness import begin_alike, is_far, is_lost_vowel, likeness, near
from scrapelint_rules.translation._shared.names.names import MAX_CHARS, Names
from scrapelint_rules.translation._shared.names.retold import FAMILIES, romanised, translated
from scrapelint_rules.translation._shared.names.romanisation import HEARD_INITIALS, heard, plain, skeleton
from scrapelint_rules.translation._shared.names.titles import NO_PARTNERS, OF_ONE_PERSON
from scrapelint_rules.translation._shared.signs.loops import MIN_TELLING_CHARS
from scrapelint_rules.translation._shared.words.lexicon import FREQUENT, USUAL, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document

MIN_ALONE_CHARS = 5
"""Shortest name that is compared without a partner, in letters."""
MIN_GIVEN_CHARS = 4
"""Shortest name, in letters, that is taken for a given name where it comes before two others; Li and Kim are families."""
MAX_HEARD_CHARS = 6
"""Longest Chinese name that is compared by ear."""


class Variant(NamedTuple):
    """A spelling, and the one that it is found next to."""

    start: int
    name: str
    usual: str
    kind: str
    """`partner`, `far` (after one given name, but two letters apart), `romanised`, `translated`, `namesake` (both names are usual: Antony and Anthony), `alone`, `misspelled`, `heard` or `ending`."""
    partner: str = ""


SUFFIXED = frozenset("tr hu fi et".split())
"""Languages in which two words of one stem may differ by more than an ending of two letters."""
MIN_STEM_CHARS = 3
"""Letters that two forms of one name have in common where endings tell cases."""
LANGUAGES = frozenset(
    "en de fr es it pt ca gl nl sv da nb pl cs sk sl hr sr bs ru uk be bg mk ro hu fi et lv lt tr el".split()
)
"""Languages in which a word with a capital within a sentence is a name, and does not change at its beginning."""


def variants(doc: Document) -> list[Variant]:
    """Return the doubtful spelling of each pair of variants, in order; a name is reported once.

    Names without a partner are compared in English alone: what else has a capital in other languages,
    no list here knows.
    """
    text, language = doc.text[:MAX_CHARS], doc.found_language
    if not _is_known(doc):
        return []
    names = Names(text, language)
    found: dict[str, Variant] = {}
    for one, other in near(names.counts):
        if language in SUFFIXED and one[:MIN_STEM_CHARS].lower() == other[:MIN_STEM_CHARS].lower():
            continue
        kind, partner = _kind(names, one, other, text, is_english=language == "en")
        variant = _variant(names, one, other, kind, partner) if kind else None
        if variant and not (partner and stand_in_lower_case(text, variant.name)):
            found.setdefault(variant.name, variant)
    for variant in _retold(names, text, is_english=language == "en"):
        found.setdefault(variant.name, variant)
    for variant in _by_ear(names, is_english=language == "en"):
        found.setdefault(variant.name, variant)
    return sorted(found.values())


def _retold(names: Names, text: str, *, is_english: bool) -> Iterator[Variant]:
    """Yield Korean names in a second romanisation, and, in English, families put into English."""
    for start, name, usual in romanised(text, names.counts):
        yield Variant(start, name, usual, "romanised")
    if is_english:
        introduced = frozenset(filter(names.before, FAMILIES.keys() & names.counts.keys()))
        for start, name, family in translated(text, introduced):
            yield Variant(start, name, family, "translated")


def _is_known(doc: Document) -> bool:
    """Tell whether an article is in a known language, or too short to tell and not declared to be in another."""
    found, declared = doc.found_language, doc.declared_language
    is_short = found is None and len(doc.text) < MIN_TELLING_CHARS
    return (is_short or found in LANGUAGES) and (declared is None or declared in LANGUAGES)


def _kind(names: Names, one: str, other: str, text: str, *, is_english: bool) -> tuple[str, str]:
    """Return the kind of a pair, and the name that both are beside, if any; empty where they are two names."""
    like = likeness(one, other)
    if not like or (like in ("close", "far") and _are_usual(one, other)):
        return "", ""
    partner = _partner(names, one, other, like)
    sounds_alike = like == "sound" or (like == "far" and skeleton(plain(one)) == skeleton(plain(other)))
    # What else is asked of a pair costs more than to see that nothing speaks for it.
    may_count = partner or like == "ending" or (is_english and (like == "close" or sounds_alike))
    if not may_count or are_two(names, one, other, text, is_english=is_english):
        return "", ""
    if like == "far" and (partner or sounds_alike):
        like = is_far(one, other)
    if like == "ending":
        return ("" if _are_apart(names.after(one), names.after(other)) else "ending"), partner
    if partner:
        kind = _beside_partner(like, one, other) if like and begin_alike(one, other) else ""
        is_given = len(partner) >= MIN_GIVEN_CHARS and partner in names.before(one)
        return "far" if kind == "partner" and like == "far" and is_given else kind, partner
    if (
        like not in ("close", "sound")
        or not is_english
        or stand_in_lower_case(text, one, other)
        or _stand_apart(names, one, other)
        or (like == "close" and have_titles(names, one, other))
    ):
        return "", ""
    kind = _alone(one, other, like)
    is_one_of_many = kind == "alone" and (names.is_listed(one) or names.is_listed(other))
    return "" if is_one_of_many else kind, ""


def _stand_apart(names: Names, one: str, other: str) -> bool:
    """Tell whether each of two names is that of another person or body: Larner Boerse and Borsa Orliana."""
    befores, afters = [names.before(one), names.before(other)], [names.after(one), names.after(other)]
    if _are_apart(*befores) or _are_apart(*afters):
        return True
    people = [_people(before | after) for before, after in zip(befores, afters, strict=True)]
    return all(not (befores[at] and afters[at]) for at in (0, 1)) and _are_apart(*people)


def _partner(names: Names, one: str, other: str, like: str) -> str:
    """Return a name that is on the same side of both; empty where none is, or two people are on the other.

    The rarer name has few places: most often nothing is beside it, and the other need not be looked for.
    """
    rare, usual = sorted((one, other), key=names.counts.__getitem__)
    for beside, opposite in ((names.before, names.after), (names.after, names.before)):
        shared = beside(rare) and beside(rare) & beside(usual)
        no_partners = NO_PARTNERS - OF_ONE_PERSON if like == "sound" else NO_PARTNERS
        known = [name for name in shared if name.lower() not in no_partners] if shared else ()
        if known and not _are_apart(_people(opposite(rare)), _people(opposite(usual))):
            return min(known)
    return ""


def _people(beside: frozenset[str]) -> frozenset[str]:
    """Return those of the names beside one that are no titles: what comes between two others is a title itself."""
    return frozenset(name for name in beside if name.lower() not in NO_PARTNERS)


def _beside_partner(like: str, one: str, other: str) -> str:
    """Return the kind of a pair that shares a partner; empty for two usual names that do not sound alike."""
    if not _are_usual(one, other):
        return "partner"
    return "namesake" if like == "sound" else ""


def _are_usual(*names: str) -> bool:
    """Tell whether all of these names are frequent in English texts."""
    return all(lexicon().holds(FREQUENT + plain(name)) for name in names)


def _alone(one: str, other: str, like: str) -> str:
    """Return the kind of a pair of which nobody knows either name, or one is a slip in a name that all know."""
    first, second = plain(one), plain(other)
    known = [lexicon().holds(USUAL + name) for name in (first, second)]
    if min(len(first), len(second)) < MIN_ALONE_CHARS:
        return ""
    if _are_syllables(one, other):
        return ""
    if not any(known):
        return "alone" if skeleton(first)[:1] == skeleton(second)[:1] and sorted(first) != sorted(second) else ""
    is_slip = like == "sound" and is_lost_vowel(first, second)
    is_frequent = any(lexicon().holds(FREQUENT + name) for name in (first, second))
    return "misspelled" if not all(known) and is_slip and is_frequent else ""


def _are_syllables(*names: str) -> bool:
    """Tell whether all of these are given names of two syllables, of which brothers and strangers share one: Kin-wah."""
    return all("-" in name and name[name.find("-") + 1 :].islower() for name in names)


def _by_ear(names: Names, *, is_english: bool) -> Iterator[Variant]:
    """Yield Chinese names written by ear that nobody introduced, where one of the same sound was introduced."""
    counts = names.counts
    for name in [name for name in counts if name[0] in HEARD_INITIALS and len(name) <= MAX_HEARD_CHARS]:
        for other in heard(name):
            written = other.capitalize()
            is_rarer = 0 < counts.get(written, 0) < counts[name]
            if (
                is_rarer
                and (is_english or names.is_within_sentence(written))
                and names.after(name)
                and not (names.before(written) or names.after(written))
            ):
                yield Variant(names.start(written), written, name, "heard")


def _are_apart(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether two names each are beside others, none of them shared: two people."""
    return bool(first and second and not first & second)


def _variant(names: Names, one: str, other: str, kind: str, partner: str = "") -> Variant:
    """Return the pair with the rarer, less known or later spelling as the doubtful one."""
    doubtful = min((one, other), key=lambda name: (names.counts[name], _fame(name), -names.start(name)))
    return Variant(names.start(doubtful), doubtful, other if doubtful == one else one, kind, partner)


def _fame(name: str) -> int:
    return lexicon().holds(FREQUENT + plain(name)) + lexicon().holds(USUAL + plain(name))
