"""DUP003 conflicting-dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from scrapelint.plugin import BadCorpus, ExampleArticle, GoodCorpus, Setting, Severity
from scrapelint_rules.duplicates._shared.copies import MAX_PAIRED
from scrapelint_rules.duplicates._shared.copyrule import CopyRule, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Verdict
    from scrapelint_rules.duplicates._shared.copies import Copy
    from scrapelint_rules.duplicates._shared.profile import Profile

_A = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike."
_B = "The harbour master counted forty lorries on the quay, and said that all of them would cross before noon."
_C = "A new round of talks on the pay of the crews begins next week in the old customs house of the port."
_D = "Tourists had slept in the waiting rooms, and shops on the islands had run out of milk and bread by the weekend."
_FORECAST = (
    "The office of Larn expects up to {} degrees on the coast this week, with showers in the evenings and light winds from "
    "the west. On the islands it stays dry until Thursday, and then {} days of rain follow, the forecasters said."
)

MIN_SHARE = 0.6
"""Least share of each text that the other has: of 27 findings without it, 25 were wrong."""


class ConflictingDates(CopyRule):
    """Copies of one report whose dates of publication lie days apart.

    Compared are the dates of the records, or of a short line near the top. Each has to share most of its text with the
    other, and their numbers have to be the same: a forecast, a table or a notice that is filled in anew each week is
    another article. What is in many articles is a notice of the site.

    Why it matters: one of the dates is wrong, most often the day of the crawl taken for that of the article, and
    what a model learns of the order of events is wrong with it.

    What to do: the earliest date is mostly right; look at where the other comes from.
    """

    code, name, severity = "DUP003", "conflicting-dates", Severity.ERROR
    confidence = 0.9
    min_days = Setting(3, "days between two dates from which they conflict; a day or two is time zones", minimum=1)
    examples = (
        BadCorpus(
            (ExampleArticle(_A, {"date": "2024-05-12"}), ExampleArticle(_A, {"date": "2024-09-01T06:00:00Z"})),
            (1, 2),
        ),
        BadCorpus(
            (ExampleArticle(f"18 June 2023\n\n{_A}\n\n{_B}"), ExampleArticle(f"19 April 2024, Friday\n\n{_A}\n\n{_B}")),
            (1, 2),
        ),
        BadCorpus(
            (
                ExampleArticle(f"12. Mai 2024\n\n{_A}"),
                ExampleArticle(_A, {"date": "2024-06-30"}),
                ExampleArticle(_B, {"date": "2020-01-01"}),
            ),
            (1, 2),
        ),
        GoodCorpus(
            (ExampleArticle(_A, {"date": "2024-05-12"}), ExampleArticle(_A, {"date": "2024-05-13"})), "the next morning"
        ),
        GoodCorpus((ExampleArticle(_A, {"date": "2024-05-12"}), ExampleArticle(_A)), "one date"),
        GoodCorpus(
            (ExampleArticle(_A, {"date": "2024-05-03"}), ExampleArticle(_A, {"date": "05/03/2024"})),
            "the third of May or the fifth of March: nothing tells",
        ),
        GoodCorpus(
            (
                ExampleArticle(_FORECAST.format(14, 3), {"date": "2024-05-12"}),
                ExampleArticle(_FORECAST.format(17, 5), {"date": "2024-05-19"}),
            ),
            "one form, filled in anew each week",
        ),
        GoodCorpus(
            (
                ExampleArticle(f"{_A}\n\n{_B}", {"date": "2024-05-12"}),
                ExampleArticle(f"{_A}\n\n{_C} {_D}", {"date": "2024-05-19"}),
            ),
            "a report that repeats a passage of another",
        ),
        GoodCorpus(
            (ExampleArticle(_A, {"date": "2024-05-12"}), ExampleArticle(_C, {"date": "2023-05-12"})), "no copies"
        ),
    )

    def judge_copies(self, own: Profile, copies: Sequence[Copy]) -> Iterator[Verdict]:
        """Yield one verdict that names the copies with another date."""
        if not own.date:
            return
        apart = [
            copy for copy in copies if copy.other.date and _is_same_report(own, copy) and self._conflict(own, copy)
        ]
        if apart:
            dates = sorted({copy.other.date for copy in apart})
            kind = "exact" if all(copy.exact for copy in apart) else "edited"
            message = f"dated {own.date}, but {' and '.join(dates[:3])} in a copy: {named(apart, own)}"
            yield self.verdict(
                own, apart, message, evidence={"kind": kind, "date": own.date, "other_dates": dates[:10]}
            )

    def _conflict(self, own: Profile, copy: Copy) -> bool:
        days = date.fromisoformat(own.date) - date.fromisoformat(copy.other.date)
        return abs(days.days) >= self.min_days


def _is_same_report(own: Profile, copy: Copy) -> bool:
    """Tell whether a copy is the same report, not one more filling of a form, and no notice of a site."""
    if copy.group > MAX_PAIRED:
        return False
    is_most = min(copy.share, copy.other_share) >= MIN_SHARE
    return copy.exact or (is_most and own.numbers == copy.other.numbers)
