"""Train the models of lint/scrapelint/residue: which lines are the page, not the article?

    python tools/train_zones.py residue-dev.jsonl.gz residue-partial-dev.jsonl.gz \
        residue-train.jsonl.gz:0.1:fundus=2:chinese-wced=2 residue-wild-train.jsonl.gz:2 \
        --urls residue-gold-dev.jsonl.gz [--write] [--folds FOLDER]

Needs lightgbm and scikit-learn besides the project. The data is that of tools/measure.py; a weight
may follow each file, and weights of some of its sources. Folds are made of sites, never of texts:
a page stands in many texts. A site is known by the address of a page (files of --urls, with `page`
and `url`), by the name of a page (`fu-TheGuardian_...`), by lines of the page that its pages share, and
for texts whose extractor is `wild` by their source.

The wording of a line is a model of its own (wording.json), of which the trees see scores on sites that
it has not learned from. Prints figures of the folds, for the models alone. --write writes zones.json and
wording.json, trained on everything; --folds writes such files for each fold, trained without it, and the
fold of each page, so that the rules can be measured on pages that the models have not seen.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from zlib import crc32

import lightgbm
import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import average_precision_score, roc_auc_score

import wording_model
from measure import group_of
from scrapelint import Article
from scrapelint.config.values import Config
from scrapelint.residue import wording
from scrapelint.residue.forest import Forest
from scrapelint.residue.line_features import are_dense
from scrapelint.residue.model import DATA, MAX_DOUBT, MIN_DOUBT
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter

FOLDS = 5
TREES = {"article": 60, "page": 120, "gate": 30}
LEAVES = {"article": 31, "page": 31, "gate": 7}
RATES = {"article": 0.12, "page": 0.1, "gate": 0.12}
"""How much of an error each tree corrects."""
MIN_LEAF_LINES = {"article": 40, "page": 100, "gate": 40}
WORDING_WEIGHTS = {"dump": 0.25, "article": 1.0, "gold": 1.0}
"""Weight of a line in the model of wording by the group of its text: articles are the harder."""
MAX_LINES = {"article": 80, "page": 300}
"""A document counts no more than one of this many lines, so that no price list teaches all."""
LEFT_OUT = {"doc_lines"}
"""What tells whole pages and takes from the precision on articles, which are of any length."""
STEPS = 48
"""Steps of a curve from score to probability."""
NAMED_SITES = ("fu", "fe", "fh")
SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac", "edu", "go", "or", "ne"}
WILD = "wild"
"""Extractor of texts that came as they are; their source is their site."""
MIN_SHARED_LINES = 3
MAX_PAGES_OF_LINE = 8


class Data(NamedTuple):
    """All lines of all documents."""

    x: np.ndarray
    labels: np.ndarray
    doc: np.ndarray
    """Number of each line's document."""
    records: list
    """File, page, source, group of each document."""
    weights: np.ndarray
    """Of each document."""
    names: list
    page_names: set
    """The features that only the model of whole pages looks at."""
    words: list
    """Of each line, as the model of wording sees it."""

    @property
    def judged(self):
        """Whether each line was judged."""
        return np.isin(self.labels, list("bdc"))

    @property
    def residue(self):
        """Whether each line is the page's."""
        return np.isin(self.labels, list("bd"))

    @property
    def is_page(self):
        """Whether each document is a whole page."""
        return np.array([record["group"] == "dump" for record in self.records])


