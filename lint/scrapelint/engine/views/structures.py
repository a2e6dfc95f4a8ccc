"""The parts of an article with a shape of their own: lists, tables, interviews."""

from __future__ import annotations

from functools import cached_property

from scrapelint.engine.views.phrases import PhraseView


class StructureView(PhraseView):
    """The parts of an article with a shape of their own: lists, tables, interviews."""

    @cached_property
    def announced_lines(self) -> frozenset[int]:
        """Indices of the lines of lists that a sentence of the article announces with a colon, and of the sentence."""
        from scrapelint.text.announced import announced

        return announced(self.lines, self.paragraph_lines, self._worded_alone)

    @cached_property
    def taken_up_lines(self) -> frozenset[int]:
        """Indices of the lines of lists between two paragraphs of which one names an item."""
        from scrapelint.text.taken_up import taken_up

        return frozenset() if self.is_flat else taken_up(self.lines, self.paragraph_lines)

    @cached_property
    def _worded_alone(self) -> frozenset[int]:
        """Indices of the lines that are known for the page's by words that no list of an article has."""
        sure = self._sure_hits.items()
        return frozenset([line for line, hits in sure if not all(hit.entry.in_lists for hit in hits)])

    @cached_property
    def speaker_lines(self) -> frozenset[int]:
        """Indices of the lines of an interview or a transcript that say who speaks next, and nothing else."""
        from scrapelint.text.turns import speakers

        return speakers(self.by_key, self.known_residue)

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
