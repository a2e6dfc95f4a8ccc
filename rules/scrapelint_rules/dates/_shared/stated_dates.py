"""Which dates of a text are the article's own, and whether they agree with a day that the scraper gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import ends_sentence, is_data_row, regex
from scrapelint_rules.dates._shared.wording import swapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from scrapelint.plugin import Document, FoundDate, Line

HEAD_LINES = 25
"""How far above the first paragraph a date line can be the article's where the page has many, in lines."""
CUED_LINES = 20
"""How far below the first paragraph a line that says "published" can be."""
UPDATED_LINES = 10
"""The same for a line that says "updated"."""
SIGNING_LINES = 3
"""How far below the last paragraph such lines are where they close it."""
PHRASE_SPACES = 2
"""A cue of so many spaces is a phrase, as in "entry was posted": it is about the article wherever it is."""
LATER_LINES = 3
"""How far below the first paragraph a date line may be that names a later day than the scraper: further down it tells of an event.

In a text that is no whole page, any other day too, unless it is a stamp.
"""
MIN_PAGE_PROBABILITY = 0.1
"""From which a text is a whole page, in which what is above the article may read like paragraphs."""
MAX_STAMP_LETTERS = 24
"""Letters beside a day and its time up to which a line is a stamp: an agency, an author, a section."""
MAX_LABEL_CHARS = 120
"""How far before a day the words are looked at that say what day it is, in code points."""
MAX_YEARS_AHEAD = 1
"""How many years later than the scraper's a year of two figures may be: "44.04.04" is the day of a birth, or none."""
MANY_DAYS = 3
"""Fewest different days in date lines that show that the page lists other articles, too."""
LATE_HOUR, EARLY_HOUR = 22, 2
"""From the one it is the next day already in a time zone further east, up to the other the day before further west."""

FIRST_YEAR = 1995
"""Before it hardly an article stood on a page: an older day is one of history, or of a birth."""
LINKED_LINES = 4
"""How far above a date the heading of links may be, in lines."""
LINK_HEADINGS = ("most-read", "related-heading", "see-also")
"""The packs of such headings."""
CREDITS = ("photo-credit",)
"""The pack of what is beside the day on which a picture was taken."""
PACKS = (*LINK_HEADINGS, *CREDITS)
"""What a rule that asks for dates names as its packs."""
RELEASES = frozenset(
    "released release issued erschienen erscheint paru parue verschenen udgivet vydáno opublikowano uscita lanzamiento".split()
)
"""Words that name the day of an article, or of a film, a book and a program."""
MIN_TOLD_WORDS = 3
"""Words before and after a day, up to an end mark, from which a line among the paragraphs is a sentence about it."""
TITLE_WORDS = range(5, 13)
"""So many words before it alone, and no time: a subheading names an event. Longer lines are read by their ends."""
MIN_BROKEN_SPACES = 7
"""Spaces from which a line that ends in a small letter is part of a paragraph, not a headline or a name."""
ROLES = frozenset({"published", "updated", "line", "dateline", "header"})