def read(arguments, kept):
    """Return the data of these files, and the lines by which pages of one site are known.

    Where the models of whole pages are kept only the wording of whole pages is looked at.
    """
    lint = linter(Config(), discover())
    rows, labels, records, weights, lengths, names, page_names, words = [], [], [], [], [], [], set(), []
    shared = defaultdict(set)
    for argument in arguments:
        path, *rest = argument.split(":")
        by_source = {"": 1.0, **{(r.split("=")[0] if "=" in r else ""): float(r.split("=")[-1]) for r in rest}}
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for record in map(json.loads, file):
                note_lines(shared, record)
                doc = lint.document(Article(record["text"]))
                if not doc.lines or not set("bdc") & set(record["labels"]):
                    continue
                if kept and group_of(record) == "dump":
                    rows.append(np.zeros((len(doc.lines), len(names)), dtype=np.int32))
                else:
                    table = doc.features
                    names, page_names = table.names, set(table.page_columns)
                    columns = [np.broadcast_to(table.values(name), table.length) for name in names]
                    rows.append(np.array(columns, dtype=np.int32).T)
                labels.extend(record["labels"][line.row] for line in doc.lines)
                words += wording_model.words([line.key for line in doc.lines], are_dense(doc.lines))
                lengths.append(len(doc.lines))
                records.append({"file": Path(path).name, "page": record["page"], "group": group_of(record)})
                records[-1]["site"] = record["source"] if record["extractor"] == WILD else None
                weights.append(by_source.get(record["source"], by_source[""]))
    doc = np.repeat(np.arange(len(records)), lengths)
    return Data(np.vstack(rows), np.array(labels), doc, records, np.array(weights), names, page_names, words), shared


def note_lines(shared, record):
    """Note the lines of a page that tell its site."""
    if record["extractor"] in {"html-text", "inscriptis", "trafilatura-recall", "readability"}:
        for text, label in zip(record["text"].split("\n"), record["labels"], strict=False):
            if label in "b?" and len(text) >= 25 and text.strip().count(" ") >= 3:
                shared[text.strip()].add(record["page"])


def sites_of(records, urls, shared):
    """Return the site of each page."""
    wild = {record["page"]: record["site"] for record in records if record["site"]}
    return {**sites_of_pages({record["page"] for record in records} - wild.keys(), urls, shared), **wild}


def sites_of_pages(pages, urls, shared):
    """Return the site of each page of those of which several extractors delivered texts."""
    parent = {page: page for page in pages}

    def root(page):
        while parent.setdefault(page, page) != page:
            page = parent[page]
        return page

    pairs = Counter(
        pair for found in shared.values() if len(found) <= MAX_PAGES_OF_LINE for pair in combinations(sorted(found), 2)
    )
    named = defaultdict(list)
    for page in pages:
        named[named_site(page, urls)].append(page)
    same = [pair for pair, count in pairs.items() if count >= MIN_SHARED_LINES]
    same += [pair for found in named.values() for pair in pairwise(sorted(found))]
    for one, other in same:
        parent[root(one)] = root(other)
    return {page: root(page) for page in pages}


def named_site(page, urls):
    """Return the site that the address or the name of a page tells, else the page."""
    if page in urls:
        host = urlsplit(urls[page]).netloc.lower().split(".")
        return host[-3] if len(host) > 2 and host[-2] in SECOND_LEVEL else host[-2]
    kind, _, name = page.partition("-")
    return re.sub(r"(_\d+)+$", "", name).lower() if kind in NAMED_SITES else page


def fit(kind, x, y, weights, columns):
    """Return boosted trees in the form of zones.json."""
    model = lightgbm.LGBMClassifier(
        n_estimators=TREES[kind], num_leaves=LEAVES[kind], learning_rate=RATES[kind],
        min_child_samples=MIN_LEAF_LINES[kind], subsample=0.7,
        subsample_freq=1, colsample_bytree=0.5, reg_lambda=5, random_state=0, n_jobs=1, deterministic=True,
        force_row_wise=True, verbose=-1,
    ).fit(x[:, columns], y, sample_weight=weights)  # fmt: skip
    trees = [node(tree["tree_structure"]) for tree in model.booster_.dump_model()["tree_info"]]
    # The mean of all rows is in the first tree's leaves.
    return {"start": 0, "trees": trees}


def node(tree):
    """Return a node as zones.json has it."""
    if "leaf_value" in tree:
        return round(100 * tree["leaf_value"])
    return [
        tree["split_feature"],
        int(np.floor(tree["threshold"])),
        round(100 * tree["internal_value"]),
        node(tree["left_child"]),
        node(tree["right_child"]),
    ]


def scores_of(model, x):
    """Return the scores that the program gives these rows."""
    return Forest(model["start"], model["trees"]).scores(x.T.tolist(), len(x))


