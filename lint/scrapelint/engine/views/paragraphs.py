"""The paragraphs of an article, also those that a program broke into lines."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from scrapelint.engine.views.lines import LineView
from scrapelint.text import prose as body
from scrapelint.text.prose import ends_sentence
from scrapelint.text.wrapping.paragraphs import Wrapping

if TYPE_CHECKING:
    from scrapelint.finding import Span
    from scrapelint.text.lines import Line
    from scrapelint.text.wrapping.paragraphs import Paragraphs


class ParagraphView(LineView):
    """The paragraphs of an article, also those that a program broke into lines."""

    @cached_property
    def paragraphs(self) -> frozenset[int]:
        """Indices of the lines that read like a paragraph of an article; where they are sentences, like one of its."""
        return body.whole_sentences(self.lines) if self.is_flat else body.prose(self.lines)

    @cached_property
    def paragraph_lines(self) -> frozenset[int]:
        """Indices of the lines that read like a paragraph of an article, or are a part of one."""
        if self.rejoined is None:
            return self.paragraphs
        whole = self._rejoined_prose
        return frozenset([line for line, paragraph in enumerate(self.rejoined.of_line) if paragraph in whole])

    def paragraph(self, line: Line) -> Line:
        """Return the paragraph that a line is a part of as one line, most often the line itself."""
        return line if self.rejoined is None else self.rejoined.lines[self.rejoined.of_line[line.index]]

    @cached_property
    def rejoined(self) -> Paragraphs | None:
        """The paragraphs of a text of which some were broken into lines; None for any other."""
        return self._wrapping.paragraphs()

    @cached_property
    def _rejoined_prose(self) -> frozenset[int]:
        """Indices of the rejoined paragraphs that read like one of an article."""
        return body.prose(self.rejoined.lines) if self.rejoined else frozenset()

    @cached_property
    def _paragraph_range(self) -> range:
        """From the first line that reads like a paragraph to the last, whatever is on it."""
        return range(min(self.paragraph_lines, default=0), max(self.paragraph_lines, default=-1) + 1)

    @cached_property
    def wrapped_lines(self) -> frozenset[int]:
        """Indices of the lines that go on with the one right above, where a program wrapped them at a width."""
        return frozenset() if self.is_flat else self._wrapping.wrapped()

    @property
    def cut_length(self) -> int:
        """The number of characters after which a program broke the wrapped lines, amid words too; 0 if not."""
        return self._wrapping.cut_length if self.wrapped_lines else 0

    def breaks_sentence(self, span: Span) -> bool:
        """Tell whether whole lines in a span begin or end within a sentence that goes on beyond it on wrapped lines."""
        lines = self.lines_within(span)
        if not lines or not self.wrapped_lines:
            return False
        above, below = self.before(lines[0]), self.after(lines[-1])
        opened = above is not None and lines[0].index in self.wrapped_lines and not ends_sentence(above.text)
        return opened or (below is not None and below.index in self.wrapped_lines and not ends_sentence(lines[-1].text))

    @cached_property
    def _wrapping(self) -> Wrapping:
        return Wrapping(self.lines)
