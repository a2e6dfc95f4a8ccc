"""What a folder holds: files by place and kind, and some of them to look into."""

from __future__ import annotations

import os
from collections import Counter
from hashlib import blake2b
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.baseline.acceptance import is_accepted_file
from scrapelint.config.values import Config
from scrapelint.readers.compressions import ENDINGS
from scrapelint.readers.files import Input, find
from scrapelint.runners.pipeline import excluded
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_TEXTS = 200
"""Files of one article each that are looked into; they are drawn by lot."""
MAX_DATA = 100
"""Files of records that are."""
MAX_PLACES = 1000
"""Folders and endings that are told apart; bounds what is kept of a folder with as many."""
MAX_NAMES = 20
"""Names of files that are no articles."""

# The hooks of pre-commit leave out the same names.
_NO_ARTICLE = regex(
    r"(?i)(readme|changelog|contributing|code_of_conduct|security|license|requirements[^/]*|constraints|cmakelists"
    r"|robots|package|package-lock|tsconfig|composer)\.[a-z]+"
)


class Place(NamedTuple):
    """Where files of one kind are."""

    top: str
    """The folder below the one that is looked at; empty for files in it."""
    ending: str
    """With that of a compression, as `.jsonl.gz`; empty where a name has none."""


OTHER_PLACES = Place("", "")
"""All that are not told apart."""


class Survey(NamedTuple):
    """What a folder holds."""

    folder: str
    files: Counter[Place]
    """Files that are read as articles."""
    names: Counter[str]
    """Names of files that would be read as articles, and are none."""
    left_out: Counter[str]
    """Files that are not read though articles may be in them, by ending."""
    problems: Sequence[str]
    sample: Sequence[Input]
    """Files to look into, in order of their names."""

    @property
    def is_whole(self) -> bool:
        """Whether the sample has all files."""
        return len(self.sample) == self.files.total()


def survey(folder: str) -> Survey:
    """Return what a folder holds; what is kept of it does not grow with the number of files."""
    left_out: Counter[str] = Counter()
    files: Counter[Place] = Counter()
    names: Counter[str] = Counter()
    problems: list[str] = []
    texts, data = _Draw(MAX_TEXTS), _Draw(MAX_DATA)
    for found in find([folder], excluded(Config(root=folder)), left_out=left_out):
        if not isinstance(found, Input):
            problems.append(found.message)
        elif is_no_article(found.filename):
            name = os.path.basename(found.filename)  # noqa: PTH119
            names[name] += name in names or len(names) < MAX_NAMES
        elif not is_accepted_file(found.filename):
            place = place_in(found.filename, folder)
            files[place if place in files or len(files) < MAX_PLACES else OTHER_PLACES] += 1
            (texts if found.format.is_one_article else data).add(found)
    sample = sorted([*texts.files, *data.files], key=lambda file: file.filename)
    return Survey(folder, files, names, left_out, problems, sample)


def is_no_article(path: str) -> bool:
    """Tell by the name of a file whether it is one that repositories have besides articles."""
    return bool(_NO_ARTICLE.fullmatch(os.path.basename(path)))  # noqa: PTH119


def place_in(filename: str, folder: str) -> Place:
    """Return where a file of a folder is, and its kind."""
    inside = os.path.relpath(filename, folder).replace(os.sep, "/")
    stem, ending = os.path.splitext(inside.lower())  # noqa: PTH122
    if ending in ENDINGS:
        ending = os.path.splitext(stem)[1] + ending  # noqa: PTH122
    return Place(inside.partition("/")[0] if "/" in inside else "", ending)


class _Draw:
    """Keeps some files by lot: which, depends on their names alone."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lots: list[tuple[int, Input]] = []
        """The highest lot, which is the lowest number, first."""

    @property
    def files(self) -> list[Input]:
        return [file for _, file in self._lots]

    def add(self, file: Input) -> None:
        lot = -int.from_bytes(blake2b(os.fsencode(file.filename), digest_size=8).digest())
        if len(self._lots) < self._most:
            heappush(self._lots, (lot, file))
        else:
            heappushpop(self._lots, (lot, file))