def curve(scores, y, weights):
    """Return the steps from score to share of residue, as zones.json has them."""
    isotonic = IsotonicRegression(out_of_bounds="clip").fit(scores, y, sample_weight=weights)
    edges = np.unique(np.quantile(scores, np.linspace(0, 1, 4 * STEPS)))
    edges = np.unique(np.concatenate([edges, np.quantile(scores[y], np.linspace(0, 1, 4 * STEPS))]))
    shares = np.round(1000 * isotonic.predict(edges)).astype(int)
    steps = [(int(edges[0]), int(shares[0]))]
    for edge, share in zip(edges[1:], shares[1:], strict=True):
        if share - steps[-1][1] >= 1000 / STEPS / 2 or (share >= 950 and share > steps[-1][1]):
            steps.append((int(np.ceil(edge)), int(share)))
    return {"scores": [edge for edge, _ in steps[1:]], "shares": [share for _, share in steps]}


def tasks(data, kept):
    """Return rows, truth, weights and columns of the models that are not kept."""
    page_line = data.is_page[data.doc]
    lengths = np.bincount(data.doc)
    first = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    columns = {
        "gate": [i for i, name in enumerate(data.names) if name.startswith("doc_")],
        "article": [i for i, name in enumerate(data.names) if name not in {*data.page_names, *LEFT_OUT}],
        "page": list(range(len(data.names))),
    }
    found = {"gate": (first, data.is_page, data.weights, columns["gate"])}
    for kind, chosen in (("article", ~page_line), ("page", page_line & ("page" not in kept))):
        rows = np.flatnonzero(chosen & data.judged)
        weights = (data.weights * np.minimum(1, MAX_LINES[kind] / lengths))[data.doc[rows]]
        found[kind] = (rows, data.residue[rows], weights, columns[kind])
    return {kind: task for kind, task in found.items() if kind not in kept}


def worded(data, sites, fold_of_line):
    """Return the models of wording of each fold and that of all lines, and put their scores into the data.

    The score of a line is from the model that has not seen its site.
    """
    pages = np.array([record["page"] for record in data.records])[data.doc]
    lines = wording_model.lines_of(data.words, data.labels, pages, [sites[page] for page in pages])
    groups = np.array([WORDING_WEIGHTS[record["group"]] for record in data.records])
    weights = (np.sqrt(data.weights) * groups)[data.doc]
    scores, models = np.zeros(len(data.doc), dtype=int), []
    for fold in range(FOLDS + 1):
        rows = lines.first[fold_of_line[lines.first] != fold]
        models.append(wording_model.fit(lines, rows, data.residue[rows], weights[rows]))
        unseen = np.flatnonzero(fold_of_line == fold)
        scores[unseen] = wording.Wording(models[-1]).scores_of_words([data.words[row] for row in unseen])
    put_wording(data, scores)
    return models[:-1], models[-1]


def put_wording(data, scores):
    """Put scores of wording in the place of those that the program gave."""
    for lines in np.split(np.arange(len(data.doc)), np.flatnonzero(np.diff(data.doc)) + 1):
        for name, column in wording.near_columns(scores[lines].tolist()).items():
            data.x[lines, data.names.index(name)] = column


def out_of_fold(data, jobs, fold_of_line):
    """Return the models of each fold, and the scores of each task's rows from models that have not seen them."""
    models, scores = [], {kind: np.zeros(len(rows), dtype=int) for kind, (rows, *_) in jobs.items()}
    for fold in range(FOLDS):
        trained = {}
        for kind, (rows, y, weights, columns) in jobs.items():
            seen = fold_of_line[rows] != fold
            trained[kind] = fit(kind, data.x[rows[seen]], y[seen], weights[seen], columns)
            scores[kind][~seen] = scores_of(trained[kind], data.x[rows[~seen]][:, columns])
        models.append(trained)
    return models, scores


def light(weights):
    """Tell whether a file counts for less than others, as one whose labels are doubtful."""
    return bool(weights) and "=" not in weights[0] and float(weights[0]) < 1


def judged_by(data, jobs, judge):
    """Return for each task which of its rows count in the figures: those of the files that are judged by."""
    files = np.array([record["file"] in judge and record["group"] != "gold" for record in data.records])
    return {kind: files[data.doc[rows]] for kind, (rows, *_) in jobs.items()}


