"""What rules found in the articles of a run and of those before it."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from time import time
from typing import TYPE_CHECKING

from scrapelint.corpus.evidence import NUMBER_BYTES
from scrapelint.result_cache.identity import of_linter, program
from scrapelint.result_cache.store import KEY_BYTES
from scrapelint.result_cache.worth import is_held
from scrapelint.result_cache.written import (
    UnknownValueError,
    dumped,
    dumped_verdicts,
    loaded,
    loaded_verdicts,
    of_article,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.config.values import Config
    from scrapelint.corpus.groups import Groups
    from scrapelint.corpus.rows import ArticleVerdicts
    from scrapelint.intake import Checked, Found, Intake
    from scrapelint.readers.files import Input
    from scrapelint.result_cache.store import Store
    from scrapelint.selection.registry import Registry

MAX_DECIDED = 20_000
"""Articles with findings across articles of which a run keeps these; they are some 5 MB."""
_DAY_S = 24 * 3600


class ResultCache:
    """The results of a run: each article is looked up by all that its findings depend on."""

    def __init__(self, store: Store, secret: bytes, registry: Registry, files: Iterable[Input]) -> None:
        """Take where results are kept, and the files of the run; raises OSError where a plugin cannot be read."""
        self._store = store
        self._program = program(registry, secret)
        self._held = frozenset(file.filename for file in files if is_held(file))
        self._day = int(time() // _DAY_S)
        self._run = blake2b(key=secret, digest_size=KEY_BYTES)
        self._has_all = True

    def looked_up(self, intakes: Iterable[Intake], config: Config, across: Config | None) -> Iterator[Intake]:
        """Yield the articles with what is known of them, under a configuration of the file and of the run."""
        linter = of_linter(self._program, config, across)
        for intake in intakes:
            is_kept = intake.readable and intake.article.filename in self._held
            yield self._looked_up(intake, linter) if is_kept else intake

    def take(self, intake: Intake, found: Found, checked: Checked) -> None:
        """Keep what was found in an article, where it is new."""
        if not intake.readable:
            return
        if not intake.key or found.error:
            self._has_all = False
            return
        worst = checked.worst
        self._run.update(intake.key + bytes([0 if worst is None else worst + 1]))
        if intake.known is None:
            with suppress(UnknownValueError):
                self._store.put(intake.key, dumped(found, self._day))

    def verdicts(self) -> list[ArticleVerdicts] | None:
        """Return what an earlier run on the same articles decided across them; None where there was none."""
        written = self._store.get(self._run.digest()) if self._has_all else None
        return None if written is None else loaded_verdicts(written)

    def keep_verdicts(self, groups: Groups) -> None:
        """Keep what was decided across the articles of this run."""
        if self._has_all and groups.decided() <= MAX_DECIDED:
            self._store.put(self._run.digest(), dumped_verdicts(groups.all_results()))

    def found_across(self, article: int) -> Found | None:
        """Return what an earlier run on the same articles found across them in one, by its number; None if unknown."""
        written = self._store.get(self._key_across(article)) if self._has_all else None
        return None if written is None else loaded(written).found

    def keep_across(self, article: int, found: Found) -> None:
        """Keep what was found across articles in one of them."""
        if self._has_all:
            with suppress(UnknownValueError):
                self._store.put(self._key_across(article), dumped(found, self._day))

    def _key_across(self, article: int) -> bytes:
        number = article.to_bytes(NUMBER_BYTES, "big", signed=True)
        return blake2b(number, key=self._run.digest(), digest_size=KEY_BYTES).digest()

    def _looked_up(self, intake: Intake, linter: bytes) -> Intake:
        try:
            key = blake2b(of_article(intake.article), key=linter, digest_size=KEY_BYTES).digest()
        except UnknownValueError:
            return intake
        written = self._store.get(key)
        known = loaded(written) if written is not None else None
        if known and not self._holds(known.day, today_only=known.found.today_only):
            known = None
        return intake._replace(key=key, known=known.found if known else None)

    def _holds(self, day: int, *, today_only: bool) -> bool:
        return day == self._day or (day < self._day and not today_only)
