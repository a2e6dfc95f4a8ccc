"""Days, hours, amounts and units shaped as another language shapes them."""

from __future__ import annotations

from scrapelint.plugin import LinePattern
from scrapelint_rules.translation._shared.english_days import MONTHS, WEEKDAYS

_MONTHS = "|".join(MONTHS)

ENGLISH_SHAPES = {
    "day": LinePattern(
        r"(?:[Oo]n |[Tt]his |[Ll]ast |[Nn]ext |, |^)(?P<shape>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \(\d{1,2}(?:/\d{1,2}(?:/\d{2,4})?)?\))(?! ?[-–:]? ?\d)",
        literals=[f"{day.lower()}{mark}(" for day in WEEKDAYS for mark in (" ", ", ")],
    ),
    "date": LinePattern(
        rf"(?:[Oo]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Tt]he) (?P<shape>\d{{1,2}}\. (?:{_MONTHS}))\b",
        literals=[f". {month.lower()}" for month in MONTHS],
    ),
    "age": LinePattern(
        r"(?<![\w.,])(?P<shape>\d{1,2}(?:enne|enni|-?jährige?[rnsm]?|-?летн\w{1,4}|-?річн\w{1,4}))(?!\w)",
        literals=["enne", "enni", "jährig", "летн", "річн"],
    ),
    "hour": LinePattern(
        r"(?<![\w:./-])(?P<shape>(?:[01]?\d|2[0-3])[:.][0-5]\d ?h|(?:[01]?\d|2[0-3]) ?h ?[0-5]\d)(?![\w/])",
        literals=[f"{digit}{end}" for digit in range(10) for end in ("h", " h")],
    ),
}
"""What only English does not have: "Thursday (16)" is Brazil's, "(16/5)" Indonesia's, "1. May" German, "05:28h" and "21h30" Romance."""

SHAPES = {
    "money": LinePattern(
        r"(?<![\w$])(?P<shape>(?:(?:US|AU|NZ|HK) \$ ?|[RAC] \$ )\d(?:[\d.,]*\d)?)",
        literals=[f"{letters} $" for letters in ("us", "r", "au", "nz", "hk", "a", "c")],
    ),
    "unit": LinePattern(
        r"\d ?(?P<shape>(?:km|m|mi|kg|g|µg|mg|l|ml) / (?:h|s|m|l|kg|dl|ml|m[²³23]))(?![\w/])",
        literals=[
            f"{unit} / {per}" for unit in ("km", "m", "g", "l", "mi") for per in ("h", "s", "l", "m", "kg", "dl")
        ],
    ),
    "ending": LinePattern(
        r"(?<![\w.,])(?P<shape>\d{1,2} (?:st|nd|rd|th))(?= [\u0370-\u1fff\u3040-\ud7ff])",
        literals=[" st ", " nd ", " rd ", " th "],
    ),
}
"""What no language has: signs that a program cut apart and never put together again, the end of an English ordinal in
another script among them. Of 16,353 scraped texts in other scripts none has one before a word of its own."""
