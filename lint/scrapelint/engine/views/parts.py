"""What of a line is residue, and what may be the article's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from scrapelint.engine.views.phrases import MIN_SENTENCE_SPACES
from scrapelint.engine.views.zones import MAX_BODY_RESIDUE, ZoneView
from scrapelint.finding import Span
from scrapelint.text.prose import ends_sentence
from scrapelint.text.sentences.address import addresses, names_network
from scrapelint.text.sentences.broken_bracket import alone, balanced, broken_bracket, closed
from scrapelint.text.sentences.joined import name_end
from scrapelint.text.sentences.marks import OPENERS
from scrapelint.text.sentences.page_ends import REACH_CHARS, runs_into_page
from scrapelint.text.sentences.parts import Words, loose_sentences, part_of, touches

if TYPE_CHECKING:
    from scrapelint.packs.matcher import Hit
    from scrapelint.text.lines import Line


class PartView(ZoneView):
    """What of a line is residue, and what may be the article's."""

    def part(self, hit: Hit, *, covers: bool = False, opens: bool = False) -> Span:
        """Return the smallest part of a hit's line that is residue: see `part_of`.

        With `covers` the rest of the line goes too, and the whole of it where it is outside the
        article and the models agree. With `opens` what comes before the words is left alone where the
        line breaks are lost. A bracket of several lines after a sentence goes whole, too.
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
        # Within a line of several sentences, only what the words make known.
        words = _words(hit)
        part = line.span if words.span == line.span else self._part_of(hit, words, covers=covers)
        is_page = partial(self._is_pages, language=hit.language)
        part = alone(self.text, closed(self.text, part, hit.start), hit.end, is_page)
        return balanced(self.text, part, is_page)

    def _part_of(self, hit: Hit, words: Words, *, covers: bool) -> Span:
        known = [words, *map(_words, self._sure_hits.get(hit.line.index, ()))]
        return part_of(hit.line, words, known, covers=covers and not self.is_flat, is_flat=self.is_flat)

    def _is_pages(self, span: Span, language: str) -> bool:
        """Tell whether a part of the text has words that are known for the page's, or speaks to the reader."""
        known = (_words(hit) for line in self.lines_in(span) for hit in self._sure_hits.get(line.index, ()))
        is_known = any(touches(words.span, span) for words in known)
        text = self.text[span.start : span.end]
        return is_known or names_network(text) or addresses(text, (language,))

    def runs_on(self, line: Line, at: int) -> bool:
        """Tell whether a sentence of the article may follow on a line after what it opens with, up to an offset.

        So it is where the line breaks are lost and the line ends like a sentence: labels and headlines do not.
        """
        after = self.text[at : line.end]
        return self.is_flat and ends_sentence(after) and after.count(" ") >= MIN_SENTENCE_SPACES


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
