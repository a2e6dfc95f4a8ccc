"""The manual says what the program does: pages, samples and links.

In the manual, a block whose fence names a file (```` ```text talks.txt ````) is written under that name; a block
`console` that begins with `$ scrapelint` is run in the folder of these files, and prints what is shown. A line `…`
stands for any number of lines.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from command import scrapelint

from scrapelint.config.file import ConfigFile
from scrapelint.packs.files import Pack

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
MANUAL = sorted((ROOT / "docs").glob("*.md"))
PAGES = sorted((ROOT / "docs").glob("*/*.md"))
TOP = [path for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md") if (path := ROOT / name).is_file()]

FENCE = re.compile(r"^(`{3,})([^\n`]*)\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"""(?:\[[^\]\n]*\]\(|\ssrc(?:set)?=")([^)\s"]+)[)"]""")
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)
ANY_LINES = "…"
IN_SHELL = frozenset("|&;<>*?$`#~={}[]\\")
"""What a shell takes for something of its own."""
PLUGIN = "docs-0.dist-info"


class Block(NamedTuple):
    """A block of code in the manual."""

    language: str
    name: str
    text: str


def blocks(path: Path) -> list[Block]:
    """Return the blocks of a page, in order."""
    found = []
    for _, info, text in FENCE.findall(path.read_text(encoding="utf-8")):
        language, _, name = info.strip().partition(" ")
        found.append(Block(language, name.strip(), text))
    return found


