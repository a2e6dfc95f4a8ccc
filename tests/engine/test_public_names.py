"""What users and rules may import."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import scrapelint
from scrapelint import plugin

ROOT = Path(str(importlib.util.find_spec("scrapelint_rules").origin)).parent  # type: ignore[union-attr]
FILES = sorted(ROOT.rglob("*.py"))
RULE_FILES = [path for path in FILES if path.parent != ROOT]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> list[tuple[str, str]]:
    """Return module and name of each import of a file, those inside functions too."""
    nodes = list(ast.walk(parsed(path)))
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    plain = [node for node in nodes if isinstance(node, ast.Import)]
    found = [(node.module or "", alias.name) for node in froms for alias in node.names]
    return found + [(alias.name, "") for node in plain for alias in node.names]


MODULES = pytest.mark.parametrize("module", [scrapelint, plugin], ids=["users", "writers of rules"])
DATES = {"Clock", "FoundDate", "find_dates", "names_no_date", "opens_byline", "read_age", "read_date", "weekdays_in"}
"""Loaded only where a text is asked for dates."""
FORMATS = {"Decoded", "Intake", "Part", "Piece", "Source", "TextFormat"}
"""Loaded only by a plugin that has a format."""
MAX_NAMES = 15
"""How many names a user has to choose from."""


@MODULES
def test_names_are_sorted_constants_then_classes_then_functions(module: ModuleType) -> None:
    assert module.__all__ == sorted(module.__all__, key=lambda n: (not n.isupper(), not n[0].isupper(), n))


@MODULES
def test_every_name_is_there(module: ModuleType) -> None:
    assert all(hasattr(module, name) for name in module.__all__)


@MODULES
def test_no_public_name_is_left_out(module: ModuleType) -> None:
    tools = {"annotations", "import_module", "TYPE_CHECKING"}
    there = {n for n, value in vars(module).items() if not n.startswith("_") and not isinstance(value, ModuleType)}

    assert there - tools == {name for name in module.__all__ if not name.startswith("_")} - DATES - FORMATS


def test_users_have_few_names() -> None:
    assert len(scrapelint.__all__) <= MAX_NAMES


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'find_data'"):
        _ = plugin.find_data  # type: ignore[attr-defined]


def test_reader_of_dates_is_loaded_only_when_a_text_is_asked_for_dates(tmp_path: Path) -> None:
    code = (
        "import sys, scrapelint; scrapelint.lint_text('Talks ended.');"
        "print([name for name in sys.modules if name.startswith('scrapelint.dates.')])"
    )

    assert subprocess.check_output([sys.executable, "-c", code], cwd=tmp_path, text=True) == "[]\n"


NAMES = [
    (module, name)
    for module in (scrapelint, plugin)
    for name in module.__all__
    if not name.isupper() and not name.startswith("_")
]


@pytest.mark.parametrize(("module", "name"), NAMES)
def test_name_says_what_it_is(module: ModuleType, name: str) -> None:
    assert (getattr(module, name).__doc__ or "").strip()


def test_rules_import_only_public_names() -> None:
    used = [
        (name_of(path), m, n) for path in RULE_FILES for m, n in imports(path) if m.partition(".")[0] == "scrapelint"
    ]

    assert [one for one in used if one[1] != "scrapelint.plugin" or one[2] not in plugin.__all__] == []


def test_rules_import_only_from_their_own_family() -> None:
    used = [
        (name_of(path), f"{m}.") for path in RULE_FILES for m, _ in imports(path) if m.startswith("scrapelint_rules")
    ]

    assert [one for one in used if not one[1].startswith(f"scrapelint_rules.{one[0].partition('/')[0]}.")] == []


def test_rules_import_no_heavy_module_before_they_need_it() -> None:
    used = [(name_of(path), name.partition(".")[0]) for path in RULE_FILES for name in imported_at_once(path)]

    assert [one for one in used if one[1] in {"langdetect", "pydantic", "rich", "re2"}] == []


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported_at_once(path: Path) -> set[str]:
    """Return the modules that a file imports when it is imported itself."""
    body = parsed(path).body
    plain = {alias.name for node in body if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in body if isinstance(node, ast.ImportFrom)}


class TestLintText:
    def test_default_rules_find_a_comment_form(self) -> None:
        found = scrapelint.lint_text("Talks ended on Friday.\n\nYour email address will not be published.")

        assert "CMT001" in {finding.code for finding in found}

    def test_fields_are_checked_too(self) -> None:
        found = scrapelint.lint_text("Talks ended on Friday.", {"title": "404 Not Found"})

        assert "title" in {finding.field for finding in found}

    def test_families_that_are_off_by_default_are_off(self) -> None:
        assert not [finding for finding in scrapelint.lint_text("# " * 50) if finding.code.startswith("QUA")]
