"""How precise is each rule, and each entry of its packs, on lines that people have labelled?

    python tools/measure.py news.jsonl.gz [more.jsonl.gz] [--code CRD001] [--show 20]

Each input line is a JSON object with `text` and `labels`, one character a line of the text:
`c` article, `b` page, `d` a repeat out of place, `-` and `?` not judged. Texts whose
`extractor` is `gold` are the article itself: every flag there is a false alarm.

For each code and kind of hit: lines flagged that are page (hit), lines flagged that are
article (false), precision, clean articles hit, and the confidence that the rule claims.
"""

import argparse
import gzip
import json
import sys
from collections import defaultdict

from scrapelint import Article, Severity
from scrapelint.config.values import Config
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter

DUMPS = {"html-text", "inscriptis", "bs4-lines", "html2text"}


def records(paths, every):
    """Yield every Nth labelled record of these files."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number % every == 0:
                    yield json.loads(line)


def group_of(record):
    """Return `gold`, `dump` or `article`."""
    return "gold" if record["extractor"] == "gold" else "dump" if record["extractor"] in DUMPS else "article"


def kind_of(finding):
    """Return what tells the kinds of hits of one rule apart."""
    evidence = finding.evidence
    if "entry" in evidence:
        return f"{evidence['pack']}/{evidence['entry']}"
    return evidence.get("kind", "")


def rows_of(finding, text):
    """Return the rows that a finding touches, from 0."""
    if finding.span is None:
        return ()
    first = text.count("\n", 0, finding.span.start)
    last = text.count("\n", 0, max(finding.span.start, finding.span.end - 1))
    return range(first, last + 1)


def main():
    """Run the default rules and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--group", choices=["article", "dump", "gold", "any"], default="article")
    parser.add_argument("--code", default="", help="only codes that begin so")
    parser.add_argument("--kind", default="", help="only kinds that begin so")
    parser.add_argument("--show", type=int, default=0, help="print this many false lines of each kind")
    parser.add_argument("--hits", action="store_true", help="print right lines too")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--lang", default="")
    args = parser.parse_args()
    lint = linter(Config(), discover())
    table = defaultdict(lambda: [0, 0, set(), 0.0])
    shown = defaultdict(set)
    clean = hit = 0
    for record in records(args.files, args.every):
        group = group_of(record)
        if (args.group not in (group, "any") and group != "gold") or (args.lang and record["lang"] != args.lang):
            continue
        text, labels = record["text"], record["labels"]
        lines = text.split("\n")
        touched = set()
        for finding in lint.check(Article(text, id=record["id"])):
            if not finding.code.startswith(args.code) or not kind_of(finding).startswith(args.kind):
                continue
            key = (finding.code, finding.severity.label[0], kind_of(finding))
            cell = table[key]
            cell[3] = finding.confidence
            for row in rows_of(finding, text):
                label = labels[row]
                if label in "bd" and group != "gold":
                    cell[0] += 1
                elif label == "c":
                    if group != "gold":
                        cell[1] += 1
                    elif finding.severity >= Severity.WARNING:
                        cell[2].add(record["id"])
                        touched.add(finding.code[:3])
                if args.show and label in ("cbd" if args.hits else "c"):
                    around = lines[row].strip()[:200]
                    shown[key].add((label, record["id"], row + 1, around))
        clean += group == "gold"
        hit += bool(touched & {"CMT", "NAV", "WAL", "PRO", "CRD", "REP", "LLM"})
    print(f"{'code':7} {'hit':>6} {'false':>6} {'prec':>6} {'claim':>6} {'clean':>6}  kind")
    for key, (right, wrong, articles, claim) in sorted(table.items()):
        precision = f"{right / (right + wrong):.3f}" if right + wrong else "-"
        print(f"{key[0]}{key[1]} {right:6} {wrong:6} {precision:>6} {claim:6.2f} {len(articles):6}  {key[2]}")
        for label, where, row, line in sorted(shown[key], key=lambda s: (s[3], s[1]))[: args.show]:
            print(f"        {label} {where}:{row}: {line}")
    print(f"clean articles hit at warning and above: {hit} of {clean}")


if __name__ == "__main__":
    sys.exit(main())
