"""What a run does for the rules across articles: it keeps evidence while it reads, and reads again to report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapelint.corpus.evidence import number_of
from scrapelint.errors import MissingExtraError
from scrapelint.readers.rereading import KeptInputs, again
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrapelint.config.values import Config
    from scrapelint.corpus.comparison import Comparison
    from scrapelint.corpus.groups import Groups
    from scrapelint.corpus.rows import ArticleEvidence, ArticleVerdicts
    from scrapelint.finding import Severity
    from scrapelint.intake import Checked, Intake
    from scrapelint.readers.files import Input
    from scrapelint.result_cache.results import ResultCache
    from scrapelint.runners.pipeline import ConfigSource
    from scrapelint.selection.registry import Registry


def across_of(
    files: Sequence[Input], configs: ConfigSource, registry: Registry, index: str, note: Callable[[str], None]
) -> Alone | Across:
    """Return what a run does across its articles: nothing where there is one, or no rule for more."""
    one = len(files) < 2 and all(file.format.is_one_article for file in files)
    comparison = None if one and not index else selection.comparison(configs.run, registry)
    return Across(configs.run, comparison, files, index, note) if comparison else Alone()


class Alone:
    """A run that looks at each article alone."""

    rules: Config | None = None

    def __enter__(self) -> Self:
        """Do nothing."""
        return self

    def __exit__(self, *_: object) -> None:
        """Do nothing."""

    def kept(self, file: Input) -> Input:
        """Return the file as it is to be read."""
        return file

    def again(self, files: Iterable[Input]) -> Iterator[Input]:  # noqa: ARG002
        """Yield nothing: no file is read a second time."""
        return iter(())

    def taken(self, checked: Checked) -> Checked:
        """Return the article as it is."""
        return checked

    def judge(self, results: ResultCache | None = None) -> None:
        """Do nothing."""

    def reported(self, intakes: Iterable[Intake]) -> Iterator[Checked]:  # noqa: ARG002
        """Yield nothing."""
        return iter(())


class Across:
    """A run that compares its articles with each other, and with those of an index."""

    def __init__(
        self, rules: Config, comparison: Comparison, files: Sequence[Input], index: str, note: Callable[[str], None]
    ) -> None:
        """Take the configuration that selects the rules, and the rules."""
        self.rules: Config | None = rules
        self._comparison = comparison
        self._filenames = [file.filename for file in files]
        self._of_one_article = {file.filename for file in files if file.format.is_one_article}
        self._numbers: dict[str, int] = {}
        self._results: ResultCache | None = None
        self._index = index
        self._note = note
        self._groups: Groups | None = None
        self._kept = KeptInputs()
        from scrapelint.runners.written_evidence import WrittenEvidence

        self._written = WrittenEvidence()

    def __enter__(self) -> Self:
        """Open where evidence is kept."""
        self._groups = self._opened()
        return self

    def __exit__(self, *_: object) -> None:
        """Forget the evidence."""
        if self._groups:
            self._groups.close()
        self._kept.close()
        self._written.close()

    def kept(self, file: Input) -> Input:
        """Return the file as it is to be read: of standard input, or a pipe, a copy is kept."""
        return self._kept.kept(file)

    def again(self, files: Sequence[Input]) -> Iterator[Input]:
        """Yield the files as they are to be read a second time; those whose one article has no verdict are left out."""
        from scrapelint.runners.corpus_findings import with_verdicts

        numbers = self._numbers.values()
        decided = set(with_verdicts(numbers, self._groups)) if self._groups else set()
        for file in files:
            if self._numbers.get(file.filename) in decided or file.filename not in self._numbers:
                yield again(file)

    def taken(self, checked: Checked) -> Checked:
        """Return the article, its evidence taken."""
        if checked.evidence and checked.article.filename in self._of_one_article:
            self._numbers[checked.article.filename] = number_of(checked.article)
        if isinstance(checked.evidence, bytes):
            self._written.put(checked.evidence, checked.worst)
        elif checked.evidence:
            self._take(checked.evidence, checked.worst)
        return checked._replace(evidence=None)

    def judge(self, results: ResultCache | None = None) -> None:
        """Bring the evidence to verdicts, or take those of an earlier run on the same articles."""
        self._results = None if self._index else results
        known = self._results.verdicts() if self._results else None
        if known is not None:
            self._know(known)
            return
        for evidence, worst in self._written.evidence():
            self._take(evidence, worst)
        if self._groups:
            from scrapelint.corpus.groups import judge

            judge(self._groups, self._comparison)
            if self._results:
                self._results.keep_verdicts(self._groups)

    def reported(self, intakes: Iterable[Intake]) -> Iterator[Checked]:
        """Yield each article that has verdicts, with its findings."""
        from scrapelint.runners.corpus_findings import reported

        if self._groups and self._groups.decided():
            yield from reported(intakes, self._groups, self._comparison, self._results)

    def _take(self, evidence: ArticleEvidence, worst: Severity | None) -> None:
        from scrapelint.corpus.rows import OwnFindings

        if not self._groups:
            return
        try:
            self._groups.take(evidence)
            if worst is not None:
                self._groups.add_own_findings([OwnFindings(evidence.article, worst)])
        except MissingExtraError as error:
            self._give_up(error)

    def _know(self, verdicts: Iterable[ArticleVerdicts]) -> None:
        """Go on from what was decided, whatever evidence there is."""
        from scrapelint.corpus.groups import MemoryGroups

        if self._groups:
            self._groups.close()
        known = MemoryGroups()
        for found in verdicts:
            known.add_results(found)
        self._groups = known

    def _opened(self) -> Groups:
        if self._index:
            from scrapelint.corpus.index import Index, IndexedGroups

            return IndexedGroups(Index(self._index, self._comparison, read_only=True), self._filenames)
        from importlib.util import find_spec

        from scrapelint.corpus.spilling_store import MAX_ROWS, MAX_ROWS_WITHOUT_DUCKDB, SpillingGroups

        def large() -> Groups:
            from scrapelint.corpus.duckdb_store import DuckGroups

            return DuckGroups()

        return SpillingGroups(large, MAX_ROWS if find_spec("duckdb") else MAX_ROWS_WITHOUT_DUCKDB)

    def _give_up(self, error: MissingExtraError) -> None:
        self._note(f"the rules across articles are left out: {error}")
        if self._groups:
            self._groups.close()
        self._groups = None
