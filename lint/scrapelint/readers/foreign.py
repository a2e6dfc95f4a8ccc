"""Files that hold no text of articles, or not yet: what they are, and what to do with them."""

from __future__ import annotations

import os

_EXTRACT = "extract its text first, for instance with trafilatura"
_CONVERT = "convert it to text first"
_EXPORT = "export its articles first, as JSON Lines or CSV"
_UNPACK = "unpack it first"
_NAME = "let its name end in .txt or .jsonl"
NO_ENDING = "without ending"
"""How files are counted whose name has a number and no ending: `part-00000`, `wiki_07`, `articles.3`."""

MAY_HOLD_ARTICLES = {
    ".html": ("HTML", _EXTRACT),
    ".htm": ("HTML", _EXTRACT),
    ".xhtml": ("HTML", _EXTRACT),
    ".mhtml": ("a web archive", _EXTRACT),
    ".pdf": ("PDF", _CONVERT),
    ".doc": ("a Word document", _CONVERT),
    ".docx": ("a Word document", _CONVERT),
    ".odt": ("an OpenDocument text", _CONVERT),
    ".rtf": ("rich text", _CONVERT),
    ".epub": ("an e-book", _CONVERT),
    ".xls": ("a spreadsheet", _EXPORT),
    ".xlsx": ("a spreadsheet", _EXPORT),
    ".ods": ("a spreadsheet", _EXPORT),
    ".sqlite": ("an SQLite database", _EXPORT),
    ".sqlite3": ("an SQLite database", _EXPORT),
    ".db": ("a database", _EXPORT),
    ".duckdb": ("a DuckDB database", _EXPORT),
    ".orc": ("ORC", _EXPORT),
    ".avro": ("Avro", _EXPORT),
    ".pkl": ("a pickle of Python", _EXPORT),
    ".pickle": ("a pickle of Python", _EXPORT),
    ".zip": ("an archive", _UNPACK),
    ".tar": ("an archive", _UNPACK),
    ".tgz": ("an archive", _UNPACK),
    ".7z": ("an archive", _UNPACK),
    ".rar": ("an archive", _UNPACK),
    NO_ENDING: ("a file whose name has no ending", _NAME),
}
"""By ending: kinds of files that articles may be in; in a folder they are counted."""

HOLDS_NONE = {
    ".rst": "reStructuredText",
    ".adoc": "AsciiDoc",
    ".tex": "TeX",
    ".yaml": "YAML",
    ".yml": "YAML",
    ".toml": "TOML",
    ".ini": "a configuration",
    ".cfg": "a configuration",
    ".log": "a log",
    ".sql": "SQL",
    ".py": "Python",
    ".js": "JavaScript",
    ".css": "CSS",
    ".ipynb": "a notebook",
    ".png": "an image",
    ".jpg": "an image",
    ".jpeg": "an image",
    ".gif": "an image",
    ".webp": "an image",
    ".svg": "an image",
    ".mp3": "audio",
    ".mp4": "video",
}
"""By ending: kinds of files that are passed over in a folder."""


def refusal(path: str) -> str:
    """Return why a file is not read that a user names; an empty string where nothing is known against it."""
    ending = _ending(path)
    if ending in MAY_HOLD_ARTICLES:
        return f"{path}: {advice(ending)}"
    if ending in HOLDS_NONE:
        return f"{path}: {HOLDS_NONE[ending]} is no text of articles; where it is one after all, name it .txt"
    return ""


def advice(ending: str) -> str:
    """Return why files of an ending that articles may be in are not read, and what to do with them."""
    kind, what_to_do = MAY_HOLD_ARTICLES[ending]
    return f"{kind} is not read: {what_to_do}"


def left_out_as(path: str) -> str:
    """Return the ending under which a file of a folder is counted that articles may be in."""
    ending = _ending(path)
    if not ending[1:].strip("0123456789") and any(map(str.isdigit, os.path.basename(path))):  # noqa: PTH119
        return NO_ENDING
    return ending if ending in MAY_HOLD_ARTICLES else ""


def _ending(path: str) -> str:
    from scrapelint.readers.compressions import ENDINGS

    stem, ending = os.path.splitext(path.lower())  # noqa: PTH122  # str paths all through
    return os.path.splitext(stem)[1] if ending in ENDINGS else ending  # noqa: PTH122
