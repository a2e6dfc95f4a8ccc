"""How well do scores rank articles, and extractors, by the residue that people have labelled?

    python tools/measure_score.py residue.jsonl.gz [more.jsonl.gz]

The data is that of tools/measure.py, with `page` besides: equal for all texts of one page. The labelled share of a text
is that of `b` and `d` among the characters of its lines with `c`, `b` or `d`.

Prints for the articles, and for all texts: the rank correlation (Spearman) of share and score with the labelled share,
by findings and models, by findings alone, and by both on the lines alone that people judged; then the expected and the
labelled share of texts whose expected share is alike; then, for each two extractors with `MIN_PAGES` pages in common,
whether the one with less labelled residue on these pages has the better mean score.
"""

import argparse
from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import combinations, pairwise
from statistics import correlation, mean
from typing import NamedTuple

from measure import group_of, records
from scrapelint import Article
from scrapelint.api import linter
from scrapelint.scoring import likely_residue, score_of

EDGES = (0.0, 0.0001, 0.01, 0.03, 0.06, 0.1, 0.2, 0.4, 1.01)
"""Where one class of expected shares ends and the next begins."""
MIN_PAGES = 20
"""Pages that two extractors need in common to be compared."""
MIN_DIFFERENCE = 0.005
"""Difference of labelled shares from which one of two extractors is called better."""


class Text(NamedTuple):
    """A labelled text and its scores."""

    page: str
    extractor: str
    group: str
    labelled: float
    score: float
    share: float
    score_alone: float
    """By findings alone, without the models."""
    share_alone: float
    score_judged: float
    """Of the lines that people judged: others count in the score, and in no label."""
    share_judged: float


def judged_text(record):
    """Return a text with blanks in place of the lines that nobody judged, so that places stay."""
    lines = zip(record["text"].split("\n"), record["labels"], strict=True)
    return "\n".join(line if label in "cbd" else " " * len(line) for line, label in lines)


def labelled_share(record):
    """Return the share of residue that people saw; None where no line was judged."""
    chars = dict.fromkeys("cbd", 0)
    for line, label in zip(record["text"].split("\n"), record["labels"], strict=True):
        if label in chars:
            chars[label] += sum(map(len, line.split()))
    total = sum(chars.values())
    return (chars["b"] + chars["d"]) / total if total else None


def texts(paths):
    """Yield the texts that have a judged line."""
    used = linter()
    for record in records(paths, 1):
        labelled = labelled_share(record)
        if labelled is None:
            continue
        doc = used.document(Article(record["text"]))
        findings = used.check_document(doc)
        likely = likely_residue(doc)
        full, alone = score_of(doc.text, findings, likely), score_of(doc.text, findings)
        judged = score_of(judged_text(record), findings, likely)
        yield Text(record["page"], record["extractor"], group_of(record), labelled, *full[:2], *alone[:2], *judged[:2])


def ranks(values):
    """Return the rank of each value; equal ones share the middle of their ranks."""
    ordered = sorted(values)
    return [(bisect_left(ordered, value) + bisect_right(ordered, value)) / 2 for value in values]


def print_correlations(name, some):
    """Print rank correlations."""
    labelled = [text.labelled for text in some]
    values = {
        "share": [text.share for text in some],
        "score": [-text.score for text in some],
        "share, findings alone": [text.share_alone for text in some],
        "score, findings alone": [-text.score_alone for text in some],
        "share, judged lines": [text.share_judged for text in some],
        "score, judged lines": [-text.score_judged for text in some],
    }
    found = ", ".join(f"{key} {correlation(ranks(v), ranks(labelled)):.3f}" for key, v in values.items())
    print(f"{name}: {len(some)} texts, {found}")
    print(f"  mean share: labelled {mean(labelled):.4f}, expected {mean(t.share for t in some):.4f}")


def print_calibration(some):
    """Print expected and labelled shares of texts whose expected share is alike."""
    for low, high in pairwise(EDGES):
        if inside := [text for text in some if low <= text.share < high]:
            expected, labelled = mean(t.share for t in inside), mean(t.labelled for t in inside)
            print(
                f"  {low:6.4f} to {high:6.4f}: {len(inside):5} texts, expected {expected:.3f}, labelled {labelled:.3f}"
            )


def print_pairs(name, some):
    """Print in how many pairs of extractors the one with less labelled residue has the better mean score."""
    by_extractor = defaultdict(dict)
    for text in some:
        by_extractor[text.extractor][text.page] = text
    right = total = right_of_all = of_all = 0
    for one, other in combinations(sorted(by_extractor), 2):
        pages = by_extractor[one].keys() & by_extractor[other].keys()
        if len(pages) < MIN_PAGES:
            continue
        pairs = [(by_extractor[one][page], by_extractor[other][page]) for page in pages]
        labelled, scored = (mean(getattr(a, key) - getattr(b, key) for a, b in pairs) for key in ("labelled", "score"))
        is_right = (labelled < 0) == (scored > 0)
        of_all, right_of_all = of_all + 1, right_of_all + is_right
        if abs(labelled) >= MIN_DIFFERENCE:
            total, right = total + 1, right + is_right
    print(f"{name}: the better of two extractors has the better score in {right} of {total} pairs", end="")
    print(f" that differ by {MIN_DIFFERENCE} and more, in {right_of_all} of all {of_all}")


def main():
    """Score all texts and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+")
    found = list(texts(parser.parse_args().files))
    articles = [text for text in found if text.group == "article"]
    for name, some in (("articles", articles), ("all texts", found)):
        print_correlations(name, some)
    print_calibration(articles)
    for name, some in (("articles", articles), ("with whole pages", [t for t in found if t.group != "gold"])):
        print_pairs(name, some)


if __name__ == "__main__":
    main()
