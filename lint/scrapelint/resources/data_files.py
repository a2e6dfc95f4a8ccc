"""Files of data that lie beside a module; `pathlib` does the same and takes three milliseconds to import."""

from __future__ import annotations

import os


def data_file(module: str, name: str) -> str:
    """Return the path of a file in the folder of a module, which is named by its `__file__`."""
    return os.path.join(os.path.dirname(module), name)  # noqa: PTH118, PTH120


def read_data(path: str) -> bytes:
    """Return what a file holds."""
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()
