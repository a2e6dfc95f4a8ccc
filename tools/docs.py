"""Write what the code says of itself: docs/rules, docs/reference, and the manual page of the command.

python tools/docs.py            write them
python tools/docs.py --check    change nothing; exit status 1 where a page is missing, stale or left over
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from manual_pages.examples import listed
from manual_pages.man_page import man_page
from manual_pages.phrases import phrase_page
from manual_pages.reference import reference_pages
from scrapelint.reporters.rule_pages import FAMILIES, description, languages_of, page
from scrapelint.runners.pipeline import installed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

DOCS = Path(__file__).resolve().parent.parent / "docs"
FOLDERS = ("rules", "reference")
"""Folders of the manual in which every page is written here."""

NOTES = {
    "ACC": "Found in the file of accepted findings, and on even where `select` does not name them. See [accepted]"
    "(../accepted.md).",
    "DUP": "On wherever several articles are checked together. See [web scale](../scale.md).",
    "SIT": "On wherever several articles are checked together and their site is known. See [web scale](../scale.md).",
    "QUA": "Off by default: `--select QUA` or `extend-select` brings them in. See [statistics](../statistics.md).",
    "INP": "Found while reading, and on even where `select` does not name them. See [formats](../formats.md).",
}

OWN_PACKAGES = {"scrapelint", "scrapelint_rules"}
"""Rules of other installed plugins have their pages elsewhere."""

GENERATED = "<!-- written by tools/docs.py; change the rule, not this page -->\n\n"
REFERENCE = GENERATED.replace("the rule", "the code")

INTRODUCTION = """# The rules

A severity says what to do: *error*, the text is wrong or is not the article; *warning*, look at it;
*info*, worth knowing. A phrase of a measured precision below .85 is *info*, whatever the rule's severity.
Fix: the kind of fix that the rule's findings may carry; the fix of a finding is *safe* only where its
confidence is .99 or better. Languages: how many the rule's phrase packs have wording in; *any* for a
rule that reads no pack.

`scrapelint rule CODE` prints the same pages, also those of your own rules.
"""


def pages() -> dict[str, str]:
    """Return the content of each file, by its path in the folder of the manual."""
    registry = installed()
    own = {code: rule for code, rule in registry.rules.items() if rule.__module__.partition(".")[0] in OWN_PACKAGES}
    languages = languages_of(registry)
    table = [description(rule, languages[code]) for code, rule in own.items()]
    readme = "\n".join([INTRODUCTION, *_sections(table)])
    reference = reference_pages(own)
    return {
        "rules/README.md": GENERATED + readme,
        "rules/PHRASES.md": GENERATED + phrase_page(registry),
        **{f"rules/{code}.md": GENERATED + listed(page(rule)) for code, rule in own.items()},
        **{f"reference/{name}": REFERENCE + text for name, text in reference.items()},
        "reference/scrapelint.1": man_page(),
    }


def _sections(rules: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a heading and a table for each family, in the order of their letters."""
    by_family: dict[str, list[Mapping[str, Any]]] = {}
    for rule in rules:
        by_family.setdefault(rule["family"], []).append(rule)
    for family, members in sorted(by_family.items()):
        note = f"{NOTES[family]}\n\n" if family in NOTES else ""
        rows = "\n".join(map(_row, members))
        head = "| code | name | severity | fix | languages | reports |\n| --- | --- | --- | --- | --- | --- |"
        yield f"## {FAMILIES.get(family, family)}: {family}\n\n{note}{head}\n{rows}\n"


def _row(rule: Mapping[str, Any]) -> str:
    code, name, about = rule["code"], rule["name"], _cell(rule["summary"])
    languages = rule["languages"]
    count = languages[0] if languages == ["any"] else len(languages)
    status = "" if rule["status"] == "stable" else f" ({rule['status']})"
    return f"| [{code}]({code}.md) | {name}{status} | {rule['severity']} | {rule['fix'] or ''} | {count} | {about} |"


def _cell(text: str) -> str:
    """Return a text as a cell of a Markdown table: no bars, no tags, no emphasis."""
    for sign in "\\|<*_":
        text = text.replace(sign, "\\" + sign)
    return text


def _there() -> set[str]:
    """Return the files in the folders, by their paths."""
    return {path.relative_to(DOCS).as_posix() for folder in FOLDERS for path in (DOCS / folder).glob("*.*")}


def _problems(wanted: Mapping[str, str]) -> Iterator[str]:
    """Yield what differs between the folders and the pages."""
    there = _there()
    for name, text in wanted.items():
        if name not in there:
            yield f"docs/{name}: missing"
        elif (DOCS / name).read_text(encoding="utf-8") != text:
            yield f"docs/{name}: stale"
    for name in sorted(there - set(wanted)):
        yield f"docs/{name}: left over, nothing writes it"


def _write(wanted: Mapping[str, str]) -> None:
    for name in _there() - set(wanted):
        (DOCS / name).unlink()
    for name, text in wanted.items():
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")


def main() -> int:
    """Write or check the pages; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, tell what differs")
    args = parser.parse_args()
    wanted = pages()
    if not args.check:
        _write(wanted)
        return 0
    problems = list(_problems(wanted))
    if problems:
        print("\n".join([*problems, "run: python tools/docs.py"]))
        return 1
    print("The generated pages are up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
