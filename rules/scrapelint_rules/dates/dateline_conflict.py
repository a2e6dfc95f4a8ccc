"""DAT004 dateline-conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity
from scrapelint_rules.dates._shared.stated_dates import PACKS, conflicts, days_of_crawl
from scrapelint_rules.dates._shared.wording import agreeing_reading, day_name, distance, place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scrapelint.plugin import Document, Finding
    from scrapelint_rules.dates._shared.stated_dates import StatedDate

_STORY = "The port of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier in the morning."

_FOUR = "\n\n".join([_STORY] * 4)


class DatelineConflict(DocumentRule):
    """The date line of the page says another day than the scraper's date.

    Why it matters: one of the two is wrong: day and month exchanged, the date of an update, of the crawl or of another
    article. All that is counted by time goes wrong with it.

    What to do: believe the line, most times; the message names the reading under which both agree, where there is one.
    A line with no word about its day, such as "published", is a warning. Dates of events do not count, nor those of
    other articles, nor later updates, nor a line near midnight that is one day off. Where the date is the day of the
    crawl, `crawl-as-pub` speaks instead.
    """

    code, name, severity = "DAT004", "dateline-conflict", Severity.ERROR
    packs = PACKS
    contradicts_field = True
    warn_days = Setting(2, "days: up to so many apart it is a warning, not an error", minimum=0)
    examples = (
        Bad(f"Published: ⟦18 June 2023, 08:30 am⟧\n\n{_STORY}", fields={"date": "2024-04-19"}),
        Bad(
            f"Hafen von Larn wieder offen\n\nStand: ⟦06.11.2023, 07:30 Uhr⟧\n\n{_STORY}",
            fields={"date": "2023-06-11", "language": "de"},
        ),
        Bad(f"Por Ana Ruiz\n⟦27 de agosto 2019⟧\n\n{_STORY}", fields={"date": "2019-08-28"}),
        Bad(f"LARN, ⟦18 June 2023⟧ (LNA) - {_STORY}", fields={"date": "2022-06-18"}),
        Good(
            f"Old Quay, Larn Harbour, Sept. 23, 2017. Jo Hale, Orlo News\n\n{_STORY}",
            fields={"date": "2020-03-01"},
            why="the day of a photo, with who took it",
        ),
        Good(
            f"Kai am Hafen, Larn, 23. September 2017. Ana Ruiz / Orlo Post\n\n{_STORY}",
            fields={"date": "2020-03-01", "language": "de"},
            why="the day of a photo, with who took it",
        ),
        Good(
            f"30 de juny i 1 de juliol de 2011\n\n{_STORY}", fields={"date": "2011-05-02"}, why="the days of an event"
        ),
        Good(f"June 30 and July 1, 2011\n\n{_STORY}", fields={"date": "2011-05-02"}, why="the days of an event"),
        Good(
            f"Results for the six months ended 30 June 2025\n\n{_STORY}",
            fields={"date": "2025-09-10"},
            why="the end of a period",
        ),
        Good(f"Published: 18 June 2023, 08:30 am\n\n{_STORY}", fields={"date": "2023-06-18T06:30:00Z"}),
        Good(
            f"Veröffentlicht am 18. Juni 2023 | Aktualisiert am 20.06.2023\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="updated later",
        ),
        Good(
            f"{_STORY}\n\nDas Lager war am 18. Juni 2021 abgebrannt, und seither fuhr hier kein einziges Schiff mehr ab.",
            fields={"date": "2023-06-18"},
            why="an event",
        ),
        Good(f"Published: 18 June 2023, 23:40\n\n{_STORY}", fields={"date": "2023-06-19"}, why="near midnight"),
        Good(f"Published: 18 June 2023, 00:20\n\n{_STORY}", fields={"date": "2023-06-17"}, why="near midnight"),
        Bad(
            f"Publicado: ⟦18 de junio de 2023, 00:20⟧\n\n{_STORY}",
            fields={"date": "2023-06-19", "language": "es"},
        ),
        Bad(f"Larn opens again\n\nby\n\nAnn Lee\n\non\n\n⟦June 18, 2023⟧\n\n{_STORY}", fields={"date": "2023-07-18"}),
        Bad(
            f"Le port rouvre\n\npar\n\nAnne Larn\n\nle\n\n⟦18 juin 2023⟧\n\n{_STORY}",
            fields={"date": "2023-07-18", "language": "fr"},
        ),
        Bad(
            f"Hafen offen\n\n⟦Sonntag, 18. Juni 2023⟧ 21 Hafen , Fähre , Larn , Orlo , Kaimauer , Sanierung , Fahrplan , Sommerfest , Bürgermeister , Stadtrat Permalink\n\n{_STORY}",
            fields={"date": "2023-07-18", "language": "de"},
        ),
        Good(
            f"{_STORY}\n\nThe mayor of Larn had opened the old quay\non\nMay 12, 2022\nand the new one a year later.",
            fields={"date": "2023-06-18"},
            why="a sentence that a program broke at its links",
        ),
        Bad(
            f"Home\nNews\nSport\nLogin\n\nLarn opens again\n\n{_FOUR}\n\nBy Ann Lee on ⟦18 June 2023, 11:51⟧ | 3 comments",
            fields={"date": "2023-07-18"},
        ),
        Good(
            f"{_STORY}\n\n14 March 2019\n\nEngineers find the first cracks.\n\n2 June 2020\n\nThe ministry asks for a report."
            "\n\n9 January 2021\n\nThe pillar gives way at six in the morning.",
            fields={"date": "2023-06-18"},
            why="the days of a chronology",
        ),
        Good(
            "他于2019年3月5日宣布封闭大桥\n\n河上的大桥将关闭到月底，因为柱子上发现了裂缝，必须在夏天之前修好。这座桥是六十年前建的。",
            fields={"date": "2023-06-18", "language": "zh"},
            why="a sentence, though a short one without spaces",
        ),
        Good(
            "2026年3月1日，新的票价规定正式生效。\n渡船的票价因此要涨一倍。",
            fields={"date": "2026-06-18"},
            why="a sentence that opens with a date",
        ),
        Good(
            "3월 요금표\n2026년 3월 1일부터 새 요금이 적용된다.", fields={"date": "2026-06-18"}, why="from that day on"
        ),
        Good(f"1 March 2026, the new fares of the ferry apply.\n\n{_STORY}", fields={"date": "2026-06-18"}),
        Good(
            f"{_STORY}\n\nThe mayor said: “It will be on\nSunday, 1 March 2026\nthat the ferry sails again.”",
            fields={"date": "2026-06-18"},
            why="in the midst of a quotation",
        ),
        Bad(f"Larn\n⟦2026年3月1日⟧，本报记者\n\n{_STORY}", fields={"date": "2026-06-18"}),
        Good(
            f"{_STORY}\n\nLesen Sie auch\nHafen von Larn bleibt zu\n12.03.2019\n\n"
            + _STORY.replace("opened", "was opened"),
            fields={"date": "2023-06-18"},
            why="another article's",
        ),
        Good(
            f"{_STORY}\n\n5. Dezember 2022 im Rathaus\n\n13 Uhr: Haushalt\n\n15 Uhr: Brücken",
            fields={"date": "2022-12-26"},
            why="the programme of a day",
        ),
        Good(f"Published: 13 August 2023\n\n{_STORY}", fields={"date": "8/13/23"}),
        Good(
            f"Published: 12 August 2023\n\n{_STORY}",
            fields={"date": "8/12/23", "language": "fr"},
            why="one of the two days that the field may mean, and `ambiguous-date` says so",
        ),
        Good(
            f"Opdateret 13. august 2023\n\n{_STORY}",
            fields={"date": "8/12/23", "language": "da"},
            why="updated a day after one of them",
        ),
        Bad(f"Published: ⟦2 May 2023⟧\n\n{_STORY}", fields={"date": "8/12/23", "language": "en"}),
        Good(f"Ann Lee\n\n* 5. Mai 1950 in Larn\n\n{_STORY}", fields={"date": "2023-06-18"}, why="a birth"),
        Good(
            f"{_STORY}\n\nThe crews had first met on the quay of Larn to talk of it on\nMay 12, 2022,” she said.\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="a sentence that a program broke before its day",
        ),
        Good(
            f"{_STORY}\n\nO estudo foi publicado em 12 de maio de 2022 na revista do porto de Larn.\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="a study was published",
        ),
        Good(
            f"{_STORY}\n\nThe night of the great storm 2 April 2022\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="a subheading that names an event",
        ),
        Good(
            f"{_STORY}\n\nThe quay of Larn, Photo: Ann Lee 12.05.2022\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="the day of a photo",
        ),
        Good(
            f"{_STORY}\n\nThe first deadline was 12 May 2022.\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="the end of a sentence",
        ),
        Good(
            f"{_FOUR}\n\nThe second crane fell on 16 October 2022 in the old dock\nof the port, which had been shut since.",
            fields={"date": "2023-06-18"},
            why="a sentence that a program broke",
        ),
        Good(
            f"{_FOUR}\n\nThe mayor spoke of the crane before:\n12 May 2022The mayor on the pier (1:42)\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="the day of a video that is set into the article",
        ),
        Good(
            f"{_FOUR}\n\nPosted by The Port of Larn on Thursday, May 12, 2022\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="the day of a post that is set into the article",
        ),
        Good(
            f"{_FOUR}\n\n20 May 2022", fields={"date": "2023-06-18"}, why="the day of a letter that the article prints"
        ),
        Good(
            f"{_STORY}\n\nBoat\nDay\nTrips\nLate\nSwan\n1/6/22\n58\n3.9\nHeron\n9/8/22\n12\n6.0\nGannet\n9/22/22\n24\n10.5\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="cells of a table",
        ),
        Good(
            f"{_STORY}\n\nAnn Lee en pocas palabras\nFecha de nacimiento: 20 de octubre de 1998\nLugar: Larn\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="the days of a life",
        ),
        Good(
            f"{_STORY}\n\nAnn Lee\nDate of birth 20 October 1998\nПлощадь Ларна\nДата основания: 5 мая 2003\n\n{_STORY}",
            fields={"date": "2023-06-18"},
        ),
        Good(
            f"{_STORY}\n\nAnd she pinned another Nov. 9, 2022, message to the top of her page:\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="a sentence that ends in a colon",
        ),
        Good(
            f"{_STORY}\n\nOd 1 października 2022 roku obowiązują nowe stawki za prom do Larn\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="a sentence without its full stop",
        ),
        Good(
            f"Strike in Larn\n\nCrews rally on the quay Friday, June 2, 2023, in Orlo. (LNA Photo/Ann Lee)\n\nFog. (LNA)\n\n{_STORY}",
            fields={"date": "2023-06-18"},
            why="a caption at the head",
        ),
        Good(
            f"{_STORY}\n\n{_STORY[:-1]} again.\n\n10. listopadu 2022Nábřeží v Larnu | (0:35) | video: LNA",
            fields={"date": "2023-06-18"},
            why="a caption that is glued to its day",
        ),
        Good(
            f"18/06/2023\n\n{_STORY}\n\nBus drivers strike again\n12/05/2022",
            fields={"date": "2023-06-18"},
            why="another article's",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the date line that contradicts the field most clearly."""
        given = doc.field_date("date")
        if given is None or days_of_crawl(doc, given):
            return
        for own, day in conflicts(doc, given)[:1]:
            yield self._finding(doc, own, day)

    def _finding(self, doc: Document, own: StatedDate, given: date) -> Finding:
        found, days = own.found, abs((own.day - given).days)
        reading = agreeing_reading(doc, found, given)
        message = (
            f'{place(doc, found)} is {day_name(own.day)}, field "date" {day_name(given)}: {distance(own.day, given)}'
        )
        evidence = {
            "kind": "swapped" if reading else "cued" if found.cue else found.role, "text_date": own.day.isoformat(), "field_date": given.isoformat(), "days": days, "role": found.role,
            "cue": found.cue, "zone": own.zone, "agreeing": reading,
        }  # fmt: skip
        return self.finding(
            message + (f"; they agree with {reading}" if reading else ""),
            found.whole or found.span,
            confidence=0.95 if found.cue or reading else 0.9,
            evidence={key: value for key, value in evidence.items() if value != ""},
            at_most=Severity.WARNING if days <= self.warn_days or not (found.cue or reading) else Severity.ERROR,
        )
