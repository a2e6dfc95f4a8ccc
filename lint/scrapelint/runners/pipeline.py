"""From files to checked articles: readers and a runner under the configuration of each file."""

from __future__ import annotations

import os
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, Protocol

from scrapelint.baseline.rules import ACCEPTED_RULES
from scrapelint.config.projects import place_of
from scrapelint.engine.bounding import without
from scrapelint.gates.rules import RATE_RULES
from scrapelint.readers import reading
from scrapelint.readers.faults import BOUND_RULES, INPUT_RULES
from scrapelint.readers.files import DEFAULT_EXCLUDE, excluder
from scrapelint.readers.source import CHARS_PER_MB, Source, field_names
from scrapelint.runners import local
from scrapelint.runners.across import Across, Alone, across_of
from scrapelint.selection import selecting as selection
from scrapelint.selection.registry import Registry, discover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrapelint.config.values import Config
    from scrapelint.engine.linter import Linter
    from scrapelint.engine.profiling import Profile
    from scrapelint.finding import Finding
    from scrapelint.intake import Checked, Found, Intake
    from scrapelint.readers.drawing import Sample
    from scrapelint.readers.files import Input
    from scrapelint.result_cache.results import ResultCache
    from scrapelint.rule import Rule

MIN_BYTES_FOR_POOL = 4_000_000
"""Input, in bytes, from which several processes are worth starting: some two seconds of work for one."""
COMPRESSION = 4
"""How much larger a compressed file of articles is inside, about."""


def installed() -> Registry:
    """Return all installed rules, with those about what is read besides articles, and how."""
    found = discover()
    rules = {rule.code: rule for rule in (*INPUT_RULES, *BOUND_RULES, *ACCEPTED_RULES, *RATE_RULES)}
    return Registry(dict(sorted({**found.rules, **rules}.items())), found.pack_files)


class ConfigSource(Protocol):
    """What knows the configuration of each file."""

    @property
    def run(self) -> Config:
        """The configuration of the run."""

    def of(self, file: Input) -> Config:
        """Return the configuration of a file."""


def check(
    files: Sequence[Input],
    configs: ConfigSource,
    registry: Registry,
    note: Callable[[str], None],
    index: str = "",
    profile: Profile | None = None,
    sample: Sample | None = None,
    results: ResultCache | None = None,
    *,
    scores: bool = False,
    alone: bool = False,
) -> Iterator[Checked]:
    """Yield the articles of these files with what was found, in order; then again those with findings across articles.

    `note` is told, in a line, what a user should know besides. `index` is the file of articles that these are
    compared with, besides each other. With a `profile`, one process does all, and keeps there what it costs. With a
    `sample`, only what it draws is checked, and nothing across articles. What `results` knows is not checked again; it
    knows no scores. With `scores` articles can be scored; `alone` leaves out the rules across articles.
    """
    if sample:
        return _of_sample(files, configs, registry, note, profile, sample, scores=scores)
    return _of_all(files, configs, registry, note, index, profile, results, scores=scores, alone=alone)


def _of_all(
    files: Sequence[Input],
    configs: ConfigSource,
    registry: Registry,
    note: Callable[[str], None],
    index: str,
    profile: Profile | None,
    results: ResultCache | None,
    *,
    scores: bool,
    alone: bool,
) -> Iterator[Checked]:
    jobs = 1 if profile else jobs_for(files, configs.run.jobs)
    with Alone() if alone else across_of(files, configs, registry, index, note) as across:
        read = [across.kept(file) for file in files]
        for config, group in groupby(read, key=configs.of):
            intakes = _intakes(list(group), config, note)
            found = _found(intakes, config, registry, _Run(jobs, across.rules, profile, results, scores))
            yield from _wanted(map(across.taken, found), config, registry)
        across.judge(results)
        for config, group in groupby(across.again(read), key=configs.of):
            yield from _wanted(across.reported(_intakes(group, config, _silent)), config, registry)


def _of_sample(
    files: Sequence[Input],
    configs: ConfigSource,
    registry: Registry,
    note: Callable[[str], None],
    profile: Profile | None,
    sample: Sample,
    *,
    scores: bool,
) -> Iterator[Checked]:
    def source(file: Input) -> Source:
        return source_of(file.filename, configs.of(file))

    drawn = list(sample.draw(files, source, lambda file: note(_nothing_in(file))))
    chars = sum(len(one.intake.article.text) for one in drawn)
    jobs = 1 if profile else _jobs(chars, configs.run.jobs)
    for config, group in groupby(drawn, key=lambda one: configs.of(one.file)):
        intakes = (one.intake for one in group)
        yield from _wanted(_found(intakes, config, registry, _Run(jobs, None, profile, None, scores)), config, registry)


