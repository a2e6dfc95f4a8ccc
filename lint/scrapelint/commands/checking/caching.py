"""What earlier runs have found, where a run may use it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from scrapelint.commands.shared.console import warn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.config.values import Config
    from scrapelint.readers.files import Input
    from scrapelint.result_cache.results import ResultCache
    from scrapelint.result_cache.store import Store
    from scrapelint.selection.registry import Registry


class Cached(Protocol):
    """Options of a command that uses results of earlier runs."""

    @property
    def no_cache(self) -> bool:
        """Whether all is to be checked."""

    @property
    def cache_dir(self) -> str:
        """Where results are kept; empty for the place of the configuration, or the usual one."""

    @property
    def verbose(self) -> bool:
        """Whether to tell why nothing is kept."""


@contextmanager
def cached(options: Cached, config: Config, registry: Registry, files: Sequence[Input]) -> Iterator[ResultCache | None]:
    """Open the results of earlier runs, and keep those of this one; None where there is no use or no place for them."""
    from scrapelint.result_cache.worth import is_worthwhile

    if options.no_cache or not is_worthwhile(files):
        yield None
        return
    try:
        results, store = _opened(options, config, registry, files)
    except (OSError, ImportError) as error:
        if options.verbose:
            warn(f"no cache: {_place(error)}{getattr(error, 'strerror', None) or error}")
        yield None
        return
    try:
        yield results
    finally:
        store.close()


def _place(error: OSError | ImportError) -> str:
    return f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""


def _opened(options: Cached, config: Config, registry: Registry, files: Sequence[Input]) -> tuple[ResultCache, Store]:
    from scrapelint.result_cache.places import folder_of, prepared, secret
    from scrapelint.result_cache.results import ResultCache
    from scrapelint.result_cache.store import Store

    key = secret()
    store = Store(prepared(folder_of(options.cache_dir, config), key), key)
    return ResultCache(store, key, registry, files), store