_HOUR = regex(r"\W{0,3}\d{1,2}(?:[:.h]\d\d\b| ?Uhr\b| ?[ap]\.?m\b| ?h\b)[^\n]{0,6}?[:–—-]? ?[^\W\d_]")
"""A time of day at the beginning of a line, and what happens then: "10:30 – Opening"."""
_WORD = regex(r"[^\W\d_]{2,}")
_POSTED, _YEAR = regex(r"\s{0,8}Posted by \S"), regex(r"\d{4}")
_AT_HOUR = regex(
    r"^[^\W\d_][^:：\n]{1,30}[:：]\W{0,3}(?:[^\W\d_]{1,8} ){0,3}\d{1,2}(?:[:.h]\d\d\b|[ \u00a0]?(?:Uhr|h|[ap]\.? ?m)\b)"
)
"""A row of data on the time of an event, perhaps after small words: "Time: from 10 am", "Horario: De las 11:00"."""
_LABEL = regex(r"([^\W\d_](?:[^,;|/·•.!?:：\n]*[^\s,;|/·•.!?:：])?)\s*[:：]\s*\Z")
_COMPOUND = regex(r"[\u4e00-\u9fff]{3,}")
"""A word for a day in Chinese that says more than "date"."""
_READS_ON = regex(r"(?:[,.]?\s|[-‑])[^\W\d_A-ZÀ-Þ][^\W\d_]*\.?(?:[^\w\n]{1,3}\w+){2}")
"""Words of a sentence after a day, the first one in small letters."""
_LEADS_ON = regex(r"[^\W\d_]\s+\Z")
"""A word right before a day."""
_CREDITED = regex(
    r"\.\s(?:[^\W\d_a-z][\w'’.-]{1,24}\s){1,3}?[^\W\d_a-z][\w'’-]{1,24}\s?[,/|]\s?[^\W\d_a-z][^.!?\n]{1,40}\.?\s{0,9}$"
)
"""A name, and for whom that took a photo, up to the end of a line."""
_RANGE = regex(
    r"(?<![\d:.,/])\d{1,2}\.?\s(?:de\s|d['’])?[^\W\d_]{3,12}\.?\s?"
    r"(?:[–—-]|\s(?:and|to|und|bis|et|au|y|al|i|fins|e|a|og|och|till|til|en|tot|ja|do|și|până|ve|dan|и|до|і|και|έως))\s{1,2}$"
    r"|(?<![\w.])[^\W\d_]{3,12}\.?\s\d{1,2}\s?(?:[–—-]|\s(?:and|to))\s{1,2}$"
)
"""A day with its month, and what joins the next day to it."""
MAX_RANGE_CHARS = 40
"""How far before a day the first day of its range may be, in code points."""
EVENT_LINES = 2
"""How far from the day such a row is, in lines."""
_AMONG_OTHERS = frozenset({"body", "tail"})
_AMONG_PARAGRAPHS = frozenset({"body", "closing"})


class StatedDate(NamedTuple):
    """A date that the page states, and where it is."""

    found: FoundDate
    day: date
    below: int
    """Lines below the first paragraph of the article; negative above it."""
    zone: str
    """`head`, `body`, `tail`, `closing` right after the last paragraph, or `none` in a text without paragraphs."""
    past: int = 0
    """Lines below the last paragraph of the article; negative above it."""


def contradicting(doc: Document, given: date) -> StatedDate | None:
    """Return the first date line with the day that is most surely the article's; None where a date agrees with the given day."""
    if any(agrees(found, given) for found in doc.dates):
        return None
    stated = [own for own in stated_dates(doc) if not _is_of_another_day(doc, own, given)]
    if any(_is_midnight(own, given) for own in stated):
        return None
    telling = [own for own in stated if _is_telling(own, given)]
    telling += [own for own in _best_line(doc, stated, given) if own not in telling]
    if not telling:
        return None
    best = min(telling, key=lambda own: _rank(own, given))
    return next(own for own in stated if own.day == best.day)


def _is_of_another_day(doc: Document, own: StatedDate, given: date) -> bool:
    """Tell whether a date that looks like the article's is of an event, of a post or of a birth."""
    return _is_far(doc, own) or _is_embedded(doc, own) or _is_far_ahead(doc, own, given)


def _is_embedded(doc: Document, own: StatedDate) -> bool:
    """Tell whether a line among the paragraphs signs a post of a network: "Posted by Larn on Monday, June 5, 2023"."""
    if own.zone not in _AMONG_OTHERS or own.found.weekday is None or own.found.role != "published":
        return False
    return _POSTED.match(doc.line_at(own.found.span.start).text) is not None


