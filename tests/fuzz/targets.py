"""What is fuzzed: each target takes bytes, and raises where something does not hold."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from fuzz import files, rules, seeds, settings

if TYPE_CHECKING:
    from collections.abc import Callable


class Target(NamedTuple):
    """A function that takes any bytes, and what to start from."""

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]


def _of(*texts: str) -> Callable[[], list[bytes]]:
    return lambda: seeds.encoded(texts)


FILES: dict[str, tuple[str, Callable[[], list[bytes]]]] = {
    "text": ("a.txt", seeds.texts),
    "markdown": ("a.md", _of(*seeds.MARKDOWN)),
    "json-lines": ("a.jsonl", _of(seeds.LINES)),
    "json": ("a.json", seeds.json_files),
    "csv": ("a.csv", _of(seeds.TABLE, seeds.TABLE.replace(",", ";"), "a\n")),
    "tsv": ("a.tsv", _of(seeds.TABLE.replace(",", "\t"))),
    "xml": ("a.xml", _of(seeds.XML, seeds.TEI)),
}
"""By format: the name of a file, and files to start from."""

TARGETS: dict[str, Target] = {
    **{f"read-{kind}": Target(partial(files.reads, name), start) for kind, (name, start) in FILES.items()},
    "read-parquet": Target(partial(files.reads, "a.parquet"), partial(seeds.tables, is_parquet=True)),
    "read-arrow": Target(partial(files.reads, "a.arrow"), partial(seeds.tables, is_parquet=False)),
    "read-warc": Target(partial(files.reads, "a.warc"), seeds.archives),
    "read-compressed": Target(files.reads_compressed, seeds.compressed),
    **{f"mend-{kind}": Target(partial(files.mends, name), start) for kind, (name, start) in FILES.items()},
    "rules": Target(rules.finds, seeds.articles),
    "first-texts": Target(rules.agrees, seeds.articles),
    "reports": Target(rules.reports, seeds.articles),
    "edits": Target(rules.edits, seeds.edits),
    "configuration": Target(settings.configures, _of(*seeds.CONFIGURATIONS)),
    "pack": Target(settings.packages, _of(*seeds.PACKS)),
    "accepted": Target(settings.accepts, _of(*seeds.ACCEPTED)),
    "rates": Target(settings.rates_of, _of(*seeds.RATES)),
    "ledger": Target(settings.restores, _of(*seeds.LEDGERS)),
    "index": Target(settings.indexes, seeds.edits),
}
