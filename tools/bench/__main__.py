"""Measure how fast scrapelint is, as ratios within one run: they are about the same on any machine.

    python tools/bench                       measures everything; takes some minutes
    python tools/bench start-up cache        only these
    python tools/bench --gate                less of each, and exit status 1 where a ratio is above its bound
    python tools/bench --json ratios.json    writes the figures, too

start-up     start, and a check of one article, against `import pydantic`
throughput   default rules on articles of 7 KB in six languages, against plain Python on the same
jobs         two processes against one
cache        a run with a new cache, and with one that knows all files, against one without
formats      what reading and writing take of a run
peers        filters of datatrove on the same texts, where it is installed (the extra `peers`)

A ratio is one of medians: in each round all that is compared takes its turn. CPU time unless it says wall. The bounds
in bounds.json are for a doubling. What is above is measured once more, and has to be above again.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cases import CASES, QUICK, WHOLE, Size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cases import Ratio

BOUNDS = Path(__file__).parent / "bounds.json"
GATED = ("start-up", "throughput", "jobs", "cache")
NEEDS = {"peers": "spacy", "formats": "pyarrow"}


def main() -> int:
    """Measure, print, and compare with the bounds."""
    args = _arguments()
    bounds: dict[str, float] = json.loads(args.bounds.read_text(encoding="utf-8"))
    size = QUICK if args.gate else WHOLE
    size = size._replace(rounds=args.rounds or size.rounds, files=args.files or size.files)
    ratios: dict[str, Ratio] = {}
    for name in args.cases or (GATED if args.gate else CASES):
        if name in NEEDS and not find_spec(NEEDS[name]):
            print(f"{name}: not measured, {NEEDS[name]} is not installed")
            continue
        found = _measured(name, size)
        if args.gate and _above(found, bounds):
            found = _lower(found, _measured(name, size))
        ratios.update(found)
        print("\n".join(_row(ratio, bounds) for ratio in found.values()), flush=True)
    if args.json:
        args.json.write_text(json.dumps({name: round(r.value, 4) for name, r in ratios.items()}, indent=4) + "\n")
    failed = [f"{name}: {ratios[name].value:.2f}, at most {bounds[name]}" for name in _above(ratios, bounds)]
    if not args.cases:
        failed += [f"{name}: has a bound, and was not measured" for name in bounds if name not in ratios]
    if args.gate and failed:
        print("\n" + "\n".join(failed))
    return int(args.gate and bool(failed))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python tools/bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", nargs="*", choices=[[], *CASES], help="what to measure; default: all")
    parser.add_argument("--gate", action="store_true", help="exit status 1 where a ratio is above its bound")
    parser.add_argument("--bounds", type=Path, default=BOUNDS, metavar="FILE", help="the bounds, by name")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the figures go, too")
    parser.add_argument("--rounds", type=int, metavar="N", help="rounds of each comparison")
    parser.add_argument(
        "--files", type=int, metavar="N", help="files of `cache`, records of `formats`; `jobs` has half as many"
    )
    return parser.parse_args()


def _measured(name: str, size: Size) -> dict[str, Ratio]:
    with TemporaryDirectory(prefix="scrapelint-bench-") as folder:
        return {ratio.name: ratio for ratio in CASES[name](Path(folder), size)}


def _above(ratios: Mapping[str, Ratio], bounds: Mapping[str, float]) -> list[str]:
    return [name for name, ratio in ratios.items() if ratio.value > bounds.get(name, float("inf"))]


def _lower(once: Mapping[str, Ratio], again: Mapping[str, Ratio]) -> dict[str, Ratio]:
    return {name: min(once[name], again[name], key=lambda ratio: ratio.value) for name in once}


def _row(ratio: Ratio, bounds: Mapping[str, float]) -> str:
    most = f"{bounds[ratio.name]:8.2f}" if ratio.name in bounds else " " * 8
    return f"{ratio.name:26}{ratio.value:8.2f}{most}  {ratio.of}"


if __name__ == "__main__":
    sys.exit(main())
