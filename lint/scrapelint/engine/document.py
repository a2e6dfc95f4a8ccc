"""An article as rules see it: everything they may ask, worked out once, on first use."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from scrapelint.corpus.evidence import number_of
from scrapelint.finding import Span
from scrapelint.packs.line_patterns import matches
from scrapelint.packs.other_senses import (
    fills,
    is_ambiguous,
    is_column,
    is_loose,
    is_of,
    is_of_others,
    is_quoted,
    is_reported,
    is_said,
)
from scrapelint.text import prose as body
from scrapelint.text.character_classes import shape
from scrapelint.text.lines import by_key, removal, split
from scrapelint.text.prose import ends_sentence
from scrapelint.text.sentences.address import addresses, names_network
from scrapelint.text.sentences.broken_bracket import balanced, broken_bracket, closed
from scrapelint.text.sentences.joined import is_sentence, is_uncased, name_end
from scrapelint.text.sentences.marks import OPENERS
from scrapelint.text.sentences.page_ends import REACH_CHARS, runs_into_page
from scrapelint.text.sentences.parts import CAPITAL_NOUNS, Words, loose_sentences, part_of, touches
from scrapelint.text.sentences.splitting import joins, parts_at_spaces
from scrapelint.text.sentences.units import is_flat, parted, stands_alone
from scrapelint.text.wrapping.paragraphs import Wrapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from scrapelint.article import Article
    from scrapelint.dates.found import FoundDate
    from scrapelint.finding import Edit
    from scrapelint.packs.line_patterns import LinePattern
    from scrapelint.packs.matcher import Hit, Hits, Matcher
    from scrapelint.residue.features import Table
    from scrapelint.text.lines import Line
    from scrapelint.text.wrapping.paragraphs import Paragraphs

T = TypeVar("T")

CLOSING_LINES = 3
"""How many lines behind the last paragraph can be the article's own closing notice."""

_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"[\d¹²³⁴-⁹]")

SAMPLED_LINES = 3
"""How many lines of a run tell why it is likely not the article."""

MAX_BODY_RESIDUE = 0.7
"""A paragraph that is more likely the page's is no edge of the article."""

LIST_WORDS = "menu-word"
"""Concept whose words (Sport, Culture, Contact) stand in lists of an article too."""

SURE = 0.8
"""A phrase hit of this confidence keeps its line from counting as prose of the article."""


MAX_NUMBERS_ABOVE = 2
"""Lines without a letter that may stand above the first one that has any."""
MIN_SENTENCE_SPACES = 2
"""Spaces behind a label from which the rest of its line may be a sentence."""


