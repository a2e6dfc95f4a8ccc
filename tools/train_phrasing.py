"""Train en.bin, de.bin or pieced.bin, which tell how much a text is put together as machine translations are.

    python tools/train_phrasing.py native.jsonl.gz people.jsonl.gz systems.jsonl.gz [--table de] [--write]

Each line of the data is a text of the table's language, with a key `text`. `group` says where it is from: "systems" for
machine translations, "people" for what people translated, anything else, or nothing, for texts that were written in the
language. Those have a `site`, and what is printed of them is by models that have not seen their site; systems may have
one, too, of what they have in common. `weight` is how much a text counts, 1 where it is not there. What the shipped
files were made from, `docs/translation.md` says.

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

FOLDS = 4
CHUNK_SIGNS, MAX_SIGNS = 230, 2_300
"""A text is cut into pieces of so many characters, and no more of it is learned from."""
QUANTILES = (0.5, 0.9, 0.99, 0.999, 0.9995)


class Way(NamedTuple):
    """How a table is learned."""

    min_signs: int = 150
    """Signs of a piece of which something can be learned."""
    free_signs: int = 30
    people_weight: float = 4.0
    """How much a text counts that people translated: they are few, and of the same matter as those of the systems."""
    strength: float = 1e-4
    """How much large weights cost."""
    rounds: int = 10


WAYS = {
    "en": Way(),
    "de": Way(),
    likeness.PIECED: Way(min_signs=100, free_signs=60, people_weight=6.0, strength=3e-5, rounds=6),
}


class Data(NamedTuple):
    """Pieces of texts."""

    signs: list
    translated: np.ndarray
    fold: np.ndarray
    """The fold of a piece; -1 for those of no site."""
    weight: np.ndarray


def main():
    """Train, print how the groups score, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--table", choices=sorted(likeness.TABLES), default="en")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    way, asked = WAYS[args.table], likeness.TABLES[args.table]
    records = list(read(args.files, asked))
    data = pieces(records, way)
    x = normalised(data.signs, way)
    for name, group in (("native, sites", False), ("systems, kinds", True)):
        show(f"{name} not learned from", unseen(records, data, x, way, asked, group))
    tables = quantised(fit(data, x, np.ones(len(data.fold), dtype=bool), way))
    show("systems", [score(tables, text.signs, asked) for text in told(records, asked) if text.group == "systems"])
    if args.write:
        Path(likeness.data(args.table)).write_bytes(tables.tobytes())
    return 0


class Text(NamedTuple):
    """A text, without what it is about."""

    signs: bytes
    asked: bytes
    """Those of the part that a table is asked about."""
    group: str
    fold: int
    """That of its site; -1 where it has none."""
    weight: float


def read(paths, asked):
    """Yield the texts."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                text, site, group = record["text"], record.get("site"), record.get("group", "native")
                fold = -1 if site is None and group in ("systems", "people") else crc32((site or "").encode()) % FOLDS
                signs, beginning = skeleton(text, asked.language), skeleton(text, asked.language, asked.most_chars)
                yield Text(signs, beginning, group, fold, record.get("weight", 1.0))


def told(records, asked):
    """Return the texts that are long enough for something to be said of them."""
    return [text for text in records if len(text.asked) >= asked.alone]


def pieces(records, way):
    """Return the pieces that are learned from."""
    signs, translated, folds, weights = [], [], [], []
    for text in records:
        for start in range(0, min(len(text.signs), MAX_SIGNS), CHUNK_SIGNS):
            piece = text.signs[start : start + CHUNK_SIGNS]
            if len(piece) >= way.min_signs:
                signs.append(piece)
                translated.append(text.group == "systems")
                folds.append(text.fold)
                weights.append(text.weight * (way.people_weight if text.group == "people" else 1))
    return Data(signs, np.array(translated), np.array(folds), np.array(weights))


def places(signs):
    """Return the columns of a skeleton: pairs side by side, and after them those with one sign between."""
    row = np.frombuffer(signs, np.uint8).astype(np.int64)
    return np.concatenate([row[:-1] << 8 | row[1:], (row[:-2] << 8 | row[2:]) + 256 * 256])


def normalised(rows, way):
    """Return how often each piece has each pair, by the root of its length."""
    found = [places(row) for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    shape = (len(rows), 2 * 256 * 256)
    counts = sparse.csr_matrix((np.ones(ends[-1], np.float32), np.concatenate(found), ends), shape=shape)
    counts.sum_duplicates()
    return sparse.diags([(len(row) + way.free_signs) ** -0.5 for row in rows]) @ counts


def fit(data, x, rows, way):
    """Return the weights of all pairs, learned from these rows."""
    model = SGDClassifier(
        loss="log_loss", alpha=way.strength, max_iter=way.rounds, tol=None, random_state=1, average=True
    )
    model.fit(x.tocsr()[rows], data.translated[rows], sample_weight=data.weight[rows])
    return model.coef_[0]


def quantised(weights):
    """Return weights as signed bytes."""
    return np.clip(np.rint(weights * likeness.SCALE), -127, 127).astype(np.int8)


def score(tables, signs, asked):
    """Return what `likeness` would of a text with this skeleton."""
    return tables[places(signs)].sum() / likeness.SCALE / (len(signs) + asked.free)


def unseen(records, data, x, way, asked, systems):
    """Return the scores of native texts, or of those by systems, by models that have not seen their site."""
    scores = []
    for fold in range(FOLDS):
        tables = quantised(fit(data, x, data.fold != fold, way))
        scores += [
            score(tables, text.asked, asked)
            for text in told(records, asked)
            if text.fold == fold and text.group != "people" and (text.group == "systems") == systems
        ]
    return scores


def show(name, scores):
    """Print the quantiles of some scores."""
    if not scores:
        return
    values = "  ".join(f"{q:.2%} {np.quantile(scores, q):.3f}" for q in QUANTILES)
    print(f"{name}: {len(scores)} texts; {values}")


if __name__ == "__main__":
    sys.exit(main())
