"""Write the measured precision of each pack entry into its `confidence`.

    python tools/calibrate.py news.jsonl.gz blogs.jsonl.gz:0.3 [--write]

The data is that of tools/measure.py; a weight may follow each file. A page counts once however
many texts and lines it has: its share of right lines is averaged over pages, with PRIOR_PAGES
pages of precision PRIOR added, so that an entry seen on one page is not taken for perfect.
Entries that hit no judged line keep what stands in the pack. Without --write only the changes
are shown.
"""

import argparse
import re
import sys
from collections import defaultdict
from math import floor
from pathlib import Path

from measure import group_of, records, rows_of
from scrapelint import Article
from scrapelint.config.values import Config
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter

PRIOR = 0.9
"""Precision that an entry is believed to have before any page was seen: the mean over all entries."""
PRIOR_PAGES = 4
PACKS = Path(__file__).parent.parent / "rules/scrapelint_rules/packs"


def counts(paths):
    """Return {(concept, entry): {page: [right, wrong, weight]}} over all files."""
    lint = linter(Config(), discover())
    found = defaultdict(dict)
    for path, weight in paths:
        for record in records([path], 1):
            text, labels = record["text"], record["labels"]
            for finding in lint.check(Article(text, id=record["id"])):
                if "entry" not in finding.evidence:
                    continue
                row = next(iter(rows_of(finding, text)), None)
                label = labels[row] if row is not None else "?"
                gold = group_of(record) == "gold"
                if label in "bdc" and not (gold and label != "c"):
                    key = finding.evidence["pack"], finding.evidence["entry"]
                    cell = found[key].setdefault(record["page"], [0, 0, weight])
                    cell[label == "c"] += 1
    return found


def precision(pages):
    """Return the mean share of right lines of the pages, the prior included, rounded down, and their number."""
    total = sum(weight for *_, weight in pages.values())
    right = sum(weight * right / (right + wrong) for right, wrong, weight in pages.values())
    value = (right + PRIOR * PRIOR_PAGES) / (total + PRIOR_PAGES)
    return floor(100 * value) / 100, len(pages)


def main():
    """Measure, show, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+", help="FILE or FILE:WEIGHT")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    paths = [(file.partition(":")[0], float(file.partition(":")[2] or 1)) for file in args.files]
    for (concept, entry), pages in sorted(counts(paths).items()):
        value, seen = precision(pages)
        path = PACKS / f"{concept}.toml"
        if not path.exists():
            continue
        text = path.read_text(encoding="utf-8")
        pattern = re.compile(rf'(id = "{re.escape(entry)}"\n(?:(?!\[\[|phrases|patterns).*\n)*?confidence = )([\d.]+)')
        match = pattern.search(text)
        if match and float(match[2]) != value:
            print(f"{concept}/{entry}: {match[2]} -> {value} ({seen} pages)")
            if args.write:
                path.write_text(pattern.sub(rf"\g<1>{value}", text, count=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
