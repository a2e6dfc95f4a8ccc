"""`scrapelint new-rule`: a rule to start from, whose examples pass."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from scrapelint.commands.shared import status
from scrapelint.commands.shared.options import CommandOptions
from scrapelint.errors import UsageError
from scrapelint.runners.pipeline import installed
from scrapelint.selection.registry import CODE

if TYPE_CHECKING:
    from scrapelint.commands.shared.parser import Parser

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

_RULE = '''"""{code} {name}."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, LinePattern, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

PARTY_LINE = LinePattern(r"^\\W*Call the party line\\W*$", literals=["\\ncall the party line\\n"])


class {class_name}(DocumentRule):
    """A line that asks to call the party line.

    Why it matters: say what it does to a reader, or to a model trained on it.

    What to do: remove the line.
    """

    code, name, severity = "{code}", "{name}", Severity.WARNING
    fix = "unsafe"
    patterns = (PARTY_LINE,)
    examples = (
        Bad("Talks ended on Friday.\\n\\n⟦Call the party line!⟧", fixed="Talks ended on Friday."),
        Bad("⟦Call the party line⟧\\n\\nTalks ended on Friday.", fixed="Talks ended on Friday."),
        Bad("Talks ended.\\n⟦> Call the party line⟧\\nThey go on today.", fixed="Talks ended.\\nThey go on today."),
        Good("Members call the party line every day, she said.", why="within a sentence"),
        Good("The party line was busy.", why="other words"),
        Good("Talks ended on Friday.", why="no such line"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each such line."""
        for line, match in doc.matches(PARTY_LINE):
            yield self.on_lines(
                doc,
                line,
                message="call for the party line",
                confidence=0.95,
                evidence={{"phrase": match.group().strip()}},
            )


if __name__ == "__main__":
    from scrapelint.testing import cases_of, check_example

    for case in cases_of([{class_name}]):
        check_example(case)
        print(case.id, "passes")
'''

_PACK = """# A rule without Python. In scrapelint.toml:  packs = ["{file}"]
# Try it:  scrapelint rules --check-packs --config 'packs = ["{file}"]'
concept = "{name}"
code = "{code}"
name = "{name}"
summary = "A line that asks to call the party line."
severity = "warning"
fix = "unsafe"

[[entries]]
id = "call"
where = "line"          # line, start, end or inside
max_line_chars = 60
confidence = 0.95       # its measured precision
phrases.en = ["call the party line", "call the party line on {{n}}"]
phrases.de = ["ruf die parteileitung an"]

[examples]
hits.en = ["Call the party line!", "> Call the party line on 555"]
hits.de = ["Ruf die Parteileitung an"]
misses.en = ["Members call the party line every day, she said.", "The party line was busy."]
"""


class Options(CommandOptions):
    """What the command line says."""

    code: str
    name: str
    pack: bool
    path: str


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("code", metavar="CODE", help="three capitals and three digits: ACM001")
    parser.add_argument("name", metavar="NAME", help="the bad thing, in kebab-case: party-line")
    parser.add_argument("--pack", action="store_true", help="a phrase pack, which needs no Python")
    parser.add_argument("--path", default=".", metavar="FOLDER", help="where to write it; default: here")


def run(options: Options) -> int:
    """Write the file; return the exit status."""
    _check(options.code, options.name)
    path = Path(options.path) / (f"{options.name}.toml" if options.pack else f"{options.name.replace('-', '_')}.py")
    class_name = "".join(part.title() for part in options.name.split("-"))
    text = (_PACK if options.pack else _RULE).format(
        code=options.code, name=options.name, class_name=class_name, file=path.name
    )
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        msg = f"{path}: cannot be written: {(error.strerror or str(error)).lower()}"
        raise UsageError(msg) from error
    print(f"Wrote {path}. {_NEXT[options.pack].format(path=path.as_posix())}")
    return status.CLEAN


_NEXT = {
    True: "Test its examples with: scrapelint rules --check-packs --config 'packs = [\"{path}\"]'",
    False: "Test its examples with: python {path}. Put it into a package that the entry point group"
    ' "scrapelint.rules" names, and it runs.',
}


def _check(code: str, name: str) -> None:
    """Raise UsageError where code or name is not well formed or already in use."""
    if not CODE.fullmatch(code):
        msg = f'"{code}" is no code; three capitals and three digits are needed, as ACM001'
        raise UsageError(msg)
    if not _NAME.fullmatch(name):
        msg = f'"{name}" is no name; words in lower case joined by hyphens are needed, as party-line'
        raise UsageError(msg)
    for known in installed().rules.values():
        if known.code == code or known.name == name:
            msg = f"{code} {name} is taken by {known.code} {known.name}"
            raise UsageError(msg)
