"""What there is to show of articles of a run: their lines and zones, and what `clean` would do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.cleaning.mender import Fixes, Mender
from scrapelint.engine.linter import by_place
from scrapelint.errors import RuleError
from scrapelint.fixes.bounds import MIN_CONFIDENCE
from scrapelint.fixes.edits import Mended
from scrapelint.reporters.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scrapelint.article import Article
    from scrapelint.config.values import Config
    from scrapelint.finding import Finding
    from scrapelint.intake import Checked


class Examiner:
    """Looks at single articles again, each under the configuration of its file; rules are loaded when first needed."""

    def __init__(self, config_of: Callable[[str], Config]) -> None:
        """Take what knows the configuration of a file, by its name."""
        self._config_of = config_of
        self._menders: dict[int, Mender] = {}

    def __call__(self, checked: Checked) -> Shown:
        """Return an article with the findings of the run, and what `clean` would do to it."""
        article = checked.article
        mender = self._mender(self._config_of(article.filename))
        doc = mender.document(article)
        mended = _mended(mender, article)
        return Shown(article, _findings(mender, checked), mended, doc.lines, doc.zone)

    def _mender(self, config: Config) -> Mender:
        if id(config) not in self._menders:
            self._menders[id(config)] = Mender(config, Fixes(unsafe=True, min_confidence=MIN_CONFIDENCE))
        return self._menders[id(config)]


def _mended(mender: Mender, article: Article) -> Mended:
    """Return what `clean` makes of an article: nothing where a rule fails, which the run has told already."""
    try:
        return mender.mend(article, article.filename, mends_fields=False)
    except RuleError:
        return Mended(article, {}, (), ())


def _findings(mender: Mender, checked: Checked) -> Sequence[Finding]:
    """Return all findings: those of an article that came again are only the ones across articles."""
    if not checked.again:
        return sorted(checked.findings, key=by_place)
    return sorted([*mender.left(checked.article, checked.article.filename), *checked.findings], key=by_place)
