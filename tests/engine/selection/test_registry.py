"""Which rules and packs are installed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from scrapelint.errors import PluginError
from scrapelint.selection import registry as module
from scrapelint.selection.entry_points import EntryPoint
from scrapelint.selection.registry import Registry, discover, rules_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Plugin = Callable[[str, dict[str, str]], None]

RULE = """
from scrapelint import Severity
from scrapelint.plugin import DocumentRule

class {name}(DocumentRule):
    \"\"\"A rule.\"\"\"
    code, name, severity = "{code}", "{slug}", Severity.INFO
"""
INIT = "import sys\nfrom scrapelint.selection.registry import rules_in\nRULES = rules_in(sys.modules[__name__])\n"


def rule(code: str, name: str = "Made") -> str:
    return RULE.format(code=code, name=name, slug=name.lower())


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plugin:
    """Return a function that writes a package and makes it one of the installed plugins, the only ones."""
    points: list[EntryPoint] = []
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(module, "entry_points", lambda _: points)

    def install(name: str, files: dict[str, str]) -> None:
        for path, content in {"__init__.py": INIT, **files}.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(content, encoding="utf-8")
        for loaded in [known for known in sys.modules if known.partition(".")[0] == name]:
            del sys.modules[loaded]
        points.append(EntryPoint(name, name))

    return install


class TestInstalled:
    def test_rules_stand_in_code_order(self, registry: Registry) -> None:
        assert list(registry.rules) == sorted(registry.rules)

    def test_rules_stand_under_their_code(self, registry: Registry) -> None:
        assert all(code == rule.code for code, rule in registry.rules.items())

    def test_built_in_rules_come_in_by_the_door_of_all_plugins(self, registry: Registry) -> None:
        assert registry.rules["CMT001"].__module__.startswith("scrapelint_rules.")

    def test_table_holds_all_packs(self, registry: Registry) -> None:
        assert registry.phrases().whole().languages().keys() == {path.stem for path in registry.pack_paths}


class TestDiscover:
    def test_rules_of_all_plugins_are_found(self, plugin: Plugin) -> None:
        plugin("plugin_one", {"a.py": rule("TSU002")})
        plugin("plugin_two", {"inner/__init__.py": "", "inner/b.py": rule("TSU001")})

        assert list(discover().rules) == ["TSU001", "TSU002"]

    def test_packs_beside_the_plugin_are_found(self, plugin: Plugin) -> None:
        plugin("plugin_packs", {"packs/b.toml": "", "packs/a.toml": "", "packs/notes.txt": ""})

        assert [path.name for path in discover().pack_paths] == ["a.toml", "b.toml"]

    @pytest.mark.parametrize(
        ("files", "message"),
        [
            pytest.param({"a.py": "1 / 0"}, "cannot import plugin_bad: ZeroDivisionError", id="fault"),
            pytest.param({"a.py": "import not_there"}, "cannot import plugin_bad: ModuleNotFoundError", id="missing"),
            pytest.param({"a.py": rule("T1")}, "Made has code 'T1'; three capitals", id="bad code"),
        ],
    )
    def test_broken_plugin_is_named(self, plugin: Plugin, files: dict[str, str], message: str) -> None:
        plugin("plugin_bad", files)

        with pytest.raises(PluginError) as raised:
            discover()

        assert str(raised.value).startswith('plugin "plugin_bad": ')
        assert message in str(raised.value)

    def test_code_of_two_plugins_names_both(self, plugin: Plugin) -> None:
        plugin("plugin_first", {"a.py": rule("TSU001")})
        plugin("plugin_second", {"a.py": rule("TSU001")})

        with pytest.raises(PluginError, match=r"plugin_second\.a\.Made and plugin_first\.a both have code TSU001"):
            discover()

    def test_code_that_a_plugin_has_twice_is_told(self, plugin: Plugin) -> None:
        plugin("plugin_twice", {"a.py": rule("TSU001"), "b.py": rule("TSU001", "Other")})

        with pytest.raises(PluginError, match="both have code TSU001"):
            discover()


class TestRulesIn:
    def test_rule_that_is_only_imported_is_not_one_of_the_module(self, plugin: Plugin) -> None:
        plugin("plugin_import", {"a.py": rule("TSU001"), "b.py": "from plugin_import.a import Made"})
        discover()

        assert [r.__module__ for r in rules_in(sys.modules["plugin_import"])] == ["plugin_import.a"]

    def test_base_class_without_a_code_is_no_rule(self, plugin: Plugin) -> None:
        plugin("plugin_base", {"a.py": "from scrapelint.plugin import DocumentRule\nclass Base(DocumentRule): pass"})

        assert not discover().rules
