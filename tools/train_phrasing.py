"""Train en.bin or de.bin, which tell how much a text is put together as machine translations are.

    python tools/train_phrasing.py native.jsonl.gz people.jsonl.gz systems.jsonl.gz [--language de] [--write]

Each line of the data is a text of the language, English by default, with a key `text`. `group` says where it is from:
"systems" for machine translations, "people" for what people translated, anything else, or nothing, for texts that were
written in the language. Those have a `site`, and what is printed of them is by models that have not seen their site;
`weight` is how much a text counts, 1 where it is not there. What the shipped files were made from, `docs/measuring.md`
says.

Needs numpy, scipy and scikit-learn.
"""

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from scipy import sparse
from sklearn.linear_model import SGDClassifier

from scrapelint_rules.translation._shared.phrasing import likeness
from scrapelint_rules.translation._shared.phrasing.skeleton import skeleton
from scrapelint_rules.translation._shared.phrasing.vocabulary import LANGUAGES

FOLDS = 4
CHUNK_SIGNS, MAX_SIGNS = 230, 2_300
"""A text is cut into pieces of so many characters, and no more of it is learned from."""
MIN_SIGNS = 150
"""Signs of a piece of which something can be learned."""
PEOPLE_WEIGHT = 4.0
"""How much a text counts that people translated: they are few, and of the same matter as those of the systems."""
FREE_SIGNS = 30
STRENGTH = 1e-4
"""How much large weights cost."""
ROUNDS = 10
QUANTILES = (0.5, 0.9, 0.99, 0.999, 0.9995)


class Data(NamedTuple):
    """Pieces of texts."""

    signs: list
    translated: np.ndarray
    fold: np.ndarray
    """The fold of a native piece; -1 for the others."""
    weight: np.ndarray


def main():
    """Train, print how the groups score, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--language", choices=sorted(LANGUAGES), default="en")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    records, length = list(read(args.files, args.language)), likeness.LENGTHS[args.language]
    data = pieces(records)
    x = normalised(data.signs)
    show("native, sites not learned from", unseen(records, data, x, length))
    tables = quantised(fit(data, x, np.ones(len(data.fold), dtype=bool)))
    show("systems", [score(tables, signs, length) for signs, group, *_ in told(records, length) if group == "systems"])
    if args.write:
        Path(likeness.data(args.language)).write_bytes(tables.tobytes())
    return 0


def read(paths, language):
    """Yield the skeleton, group, fold and weight of each text of a language that is long enough."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                signs, group = skeleton(record["text"], language), record.get("group", "native")
                if len(signs) >= MIN_SIGNS:
                    yield signs, group, crc32(record.get("site", "").encode()) % FOLDS, record.get("weight", 1.0)


def told(records, length):
    """Return the texts that are long enough for something to be said of them."""
    return [record for record in records if len(record[0]) >= length.alone]


def pieces(records):
    """Return the pieces that are learned from."""
    signs, translated, folds, weights = [], [], [], []
    for text, group, fold, weight in records:
        for start in range(0, min(len(text), MAX_SIGNS), CHUNK_SIGNS):
            piece = text[start : start + CHUNK_SIGNS]
            if len(piece) >= MIN_SIGNS:
                signs.append(piece)
                translated.append(group == "systems")
                folds.append(-1 if group in ("systems", "people") else fold)
                weights.append(weight * (PEOPLE_WEIGHT if group == "people" else 1))
    return Data(signs, np.array(translated), np.array(folds), np.array(weights))


def places(signs):
    """Return the columns of a skeleton: pairs side by side, and behind them those with one sign between."""
    row = np.frombuffer(signs, np.uint8).astype(np.int64)
    return np.concatenate([row[:-1] << 8 | row[1:], (row[:-2] << 8 | row[2:]) + 256 * 256])


def normalised(rows):
    """Return how often each piece has each pair, by the root of its length."""
    found = [places(row) for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    shape = (len(rows), 2 * 256 * 256)
    counts = sparse.csr_matrix((np.ones(ends[-1], np.float32), np.concatenate(found), ends), shape=shape)
    counts.sum_duplicates()
    return sparse.diags([(len(row) + FREE_SIGNS) ** -0.5 for row in rows]) @ counts


def fit(data, x, rows):
    """Return the weights of all pairs, learned from these rows."""
    model = SGDClassifier(loss="log_loss", alpha=STRENGTH, max_iter=ROUNDS, tol=None, random_state=1, average=True)
    model.fit(x.tocsr()[rows], data.translated[rows], sample_weight=data.weight[rows])
    return model.coef_[0]


def quantised(weights):
    """Return weights as signed bytes."""
    return np.clip(np.rint(weights * likeness.SCALE), -127, 127).astype(np.int8)


def score(tables, signs, length):
    """Return what `likeness` would of a text with this skeleton."""
    return tables[places(signs)].sum() / likeness.SCALE / (len(signs) + length.free)


def unseen(records, data, x, length):
    """Return the scores of native texts by models that have not seen their site."""
    scores = []
    for fold in range(FOLDS):
        tables = quantised(fit(data, x, data.fold != fold))
        scores += [
            score(tables, signs, length)
            for signs, group, of, _ in told(records, length)
            if of == fold and group not in ("systems", "people")
        ]
    return scores


def show(name, scores):
    """Print the quantiles of some scores."""
    values = "  ".join(f"{q:.2%} {np.quantile(scores, q):.3f}" for q in QUANTILES)
    print(f"{name}: {len(scores)} texts; {values}")


if __name__ == "__main__":
    sys.exit(main())
