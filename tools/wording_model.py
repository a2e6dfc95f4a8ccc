"""Train the weights of lint/scrapelint/residue/wording.json; `train_zones.py` makes use of it."""

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from scrapelint.residue.wording import words_of

MIN_SITES = 3
"""Sites on which a term has to stand, so that no site's own name tells anything."""
MAX_TERMS = 20_000
"""Terms that are kept: those that move most lines furthest."""
MAX_LINES_OF_TERM = 50
"""A term of more lines counts like one of as many where terms are left out."""
STRENGTH = 3
"""How little large weights cost: the inverse of their penalty; 1 and 3 are as good on sites not learned from."""


class Lines(NamedTuple):
    """The terms of all lines."""

    x: sparse.csr_matrix
    terms: list
    first: np.ndarray
    """Rows of the lines that count: one for each wording, page and label."""


def words(keys, dense):
    """Return the words of each line of a document."""
    return words_of(keys, dense=dense)


def terms_of(line):
    """Return what the model looks at of a line."""
    return [*line, *pairwise(("", *line, ""))]


def lines_of(words_by_line, labels, pages, sites):
    """Return the terms of all lines; `pages` and `sites` are those of each line."""
    first = first_rows(words_by_line, labels, pages)
    seen = defaultdict(set)
    for row in first:
        for term in terms_of(words_by_line[row]):
            seen[term].add(sites[row])
    terms = [term for term, on in seen.items() if len(on) >= MIN_SITES]
    return Lines(matrix(words_by_line, {term: column for column, term in enumerate(terms)}), terms, first)


def first_rows(words_by_line, labels, pages):
    """Return the first row of each wording, page and label: extractors deliver the same lines of a page."""
    known, rows = set(), []
    for row, (line, label, page) in enumerate(zip(words_by_line, labels, pages, strict=True)):
        key = (page, label == "c", tuple(line))
        if label in "bdc" and line and key not in known:
            known.add(key)
            rows.append(row)
    return np.array(rows)


def matrix(words_by_line, columns):
    """Return the terms of each line as a row, its length like that of any other."""
    values, places, ends = [], [], [0]
    for line in words_by_line:
        found = [columns[term] for term in terms_of(line) if term in columns]
        places += found
        values += [(2 * len(line) + 1) ** -0.5] * len(found)
        ends.append(len(places))
    shape = (len(ends) - 1, len(columns))
    made = sparse.csr_matrix((np.array(values, dtype=np.float32), places, ends), shape=shape)
    made.sum_duplicates()
    return made


def fit(lines, rows, residue, weights):
    """Return the weights in the form of wording.json, learned from these rows."""
    x = lines.x[rows]
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=30).fit(x, residue, sample_weight=weights)
    found = model.coef_[0]
    often = np.minimum(np.asarray((x > 0).sum(axis=0)).ravel(), MAX_LINES_OF_TERM)
    weight = np.abs(found) * np.sqrt(often)
    kept = np.argsort(-weight, kind="stable")[:MAX_TERMS]
    data = {"bias": round(100 * model.intercept_[0]), "words": defaultdict(list), "pairs": defaultdict(list)}
    for column in kept:
        term, hundredths = lines.terms[column], round(100 * found[column])
        if hundredths:
            kind, text = ("words", term) if isinstance(term, str) else ("pairs", " ".join(term))
            data[kind][hundredths].append(text)
    return {
        "bias": data["bias"],
        **{kind: {str(w): "\t".join(sorted(data[kind][w])) for w in sorted(data[kind])} for kind in ("words", "pairs")},
    }