def _is_far_ahead(doc: Document, own: StatedDate, given: date) -> bool:
    """Tell whether a day with two figures for its year is years later than the scraper's: it is of another century, as births are."""
    is_later = own.day.year > given.year + MAX_YEARS_AHEAD
    return is_later and _YEAR.search(doc.text, own.found.span.start, own.found.span.end) is None


def conflicts(doc: Document, given: FoundDate) -> list[tuple[StatedDate, date]]:
    """Return for each reading of a given date the date line that contradicts it, the nearest first; none where one agrees."""
    apart = [(own, day) for day in given.readings() if (own := contradicting(doc, day))]
    if len(apart) < len(given.readings()):
        return []
    return sorted(apart, key=lambda one: abs((one[0].day - one[1]).days))


def agrees(found: FoundDate, given: date) -> bool:
    """Tell whether a date of the text is a given day, or spans it."""
    day = found.value
    return given in found.readings() or (day is not None and found.until is not None and day <= given <= found.until)


def days_of_crawl(doc: Document, given: FoundDate) -> set[date]:
    """Return the readings of a given date that can be the day on which the scraper says that it took the article."""
    crawled = doc.field_date("crawled")
    return set(crawled.readings()).intersection(given.readings()) if crawled else set()


def stated_dates(doc: Document) -> Iterator[StatedDate]:
    """Yield the dates that the page states, in order: lines about the article or about another one, no events."""
    first, last = doc.body_range
    for found in doc.dates:
        day = found.value
        if day and found.role in ROLES and day.year >= FIRST_YEAR and not _is_glued(doc, found):
            line = doc.line_at(found.span.start)
            if line.index in doc.table_lines or is_labelled(doc, line, found) or _ends_range(doc, line, found):
                continue
            zone = "none" if last < first else _zone(doc, line)
            is_photo = _is_of_photo(doc, line, found) or _is_caption(doc, line, found) or _is_credited(doc, line, found)
            is_other = is_photo if zone == "head" else _is_about_other(doc, line, found, zone)
            if not is_other:
                yield StatedDate(found, day, line.index - first, zone, line.index - last)


def _is_far(doc: Document, own: StatedDate) -> bool:
    """Tell whether a date is among the paragraphs of an article, where it is of an event or a post."""
    if own.zone not in _AMONG_PARAGRAPHS or own.below < LATER_LINES:
        return False
    return not _is_page(doc) and not _is_stamp(doc, own.found)


def _is_page(doc: Document) -> bool:
    return doc.whole_page_probability >= MIN_PAGE_PROBABILITY


def _is_stamp(doc: Document, found: FoundDate) -> bool:
    """Tell whether a line is a day and its time, with hardly a word beside it."""
    start, end = found.whole or found.span
    line = doc.line_at(start)
    beside = doc.text[line.start : start] + doc.text[end : line.end]
    return found.clock is not None and sum(map(str.isalpha, beside)) <= MAX_STAMP_LETTERS


def _is_glued(doc: Document, found: FoundDate) -> bool:
    """Tell whether a day ends in a figure to which a word is glued: the text of a video, or of a post, that is set into the article."""
    end = (found.whole or found.span).end
    is_glued = doc.text[end - 1 : end].isdigit() and doc.text[end : end + 1].isalpha()
    return is_glued and not _is_page(doc)


def _is_about_other(doc: Document, line: Line, found: FoundDate, zone: str) -> bool:
    """Tell whether a date line below the head is of another article, of a film or of an event."""
    if _is_of_other(doc, line) or opens_programme(doc, line):
        return True
    return zone == "body" and (is_released(doc, line, found) or _is_told(doc, line, found))