def figures(jobs, scores, counted):
    """Return what is said of the models in zones.json: figures on sites that were not learned from."""
    found = {}
    for kind, (_, y, *_) in jobs.items():
        truth, score = y[counted[kind]], scores[kind][counted[kind]]
        if len(set(truth.tolist())) < 2:
            continue
        if kind == "gate":
            found[kind] = {"area under the curve": round(float(roc_auc_score(truth, score)), 4)}
            continue
        found[kind] = {"average precision": round(float(average_precision_score(truth, score)), 3)}
        clean = np.sort(score[~truth])
        for share in (0.002, 0.005, 0.01):
            cut = clean[-max(1, int(share * len(clean)))]
            recall = float((score[truth] > cut).mean())
            found[kind][f"recall at {share:.1%} of article lines flagged"] = round(recall, 3)
    return found


def bundle(data, jobs, models, curves, note):
    """Return the content of a file like zones.json; models that were not trained are those that it has."""
    features = {kind: [data.names[i] for i in columns] for kind, (*_, columns) in jobs.items()}
    known = json.loads(Path(DATA).read_bytes())
    made = {kind: {"features": features[kind], **models[kind], **curves[kind]} for kind in jobs}
    return {**note, **{kind: made.get(kind, known[kind]) for kind in TREES}}


def main():
    """Train, print the figures, write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "files", nargs="+", help="FILE[:WEIGHT[:SOURCE=WEIGHT]...]; figures and curves are of those of full weight"
    )
    parser.add_argument("--urls", action="append", default=[])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--keep", nargs="*", default=[], choices=["gate", "page"], help="models that stay as they are")
    args = parser.parse_args()
    urls = {}
    for path in args.urls:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            urls |= {record["page"]: record["url"] for record in map(json.loads, file)}
    data, shared = read(args.files, args.keep)
    sites = sites_of(data.records, urls, shared)
    folds = {page: crc32(site.encode()) % FOLDS for page, site in sites.items()}
    fold_of_line = np.array([folds[record["page"]] for record in data.records])[data.doc]
    wordings, whole_wording = worded(data, sites, fold_of_line)
    jobs = tasks(data, args.keep)
    judges = [Path(path).name for path, *weights in (file.split(":") for file in args.files) if not light(weights)]
    counted = judged_by(data, jobs, set(judges))
    models, scores = out_of_fold(data, jobs, fold_of_line)
    curves = {
        kind: curve(scores[kind][counted[kind]], jobs[kind][1][counted[kind]], jobs[kind][2][counted[kind]])
        for kind in jobs
    }
    note = {
        "about": "Which lines of a text are the page, not the article. Boosted trees; see residue/forest.py.",
        "command": "python tools/train_zones.py " + " ".join(Path(a).name if a[0] != "-" else a for a in sys.argv[1:]),
        "trained on": f"{len(data.records)} texts of {len(sites)} pages of {len(set(sites.values()))} sites; "
        f"{int(data.judged.sum())} lines judged by people, {int(data.residue.sum())} of them residue",
        "figures": {
            "on": f"{FOLDS} folds by site, models alone",
            **{judge: figures(jobs, scores, judged_by(data, jobs, {judge})) for judge in judges},
        },
    }  # fmt: skip
    print(json.dumps(note, indent=1, ensure_ascii=False))
    print("in doubt between", MIN_DOUBT, MAX_DOUBT)
    if args.folds:
        args.folds.mkdir(parents=True, exist_ok=True)
        (args.folds / "folds.json").write_text(json.dumps(folds))
        for fold, trained in enumerate(models):
            write(args.folds / f"zones-{fold}.json", bundle(data, jobs, trained, curves, note))
            write(args.folds / f"wording-{fold}.json", wordings[fold])
    if args.write:
        whole = {
            kind: fit(kind, data.x[rows], y, weights, columns) for kind, (rows, y, weights, columns) in jobs.items()
        }
        write(Path(DATA), bundle(data, jobs, whole, curves, note))
        write(Path(wording.DATA), whole_wording)


def write(path, content):
    """Write a model, one tree a line."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    text = text.replace(',"', ',\n"').replace("]]],[", "]]],\n[")
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
