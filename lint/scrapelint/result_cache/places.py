"""Where results are kept: a folder of the project, in it one of the user, whose name nobody else can know."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from scrapelint.packs.cache import CACHE_DIR, cache_folder
from scrapelint.resources.data_files import read_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.config.values import Config

FOLDER = ".scrapelint_cache"
SECRET_BYTES = 32
MAX_OTHERS = 3
"""Folders of other users, or of other homes, that are left beside one's own."""
_PREFIX = "results-"
_TAG = """Signature: 8a477f597d28d172789f06886806bc55
# This folder is a cache of scrapelint. It may be deleted at any time. See https://bford.info/cachedir/
"""


def folder_of(given: str, config: Config) -> str:
    """Return the folder for results: as given, that of all caches where one is set, as configured, or the usual one.

    Raises OSError where the usual one is a link: it may have come with the data, and lead anywhere.
    """
    if given:
        return given
    if os.environ.get(CACHE_DIR):
        return cache_folder()
    usual = os.path.join(config.root, FOLDER)  # noqa: PTH118
    if not config.cache_dir and os.path.islink(usual):  # noqa: PTH114
        raise OSError(0, "it is a link", usual)
    return config.cache_dir or usual


def secret() -> bytes:
    """Return bytes that only this user knows, made on the first call; raises OSError where they cannot be kept.

    A cache may come with the data that is checked. It counts only where this user has written it.
    """
    path = os.path.join(cache_folder(), "secret")  # noqa: PTH118
    with suppress(OSError):
        if len(known := read_data(path)) == SECRET_BYTES:
            return known
    os.makedirs(cache_folder(), exist_ok=True)  # noqa: PTH103
    part = f"{path}.{os.getpid()}.part"
    with open(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as out:  # noqa: PTH123
        out.write(os.urandom(SECRET_BYTES))
    os.replace(part, path)  # noqa: PTH105
    return read_data(path)


def prepared(folder: str, key: bytes) -> str:
    """Return the path of the file for results in a folder, which is made; raises OSError where it cannot be."""
    if not os.path.isdir(folder):  # noqa: PTH112
        _make(folder)
    own = os.path.join(folder, _PREFIX + blake2b(key=key, digest_size=8).hexdigest())  # noqa: PTH118
    if not os.path.isdir(own):  # noqa: PTH112
        os.mkdir(own, 0o700)  # noqa: PTH102
        _remove_others(folder, own)
    return os.path.join(own, "results.sqlite")  # noqa: PTH118


def _make(folder: str) -> None:
    """Make the folder, with what tells backups and git to leave it out; one that was there is not marked."""
    os.makedirs(folder, 0o700)  # noqa: PTH103
    for name, content in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:  # noqa: PTH118, PTH123
            out.write(content)


def _remove_others(folder: str, own: str) -> None:
    """Leave the newest of the other folders: where each run has a home of its own, each would leave one."""
    from shutil import rmtree

    for path in sorted(_others(folder, own), key=_age, reverse=True)[MAX_OTHERS:]:
        rmtree(path, ignore_errors=True)


def _others(folder: str, own: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.startswith(_PREFIX) and entry.is_dir(follow_symlinks=False) and entry.path != own:
                yield entry.path


def _age(path: str) -> float:
    try:
        return os.stat(path).st_mtime  # noqa: PTH116
    except OSError:
        return 0
