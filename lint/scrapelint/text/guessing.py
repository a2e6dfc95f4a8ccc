"""langdetect's detector, with its profiles read as far as a text asks for them.

langdetect keeps 55 shares for each of its 88,000 stretches of letters: 40 MB that take a quarter of a second to make.
A text has some hundred of them, whose shares are worked out when they are first asked for. They are the same numbers.
"""

from __future__ import annotations

import json
import os
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

from scrapelint.resources.collecting import uncollected
from scrapelint.resources.data_files import read_data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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


@cache
def factory() -> DetectorFactory:
    """Return a factory of our own: nobody else's calls and settings reach it."""
    with uncollected():
        profiles = [json.loads(read_data(path)) for path in _paths()]
        made = DetectorFactory()
        made.langlist = [profile["name"] for profile in profiles]
        made.word_lang_prob_map = Shares(profiles)
    made.set_seed(0)
    return made


def _paths() -> list[str]:
    """Return the files of langdetect's profiles, in the order in which it reads them itself."""
    names = [name for name in os.listdir(PROFILES_DIRECTORY) if not name.startswith(".")]  # noqa: PTH208  # its order
    return [os.path.join(PROFILES_DIRECTORY, name) for name in names]  # noqa: PTH118  # pathlib is slow to import
