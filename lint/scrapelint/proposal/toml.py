"""A first configuration as TOML, with a comment that says why for every line."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.text.lazy_regex import regex
from scrapelint.text.surrogates import SURROGATE
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.proposal.gating import Gate
    from scrapelint.proposal.sample import TextField

WIDTH = 80
"""Longest line of a comment, in code points."""
_ESCAPED = regex(r'[\x00-\x1f\x7f"\\]')


class Settings(NamedTuple):
    """What a first configuration says."""

    about: str
    """What it was made from."""
    excluded: Sequence[tuple[str, str]]
    """Globs and why."""
    fields: Sequence[TextField]
    gates: Sequence[Gate]
    gated: str
    """How the gates come about; where there are none, why."""


def glob_of(path: str) -> str:
    """Return a glob that matches this path alone."""
    return "".join(f"[{char}]" if char in "*?[" else char for char in path)


def is_writable(text: str) -> bool:
    """Tell whether a text can be in TOML: a path with bytes that are no UTF-8 cannot."""
    return not SURROGATE.search(text)


def document(settings: Settings, table: str = "") -> str:
    """Return the text of a configuration file, or of a table of another file."""
    lines = [*_comment(settings.about)]
    if table:
        lines.append(f"[{table}]")
    if settings.excluded:
        lines += ["", *_comment("Not searched:"), *_excluded(settings.excluded)]
    if settings.fields:
        lines += ["", *_fields(settings.fields)]
    lines += ["", *_comment(settings.gated), *_gates(settings.gates, table)]
    return "\n".join(lines) + "\n"


def _excluded(globs: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield "extend-exclude = ["
    yield from _aligned((f"    {string(glob)},", why) for glob, why in globs)
    yield "]"


def _fields(fields: Sequence[TextField]) -> Iterator[str]:
    for field in fields:
        yield from _comment(f'"{field.name}" {field.why}.')
    names = dict.fromkeys(field.name for field in fields)
    yield f"fields.text = [{', '.join(map(string, names))}]"


def _gates(gates: Sequence[Gate], table: str) -> Iterator[str]:
    if not gates:
        yield 'fail-on = "warning"'
        return
    yield f"[{f'{table}.' if table else ''}max-share]"
    yield from _aligned((f"{gate.selector} = {gate.share}", gate.why) for gate in gates)


def _aligned(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield lines with their comments below each other."""
    known = list(lines)
    width = max(len(line) for line, _ in known)
    return (f"{line:{width}}  # {visible(why)}" for line, why in known)


def _comment(text: str) -> Iterator[str]:
    return (f"# {line}" for line in wrap(visible(text), WIDTH - 2, break_on_hyphens=False))


def string(text: str) -> str:
    """Return a text as TOML writes it."""
    return '"' + _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04X}", text) + '"'
