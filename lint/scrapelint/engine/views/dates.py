"""The dates in an article and in its fields, and the day of the check."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from scrapelint.engine.views.languages import LanguageView
from scrapelint.text.character_classes import digit_places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from scrapelint.dates.found import FoundDate

_DIGIT = re.compile(r"\d")


class DateView(LanguageView):
    """The dates in an article and in its fields, and the day of the check."""

    @cached_property
    def today(self) -> date:
        """The day of the check, in UTC; what is found in an article of which it was asked holds for that day alone."""
        return _today()

    def days_to(self, day: date) -> int:
        """Return how many days there are to a day, 0 where it has come: that stays so, and `today` is not asked."""
        return max(0, (day - self.today).days) if day > _today() else 0

    @property
    def asks_today(self) -> bool:
        """Whether `today` was asked: what is found may be otherwise tomorrow."""
        return "today" in vars(self)

    @cached_property
    def dates(self) -> Sequence[FoundDate]:
        """The dates of the text, in order; the day that the scraper gave settles ambiguous ones near to it."""
        if not digit_places(self.text):
            return ()
        from scrapelint.dates.reading import dates_of

        given = self.field_date("date")
        return dates_of(self.text, lambda: self.language, given.value if given and not given.other else None)

    def field_date(self, name: str) -> FoundDate | None:
        """Return the day that a field names (date, modified, crawled), with its time; None where it names none."""
        if name not in self._field_dates:
            self._field_dates[name] = self._read_field(name)
        return self._field_dates[name]

    @cached_property
    def _field_dates(self) -> dict[str, FoundDate | None]:
        return {}

    def _read_field(self, name: str) -> FoundDate | None:
        written = self.article.get(name)
        if not _DIGIT.search(written):
            return None
        from scrapelint.dates.reading import read_date

        found = read_date(written, self.declared_language)
        return found or (read_date(written, self.found_language) if any(map(str.isalpha, written)) else None)


def _today() -> date:
    from datetime import UTC, datetime  # only articles with dates ask for it

    return datetime.now(tz=UTC).date()
