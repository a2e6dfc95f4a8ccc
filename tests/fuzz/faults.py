"""Faults around a run: kills, full disks, two at once, files that change, files that are none.

What holds after each: a file is as it was or as a run makes it, never in between; nothing hangs; what cannot be read
or written is told by its name, and the rest is done; the next run does what the first could not.
`python tests/fuzz/faults.py KIND ... --rounds N` tries N random ones of each kind.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import random
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[1])

from fuzz.seeds import FORM, MORE, STORY

if TYPE_CHECKING:
    from collections.abc import Callable

TIMEOUT_S = 60
RECORDS = 40
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
OPTIONS = ("--isolated", "--select", "CMT")

Files = dict[str, bytes]


class Command(NamedTuple):
    """A command that writes, as it is run in a folder with articles in `in`."""

    arguments: tuple[str, ...]
    holds: Callable[[str, bytes], bool] = lambda _name, _data: False
    """Tells of a file that is not the same in every run whether it is whole."""


COMMANDS = {
    "fix": Command(("check", "--fix", "--unsafe-fixes", "-q", *OPTIONS, "in")),
    "clean": Command(
        ("clean", "-q", *OPTIONS, "in", "-o", "out", "--ledger", "ledger.jsonl.gz"),
        lambda name, data: name == "ledger.jsonl.gz" and _is_ledger(data),
    ),
    "accept": Command(("accept", *OPTIONS, "in")),
    "index": Command(("index", "-q", "--isolated", "--index", "i.duckdb", "in"), lambda name, _: "i.duckdb" in name),
    "report": Command(
        ("report", "-q", *OPTIONS, "in", "-o", "r.html"),
        lambda name, data: name == "r.html" and data.rstrip().endswith(b"</html>"),
    ),
    "output": Command(("check", "-q", *OPTIONS, "in", "-o", "f.json", "--output-format", "json")),
}
"""Commands that write files."""


def _is_ledger(data: bytes) -> bool:
    """Tell whether a ledger is whole; one of a run that could not write a file says so."""
    return all(isinstance(json.loads(line), dict) for line in gzip.decompress(data).splitlines())


def made(folder: Path) -> Files:
    """Write articles into a folder; return all its files."""
    (folder / "in").mkdir(parents=True)
    lines = "".join(json.dumps({"id": n, "text": f"{n} {STORY}\n\n{FORM}"}) + "\n" for n in range(RECORDS))
    (folder / "in" / "a.txt").write_text(f"{STORY}\n\n{FORM}\n", encoding="utf-8")
    (folder / "in" / "b.jsonl").write_text(lines, encoding="utf-8")
    (folder / "in" / "c.jsonl.gz").write_bytes(gzip.compress(lines.encode(), mtime=0))
    (folder / "in" / "d.csv").write_text(f'id,text\n1,"{STORY}\n\n{FORM}"\n2,{MORE}\n', encoding="utf-8")
    return files(folder)


def files(folder: Path) -> Files:
    """Return all files below a folder, but those that a run writes for a time."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.endswith(".tmp"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def temporary(folder: Path) -> list[str]:
    """Return the files that a run writes for a time."""
    return [path.name for path in folder.rglob("*.tmp")]


def run(folder: Path, command: Command) -> str:
    """Run a command in this process to its end; return what it told."""
    from scrapelint.cli import main
    from scrapelint.config.projects import forget

    forget()
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with chdir(folder), redirect_stdout(out), redirect_stderr(out):
        status = main(command.arguments)
    said = out.buffer.getvalue().decode()  # type: ignore[attr-defined]
    assert status in {0, 1}, said
    return said


def start(folder: Path, command: Command, limit_bytes: int | None = None) -> subprocess.Popen[bytes]:
    """Start a command in a process of its own, in which no file may be longer than a limit."""

    def limit() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it
        if limit_bytes is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, limit_bytes))

    return subprocess.Popen(
        [sys.executable, "-m", "scrapelint", *command.arguments],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=limit,  # noqa: PLW1509  # no threads yet
    )  # fmt: skip


