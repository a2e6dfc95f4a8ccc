"""Names of files that are written beside another, and take its place once they are whole."""

from __future__ import annotations

import os

MAX_NAME_BYTES = 200
"""How much of a name the one beside it has: with what is added it may not be longer than 255 bytes."""


def beside(path: str) -> str:
    """Return a new name in the same folder, hidden, so that nothing takes it for an article meanwhile."""
    folder, name = os.path.split(path)
    kept = os.fsdecode(os.fsencode(name)[:MAX_NAME_BYTES])
    return os.path.join(folder, f".{kept}.{os.urandom(4).hex()}.tmp")  # noqa: PTH118
