"""Turns of other languages that have a shape rather than a wording: "has said this Thursday", "the 56 th article"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import LinePattern
from scrapelint_rules.translation._shared.english_days import MONTHS, WEEKDAYS
from scrapelint_rules.translation._shared.quotes import is_set_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document

_DAY = "|".join(WEEKDAYS)
_AHEAD = r"(?!(?:will|would|be|to|is|are|can|could|may|might|should|must|due|for|scheduled|expected|planned|slated|until|before|need)\b)"
"""No word that may say that the day is still to come: "said it will open this Thursday" is plain English."""
_PAST = (
    r"(?<!\bbe )(?:has|have|had|was|were|said|told|met|held|took|gave|came|went|made|found|died|began|won|lost|left|wrote|"
    r"heard|saw|got|became|felt|put|ran|rose|fell|fled|shot|struck|spoke|paid|sent|led|broke|[a-z]{2,30}ed)"
)
_WORDS = rf"(?:{_AHEAD}[\w'’-]{{1,30}} ){{0,5}}"
_SINGULAR = "people|lira"
"""What is counted without the plural of English."""
_HOURS = [f" {word} {hour}." for word in ("at", "around", "about", "until", "after") for hour in range(24)]
_SPEAKERS = "he she they said says added explained assured writes wrote".split()
_TELLING = (
    "said says added adds explained explains assured stated told tells recalled stressed wrote reported pointed".split()
)
"""Verbs after a quotation, where its mark is cut off it and glued to them."""
_JUDGING = "valued sentenced ironized abounded deepened manifested riveted precised".split()
"""Verbs that do not tell who spoke in English, as those that they are put from do."""
_NIGHTS = ("at night", "in the night", "of the night", "of the morning", "of the afternoon")

TURNS = {
    "weekday": LinePattern(
        rf"\b(?P<turn>{_AHEAD}{_PAST} {_WORDS}this (?:{_DAY}))\b(?!['’]s| (?:morning|night)['’]s)"
        rf"|\b(?P<first>(?:This (?:{_DAY}),?|this (?:{_DAY})) {_WORDS}{_AHEAD}{_PAST})\b",
        literals=[f"this {day.lower()}" for day in WEEKDAYS],
    ),
    "ordinal": LinePattern(r"\b(?P<turn>\d{1,3} (?:st|nd|rd|th)) [a-z]", literals=[" st ", " nd ", " rd ", " th "]),
    "thousand": LinePattern(
        rf"(?<![\w.,-])(?P<turn>\d[\d.,]{{0,6}} thousand (?:{_SINGULAR}|[a-z]{{3,20}}s))\b",
        literals=[f"{digit} thousand " for digit in range(10)],
    ),
    "reminder": LinePattern(
        r"(?:^|[.!?”\"] )(?P<turn>Recall(?:,| that)|Let(?:['’]s| us) (?:remind|recall)|We (?:will )?remind|We recall)\b",
        literals=["recall", "remind"],
    ),
    "stops": LinePattern(r"(?<=[a-z\d)”\"])(?P<turn>\.\.)(?= [A-Z“\"])", literals=[".. "]),
    "gap": LinePattern(
        r"(?P<turn>[a-z,] \",? ?(?:he|she|they|said|says|added|explained|assured|writes|wrote))\b"
        rf"|(?P<glued>[a-z\d,][,.] ”(?:{'|'.join(_TELLING)}))\b",
        literals=[
            *(f' "{gap}{word} ' for gap in ("", " ", ",", ", ") for word in _SPEAKERS),
            *(f' "{word} ' for word in _TELLING),
        ],
    ),
    "judged": LinePattern(
        rf"[,.!?][”\"] (?P<turn>(?:he|she) (?:{'|'.join(_JUDGING)}))\b",
        literals=[f'" {who} {verb}' for who in ("he", "she") for verb in _JUDGING],
    ),
    "night": LinePattern(
        rf"\b(?P<turn>at \d{{1,2}}(?::\d\d)? (?:{'|'.join(_NIGHTS)}))\b",
        literals=[f"{digit} {night}" for digit in range(10) for night in _NIGHTS],
    ),
    "month": LinePattern(
        rf"\b(?P<turn>(?:in|until|since|from|during) the (?:{'|'.join(MONTHS)}))(?=[.;]|,(?! \d))",
        literals=[f" the {month.lower()}" for month in MONTHS],
    ),
    "year": LinePattern(
        r"\b(?P<turn>(?:in|during|since|until|after) year (?:19|20)\d\d)\b",
        literals=[
            f"{word} year {century}" for word in ("in", "during", "since", "until", "after") for century in (19, 20)
        ],
    ),
    "meridian": LinePattern(r"\d ?(?P<turn>[ap]\.m\. m\.)", literals=["p.m. m.", "a.m. m."]),
    "today": LinePattern(
        r"\b(?P<turn>(?:denounced|explained|informed|indicated|recalled|confirmed|assured|warned) today)\b",
        literals=[
            f"{verb} today"
            for verb in "denounced explained informed indicated recalled confirmed assured warned".split()
        ],
    ),
    "that": LinePattern(
        r"\b(?P<turn>(?:noted|said|added|stressed|believes|stated|reported|emphasized), that) (?:the|he|she|it|in|they)\b",
        literals=[", that "],
    ),
    "hour": LinePattern(
        r"\b(?P<turn>(?:at|around|about|until|after) (?:1?\d|2[0-3])\.[0-5]\d)(?![\d,]|\.\d)(?= (?:on|in|and|the)\b|[,.](?: |$))",
        literals=_HOURS,
    ),
}
"""What English news does not write, or seldom: each is looked for once."""

POINTS = {"weekday": 2, "ordinal": 2, "judged": 2, "night": 2, "meridian": 2, "month": 2}
"""What a turn counts among the signs of a translation; one where nothing is said."""


def turns(doc: Document) -> Iterator[tuple[int, int, str]]:
    """Yield each place outside quotes where an English document has such a turn, with its kind."""
    for kind, pattern in TURNS.items():
        for line, match in doc.matches(pattern):
            name = str(match.lastgroup)
            start, end = line.start + match.start(name), line.start + match.end(name)
            if kind == "gap" or not is_set_apart(doc.text, start, end):
                yield start, end, kind
