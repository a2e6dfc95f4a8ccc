"""What readers, configurations and packs cost grows no faster than the files."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import pytest
from costs import is_linear

from scrapelint.config.loading import load, nearest_file
from scrapelint.errors import ScrapelintError
from scrapelint.packs import files as packs
from scrapelint.readers.files import input_of
from scrapelint.readers.reading import read
from scrapelint.readers.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.cost

STORY = "The council of Larn opened the bridge on Friday, and the mayor thanked all who had built it."
RECORD = json.dumps({"id": 1, "title": "Larn", "text": f"{STORY}\n\n{STORY}"})
TIMES = 300
"""How often the unit stands in the smallest file."""


@pytest.mark.parametrize(
    ("name", "start", "unit", "end"),
    [
        pytest.param("a.txt", "", f"{STORY}\n\n", "", id="text"),
        pytest.param("a.txt", "", "é\x00\n", "", id="binary"),
        pytest.param("a.md", "---\n", f"key: {STORY}\n", "---\n", id="front matter"),
        pytest.param("a.md", "---\n", "a" + " " * 90 + "\n", "---\n", id="front matter that is none"),
        pytest.param("a.md", "+++\n", "[[a.b]]\nc = 1\n", "+++\n", id="front matter in TOML"),
        pytest.param("a.jsonl", "", f"{RECORD}\n", "", id="lines"),
        pytest.param("a.jsonl", "", '{"text": \n', "", id="broken lines"),
        pytest.param("a.jsonl", "", "\n" * 90, "", id="blank lines"),
        pytest.param("a.json", "[", f"{RECORD},", f"{RECORD}]", id="array"),
        pytest.param("a.json", "[", '{"text": a},', f"{RECORD}]", id="array of broken records"),
        pytest.param("a.json", '{"text": "', '\\"[{ ' * 9, '"}', id="string"),
        pytest.param("a.json", "", f"{RECORD}\n", "", id="series"),
        pytest.param("a.csv", "id,text\n", f'1,"{STORY}\n{STORY} ""a"""\n', "", id="table"),
        pytest.param("a.csv", "id,text\n", f'1,"{STORY}\n', "", id="table of open quotes"),
        pytest.param("a.csv", "id,text\n", "," * 90, "", id="table of one row"),
        pytest.param("a.xml", "<doc><main>", f"<p>{STORY} <hi>a</hi> &amp; b</p>", "</main></doc>", id="paragraphs"),
        pytest.param("a.xml", "<doc><main><p>", "&#65; <hi>a</hi>", "</p></main></doc>", id="one paragraph"),
        pytest.param("a.xml", "<corpus>", f"<doc><main><p>{STORY}</p></main></doc>", "</corpus>", id="articles"),
        pytest.param("a.xml", "<doc><main>", "<![CDATA[", "", id="sections without end"),
    ],
)
def test_cost_of_reading_grows_with_the_file(tmp_path: Path, name: str, start: str, unit: str, end: str) -> None:
    def works(size: int) -> Callable[[], object]:
        path = tmp_path / f"{size}-{name}"
        path.write_text(start + unit * TIMES * size + end, encoding="utf-8")
        return lambda: list(read(input_of(str(path), name), Source(name)))

    assert is_linear(works)


@pytest.mark.parametrize(
    ("start", "unit", "end"),
    [
        pytest.param("", "# comment\n\n", "", id="comments"),
        pytest.param("select = [\n", '"CMT",\n', "]\n", id="selectors"),
        pytest.param("[per-file-ignores]\n", '"{n}/*" = ["CMT"]\n', "", id="globs"),
        pytest.param("", '[rules."{n}"]\n', "", id="tables"),
        pytest.param("select = ['", "a. [", "']", id="string"),
        pytest.param("", "a.", "b = 1", id="key"),
    ],
)
def test_cost_of_a_configuration_grows_with_the_file(tmp_path: Path, start: str, unit: str, end: str) -> None:
    def works(size: int) -> Callable[[], object]:
        path = tmp_path / f"{size}.toml"
        lines = (unit.replace("{n}", str(number)) for number in range(TIMES * size))
        path.write_text(start + "".join(lines) + end, encoding="utf-8")
        return partial(_quietly, load, str(path))

    assert is_linear(works)


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("\n" * 90, id="blank lines"),
        pytest.param(" \n" * 45, id="lines of spaces"),
        pytest.param("[\n" * 45, id="brackets"),
        pytest.param("[tool.ruff]\n\n" * 9, id="tables"),
    ],
)
def test_cost_of_the_project_of_others_grows_with_the_file(tmp_path: Path, unit: str) -> None:
    def works(size: int) -> Callable[[], object]:
        folder = tmp_path / str(size)
        folder.mkdir(exist_ok=True)
        (folder / "pyproject.toml").write_text(unit * (TIMES * size), encoding="utf-8")
        return partial(nearest_file, str(folder))

    assert is_linear(works)


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param("call the mayor of Larn {n}", id="phrases"),
        pytest.param("call {words} the mayor {words} {n}", id="placeholders"),
        pytest.param("call", id="one phrase"),
    ],
)
def test_cost_of_a_pack_grows_with_the_file(tmp_path: Path, phrase: str) -> None:
    head = (
        'concept = "a"\nsummary = "b"\n[[entries]]\nid = "x"\nwhere = "inside"\nmax_line_chars = 90\nphrases.en = [\n'
    )

    def works(size: int) -> Callable[[], object]:
        path = tmp_path / f"{size}.toml"
        lines = (f'"{phrase.replace("{n}", str(number))}",\n' for number in range(TIMES * size))
        path.write_text(head + "".join(lines) + "]\n", encoding="utf-8")
        return partial(_quietly, lambda: packs.compiled([packs.load(path)]))

    assert is_linear(works)


def _quietly(work: Callable[..., object], *arguments: object) -> None:
    """Do work that may find its file wrong."""
    with suppress(ScrapelintError):
        work(*arguments)
