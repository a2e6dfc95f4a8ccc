"""What all tests share: the installed rules, their phrases, and how hypothesis runs."""

from __future__ import annotations

import compileall
import os
import signal
from typing import TYPE_CHECKING

import pytest
from browser import browser as browser  # noqa: PLC0414  # a fixture of all tests
from browser import page as page  # noqa: PLC0414  # the same
from checkouts import copied
from hypothesis import HealthCheck, settings

import scrapelint
import scrapelint_rules
from scrapelint.article import Article
from scrapelint.config.values import Config
from scrapelint.engine.linter import Linter
from scrapelint.packs.files import compiled, load
from scrapelint.packs.table import PackedPhrases, packed
from scrapelint.rule import DocumentRule
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import select

if TYPE_CHECKING:
    from pathlib import Path

    from scrapelint.selection.registry import Registry

# Started in the background, as by `nohup` and some runners, tests would hand on that SIGINT is ignored.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

collect_ignore = ["example-plugin"]
"""A project of its own: `test_example_plugin.py` installs it and runs its tests."""

# A slow machine is no failure. In CI every run tries the same inputs, so that a red build is red again.
settings.register_profile("default", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

SLOW = ("spark", "ray", "hooks", "plugin", "cost")
"""Marks of what is slow by nature. It is marked `slow` too, which `pytest` alone leaves out; see CONTRIBUTING.md."""


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once, as pip does with what it installs, but not where the installation is editable.

    With PYTHONDONTWRITEBYTECODE, as in many containers, each of hundreds of processes would else do it again.
    """
    if not hasattr(config, "workerinput"):
        for package in (scrapelint, scrapelint_rules):
            compileall.compile_dir(package.__path__[0], quiet=2)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow."""
    for item in items:
        if any(item.get_closest_marker(name) for name in SLOW):
            item.add_marker("slow")


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This checkout, as pre-commit and services of CI fetch it."""
    return copied(tmp_path_factory.mktemp("source") / "scrapelint")


@pytest.fixture(scope="session")
def registry() -> Registry:
    """Every rule and pack that is installed."""
    return discover()


@pytest.fixture(scope="session")
def table(registry: Registry) -> PackedPhrases:
    """Return the phrases of all packs, compiled anew: a cache of earlier code would hide what changed."""
    return PackedPhrases(packed(compiled(map(load, registry.pack_paths))))


@pytest.fixture(scope="session")
def linter(registry: Registry, table: PackedPhrases) -> Linter:
    """Every stable rule, those that are off by default among them."""
    rules = select(Config(select=("ALL",)), registry)
    made = Linter([rule for rule in rules if isinstance(rule, DocumentRule)], table)
    made.check(Article("The ferries sail again. " * 2000))  # the automaton of all phrases is built only now
    return made
