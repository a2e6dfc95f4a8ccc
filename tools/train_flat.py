"""Train the model of lint/scrapelint/residue/flat.json: which sentences of a text without line breaks are the page?

    python tools/train_flat.py residue-dev.jsonl.gz residue-train.jsonl.gz:0.3 residue-wild-train.jsonl.gz \
        --folds FOLDER [--write]

Takes the labelled lines of tools/train_zones.py, joins the lines of each text by spaces, and learns from
its sentences: one is residue where hardly a character of the article is in it. Needs what that tool needs,
and the folder that it writes with --folds: the folds of sites are those, and the wording of a sentence is
judged by the model that has not seen its site.
"""

import argparse
import gzip
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score

from measure import group_of
from scrapelint import Article
from scrapelint.config.values import Config
from scrapelint.residue import features
from scrapelint.residue.model import FLAT_DATA
from scrapelint.residue.wording import Wording, near_columns, words_of
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter
from train_zones import FOLDS, curve, fit, scores_of, write

MIN_RESIDUE_SHARE = 0.9
"""Share of a sentence's judged characters from which it is residue; with less it is the article's."""
MAX_UNITS = 80
"""A text counts no more than one of this many sentences."""


def flat(record):
    """Return a text with all of its lines joined, and the label of each character."""
    parts, labels = [], []
    for line, label in zip(record["text"].split("\n"), record["labels"], strict=False):
        bare = " ".join(line.split())
        if bare:
            parts.append(bare)
            labels.append(label * len(bare))
    return " ".join(parts), " ".join(labels)


def label_of(labels):
    """Return what a sentence is by the labels of its characters: True for residue; None where it is not judged."""
    judged = [label for label in labels if label in "bdc"]
    if 2 * len(judged) < len(labels.replace(" ", "")):
        return None
    share = sum(label in "bd" for label in judged) / max(1, len(judged))
    return share >= MIN_RESIDUE_SHARE


def by_unseen(folder):
    """Return the fold of each page, and for each fold what makes the columns of wording without its sites."""
    models = [Wording(json.loads((folder / f"wording-{fold}.json").read_bytes())) for fold in range(FOLDS)]

    def columns_of(model):
        return lambda keys, *, dense: near_columns(model.scores_of_words(words_of(keys, dense=dense)))

    return json.loads((folder / "folds.json").read_bytes()), list(map(columns_of, models))


def read(arguments, fold_of, wordings):
    """Return rows, labels, weights and page of all sentences, and the names of the columns."""
    lint = linter(Config(), discover())
    rows, labels, weights, pages, names = [], [], [], [], []
    for argument in arguments:
        path, _, weight = argument.partition(":")
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for record in map(json.loads, file):
                if group_of(record) == "dump" or record["page"] not in fold_of:
                    continue
                features.wording_columns = wordings[fold_of[record["page"]]]
                text, marks = flat(record)
                doc = lint.document(Article(text))
                if not doc.is_flat:
                    continue
                names = [name for name in doc.features.names if name not in doc.features.page_columns]
                columns = [np.broadcast_to(doc.features.values(name), doc.features.length) for name in names]
                table = np.array(columns, dtype=np.int32).T
                each = float(weight or 1) * min(1, MAX_UNITS / len(doc.lines))
                for line, row in zip(doc.lines, table, strict=True):
                    label = label_of(marks[line.start : line.end])
                    if label is not None:
                        rows.append(row)
                        labels.append(label)
                        weights.append(each)
                        pages.append(record["page"])
    return np.vstack(rows), np.array(labels), np.array(weights), pages, names


def main():
    """Train, print figures of folds made of sites, and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+", help="FILE[:WEIGHT]")
    parser.add_argument("--folds", type=Path, required=True, help="the folder that train_zones.py --folds wrote")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    fold_of, wordings = by_unseen(args.folds)
    x, y, weights, pages, names = read(args.files, fold_of, wordings)
    fold = np.array([fold_of[page] for page in pages])
    columns = list(range(len(names)))
    scores = np.zeros(len(y), dtype=int)
    for number in range(FOLDS):
        seen = fold != number
        scores[~seen] = scores_of(fit("article", x[seen], y[seen], weights[seen], columns), x[~seen])
    steps = curve(scores, y, weights)
    found = {"average precision": round(float(average_precision_score(y, scores, sample_weight=weights)), 3)}
    for share in (0.002, 0.005, 0.01):
        clean = np.sort(scores[~y])
        cut = clean[-max(1, int(share * len(clean)))]
        found[f"recall at {share:.1%} of the article's sentences flagged"] = round(float((scores[y] > cut).mean()), 3)
    note = {
        "about": "Which sentences of a text without line breaks are the page, not the article. Boosted trees.",
        "command": "python tools/train_flat.py " + " ".join(Path(a).name if a[0] != "-" else a for a in sys.argv[1:]),
        "trained on": f"{len(set(pages))} pages; {len(y)} sentences, {int(y.sum())} residue",
        "figures": {"on": f"{FOLDS} folds by site, the model alone", **found},
    }
    print(json.dumps(note, indent=1, ensure_ascii=False))
    if args.write:
        whole = fit("article", x, y, weights, columns)
        write(Path(FLAT_DATA), {**note, "features": names, **whole, **steps})


if __name__ == "__main__":
    sys.exit(main())
