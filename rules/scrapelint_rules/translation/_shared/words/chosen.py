"""Unknown words that an author chose: explained terms, user names, Latin, and terms that come again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.plugin import regex, stop_words
from scrapelint_rules.translation._shared.words.lexicon import FREQUENT, lexicon
from scrapelint_rules.translation._shared.words.unknown import is_english, unknown_words
from scrapelint_rules.translation._shared.words.vocabulary import vocabulary

if TYPE_CHECKING:
    from scrapelint.plugin import Document
    from scrapelint_rules.translation._shared.words.unknown import UnknownWord

MAX_TIMES = 2
"""How often an unknown word may be in an article, as it is spelled, with any ending: one that comes again is a term."""
MAX_LOAN_FOREIGNNESS = 3.0
"""Log-odds below which a word may be a loan of the English that is written in its country."""
MAX_NAME_FOREIGNNESS = 6.0
"""Log-odds below which a word after a name may be a part of it: of five such in texts that people translated none has more."""
REACH_CHARS = 40
"""How far around a word, in code points, its explanation is looked for."""
KIN_CHARS, MIN_KIN = 5, 2
"""Letters that the words of one art have in common, "pixador" and "pixadora", and how many others make it one that is told of."""
MATTER_CHARS = 120
"""How far around a word it is looked whether a meal is spoken of."""

_BEFORE = regex(
    r"(?:known|called|named|termed|dubbed|labell?ed|nicknamed|entitled|words?|terms?|phrase|slang|so-called|genus|species|user|"
    r"username|handle|account|hashtag|courtesy of)(?: as| for| of| the| an?)*(?: \w+)?(?: |[:,]? ?[–—-] ?)\Z"
    r"|\((?:[\w-]+ ){0,2}\Z|(?:includ(?:es?|ing)|such as|(?:dish(?:es)?|foods?|(?:kinds|varieties|types) of \w+(?: \w+){0,2}) like)(?: \w+,){0,3} \Z|@\Z"
)
"""What introduces a word that the reader is not expected to know, or a list of examples."""
_KINDS = (
    "sausages?|soups?|stews?|breads?|sauces?|cakes?|dish|dishes|rice|noodles|cheese|wine|beer|tea|spirit|trees?|flowers?|plants?|"
    "fruits?|fish|players?|drums?|flutes?|music|songs?|dances?|dancers?|singers?|wrestlers?|weavers?|festivals?|ceremony|rituals?|"
    "season|monsoon|soil|ranks?|ranked|shirts?|dress|dresses|scarves|fabric|boats?|huts?|houses?|roofs?|structures?|language|dialect|people|tribe|community"
)
_AFTER = regex(
    rf" (?:\w+ )?(?:{_KINDS})\b|, an? |,? (?:which means|meaning|means|a kind of|a type of|a form of|also known|\()"
    r"|(?:\s[\w'’-]+){0,3}\s\([a-z]|\s?[–—-] (?:or|meaning|for|which|literally)\b"
    r"|, (?:[A-Z][\w’'-]{1,20} )?(?:explains?|explained|means|translates?)\b"
    r"|, or (?!(?:on|in|at|to|by|for|with|from|of|not)\b)[a-z][\w'’ -]{1,34}(?:[,.;:]|\Z)"
)
"""What tells the reader what a word means, or of what kind it is: "kolbász sausage", "tandoori gobi (grilled ...)"."""
_TABLE = regex(
    r"\b(?:menus?|chefs?|cooks?|recipes?|cuisine|restaurants?|curry|chutney|tandoori|biryani|masala|noodles|spicy|spices|sauces?|"
    r"street[- ]food|pasta|dough|tacos?|tortillas?|pastry|pastries|snacks?|appeti[sz]ers?|desserts?|delicac(?:y|ies)|ingredients|flavou?rs?|fried|grilled|roasted|stew|broth)\b"
)
"""Words beside which unknown ones are dishes, that English has no other names for."""
_NAME_BEFORE = regex(r"[^.!?…:\n\s][\"”’)]? (?P<name>[^\W\d_a-z][^\W\d_]{2,30}) \Z")
"""A capital in mid-sentence, right before a word."""
_LABEL_MARKS = (",", ":", "\n")
"""What follows a word that is the label of its section, with a capital at the beginning of a line."""
_NOUN = regex(r" ([a-z]{3,30})(?<!ed)(?![\w'’-])")
_PLURAL = regex(r"[aeiouy]s\Z")
_SUBJECTS = frozenset("who which that he she it they we you i not to also".split())
"""What a verb may follow."""
_LATIN = regex(
    r"(?:orum|arum|ibus|ium|ius|atum|atus|ensis|alis|aris|isse|antur|entur|undi|andi|endi|formis|oides|icola)\Z"
)
_DRUG = regex(
    r"\w{4}(?:vir|mab|[tlr]inib|statin|cillin|mycin|cycline|conazole|sartan|prazole|gliptin|gliflozin|glutide|azepam|oxetine|ciclib|"
    r"rafenib|leucel)\Z"
)
"""Endings of the names of drugs, that are the same in every language, and often misspelt."""
_PLATFORM = regex(
    r"(?:Flickr|Instagram|Twitter|TikTok|YouTube|Reddit|Facebook|Telegram|Shutterstock|Getty|iStock|Imgur|Photos?)\b"
)


def is_naturalised(text: str, word: UnknownWord) -> bool:
    """Tell whether a word that is spelled little otherwise than English ones is in its sentence as these are.

    It has an article and a noun around it, "a tulka player", or the plural of English, "unions of tulkas and millers".
    """
    if word.foreignness >= MAX_LOAN_FOREIGNNESS:
        return False
    before = text[max(0, word.start - REACH_CHARS) : word.start].split()[-1:]
    noun = _NOUN.match(text, word.end)
    is_attribute = noun is not None and noun[1] not in stop_words("en") and lexicon().holds(FREQUENT + noun[1])
    has_article = bool(before) and before[0].islower() and before[0] not in _SUBJECTS
    return has_article and (is_attribute or (_PLURAL.search(word.word) is not None and before[0] in stop_words("en")))


def is_in_name(text: str, word: UnknownWord) -> bool:
    """Tell whether a word directly follows one with a capital that is no English one either: "the Rokių prekaba group"."""
    if word.foreignness >= MAX_NAME_FOREIGNNESS:
        return False
    before = _NAME_BEFORE.search(text, max(0, word.start - REACH_CHARS), word.start)
    return before is not None and not is_english(before["name"].lower())


def is_chosen(doc: Document, word: UnknownWord) -> bool:
    """Tell whether the author means an unknown word to be there."""
    before = doc.text[max(0, word.start - REACH_CHARS) : word.start].rpartition("\n")[2]
    after = doc.text[word.end : word.end + REACH_CHARS].partition("\n")[0]
    return (
        vocabulary(doc).times(word.word, MAX_TIMES + 1) > MAX_TIMES
        or any(f"\n{word.word.capitalize()}{mark}" in doc.text for mark in _LABEL_MARKS)
        or _has_kin(doc, word.word)
        or _LATIN.search(word.word) is not None
        or _DRUG.search(word.word) is not None
        or _BEFORE.search(before) is not None
        or _AFTER.match(after) is not None
        or _PLATFORM.search(before + after) is not None
        or _TABLE.search(_around(doc.text, word)) is not None
    )


def _has_kin(doc: Document, word: str) -> bool:
    """Tell whether the article has other unknown words that begin as this one: it tells of what they name."""
    return len(word) > KIN_CHARS and doc.once(_kin)[word[:KIN_CHARS]] > MIN_KIN


def _kin(doc: Document) -> Counter[str]:
    """Return how many unknown words begin with the same letters."""
    return Counter(unknown.word[:KIN_CHARS] for unknown in unknown_words(doc))


def _around(text: str, word: UnknownWord) -> str:
    """Return what is around a word on its line, as far as it is of the same matter."""
    before = text[max(0, word.start - MATTER_CHARS) : word.start].rpartition("\n")[2]
    return f"{before} {text[word.end : word.end + MATTER_CHARS].partition(chr(10))[0]}".lower()
