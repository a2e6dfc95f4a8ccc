"""What is measured: pairs of works on the same texts, each a ratio of what they cost."""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from made_texts import LANGUAGES, articles
from rounds import Cost, medians, of_call, of_command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from scrapelint.plugin import Linter

ARTICLE_BYTES = 7000
"""A long news article; what docs say a rule may take is for texts of this size."""
SMALL_BYTES = 3000
COMMAND = str(Path(sys.executable).parent / "scrapelint")


class Ratio(NamedTuple):
    """One figure."""

    name: str
    value: float
    of: str
    """What is divided by what."""


class Size(NamedTuple):
    """How much is measured."""

    rounds: int
    articles: int
    """Of each language."""
    files: int
    """Small ones; `jobs` has half as many records."""


QUICK = Size(rounds=3, articles=8, files=100)
WHOLE = Size(rounds=5, articles=60, files=1000)


def start_up(folder: Path, size: Size) -> Iterator[Ratio]:
    """Start, and a hook on one article, against the import of pydantic."""
    (folder / "a.txt").write_text(next(articles(1, ARTICLE_BYTES)).text, encoding="utf-8")
    commands = {
        "pydantic": [sys.executable, "-c", "import pydantic"],
        "start": [COMMAND, "--version"],
        "hook": [COMMAND, "check", "--isolated", "a.txt"],
    }
    costs = medians({name: partial(of_command, command, folder) for name, command in commands.items()}, size.rounds)
    yield Ratio("start", costs["start"].cpu / costs["pydantic"].cpu, "`scrapelint --version` / `import pydantic`")
    yield Ratio("hook", costs["hook"].cpu / costs["pydantic"].cpu, "check of one article / `import pydantic`")


def throughput(_: Path, size: Size) -> Iterator[Ratio]:
    """All default rules on articles of each language, and on such without line breaks, against plain Python."""
    lint = _linter()
    for language in LANGUAGES:
        texts = [article.text for article in articles(size.articles, ARTICLE_BYTES, languages=[language.code])]
        yield Ratio(f"check {language.code}", _against_python(lint, texts, size), "default rules / pairs of letters")
    flat = [article.text.replace("\n\n", " ") for article in articles(size.articles, ARTICLE_BYTES, languages=["en"])]
    yield Ratio("check flat", _against_python(lint, flat, size), "the same without line breaks / pairs of letters")


