"""`scrapelint check`: arguments -> files -> findings -> report -> exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

from scrapelint import selection
from scrapelint.commands import status
from scrapelint.commands.configuration import configs as configs_of
from scrapelint.commands.console import output, wants_color, warn
from scrapelint.commands.pipeline import check, excluded, installed, jobs_for
from scrapelint.config import PYPROJECT_TABLE
from scrapelint.finding import Severity
from scrapelint.readers.files import Missing, find
from scrapelint.reporters import MACHINE_FORMATS, reporter
from scrapelint.reporters.summary import Summary, counted

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable

    from scrapelint.commands.configs import Configs
    from scrapelint.config import Config
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input
    from scrapelint.registry import Registry


def run(args: Namespace) -> int:
    """Check the files and report; return the exit status."""
    configs = configs_of(args)
    registry = installed()
    known = selection.with_packs(configs.run, registry)
    rules = selection.select(configs.run, known)
    if args.show_settings:
        from scrapelint.commands.settings import print_settings

        print_settings(configs, rules)
        return status.CLEAN
    files, complete = _files(args, configs.run)
    if args.show_files:
        print("\n".join(file.filename for file in files))
        return status.CLEAN if complete else status.FAILED
    for selector in selection.without_effect(configs.run, known):
        warn(f"{selector} is a preview rule and runs only with --preview")
    if args.verbose:
        _tell(configs, len(rules), files)
    fixing = args.fix or args.fix_only or args.diff
    summary = Summary(fixing=fixing, unsafe_fixes=args.unsafe_fixes)
    if args.fix_only or args.diff:
        _mend(args, configs, files, summary)
    else:
        _report(args, configs, registry, files, summary)
    for error in summary.errors:
        warn(f"internal error: {error}")
    if not complete or summary.errors or summary.failed:
        return status.FAILED
    return _status(args, configs.run, summary)


def _files(args: Namespace, config: Config) -> tuple[list[Input], bool]:
    """Return the files to read, and whether every path led to some; tells on standard error which did not."""
    paths = args.paths or (["-"] if args.stdin_filename else ["."])
    files, complete = [], True
    for found in find(paths, excluded(config), args.stdin_filename):
        if isinstance(found, Missing):
            warn(found.message)
            complete = False
        else:
            files.append(found)
    return files, complete


def _report(args: Namespace, configs: Configs, registry: Registry, files: list[Input], summary: Summary) -> None:
    output_format = "statistics" if args.statistics else configs.run.output_format
    machine = output_format in MACHINE_FORMATS
    with output(args.output_file, silent=args.silent, machine=machine, other=_takes_stdout(args, files)) as out:
        color = wants_color(args.color, out)
        report = reporter(output_format, out, _adviser(registry), color=color, quiet=args.quiet)
        found = _mended(files, configs, args, summary) if args.fix else check(files, configs, registry, warn)
        for checked in _with_progress(found, files, args, out.isatty()):
            summary.add(checked)
            if checked.findings:
                report.report(checked)
        if args.fix and args.show_fixes and not args.silent:
            _show_fixes(summary, sys.stderr if machine else out)
        report.close(summary)


def _mend(args: Namespace, configs: Configs, files: list[Input], summary: Summary) -> None:
    """Mend without a report, as --fix-only and --diff ask."""
    with output(None, other=True):
        for checked in _with_progress(_mended(files, configs, args, summary), files, args, busy=False):
            summary.add(checked)
    if args.silent or args.quiet:
        return
    if args.show_fixes and not args.diff:
        _show_fixes(summary, sys.stderr)
    sys.stderr.write(_mended_sentence(summary, dry=args.diff) + "\n")


def _mended(files: list[Input], configs: Configs, args: Namespace, summary: Summary) -> Iterable[Checked]:
    from scrapelint.commands.fix import fix

    return fix(files, configs, args, summary)


def _show_fixes(summary: Summary, out: TextIO) -> None:
    from scrapelint.commands.fix import print_fixed

    print_fixed(summary, out)


def _mended_sentence(summary: Summary, *, dry: bool) -> str:
    more = 0 if summary.unsafe_fixes else summary.by_applicability["unsafe"]
    hint = f" ({counted(more, 'additional fix', 'es')} available with `--unsafe-fixes`)" if more else ""
    if not summary.fixed:
        return f"{'No findings would be' if dry else 'No findings'} fixed{hint}."
    return f"{'Would fix' if dry else 'Fixed'} {counted(summary.fixed, 'finding')}{hint}."


def _takes_stdout(args: Namespace, files: list[Input]) -> bool:
    """Tell whether standard output is for the mended text of standard input."""
    return args.fix and args.output_file is None and any(file.path is None for file in files)


def _adviser(registry: Registry) -> Callable[[str], str]:
    """Return what says, by code, what to do about a finding."""

    def advice(code: str) -> str:
        from scrapelint.pages import advice

        return advice(registry.rules[code]) if code in registry.rules else ""

    return advice


def _with_progress(found: Iterable[Checked], files: list[Input], args: Namespace, busy: bool) -> Iterable[Checked]:  # noqa: FBT001
    """Return the articles, counted by a progress bar where nothing else moves on the terminal."""
    if busy or args.quiet or args.silent or not sys.stderr.isatty():
        return found
    from scrapelint.commands.progress import shown

    return shown(found, files)


def _status(args: Namespace, config: Config, summary: Summary) -> int:
    if summary.fixed and (args.diff or args.exit_non_zero_on_fix):
        return status.FOUND
    if args.exit_zero or args.fix_only or args.diff or config.fail_on == "never":
        return status.CLEAN
    return status.FOUND if summary.at_least(Severity.of(config.fail_on)) else status.CLEAN


def _tell(configs: Configs, rules: int, files: list[Input]) -> None:
    path = configs.path or "none"
    table = f" [{PYPROJECT_TABLE}]" if path.endswith("pyproject.toml") else ""
    warn(f"configuration: {path}{table}")
    warn(f"{rules} rules, {len(files)} files, {jobs_for(files, configs.run.jobs)} processes")
