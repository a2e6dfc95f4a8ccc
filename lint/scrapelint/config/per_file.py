"""The configuration of each file: the nearest above it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from scrapelint.config.loading import load, nearest_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scrapelint.config.values import Config
    from scrapelint.readers.files import Input


class Configs:
    """Finds configurations, each read once."""

    def __init__(
        self, options: Mapping[str, Any], *, path: str | None = None, inline: Sequence[str] = (), isolated: bool = False
    ) -> None:
        """Take what the command line says; raises ConfigError where the run's own configuration is wrong.

        A `path` stands for every file; `isolated` reads none.
        """
        self._options = options
        self._inline = inline
        self._searches = not isolated and path is None
        self._by_path: dict[str | None, Config] = {}
        self._by_folder: dict[str, Config] = {}
        self.path = nearest_file(".") if self._searches else path
        """The configuration file of the run, if there is one."""
        self.run = self._load(self.path)
        """The configuration of the run: for output, exit status and standard input."""

    def of(self, file: Input) -> Config:
        """Return the configuration of a file: the nearest above it, else that of the run."""
        if not self._searches or file.path is None:
            return self.run
        folder = os.path.dirname(file.path) or "."  # noqa: PTH120
        if folder not in self._by_folder:
            self._by_folder[folder] = self._load(nearest_file(folder) or self.path)
        return self._by_folder[folder]

    def _load(self, path: str | None) -> Config:
        if path not in self._by_path:
            self._by_path[path] = load(path, self._inline, self._options)
        return self._by_path[path]
