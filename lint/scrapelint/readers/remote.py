"""Files that are not on this machine: `s3://`, `hf://`, `https://` and what else fsspec knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from scrapelint.errors import MissingExtraError, UsageError
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Iterator

_GLOB_SIGNS = "*?["
_NEEDED = {
    "s3": ("s3fs", "s3"), "s3a": ("s3fs", "s3"), "gs": ("gcsfs", "gcs"), "gcs": ("gcsfs", "gcs"),
    "hf": ("huggingface_hub", "hf"), "http": ("aiohttp", "http"), "https": ("aiohttp", "http"),
}  # fmt: skip
"""What is needed besides fsspec by protocol, and the extra that brings both."""


def is_remote(path: str) -> bool:
    """Tell whether a path is an address with a protocol."""
    return "://" in path


def find(address: str) -> Iterator[str]:
    """Yield the addresses that a glob stands for, in order; one without a glob stands for itself.

    Raises UsageError where none is there or nobody knows the protocol, and MissingExtraError where a library for it is
    not installed.
    """
    if not any(sign in address for sign in _GLOB_SIGNS):
        yield address
        return
    fsspec = _fsspec(address)
    try:
        system, path = fsspec.core.url_to_fs(address)
        found = sorted(system.glob(path))
    except Exception as error:  # each library has errors of its own
        raise UsageError(f"{address}: cannot be listed: {error}") from error
    if not found:
        raise UsageError(f"{address}: no file matches")
    for name in found:
        yield str(system.unstrip_protocol(name))


def open_remote(address: str) -> BinaryIO:
    """Open a file for its bytes as they are; raises OSError where it cannot be read, and what `find` raises."""
    fsspec = _fsspec(address)
    try:
        opened: BinaryIO = fsspec.open(address, "rb").open()
    except ImportError as error:
        raise UsageError(f"{address}: {error}") from error
    except OSError:
        raise
    except Exception as error:  # each library has errors of its own
        raise OSError(str(error)) from error
    return opened


def _fsspec(address: str) -> Any:
    """Return fsspec, once it is clear that it can read from an address."""
    *_, protocol = protocols = address.partition("://")[0].split("::")
    fsspec = needed("fsspec", _NEEDED.get(protocol, ("", "remote"))[1], f"reading from {protocol}://")
    for name in protocols:
        _check(fsspec, name, address)
    return fsspec


def _check(fsspec: Any, protocol: str, address: str) -> None:
    try:
        fsspec.get_filesystem_class(protocol)
    except ValueError as error:
        raise UsageError(f"{address}: {str(error).lower()}") from error
    except ImportError as error:
        if protocol not in _NEEDED:
            raise UsageError(f"{address}: {error}") from error
        package, extra = _NEEDED[protocol]
        raise MissingExtraError(
            f"{address}: {protocol}:// needs {package}: pip install 'scrapelint[{extra}]'"
        ) from error
