"""Write what was measured of each rule into rules/scrapelint_rules/measured.json.

    python tools/measure_confidence.py --labelled residue.jsonl.gz ... --judged wild.jsonl.gz:verdicts.jsonl.gz ...

        --removals wild.jsonl.gz:removals.jsonl.gz ...

        --dates dates.jsonl.gz ... --texts mt.jsonl.gz ... [--only DAT,MTX]

Five kinds of evidence, each JSON Lines in gzip:

  labelled    texts with a letter a line, as tools/measure.py reads them: for findings about lines of the page
  judged      records, and verdicts on findings in them: {"dataset", "record", "code", "row", "verdict"}, with the
              verdict right, arguable (half right) or wrong: for all rules, those across articles by data set

  removals    records, and verdicts on what a fix took out: {"dataset", "record", "code", "start", "end", "verdict"},
              with the verdict right, partly (half right) or wrong: for all rules with a fix

  dates       pages with the label consistent, where a finding of DAT is wrong, or with a contradiction that was
              planted, where it is right; as many of one as of the other
  texts       texts that people wrote in their own language (source "human-orig"), where a finding of MTX is wrong,
              and translations of machines (tech not "human"), where it is right

A page counts once for each kind of finding: its share of right ones. What is true by definition (`CERTAIN`) is not
measured but listed. A code without any evidence keeps what its rule says, capped as unmeasured. Without --write
only the changes are shown; with --only the table keeps what it has of other families.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from measure import rows_of
from scrapelint import Article
from scrapelint.api import check_paths
from scrapelint.confidence import Count, Measured, kind_of
from scrapelint.config.values import Config
from scrapelint.record import from_record
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter

PATH = Path(__file__).parent.parent / "rules/scrapelint_rules/measured.json"

LINE_FAMILIES = ("CMT", "NAV", "WAL", "PRO", "CRD", "REP", "LLM", "DAT009", "DAT010", "DAT011")
"""Families whose findings are about lines of the page: labels of lines tell whether they are right."""

CERTAIN = (
    "DAT001", "DAT002", "DAT003", "DAT005", "DAT007", "MET001", "MET002/empty", "ENC002", "SEG011", "DUP001",
    "CRD004/feed-note",
)  # fmt: skip
"""What a calendar, an empty value or equality decides."""

CORPUS_FAMILIES = ("DUP", "SIT")
"""Families of rules across articles."""

VERDICTS = {"right": 1.0, "arguable": 0.5, "partly": 0.5, "wrong": 0.0}
"""How right a finding is by what a reader said of it."""

MAX_PAGES_A_SITE = 10
"""Pages of one site, or of one data set, that count for one kind of finding: no site decides alone."""


class Tally:
    """Right and wrong findings by kind, language and page."""

    def __init__(self) -> None:
        """Start at nothing."""
        self._pages: dict[tuple[str, str, str], dict[tuple[str, str], list[float]]] = defaultdict(dict)

    def add(self, finding, language, site, page, right):
        """Count one finding; `right` is from 0 to 1."""
        cell = self._pages[finding.code, kind_of(finding), language or ""].setdefault((site, page), [0.0, 0.0])
        cell[0] += right
        cell[1] += 1

    def counts(self):
        """Return {code: {kind: {language: [right, wrong, sites]}}}, in pages, one decimal."""
        table: dict[str, dict[str, dict[str, list[float]]]] = {}
        for (code, kind, language), pages in sorted(self._pages.items()):
            sites: dict[str, list[float]] = defaultdict(list)
            for (site, _), (right, number) in sorted(pages.items()):
                sites[site].append(right / number)
            right = sum(_mean(shares) * min(len(shares), MAX_PAGES_A_SITE) for shares in sites.values())
            seen = sum(min(len(shares), MAX_PAGES_A_SITE) for shares in sites.values())
            count = [round(right, 1), round(seen - right, 1), len(sites)]
            table.setdefault(code, {}).setdefault(kind, {})[language] = count
        return table


def _mean(shares):
    return sum(shares) / len(shares)


def rows(path):
    """Yield the records of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def labelled(path, lint, tally):
    """Count findings about lines by the labels of the lines that they touch."""
    for record in map(_with_labels, rows(path)):
        text, labels = record["text"], record["labels"]
        doc = lint.document(Article(text, id=record["id"], fields={"language": record.get("lang")}))
        for finding in lint.check_document(doc):
            if finding.code.startswith(LINE_FAMILIES):
                seen = Counter(labels[row] for row in rows_of(finding, text) if labels[row] in "bdc")
                if seen:
                    right = 1 - seen["c"] / sum(seen.values())
                    tally.add(finding, doc.language, _site(record), record["page"], right)


def _site(record):
    """Return the site of a text; texts of several extractors are of one page, which is from a site of its own."""
    return record["source"] if record.get("extractor") == "wild" else record["page"]


def _with_labels(record):
    """Return a record of lines with labels; of an article alone every line is the article's."""
    if "gold" not in record:
        return record
    return {**record, "id": record["page"], "text": record["gold"], "labels": "c" * (record["gold"].count("\n") + 1)}


