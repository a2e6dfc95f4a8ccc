"""A plugin as a stranger writes it: built, installed beside this checkout, found and run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.plugin

PLUGIN = Path(__file__).parents[1] / "example-plugin"
CHECKOUT = Path(__file__).parents[2]
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "lint", "rules", "docs/reference/scrapelint.1")
"""What the wheel is built from; the rest of a checkout may be large."""

ARTICLE = "The harbour of Larn is open.\n\nWeather forecast for Larn\n\nMon 12° Tue 14° Wed 9°\n"
TIMEOUT_S = 120


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with this checkout and the plugin, both built into wheels and installed.

    Their dependencies are those of the Python that runs the tests.
    """
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(PLUGIN, folder / "example-plugin", ignore=shutil.ignore_patterns("__pycache__"))
    checkout = folder / "checkout"
    checkout.mkdir()
    for name in SOURCES:
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (CHECKOUT / name).is_dir() else shutil.copy
        copy(CHECKOUT / name, checkout / name)
    installed = folder / "site"
    subprocess.run(
        [
            sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check",
            "--no-warn-script-location", "--target", installed, checkout, folder / "example-plugin",
        ],
        check=True, timeout=TIMEOUT_S,
    )  # fmt: skip
    return installed


@pytest.fixture(scope="module")
def run(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return a function that runs a module of the installed folder."""
    cwd = tmp_path_factory.mktemp("cwd")
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1", "SCRAPELINT_CACHE_DIR": str(cwd / "cache")}

    def start(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *map(str, arguments)],
            cwd=cwd, env=environment, input=stdin, capture_output=True, text=True, check=False, timeout=TIMEOUT_S,
        )  # fmt: skip

    return start


def test_rules_of_the_plugin_are_listed_with_their_languages(run: Run) -> None:
    listed = json.loads(run("scrapelint.cli", "rules", "--isolated", "--output-format", "json").stdout)

    assert {r["name"]: r["languages"] for r in listed if r["family"] == "WEA"} == {
        "weather-widget": ["de", "en"],
        "temperature-row": ["any"],
    }


def test_rules_of_the_plugin_report(run: Run) -> None:
    done = run("scrapelint.cli", "check", "--isolated", "--output-format", "json-lines", "-", stdin=ARTICLE)

    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(f["code"], f["location"]["row"]) for f in found if f["code"].startswith("WEA")] == [
        ("WEA001", 3),
        ("WEA002", 5),
    ]


def test_findings_of_the_plugin_fail_the_run(run: Run) -> None:
    assert run("scrapelint.cli", "check", "--isolated", "--select", "WEA", "-", stdin=ARTICLE).returncode == 1


def test_setting_of_the_plugin_is_configured_like_any_other(run: Run) -> None:
    setting = "rules.temperature-row.min-temperatures = 4"

    done = run("scrapelint.cli", "check", "--isolated", "--config", setting, "--select", "WEA002", "-", stdin=ARTICLE)

    assert (done.returncode, done.stderr) == (0, "")


def test_rule_of_the_plugin_has_a_page(run: Run) -> None:
    assert "A line of temperatures" in run("scrapelint.cli", "rule", "WEA002").stdout


def test_tests_of_the_plugin_pass(run: Run) -> None:
    done = run("pytest", "-q", "-p", "no:cacheprovider", "--rootdir", PLUGIN, "-c", os.devnull, PLUGIN / "tests")

    assert done.returncode == 0, done.stdout
