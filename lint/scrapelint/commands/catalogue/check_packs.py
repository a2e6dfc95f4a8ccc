"""`scrapelint rules --check-packs`: the examples of every pack in use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scrapelint.commands.shared import status
from scrapelint.packs.matcher import Matcher
from scrapelint.reporters.summary import counted
from scrapelint.runners.pipeline import installed
from scrapelint.selection import selecting as selection
from scrapelint.testing import check_pack_example, pack_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.config.per_file import Configs


def check_packs(configs: Configs) -> int:
    """Print what a pack of the user, or else any pack, does not do right or does not say; return the exit status."""
    registry = selection.with_packs(configs.run, installed())
    paths = [Path(path) for path in configs.run.packs] or registry.pack_paths
    failed = [problem for path in paths for problem in _problems(path)]
    print("\n".join(failed) or f"All examples of {counted(len(paths), 'pack')} are right.")
    return status.FOUND if failed else status.CLEAN


def _problems(path: Path) -> Iterator[str]:
    from scrapelint.packs.files import compiled, load, undescribed

    pack = load(path)
    yield from undescribed(path, pack)
    matcher = Matcher(compiled([pack]))
    for case in pack_cases(pack):
        try:
            check_pack_example(case, matcher)
        except AssertionError as error:
            yield f"{path}: {error}"
