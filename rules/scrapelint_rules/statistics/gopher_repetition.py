"""QUA002 gopher-repetition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, Good, Setting, excerpt
from scrapelint_rules.statistics._shared import gopher
from scrapelint_rules.statistics._shared.measured import Measured, StatisticsRule
from scrapelint_rules.statistics._shared.words import lines_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TOP_SIZES = (2, 3, 4)
"""Sizes in words of the n-grams whose most frequent one is measured; Rae et al. 2021, table A1."""
DUPLICATE_SIZES = (5, 6, 7, 8, 9, 10)
"""Sizes in words of the n-grams that are measured together; Rae et al. 2021, table A1."""

_STORY = (
    "Two ferries collided in the harbour on Monday.\n\nNobody was hurt, the coast guard said.\n\nOne ship was towed "
    "to the yard, where its hull will be looked at.\n\nThe other sailed on after an hour."
)


class GopherRepetition(StatisticsRule):
    """A text that repeats itself beyond the bounds of the Gopher repetition filter.

    Why it matters: models trained on repeated lines and phrases repeat themselves; corpora in
    the line of MassiveText drop such documents. Each failed measure is one finding.

    What to do: see what repeats. Lines are often menus, captions or teasers (REP, NAV).
    """

    code, name = "QUA002", "gopher-repetition"
    confidence = 0.8
    max_duplicate_line_share = Setting(0.3, "most lines that stood above; Rae et al. 2021, table A1", 0, 1)
    max_duplicate_paragraph_share = Setting(0.3, "most paragraphs that stood above; Rae et al. 2021, table A1", 0, 1)
    max_duplicate_line_char_share = Setting(0.2, "most characters in such lines; Rae et al. 2021, table A1", 0, 1)
    max_duplicate_paragraph_char_share = Setting(
        0.2, "most characters in such paragraphs; Rae et al. 2021, table A1", 0, 1
    )
    max_top_ngram_char_shares = Setting(
        (0.2, 0.18, 0.16), "most characters in the most frequent 2-, 3-, 4-gram; Rae et al. 2021, table A1"
    )
    max_duplicate_ngram_char_shares = Setting(
        (0.15, 0.14, 0.13, 0.12, 0.11, 0.1), "most characters in repeated 5- to 10-grams; Rae et al. 2021, table A1"
    )
    examples = (
        Bad(f"{_STORY}\n\n" + "\n".join(["Read it in the app"] * 6)),
        Bad(f"{_STORY}\n\n{_STORY}"),
        Bad("Buy now. " * 20),
        Bad("今天天气很好，我们去公园。" * 12),
        Good(_STORY, why="nothing repeats"),
        Good(
            "One line.\n\n\n\n\n\nAnother one.\n\n\n\n\n\nThe third line is here.\n \n \n",
            why="blank lines are no duplicates",
        ),
        Good("Guten Morgen.", why="a pair of words that occurs once is no repetition"),
    )

    def measures(self, doc: Document) -> Iterator[Measured]:
        """Yield lines, paragraphs and n-grams against their bounds."""
        yield from self._line_measures(doc.text)
        yield from self._paragraph_measures(doc.text)
        yield from self._ngram_measures(doc)

    def _line_measures(self, text: str) -> Iterator[Measured]:
        share, chars = gopher.duplicates(lines_of(text))
        yield Measured("duplicate_lines", "share of duplicate lines", share, most=self.max_duplicate_line_share)
        yield Measured(
            "duplicate_line_chars", "share of characters in duplicate lines", chars / max(1, len(text)),
            most=self.max_duplicate_line_char_share,
        )  # fmt: skip

    def _paragraph_measures(self, text: str) -> Iterator[Measured]:
        share, chars = gopher.duplicates(gopher.paragraphs_of(text))
        yield Measured(
            "duplicate_paragraphs", "share of duplicate paragraphs", share, most=self.max_duplicate_paragraph_share
        )
        yield Measured(
            "duplicate_paragraph_chars", "share of characters in duplicate paragraphs", chars / max(1, len(text)),
            most=self.max_duplicate_paragraph_char_share,
        )  # fmt: skip

    def _ngram_measures(self, doc: Document) -> Iterator[Measured]:
        words, total = words_of(doc.text, doc.language), max(1, len(doc.text))
        limits = dict(zip(TOP_SIZES + DUPLICATE_SIZES, self._limits(), strict=False))
        for ngrams in gopher.repeated_ngrams(words, limits):
            size, most = ngrams.size, limits[ngrams.size]
            if size in TOP_SIZES:
                what, chars = f"the most frequent {size}-gram", ngrams.top_chars
                more: tuple[tuple[str, object], ...] = (("ngram", excerpt(ngrams.top)),)
            else:
                what, chars, more = f"repeated {size}-grams", ngrams.duplicate_chars, ()
            name = f"{'top' if size in TOP_SIZES else 'duplicate'}_{size}_gram_chars"
            yield Measured(name, f"share of characters in {what}", chars / total, most=most, more=more)

    def _limits(self) -> Sequence[float]:
        return (*self.max_top_ngram_char_shares, *self.max_duplicate_ngram_char_shares)