def _is_told(doc: Document, line: Line, found: FoundDate) -> bool:
    """Tell whether a line among the paragraphs speaks of a day, in a sentence or a title, or is a photo's credit."""
    if found.clock is None and (_goes_on(doc, line) or _is_amid_words(doc, line, found)):
        return True
    start, end = found.whole or found.span
    before = len(_WORD.findall(doc.text, line.start, start))
    if not found.cue and (line.index in doc.hit_lines(*CREDITS) or (found.clock is None and before in TITLE_WORDS)):
        return True
    # "It was published on 5 May in a journal"; a label, "Published", and a verb after the day are the page's own.
    is_verb = not found.cue or (found.cue.islower() and found.cue in doc.text[line.start : start])
    after = len(_WORD.findall(doc.text, end, line.end))
    return is_verb and min(before, after) >= MIN_TOLD_WORDS and ends_sentence(line.text)


def _is_of_photo(doc: Document, line: Line, found: FoundDate) -> bool:
    """Tell whether a line says in words what a photo shows on a day, with its credit."""
    if found.cue or found.clock or line.index not in doc.hit_lines(*CREDITS):
        return False
    return len(_WORD.findall(doc.text, line.start, found.span.start)) >= MIN_TOLD_WORDS


def _goes_on(doc: Document, line: Line) -> bool:
    """Tell whether a line goes on with a sentence of the paragraph right above, which a program broke there."""
    above = doc.before(line)
    if above is None or line.row != above.row + 1 or above.text.count(" ") < MIN_BROKEN_SPACES:
        return False
    return above.text.rstrip()[-1:].islower()


def _is_amid_words(doc: Document, line: Line, found: FoundDate) -> bool:
    """Tell whether a day without a cue comes between words of a sentence, whatever mark that ends in."""
    start, end = found.whole or found.span
    leads_on = _LEADS_ON.search(doc.text, max(line.start, start - MAX_LABEL_CHARS), start) is not None
    return not found.cue and leads_on and _READS_ON.match(doc.text, end, line.end) is not None


def _is_caption(doc: Document, line: Line, found: FoundDate) -> bool:
    """Tell whether a day at the head is in a sentence that ends on its line, as captions do: "... May 5, 2023, in Larn."."""
    return (
        found.clock is None and _is_amid_words(doc, line, found) and ". " in doc.text[found.span.end : line.end] + " "
    )


def _is_credited(doc: Document, line: Line, found: FoundDate) -> bool:
    """Tell whether a day follows what a photo shows, and who took it follows the day: "Old Quay, Larn, May 5, 2023. Jo Hale, LNA"."""
    before = len(_WORD.findall(doc.text, line.start, found.span.start))
    is_plain = found.clock is None and not found.cue and before >= MIN_TOLD_WORDS
    return is_plain and _CREDITED.match(doc.text, found.span.end, line.end) is not None


def _ends_range(doc: Document, line: Line, found: FoundDate) -> bool:
    """Tell whether a day with its month and a joining word comes right before another: "30 June and 1 July 2011"."""
    start = (found.whole or found.span).start
    return not found.cue and _RANGE.search(doc.text[max(line.start, start - MAX_RANGE_CHARS) : start]) is not None


def is_labelled(doc: Document, line: Line, found: FoundDate) -> bool:
    """Tell whether words other than a known cue say what day it is: "Date of birth: ", "Deadline: "."""
    start = (found.whole or found.span).start
    before = doc.text[max(line.start, start - MAX_LABEL_CHARS) : start]
    if found.cue and found.role != "line":
        return False
    if found.cue and any(map(str.isalpha, before.rpartition(found.cue)[2])):
        return True
    label = _LABEL.search(before)
    return label is not None and (label[1] != found.cue or _COMPOUND.fullmatch(label[1]) is not None)


def opens_programme(doc: Document, line: Line) -> bool:
    """Tell whether the next line says what happens at what time of that day."""
    below = doc.after(line)
    return below is not None and _HOUR.match(below.text) is not None


def is_of_event(doc: Document, line: Line) -> bool:
    """Tell whether a line is a row of data near another that says at what time: "Date: 5 May 2022", "Time: 10 am"."""
    near = doc.lines[max(0, line.index - EVENT_LINES) : line.index + EVENT_LINES + 1]
    return is_data_row(line.text) and any(_AT_HOUR.search(row.text) for row in near if row is not line)


