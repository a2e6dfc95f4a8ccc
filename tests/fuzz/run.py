"""Fuzz a target for some time: `python tests/fuzz/run.py TARGET ... --seconds N`; needs `pip install -e '.[test,fuzz]'`.

Coverage-guided, by atheris. What was tried is kept in the folder of the target, so that the next run goes on from
there; an input that breaks something is kept beside it, and `--input FILE` runs it once more.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
INSIDE = "--inside"
"""What the process that fuzzes is told first."""
SPARE_S = 120
"""How much longer than asked for a target may take until it is killed: to start, and to end what it is at."""
TIMEOUT_S = 20
"""How long one input may take, in seconds."""
MAX_BYTES = 4096
MAX_MB = 2048


def main() -> int:
    """Fuzz targets one after the other; return 1 where something broke."""
    if sys.argv[1:2] == [INSIDE]:
        return _fuzz(*sys.argv[2:])
    options = _options()
    if options.input:
        _target(options.targets[0])(Path(options.input).read_bytes())
        return 0
    return int(sum(_child(name, options) for name in options.targets) > 0)


def _options() -> argparse.Namespace:
    from fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("targets", nargs="*", default=list(TARGETS), metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target; default: 60")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "fuzz", help="default: build/fuzz")
    parser.add_argument("--input", help="run this one input, as it was kept")
    options = parser.parse_args()
    unknown = set(options.targets) - set(TARGETS)
    if unknown:
        parser.error(f"no such target: {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    return options


def _child(name: str, options: argparse.Namespace) -> bool:
    """Fuzz a target in a process of its own; return whether something broke."""
    from fuzz.targets import TARGETS

    known, broken = options.folder / name / "known", options.folder / name / "broken"
    for folder in (known, broken):
        folder.mkdir(parents=True, exist_ok=True)
    for place, data in enumerate(TARGETS[name].seeds()):
        (known / f"seed-{place}").write_bytes(data)
    limits = [
        f"-max_total_time={options.seconds}",
        f"-timeout={TIMEOUT_S}",
        f"-max_len={MAX_BYTES}",
        f"-rss_limit_mb={MAX_MB}",
    ]
    arguments = [*limits, "-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={broken}{os.sep}", str(known)]
    print(f"== {name}", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, __file__, INSIDE, name, *arguments]
        # The folder of the process goes with all that it leaves: a fuzzer ends without any cleaning up.
        try:
            done = subprocess.run(
                command, env={**os.environ, "TMPDIR": scratch, "SCRAPELINT_CACHE_DIR": f"{scratch}/cache"},
                check=False, timeout=options.seconds + SPARE_S,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            print(f"== {name} had not ended {SPARE_S} s after its time", flush=True)
            return True
    return done.returncode != 0


def _fuzz(name: str, *arguments: str) -> int:
    """Fuzz one target in this process, in which nothing may be imported that is to be watched."""
    import atheris

    with atheris.instrument_imports(include=["scrapelint", "scrapelint_rules"]):
        run = _target(name)
        for data in _seeds(name):
            run(data)  # imports what is imported only where it is used
    atheris.Setup([sys.argv[0], *arguments], run)
    atheris.Fuzz()
    return 0


def _target(name: str):
    from fuzz.targets import TARGETS

    return TARGETS[name].run


def _seeds(name: str) -> list[bytes]:
    from fuzz.targets import TARGETS

    return TARGETS[name].seeds()


if __name__ == "__main__":
    sys.path[0] = str(ROOT / "tests")
    sys.exit(main())
