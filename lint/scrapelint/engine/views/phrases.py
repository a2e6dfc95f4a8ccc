"""The phrases of packs in an article, where they mean what their pack takes them for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from scrapelint.engine.views.languages import LanguageView
from scrapelint.engine.views.paragraphs import ParagraphView
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
from scrapelint.text.prose import ends_sentence
from scrapelint.text.sentences.joined import CAPITAL_NOUNS, is_sentence, is_uncased
from scrapelint.text.sentences.parts import loose_sentences
from scrapelint.text.sentences.splitting import joins

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from scrapelint.packs.line_patterns import LinePattern
    from scrapelint.packs.matcher import Hit, Hits
    from scrapelint.text.lines import Line

SURE = 0.8
"""A phrase hit of this confidence keeps its line from counting as prose of the article."""
MIN_SENTENCE_SPACES = 2
"""Spaces after a label from which the rest of its line may be a sentence."""


class PhraseView(ParagraphView, LanguageView):
    """The phrases of packs in an article, where they mean what their pack takes them for."""

    @cached_property
    def matched_concepts(self) -> frozenset[str | LinePattern]:
        """The concepts with a phrase anywhere in the text, and the patterns with a literal there."""
        return frozenset(self._hits.phrases).union(self._hits.lines)

    def matches(self, pattern: LinePattern) -> Iterator[tuple[Line, re.Match[str]]]:
        """Yield the matches of a rule's pattern, line by line; offsets are those of the line's text.

        The rule has to name the pattern in its `patterns`.
        """
        return matches(pattern, self._hits.lines.get(pattern, ()))

    @cached_property
    def known_residue(self) -> frozenset[int]:
        """Indices of the lines that are known for the page's by their wording."""
        return frozenset(self._sure_hits)

    @cached_property
    def _sure_hits(self) -> dict[int, list[Hit]]:
        """By index of a line, the phrases on it that are surely the page's."""
        known: dict[int, list[Hit]] = {}
        for hits in self._hits.phrases.values():
            for hit in hits:
                if hit.entry.confidence >= SURE:
                    known.setdefault(hit.line.index, []).append(hit)
        return known

    def is_reported(self, hit: Hit) -> bool:
        """Tell whether a phrase is in a paragraph, or in a sentence on a line of its own, that says who said it."""
        is_told = hit.line.index in self.paragraph_lines or ends_sentence(hit.line.text)
        return is_told and is_reported(hit)

    def goes_on_below(self, hit: Hit) -> bool:
        """Tell whether a paragraph below goes on with a sentence that may begin after a phrase, on its line."""
        below = self.after(hit.line)
        if below is None or below.index not in self.paragraph_lines or not below.text.lstrip()[:1].islower():
            return False
        after = self.text[hit.end : hit.line.end]
        return after.count(" ") >= MIN_SENTENCE_SPACES and not ends_sentence(after)

    def is_amid(self, hit: Hit) -> bool:
        """Tell whether a phrase is amid what may be sentences of the article, in letters that do not tell where.

        So it may be in scripts without capitals, and where nouns have them, once the line breaks are lost.
        """
        if not self.is_flat:
            return False
        if hit.language not in CAPITAL_NOUNS and not is_uncased(self.text[hit.start : hit.end]):
            return False
        at = hit.start - hit.line.start
        start, end = next(one for one in loose_sentences(hit.line.text) if one.end > at)
        before, after = hit.line.text[start:at], hit.line.text[hit.end - hit.line.start : end]
        # An expression may begin with any words, and take them for its own.
        leads = hit.phrase.lstrip("^").startswith(".{")
        return is_sentence(after, (hit.language,)) and (leads or is_sentence(before, (hit.language,)))

    @cached_property
    def _hits(self) -> Hits:
        hits = self._matcher.scan(self.lines, self.text)
        meant = {concept: [hit for hit in found if self._is_meant(hit)] for concept, found in hits.phrases.items()}
        return hits._replace(phrases={concept: found for concept, found in meant.items() if found})

    def _is_meant(self, hit: Hit) -> bool:
        """Tell whether a phrase is what its pack takes it for, not somebody's word or another language's."""
        place, paragraphs = hit.line.index, self.paragraph_lines
        # What asks the hit alone comes first; the language of the text is worked out last, and for few.
        if is_column(hit) or is_of_others(hit) or is_said(hit, among_paragraphs=place in self._paragraph_range):
            return False
        in_sentence = place in paragraphs or ends_sentence(hit.line.text)
        if is_quoted(hit, in_sentence=in_sentence) or (self.is_flat and fills(hit) and self._is_piece(hit)):
            return False
        return not is_ambiguous(hit) or is_of(hit.language, (self.declared_language, self.found_language))

    def _is_piece(self, hit: Hit) -> bool:
        """Tell whether a phrase that fills its line may be a piece of a sentence: a short one, or amid others."""
        line = hit.line
        if not self.is_phrase(line):
            return False
        before = self.text[self.row_of(line).start : line.start]
        return is_loose(hit) or (joins(before[-2:]) and joins(self.rest_of_row(line)[:2]))
