"""The values that the reader of dates gives back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from scrapelint.finding import Span

SHORTEST_MONTH = 28
"""Days that every month has."""

Order = Literal["dmy", "mdy", "ymd", "ydm", "dm", "md", "my", "ym", "y"]
"""In which order day, month and year are written; a letter is missing where the part is."""

Calendar = Literal["gregorian", "buddhist", "persian", "japanese"]

Role = Literal["published", "updated", "printed", "line", "dateline", "header", "copyright", "event"]
"""What a date is there for.

`published`, `updated` and `printed` (the day on which the page was shown) have a word for it beside them; `line` is
a date line without one; `dateline` opens the story, as in "BEIJING, June 18"; `header` is the day above the page;
`event` is any other date, mostly one that the story tells of.
"""

_STATED: frozenset[Role] = frozenset({"published", "updated", "line"})


class Clock(NamedTuple):
    """A time of day as written; `minute` may be wrong, as in 25:70."""

    hour: int
    minute: int
    offset_minutes: int | None = None
    """East of Greenwich; None where no zone is given."""

    @property
    def is_valid(self) -> bool:
        """Whether a clock can show it; 24:00 counts."""
        return (self.hour < 24 and self.minute < 60) or (self.hour, self.minute) == (24, 0)


class FoundDate(NamedTuple):
    """A date in a text, as written and as read."""

    span: Span
    """Day, month and year with their ordinals; weekday and time left out."""
    order: Order
    year: int | None = None
    """Of the Gregorian calendar, whatever the text counts by."""
    month: int | None = None
    day: int | None = None
    until: date | None = None
    """Last day, where it is a range as in "18-19 June 2023"."""
    other: date | None = None
    """The second reading of one that stays ambiguous: 03/04 as day and month, or as month and day."""
    named: bool = False
    """Whether the month is written as a word, or with the character for one: 5月."""
    calendar: Calendar = "gregorian"
    weekday: int | None = None
    """The weekday that is beside it, from 0 for Monday."""
    clock: Clock | None = None
    whole: Span | None = None
    """With weekday and time; `span` where there is neither."""
    role: Role = "event"
    cue: str = ""
    """The word that gives it its role."""

    @property
    def precision(self) -> Literal["day", "month", "year"]:
        """The smallest part that is given."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def value(self) -> date | None:
        """The day; None where a part is missing or the calendar has no such day.

        For an ambiguous one the likelier reading; `other` is the second.
        """
        if not (self.year and self.month and self.day) or self.is_impossible:
            return None
        return date(self.year, self.month, self.day)

    @property
    def is_ambiguous(self) -> bool:
        """Whether it can be read in two ways and nothing decides."""
        return self.other is not None

    @property
    def is_impossible(self) -> bool:
        """Whether year, month and day are given, and the calendar has no such day."""
        if not (self.year and self.month and self.day) or self.day <= SHORTEST_MONTH:
            return False
        from calendar import monthrange  # the end of a month is written seldom

        return self.day > monthrange(self.year, self.month)[1]

    @property
    def is_stated(self) -> bool:
        """Whether the page gives it as the article's own date: a date line, not an event."""
        return self.role in _STATED

    def readings(self) -> tuple[date, ...]:
        """Return the days that it may mean: none, one, or two where it is ambiguous."""
        return tuple(day for day in (self.value, self.other) if day)