def check_articles(
    read: Callable[[], Iterable[Intake]], linter: Linter, config: Config, note: Callable[[str], None]
) -> Iterator[Checked]:
    """Yield articles that are in no file, as `check` does it, by a linter of this configuration.

    They are asked for twice where the linter has rules across articles.
    """
    registry, comparison = installed(), linter.comparison
    with Across(config, comparison, (), "", note) if comparison else Alone() as across:
        yield from _wanted(map(across.taken, local.run(read(), linter)), config, registry)
        across.judge()
        yield from _wanted(across.reported(read()) if comparison else (), config, registry)


def jobs_for(files: Iterable[Input], wanted: int | None) -> int:
    """Return the number of processes: as wanted, else one for little input and all processors for much."""
    return _jobs(content_bytes(files), wanted)


def content_bytes(files: Iterable[Input]) -> int:
    """Return about how much is in these files, decompressed; what is elsewhere counts nothing."""
    return sum(file.size_bytes * (COMPRESSION if file.compression else 1) for file in files)


def _jobs(total: int, wanted: int | None) -> int:
    if wanted:
        return wanted
    if total < MIN_BYTES_FOR_POOL:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def source_of(filename: str, config: Config, folder: str = "") -> Source:
    """Return how the records of a file are to be read; its name counts from a folder, by default the current one."""
    path = place_of(os.path.join(folder, filename), config.root).path if filename else ""  # noqa: PTH118
    chars, given = int(config.max_record_mb * CHARS_PER_MB), config.fields.get("text", ())
    return Source(filename, field_names(config.fields), chars, path, given, config.max_expansion)


def from_here(config: Config) -> tuple[Config, str]:
    """Return a configuration and the current folder, from which names of files count, for a process in another one."""
    return config._replace(root=os.path.abspath(config.root)), os.getcwd()  # noqa: PTH100, PTH109


def excluded(config: Config) -> Callable[[str], bool]:
    """Return a test of what is left out of a folder."""
    patterns = (*(DEFAULT_EXCLUDE if config.exclude is None else config.exclude), *config.extend_exclude)
    return excluder(patterns, config.root)


def worker_linter(config: Config, across: Config | None = None, *, scores: bool = False) -> Linter:
    """Return the linter of a configuration; what each worker process makes for itself.

    It notes evidence for the rules across articles that another configuration, that of the run, selects.
    """
    registry = installed()
    comparison = selection.comparison(across, registry) if across else None
    return selection.linter(config, registry, comparison, scores=scores)


class _Run(NamedTuple):
    """What all files of a run have in common."""

    jobs: int
    across: Config | None
    """The configuration that selects the rules across articles; None where they do not run."""
    profile: Profile | None
    results: ResultCache | None
    """What is known of earlier runs, where anything is."""
    scores: bool


def _found(intakes: Iterable[Intake], config: Config, registry: Registry, run: _Run) -> Iterator[Checked]:
    known = run.results.looked_up(intakes, config, run.across) if run.results else intakes
    for intake, found in _results(known, config, registry, run):
        checked = local.joined(intake, found)
        if run.results:
            run.results.take(intake, found, checked)
        yield checked


def _results(
    intakes: Iterable[Intake], config: Config, registry: Registry, run: _Run
) -> Iterator[tuple[Intake, Found]]:
    if run.jobs > 1:
        from scrapelint.runners import pool

        return pool.results(intakes, partial(worker_linter, config, run.across, scores=run.scores), run.jobs)
    comparison = selection.comparison(run.across, registry) if run.across else None
    return local.results(intakes, selection.linter(config, registry, comparison, run.profile, scores=run.scores))


def _wanted(found: Iterable[Checked], config: Config, registry: Registry) -> Iterator[Checked]:
    """Yield the articles with those of their findings whose rule is on for their file."""
    known = selection.with_packs(config, registry)
    rules = {rule.code: rule for rule in selection.select(config, known)}
    ignored: dict[str, frozenset[str]] = {}
    for checked in found:
        name = checked.article.filename
        if name not in ignored:
            ignored = {name: selection.ignored_in(name, config, known)}
        yield checked._replace(findings=list(wanted(checked.findings, rules, ignored[name])))


def wanted(findings: Iterable[Finding], rules: dict[str, Rule], ignored: frozenset[str]) -> Iterator[Finding]:
    """Yield the findings whose rule is on; those of readers get their configured severity here."""
    for finding in findings:
        rule, known = rules.get(finding.code), without(finding, ignored)
        if rule is None or known is None or finding.code in ignored:
            continue
        is_input = finding.code.startswith(selection.ALWAYS_ON)
        yield known._replace(severity=rule.severity) if is_input else known


def _intakes(files: Iterable[Input], config: Config, note: Callable[[str], None]) -> Iterator[Intake]:
    for file in files:
        empty = True
        for intake in reading.read(file, source_of(file.filename, config)):
            empty = False
            yield intake
        if empty:
            note(_nothing_in(file))


def _nothing_in(file: Input) -> str:
    return f"{file.filename}: no records in this file"


def _silent(_: str) -> None:
    """Say nothing: the first reading said it."""
