"""Show what share of articles each rule flags, by where they are from: the `native_share` of a rule, and its figures.

    python tools/native_share.py native.jsonl.gz ... [--code MTX]

Each line of the data is an article with a key `text`; `lang`, where it is there, is taken for what the scraper
declared. `group` says where it is from, as "translated"; an article without it is native: written by a person in
its language and cut out of its page by hand. A rule counts once an article, and so does the family of each code
that was asked for. `native_share` is of the native ones, whatever the severity; behind it stand, for each group in
English and in other languages, the articles with a warning, those with any finding, and how many there are.
"""

import argparse
import gzip
import json
import sys
from collections import Counter

from scrapelint import Article, Severity
from scrapelint.config.values import Config
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter

NATIVE = "native"


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--code", action="append", help="only codes that begin so; may be repeated")
    args = parser.parse_args()
    codes = tuple(args.code or ("MTX", "LNG"))
    registry = discover()
    lint = linter(Config(select=codes), registry)
    articles, flagged, warned = Counter(), Counter(), Counter()
    for record in records(args.files):
        cell, found = examined(record, lint)
        articles[cell] += 1
        flagged.update((cell, name) for name in names(found, codes))
        warned.update((cell, name) for name in names([one for one in found if one.severity > Severity.INFO], codes))
    for code in (*codes, *(code for code in registry.rules if code.startswith(codes))):
        print(code, native_share(code, articles, flagged), stored(registry.rules.get(code)))
        for cell, number in sorted(articles.items()):
            print(f"  {' '.join(cell):24} {warned[cell, code]:6} {flagged[cell, code]:6} of {number}")


def records(paths):
    """Yield the articles of all files."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def examined(record, lint):
    """Return the group of an article and whether it is English or of another language, and what is found in it."""
    doc = lint.document(Article(record["text"], fields={"language": record.get("lang", "")}))
    side = "en" if doc.language == "en" else "other"
    return (record.get("group", NATIVE), side), list(lint.check_document(doc))


def names(found, codes):
    """Return the codes of findings, and those that were asked for that they begin with."""
    seen = {finding.code for finding in found}
    return seen | {code for code in codes if any(name.startswith(code) for name in seen)}


def native_share(code, articles, flagged):
    """Return the share of native articles with any finding of a rule, of how many."""
    number = sum(count for (group, _), count in articles.items() if group == NATIVE)
    found = sum(count for ((group, _), name), count in flagged.items() if group == NATIVE and name == code)
    return f"{found / number:.4f} of {number}" if number else "no native article"


def stored(rule):
    """Return what the rule says of itself."""
    return f"stored {rule.native_share}" if rule else ""


if __name__ == "__main__":
    sys.exit(main())
