"""`scrapelint clean --engine ray`: JSON Lines in, folders of cleaned lines, rejects and ledger out."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO

from scrapelint.commands.on_engines.engine import Folders
from scrapelint.commands.on_engines.ray.numbering import records_before
from scrapelint.commands.on_engines.ray.session import (
    RAY,
    commit,
    dataset_of,
    files_of,
    make_folders,
    opened,
    parts_in,
    writing,
)
from scrapelint.commands.shared.clean_report import Count, total_of
from scrapelint.integrations.lines import CLEANED, COUNT, LEDGER, REJECTS, Cleaning, cleaned_rows
from scrapelint.integrations.parts import lines_of, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.cleaning.data_set import Dropping
    from scrapelint.cleaning.mender import Fixes
    from scrapelint.commands.clean import Options
    from scrapelint.config.values import Config
    from scrapelint.integrations.parts import FilePart


def run(options: Options, config: Config, fixes: Fixes, dropping: Dropping, rejects: str) -> Count:
    """Clean the files on Ray; return what the run comes to."""
    files = files_of([options.input], config)
    RAY.check_cleaning(options, rejects, [file.filename for file in files])
    how = Cleaning(config, fixes, dropping, bool(rejects), bool(options.ledger), partial(Count, 0)).from_here()
    with opened(options.master) as data:
        parts = parts_of(files, max_expansion=config.max_expansion)
        return written(data, parts, how, Folders(options.output, rejects, options.ledger))


def written(data: Any, parts: list[FilePart], how: Cleaning, to: Folders) -> Count:
    """Write what becomes of the lines of files; return what the run comes to.

    A task writes the files of its part, always under the same names: one that Ray runs again leaves nothing out and
    nothing twice. When all are done each folder gets a file `_SUCCESS`.
    """
    how = how._replace(before=records_before(data, parts))
    to = Folders(*make_folders(to))
    work = partial(_cleaned, how=how, to=to)
    done = dataset_of(data, parts).map_batches(work, batch_size=1, batch_format="pyarrow").take_all()
    for folder in filter(None, to):
        commit(folder, map(_name, range(len(parts))))
    return total_of(row["state"] for row in sorted(done, key=lambda row: row["number"]))


def _cleaned(table: Any, how: Cleaning, to: Folders) -> Iterator[Any]:
    """Clean the parts of a task; yield what each comes to."""
    for part in parts_in(table):
        for state in _clean(part, how._replace(file=_name(part.number)), to):
            yield type(table).from_pydict({"number": [part.number], "state": [state]})


def _clean(part: FilePart, how: Cleaning, to: Folders) -> Iterator[bytes]:
    """Write the files of a part; yield what it comes to, where it has lines."""
    folders = {CLEANED: to.output, REJECTS: to.rejects, LEDGER: to.ledger}
    states: list[bytes] = []
    with ExitStack() as stack:
        files: dict[int, BinaryIO] = {}
        for kind, data in cleaned_rows(lines_of(part), how):
            if kind == COUNT:
                states.append(data)
                continue
            if kind not in files:
                files[kind] = stack.enter_context(writing(folders[kind], how.file))
            files[kind].write(data + b"\n")
    yield from states


def _name(number: int) -> str:
    return f"part-{number:05}.jsonl"
