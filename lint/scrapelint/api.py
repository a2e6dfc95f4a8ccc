"""The library: what the commands do, without a terminal.

>>> from scrapelint import lint_text
>>> [str(finding.severity) for finding in lint_text("Leave a Reply", select=["CMT001"])]
['error']

Every function takes `select` and `ignore`, codes, prefixes, families or names of rules as on the command line, and
`config`, the path of a configuration file or a `Config`. Functions on texts and records read no file unless they are
given one; `check_paths` reads the nearest configuration of each file, as the command does.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.article import Article
from scrapelint.config.values import Config
from scrapelint.errors import UsageError
from scrapelint.fixes.bounds import MAX_REMOVED, MIN_CONFIDENCE
from scrapelint.located import placed
from scrapelint.readers.source import field_names
from scrapelint.readers.syntax.fields import fields_of, listed, unfit_field
from scrapelint.record import from_record, is_missing
from scrapelint.resources.collecting import uncollected
from scrapelint.rule import SAFE_CONFIDENCE
from scrapelint.selection import selecting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scrapelint.engine.linter import Linter
    from scrapelint.finding import Finding
    from scrapelint.fixes.edits import Mended
    from scrapelint.scoring import Score

MAX_LINTERS = 8
"""Linters that are kept for further calls; each holds its rules and one automaton."""

_linters: dict[str, Linter] = {}


class Result(NamedTuple):
    """One article and what was found in it."""

    article: Article
    findings: tuple[Finding, ...]
    """Ordered by place, each with `row`, `column` and `fingerprint`."""
    error: str = ""
    """What a rule raised, and which; the article is then not wholly checked."""

    @property
    def score(self) -> float:
        """How good the text is, from 0 to 1, by these findings and the models of zones; worked out on each call."""
        return self._scored().score

    @property
    def residue_share(self) -> float:
        """Expected share of the text's characters that is not the article, from 0 to 1; worked out on each call."""
        return self._scored().residue_share

    def _scored(self) -> Score:
        from scrapelint.scoring import likely_residue, score_of

        likely = likely_residue(linter(select=()).document(self.article))
        return score_of(self.article.text, self.findings, likely)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the findings as the objects that `--output-format json` prints."""
        from scrapelint.intake import Checked
        from scrapelint.reporters.programs.records import records

        return list(records(Checked(self.article, self.findings)))

    def _repr_html_(self) -> str:
        """Return the article with its findings beside it, which is what notebooks ask for."""
        from scrapelint.reporters import adviser
        from scrapelint.reporters.html.notebook import fragment
        from scrapelint.runners.pipeline import installed

        doc = linter(select=()).document(self.article)
        return fragment(doc, self.findings, adviser(installed().rules), min_confidence=MIN_CONFIDENCE)


class FixedText(NamedTuple):
    """A text after mending."""

    text: str
    fixed: tuple[Finding, ...]
    """What was mended."""
    left: tuple[Finding, ...]
    """What is found in the text as it is now."""


class CleanedRecord(NamedTuple):
    """A record after mending."""

    record: Mapping[str, Any]
    """The record itself where nothing was mended, else a copy; all other fields, and their order, are as they were."""
    fixed: tuple[Finding, ...] = ()
    left: tuple[Finding, ...] = ()
    error: str = ""
    """Why the record is as it was, where it could not be checked."""


def lint_text(
    text: str,
    fields: Mapping[str, object] | None = None,
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
) -> list[Finding]:
    """Return the findings in one text, ordered by place.

    `fields` is what the scraper said (title, url, date ...), by our names. Raises TypeError where `text` is no
    string, ConfigError for a rule or value that is not there, RuleError where a rule fails.
    """
    article = _of_text(text, fields)
    return list(placed(article, linter(select=select, ignore=ignore, config=config).check(article)))


def lint_record(
    record: Mapping[str, Any],
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
) -> list[Finding]:
    """Return the findings in one record, whose fields are known by the names that other tools give them.

    Raises ValueError where no field holds a text, and what `lint_text` raises.
    """
    chosen = configuration(select=select, ignore=ignore, config=config)
    article = _article(record, 1, field_names(chosen.fields))
    return list(placed(article, linter(config=chosen).check(article)))


def check_records(
    records: Iterable[Mapping[str, Any]],
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
) -> Iterator[Result]:
    """Yield each record with its findings, by the rules for one article, as records come.

    A record without a text is a result with an error. Rules across articles need the whole input: `check_paths`.
    """
    from scrapelint.runners.local import check

    chosen = configuration(select=select, ignore=ignore, config=config)
    used, names = linter(config=chosen), field_names(chosen.fields)
    for number, record in enumerate(records, 1):
        try:
            article = _article(record, number, names)
        except ValueError as error:
            yield Result(Article("", record=number), (), str(error))
            continue
        found = check(article, used)
        yield Result(article, tuple(placed(article, found.findings)), found.error)


def check_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: str | os.PathLike[str] | None = None,
    isolated: bool = False,
    jobs: int | None = None,
) -> Iterator[Result]:
    """Yield every article of these files, folders and globs with its findings, then those across articles.

    As `scrapelint check` does it: what is accepted is left out, and the nearest configuration counts for each file,
    unless `config` names one or `isolated` wants none. Raises UsageError for a path that is not there.
    """
    from scrapelint.baseline.acceptance import Acceptance
    from scrapelint.config.per_file import Configs
    from scrapelint.readers.files import Missing, find
    from scrapelint.reporters.summary import Summary
    from scrapelint.runners.pipeline import check, excluded, installed

    options = {"select": None if select is None else _tuple(select), "extend_ignore": _tuple(ignore), "jobs": jobs}
    configs = Configs(options, path=os.fspath(config) if config is not None else None, isolated=isolated)
    files, given = [], [os.fspath(path) for path in paths]
    for file in find(given, excluded(configs.run)):
        if isinstance(file, Missing):
            raise UsageError(file.message)
        files.append(file)
    found = check(files, configs, installed(), lambda _: None)
    for checked in Acceptance(files, given, configs).left(found, Summary()):
        yield Result(checked.article, tuple(placed(checked.article, checked.findings)), checked.error)


def fix_text(
    text: str,
    fields: Mapping[str, object] | None = None,
    *,
    min_confidence: float = SAFE_CONFIDENCE,
    max_removed: float = MAX_REMOVED,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
) -> FixedText:
    """Return a text with the fixes of at least this confidence; those that conflict are left.

    A text that would lose more than `max_removed` of its paragraphs, from 0 to 1, is left as it is.

    Raises what `lint_text` raises.
    """
    used = linter(select=select, ignore=ignore, config=config)
    mended = _mended(_of_text(text, fields), used, min_confidence, max_removed)
    fixed = tuple(done.finding for done in mended.fixed)
    return FixedText(mended.article.text, fixed, tuple(placed(mended.article, mended.left)))


def clean_records(
    records: Iterable[Mapping[str, Any]],
    *,
    min_confidence: float = MIN_CONFIDENCE,
    max_removed: float = MAX_REMOVED,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
) -> Iterator[CleanedRecord]:
    """Yield each record, mended with the fixes of at least this confidence, as records come.

    A record that has no text, or on which a rule fails, comes back as it was, with the reason; so does
    one that would lose more than `max_removed` of its paragraphs, from 0 to 1.
    """
    from scrapelint.errors import RuleError
    from scrapelint.fixes.splicing import mended_record

    chosen = configuration(select=select, ignore=ignore, config=config)
    used, names = linter(config=chosen), field_names(chosen.fields)
    for number, record in enumerate(records, 1):
        try:
            article = _article(record, number, names)
            mended = _mended(article, used, min_confidence, max_removed)
        except (RuleError, ValueError) as error:
            yield CleanedRecord(record, error=str(error))
            continue
        if mended.over:
            yield CleanedRecord(record, error=f"would lose {mended.over.share:.0%} of its paragraphs")
            continue
        after = mended_record(record, mended.hunks, names)
        fixed = tuple(done.finding for done in mended.fixed)
        yield CleanedRecord(after, fixed, tuple(placed(mended.article, mended.left)))


def linter(
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
    across: bool = False,
) -> Linter:
    """Return a linter of these rules; it is kept, so that asking again costs nothing.

    With `across` it notes evidence for those of them that look across articles.

    Raises ConfigError where a selector or the configuration names what is not there.
    """
    chosen = configuration(select=select, ignore=ignore, config=config)
    name = repr((chosen, across))
    known = _linters.get(name)  # what another thread may put out meanwhile
    if known is None:
        from scrapelint.runners.pipeline import installed

        with uncollected():
            comparison = selecting.comparison(chosen, installed()) if across else None
            known = selecting.linter(chosen, installed(), comparison)
        if len(_linters) >= MAX_LINTERS:
            _linters.pop(next(iter(_linters)), None)
        _linters[name] = known
    return known


def configuration(
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    config: Config | str | os.PathLike[str] | None = None,
) -> Config:
    """Return the configuration that these arguments, which every function here takes, come to.

    Raises ConfigError for a file that cannot be read as one.
    """
    if config is None:
        base = Config()
    elif isinstance(config, Config):
        base = config
    else:
        from scrapelint.config.loading import load

        base = load(os.fspath(config))
    if select is not None:
        base = base._replace(select=_tuple(select))
    return base._replace(extend_ignore=(*base.extend_ignore, *_tuple(ignore))) if ignore else base


def _tuple(selectors: Sequence[str]) -> tuple[str, ...]:
    """Return selectors as a tuple; one string is one selector, not one for each letter."""
    return (selectors,) if isinstance(selectors, str) else tuple(selectors)


def _of_text(text: str, fields: Mapping[str, object] | None) -> Article:
    if not isinstance(text, str):
        raise TypeError(f"the text is {type(text).__name__}, not str: leave out records without a text")
    return Article(text, fields={name: value for name, value in (fields or {}).items() if not is_missing(value)})


def _article(record: Mapping[str, Any], number: int, names: Mapping[str, tuple[str, ...]]) -> Article:
    article = from_record(record, names, record=number)
    if article is None:
        there, unfit = listed(fields_of(record)) or "none", unfit_field(record, names["text"])
        raise ValueError(f"record {number}: no field holds a text; its fields: {there}{'; ' if unfit else ''}{unfit}")
    return article


def _mended(article: Article, used: Linter, min_confidence: float, max_removed: float) -> Mended:
    """Return an article with the fixes of at least this confidence; of what is left, what is reported."""
    from scrapelint.fixes.edits import mend

    mended = mend(article, used.every, lambda finding: finding.confidence >= min_confidence, max_removed)
    return mended._replace(left=used.bounded(list(mended.left)))
