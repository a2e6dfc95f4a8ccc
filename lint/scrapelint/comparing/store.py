"""Both versions of all articles on disk, joined by address or id: memory does not grow with their number."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from scrapelint.comparing.side import Known, Version
from scrapelint.errors import UsageError, WriteError
from scrapelint.scoring import Score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CACHE_KB = 64_000
"""What SQLite may keep in memory of its file."""
KEYS = ("url", "id")
"""What versions can be joined by, the preferred first."""


class SideCount(NamedTuple):
    """What one side has of articles."""

    articles: int
    unpaired: int
    """Those that the other side has not."""
    repeated: int
    """Those whose address or id an earlier one has; they are left out."""
    unnamed: int
    """Those that have none, and cannot be paired."""


class Pair(NamedTuple):
    """The numbers of the two versions of an article."""

    old: int
    new: int


class Store:
    """Versions of articles, in a file of SQLite that is gone at the end."""

    def __init__(self) -> None:
        """Start with none; the file is in the folder for temporary files."""
        self._connection = sqlite3.connect("", isolation_level=None)
        for pragma in (f"cache_size = -{CACHE_KB}", "journal_mode = OFF", "synchronous = OFF", "temp_store = FILE"):
            self._connection.execute(f"PRAGMA {pragma}")
        columns = "number INTEGER PRIMARY KEY, side INT, url TEXT, id TEXT, kept BLOB"
        self._connection.execute(f"CREATE TABLE versions ({columns})")

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take away what is on disk."""
        self._connection.close()

    def add(self, side: int, version: Version) -> None:
        """Keep a version of the old side, 0, or the new one, 1."""
        kept = zlib.compress(json.dumps(version, default=str, skipkeys=True).encode(), 1)
        row = (side, _plain(version.url), _plain(version.id), kept)
        with _told():
            self._connection.execute("INSERT INTO versions (side, url, id, kept) VALUES (?, ?, ?, ?)", row)

    def __getitem__(self, number: int) -> Version:
        """Return the version of a number."""
        found = self._connection.execute("SELECT kept FROM versions WHERE number = ?", (number,)).fetchone()
        kept = Version._make(json.loads(zlib.decompress(found[0])))
        return kept._replace(score=Score(*kept.score), findings=tuple(Known(*known) for known in kept.findings))

    def join(self, by: str = "") -> str:
        """Pair the versions by `url` or `id`, or by what pairs more of them; return which it was.

        Raises UsageError where no article is on both sides.
        """
        paired = {key: self._join(key) for key in ([by] if by else KEYS)}
        best = max(paired, key=lambda key: paired[key])
        if not paired[best]:
            sides = "; ".join(f"{name} has {self._named(side, paired)}" for side, name in enumerate(("old", "new")))
            raise UsageError(f"no article is on both sides: they are joined by {' or '.join(paired)}; {sides}")
        return best

    def pairs(self, by: str) -> Iterator[Pair]:
        """Yield the pairs, in the order of the new side."""
        with closing(self._connection.cursor()) as cursor:
            yield from map(Pair._make, cursor.execute(f"SELECT old, new FROM by_{by} ORDER BY new"))  # noqa: S608

    def count(self, side: int, by: str) -> SideCount:
        """Return what a side has of articles, of which those of the other side are joined by `by`."""
        articles = self._single(f"SELECT count(*) FROM versions WHERE side = {side}")  # noqa: S608
        named = self._single(f"SELECT count(*) FROM versions WHERE side = {side} AND {by} <> ''")  # noqa: S608
        distinct = self._single(f"SELECT count(DISTINCT {by}) FROM versions WHERE side = {side} AND {by} <> ''")  # noqa: S608
        paired = self._single(f"SELECT count(*) FROM by_{by}")  # noqa: S608
        return SideCount(articles, distinct - paired, named - distinct, articles - named)

    def _named(self, side: int, keys: Iterable[str]) -> str:
        """Return how many articles a side has, and how many of them have what they are joined by."""
        counts = {key: self.count(side, key) for key in keys}
        articles = next(iter(counts.values())).articles
        named = [f"{articles - count.unnamed:,} with {key}" for key, count in counts.items()]
        return f"{articles:,} article{'' if articles == 1 else 's'}{''.join(f', {one}' for one in named if articles)}"

    def _join(self, key: str) -> int:
        """Pair the versions by one key, of equal ones on a side the first; return how many pairs there are."""
        first = "SELECT {0} AS key, min(number) AS number FROM versions WHERE side = {1} AND {0} <> '' GROUP BY {0}"
        old, new = (first.format(key, side) for side in (0, 1))
        joined = f"SELECT o.number AS old, n.number AS new FROM ({old}) o JOIN ({new}) n USING (key)"  # noqa: S608
        self._connection.execute(f"DROP TABLE IF EXISTS by_{key}")
        with _told():
            self._connection.execute(f"CREATE TABLE by_{key} AS {joined}")
        return int(self._single(f"SELECT count(*) FROM by_{key}"))  # noqa: S608

    def _single(self, query: str) -> Any:
        return self._connection.execute(query).fetchone()[0]


@contextmanager
def _told() -> Iterator[None]:
    """Raise WriteError where the disk takes no more."""
    try:
        yield
    except sqlite3.OperationalError as error:
        where = "the folder for temporary files"
        raise WriteError(f"{where}: {error}; set SQLITE_TMPDIR to one with more room") from error


def _plain(key: str) -> str:
    """Return a key as SQLite takes it: it knows no half of a surrogate."""
    return key.encode("utf-8", "backslashreplace").decode()
