"""Configuration: where it is found, how it is joined, what is said when it is wrong."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from scrapelint.config import file
from scrapelint.config.loading import load, nearest_file
from scrapelint.config.values import Config
from scrapelint.errors import ConfigError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path, text: str, name: str = "scrapelint.toml") -> str:
    folder.mkdir(exist_ok=True, parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def complaint(text: str, name: str = "scrapelint.toml") -> str:
    with pytest.raises(ConfigError) as raised:
        load(written(Path(), text, name))
    return str(raised.value)


class TestNearestFile:
    def test_nearest_folder_wins(self, here: Path) -> None:
        written(here, "")
        inner = written(here / "a", "")

        assert nearest_file(str(here / "a" / "b")) == inner

    def test_own_file_wins_over_pyproject(self, here: Path) -> None:
        written(here, "[tool.scrapelint]\n", "pyproject.toml")
        own = written(here, "")

        assert nearest_file(".") == own

    def test_pyproject_without_a_table_is_passed_over(self, here: Path) -> None:
        outer = written(here, "")
        written(here / "a", "[tool.ruff]\n", "pyproject.toml")

        assert nearest_file("a") == outer

    def test_pyproject_with_only_a_table_below_counts(self, here: Path) -> None:
        path = written(here, "[tool.scrapelint.fields]\n", "pyproject.toml")

        assert nearest_file(".") == path


@pytest.mark.usefixtures("here")
class TestLoad:
    def test_nothing_configured_gives_the_defaults(self) -> None:
        assert load(None) == Config()

    def test_values_have_their_types(self) -> None:
        text = 'select = ["CMT"]\nfail-on = "error"\nmax-record-mb = 2\n'
        text += '[fields]\ntext = "corps"\n[per-file-ignores]\n"a/*" = ["CMT"]\n'

        config = load(written(Path(), text))

        assert (config.select, config.fail_on, config.max_record_mb) == (("CMT",), "error", 2.0)
        assert (config.fields, config.per_file_ignores) == ({"text": ("corps",)}, {"a/*": ("CMT",)})

    def test_later_wins_tables_are_joined_and_extensions_add_up(self) -> None:
        path = written(Path(), 'select = ["A"]\nextend-ignore = ["X"]\n[rules.CMT001]\nseverity = "info"\n')

        config = load(path, ['select = ["B"]', 'rules.CMT002.severity = "info"'], {"extend_ignore": ("Y",)})

        assert config.select == ("B",)
        assert config.extend_ignore == ("X", "Y")
        assert set(config.rules) == {"CMT001", "CMT002"}

    def test_pyproject_table_is_read(self) -> None:
        assert load(written(Path(), "[tool.scrapelint]\npreview = true\n", "pyproject.toml")).preview

    def test_packs_are_found_relative_to_the_file(self) -> None:
        pack = written(Path("conf/packs"), "", "a.toml")

        config = load(written(Path("conf"), 'packs = ["packs/*.toml"]'))

        assert [Path(path).resolve() for path in config.packs] == [Path(pack).resolve()]


@pytest.mark.usefixtures("here")
class TestComplaints:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('\nselct = ["A"]', 'scrapelint.toml:2: unknown key "selct"; did you mean "select"?'),
            (
                '# fail-on\nfail-on = "eror"',
                "scrapelint.toml:2: fail-on: has to be 'info', 'warning', 'error' or 'never', not 'eror'",
            ),
            ("preview = 1", "scrapelint.toml:1: preview: has to be true or false, not 1"),
            ('select = "NAV"', 'scrapelint.toml:1: select: has to be a list, as ["a", "b"], not \'NAV\''),
            ('jobs = "x"', "scrapelint.toml:1: jobs: has to be a whole number, not 'x'"),
            ("rules = 3", "scrapelint.toml:1: rules: has to be a table, not 3"),
            (
                "[tool.scrapelint]",
                'scrapelint.toml:1: unknown key "tool"; the keys of [tool.scrapelint] are written here without it',
            ),
            ("\n\njobs = 0", "scrapelint.toml:3: jobs: has to be greater than or equal to 1, not 0"),
            ("[fields]\ntitel = 'x'", 'scrapelint.toml:2: unknown field "titel"; did you mean "title"?'),
            ("packs = [\n  'nix/*.toml',\n]", 'scrapelint.toml:2: no pack matches "nix/*.toml"'),
        ],
    )
    def test_wrong_value_is_told_with_its_line(self, text: str, message: str) -> None:
        assert complaint(text) == message

    @pytest.mark.parametrize(
        ("line", "named"),
        [
            ('output-format = "sarif:../out.sarif"', "../out.sarif"),
            ('output-format = ["full", "json:/out.json"]', "/out.json"),
            ('packs = ["../*.toml"]', "inside/../*.toml"),
            ('packs = ["link/*.toml"]', "inside/link/*.toml"),
            ('packs = ["*/other.toml"]', "inside/link/other.toml"),
            ('packs = ["/**/*.toml"]', "/**/*.toml"),
            ('packs = ["a/*/../../../**"]', "inside/a/*/../../../**"),
        ],
    )
    def test_place_outside_of_the_folder_is_only_for_the_command_line(self, here: Path, line: str, named: str) -> None:
        written(here, "", "other.toml")
        config = written(here / "inside", f"preview = true\n{line}")
        (here / "inside/link").symlink_to(here)

        with pytest.raises(
            ConfigError, match=rf'inside/scrapelint\.toml:2: .*{re.escape(named)}" is outside of the folder'
        ):
            load(config)

    def test_command_line_may_name_any_place(self, here: Path) -> None:
        other = written(here, "", "other.toml")
        line = f"packs = ['{other}']"

        config = load(written(here / "inside", ""), [line, "output-format = 'json:../out.json'"])

        assert (config.packs, config.output_format) == ((other,), ("json:../out.json",))

    def test_search_for_packs_follows_no_link(self, here: Path) -> None:
        for folder in (here / "outside", here / "inside" / "a" / "b"):
            written(folder, "", "pack.toml")
        (here / "inside" / "link").symlink_to(here / "outside")

        config = load(written(here / "inside", 'packs = ["**/pack.toml"]'))

        assert [Path(path).relative_to(here / "inside") for path in config.packs] == [Path("a/b/pack.toml")]

    def test_pack_that_is_a_pipe_or_too_large_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        os.mkfifo("pipe.toml")
        written(Path(), "# much\n", "large.toml")
        monkeypatch.setattr(file, "MAX_PACK_BYTES", 5)

        assert complaint('packs = ["pipe.*"]').endswith('pipe.toml" is no file')
        assert 'large.toml" is larger than' in complaint('packs = ["large.*"]')

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            (f"a = {'[' * 3000}", "not valid TOML: nested too deeply"),
            (f"a = {'{b = ' * 3000}", "not valid TOML: nested too deeply"),
            (f"jobs = 1{'0' * 9000}", "not valid TOML: a number of too many digits"),
            (f"jobs = 1\n{'a.' * 50_000}b = 1", "not valid TOML: a key of more than 200 parts"),
            (f"""[{"'a' . " * 50_000}b]""", "not valid TOML: a key of more than 200 parts"),
            (r'a."\"".' + r'"\"" .' * 50_000 + "b = 1", "not valid TOML: a key of more than 200 parts"),
            (f"# {'x' * 1_000_000}", "cannot be read as configuration: larger than 1 MB"),
            (r'output-format = "json:a\u0000b"', "output-format: no file has a zero byte in its name"),
            (r'packs = ["a\u0000b"]', "packs: no file has a zero byte in its name"),
        ],
        ids=["brackets", "tables", "number", "key", "quoted key", "escapes in a key", "size", "output", "pack"],
    )
    def test_what_would_take_for_ever_is_told_at_once(self, text: str, problem: str) -> None:
        began = time.process_time()

        assert problem in complaint(text)
        assert time.process_time() - began < 2

    def test_keys_and_sentences_with_dots_are_read(self) -> None:
        text = f"rules.too-short.min-words = 5\n# {'a. ' * 150}\n"

        assert load(written(Path(), text)).rules == {"too-short": {"min-words": 5}}

    def test_wrong_toml_is_told_with_its_line(self) -> None:
        assert complaint("a = 1\nb = = 2").startswith("scrapelint.toml:2: not valid TOML: ")

    def test_line_in_pyproject_is_that_of_the_own_table(self) -> None:
        text = '[tool.ruff]\npreview = true\n[tool.scrapelint]\npreview = "yes"\n'

        assert complaint(text, "pyproject.toml").startswith("pyproject.toml:4: preview")

    def test_missing_file_is_told(self) -> None:
        with pytest.raises(ConfigError, match=r"nix\.toml: cannot be read as configuration"):
            load("nix.toml")

    def test_line_on_the_command_is_named_as_it_was_given(self) -> None:
        with pytest.raises(ConfigError, match="--config 'selct=1': unknown key"):
            load(None, ["selct=1"])


def test_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "scrapelint.toml"
    path.write_text('select = ["CMT"]\n', encoding="utf-8-sig")
    assert load(str(path)).select == ("CMT",)


def test_pyproject_whose_table_is_not_closed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.scrapelint\nselect = ["CMT"]\n', encoding="utf-8")
    assert nearest_file(str(tmp_path)) == str(path)
    with pytest.raises(ConfigError, match="not valid TOML"):
        load(str(path))