def ended(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Return exit status and output of a command; kills it where it does not end."""
    try:
        said, _ = process.communicate(timeout=TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise AssertionError("it hangs") from None
    text = said.decode("utf-8", "replace")
    assert "Traceback" not in text, text
    assert "internal error" not in text, text
    return process.returncode, text


def undisturbed(name: str, folder: Path) -> Files:
    """Return the files after a run that nothing disturbs."""
    made(folder)
    run(folder, COMMANDS[name])
    return files(folder)


def usual_seconds(folder: Path) -> float:
    """Return how long a run takes as a process."""
    made(folder)
    began = time.monotonic()
    ended(start(folder, COMMANDS["fix"]))
    return time.monotonic() - began


class Known(NamedTuple):
    """What runs come to that nothing disturbs."""

    after: Files
    usual_s: float


def check_whole(name: str, folder: Path, before: Files, after: Files) -> None:
    """Assert that every file is as it was, or as a run makes it."""
    for path, data in files(folder).items():
        is_whole = data in (before.get(path), after.get(path)) or COMMANDS[name].holds(path, data)
        assert is_whole, f"{name}: {path} is neither as it was nor as it is to be: {data[:200]!r} ... {len(data)} bytes"
    assert files(folder).keys() >= before.keys()


def check_next(name: str, folder: Path, after: Files) -> None:
    """Assert that the next run does what the first could not."""
    run(folder, COMMANDS[name])
    now = {path: data for path, data in files(folder).items() if not COMMANDS[name].holds(path, data)}
    wanted = {path: data for path, data in after.items() if not COMMANDS[name].holds(path, data)}
    assert now == wanted, f"{name}: the next run leaves {sorted(now)}"


def killed(name: str, folder: Path, dice: random.Random, known: Known) -> None:
    """Kill a run at any moment, in one process or in several."""
    before = made(folder)
    how = dice.choice(SIGNALS)
    process = start(folder, _in_processes(COMMANDS[name], dice.choice([1, 2])))
    time.sleep(dice.uniform(0, 1.1) * known.usual_s)
    process.send_signal(how)
    # A signal that comes while Python starts ends it as it would any program.
    status = ended(process)[0] if how != signal.SIGINT else _waited(process)
    assert status in {0, 1, -how, 128 + how}, f"{name}: {how.name} ends it with {status}"
    check_whole(name, folder, before, known.after)
    assert how == signal.SIGKILL or not temporary(folder), f"{name}: {how.name} leaves {temporary(folder)}"
    if name == "clean" and how != signal.SIGKILL:
        check_back(folder, before)
    for path in folder.rglob("*.tmp"):
        path.unlink()
    check_next(name, folder, known.after)


def _in_processes(command: Command, jobs: int) -> Command:
    return command._replace(arguments=(*command.arguments, "--jobs", str(jobs)))


def check_back(folder: Path, before: Files) -> None:
    """Assert that each file that `clean` wrote comes back by the ledger, also of a run that was stopped."""
    from scrapelint.cli import main

    if not (folder / "out").exists():
        return
    written, told = files(folder / "out"), io.StringIO()
    with chdir(folder), redirect_stderr(told):
        main(["restore", "-q", "out", "--ledger", "ledger.jsonl.gz", "-o", "back"])
    back = files(folder / "back") if written else {}
    for path in written:
        assert path in back, f"{path} is written, and does not come back: {told.getvalue()}"
        was, now = before[f"in/{path}"], back[path]
        assert gzip.decompress(was) == gzip.decompress(now) if path.endswith(".gz") else was == now
    shutil.rmtree(folder / "back", ignore_errors=True)


def _waited(process: subprocess.Popen[bytes]) -> int:
    """Return the exit status of a process that may be interrupted while Python starts, which prints where it was."""
    process.communicate(timeout=TIMEOUT_S)
    return process.returncode


def full(name: str, folder: Path, dice: random.Random, known: Known) -> None:
    """Let no file be longer than some bytes."""
    before, limit = made(folder), int(10 ** dice.uniform(0, 5.5))
    status, said = ended(start(folder, COMMANDS[name], limit))
    assert status in {0, 1} or "cannot be" in said, f"{name}, {limit} bytes: {said}"
    check_whole(name, folder, before, known.after)
    assert not temporary(folder), f"{name}: a full disk leaves {temporary(folder)}"
    check_next(name, folder, known.after)


def on_small_disk(name: str, folder: Path, dice: random.Random, known: Known) -> None:
    """Run on a disk that is full soon; needs to be allowed to mount one."""
    before = made(folder)
    disk = folder.with_name(f"{folder.name}-disk")
    disk.mkdir()
    size = sum(map(len, before.values())) // 1024 + dice.randrange(24, 200)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", disk], check=True, timeout=TIMEOUT_S)
    try:
        shutil.copytree(folder / "in", disk / "in")
        status, said = ended(start(disk, COMMANDS[name]))
        assert status in {0, 1} or "cannot be" in said, f"{name}, {size} KB: {said}"
        check_whole(name, disk, before, known.after)
        assert not temporary(disk), f"{name}: a full disk leaves {temporary(disk)}"
    finally:
        subprocess.run(["umount", disk], check=True, timeout=TIMEOUT_S)


def twice(name: str, folder: Path, dice: random.Random, known: Known) -> None:
    """Run a command twice at once, or nearly."""
    before = made(folder)
    first = start(folder, COMMANDS[name])
    time.sleep(dice.uniform(0, 0.3) * known.usual_s)
    second = start(folder, COMMANDS[name])
    for process in (first, second):
        status, said = ended(process)
        assert status in {0, 1} or "changed while" in said or "cannot be opened" in said, said
    check_whole(name, folder, before, known.after)
    assert not temporary(folder)
    check_next(name, folder, known.after)


def changed(name: str, folder: Path, dice: random.Random, known: Known) -> None:
    """Change files, take them away and put others in their place, while they are read."""
    before = made(folder)
    (folder / "in" / "stays").mkdir()
    stays = folder / "in" / "stays" / "z.txt"
    stays.write_bytes(before["in/a.txt"])
    process = start(folder, COMMANDS[name])
    done = threading.Event()
    thread = threading.Thread(target=_disturb, args=(folder / "in", dice.randrange(1 << 30), done, known.usual_s))
    thread.start()
    try:
        ended(process)
    finally:
        done.set()
        thread.join()
    assert stays.read_bytes() in (before["in/a.txt"], known.after["in/a.txt"])
    assert not temporary(folder)


def _disturb(folder: Path, seed: int, done: threading.Event, usual_s: float) -> None:
    """Do something to the files of a folder again and again."""
    dice = random.Random(seed)  # noqa: S311
    names = ["a.txt", "b.jsonl", "c.jsonl.gz", "d.csv"]
    while not done.wait(dice.uniform(0, 0.1) * usual_s):
        path = folder / dice.choice(names)
        if path.is_dir():
            path.rmdir()
        data = path.read_bytes() if path.is_file() else STORY.encode()
        what = dice.randrange(5)
        if what or path.is_symlink():
            path.unlink(missing_ok=True)
        if what == 1:
            path.mkdir()
        elif what == 2:
            path.symlink_to(path.name)
        elif what in {0, 3}:
            path.write_bytes(data[: dice.randrange(len(data) + 1)] + FORM.encode() * dice.randrange(3))


def odd(name: str, folder: Path, dice: random.Random, known: Known) -> None:
    """Run on a folder of what is no file of articles, or has no usual name."""
    before = made(folder)
    place_odd_files(folder / "in", dice)
    status, said = ended(start(folder, COMMANDS[name]))
    assert status in {0, 1} or "too many levels of symbolic links" in said, said
    after = files(folder)
    assert after["in/a.txt"] == known.after["in/a.txt"]
    for path in known.after.keys() - before.keys():
        assert path in after, f"{name}: {path} is not written: {said}"
    assert not temporary(folder)


def place_odd_files(folder: Path, dice: random.Random) -> None:
    """Put into a folder links, pipes, sockets, folders that are named like files, and strange names."""
    text = f"{STORY}\n\n{FORM}\n"
    inside = os.fsencode(folder)
    for name in (
        b"bad\xff\xfe.txt",
        b"new\nline.txt",
        b"esc\x1b[31m.txt",
        b"x" * 251 + b".txt",
        b"--fix.txt",
        b"$(x).txt",
    ):
        Path(os.fsdecode(os.path.join(inside, name))).write_text(text, encoding="utf-8")  # noqa: PTH118
    (folder / "empty.txt").touch()
    (folder / "zeros.jsonl").write_bytes(b"\0" * dice.randrange(1, 9000))
    (folder / "noise.jsonl.gz").write_bytes(dice.randbytes(500))
    (folder / "folder.txt").mkdir()
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "nowhere.txt").symlink_to("not there")
    (folder / "again").symlink_to(".")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "outside.txt").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "scrapelint.toml")
    with chdir(folder), socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket.txt")


KINDS = {"kill": killed, "disk": full, "mount": on_small_disk, "twice": twice, "change": changed, "odd": odd}


def main() -> int:
    """Try random faults of some kinds; print how many held."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("kinds", nargs="*", default=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--rounds", type=int, default=20, help="of each kind; default: 20")
    parser.add_argument("--seed", type=int, default=0, help="other numbers try other faults; default: 0")
    options = parser.parse_args()
    broken = 0
    with tempfile.TemporaryDirectory() as scratch:
        usual_s = usual_seconds(Path(scratch, "usual"))
        known = {name: Known(undisturbed(name, Path(scratch, f"usual-{name}")), usual_s) for name in COMMANDS}
        for kind in options.kinds:
            dice = random.Random(f"{options.seed} {kind}")  # noqa: S311
            held = 0
            for number in range(options.rounds):
                name = list(COMMANDS)[number % len(COMMANDS)]
                folder = Path(scratch, f"{kind}-{number}")
                try:
                    KINDS[kind](name, folder, dice, known[name])
                    held += 1
                except AssertionError as error:
                    print(f"{kind} {number} ({name}): {error}", flush=True)
                shutil.rmtree(folder, ignore_errors=True)
            broken += options.rounds - held
            print(f"{kind}: {held} of {options.rounds} held", flush=True)
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
