"""langdetect's detector, with its profiles read as far as a text asks for them.

langdetect keeps 55 shares for each of its 88,000 stretches of letters: 40 MB that take a quarter of a second to make.
A text has some hundred of them, whose shares are worked out when they are first asked for. They are the same numbers.

It also takes a text apart letter by letter, which is half of its time. Here that is done for all letters at once. The
stretches are the same, in the same order, and so is what is guessed by them.
"""

from __future__ import annotations

import json
import os
from functools import cache
from itertools import chain
from operator import add
from typing import TYPE_CHECKING, Any

from langdetect.detector import Detector
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.utils.ngram import NGram

from scrapelint.resources.collecting import uncollected
from scrapelint.resources.data_files import read_data
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIRST_MARK = "\u0300"
"""Below it all letters are Latin: langdetect need not ask whether most of a text are."""
_SPACES = regex(" {2,}")


class Shares(dict[str, "tuple[float, ...] | None"]):
    """The share of a stretch of one to three letters in each language, among those of its length.

    It holds all stretches, which are looked for far more often than asked for their shares.
    """

    def __init__(self, profiles: Sequence[Mapping[str, Any]]) -> None:
        """Take what langdetect's profiles hold: how often each stretch was counted, and all of each length."""
        self._counts = [(profile["freq"], profile["n_words"]) for profile in profiles]
        super().__init__(dict.fromkeys(chain.from_iterable(counts for counts, _ in self._counts)))

    def __getitem__(self, stretch: str) -> tuple[float, ...]:
        """Return its shares, which are kept: most stretches of a text are those of the one before."""
        shares = self.get(stretch)
        if shares is None:
            at = len(stretch) - 1
            shares = tuple([counts.get(stretch, 0) / totals[at] for counts, totals in self._counts])
            self[stretch] = shares  # a tuple of numbers is nothing that Python's search for garbage looks into again
        return shares


class _Letters(dict[int, str]):
    """What stands for a character in the profiles: a space for no letter, one letter for all of some scripts."""

    def __missing__(self, code: int) -> str:
        """Return what langdetect makes of it, which is kept."""
        letter: str = NGram.normalize(chr(code))
        self[code] = letter
        return letter


class _Detector(Detector):  # type: ignore[misc] # langdetect has no types
    """A detector that takes a text apart at once."""

    def append(self, text: str) -> None:
        """Take a text; runs of spaces need not be made one."""
        bare = self.MAIL_RE.sub(" ", self.URL_RE.sub(" ", text))
        self.text += NGram.normalize_vi(bare)[: self.max_text_length]

    def cleaning_text(self) -> None:
        """Leave out the Latin letters of a text that has more others."""
        if max(self.text, default="") >= FIRST_MARK:
            super().cleaning_text()

    def _extract_ngrams(self) -> list[str]:
        """Return the stretches of the text that are in the profiles, those that end at each place, the shortest first.

        A capital after another one ends none.
        """
        text = _SPACES.sub(" ", f" {self.text.translate(_letters())}")
        ones = text[1:]
        twos = list(map(add, text, ones))
        threes = ["", *map(add, twos, text[2:])]
        ending = zip(text, zip(ones, twos, threes, strict=False), strict=False)
        kept = [stretches for before, stretches in ending if not (before.isupper() and stretches[0].isupper())]
        return list(filter(self.word_lang_prob_map.__contains__, chain.from_iterable(kept)))


class _Factory(DetectorFactory):  # type: ignore[misc] # langdetect has no types
    """A factory of such detectors."""

    def _create_detector(self) -> Detector:
        return _Detector(self)


@cache
def _letters() -> _Letters:
    return _Letters()


@cache
def factory() -> DetectorFactory:
    """Return a factory of our own: nobody else's calls and settings reach it."""
    with uncollected():
        profiles = [json.loads(read_data(path)) for path in _paths()]
        made = _Factory()
        made.langlist = [profile["name"] for profile in profiles]
        made.word_lang_prob_map = Shares(profiles)
    made.set_seed(0)
    return made


def _paths() -> list[str]:
    """Return the files of langdetect's profiles, in the order in which it reads them itself."""
    names = [name for name in os.listdir(PROFILES_DIRECTORY) if not name.startswith(".")]  # noqa: PTH208  # its order
    return [os.path.join(PROFILES_DIRECTORY, name) for name in names]  # noqa: PTH118  # pathlib is slow to import
