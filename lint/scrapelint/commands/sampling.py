"""`--sample N`: what is drawn, and what cannot be told of a sample."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from scrapelint.commands.shared.console import warn
from scrapelint.commands.shared.options import LOCAL
from scrapelint.commands.shared.progress import drawing
from scrapelint.corpus.rule import CorpusRule
from scrapelint.errors import UsageError
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.commands.shared.check_options import Options
    from scrapelint.config.values import Config
    from scrapelint.readers.drawing import Sample
    from scrapelint.readers.files import Input
    from scrapelint.selection.registry import Registry

DEFAULT_SEED = 0
"""Fixed, so that the same command draws the same records."""
_WHOLE = {
    "fix": "--fix", "fix_only": "--fix-only", "diff": "--diff", "diff_base": "--diff-base", "watch": "--watch",
    "against": "--against",
}  # fmt: skip
"""Options that are about all articles of the input."""


def check_sample(options: Options) -> None:
    """Raise UsageError where a sample is asked of what is about all articles, or a seed is given for none."""
    if options.seed is not None and not options.sample:
        raise UsageError("--seed is for a sample: give --sample N, too")
    if not options.sample:
        return
    for name, option in _WHOLE.items():
        if getattr(options, name):
            raise UsageError(f"{option} is about all articles, --sample about some: leave one of them out")
    if options.engine != LOCAL:
        raise UsageError(f"--sample is drawn on this machine: leave out --engine {options.engine}")


def sample_of(options: Options, config: Config, registry: Registry, files: Sequence[Input]) -> Sample | None:
    """Return what draws the records of a run; None where all are checked.

    Rules across articles are left out, which is told; raises UsageError where they are asked for by their names.
    """
    if not options.sample:
        return None
    from scrapelint.readers.drawing import Sample

    across = [rule.code for rule in selection.select(config, registry) if isinstance(rule, CorpusRule)]
    for selector in _naming(across, config, registry):
        raise UsageError(
            f"{config.place(selector)}: {selector} compares articles with all others, and of a sample most are not "
            f"read: leave it out, or --sample"
        )
    if across and not options.silent:
        warn(f"a sample cannot tell what articles have in common: {', '.join(across)} are left out")
    seed = DEFAULT_SEED if options.seed is None else options.seed
    return Sample(options.sample, seed, partial(drawing, files=files, options=options))


def _naming(across: Sequence[str], config: Config, registry: Registry) -> Iterator[str]:
    """Yield the selectors that name rules across articles, and not just all rules."""
    for selector in (*(config.select or ()), *config.extend_select):
        found = selection.resolve(selector, config, registry)
        if found.strength and not found.codes.isdisjoint(across):
            yield selector
