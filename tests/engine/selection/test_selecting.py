"""Which rules a configuration selects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import pytest

from scrapelint.config.values import Config, Origin
from scrapelint.errors import ConfigError, PackError
from scrapelint.finding import Severity
from scrapelint.readers.faults import BrokenRecord
from scrapelint.rule import DocumentRule, Setting
from scrapelint.selection.registry import Registry
from scrapelint.selection.selecting import ignored_in, is_empty, select, with_packs, without_effect

if TYPE_CHECKING:
    from pathlib import Path


def rule(code: str, name: str, status: Literal["stable", "preview"] = "stable") -> type[DocumentRule]:
    class Made(DocumentRule):
        max_words = Setting(5, "words", minimum=1, maximum=9)
        min_share = Setting(0.5, "share")
        names: ClassVar[Setting[Any]] = Setting(("a",), "names")

    Made.code, Made.name, Made.severity, Made.status = code, name, Severity.WARNING, status
    return Made


RULES = [
    rule("CMT001", "comment-form"),
    rule("CMT002", "comment-labels"),
    rule("CMT010", "comment-new", "preview"),
    BrokenRecord,
    rule("NAV001", "breadcrumb"),
    rule("QUA001", "gopher-quality"),
]
REGISTRY = Registry({rule.code: rule for rule in RULES}, [])


def codes(**config: Any) -> list[str]:
    return [rule.code for rule in select(Config(**config), REGISTRY)]


class TestSelect:
    @pytest.mark.parametrize(
        ("config", "expected"),
        [
            pytest.param({}, "CMT001 CMT002 INP001 NAV001", id="default"),
            pytest.param({"select": ("CMT",)}, "CMT001 CMT002 INP001", id="family"),
            pytest.param({"select": ("cmt00",)}, "CMT001 CMT002 INP001", id="prefix in lower case"),
            pytest.param({"select": ("breadcrumb",)}, "INP001 NAV001", id="name"),
            pytest.param({"select": ("ALL",)}, "CMT001 CMT002 INP001 NAV001 QUA001", id="all"),
            pytest.param({"select": ()}, "INP001", id="none"),
            pytest.param({"extend_select": ("QUA",)}, "CMT001 CMT002 INP001 NAV001 QUA001", id="extended"),
            pytest.param({"ignore": ("CMT",)}, "INP001 NAV001", id="ignored family"),
            pytest.param({"ignore": ("INP",)}, "CMT001 CMT002 NAV001", id="ignored input rules"),
            pytest.param({"select": ("CMT",), "ignore": ("CMT001",)}, "CMT002 INP001", id="longer ignore wins"),
            pytest.param({"select": ("CMT001",), "ignore": ("CMT",)}, "CMT001 INP001", id="longer select wins"),
            pytest.param({"select": ("CMT",), "ignore": ("CMT",)}, "INP001", id="ignore wins a tie"),
            pytest.param({"ignore": ("comment-form",)}, "CMT002 INP001 NAV001", id="ignored name"),
            pytest.param({"preview": True, "select": ("CMT",)}, "CMT001 CMT002 CMT010 INP001", id="preview"),
            pytest.param({"select": ("CMT010",)}, "INP001", id="preview rule without preview"),
        ],
    )
    def test_codes_are(self, config: dict[str, Any], expected: str) -> None:
        assert " ".join(codes(**config)) == expected

    def test_preview_rule_named_without_preview_is_told(self) -> None:
        assert list(without_effect(Config(select=("CMT010", "CMT")), REGISTRY)) == ["CMT010"]

    @pytest.mark.parametrize(
        "config",
        [
            pytest.param(Config(select=("CMT",), ignore=("CMT",)), id="all that is selected"),
            pytest.param(Config(ignore=("ALL",)), id="all"),
            pytest.param(Config(select=("CMT001",), extend_ignore=("comment-form",)), id="by its other name"),
        ],
    )
    def test_nothing_is_left_where_all_that_is_selected_is_ignored(self, config: Config) -> None:
        assert is_empty(config, REGISTRY)

    @pytest.mark.parametrize("config", [Config(), Config(select=("CMT",), ignore=("CMT001",)), Config(select=("INP",))])
    def test_something_is_left_where_one_rule_is_or_faults_of_the_input_are_asked_for(self, config: Config) -> None:
        assert not is_empty(config, REGISTRY)

    def test_unknown_code_is_told_with_its_line(self) -> None:
        origin = Origin("scrapelint.toml", 'select = [\n  "CMT",\n  "coment-form",\n]')

        with pytest.raises(ConfigError) as raised:
            codes(select=("CMT", "coment-form"), origins=(origin,))

        assert str(raised.value) == 'scrapelint.toml:3: unknown rule "coment-form"; did you mean "comment-form"?'


class TestRuleTables:
    def test_severity_and_settings_are_taken_over(self) -> None:
        table = {"severity": "error", "max-words": 7, "min-share": 1, "names": ["b"]}

        first, *_ = select(Config(rules={"comment-form": table}), REGISTRY)

        assert first.severity is Severity.ERROR
        assert (first.max_words, first.min_share, first.names) == (7, 1.0, ("b",))  # type: ignore[attr-defined]

    @pytest.mark.parametrize(
        ("named", "table", "message"),
        [
            ("CMT001", {"severty": "info"}, 'CMT001 comment-form has no setting "severty"; did you mean "severity"?'),
            ("CMT001", {"severity": "fatal"}, 'unknown severity "fatal"; info, warning or error'),
            ("CMT001", {"max-words": 10}, "max-words has to be at most 9, not 10"),
            ("CMT001", {"max-words": 0}, "max-words has to be at least 1, not 0"),
            ("CMT001", {"max-words": True}, "max-words has to be a whole number, not True"),
            ("CMT001", {"names": "a"}, "names has to be a list of strings, not 'a'"),
            ("CMT009", {"severity": "info"}, 'unknown rule "CMT009"'),
            ("CMT", {"severity": "info"}, '"CMT" is no single rule'),
        ],
    )
    def test_wrong_table_is_told(self, named: str, table: dict[str, Any], message: str) -> None:
        with pytest.raises(ConfigError) as raised:
            select(Config(rules={named: table}), REGISTRY)

        assert message in str(raised.value)

    def test_place_is_the_line_of_the_key_in_its_own_table(self) -> None:
        text = "[rules.NAV001]\nmax-words = 3\n[rules.CMT001]\nmax-words = 99\n"
        config = Config(rules={"CMT001": {"max-words": 99}}, origins=(Origin("scrapelint.toml", text),))

        with pytest.raises(ConfigError, match=r"scrapelint\.toml:4: max-words"):
            select(config, REGISTRY)


@pytest.mark.parametrize(
    ("filename", "expected"), [("a/b.txt", {"CMT001", "CMT002", "CMT010"}), ("c.md", {"NAV001"}), ("d.txt", set())]
)
def test_rules_are_ignored_by_glob_of_file(filename: str, expected: set[str]) -> None:
    config = Config(per_file_ignores={"a/*": ("CMT",), "*.md": ("breadcrumb",)})

    assert ignored_in(filename, config, REGISTRY) == expected


PACK = """
concept = "{concept}"
code = "{code}"
name = "{name}"
summary = "A line that asks to call."
severity = "error"
[[entries]]
id = "call"
where = "line"
max_line_chars = 60
phrases.en = ["call the party line"]
"""


class TestUserPacks:
    def extended(self, folder: Path, *packs: str) -> Registry:
        paths = []
        for number, pack in enumerate(packs):
            (folder / f"{number}.toml").write_text(pack, encoding="utf-8")
            paths.append(str(folder / f"{number}.toml"))
        return with_packs(Config(packs=tuple(paths)), REGISTRY)

    def test_pack_with_a_code_is_a_rule(self, tmp_path: Path) -> None:
        registry = self.extended(tmp_path, PACK.format(concept="party", code="ACM001", name="party-line"))

        made = registry.rules["ACM001"]
        assert (made.name, made.severity, made.packs) == ("party-line", Severity.ERROR, ("party",))

    @pytest.mark.parametrize(
        ("second", "message"),
        [
            (("party", "ACM002", "other"), '1.toml: the concept "party" is already that of .*0.toml'),
            (("other", "ACM001", "other"), '1.toml: the code "ACM001" is already that of .*0.toml'),
            (("other", "ACM002", "party-line"), '1.toml: the name "party-line" is already that of .*0.toml'),
            (("other", "CMT001", "other"), '1.toml: the code "CMT001" is already that of CMT001 comment-form'),
        ],
    )
    def test_second_use_names_both(self, tmp_path: Path, second: tuple[str, str, str], message: str) -> None:
        first = PACK.format(concept="party", code="ACM001", name="party-line")
        concept, code, name = second

        with pytest.raises(PackError, match=message):
            self.extended(tmp_path, first, PACK.format(concept=concept, code=code, name=name))

    def test_pack_without_a_code_is_told_what_to_add(self, tmp_path: Path) -> None:
        with pytest.raises(PackError, match="needs `code` and `name`"):
            self.extended(tmp_path, PACK.format(concept="x", code="ACM001", name="x").replace('code = "ACM001"', ""))
