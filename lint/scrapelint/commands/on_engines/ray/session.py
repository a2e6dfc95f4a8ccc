"""A session of Ray, what it reads, and the folders that its tasks write."""

from __future__ import annotations

import logging
import os
import socket
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

from scrapelint.commands.on_engines.engine import Engine
from scrapelint.errors import ScrapelintError, UsageError, WorkerError
from scrapelint.fixes.atomic import replacing
from scrapelint.integrations.parts import FilePart
from scrapelint.readers.files import Input, find
from scrapelint.readers.remote import is_remote
from scrapelint.resources.extras import needed
from scrapelint.runners.pipeline import excluded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.config.values import Config

RAY = Engine("ray", "Ray", searches=True)
STORE_BYTES = 1_000_000_000
"""Shared memory of a session on this machine; what is more goes to disk."""
SUCCESS = "_SUCCESS"
"""A file in a folder that is whole, as Spark writes it."""
ANSWER_S = 10
"""How long a cluster may take to answer, in seconds."""
_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"}


@contextmanager
def opened(master: str) -> Iterator[Any]:
    """Open a session of Ray: on the cluster at this address, on the one that RAY_ADDRESS names, or on this machine.

    Yields `ray.data`. Raises MissingExtraError where Ray is not installed, UsageError where no cluster answers, and
    WorkerError where Ray cannot finish what is done meanwhile; what a task raised of our own is raised again.
    """
    ray = needed("ray", "ray", "work on Ray")
    data = needed("ray.data", "ray", "work on Ray")
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    with tempfile.TemporaryDirectory(prefix="scrapelint-ray-", ignore_cleanup_errors=True) as folder:
        try:
            _start(ray, master or os.environ.get("RAY_ADDRESS", ""), folder)
            logging.getLogger("ray.data").setLevel(logging.CRITICAL)
            data.DataContext.get_current().enable_progress_bars = False
            yield data
        except ray.exceptions.RayError as error:
            raise _raised(error) from error
        finally:
            ray.shutdown()


def files_of(paths: Sequence[str], config: Config) -> list[Input]:
    """Return the files that these paths lead to; raises UsageError where one leads to none."""
    files, leave_out = [], excluded(config)
    for found in find(paths, leave_out):
        if not isinstance(found, Input):
            raise UsageError(found.message)
        if not (config.force_exclude and leave_out(found.filename)):
            files.append(found)
    return files


def dataset_of(data: Any, parts: Sequence[FilePart]) -> Any:
    """Return a Dataset of parts of files, a block for each, so that each is a task."""
    rows = [part._replace(path=_absolute(part.path))._asdict() for part in parts]
    return data.from_items(rows, override_num_blocks=len(parts))


def parts_in(table: Any) -> Iterator[FilePart]:
    """Yield the parts that a task is given."""
    return (FilePart(**row) for row in table.to_pylist())


def make_folders(paths: Iterable[str]) -> list[str]:
    """Make folders, and return them as workers find them; what is elsewhere knows no empty ones."""
    made = [_absolute(path.rstrip("/")) if path else "" for path in paths]
    for path in filter(None, made):
        if not is_remote(path):
            os.makedirs(path)  # noqa: PTH103
    return made


@contextmanager
def writing(folder: str, name: str) -> Iterator[BinaryIO]:
    """Open a file of a folder; a task that runs again writes it anew, and a reader finds it whole or not at all."""
    path = f"{folder}/{name}"
    if is_remote(path):
        with needed("fsspec", "remote", "writing to an address such as s3://").open(path, "wb") as out:
            yield out
    else:
        with replacing(path) as out:
            yield out


def commit(folder: str, names: Iterable[str]) -> None:
    """Leave in a folder these files, and what says that it is whole: a task that was killed may have left others."""
    if not is_remote(folder):
        for other in set(os.listdir(folder)).difference(names):  # noqa: PTH208
            os.unlink(f"{folder}/{other}")  # noqa: PTH108
    with writing(folder, SUCCESS):
        pass


def _absolute(path: str) -> str:
    """Return a path as a worker finds it, whatever folder it runs in."""
    return path if is_remote(path) else os.path.abspath(path)  # noqa: PTH100


def _start(ray: Any, address: str, folder: str) -> None:
    here: dict[str, Any] = {"include_dashboard": False, "object_store_memory": STORE_BYTES, "_temp_dir": folder}
    cpus = os.cpu_count() or 1
    # Ray ends workers that wait, and a shuffle needs two kinds of them in turn: to start one takes seconds.
    here["_system_config"] = {"num_workers_soft_limit": 2 * cpus}
    _check_answers(address)
    how = {"address": address} if address else {"address": "local", "num_cpus": cpus, **here}
    try:
        ray.init(**how, log_to_driver=False, logging_level="CRITICAL")
    except (ConnectionError, ValueError, TimeoutError, RuntimeError) as error:
        where = f"at {address}" if address else "on this machine"
        raise UsageError(f"no session of Ray {where}: {str(error).splitlines()[0]}") from error


def _check_answers(address: str) -> None:
    """Raise UsageError where nothing answers at an address: Ray would try for ever."""
    host, _, port = address.rpartition("://")[2].rpartition(":")
    if not host:
        return
    try:
        socket.create_connection((host, int(port)), ANSWER_S).close()
    except (OSError, ValueError) as error:
        raise UsageError(f"no cluster of Ray answers at {address}: {error}") from error


def _raised(error: BaseException) -> ScrapelintError:
    """Return what to tell of an error of Ray: what a task raised of our own, or the line of Ray that names it."""
    known: BaseException | None = error
    while known:
        if isinstance(known, ScrapelintError) and not hasattr(known, "cause"):
            # Ray adds lines of advice to what a task raised.
            return type(known)(str(known).splitlines()[0])
        known = getattr(known, "cause", None) or known.__cause__
    said = [line.strip() for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    # What was raised comes after its traceback, and may have lines of its own.
    named = [line for line in said if line.partition(":")[0].replace(".", "").isidentifier()] or said
    return WorkerError(f"Ray could not finish: {named[-1]}")
