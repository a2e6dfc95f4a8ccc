"""Hold the default rules to the quality that they have on the labelled texts of the corpus.

    python tools/quality_gate.py                             compares; exit status 1 where a floor does not hold
    python tools/quality_gate.py --show                      also prints every line that is reported or taken wrongly
    python tools/quality_gate.py --missed                    also prints every line of residue that no rule reports
    python tools/quality_gate.py --update                    raises the floors to what is measured now
    python tools/quality_gate.py --update --allow-lower WHY  lowers them as well, and keeps the reason

Measured in all and for each family:

precision   share of the reported lines, at `warning` and above, that are what the family says of them
hints       the same for findings at `info`, in families of residue
recall      share of the lines of residue of this kind that any rule reports
harm        characters of the article that `clean` takes; this floor may only fall

corpus/labelled/README.md says what the labels mean.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from corpus import default_linter
from labelled import REPEAT, RESIDUE, TEXTS, Flag, Labelled, digest, hinted, reported, taken, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scrapelint.plugin import Linter

FLOORS = TEXTS / "floors.json"
ALL = "all"
DECIMALS = 4

Figures = dict[str, dict[str, float]]


def measured(lint: Linter, shown: frozenset[str] = frozenset()) -> Figures:
    """Return precision, recall and harm, in all and for each family that has any."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts():
        found = lint.check(text.article)
        flags, hints, lost = reported(text, found), hinted(text, found), taken(text, lint)
        missed = _missed(text, {flag.row for flag in flags if flag.right})
        _count_reported(counts, flags, "right", "wrong")
        _count_reported(counts, hints, "hints right", "hints wrong")
        _count_missed(counts, text, missed)
        _count_taken(counts, lost)
        print("".join(_wrong(text, flags | hints, lost) if "wrong" in shown else ()), end="")
        print("".join(_shown(text, row, "missed") for row in missed if "missed" in shown), end="")
    return {scope: _figures(counts[scope]) for scope in sorted(counts)}


def failures(now: Figures, floors: Figures) -> list[str]:
    """Return in words which figures are worse than their floors."""
    return [
        f"{scope}: {name} is {now.get(scope, {}).get(name)}, its floor is {floor}"
        for scope, figures in floors.items()
        for name, floor in figures.items()
        if _is_worse(name, now.get(scope, {}).get(name), floor)
    ]


def main() -> int:
    """Compare the figures with the floors, or write them."""
    args = _arguments()
    kept = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    now = measured(default_linter(), frozenset(name for name in ("wrong", "missed") if getattr(args, name)))
    failed = failures(now, kept.get("floors", {}))
    print("\n".join(_table(now)))
    if args.update and (not failed or args.allow_lower):
        _write(now, kept, args.allow_lower if failed else None)
        return 0
    if not args.update and kept.get("texts") != digest():
        failed.append("the texts are not those on which the floors were measured: run with --update")
    print("\n".join(failed) or "no figure is worse than its floor")
    return int(bool(failed))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--show", dest="wrong", action="store_true", help="print what is reported or taken wrongly")
    parser.add_argument("--missed", action="store_true", help="print what is not reported")
    parser.add_argument("--update", action="store_true", help="write the floors")
    parser.add_argument("--allow-lower", metavar="WHY", help="write lower floors too")
    return parser.parse_args()


def _missed(text: Labelled, found: set[int]) -> list[int]:
    """Return the rows of residue that nothing reports; of copies one has to be reported."""
    lines = text.article.text.split("\n")
    again = {lines[row] for row in found if text.labels[row] == REPEAT}
    return [
        row
        for row, label in enumerate(text.labels)
        if label in RESIDUE and row not in found and not (label == REPEAT and lines[row] in again)
    ]


def _count_reported(counts: Mapping[str, Counter[str]], flags: Iterable[Flag], right: str, wrong: str) -> None:
    lines = {(scope, flag.row, flag.right, flag.wrong) for flag in flags for scope in (ALL, flag.family)}
    for scope, _, is_right, is_wrong in lines:
        counts[scope].update({right: int(is_right), wrong: int(is_wrong)})


def _count_missed(counts: Mapping[str, Counter[str]], text: Labelled, missed: Iterable[int]) -> None:
    for label in filter(RESIDUE.get, text.labels):
        counts[ALL]["residue"] += 1
        counts[RESIDUE[label]]["residue"] += 1
    for row in missed:
        counts[ALL]["missed"] += 1
        counts[RESIDUE[text.labels[row]]]["missed"] += 1


def _count_taken(counts: Mapping[str, Counter[str]], lost: Mapping[Flag, int]) -> None:
    for flag, chars in lost.items():
        counts[flag.family]["harm"] += chars
    for row in {flag.row for flag in lost}:
        counts[ALL]["harm"] += max(chars for flag, chars in lost.items() if flag.row == row)


def _figures(count: Counter[str]) -> dict[str, float]:
    figures: dict[str, float] = {"harm": count["harm"]}
    if judged := count["right"] + count["wrong"]:
        figures["precision"] = round(count["right"] / judged, DECIMALS)
    if hints := count["hints right"] + count["hints wrong"]:
        figures["hints"] = round(count["hints right"] / hints, DECIMALS)
    if count["residue"]:
        figures["recall"] = round(1 - count["missed"] / count["residue"], DECIMALS)
    return figures


def _is_worse(name: str, now: float | None, floor: float) -> bool:
    """Tell whether a figure has fallen, or harm has risen; who reports nothing any more reports nothing wrong."""
    if name == "harm":
        return (now or 0) > floor
    return now is not None and now < floor


def _write(now: Figures, kept: Mapping[str, Any], reason: str | None) -> None:
    lowered = [*kept.get("lowered", ()), *([reason] if reason else ())]
    content = json.dumps({"texts": digest(), "lowered": lowered, "floors": now}, indent=2, ensure_ascii=False)
    FLOORS.write_text(content + "\n", encoding="utf-8", newline="\n")
    print(f"written: {FLOORS}")


def _table(now: Figures) -> Iterator[str]:
    for scope, figures in now.items():
        yield f"{scope:4} " + "  ".join(f"{name} {figure:g}" for name, figure in sorted(figures.items()))


def _wrong(text: Labelled, flags: Iterable[Flag], lost: Mapping[Flag, int]) -> Iterator[str]:
    for flag in sorted(flag for flag in flags if flag.wrong):
        yield _shown(text, flag.row, f"wrong {flag.family}")
    for flag, chars in lost.items():
        yield _shown(text, flag.row, f"taken {flag.family} {chars}")


def _shown(text: Labelled, row: int, what: str) -> str:
    return f"{what} {text.article.id}:{row + 1}: {text.article.text.split(chr(10))[row]}\n"


if __name__ == "__main__":
    sys.exit(main())
