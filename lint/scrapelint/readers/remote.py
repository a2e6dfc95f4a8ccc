"""Files that are not on this machine: `s3://`, `hf://`, `https://` and what else fsspec knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from scrapelint.errors import MissingExtraError, UsageError
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Iterator

_GLOB_SIGNS = "*?["
_EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gcs", "gcs": "gcs", "hf": "hf", "http": "http", "https": "http"}
"""What to install for a protocol."""


def is_remote(path: str) -> bool:
    """Tell whether a path is an address with a protocol."""
    return "://" in path


def find(address: str) -> Iterator[str]:
    """Yield the addresses that a glob stands for, in order; one without a glob stands for itself.

    Raises UsageError where none is there, and MissingExtraError where a library is not installed.
    """
    if not any(sign in address for sign in _GLOB_SIGNS):
        yield address
        return
    try:
        system, path = _fsspec().core.url_to_fs(address)
        found = sorted(system.glob(path))
    except ImportError as error:
        raise _missing(address, error) from error
    except Exception as error:  # what libraries raise where they reach nothing is of many kinds
        raise UsageError(f"{address}: cannot be listed: {error}") from error
    if not found:
        raise UsageError(f"{address}: no file matches")
    for name in found:
        yield str(system.unstrip_protocol(name))


def open_remote(address: str) -> BinaryIO:
    """Open a file for its bytes as they are; raises OSError where it cannot be read.

    Raises MissingExtraError where a library is not installed.
    """
    try:
        opened: BinaryIO = _fsspec().open(address, "rb").open()
    except ImportError as error:
        raise _missing(address, error) from error
    except (OSError, MissingExtraError):
        raise
    except Exception as error:  # what libraries raise where they reach nothing is of many kinds
        raise OSError(str(error)) from error
    return opened


def _missing(address: str, error: ImportError) -> MissingExtraError:
    extra = _EXTRAS.get(address.partition("://")[0].lower())
    return MissingExtraError(f"{address}: {error}" + (f": pip install 'scrapelint[{extra}]'" if extra else ""))


def _fsspec() -> Any:
    return needed("fsspec", "remote", "reading from an address such as s3:// or hf://")