class Document:
    """An article, its lines, zones and phrase hits."""

    def __init__(self, article: Article, matcher: Matcher) -> None:
        """Take the article and the matcher of the run."""
        self.article = article
        self.text = article.text
        self._matcher = matcher
        self._hit_lines: dict[tuple[str, ...], frozenset[int]] = {}
        self._removals: dict[Span, Edit] = {}
        self._field_dates: dict[str, FoundDate | None] = {}
        self._known: dict[Callable[[Document], Any], Any] = {}

    def once(self, work: Callable[[Document], T]) -> T:
        """Return what a function makes of this document: worked out on the first call, for rules that share it.

        The function has to be one of a module, not a lambda: it is the key.
        """
        if work not in self._known:
            self._known[work] = work(self)
        known: T = self._known[work]
        return known

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
    def number(self) -> int:
        """The article's number, by which rules across articles know it."""
        return number_of(self.article)

    @cached_property
    def rows(self) -> list[Line]:
        """The lines of the text that are not blank, in order, as they stand."""
        return list(split(self.text))

    @cached_property
    def is_flat(self) -> bool:
        """Whether the text has lost its line breaks, so that its `lines` are sentences."""
        return is_flat(self.rows)

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that are not blank, in order; `line.index` is a line's place in this list.

        Of a text that has lost its line breaks they are its sentences.
        """
        return self._matcher.units(parted(self.rows)) if self.is_flat else self.rows

    @cached_property
    def shape(self) -> bytes:
        """The text with one byte a code point, by kinds of signs; see `scrapelint.text.character_classes`."""
        return shape(self.text)

    @cached_property
    def _hits(self) -> Hits:
        hits = self._matcher.scan(self.lines, self.text)
        meant = {concept: [hit for hit in found if self._is_meant(hit)] for concept, found in hits.phrases.items()}
        return hits._replace(phrases={concept: found for concept, found in meant.items() if found})

    def _is_meant(self, hit: Hit) -> bool:
        """Tell whether a phrase is what its pack takes it for, not somebody's word or another language's."""
        place, paragraphs = hit.line.index, self.paragraph_lines
        if is_column(hit) or is_of_others(hit) or is_said(hit, among_paragraphs=place in self._paragraph_range):
            return False
        in_sentence = place in paragraphs or ends_sentence(hit.line.text)
        if is_quoted(hit, in_sentence=in_sentence) or (self.is_flat and fills(hit) and self._is_piece(hit)):
            return False
        return not is_ambiguous(hit) or is_of(hit.language, (self.declared_language, self.found_language))

    @cached_property
    def _paragraph_range(self) -> range:
        """From the first line that reads like a paragraph to the last, whatever stands on it."""
        return range(min(self.paragraph_lines, default=0), max(self.paragraph_lines, default=-1) + 1)

    @cached_property
    def matched_concepts(self) -> frozenset[str | LinePattern]:
        """The concepts of which a phrase stands anywhere, and the patterns of which a literal does."""
        return frozenset(self._hits.phrases).union(self._hits.lines)

    def hits(self, *concepts: str) -> Sequence[Hit]:
        """Return the phrases of these packs that stand where their entry wants them, in order."""
        found = [h for c in concepts for h in self._hits.phrases.get(c, ()) if self._in_zone(h)]
        return found if len(concepts) == 1 else sorted(found, key=lambda h: h.start)

    def hit_lines(self, *concepts: str) -> frozenset[int]:
        """Return the indices of the lines with phrases of these packs; a rule may ask again for each hit."""
        known = self._hit_lines.get(concepts)
        if known is None:
            known = self._hit_lines[concepts] = frozenset([hit.line.index for hit in self.hits(*concepts)])
        return known

    def matches(self, pattern: LinePattern) -> Iterator[tuple[Line, re.Match[str]]]:
        """Yield the matches of a rule's pattern, line by line; offsets are those of the line's text.

        The rule has to name the pattern in its `patterns`.
        """
        return matches(pattern, self._hits.lines.get(pattern, ()))

    @cached_property
    def by_key(self) -> dict[str, list[Line]]:
        """Lines by their key; lines without letters or digits left out."""
        return by_key(self.lines)

    @cached_property
    def language(self) -> str | None:
        """ISO 639 code of the language that the scraper declared, else of the text's; None where neither tells."""
        return self.declared_language or self.found_language

    @property
    def known_language(self) -> str | None:
        """The language, without working it out: empty where it cannot be told, None where nobody has asked for it."""
        known = self.__dict__
        return self.language or "" if "language" in known or "found_language" in known else None

    @cached_property
    def declared_language(self) -> str | None:
        """ISO 639 code of the language that the scraper declared; None where it named none."""
        from scrapelint.text import languages

        return languages.code_of(self.article.get("language"))

    @cached_property
    def found_language(self) -> str | None:
        """ISO 639 code of the language of the text, whatever the scraper said; None where it cannot be told."""
        from scrapelint.text import languages

        return languages.language_of(self.text)

    @cached_property
    def dates(self) -> Sequence[FoundDate]:
        """The dates of the text, in order; the day that the scraper gave settles ambiguous ones near to it."""
        if not _DIGIT.search(self.text):
            return ()
        from scrapelint.dates.reading import dates_of

        given = self.field_date("date")
        return dates_of(self.text, lambda: self.language, given.value if given and not given.other else None)

    def field_date(self, name: str) -> FoundDate | None:
        """Return the day that a field names (date, modified, crawled), with its time; None where it names none."""
        if name not in self._field_dates:
            self._field_dates[name] = self._read_field(name)
        return self._field_dates[name]

    def _read_field(self, name: str) -> FoundDate | None:
        written = self.article.get(name)
        if not _DIGIT.search(written):
            return None
        from scrapelint.dates.reading import read_date

        found = read_date(written, self.declared_language)
        return found or (read_date(written, self.found_language) if any(map(str.isalpha, written)) else None)

    @cached_property
    def paragraphs(self) -> frozenset[int]:
        """Indices of the lines that read like a paragraph of an article; where they are sentences, like one of its."""
        return body.whole_sentences(self.lines) if self.is_flat else body.prose(self.lines)

    @cached_property
    def _wrapping(self) -> Wrapping:
        return Wrapping(self.lines)

    @cached_property
    def rejoined(self) -> Paragraphs | None:
        """The paragraphs of a text of which some were broken into lines; None for any other."""
        return self._wrapping.paragraphs()

    @cached_property
    def wrapped_lines(self) -> frozenset[int]:
        """Indices of the lines that go on with the one right above, where a program wrapped them at a width."""
        return frozenset() if self.is_flat else self._wrapping.wrapped()

    @property
    def cut_length(self) -> int:
        """The number of signs behind which a program broke the wrapped lines, in the midst of words too; 0 if not."""
        return self._wrapping.cut_length if self.wrapped_lines else 0

    def breaks_sentence(self, span: Span) -> bool:
        """Tell whether whole lines in a span begin or end within a sentence that goes on beyond it on wrapped lines."""
        lines = self.lines_within(span)
        if not lines or not self.wrapped_lines:
            return False
        above, below = self.before(lines[0]), self.after(lines[-1])
        opened = above is not None and lines[0].index in self.wrapped_lines and not ends_sentence(above.text)
        return opened or (below is not None and below.index in self.wrapped_lines and not ends_sentence(lines[-1].text))

    def paragraph(self, line: Line) -> Line:
        """Return the paragraph that a line is a part of as one line, most often the line itself."""
        return line if self.rejoined is None else self.rejoined.lines[self.rejoined.of_line[line.index]]

    @cached_property
    def paragraph_lines(self) -> frozenset[int]:
        """Indices of the lines that read like a paragraph of an article, or are a part of one."""
        if self.rejoined is None:
            return self.paragraphs
        whole = self._rejoined_prose
        return frozenset([line for line, paragraph in enumerate(self.rejoined.of_line) if paragraph in whole])

    @cached_property
    def _rejoined_prose(self) -> frozenset[int]:
        """Indices of the rejoined paragraphs that read like one of an article."""
        return body.prose(self.rejoined.lines) if self.rejoined else frozenset()

    @cached_property
    def features(self) -> Table:
        """What the models of zones see of each line."""
        from scrapelint.residue.features import Table, Text

        hits = self._hits.phrases
        if self.rejoined is None:
            return Table(Text(self.lines, hits, self.paragraphs, self.by_key))
        lines, of_line = self.rejoined
        return Table(Text(lines, hits, self._rejoined_prose, by_key(lines)), of_line)

    @cached_property
    def residue_probability(self) -> tuple[float, ...]:
        """For each line the probability that it is text of the page, not of the article."""
        from scrapelint.residue.model import flat_model, residue_model

        if not self.lines:
            return ()
        return (
            tuple(flat_model().shares(self.features))
            if self.is_flat
            else residue_model().residue_probability(self.features, self.whole_page_probability)
        )

    @cached_property
    def whole_page_probability(self) -> float:
        """Probability that the text is a whole page with its menus rather than an article; see `residue_probability`.

        0 where the line breaks are lost: menus look like anything there.
        """
        from scrapelint.residue.model import residue_model

        return residue_model().whole_page_probability(self.features) if self.lines and not self.is_flat else 0.0

    def reasons(self, first: Line, last: Line) -> dict[str, int]:
        """Return by feature what speaks for these lines being text of the page, in hundredths of a log-odds.

        The mean of at most `SAMPLED_LINES` of them, evenly spaced.
        """
        from scrapelint.residue.model import flat_model, residue_model

        step = 1 + (last.index - first.index) // SAMPLED_LINES
        lines = range(first.index, last.index + 1, step)
        if self.is_flat:
            return flat_model().weights(self.features, lines)
        return residue_model().weights(self.features, self.whole_page_probability, lines)

    @cached_property
    def known_residue(self) -> frozenset[int]:
        """Indices of the lines that are known for the page's by their wording."""
        return frozenset(self._sure_hits)

    def _worded(self, without: str) -> frozenset[int]:
        """Return the lines that are known by wording, that of one concept left aside."""
        sure = self._sure_hits.items()
        return frozenset([line for line, hits in sure if any(hit.entry.concept != without for hit in hits)])

    @cached_property
    def announced_lines(self) -> frozenset[int]:
        """Indices of the lines of lists that a sentence of the article announces with a colon, and of the sentence."""
        from scrapelint.text.announced import announced

        return announced(self.lines, self.paragraph_lines, self._worded(without=LIST_WORDS))

    @cached_property
    def speaker_lines(self) -> frozenset[int]:
        """Indices of the lines of an interview or a transcript that say who speaks next, and nothing else."""
        from scrapelint.text.turns import speakers

        return speakers(self.by_key, self.known_residue)

    @cached_property
    def lines_with_digits(self) -> Sequence[Line]:
        """The lines with a digit, also a raised one, in order: where a date, a measure or a number can stand at all.

        Of ten lines one or two have any: rules run what looks for numbers on those alone.
        """
        has_digit = _COUNT.search
        return [line for line in self.lines if has_digit(line.text)]

    @cached_property
    def turn_lines(self) -> frozenset[int]:
        """Indices of the lines of an interview or a transcript that open with who speaks and a colon."""
        from scrapelint.text.turns import labelled_turns

        return labelled_turns(self.lines)

    @cached_property
    def table_lines(self) -> frozenset[int]:
        """Indices of the lines of tables of figures, one cell a line, with headings and source."""
        from scrapelint.text.tables.cells import table_lines

        return table_lines(self.lines)

    @cached_property
    def _sure_hits(self) -> dict[int, list[Hit]]:
        """By index of a line, the phrases on it that are surely the page's."""
        known: dict[int, list[Hit]] = {}
        for hits in self._hits.phrases.values():
            for hit in hits:
                if hit.entry.confidence >= SURE:
                    known.setdefault(hit.line.index, []).append(hit)
        return known

    def part(self, hit: Hit, *, covers: bool = False, opens: bool = False) -> Span:
        """Return the smallest part of a hit's line that is residue: see `part_of`.

        With `covers` the rest of the line goes too, and the whole of it where it stands outside the
        article and the models agree. With `opens` what stands before the words is left alone where the
        line breaks are lost. A bracket of several lines behind a sentence goes whole, too.
        """
        line = hit.line
        bracket = broken_bracket(self.text, Span(hit.start, hit.end))
        if bracket:
            return bracket
        if opens and self.is_flat:
            before = self.text[line.start : hit.start]
            return Span(line.start + len(before.rstrip(OPENERS)), line.span.end) if before.strip() else line.span
        if (
            covers
            and not self.is_flat
            and self.zone(line) != "body"
            and self.residue_probability[line.index] >= MAX_BODY_RESIDUE
            and not runs_into_page(self.text[max(line.start, hit.start - REACH_CHARS) : hit.start])
        ):
            return line.span
        words = _words(hit)
        part = line.span if words.span == line.span else self._part_of(hit, words, covers=covers)
        part = closed(self.text, part, hit.start)
        return balanced(self.text, part, lambda span: self._is_pages(span, hit.language))

    def _part_of(self, hit: Hit, words: Words, *, covers: bool) -> Span:
        known = [words, *map(_words, self._sure_hits.get(hit.line.index, ()))]
        return part_of(hit.line, words, known, covers=covers and not self.is_flat, is_flat=self.is_flat)

    def _is_pages(self, span: Span, language: str) -> bool:
        """Tell whether a part of the text has words that are known for the page's, or speaks to the reader."""
        known = (_words(hit) for line in self.lines_in(span) for hit in self._sure_hits.get(line.index, ()))
        is_known = any(touches(words.span, span) for words in known)
        text = self.text[span.start : span.end]
        return is_known or names_network(text) or addresses(text, (language,))

    @cached_property
    def body_range(self) -> tuple[int, int]:
        """Index of the first and last paragraph of the article; (0, -1) where there is none."""
        residue = self.residue_probability
        doubted = [index for index in self.paragraph_lines if residue[index] > MAX_BODY_RESIDUE]
        return body.extent(self.paragraph_lines, self.known_residue.union(doubted))

    def zone(self, line: Line) -> body.Zone:
        """Return where a line stands: before, among or after the paragraphs of the article."""
        first, last = self.body_range
        if line.index < first:
            return "head"
        return "tail" if line.index > last else "body"

    def _in_zone(self, hit: Hit) -> bool:
        if len(hit.entry.zones) == 3 or self.body_range == (0, -1):
            return True
        return self.zone(hit.line) in hit.entry.zones

    def lines_in(self, span: Span) -> Sequence[Line]:
        """Return the lines that a span touches."""
        first = bisect_right(self._line_ends, span.start)
        return self.lines[first : bisect_left(self._line_starts, max(span.end, span.start + 1), first)]

    def lines_within(self, span: Span) -> Sequence[Line]:
        """Return the lines of which a span has all that is no white space."""
        lines = self.lines_in(span)
        if lines and lines[0].span.start < span.start:
            lines = lines[1:]
        return lines[:-1] if lines and lines[-1].span.end > span.end else lines

    def line_at(self, offset: int) -> Line:
        """Return the line on which a code point stands, or the last above it that is not blank; there has to be one."""
        return self.lines[max(0, bisect_right(self._line_starts, offset) - 1)]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _line_ends(self) -> list[int]:
        return [line.end for line in self.lines]

    def before(self, line: Line) -> Line | None:
        """Return the nearest line above that is not blank."""
        return self.lines[line.index - 1] if line.index else None

    def after(self, line: Line) -> Line | None:
        """Return the nearest line below that is not blank."""
        return self.lines[line.index + 1] if line.index + 1 < len(self.lines) else None

    def is_phrase(self, line: Line) -> bool:
        """Tell whether a line may be a piece of a sentence: Thai and Lao write a space between phrases as well."""
        return self.is_flat and parts_at_spaces(line.text) and len(line.text) < len(self.row_of(line).text)

    def _is_piece(self, hit: Hit) -> bool:
        """Tell whether a phrase that fills its line may be a piece of a sentence: a short one, or amid others."""
        line = hit.line
        if not self.is_phrase(line):
            return False
        before = self.text[self.row_of(line).start : line.start]
        return is_loose(hit) or (joins(before[-2:]) and joins(self.behind(line)[:2]))

    def behind(self, line: Line) -> str:
        """Return what stands behind a line on its row, without white space at its end: a sentence may go on with it."""
        return self.text[line.end : self.row_of(line).end].rstrip()

    def stands_alone(self, line: Line) -> bool:
        """Tell whether a line is one of the text, and no piece of a sentence where the line breaks are lost."""
        return not self.is_flat or stands_alone(line, self.row_of(line))

    def row_of(self, line: Line) -> Line:
        """Return the whole row that a line stands on, of which it may be a sentence."""
        return self.rows[bisect_left(self.rows, line.row, key=lambda row: row.row)]

    def opens(self, line: Line) -> bool:
        """Tell whether a line opens the text; a number may stand above, that of the article or of a comment."""
        above = self.lines[: line.index]
        return len(above) <= MAX_NUMBERS_ABOVE and not any(any(map(str.isalpha, one.text)) for one in above)

    def is_last(self, line: Line) -> bool:
        """Tell whether no line with anything on it follows."""
        return line.index == len(self.lines) - 1

    def is_closing(self, line: Line) -> bool:
        """Tell whether a line stands right behind the last paragraph and ends the text.

        What an article says of itself there (its copyright, its first outlet, its photo's source) is often
        kept by those who edit articles by hand: about half of such lines in the development data. A text
        without a paragraph has no article that could say it.
        """
        first, last = self.body_range
        if last < first or line.index < len(self.lines) - CLOSING_LINES:
            return False
        return last < line.index <= last + CLOSING_LINES

    def runs_on(self, line: Line, at: int) -> bool:
        """Tell whether a sentence of the article may follow on a line behind what it opens with, up to an offset.

        So it is where the line breaks are lost and the line ends like a sentence: labels and headlines do not.
        """
        behind = self.text[at : line.end]
        return self.is_flat and ends_sentence(behind) and behind.count(" ") >= MIN_SENTENCE_SPACES

    def goes_on_below(self, hit: Hit) -> bool:
        """Tell whether a paragraph below goes on with a sentence that may begin behind a phrase, on its line."""
        below = self.after(hit.line)
        if below is None or below.index not in self.paragraph_lines or not below.text.lstrip()[:1].islower():
            return False
        behind = self.text[hit.end : hit.line.end]
        return behind.count(" ") >= MIN_SENTENCE_SPACES and not ends_sentence(behind)

    def is_amid(self, hit: Hit) -> bool:
        """Tell whether a phrase stands amid what may be sentences of the article, in letters that do not tell where.

        So it may be in scripts without capitals, and where nouns have them, once the line breaks are lost.
        """
        if not self.is_flat:
            return False
        if hit.language not in CAPITAL_NOUNS and not is_uncased(self.text[hit.start : hit.end]):
            return False
        at = hit.start - hit.line.start
        start, end = next(one for one in loose_sentences(hit.line.text) if one.end > at)
        before, behind = hit.line.text[start:at], hit.line.text[hit.end - hit.line.start : end]
        # An expression may begin with any words, and take them for its own.
        leads = hit.phrase.lstrip("^").startswith(".{")
        return is_sentence(behind, (hit.language,)) and (leads or is_sentence(before, (hit.language,)))

    def is_reported(self, hit: Hit) -> bool:
        """Tell whether a phrase stands in a paragraph, or in a sentence on a line of its own, that says who said it."""
        is_told = hit.line.index in self.paragraph_lines or ends_sentence(hit.line.text)
        return is_told and is_reported(hit)

    def removal(self, first: Line, last: Line | None = None) -> Edit:
        """Return the edit that takes out whole lines, inclusive, and the blank lines that they leave over."""
        return self.removal_of(self.span(first, last))

    def removal_of(self, span: Span) -> Edit:
        """Return the edit that takes out a span, and the blank lines or the white space that it leaves over."""
        if span not in self._removals:
            self._removals[span] = removal(self.text, *span)
        return self._removals[span]

    @staticmethod
    def span(first: Line, last: Line | None = None) -> Span:
        """Return the span from the first to the last of these lines, white space at the edges left out."""
        return first.span if last is None or last is first else Span(first.span.start, last.span.end)


def _today() -> date:
    from datetime import UTC, datetime  # only articles with dates ask for it

    return datetime.now(tz=UTC).date()


def _words(hit: Hit) -> Words:
    """Return the words of a hit, with a name that the last of them asks for: "stay tuned to our", "get the".

    Of an expression that takes any words before its own, those of its last sentence.
    """
    start = hit.start
    if ".{" in hit.phrase:
        lead = hit.start - hit.line.start
        start += list(loose_sentences(hit.line.text[lead : lead + hit.end - hit.start]))[-1].start
    at = hit.end - hit.line.start
    return Words(Span(start, hit.line.start + name_end(hit.line.text, at)), hit.language)
