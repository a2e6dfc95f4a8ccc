"""Months, weekdays and ages in seventy languages, as CLDR and newspapers write them."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from math import inf
from typing import TYPE_CHECKING, Any

from scrapelint.resources.data_files import data_file, read_data
from scrapelint.text.folding import fold
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Language = Callable[[], str | None]

_PATH = data_file(__file__, "names.json")
_WORD = regex(r"[^\W\d_][^\s\d.,;:!?()|/\"“”„«»–—]{2,20}")
_LETTERS = regex(r"[^\W\d_]{2,20}")
MANY_LANGUAGES = 3
"""A short month that so many languages share is known without the language; a weekday ("do", "di") is not."""
_WIDELY_USED = "en"
"""Pages in other languages, too, write "Oct" and "Sat"."""


class Names:
    """Looks up a folded word; asks for the language of the text only where the word alone does not tell."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take the table that `tools/date_names.py` writes."""
        self.languages: tuple[str, ...] = tuple(table["languages"])
        self.months: Mapping[str, str] = table["months"]
        self.persian: Mapping[str, str] = table["persian"]
        self.days: Mapping[str, str] = table["days"]
        self.ages: Mapping[str, list[str]] = table["ages"]

    def month(self, word: str, language: Language) -> int:
        """Return the month of this name, from 1; 0 where there is none."""
        known = self.months.get(word)
        return 0 if known is None else _number(known, language, MANY_LANGUAGES) or 0

    def weekday(self, word: str, language: Language) -> int | None:
        """Return the weekday of this name, from 0 for Monday; None where there is none."""
        known = self.days.get(word)
        return None if known is None else _number(known, language)


@lru_cache(maxsize=4096)
def may_be_weekday(word: str) -> bool:
    """Tell whether a word is a weekday in some language, or the last word of one."""
    name = key(word)
    return name in names().days or name in _last_words()


@cache
def _last_words() -> frozenset[str]:
    return frozenset(name.rpartition(" ")[2] for name in names().days if " " in name)


@cache
def names() -> Names:
    """Return the names; read from their file on the first call, in two milliseconds."""
    return Names(json.loads(read_data(_PATH)))


def key(word: str) -> str:
    """Return a word in the form in which names are looked up."""
    folded = word.lower() if word.isascii() else fold(word.replace("\u200c", ""))
    return folded.strip(" .,'")


def weekdays_in(text: str) -> list[int]:
    """Return the weekdays that a text names by their whole names, in order, from 0 for Monday."""
    table = names().days
    known = (table.get(key(word)) for word in _WORD.findall(text))
    return [int(number) for number in known if number and ":" not in number]


def month_language(text: str) -> str | None:
    """Return a language with a month that a text names, where it is the same in all that have one of this name."""
    table = names().months
    known = [pairs for pairs in (table.get(key(word), "") for word in _LETTERS.findall(text)) if ":" in pairs]
    numbers = {pair.partition(":")[2] for pairs in known for pair in pairs.split()}
    return known[0].partition(":")[0] if len(numbers) == 1 else None


def _number(known: str, language: Language, sharers: float = inf) -> int | None:
    """Return the number after a name, as in "11" or "hr:10 pl:11".

    With this many languages that agree or more, the one of the text need not be asked for.
    """
    if ":" not in known:
        return int(known)
    by = dict(pair.split(":") for pair in known.split())
    if len(set(by.values())) == 1 and (_WIDELY_USED in by or len(by) >= sharers):
        return int(min(by.values()))
    here = language()
    return int(by[here]) if here in by else None
