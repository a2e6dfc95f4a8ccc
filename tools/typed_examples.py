"""Hold the Python of the manual, and the example plugin, to `mypy --strict`.

    python tools/typed_examples.py    exit status 1 where mypy has something to say; it names page and line

Each block of a page is checked alone, in a file with as many empty lines above it as the page has, so that the lines
that mypy names are those of the page. Blocks with a name are files of one folder and see one another.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = ROOT / "tests" / "example-plugin" / "src"
BLOCK = re.compile(r"^```python(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
UNTYPED = ("pandas", "polars", "duckdb", "datasets", "datatrove", "pyarrow", "IPython")


def main() -> int:
    """Check all; return mypy's exit status, or 1 where no page has any Python."""
    with TemporaryDirectory() as folder:
        written = [path for page in pages() for path in write(page, Path(folder))]
        print(f"{len(written)} examples of {len({path.parts[len(Path(folder).parts)] for path in written})} pages")
        return max(checked(Path(folder)), not written)


def pages() -> list[Path]:
    """Return the pages that people write; those of the rules are generated, and hold no Python."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def write(page: Path, folder: Path) -> Iterator[Path]:
    """Write the blocks of a page below a folder of its name; yield the files."""
    text = page.read_text(encoding="utf-8")
    for number, block in enumerate(BLOCK.finditer(text)):
        path = folder / page.stem / (block[1] or f"block_{number}.py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n" * text.count("\n", 0, block.start(2)) + block[2], encoding="utf-8")
        yield path


def checked(folder: Path) -> int:
    """Run mypy on each page's folder, and on the example plugin; print what it says."""
    lax = "".join(f"[mypy-{name}.*]\nignore_missing_imports = true\n" for name in UNTYPED)
    (folder / "mypy.ini").write_text(f"[mypy]\nstrict = true\n{lax}", encoding="utf-8")
    return max(_mypy(part, folder / "mypy.ini") for part in [*folder.iterdir(), PLUGIN] if part.is_dir())


def _mypy(part: Path, settings: Path) -> int:
    options = ["--config-file", str(settings), "--cache-dir", str(ROOT / ".mypy_cache")]
    return subprocess.run([sys.executable, "-m", "mypy", *options, "."], cwd=part, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
