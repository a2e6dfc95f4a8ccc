"""Write, or compare, the findings that are expected in the sample corpus.

    python tools/corpus.py            writes corpus/expected.jsonl
    python tools/corpus.py --check    says which files have other findings; exit status 1

Each line is one finding of the default rules, in the order in which the program reports it.
Read every line that changes before you keep it: the test holds what stands there.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapelint.config.values import Config
from scrapelint.readers import reading
from scrapelint.readers.files import Input, Missing, find
from scrapelint.readers.source import Source
from scrapelint.reporters.programs.records import records
from scrapelint.runners import local
from scrapelint.runners.pipeline import installed
from scrapelint.selection.selecting import linter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Article
    from scrapelint.plugin import Linter

CORPUS = Path(__file__).parents[1] / "corpus"
EXPECTED = CORPUS / "expected.jsonl"
FOLDERS = ("bad", "good", "records")
MAX_EXCERPT_CHARS = 120
"""Longest part of a text that stands in an expected finding; the middle of a longer one is left out."""

Expected = dict[str, Any]


@dataclass(frozen=True)
class Sample:
    """A file of the corpus and all that is found in it."""

    name: str
    """Its path below the corpus."""
    texts: tuple[str, ...]
    """Of its articles that can be read."""
    findings: tuple[Expected, ...]


def names() -> list[str]:
    """Return the paths of all files of the corpus, below it, in order."""
    found = find((str(CORPUS / folder) for folder in FOLDERS), lambda _: False)
    return [Path(file.filename).relative_to(CORPUS).as_posix() for file in found if not isinstance(file, Missing)]


def default_linter() -> Linter:
    """Return the linter with all default rules."""
    return linter(Config(), installed())


def sample(name: str, lint: Linter) -> Sample:
    """Return a file of the corpus with what the rules find in it."""
    file = next(f for f in find([str(CORPUS / name)], lambda _: False) if isinstance(f, Input))
    intakes = list(reading.read(file, Source(name)))
    findings = [_expected(found, c.article) for c in local.run(intakes, lint) for found in records(c)]
    return Sample(name, tuple(i.article.text for i in intakes if i.readable), tuple(findings))


def read_expected() -> dict[str, list[Expected]]:
    """Return the expected findings of each file that has any."""
    by_file = defaultdict(list)
    for line in EXPECTED.read_text(encoding="utf-8").splitlines():
        finding = json.loads(line)
        by_file[finding["file"]].append(finding)
    return by_file


def main() -> int:
    """Write the expected findings, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, list the differences")
    args = parser.parse_args()
    lint = default_linter()
    found = {name: list(sample(name, lint).findings) for name in names()}
    if args.check:
        differences = list(_differences(found, read_expected()))
        print("\n".join(differences) or "the findings are those expected")
        return int(bool(differences))
    lines = [json.dumps(finding, ensure_ascii=False) + "\n" for findings in found.values() for finding in findings]
    EXPECTED.write_text("".join(lines), encoding="utf-8", newline="\n")
    print(f"{EXPECTED}: {len(lines)} findings in {sum(map(bool, found.values()))} of {len(found)} files")
    return 0


def _expected(found: Expected, article: Article) -> Expected:
    start, end = found["location"], found["end_location"]
    return {
        "file": found["filename"],
        "record": found["record"],
        "field": found["field"],
        "code": found["code"],
        "severity": found["severity"],
        "row": start and start["row"],
        "end_row": end and end["row"],
        "excerpt": _excerpt(found, article),
        "also": [named.partition(" ")[0] for named in found["evidence"].get("also", ())],
    }


def _excerpt(found: Expected, article: Article) -> str | None:
    """Return what a finding marks: a part of the text, or the value of a field."""
    if not found["location"]:
        return article.get(found["field"]) if found["field"] not in (None, article.text_field) else None
    if found["field"] is None:
        return None
    first, last = (found[name]["offset"] - article.start.offset for name in ("location", "end_location"))
    marked = article.text[first:last].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    half = MAX_EXCERPT_CHARS // 2
    return marked if len(marked) <= MAX_EXCERPT_CHARS else f"{marked[:half]} … {marked[-half:]}"


def _differences(found: dict[str, list[Expected]], expected: dict[str, list[Expected]]) -> Iterator[str]:
    for name in sorted(found.keys() | expected.keys()):
        now, before = found.get(name, []), expected.get(name, [])
        yield from (f"- {_shown(finding)}" for finding in before if finding not in now)
        yield from (f"+ {_shown(finding)}" for finding in now if finding not in before)
        if now != before and sorted(map(str, now)) == sorted(map(str, before)):
            yield f"! {name}: the same findings in another order"


def _shown(finding: Expected) -> str:
    place = [finding[name] for name in ("file", "record", "row") if finding[name] is not None]
    return f"{':'.join(map(str, place))}: {finding['code']} {finding['severity']} {finding['excerpt']!r}"


if __name__ == "__main__":
    sys.exit(main())
