"""Show what share of honest articles each rule flags: the `native_share` of a rule.

    python tools/native_share.py native.jsonl.gz [--code MTX]

Each line of the data is an article with a key `text`, written by a person in its language and cut out of
its page by hand; `lang`, where it is there, is taken for what the scraper declared. A rule counts once an article,
whatever the severity.
"""

import argparse
import gzip
import json
import sys
from collections import Counter

from scrapelint import Article
from scrapelint.config.values import Config
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--code", action="append", help="only codes that begin so; may be repeated")
    args = parser.parse_args()
    codes = tuple(args.code or ("MTX", "LNG"))
    registry = discover()
    lint = linter(Config(select=codes), registry)
    flagged, articles = Counter(), 0
    for path in args.files:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                article = Article(record["text"], fields={"language": record.get("lang", "")})
                flagged.update({finding.code for finding in lint.check(article)})
                articles += 1
    for code, rule in registry.rules.items():
        if code.startswith(codes):
            print(f"{code} {flagged[code] / articles:.4f} of {articles}, stored {rule.native_share}")


if __name__ == "__main__":
    sys.exit(main())
