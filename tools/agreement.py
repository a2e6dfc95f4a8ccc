"""Check that one process, several, Spark and Ray find the same in many generated articles, however they are spread.

    python tools/agreement.py [--articles 20000] [--engine ray]

The tests do the same with some hundred articles. Takes some minutes; Spark needs Java.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from command import plain
from generated import records

CODES = "DUP,SIT,SEG,CMT"
COMMAND = str(Path(sys.executable).parent / "scrapelint")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--words", type=int, default=150, help="of an article, about")
    parser.add_argument(
        "--engine", choices=("spark", "ray"), default="spark", help="that is compared with this machine"
    )
    args = parser.parse_args()
    articles = [json.dumps(record) for record in records(args.articles, words=args.words)]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        expected = spread(articles, 1, folder, "--jobs", "1")
        print("one process:", len(expected), "findings", dict(Counter(json.loads(line)["code"] for line in expected)))
        same = [
            tell(f"{jobs} processes, {files} files, order {seed}",
                 spread(shuffled(articles, seed), files, folder, "--jobs", str(jobs)), expected)
            for jobs, files, seed in ((1, 7, 1), (2, 1, 2), (2, 40, 3))
        ]  # fmt: skip
        same += {"spark": on_spark, "ray": on_ray}[args.engine](articles, folder)
    sys.exit(not all(same))


def shuffled(articles: list[str], seed: int) -> list[str]:
    return random.Random(seed).sample(articles, len(articles))  # noqa: S311  # nothing here is secret


def spread(articles: list[str], files: int, folder: Path, *options: str) -> list[str]:
    """Return the findings, sorted, without what says how the articles were spread over files."""
    for old in folder.glob("*.jsonl"):
        old.unlink()
    for number in range(files):
        (folder / f"{number}.jsonl").write_text("\n".join(articles[number::files]) + "\n", encoding="utf-8")
    return sorted(json.dumps(plain(json.loads(line))) for line in found(folder, *options, "."))


def found(folder: Path, *options: str) -> list[str]:
    command = [COMMAND, "check", "--isolated", "--exit-zero", "--select", CODES, "--output-format", "json-lines"]
    ran = subprocess.run([*command, *options], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603
    return ran.stdout.splitlines()


def on_spark(articles: list[str], folder: Path) -> list[bool]:
    """Compare Spark, byte for byte, with one process that reads the same records under the same addresses."""
    from scrapelint.commands.on_engines.spark.session import opened
    from scrapelint.config.values import Config
    from scrapelint.integrations import spark

    spread(articles, 1, folder, "--jobs", "2")
    expected = sorted(found(folder, "--jobs", "2", "0.jsonl"))
    config = Config(select=tuple(CODES.split(",")))
    session = opened("local[2,4]")
    session.sparkContext.setLogLevel("OFF")
    addressed = [{**json.loads(line), "filename": "0.jsonl", "record": n} for n, line in enumerate(articles, 1)]
    (folder / "addressed").mkdir()
    same = []
    for seed, partitions in ((4, 3), (5, 16)):
        path = folder / "addressed" / f"{seed}.jsonl"
        order = random.Random(seed).sample(addressed, len(addressed))  # noqa: S311  # the same
        path.write_text("".join(json.dumps(one) + "\n" for one in order), encoding="utf-8")
        df = session.read.json(str(path)).repartition(partitions)
        got = sorted(row.finding for row in spark.check(df, config).collect())
        same.append(tell(f"Spark, {partitions} partitions, order {seed}", got, expected))
    session.stop()
    return same


def on_ray(articles: list[str], folder: Path) -> list[bool]:
    """Compare Ray in the same way."""
    from scrapelint.commands.on_engines.ray.session import opened
    from scrapelint.config.values import Config
    from scrapelint.integrations import ray

    spread(articles, 1, folder, "--jobs", "2")
    expected = sorted(found(folder, "--jobs", "2", "0.jsonl"))
    config = Config(select=tuple(CODES.split(",")))
    addressed = [{**json.loads(line), "filename": "0.jsonl", "record": n} for n, line in enumerate(articles, 1)]
    same = []
    with opened("") as data:
        for seed, blocks in ((4, 3), (5, 16)):
            order = random.Random(seed).sample(addressed, len(addressed))  # noqa: S311  # the same
            findings = ray.check(data.from_items(order, override_num_blocks=blocks), config, buckets=blocks)
            got = sorted(row["finding"] for row in findings.take_all())
            same.append(tell(f"Ray, {blocks} blocks and buckets, order {seed}", got, expected))
    return same


def tell(what: str, found: list[str], expected: list[str]) -> bool:
    same = found == expected
    print(f"{time.strftime('%H:%M:%S')} {what}: {'the same' if same else 'DIFFERENT'}", flush=True)
    return same


if __name__ == "__main__":
    main()
