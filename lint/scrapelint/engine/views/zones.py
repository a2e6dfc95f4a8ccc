"""Where the article is in a text: how likely each line is the page's, and what is above and below."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from scrapelint.engine.views.phrases import PhraseView
from scrapelint.text import prose as body
from scrapelint.text.lines import by_key

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from scrapelint.packs.matcher import Hit
    from scrapelint.residue.features import Table
    from scrapelint.text.lines import Line

CLOSING_LINES = 3
"""How many lines after the last paragraph can be the article's own closing notice."""
SAMPLED_LINES = 3
"""How many lines of a run tell why it is likely not the article."""
MAX_BODY_RESIDUE = 0.7
"""A paragraph that is more likely the page's is no edge of the article."""

MIN_OPENING_SPACES = 2
"""Spaces from which the first line of a text is a headline."""


class ZoneView(PhraseView):
    """Where the article is in a text: how likely each line is the page's, and what is above and below."""

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
    def features(self) -> Table:
        """What the models of zones see of each line."""
        from scrapelint.residue.features import Table, Text

        hits = self._hits.phrases
        if self.rejoined is None:
            return Table(Text(self.lines, hits, self.paragraphs, self.by_key))
        lines, of_line = self.rejoined
        return Table(Text(lines, hits, self._rejoined_prose, by_key(lines)), of_line)

    @cached_property
    def body_range(self) -> tuple[int, int]:
        """Index of the first and last paragraph of the article; (0, -1) where there is none."""
        residue = self.residue_probability
        doubted = [index for index in self.paragraph_lines if residue[index] > MAX_BODY_RESIDUE]
        return body.extent(self.paragraph_lines, self.known_residue.union(doubted))

    def zone(self, line: Line) -> body.Zone:
        """Return where a line is: before, among or after the paragraphs of the article."""
        first, last = self.body_range
        if line.index < first:
            return "head"
        return "tail" if line.index > last else "body"

    def is_closing(self, line: Line) -> bool:
        """Tell whether a line directly follows the last paragraph and ends the text.

        What an article says of itself there (its copyright, its first outlet, its photo's source) is often
        kept by those who edit articles by hand: about half of such lines in the development data. A text
        without a paragraph has no article that could say it.
        """
        first, last = self.body_range
        if last < first or line.index < len(self.lines) - CLOSING_LINES:
            return False
        return last < line.index <= last + CLOSING_LINES

    def is_subject(self, hit: Hit, named: re.Pattern[str]) -> bool:
        """Tell whether a phrase is amid a paragraph of an article that opens by naming what the phrase is about.

        Where the line breaks are lost, the opening is the first sentence, up to the phrase.
        """
        opening = self.lines[0]
        headline = self.text[opening.start : min(opening.end, hit.start)]
        if headline.count(" ") < MIN_OPENING_SPACES or not named.search(headline):
            return False
        is_below = hit.line.index > opening.index
        return self.is_flat or (is_below and hit.line.index in self.paragraph_lines)

    def hits(self, *concepts: str) -> Sequence[Hit]:
        """Return the phrases of these packs that are where their entry wants them, in order."""
        found = [h for c in concepts for h in self._hits.phrases.get(c, ()) if self._in_zone(h)]
        return found if len(concepts) == 1 else sorted(found, key=lambda h: h.start)

    def hit_lines(self, *concepts: str) -> frozenset[int]:
        """Return the indices of the lines with phrases of these packs; a rule may ask again for each hit."""
        known = self._hit_lines.get(concepts)
        if known is None:
            known = self._hit_lines[concepts] = frozenset([hit.line.index for hit in self.hits(*concepts)])
        return known

    @cached_property
    def _hit_lines(self) -> dict[tuple[str, ...], frozenset[int]]:
        return {}

    def _in_zone(self, hit: Hit) -> bool:
        # Most entries are for all zones, and a text without a paragraph has none.
        if len(hit.entry.zones) == 3 or self.body_range == (0, -1):
            return True
        return self.zone(hit.line) in hit.entry.zones
