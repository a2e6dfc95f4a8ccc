"""TOML of anybody, parsed in bounded time."""

from __future__ import annotations

import re
from typing import Any

MAX_KEY_PARTS = 200
"""Parts of a dotted key from which on it is not read: parsing one costs the square of them."""

_PART = r"""(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_LONG_KEY = rf"(?<![\w-])(?:{_PART}[ \t]*\.[ \t]*){{{MAX_KEY_PARTS}}}"


def parsed(written: str) -> dict[str, Any]:
    """Return what TOML says; raises ValueError, which says what is wrong: no TOML, or beyond what is read of it."""
    import tomllib

    if re.search(_LONG_KEY, written):
        raise ValueError(f"a key of more than {MAX_KEY_PARTS} parts")
    try:
        return tomllib.loads(written)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except ValueError:  # of int()
        raise ValueError("a number of too many digits") from None
