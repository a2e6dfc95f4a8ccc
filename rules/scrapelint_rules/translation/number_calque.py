"""MTX012 number-calque."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity
from scrapelint_rules.translation._shared.signs.numerals import PATTERNS, numerals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

SAID = {
    "stack": "millions and thousands in words, one after the other",
    "comma": "a decimal comma in English",
    "currency": "a space after the sign of a currency",
    "percent": "a space before the percent sign",
    "ordinal": "an ordinal that English does not have",
    "year": "a year with the word for it",
    "point": "thousands parted by a point",
    "groups": "thousands parted by spaces",
    "mixed": "a decimal point beside decimal commas",
    "day": "a weekday with its date in brackets",
    "date": "a day of the month with a full stop",
    "age": "an age left in another language",
    "hour": "an hour as another language writes it",
    "money": "letters and sign of a currency parted by a space",
    "unit": "a unit cut apart",
    "ending": "the ending of an English ordinal",
}
CONFIDENCE = {"stack": 0.95, "comma": 0.95, "currency": 0.95, "percent": 0.85, "ordinal": 0.5, "year": 0.9,
              "point": 0.9, "groups": 0.95, "mixed": 0.85,
              "day": 0.9, "date": 0.9, "age": 0.95, "hour": 0.9, "money": 0.95, "unit": 0.95, "ending": 0.95}  # fmt: skip
"""Share of findings that were right, of those looked at by hand on the development data; by kind of shape.

`mixed` is not of English and is estimated. Ordinals are as often wrong in what people translate: info.
"""


class NumberCalque(DocumentRule):
    """A number in the shape of another language: "20 million 400 thousand", "6,8 million", "$ 190".

    Why it matters: translators keep the shape of the source. "6,8 million" is then read as sixty-eight by one
    program and as six by another, and amounts cannot be compared.

    What to do: write the number as the language does. In English all shapes count; in nineteen languages
    with a decimal comma, a decimal point beside commas; in five a stack of millions and thousands; in other scripts
    the ending of an English ordinal.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 7 and 12 of 1,134 translated
    by people, 80 and 83 of 2,336 translated by systems, 0 and 1 of 14 copies, 6 and 9 of 7,116 of scraped news; in
    other languages 1 and 1 of 41 copies, 4 and 27 of 28,579 of scraped news.
    """

    code, name, severity = "MTX012", "number-calque", Severity.WARNING
    native_share = 0.0
    patterns = PATTERNS
    examples = (
        Bad(
            "The town has spent ⟦20 million 400 thousand⟧ on the bridge, and the mayor said that it was not enough for all."
        ),
        Bad("Of the ⟦6,8 million⟧ who live there, ⟦54 %⟧ have no work, the minister said to the press on Monday."),
        Bad("He paid ⟦$ 190⟧ for the boat, and the ⟦400 000⟧ people of the island laughed at him for a year or two."),
        Bad(
            "The bridge was built ⟦in 2018 year⟧ and opened on October ⟦22th⟧; it is ⟦130.000⟧ meters away from the town and its people."
        ),
        Bad("महापौर ने सोमवार को कहा कि नदी पर बना पुल मार्च की ⟦25 th⟧ तारीख तक बंद रहेगा, क्योंकि उसके एक खंभे में दरार आ गई है।"),
        Bad(
            "Die Stadt gab 4,2 Millionen Euro für die Brücke aus, und der Bund hat noch einmal ⟦6.8 Millionen⟧ dazu "
            "gegeben, wie es am Montag hieß."
        ),
        Bad(
            "La ville a payé 4,2 millions pour le pont, et la région a donné ⟦6.8 millions⟧ de plus, selon le maire "
            "qui parlait lundi à la presse."
        ),
        Bad(
            "De stad heeft ⟦20 miljoen 400 duizend⟧ euro aan de brug uitgegeven, en dat is volgens de raad niet genoeg."
        ),
        Bad(
            "The mayor said on ⟦Thursday (16)⟧ that the boat had left at ⟦05:28h⟧, and that the wind was at 90 ⟦km / h⟧ by then."
        ),
        Bad(
            "The bridge has been shut since ⟦1. October⟧, and the island has paid ⟦US $ 2⟧ million for the boats of the town."
        ),
        Bad("A empresa de Larn pagou ⟦US $ 2⟧ bilhões pelo porto, segundo o governo, e não quis dizer mais nada."),
        Good("A empresa de Larn pagou US$ 2 bilhões pelo porto na quinta-feira (16), às 21h30, segundo o governo."),
        Good(
            "On Thursday (16 May) and Friday (9-5) they sailed at 05:28 and at 12:30 hrs, at 90 km/h, for US$2 a head."
        ),
        Good("In 2020 12 000-word essays were set; it was 3,500 million years ago, for $190 or 54%.", why="English"),
        Good(
            "Die Stadt gab 6.8 Millionen Franken aus, und der Kanton war es zufrieden, wie es am Montag hieß.",
            why="Swiss",
        ),
        Good(
            "Le pont a coûté 6,8 millions, soit 54 % du budget de la ville, et 400 000 habitants l'ont payé.",
            why="French",
        ),
        Good(
            "The town gets between 1 million and 5 million a year, and from 2.6 million to 10 million in the years of the fair.",
            why="a range",
        ),
        Good(
            "The mayor wrote it on the network on Tuesday, and it has stood there since:\n\n  273 273 Retweets   219 219 likes",
            why="counters of a post, each of them twice",
        ),
        Good(
            "A Boeing 737 800 feet above the sea and the Airbus 320 200 miles away were seen by the men of the tower."
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each number."""
        for numeral in numerals(doc):
            yield self.finding(
                f'{SAID[numeral.kind]}: "{doc.text[numeral.start : numeral.end]}"',
                (numeral.start, numeral.end),
                confidence=CONFIDENCE[numeral.kind],
                at_most=Severity.INFO if numeral.kind == "ordinal" else Severity.ERROR,
                evidence={"kind": numeral.kind, "language": doc.found_language},
            )
