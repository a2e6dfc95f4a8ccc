"""`scrapelint check`: arguments -> files -> findings -> report -> exit status."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import nullcontext
from typing import TYPE_CHECKING, cast

from scrapelint.baseline.acceptance import Acceptance
from scrapelint.commands.checking.caching import cached
from scrapelint.commands.checking.effects import check_effects
from scrapelint.commands.checking.report_request import request_of
from scrapelint.commands.mending.reporting import mend_only, mended, show_fixes, takes_stdout
from scrapelint.commands.on_engines.engine import check_master, on
from scrapelint.commands.sampling import check_sample, sample_of
from scrapelint.commands.shared import status
from scrapelint.commands.shared.check_options import Options, add_options
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import REPORT, warn
from scrapelint.commands.shared.inputs import check_fixable, files_of
from scrapelint.commands.shared.options import LOCAL
from scrapelint.commands.shared.outputs import opened, outputs_of
from scrapelint.commands.shared.progress import with_progress
from scrapelint.commands.shared.selected import warn_of_selection
from scrapelint.config.values import PYPROJECT_TABLE
from scrapelint.errors import UsageError
from scrapelint.gates.bounds import gates_of, has_bounds
from scrapelint.readers.files import counted_endings
from scrapelint.reporters import SCORE_FORMATS, SCORES_ALONE
from scrapelint.reporters.counting.keys import OF_FINDINGS
from scrapelint.reporters.summary import Summary
from scrapelint.runners.pipeline import check, installed, jobs_for
from scrapelint.selection import selecting as selection
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from scrapelint.config.per_file import Configs
    from scrapelint.config.values import Output
    from scrapelint.engine.profiling import Profile
    from scrapelint.gates.drift import Drift
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input
    from scrapelint.result_cache.results import ResultCache
    from scrapelint.runners.difference import Change
    from scrapelint.selection.registry import Registry


__all__ = ["Options", "add_options", "run"]


def run(options: Options) -> int:
    """Check the files and report; return the exit status."""
    _check_profile(options)
    check_sample(options)
    configs = configs_of(options)
    if options.engine != LOCAL:
        if options.interactive:
            raise UsageError("--interactive is for files on this machine: leave out --engine")
        return cast("int", on(options.engine, "checking").run(options, configs.run))
    check_master(options.master)
    check_effects(options, configs.run.output_format)
    return _run(options, configs)


def _run(options: Options, configs: Configs) -> int:
    _check_rates(options)
    registry = installed()
    known = selection.with_packs(configs.run, registry)
    rules = selection.select(configs.run, known)
    if options.show_settings:
        from scrapelint.commands.settings import print_settings

        print_settings(configs, rules)
        return status.CLEAN
    if options.watch:
        from scrapelint.commands.watch import watch

        watch(options)
        return status.CLEAN
    if not options.show_files:
        warn_of_selection(configs.run, known)
    return _run_on_files(options, configs, registry, known)


def _run_on_files(options: Options, configs: Configs, registry: Registry, known: Registry) -> int:
    wanted = outputs_of(options, configs.run.output_format)
    left_out = Counter[str]()
    files, complete = files_of(options, configs.run, wanted, left_out=left_out)
    if options.show_files:
        _print_names(files)
        return status.CLEAN if complete else status.FAILED
    if not (files or complete) and any(output.format == "html" and output.path for output in wanted):
        raise UsageError("nothing was read: no report is written")
    if options.verbose:
        _tell(configs, len(selection.select(configs.run, known)), files)
    summary = Summary(
        fixing=options.fix or options.fix_only or options.diff, unsafe_fixes=options.unsafe_fixes, left_out=left_out,
        sample=sample_of(options, configs.run, known, files),
    )  # fmt: skip
    _check(options, configs, registry, files, wanted, summary)
    for error in summary.errors:
        warn(f"internal error: {error}; {REPORT}")
    if not complete or summary.errors or summary.failed:
        return status.FAILED
    return _status(options, summary)


def _print_names(files: Sequence[Input]) -> None:
    shown = visible if sys.stdout.isatty() else str
    print("\n".join(shown(file.filename) for file in files))


def _check_rates(options: Options) -> None:
    """Raise UsageError where rates are asked of what is no whole report."""
    if (options.rates or options.write_rates) and (
        options.diff_base or options.fix_only or options.diff or options.watch
    ):
        raise UsageError(
            "--rates and --write-rates are for whole reports: leave out --diff-base, --diff, --fix-only or --watch"
        )


def _check_profile(options: Options) -> None:
    """Raise UsageError where a profile is asked of what does more than check, or not in this process."""
    others = ("fix", "fix_only", "diff", "watch")
    if options.profile and (options.engine != LOCAL or any(getattr(options, other) for other in others)):
        raise UsageError("--profile is for checks alone: leave out --fix, --fix-only, --diff, --watch and --engine")


def _check(
    options: Options,
    configs: Configs,
    registry: Registry,
    files: list[Input],
    wanted: Sequence[Output],
    summary: Summary,
) -> None:
    """Check or mend the files, and report; `summary` says what the run comes to."""
    if summary.fixing and options.diff_base:
        raise UsageError("--diff-base is for reports: leave it out, or --fix")
    if summary.fixing and not SCORES_ALONE.isdisjoint(output.format for output in wanted):
        raise UsageError("scores are of texts as they are: leave out --output-format scores, or mend and check again")
    if options.interactive:
        from scrapelint.commands.mending.interactive import check_interactive

        check_interactive(options, files)
    if summary.fixing:
        check_fixable(files)
    if options.fix_only or options.diff:
        mend_only(options, configs, files, summary)
    else:
        _report(options, configs, registry, files, wanted, summary)


def _report(
    options: Options,
    configs: Configs,
    registry: Registry,
    files: list[Input],
    wanted: Sequence[Output],
    summary: Summary,
) -> None:
    known = selection.with_packs(configs.run, registry)
    gates = gates_of(configs.run, known)
    change = _change(options, files)
    files = change.files if change else files
    profile = _profile(options)
    request = request_of(wanted, options.paths, options.report_articles, files, configs, known)
    streams = opened(wanted, options, known.rules, other=takes_stdout(options, files), request=request)
    with streams as (report, out, machine, has_summary), _results(options, configs, registry, files) as results:
        found = _found(options, configs, registry, files, change, summary, profile, results)
        for checked in with_progress(found, files, options, busy=out.isatty()):
            summary.add(checked)
            gates.add(checked)
            report.report(checked)
        if options.fix and options.show_fixes and not options.silent:
            show_fixes(summary, sys.stderr if machine else out)
        failures = list(gates.failures(summary.unseen))
        summary.failed_gates = [failure.message for failure in failures if not failure.is_open]
        summary.open_gates = [failure.message for failure in failures if failure.is_open]
        summary.explains_gates = has_bounds(configs.run)
        report.close(summary)
    if profile and not options.silent:
        from scrapelint.reporters.people.tables.profile_table import print_profile

        print_profile(profile, known.rules, sys.stderr)
    if not has_summary and not options.silent:
        _tell_result(summary)


def _tell_result(summary: Summary) -> None:
    """Tell on standard error what a report without a summary does not say: what was drawn, or not read, and gates."""
    if summary.sampled:
        warn(summary.sampled)
    if summary.left_out:
        warn(f"left out {counted_endings(summary.left_out)}: not read")
    for failure in summary.shown_gates:
        warn(f"gate failed: {failure}")
    for gate in summary.open_gates:
        warn(f"gate undecided: {gate}")


def _profile(options: Options) -> Profile | None:
    """Return where it is kept what the work costs, if that is asked for."""
    if not options.profile:
        return None
    from scrapelint.engine.profiling import Profile

    return Profile()


def _results(
    options: Options, configs: Configs, registry: Registry, files: list[Input]
) -> AbstractContextManager[ResultCache | None]:
    """Return what opens the results of earlier runs, where the run can use them: they hold no scores."""
    if options.fix or options.profile or options.sample or _wants_scores(options, configs):
        return nullcontext()
    return cached(options, configs.run, registry, files)


def _change(options: Options, files: list[Input]) -> Change | None:
    """Return which files differ from the revision that is given, if one is."""
    if not options.diff_base:
        return None
    from scrapelint.runners.difference import changed

    return changed(options.diff_base, files)


def _found(
    options: Options,
    configs: Configs,
    registry: Registry,
    files: list[Input],
    change: Change | None,
    summary: Summary,
    profile: Profile | None,
    results: ResultCache | None,
) -> Iterator[Checked]:
    """Yield the articles with what the run is to report of them, then what is wrong with accepted findings."""
    acceptance = Acceptance(files, options.paths or ["."], configs)
    drift = _drift(options)
    scores = _wants_scores(options, configs)
    found = (
        mended(files, configs, options, summary)
        if options.fix
        else check(files, configs, registry, warn, options.against, profile, summary.sample, results, scores=scores)
    )
    if change:
        from scrapelint.runners.difference import brought_in

        found = brought_in(found, change, configs, registry)
    left = acceptance.left(found, summary)
    yield from drift.counted(left) if drift else left
    if summary.sample:
        acceptance.unsure.update(acceptance.files)
    if any(project.rows for project in acceptance.projects()):
        from scrapelint.baseline.review import Review

        yield from Review(acceptance, configs.run, registry).faults()
    if drift:
        yield from drift.findings(selection.select(configs.run, selection.with_packs(configs.run, registry)), registry)


def _wants_scores(options: Options, configs: Configs) -> bool:
    """Tell whether articles are to be scored: for what shows it."""
    formats = {output.format for output in outputs_of(options, configs.run.output_format)}
    is_counted = bool(options.by) and options.by not in OF_FINDINGS
    return is_counted or not formats.isdisjoint(SCORE_FORMATS)


def _drift(options: Options) -> Drift | None:
    """Return what compares the run with an earlier one, where that is asked for."""
    if not (options.rates or options.write_rates):
        return None
    from scrapelint.gates.drift import Drift

    return Drift(options.rates, options.write_rates)


def _status(options: Options, summary: Summary) -> int:
    if summary.fixed and (options.diff or options.exit_non_zero_on_fix):
        return status.FOUND
    if options.exit_zero or options.fix_only or options.diff:
        return status.CLEAN
    return status.FOUND if summary.failed_gates else status.CLEAN


def _tell(configs: Configs, rules: int, files: list[Input]) -> None:
    path = configs.path or "none"
    table = f" [{PYPROJECT_TABLE}]" if path.endswith("pyproject.toml") else ""
    warn(f"configuration: {path}{table}")
    warn(f"{rules} rules, {len(files)} files, {jobs_for(files, configs.run.jobs)} processes")
