"""The manual page of the command, `scrapelint.1`, in the macros of `man`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from manual_pages.commands import commands, program, shared_groups
from scrapelint.resources.addresses import MANUAL_URL, REPOSITORY_URL
from scrapelint.resources.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from manual_pages.commands import Command, Option

HEAD = f"""\
.\\" written by tools/docs.py; change the options, not this page
.TH SCRAPELINT 1 "" "scrapelint {__version__}" "User Commands"
.SH NAME
scrapelint \\- the linter for scraped news articles
.SH SYNOPSIS"""

DESCRIPTION = """\
.SH DESCRIPTION
Finds what does not belong in the text of a scraped article: residue of the page, repeated and broken text. Nothing is
changed unless asked for.
.PP
Where no command is named, it is
.BR check ."""

TAIL = f"""\
.SH EXIT STATUS
.TP
.B 0
Every gate holds.
.TP
.B 1
A gate failed: by default, there is a warning or an error.
.TP
.B 2
A wrong option, path or configuration, or an error of the program itself.
.TP
.B 130
Interrupted by the keyboard.
.TP
.B 141
The reader of the output has gone.
.SH FILES
.TP
.I scrapelint.toml, .scrapelint.toml, pyproject.toml
The configuration: of each file the nearest, in its folder or above.
.TP
.I .scrapelint-accepted.jsonl
Findings that are accepted.
.SH ENVIRONMENT
.TP
.BR NO_COLOR ", " FORCE_COLOR
Colours off or on.
.TP
.B SCRAPELINT_CACHE_DIR
The folder of compiled phrase packs.
.SH SEE ALSO
The manual: {MANUAL_URL}
.PP
Issues: {REPOSITORY_URL}/issues"""


def man_page() -> str:
    """Return the page."""
    shared = shared_groups()
    lines = [HEAD, *_synopsis(), DESCRIPTION, ".SH OPTIONS", *_options(program().groups["options"])]
    for command in commands():
        title = _escaped(command.name)
        lines += [f'.SH "SCRAPELINT {title.upper()}"', f".B {_escaped(command.usage.partition(chr(10))[0])}", ".PP"]
        lines += [_sentence(command.about), *_groups(command, shared)]
    lines += ['.SH "SHARED OPTIONS"']
    for title, options in shared.items():
        lines += [f".SS {title.capitalize()}", *_options(options)]
    return "\n".join([*lines, TAIL]) + "\n"


def _synopsis() -> Iterator[str]:
    for number, usage in enumerate(program().usage.split("\n")):
        yield from ([".br"] if number else [])
        yield f".B {_escaped(usage.strip())}"


def _groups(command: Command, shared: Mapping[str, Sequence[Option]]) -> Iterator[str]:
    for title, options in command.groups.items():
        if options != shared.get(title):
            yield from (f'.SS "{_escaped(title.capitalize())}"', *_options(options))
    if named := [title for title, options in command.groups.items() if options == shared.get(title)]:
        yield from (".PP", f"Also the shared options below: {', '.join(named)}.")


def _options(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        yield from (".TP", f".B {_escaped(option.written)}", _escaped(option.about))


def _sentence(text: str) -> str:
    return _escaped(f"{text[0].upper()}{text[1:]}.")


def _escaped(text: str) -> str:
    """Return a text whose hyphens stay hyphens, and whose first character begins no request."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