def is_released(doc: Document, line: Line, found: FoundDate) -> bool:
    """Tell whether a line is a row of data such as "Released: 5 May 2022", above or below another of its kind.

    Between paragraphs such rows are the data of a film, a program or a match; at the head of a page its own.
    """
    if found.cue.casefold() not in RELEASES or not is_data_row(line.text):
        return False
    return any(row is not None and is_data_row(row.text) for row in (doc.before(line), doc.after(line)))


def _is_of_other(doc: Document, line: Line) -> bool:
    """Tell whether a line is with the headlines below "read also", which are of other articles."""
    above = doc.lines[max(0, line.index - LINKED_LINES) : line.index]
    headings = doc.hit_lines(*LINK_HEADINGS)
    near = next((one for one in reversed(above) if one.index in doc.paragraphs or one.index in headings), None)
    return near is not None and near.index in headings


def _zone(doc: Document, line: Line) -> str:
    if line.index == doc.body_range[0]:
        return "head"
    return "closing" if doc.is_closing(line) else doc.zone(line)


def _is_midnight(own: StatedDate, given: date) -> bool:
    """Tell whether a time near midnight may have moved a date by one day, on or back."""
    clock, days = own.found.clock, (given - own.day).days
    return clock is not None and ((days == 1 and clock.hour >= LATE_HOUR) or (days == -1 and clock.hour < EARLY_HOUR))


def _is_telling(own: StatedDate, given: date) -> bool:
    """Tell whether a date says of itself that it is the article's, or would agree with day and month exchanged."""
    if swapped(own.found, given):
        return True
    is_near = own.zone not in _AMONG_OTHERS or (own.day <= given and _is_right_below(own))
    if own.found.role == "published":
        is_phrase = own.found.cue.count(" ") >= PHRASE_SPACES
        return is_phrase or is_near or own.below < CUED_LINES
    if own.found.role == "updated" and own.day < given:
        return is_near or own.below < UPDATED_LINES
    return False


def _is_right_below(own: StatedDate) -> bool:
    """Tell whether a line is right below the last paragraph, where pages sign what they have said."""
    return own.zone == "tail" and own.past <= SIGNING_LINES


def _rank(own: StatedDate, given: date) -> tuple[int, int]:
    """Return what the telling dates are ordered by: exchanged parts, then publication, a line without a word, update."""
    if swapped(own.found, given):
        return 0, own.found.span.start
    kind = {"published": 1, "updated": 3}.get(own.found.role, 2)
    return kind + (0 if own.below < LATER_LINES else 2), own.found.span.start


def _best_line(doc: Document, stated: Sequence[StatedDate], given: date) -> Sequence[StatedDate]:
    """Return the date line without a word about it that is nearest to the headline, where it can be the article's."""
    lines = [own for own in stated if own.found.role not in {"published", "updated"}]
    if len({own.day for own in lines}) >= MANY_DAYS:
        lines = [own for own in lines if _is_near(own)]
    above = [own for own in lines if own.below <= 0]
    if above:
        return (max(above, key=lambda own: own.below),)
    if not lines or (lines[0].zone == "tail" and not _is_signed(doc, lines[0], given)):
        return ()
    return [own for own in lines[:1] if own.day <= given or own.zone == "none" or own.below < LATER_LINES]


def _is_signed(doc: Document, own: StatedDate, given: date) -> bool:
    """Tell whether a day with its time is in a byline right below the last paragraph; a later one is a comment's."""
    if own.found.clock is None or own.day > given or not _is_right_below(own):
        return False
    from scrapelint.plugin import opens_byline  # such lines are seldom

    return opens_byline(doc.line_at(own.found.span.start).text)


def _is_near(own: StatedDate) -> bool:
    if own.zone == "none" or own.below < -HEAD_LINES:
        return False
    return own.found.role != "dateline" or own.below < LATER_LINES
