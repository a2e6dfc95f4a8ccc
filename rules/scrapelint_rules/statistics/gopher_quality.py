"""QUA001 gopher-quality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, Good, Setting
from scrapelint_rules.statistics._shared import gopher
from scrapelint_rules.statistics._shared.measured import Measured, StatisticsRule
from scrapelint_rules.statistics._shared.words import SIGNS_PER_WORD, lines_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint_rules.statistics._shared.words import Words

_ENGLISH = (
    "The council of the town met on Tuesday to talk about the bridge that has been closed to lorries since March. "
    "Engineers said the work would be finished with the help of two more teams, and that the costs have to be paid "
    "from the budget of the coming year. No vote was taken on the matter."
)
_GERMAN = (
    "Der Rat der Stadt hat am Dienstag über die Brücke beraten, die seit März für Lastwagen gesperrt ist. Die "
    "Arbeiten sollen nach Angaben der Verwaltung mit zwei weiteren Kolonnen bis zum Herbst beendet werden. Die Kosten "
    "müssen aus dem Haushalt des kommenden Jahres bezahlt werden, und eine Abstimmung gab es in der Sitzung am Abend "
    "noch nicht."
)
_CHINESE = (
    "市议会星期二讨论了自三月以来对货车关闭的大桥。工程师表示，在另外两支施工队的帮助下，工程将于秋季完成，"
    "费用必须从明年的预算中支付。会议没有就此事进行表决。居民代表说，绕行的道路太窄，每天早上都会堵车，"
    "希望市政府在学校附近设置新的人行横道。"
)


class GopherQuality(StatisticsRule):
    """A text outside the bounds of the Gopher quality filter.

    Why it matters: corpora in the line of MassiveText drop such documents: too short or long,
    made of lists, teasers, tags or tables. Each failed measure is one finding.

    What to do: nothing in a single article; where many fail, look at what the extractor
    delivers, or change the thresholds for the language.
    """

    code, name = "QUA001", "gopher-quality"
    confidence = 0.6
    min_words = Setting(50, "fewest words; Rae et al. 2021, appendix A1.1", minimum=0)
    max_words = Setting(100_000, "most words; Rae et al. 2021, appendix A1.1", minimum=1)
    min_mean_word_chars = Setting(
        3.0, "least mean length of the words in letters; Rae et al. 2021, Korean 1.5", minimum=0
    )
    max_mean_word_chars = Setting(
        10.0, "greatest mean length of the words in letters; Rae et al. 2021, Dravidian languages 12 to 14", minimum=0
    )
    max_hash_share = Setting(0.1, "most # for each word; Rae et al. 2021", minimum=0)
    max_ellipsis_share = Setting(0.1, "most ellipses for each word; Rae et al. 2021", minimum=0)
    max_bullet_line_share = Setting(0.9, "most lines that begin with a bullet; Rae et al. 2021", minimum=0, maximum=1)
    max_ellipsis_line_share = Setting(0.3, "most lines that end in an ellipsis; Rae et al. 2021", minimum=0, maximum=1)
    min_alphabetic_share = Setting(0.8, "fewest words with a letter in them; Rae et al. 2021", minimum=0, maximum=1)
    min_stop_words = Setting(
        2, "fewest distinct stop words of eight; Rae et al. 2021, eight of each language", minimum=0, maximum=8
    )
    examples = (
        Bad("Talks ended on Friday."),
        Bad("\n".join(f"- The offer of week {n}: to be had with a card ..." for n in range(9))),
        Bad(f"{_ENGLISH}\n#bridge #council #town #lorries #march #budget #works #detour #queue #vote"),
        Bad("12 34 56 78 90 " * 12 + "the end of it"),
        Bad(_GERMAN, fields={"language": "fi"}),
        Good(_ENGLISH, why="a short article in English"),
        Good(_GERMAN, why="German stop words count in a German text"),
        Good(_CHINESE, why="two characters count as a word; no mean length where no spaces part the words"),
    )

    def measures(self, doc: Document) -> Iterator[Measured]:
        """Yield the words, then the lines of the document against their bounds."""
        words = words_of(doc.text, doc.language)
        yield Measured("words", "number of words", words.count, least=self.min_words)
        yield Measured("words", "number of words", words.count, most=self.max_words)
        if words.count:
            yield from self._word_measures(doc, words)
            yield from self._line_measures(list(lines_of(doc.text)))

    def _word_measures(self, doc: Document, words: Words) -> Iterator[Measured]:
        yield from self._length(gopher.mean_word_chars(words), doc.language or "")
        hashes, ellipses = gopher.hash_share(doc.text, words), gopher.ellipsis_share(doc.text, words)
        yield Measured("hash_share", "number of # for each word", hashes, most=self.max_hash_share)
        yield Measured("ellipsis_share", "number of ellipses for each word", ellipses, most=self.max_ellipsis_share)
        alphabetic = gopher.alphabetic_share(words)
        yield Measured("alphabetic_share", "share of words with letters", alphabetic, least=self.min_alphabetic_share)
        stop_words = gopher.stop_word_count(doc.text, words, doc.language)
        if stop_words is not None:
            yield Measured("stop_words", "number of distinct stop words", stop_words, least=self.min_stop_words)

    def _length(self, mean: float, language: str) -> Iterator[Measured]:
        if language in SIGNS_PER_WORD:
            return
        least = min(self.min_mean_word_chars, gopher.SHORT_WORDS.get(language, self.min_mean_word_chars))
        most = max(self.max_mean_word_chars, gopher.LONG_WORDS.get(language, self.max_mean_word_chars))
        yield Measured("mean_word_chars", "mean length of words in letters", mean, least=least)
        yield Measured("mean_word_chars", "mean length of words in letters", mean, most=most)

    def _line_measures(self, lines: Sequence[str]) -> Iterator[Measured]:
        bullets, ellipses = gopher.bullet_line_share(lines), gopher.ellipsis_line_share(lines)
        yield Measured("bullet_line_share", "share of lines with a bullet", bullets, most=self.max_bullet_line_share)
        yield Measured(
            "ellipsis_line_share", "share of lines that end in an ellipsis", ellipses,
            most=self.max_ellipsis_line_share,
        )  # fmt: skip
