"""Write phrase packs in their one form: one phrase a line, sorted.

python tools/format_packs.py             write the packs of the built-in rules
python tools/format_packs.py --check     change nothing; exit status 1 where a pack is not in its form
python tools/format_packs.py FILE ...    the same with these files
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FOLDER = Path(__file__).resolve().parent.parent / "rules" / "scrapelint_rules" / "packs"

TABLES = ("phrases", "patterns")
_EXAMPLES = ("hits", "misses")
_CONTROLS = {number: f"\\u{number:04X}" for number in (*range(0x20), 0x7F)}
"""Characters that may not stand in a string of TOML, and how they are written there."""


def main() -> int:
    """Write or check the packs that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing; exit status 1 for a pack in another form")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options = parser.parse_args()
    stale = [path for path in options.files or sorted(FOLDER.glob("*.toml")) if not is_formatted(path)]
    for path in stale:
        print(f"{path}: not one phrase a line, sorted" if options.check else f"{path}: written")
        if not options.check:
            path.write_text(formatted(path.read_text(encoding="utf-8")), encoding="utf-8")
    return int(options.check and bool(stale))


def is_formatted(path: Path) -> bool:
    """Tell whether a pack is in its form."""
    content = path.read_text(encoding="utf-8")
    return content == formatted(content)


def formatted(content: str) -> str:
    """Return a pack with one phrase a line, sorted; comments are lost."""
    pack = tomllib.loads(content)
    entries, examples = pack.pop("entries"), pack.pop("examples", {})
    parts = ["\n".join(_values(pack))]
    parts += ["\n".join(["[[entries]]", *_entry(entry)]) for entry in entries]
    if examples:
        parts.append("\n".join(["[examples]", *_lists(examples, _EXAMPLES)]))
    return "\n\n".join(parts) + "\n"


def _entry(entry: Mapping[str, Any]) -> Iterator[str]:
    yield from _values({key: value for key, value in entry.items() if key not in TABLES})
    yield from _lists(entry, TABLES)


def _values(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        yield f"{key} = {_shown(value)}"


def _lists(table: Mapping[str, Any], keys: Iterable[str]) -> Iterator[str]:
    """Yield the lines of lists of phrases by language, in the order of the file."""
    for key in keys:
        for language, phrases in table.get(key, {}).items():
            yield f"{key}.{language} = ["
            yield from (f"  {_quoted(phrase)}," for phrase in sorted(set(phrases)))
            yield "]"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_shown, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    """Return a string of TOML, the literal kind where that spares backslashes."""
    if "\\" in text and "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped.translate(_CONTROLS)}"'


if __name__ == "__main__":
    sys.exit(main())
