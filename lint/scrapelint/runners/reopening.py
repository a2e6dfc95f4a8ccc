"""Articles of a comparison looked at again: their lines and zones, and the findings that only one version has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.comparing.side import known_of
from scrapelint.fixes.edits import Mended
from scrapelint.reporters.shown import Shown
from scrapelint.runners.pipeline import worker_linter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrapelint.article import Article
    from scrapelint.comparing.side import Known, Version
    from scrapelint.config.values import Config
    from scrapelint.engine.linter import Linter
    from scrapelint.finding import Finding


class Reopener:
    """Looks at single versions again, each under the configuration of its file; rules are loaded when first needed."""

    def __init__(self, config_of: Callable[[str], Config]) -> None:
        """Take what knows the configuration of a file, by its name."""
        self._config_of = config_of
        self._linters: dict[int, Linter] = {}

    def __call__(self, version: Version, wanted: Iterable[Known]) -> Shown:
        """Return a version with these of its findings; what mending would do is not asked."""
        article = version.article
        linter = self._linter(self._config_of(article.filename))
        doc = linter.document(article)
        findings = list(_those(article, linter.check_document(doc), wanted))
        return Shown(article, findings, Mended(article, {}, (), ()), doc.lines, doc.zone)

    def _linter(self, config: Config) -> Linter:
        if id(config) not in self._linters:
            self._linters[id(config)] = worker_linter(config)
        return self._linters[id(config)]


def _those(article: Article, findings: Iterable[Finding], wanted: Iterable[Known]) -> Iterator[Finding]:
    """Yield as many findings of each kind as are wanted, the last of them: a further copy is below the first."""
    left = Counter(wanted)
    chosen = []
    for finding in reversed(list(findings)):
        known = known_of(article, finding)
        if left[known]:
            left[known] -= 1
            chosen.append(finding)
    yield from reversed(chosen)
