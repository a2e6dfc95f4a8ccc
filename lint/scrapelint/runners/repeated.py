"""Articles of files, read as often as they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapelint.readers import reading
from scrapelint.readers.rereading import KeptInputs, again
from scrapelint.runners.pipeline import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scrapelint.intake import Intake
    from scrapelint.readers.files import Input
    from scrapelint.readers.source import Source
    from scrapelint.runners.pipeline import ConfigSource


class RepeatedReading:
    """Files whose articles are read several times, in the same order; what can be read once is kept meanwhile."""

    def __init__(
        self, files: Sequence[Input], configs: ConfigSource, more_fields: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """Take the files; `more_fields` are wanted of records besides the known ones: names of theirs, by our name."""
        self._files = files
        self._configs = configs
        self._more_fields = more_fields or {}
        self._kept = KeptInputs()
        self._was_read = False
        self.unreadable = 0
        """Records and files that could not be read the first time."""
        self.told: list[Intake] = []
        """What is wrong with all records of a file that were read, told besides them."""

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take away what was kept."""
        self._kept.close()

    def articles(self) -> Iterator[Intake]:
        """Yield the articles that can be read, from the first on; at its first time it has to be read to the end."""
        is_first, self._was_read = not self._was_read, True
        if is_first:
            self._files = [self._kept.kept(file) for file in self._files]
        for intake in self._read():
            if intake.readable:
                yield intake
            elif is_first:
                self.unreadable += intake.is_article
                self.told += [] if intake.is_article else [intake]
        if is_first:
            self._files = [again(file) for file in self._files]

    def _read(self) -> Iterator[Intake]:
        for file in self._files:
            yield from reading.read(file, self._source(file))

    def _source(self, file: Input) -> Source:
        source = source_of(file.filename, self._configs.of(file))
        return source._replace(names={**source.names, **self._more_fields})