def judged(paths, lint, tally):
    """Count findings by verdicts on findings of the same rule in the same row."""
    records, verdicts = paths.split(":")
    wanted = defaultdict(list)
    for verdict in rows(verdicts):
        wanted[verdict["dataset"], verdict["record"]].append(verdict)
    for record in rows(records):
        key = record["dataset"], record["record"]
        if key not in wanted:
            continue
        article = from_record({k: v for k, v in record.items() if k not in ("dataset", "record")})
        doc = lint.document(article)
        for finding in lint.check_document(doc):
            for verdict in wanted[key]:
                if verdict["code"] == finding.code and _touches(finding, verdict, article.text):
                    tally.add(
                        finding, doc.language, record["dataset"], str(record["record"]), VERDICTS[verdict["verdict"]]
                    )
                    break


def across(paths, lint, tally):
    """Count findings across articles by verdicts on them; each data set is a corpus of its own."""
    records, verdicts = paths.split(":")
    wanted, sets = defaultdict(list), defaultdict(list)
    for verdict in rows(verdicts):
        if verdict["code"].startswith(CORPUS_FAMILIES):
            wanted[verdict["dataset"], verdict["record"]].append(verdict)
    for record in rows(records):
        sets[record["dataset"]].append(record)
    for name in sorted({name for name, _ in wanted}):
        for number, result in _compared(sets[name]):
            for finding in result.findings:
                for verdict in wanted[name, number]:
                    if verdict["code"] == finding.code and _touches(finding, verdict, result.article.text):
                        language = lint.document(result.article).language
                        tally.add(finding, language, name, str(number), VERDICTS[verdict["verdict"]])
                        break


def _compared(records):
    """Yield the number of each record of a data set, and what is found in it across all of them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "records.jsonl")
        plain = [{k: v for k, v in record.items() if k not in ("dataset", "record")} for record in records]
        path.write_text("".join(json.dumps(one) + "\n" for one in plain), encoding="utf-8")
        for result in check_paths([path], select=CORPUS_FAMILIES, isolated=True):
            if isinstance(result.article.record, int):
                yield records[result.article.record - 1]["record"], result


def removals(paths, lint, tally):
    """Count fixes by verdicts on what fixes of the same rule took out at the same place."""
    records, verdicts = paths.split(":")
    wanted = defaultdict(dict)
    for verdict in rows(verdicts):
        wanted[verdict["dataset"], verdict["record"]][verdict["start"], verdict["end"]] = verdict
    for record in rows(records):
        known = wanted.get((record["dataset"], record["record"]))
        if not known:
            continue
        article = from_record({k: v for k, v in record.items() if k not in ("dataset", "record")})
        doc = lint.document(article)
        for finding in lint.check_document(doc):
            for verdict in known.values():
                if finding.code in verdict["code"] and _takes(finding, verdict):
                    tally.add(
                        finding, doc.language, record["dataset"], str(record["record"]), VERDICTS[verdict["verdict"]]
                    )
                    break


def dates(path, lint, tally):
    """Count findings of DAT: wrong on consistent pages, right where a contradiction was planted."""
    for record in rows(path):
        article = from_record({k: v for k, v in record.items() if k in ("text", "date", "url", "lang")})
        doc = lint.document(article)
        for finding in lint.check_document(doc):
            if finding.code.startswith("DAT") and finding.code not in LINE_FAMILIES:
                tally.add(finding, doc.language, record["domain"], record["id"], record["label"] != "consistent")


def texts(path, lint, tally):
    """Count findings of MTX: wrong in texts that people wrote in their language, right in those of machines."""
    for record in rows(path):
        if record["tech"] == "human" and record["source"] != "human-orig":
            continue
        doc = lint.document(Article(record["text"], id=record["id"]))
        for finding in lint.check_document(doc):
            if finding.code.startswith("MTX"):
                tally.add(finding, doc.language, record["key"], record["id"], record["tech"] != "human")


def _takes(finding, verdict):
    edits = finding.fix.edits if finding.fix and finding.field == "text" else ()
    return any(edit.start < verdict["end"] and verdict["start"] < edit.end for edit in edits)


def _touches(finding, verdict, text):
    row = verdict.get("row") or 0
    return row == 0 or row - 1 in rows_of(finding, text)


def main():
    """Measure, show and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("labelled", "judged", "removals", "dates", "texts"):
        parser.add_argument(f"--{name}", nargs="*", default=[])
    parser.add_argument("--only", default="", help="families, as DAT,MTX")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    lint, tally = linter(Config(preview=True), discover()), Tally()
    for name, count in (
        ("labelled", labelled), ("judged", judged), ("judged", across), ("removals", removals), ("dates", dates),
        ("texts", texts),
    ):  # fmt: skip
        for path in getattr(args, name):
            print(f"{name} {path}", file=sys.stderr)
            count(path, lint, tally)
    counts = tally.counts()
    if args.only:
        chosen = tuple(args.only.split(","))
        known = json.loads(PATH.read_text(encoding="utf-8"))["counts"]
        counts = {code: kinds for code, kinds in counts.items() if code.startswith(chosen)}
        counts |= {code: kinds for code, kinds in known.items() if not code.startswith(chosen)}
    now = Measured(counts, CERTAIN)
    for code, kinds in counts.items():
        for kind, by in kinds.items():
            print(f"{code} {kind or '-':40} {now.confidence(code, kind):.2f}", end="")
            print("".join(f"  {name or '?'} {Count(*c).right:g}/{Count(*c).pages:g}" for name, c in by.items()))
    if args.write:
        about = (
            "pages on which a kind of finding was right, was wrong, and their sites; see tools/measure_confidence.py"
        )
        data = {"about": about, "certain": sorted(CERTAIN), "counts": counts}
        PATH.write_text(json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
