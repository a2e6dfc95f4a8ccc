"""Mending as `check` does it: with a report of what is left, or without."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

from scrapelint.commands.shared.console import output, tell_of_file
from scrapelint.commands.shared.progress import with_progress
from scrapelint.reporters.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.commands.shared.check_options import Options
    from scrapelint.config.per_file import Configs
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input
    from scrapelint.reporters.summary import Summary


def mend_only(options: Options, configs: Configs, files: list[Input], summary: Summary) -> None:
    """Mend without a report, as --fix-only and --diff ask."""
    with output(None, other=True):
        for checked in with_progress(mended(files, configs, options, summary), files, options, busy=False):
            summary.add(checked)
            if not checked.is_article:
                tell_of_file(checked.article.filename, checked.findings)
    if options.silent or options.quiet:
        return
    if options.show_fixes and not options.diff:
        show_fixes(summary, sys.stderr)
    sys.stderr.write(_mended_sentence(summary, dry=options.diff) + "\n")


def mended(files: list[Input], configs: Configs, options: Options, summary: Summary) -> Iterable[Checked]:
    """Return the articles as they are after mending, with what is left; `summary` counts what was mended."""
    if options.interactive:
        from scrapelint.commands.mending.interactive import fix_by_choice

        return fix_by_choice(files, configs, options, summary)
    from scrapelint.commands.mending.files import fix

    return fix(files, configs, options, summary)


def show_fixes(summary: Summary, out: TextIO) -> None:
    """Print what was mended in which file."""
    from scrapelint.commands.mending.files import print_fixed

    print_fixed(summary, out)


def _mended_sentence(summary: Summary, *, dry: bool) -> str:
    more = 0 if summary.unsafe_fixes else summary.by_applicability["unsafe"]
    hint = f" ({counted(more, 'additional fix', 'es')} available with `--unsafe-fixes`)" if more else ""
    if not summary.fixed:
        return f"{'No findings would be' if dry else 'No findings'} fixed{hint}."
    return f"{'Would fix' if dry else 'Fixed'} {counted(summary.fixed, 'finding')}{hint}."


def takes_stdout(options: Options, files: list[Input]) -> bool:
    """Tell whether standard output is for the mended text of standard input."""
    return options.fix and options.output_file is None and any(file.path is None for file in files)