def jobs(folder: Path, size: Size) -> Iterator[Ratio]:
    """Two processes against one, on one file."""
    _write_records(folder / "a.jsonl", size.files // 2, ARTICLE_BYTES)
    command = [COMMAND, "check", "--isolated", "--silent", "--no-cache", "a.jsonl", "--jobs"]
    costs = medians({number: partial(of_command, [*command, number], folder) for number in ("1", "2")}, size.rounds)
    yield Ratio("jobs 2, CPU", costs["2"].cpu / costs["1"].cpu, "--jobs 2 / --jobs 1")
    yield Ratio("jobs 2, wall", costs["2"].wall / costs["1"].wall, "--jobs 2 / --jobs 1")


def cache(folder: Path, size: Size) -> Iterator[Ratio]:
    """Small files, with a cache that is new and with one that knows them all, against none."""
    for number, article in enumerate(articles(size.files, SMALL_BYTES)):
        (folder / f"{number:05}.txt").write_text(article.text, encoding="utf-8")
    command = [COMMAND, "check", "--isolated", "--silent", "--jobs", "1", "."]

    def cold() -> Cost:
        shutil.rmtree(folder / ".scrapelint_cache", ignore_errors=True)
        return of_command(command, folder)

    works: Mapping[str, Callable[[], Cost]] = {
        "none": partial(of_command, [*command, "--no-cache"], folder),
        "cold": cold,
        "warm": partial(_warm, command, folder),
    }
    costs = medians(works, size.rounds)
    yield Ratio("cache new", costs["cold"].cpu / costs["none"].cpu, "first run / --no-cache")
    yield Ratio("cache known, CPU", costs["warm"].cpu / costs["none"].cpu, "second run / --no-cache")
    yield Ratio("cache known, wall", costs["warm"].wall / costs["none"].wall, "second run / --no-cache")


def formats(folder: Path, size: Size) -> Iterator[Ratio]:
    """What reading takes of `check`, and reading and writing of `clean`, for JSON Lines and Parquet, start-up aside."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    for stem, count in (("one", 1), ("a", size.files)):
        records = _write_records(folder / f"{stem}.jsonl", count, ARTICLE_BYTES)
        pq.write_table(pa.Table.from_pylist(records), folder / f"{stem}.parquet")
    for name in ("jsonl", "parquet"):
        check = [COMMAND, "check", "--isolated", "--silent", "--no-cache", "--jobs", "1", f"a.{name}"]
        clean = [COMMAND, "clean", "--isolated", "--quiet", "--jobs", "1", f"a.{name}", "-o", f"b.{name}"]
        only = ["--select", "INP"]
        commands = {"check": check, "read": [*check, *only], "clean": clean, "write": [*clean, *only]}
        commands["start"] = [COMMAND, "check", "--isolated", "--silent", *only, f"one.{name}"]
        costs = medians({n: partial(of_command, command, folder) for n, command in commands.items()}, size.rounds)
        cpu = {n: cost.cpu - costs["start"].cpu for n, cost in costs.items()}
        yield Ratio(f"{name} read", cpu["read"] / cpu["check"], "check without rules / check")
        yield Ratio(f"{name} read and written", cpu["write"] / cpu["clean"], "clean without rules / clean")


def peers(_: Path, size: Size) -> Iterator[Ratio]:
    """The filters of datatrove against all default rules, and against the rules of QUA with the same measures."""
    from datatrove.data import Document
    from datatrove.pipeline.filters import (
        C4QualityFilter,
        FineWebQualityFilter,
        GopherQualityFilter,
        GopherRepetitionFilter,
    )

    texts = [article.text for article in articles(size.articles, ARTICLE_BYTES, languages=["en"])]
    filters = [GopherQualityFilter(), GopherRepetitionFilter(), C4QualityFilter(), FineWebQualityFilter()]

    def filtered() -> None:
        for text in texts:
            for each in filters:
                each.filter(Document(text=text, id=""))

    filtered()  # the tokenizer is loaded
    rules, measures = _linter(), _linter("QUA")
    works = {
        "datatrove": partial(of_call, filtered),
        "default": partial(of_call, partial(_check, rules, texts)),
        "QUA": partial(of_call, partial(_check, measures, texts)),
    }
    costs = medians(works, size.rounds)
    yield Ratio("default, datatrove", costs["default"].cpu / costs["datatrove"].cpu, "default rules / its four filters")
    yield Ratio("QUA, datatrove", costs["QUA"].cpu / costs["datatrove"].cpu, "rules of QUA / its four filters")


CASES = {case.__name__.replace("_", "-"): case for case in (start_up, throughput, jobs, cache, formats, peers)}


def _warm(command: Sequence[str], folder: Path) -> Cost:
    if not (folder / ".scrapelint_cache").exists():
        of_command(command, folder)
    return of_command(command, folder)


def _linter(*select: str) -> Linter:
    from scrapelint.config.values import Config
    from scrapelint.runners.pipeline import installed
    from scrapelint.selection.selecting import linter

    made = linter(Config(select=select or None), installed())
    _check(made, [article.text for article in articles(12, ARTICLE_BYTES)])  # tables and the automaton are loaded
    return made


def _against_python(lint: Linter, texts: Sequence[str], size: Size) -> float:
    works = {"check": partial(of_call, partial(_check, lint, texts)), "pairs": partial(of_call, partial(_pairs, texts))}
    costs = medians(works, size.rounds)
    return costs["check"].cpu / costs["pairs"].cpu


def _check(lint: Linter, texts: Sequence[str]) -> None:
    from scrapelint.plugin import Article

    for text in texts:
        lint.check(Article(text))


def _pairs(texts: Sequence[str]) -> None:
    """Count pairs of letters: what Python takes for a text of this length, on this machine, at this moment."""
    for text in texts:
        Counter(pairwise(text.encode()))


def _write_records(path: Path, count: int, size_bytes: int) -> list[dict[str, str]]:
    records = [
        {"id": str(number), "title": article.title, "text": article.text}
        for number, article in enumerate(articles(count, size_bytes))
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return records
