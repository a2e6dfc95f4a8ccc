"""The measuring of speed: ratios within one run, and a gate on them."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scrapelint import lint_text

sys.path.insert(0, str(Path(__file__).parents[2] / "tools" / "bench"))

import cases
from cases import Ratio
from made_texts import LANGUAGES, articles
from rounds import Cost, medians, of_command

if TYPE_CHECKING:
    from types import ModuleType

BENCH = Path(__file__).parents[2] / "tools" / "bench"


@pytest.fixture
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_main", BENCH / "__main__.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def gate(bench: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Return the exit status of the gate where a case comes to these values, one after the other."""

    def run(*values: float, bounds: dict[str, float], options: tuple[str, ...] = ("jobs",)) -> int:
        left = list(values)
        monkeypatch.setitem(cases.CASES, "jobs", lambda _, __: [Ratio("jobs 2", left.pop(0), "two / one")])
        (tmp_path / "bounds.json").write_text(json.dumps(bounds))
        monkeypatch.setattr(bench, "GATED", ("jobs",))
        monkeypatch.setattr(sys, "argv", ["bench", *options, "--gate", "--bounds", str(tmp_path / "bounds.json")])
        return bench.main()

    return run


def test_works_take_turns_and_the_median_counts() -> None:
    order: list[str] = []
    costs = {"a": [9, 1, 3], "b": [4, 4, 5]}

    def work(name: str) -> Cost:
        order.append(name)
        return Cost(costs[name].pop(0), 1)

    found = medians({name: lambda name=name: work(name) for name in costs}, 3)

    assert order == ["a", "b", "b", "a", "a", "b"]
    assert (found["a"].wall, found["b"].wall) == (3, 4)


def test_a_command_may_keep_what_python_compiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

    of_command([sys.executable, "-c", "import sys; sys.exit(2 * sys.dont_write_bytecode)"], tmp_path)

    with pytest.raises(RuntimeError):
        of_command([sys.executable, "-c", "import sys; sys.exit(2)"], tmp_path)


def test_gate_holds_below_the_bound(gate: object) -> None:
    assert gate(1.4, bounds={"jobs 2": 1.5}) == 0


def test_gate_measures_once_more_before_it_fails(gate: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate(3.0, 1.4, bounds={"jobs 2": 1.5}) == 0
    assert gate(3.0, 2.5, bounds={"jobs 2": 1.5}) == 1
    assert "jobs 2: 2.50, at most 1.5\n" in capsys.readouterr().out


def test_bound_of_what_is_not_measured_fails(gate: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate(1.0, bounds={"jobs 2": 1.5, "jobs 3": 1.5}, options=()) == 1
    assert "jobs 3: has a bound, and was not measured\n" in capsys.readouterr().out


def test_command_prints_and_writes_figures(tmp_path: Path) -> None:
    command = [sys.executable, str(BENCH), "start-up", "--rounds", "1", "--json", str(tmp_path / "ratios.json")]

    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    ratios = json.loads((tmp_path / "ratios.json").read_text())
    assert [line.split()[0] for line in out.splitlines()] == list(ratios) == ["start", "hook"]
    assert 0 < ratios["start"] < ratios["hook"]


def test_texts_are_made_the_same_each_time_and_read_as_their_language() -> None:
    made = list(articles(len(LANGUAGES), 3000))

    assert made == list(articles(len(LANGUAGES), 3000))
    assert [article.language for article in made] == ["en", "de", "fr", "ru", "ja", "ar"]
    assert all(2900 < len(article.text.encode()) < 4500 for article in made)
    assert {finding.code for finding in lint_text(made[0].text)} & {"CMT001", "NAV004", "PRO001", "PRO005", "NAV002"}
