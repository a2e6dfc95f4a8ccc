"""`--rates FILE` and `--write-rates FILE`: how often rules find something on each site, against an earlier run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.article import Article
from scrapelint.errors import UsageError
from scrapelint.fixes.atomic import replacing
from scrapelint.gates import rates
from scrapelint.gates.rules import ExtractorDrift
from scrapelint.intake import Checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.finding import Finding
    from scrapelint.rule import Rule
    from scrapelint.selection.registry import Registry


class Drift:
    """Counts what a run finds, tells what has jumped, and keeps the counts for the next run."""

    def __init__(self, earlier: str, target: str) -> None:
        """Take the paths of the rates to compare with and to write, each empty where there is none.

        Raises UsageError where the first cannot be read.
        """
        self._earlier, self._target = earlier, target
        self._text = _text_of(earlier) if earlier else ""
        self._before = rates.read(self._text, earlier)
        self._now = rates.Rates()

    def counted(self, found: Iterable[Checked]) -> Iterator[Checked]:
        """Yield what is found, and count it."""
        for checked in found:
            self._now.add(checked)
            yield checked

    def findings(self, selected: Sequence[Rule], registry: Registry) -> Iterator[Checked]:
        """Yield the file of the earlier rates with what has jumped since, once all is counted; write the new rates."""
        rule = next((rule for rule in selected if rule.code == ExtractorDrift.code), None)
        if rule:
            found = [self._finding(rule, jump, registry) for jump in self._jumps()]
            found.sort(key=lambda finding: finding.span or (0, 0))
            if found:
                article = Article(self._text, id=self._earlier, filename=self._earlier, path=self._earlier)
                yield Checked(article, found, is_article=False)
        if self._target:
            with replacing(self._target) as file:
                file.write(rates.written(self._now, (rule.code for rule in selected)).encode())

    def _jumps(self) -> Iterator[rates.Jump]:
        for now in self._now:
            if before := self._before.sites.get(now.site):
                yield from rates.jumps(now, before, self._before.on)

    def _finding(self, rule: Rule, jump: rates.Jump, registry: Registry) -> Finding:
        found, known = registry.rules.get(jump.code), jump.before.rules.get(jump.code, 0)
        named = f"{jump.code} {found.name}" if found else jump.code
        return rule.finding(
            f"{named} in {jump.now.rules[jump.code]:,} of {jump.now.articles:,} articles of {jump.now.site} "
            f"({jump.share:.0%}), in {known:,} of {jump.before.articles:,} before ({jump.share_before:.0%})",
            self._before.spans[jump.now.site],
            confidence=0.99,
            evidence={"site": jump.now.site, "rule": jump.code, "share": jump.share, "share_before": jump.share_before},
        )


def _text_of(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123  # pathlib is slow to import
            return file.read()
    except FileNotFoundError:
        raise UsageError(f"{path}: no such file; write one with --write-rates {path}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from None