def write(block: Block, folder: Path) -> None:
    """Write a named block; a `pyproject.toml` with entry points is as good as installed."""
    path = folder / block.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")
    if path.name == "pyproject.toml":
        groups = tomllib.loads(block.text).get("project", {}).get("entry-points", {})
        lines = [f"[{group}]\n{name} = {value}" for group, named in groups.items() for name, value in named.items()]
        (folder / PLUGIN).mkdir(exist_ok=True)
        (folder / PLUGIN / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")


def run(command: str, folder: Path) -> str:
    """Return what a command prints, standard error included; it runs as in a terminal that is piped."""
    if command.startswith("scrapelint ") and IN_SHELL.isdisjoint(command) and not (folder / PLUGIN).exists():
        return scrapelint(*shlex.split(command)[1:], cwd=folder, together=True).out
    given = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    path = os.pathsep.join([str(Path(sys.executable).parent), given.get("PATH", "")])
    done = subprocess.run(
        command, shell=True, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=120,
        env={**given, "PATH": path, "PYTHONPATH": str(folder), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    return done.stdout.decode()


def sessions(console: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a block, and the output that is shown for it."""
    for session in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, _, shown = session.partition("\n")
        yield command, shown


def expected(shown: str, printed: str) -> str:
    """Return the output that is shown, the lines that `…` stands for filled in from what was printed."""
    lines = (r"(?:.*\n)*" if line == ANY_LINES else re.escape(line) + r"\n" for line in shown.rstrip("\n").split("\n"))
    return printed if re.fullmatch("".join(lines), printed) else shown


def slug(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def prose(path: Path) -> str:
    """Return a page without its code."""
    return re.sub(r"`[^`\n]*`", "", FENCE.sub("", path.read_text(encoding="utf-8")))


def test_pages_of_rules_are_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "docs.py"), "--check"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", TOP, ids=lambda p: p.name)
def test_samples_on_the_corpus_are_what_the_program_prints(page: Path, tmp_path: Path) -> None:
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    for block in blocks(page):
        if block.language == "console" and block.text.startswith("$ scrapelint"):
            for command, shown in sessions(block.text):
                printed = run(command, tmp_path)
                assert printed == expected(shown, printed), command


@pytest.mark.parametrize("page", MANUAL, ids=lambda p: p.name)
def test_samples_are_what_the_program_prints(page: Path, tmp_path: Path) -> None:
    for block in blocks(page):
        if block.name:
            write(block, tmp_path)
        elif block.language == "console" and block.text.startswith("$ scrapelint"):
            for command, shown in sessions(block.text):
                printed = run(command, tmp_path)
                assert "Traceback" not in printed, f"{command}\n{printed}"
                assert not shown or printed == expected(shown, printed), command


@pytest.mark.parametrize("page", MANUAL, ids=lambda p: p.name)
def test_python_of_the_manual_runs(page: Path, tmp_path: Path) -> None:
    for number, block in enumerate(blocks(page)):
        if block.name:
            write(block, tmp_path)
        if block.language == "python" and "/" not in block.name:
            name = block.name or f"block_{number}.py"
            write(Block("python", name, block.text), tmp_path)
            module = "-m pytest -q -p no:cacheprovider " if name.startswith("test_") else ""
            printed = run(f'"{sys.executable}" {module}{name}', tmp_path)
            assert "Traceback" not in printed, f"{block.text}\n{printed}"
            assert "failed" not in printed, printed


def test_rules_of_your_own_work_where_the_whole_page_is_followed(tmp_path: Path) -> None:
    for block in blocks(ROOT / "docs" / "rules-of-your-own.md"):
        if block.name:
            write(block, tmp_path)

    listed = run("scrapelint rules --select ACM --ignore INP,ACC", tmp_path)
    tested = run(f'"{sys.executable}" -m pytest -q -p no:cacheprovider test_river_rules.py', tmp_path)

    assert [line.split()[0] for line in listed.splitlines()] == ["ACM002", "ACM003", "ACM004"]
    assert re.search(r"^\d+ passed in ", tested, re.MULTILINE), tested


@pytest.mark.parametrize("page", MANUAL, ids=lambda p: p.name)
def test_configuration_and_packs_of_the_manual_are_valid(page: Path) -> None:
    for block in blocks(page):
        if block.language != "toml":
            continue
        values = tomllib.loads(block.text)
        if "concept" in values:
            Pack.model_validate(values)
        elif "project" not in values:
            ConfigFile.model_validate(values.get("tool", {}).get("scrapelint", values))


@pytest.mark.parametrize("page", [*MANUAL, *PAGES, *TOP], ids=lambda p: str(p.relative_to(ROOT)))
def test_relative_links_resolve(page: Path) -> None:
    for target in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        linked = (page.parent / file).resolve() if file else page
        assert linked.exists(), f"{page.name}: {target}"
        if anchor:
            headings = HEADING.findall(FENCE.sub("", linked.read_text(encoding="utf-8")))
            assert anchor in map(slug, headings), f"{page.name}: {target}"


def test_first_steps_say_how_sure_their_sample_is() -> None:
    page = (ROOT / "docs" / "first-steps.md").read_text(encoding="utf-8")

    assert re.findall(r"of 100 such lines (\d+) are right", page) == re.findall(r"see-also/.*?, (\d+)% sure", page)


def test_table_of_gates_is_what_ci_runs_in_its_order() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    ran = re.findall(r"^\.venv/bin/(?!pip)(.+)$", script.partition("== the gates")[2], re.MULTILINE)
    table = section(ROOT / "CONTRIBUTING.md", "Gates")
    listed = re.findall(r"`([^`]+)`", "\n".join(re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE)))

    assert len(ran) > 10
    assert [gate for gate, command in zip(listed, ran, strict=False) if not command.startswith(gate)] == []
    assert listed[len(ran) :] == ["pytest", "pytest -m slow"]


def test_each_library_that_users_install_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    of_makers = {"docs", "test", "fuzz", "train", "peers", "lint"}
    extras = [
        name for extra, names in project["optional-dependencies"].items() if extra not in of_makers for name in names
    ]
    table = section(ROOT / "docs" / "design.md", "Libraries")

    wanted = {re.split(r"[\[<>=;]", name)[0] for name in (*project["dependencies"], *extras)} - {"scrapelint"}
    assert "jinja2" in wanted
    assert {name for name in wanted if f"`{name}" not in table} == set()


def section(page: Path, heading: str) -> str:
    """Return what stands below a heading of a page."""
    return page.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
