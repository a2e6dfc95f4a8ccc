"""The command, as users and other programs run it."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from command import ARTICLE, FORM, found, json_lines, scrapelint
from terminal import Screen

from scrapelint.cli import main
from scrapelint.commands.shared.parsing import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

RECORD = json.dumps({"id": "x", "text": ARTICLE}) + "\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "clean.txt").write_text("Talks ended on Friday.\n", encoding="utf-8")
    return tmp_path


class TestStatus:
    def test_clean_is_0(self, here: Path) -> None:
        assert found("clean.txt", cwd=here) == (0, "", "")

    @pytest.mark.parametrize("options", [["--select", "CMT", "--ignore", "CMT"], ["--ignore", "ALL"]])
    def test_a_run_without_a_rule_is_0_and_says_so(self, here: Path, options: list[str]) -> None:
        ran = scrapelint("a.txt", "--quiet", *options, cwd=here)

        assert (ran.status, ran.out) == (0, "")
        assert ran.err == "scrapelint: no rule is left to run: every rule that is selected is ignored, too\n"

    def test_findings_are_1(self, here: Path) -> None:
        ran = found("a.txt", cwd=here)

        assert (ran.status, ran.codes, ran.err) == (1, ["CMT001"], "")

    @pytest.mark.parametrize(
        ("options", "status"), [(["--exit-zero"], 0), (["--fail-on", "never"], 0), (["--fail-on", "error"], 1)]
    )
    def test_status_follows_the_options(self, here: Path, options: list[str], status: int) -> None:
        assert found(*options, "a.txt", cwd=here).status == status

    def test_finding_below_fail_on_is_0(self, here: Path) -> None:
        ran = found("a.txt", "--config", 'rules.CMT001.severity = "info"', cwd=here)

        assert (ran.status, ran.findings[0]["severity"]) == (0, "info")

    def test_closed_pipe_ends_quietly(self, here: Path) -> None:
        (here / "many.jsonl").write_text(RECORD * 3000, encoding="utf-8")
        command = f"{sys.executable} -m scrapelint.cli many.jsonl --output-format concise | head -1"

        done = subprocess.run(command, shell=True, cwd=here, capture_output=True, text=True, check=False)

        assert done.stdout.count("\n") == 1
        assert done.stderr == ""

    @pytest.mark.parametrize(
        ("output", "named"),
        [("concise", "input or output"), ("concise:/dev/full", "/dev/full: cannot be written")],
    )
    def test_full_disk_is_told_in_a_line(self, here: Path, output: str, named: str) -> None:
        command = f"{sys.executable} -m scrapelint a.txt --output-format {output} > /dev/full"

        done = subprocess.run(command, shell=True, cwd=here, capture_output=True, text=True, check=False)

        assert (done.returncode, done.stderr) == (2, f"scrapelint: {named}: no space left on device\n")

    def test_interrupt_ends_quietly_with_130(self, here: Path) -> None:
        command = [sys.executable, "-m", "scrapelint.cli", "check", "-", "--output-format", "json-lines"]
        with subprocess.Popen(
            command, cwd=here, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdin
            assert process.stdout
            process.stdin.write(RECORD.encode())
            process.stdin.flush()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(2)
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 130
            assert process.stderr
            assert process.stderr.read() == b""


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--selct", "X"], 'unknown option "--selct"; did you mean "--select"?'),
            (["check", "--output-format", "jsonl"], 'unknown value "jsonl"; did you mean "json'),
            (["chekc"], 'chekc: no such file or command; did you mean "check"?'),
            (
                ["--select", "coment-form", "a.txt"],
                '--select: unknown rule "coment-form"; did you mean "comment-form"?',
            ),
            (["--ignore", "XYZ", "a.txt"], '--ignore: unknown rule "XYZ"'),
            (["--versoin"], 'unknown option "--versoin"; did you mean "--version"?'),
            (["schema", "foo"], 'scrapelint: unknown value "foo"; there are findings, pack, config'),
            (["show", "a.txt", "b.txt"], '"b.txt" is one too many'),
            (["--jobs", "none", "a.txt"], '"none" is no number of processes from 1 to 1024'),
            (["--jobs", "1025", "a.txt"], '"1025" is no number of processes from 1 to 1024'),
            (["report", "--report-articles", "-1", "a.txt"], '"-1" is no number of articles, 0 or more'),
            (["compare", "--examples", "²", "a.txt", "a.txt"], '"²" is no number of articles, 0 or more'),
            (["--max-findings-per-rule", "9" * 5000, "a.txt"], '9" is no number of findings, 0 or more'),
            (["--config", "nix.toml", "a.txt"], "nix.toml: cannot be read as configuration"),
            (["--config", "selct = 1", "a.txt"], 'unknown key "selct"; did you mean "select"?'),
            (["--config", 'rules.CMT001.maxwords = "x"', "a.txt"], 'has no setting "maxwords"'),
            (["rule", "weather"], 'unknown rule "weather"; `scrapelint rules` lists all'),
            (["rule", "CMT1000"], 'unknown rule "CMT1000"; did you mean "CMT'),
            (["rule", "nav"], '"nav" is a family: `scrapelint rules --select NAV` lists its rules'),
            (["explain", "a.txt"], "give the row too, as a.txt:12"),
            (["new-rule", "CMT001", "party-line"], "CMT001 party-line is taken by CMT001 comment-form"),
            (["new-rule", "ACM001", "comment-form"], "ACM001 comment-form is taken by CMT001 comment-form"),
            (["-o", "nix/out.json", "a.txt"], "nix/out.json: cannot be written"),
            (["--by", "rule", "--output-format", "json", "a.txt"], "--by counts articles, json lists findings: take"),
            (["--statistics", "--output-format", "json", "a.txt"], "--statistics is one format, json another"),
            (["--show-fixes", "a.txt"], "--show-fixes is for mending: give --fix, --fix-only or --diff, too"),
            (["--max-removed", ".2", "a.txt"], "--max-removed is for mending: give --fix"),
            (["--exit-non-zero-on-fix", "a.txt"], "--exit-non-zero-on-fix is for mending: give --fix"),
            (["--report-articles", "3", "a.txt"], "--report-articles is for a page: add --output-format html:FILE"),
            (["--per-file-ignores", "*.txt:", "a.txt"], '"*.txt:" has to be GLOB:CODE, as letters/*:CMT,NAV'),
            (
                ["--output-format", "json", "--output-format", "sarif", "a.txt"],
                "json and sarif both go to standard output: give one a file, as sarif:FILE",
            ),
            (
                ["--output-format", "json:out", "--output-format", "sarif:./out", "a.txt"],
                "json and sarif both go to ./out: give each a file of its own",
            ),
        ],
    )
    def test_mistake_is_2_and_says_what_was_meant(self, here: Path, arguments: list[str], message: str) -> None:
        ran = scrapelint(*arguments, cwd=here)

        assert (ran.status, ran.out) == (2, "")
        assert message in ran.err
        assert ran.err.count("\n") == 1

    def test_wrong_configuration_file_says_file_and_line(self, here: Path) -> None:
        (here / "scrapelint.toml").write_text('preview = true\nignore = ["CMT001", "cookie-wal"]\n', encoding="utf-8")

        ran = scrapelint("a.txt", cwd=here)

        assert ran.status == 2
        assert ran.err.startswith('scrapelint: scrapelint.toml:2: unknown rule "cookie-wal"; did you mean')

    def test_version_and_help(self, here: Path) -> None:
        assert scrapelint("--version", cwd=here).out.startswith("scrapelint ")
        assert "new-rule" in scrapelint(cwd=here).out
        assert "--stdin-filename" in scrapelint("check", "--help", cwd=here).out

    @pytest.mark.parametrize("command", [name for name in COMMANDS if name != "check"])
    def test_usage_is_one_line_with_what_has_to_be_given(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")

        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])

        usage, blank, *_ = capsys.readouterr().out.splitlines()
        assert (ended.value.code, blank) == (0, "")
        assert usage.startswith(f"usage: scrapelint {command} [options]")
        assert (" -o OUT IN" in usage) == (command == "clean")


class TestBadInput:
    """Each is told once, with its place; the rest is linted all the same."""

    def test_missing_file(self, here: Path) -> None:
        ran = found("cleen.txt", "a.txt", cwd=here)

        assert (ran.status, ran.codes) == (2, ["CMT001"])
        assert ran.err == 'scrapelint: cleen.txt: no such file; did you mean "clean.txt"?\n'

    def test_mistyped_path_is_suggested_with_its_folder_where_a_name_is_near(self, here: Path) -> None:
        (here / "in").mkdir()
        (here / "in" / "good.txt").touch()

        ran = scrapelint("check", "in/god.txt", "in/nope.txt", cwd=here)

        assert ran.err == (
            'scrapelint: in/god.txt: no such file; did you mean "in/good.txt"?\nscrapelint: in/nope.txt: no such file\n'
        )

    def test_folder_without_articles(self, here: Path) -> None:
        (here / "empty").mkdir()

        ran = found("empty", "a.txt", cwd=here)

        assert (ran.status, ran.codes) == (2, ["CMT001"])
        assert ran.err.startswith("scrapelint: empty: no articles in this folder")

    def test_empty_text_file_is_an_empty_article(self, here: Path) -> None:
        (here / "empty.txt").write_text("", encoding="utf-8")

        ran = found("empty.txt", "a.txt", "--select", "SEG006", cwd=here)

        assert next(f["filename"] for f in ran.findings if f["code"] == "SEG006") == "empty.txt"

    def test_empty_json_lines_file_is_told(self, here: Path) -> None:
        (here / "empty.jsonl").write_text("\n", encoding="utf-8")

        ran = found("empty.jsonl", "a.txt", cwd=here)

        assert (ran.status, ran.codes) == (1, ["CMT001"])
        assert ran.err == "scrapelint: empty.jsonl: no records in this file\n"

    @pytest.mark.parametrize(
        ("name", "content", "code", "place"),
        [
            pytest.param("b.txt", b"\x89PNG\0\0", "INP003", (1, 1), id="binary file"),
            pytest.param("b.jsonl", b'{"text": "One."}\n{"text": One}\n', "INP001", (2, 10), id="broken JSON"),
            pytest.param("b.jsonl", b'\n{"headline": "One."}\n', "INP004", (2, 1), id="record without text"),
            pytest.param("b.txt", b"One.\nCaf\xe9.\n", "INP002", (2, 4), id="invalid UTF-8"),
            pytest.param("b.txt.gz", b"\x1f\x8b\x08\0\0\0", "INP003", (1, 1), id="gz cut short"),
        ],
    )
    def test_fault_is_a_finding_with_its_place(
        self, here: Path, name: str, content: bytes, code: str, place: tuple[int, int]
    ) -> None:
        (here / name).write_bytes(content)

        ran = found(name, "a.txt", cwd=here)

        fault = ran.findings[0]
        assert (ran.status, ran.codes, ran.err) == (1, [code, "CMT001"], "")
        assert (fault["location"]["row"], fault["location"]["column"]) == place

    @pytest.mark.parametrize(
        ("encoding", "text"),
        [
            (
                "cp1251",
                "Совет города закрыл старый мост до весны. В двух опорах нашли трещины, а ремонт займёт пять месяцев.",
            ),
            (
                "cp1253",
                "Το συμβούλιο έκλεισε την παλιά γέφυρα μέχρι την άνοιξη. Βρέθηκαν ρωγμές, και οι εργασίες αρχίζουν τώρα.",
            ),
            ("cp1255", "המועצה סגרה את הגשר הישן עד האביב. נמצאו סדקים בשני עמודים, והעבודות יימשכו חמישה חודשים."),
        ],
    )
    def test_file_in_another_encoding_is_told_once(self, here: Path, encoding: str, text: str) -> None:
        (here / "b.txt").write_bytes("\n\n".join([text] * 4).encode(encoding))

        ran = scrapelint(
            "check", "--isolated", "--select", "ENC,SEG006,INP", "--output-format=json-lines", "b.txt", cwd=here
        )

        assert ran.codes == ["INP002"]

    def test_letters_that_were_lost_before_are_told_beside_bytes_that_cannot_be_read(self, here: Path) -> None:
        (here / "b.txt").write_bytes("Der B\ufffdrgermeister ging.\n\nDas Caf".encode() + b"\xe9 schloss.\n")

        ran = scrapelint(
            "check", "--isolated", "--select", "ENC002,INP", "--output-format=json-lines", "b.txt", cwd=here
        )

        assert ran.codes == ["ENC002", "INP002"]

    def test_line_of_200_mb_is_skipped_in_little_memory(self, here: Path) -> None:
        with (here / "b.jsonl").open("wb") as file:
            file.write(RECORD.encode())
            file.write(b'{"text": "')
            for _ in range(200):
                file.write(b"x" * 1_000_000)
            file.write(b'"}\n' + RECORD.encode())

        ran = found("b.jsonl", "--config", "max-record-mb = 1", cwd=here)

        assert ran.codes == ["CMT001", "INP005", "CMT001"]
        assert [f["record"] for f in ran.findings] == [1, 2, 3]

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_file_without_permission(self, here: Path) -> None:
        (here / "b.txt").touch(mode=0)

        assert found("b.txt", "a.txt", cwd=here).codes == ["INP003", "CMT001"]

    def test_fault_can_be_ignored(self, here: Path) -> None:
        (here / "b.txt").write_bytes(b"\0")

        assert found("b.txt", "--ignore", "INP003", cwd=here) == (0, "", "")


class TestCheck:
    def test_is_the_default_command(self, here: Path) -> None:
        assert scrapelint("--select", "CMT", ".", "--output-format", "concise", cwd=here).out.startswith(
            "a.txt:3:1: error CMT001 "
        )

    def test_reads_standard_input_as_its_name_says(self, here: Path) -> None:
        ran = found("-", "--stdin-filename", "x.jsonl", cwd=here, stdin=RECORD.encode())

        assert [(f["filename"], f["record"], f["id"]) for f in ran.findings] == [("x.jsonl", 1, "x")]

    def test_output_file_gets_the_findings(self, here: Path) -> None:
        ran = found("a.txt", "-o", "out.jsonl", cwd=here)

        assert (ran.status, ran.out) == (1, "")
        assert "CMT001" in (here / "out.jsonl").read_text(encoding="utf-8")

    def test_several_formats_go_where_they_are_told(self, here: Path) -> None:
        ran = found("a.txt", "--output-format", "concise", "--output-format", "json:out.json", cwd=here)

        assert ran.status == 2  # json-lines and concise

        ran = scrapelint("a.txt", "--output-format", "concise", "--output-format", "json:out.json", cwd=here)

        assert ran.out.startswith("a.txt:")
        assert json.loads((here / "out.json").read_text(encoding="utf-8"))

    def test_what_the_run_writes_is_no_article(self, here: Path) -> None:
        for _ in range(2):
            ran = found(".", "--output-format", "json:out.json", cwd=here)

            assert [f["filename"] for f in ran.findings] == ["a.txt"]

    def test_formats_may_be_configured(self, here: Path) -> None:
        (here / "scrapelint.toml").write_text('output-format = ["concise", "sarif:out.sarif"]', encoding="utf-8")

        assert scrapelint("a.txt", cwd=here).out.startswith("a.txt:")
        assert "CMT001" in (here / "out.sarif").read_text(encoding="utf-8")

    def test_excluded_file_that_is_named_is_read_unless_told(self, here: Path) -> None:
        options = ("--exclude", "a.*", "a.txt")

        assert found(*options, cwd=here).codes == ["CMT001"]
        assert found("--force-exclude", *options, cwd=here) == (0, "", "")

    def test_silent_prints_nothing(self, here: Path) -> None:
        assert scrapelint("-s", "a.txt", cwd=here) == (1, "", "")

    def test_profile_is_a_table_beside_the_report(self, here: Path) -> None:
        plain = scrapelint("--output-format", "json", "a.txt", cwd=here)
        profiled = scrapelint("--output-format", "json", "--profile", "--jobs", "2", "a.txt", cwd=here)
        assert profiled.out == plain.out
        head, *parts, total = profiled.err.splitlines()
        assert head.split() == ["share", "ms", "µs/article"]
        assert any(part.endswith("CMT001  comment-form") for part in parts)
        assert total.endswith("all, for 1 article")
        assert max(map(len, profiled.err.splitlines())) <= 80

    def test_profile_is_for_checks_alone(self, here: Path) -> None:
        result = scrapelint("--profile", "--fix", "a.txt", cwd=here)
        assert result.status == 2
        assert "--profile is for checks alone" in result.err

    def test_quiet_leaves_out_the_summary(self, here: Path) -> None:
        assert "Found" not in scrapelint("-q", "a.txt", cwd=here).out

    def test_addresses_count_the_front_matter(self, here: Path) -> None:
        (here / "a.md").write_text(f"---\ntitle: T\n---\n{FORM}\n", encoding="utf-8")

        (finding,) = found("a.md", cwd=here).findings

        assert finding["location"] == {"row": 4, "column": 1, "offset": 17}

    def test_nearest_configuration_rules_each_file(self, here: Path) -> None:
        (here / "sub").mkdir()
        (here / "sub" / "a.txt").write_text(ARTICLE, encoding="utf-8")
        (here / "sub" / "scrapelint.toml").write_text('ignore = ["CMT001"]', encoding="utf-8")

        ran = scrapelint("--select", "CMT001", "--output-format", "json-lines", "a.txt", "sub/a.txt", cwd=here)

        assert [f["filename"] for f in ran.findings] == ["a.txt"]

    def test_per_file_ignores_by_option(self, here: Path) -> None:
        assert found("a.txt", "--per-file-ignores", "a.*:CMT", cwd=here).codes == []

    def test_user_pack_runs_without_python(self, here: Path) -> None:
        scrapelint("new-rule", "ACM001", "party-line", "--pack", cwd=here)
        (here / "scrapelint.toml").write_text('packs = ["*-line.toml"]', encoding="utf-8")
        (here / "b.txt").write_text("Talks ended.\n\nCall the party line!\n", encoding="utf-8")

        ran = scrapelint("b.txt", "--select", "ACM", "--output-format", "json-lines", cwd=here)

        assert [(f["code"], f["location"]["row"]) for f in ran.findings] == [("ACM001", 3)]

    def test_show_files_and_settings(self, here: Path) -> None:
        assert scrapelint("--show-files", cwd=here).out.split() == ["a.txt", "clean.txt"]
        assert "CMT001 comment-form: error" in scrapelint("--show-settings", cwd=here).out

    def test_machine_formats_import_nothing_they_do_not_use(self, here: Path) -> None:
        program = (
            "import sys\nfrom scrapelint.cli import main\n"
            "main(['a.txt', '--output-format', 'json'])\n"
            "heavy = {'rich', 'langdetect', 'pyarrow', 'duckdb', 'pydantic', 'compression.zstd', 'backports.zstd', 'subprocess', 'inspect', 'importlib.metadata'}\n"
            "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
        )

        done = subprocess.run([sys.executable, "-c", program], cwd=here, capture_output=True, text=True, check=False)

        assert done.stderr == ""


class TestOtherCommands:
    def test_rules_lists_what_is_installed(self, here: Path) -> None:
        rules = json.loads(scrapelint("rules", "--isolated", "--output-format", "json", cwd=here).out)

        assert [rule["code"] for rule in rules] == sorted(rule["code"] for rule in rules)
        form = next(rule for rule in rules if rule["code"] == "CMT001")
        assert {
            "name": "comment-form",
            "family": "CMT",
            "severity": "error",
            "fix": "safe",
            "status": "stable",
        }.items() <= form.items()
        assert {"en", "ja"} <= set(form["languages"])

    def test_rules_say_what_share_of_native_articles_they_flag(self, here: Path) -> None:
        rules = json.loads(scrapelint("rules", "--isolated", "--output-format", "json", cwd=here).out)
        shares = {rule["code"]: rule["native_share"] for rule in rules}

        assert all(0 <= share <= 0.01 for code, share in shares.items() if code.startswith(("MTX", "LNG")))
        assert shares["CMT001"] is None
        listed = scrapelint("rules", "--select", "MTX005,MTX001", cwd=here).out
        assert "1.0% of the native articles" in listed
        assert listed.count("native articles") == 1

    def test_rules_can_be_selected(self, here: Path) -> None:
        assert "NAV001" not in scrapelint("rules", "--select", "CMT", cwd=here).out

    def test_rule_prints_its_page(self, here: Path) -> None:
        out = scrapelint("rule", "comment-form", cwd=here).out

        assert out.startswith("# comment-form (CMT001)")
        assert "## Not reported" in out

    def test_every_rule_has_a_page(self, here: Path) -> None:
        assert scrapelint("rule", "--all", cwd=here).status == 0

    @pytest.mark.parametrize("arguments", [["rules", "--select", "CMT,QUA"], ["rule", "CMT001"]])
    def test_page_is_no_wider_than_the_terminal(
        self, here: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
    ) -> None:
        monkeypatch.chdir(here)
        monkeypatch.setattr("sys.stdout", screen := Screen())
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setenv("NO_COLOR", "1")

        assert main([*arguments, "--isolated"]) == 0

        assert "A sentence of the form" in screen.getvalue()
        assert max(map(len, screen.getvalue().splitlines())) <= 80
        assert not any(line.startswith(("#", "```")) for line in screen.getvalue().splitlines())

    def test_finding_is_explained_by_place(self, here: Path) -> None:
        out = scrapelint("explain", "a.txt:3", "--select", "CMT001", cwd=here).out

        assert "is a phrase of comment-form/notice (en)" in out

    def test_finding_is_explained_by_fingerprint(self, here: Path) -> None:
        fingerprint = found("a.txt", cwd=here).findings[0]["fingerprint"]

        assert "CMT001" in scrapelint("explain", fingerprint, ".", cwd=here).out

    def test_finding_is_explained_only_by_a_column_within_it(self, here: Path) -> None:
        (here / "b.txt").write_text(f"Talks ended on Friday.\n\n   {FORM}\n", encoding="utf-8")

        inside, before = (scrapelint("explain", f"b.txt:3:{n}", "--select", "CMT001", cwd=here) for n in (5, 2))

        assert "CMT001" in inside.out
        assert (before.status, before.out) == (2, "")

    def test_place_without_a_finding_is_told(self, here: Path) -> None:
        told = "no finding there; `scrapelint check` lists the places with one"

        ran = scrapelint("explain", "clean.txt:1", "--select", "CMT", cwd=here)

        assert (ran.status, ran.err) == (2, f"scrapelint: clean.txt:1: {told}\n")

    @pytest.mark.parametrize("of", ["findings", "pack", "config"])
    def test_schema_is_valid(self, here: Path, of: str) -> None:
        jsonschema = pytest.importorskip("jsonschema")

        jsonschema.Draft202012Validator.check_schema(json.loads(scrapelint("schema", of, cwd=here).out))

    def test_new_rule_passes_its_examples(self, here: Path) -> None:
        scrapelint("new-rule", "ACM001", "party-line", cwd=here)

        done = subprocess.run([sys.executable, "party_line.py"], cwd=here, capture_output=True, text=True, check=False)

        assert done.stderr == ""
        assert done.stdout.count("passes") == 6

    def test_new_pack_passes_its_examples(self, here: Path) -> None:
        scrapelint("new-rule", "ACM001", "party-line", "--pack", cwd=here)

        ran = scrapelint("rules", "--check-packs", "--config", 'packs = ["party-line.toml"]', cwd=here)

        assert (ran.status, ran.out) == (0, "All examples of 1 pack are right.\n")

    def test_pack_example_that_fails_is_told(self, here: Path) -> None:
        scrapelint("new-rule", "ACM001", "party-line", "--pack", cwd=here)
        path = here / "party-line.toml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("Call the party line!", "Call nobody!"), encoding="utf-8"
        )

        ran = scrapelint("rules", "--check-packs", "--config", 'packs = ["party-line.toml"]', cwd=here)

        assert ran.status == 1
        assert "Call nobody!" in ran.out

    def test_new_rule_never_overwrites(self, here: Path) -> None:
        (here / "party_line.py").write_text("mine", encoding="utf-8")

        ran = scrapelint("new-rule", "ACM001", "party-line", cwd=here)

        assert (ran.status, (here / "party_line.py").read_text(encoding="utf-8")) == (2, "mine")


def test_scores_are_an_object_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"url": "https://www.larn.example/1", "text": "Talks ended."}\n{', "utf-8")
    ran = scrapelint("--isolated", "--output-format", "scores", "a.txt", "b.jsonl", cwd=tmp_path)
    dirty, short = ran.findings

    assert ran.status == 1
    assert (dirty["id"], dirty["site"], short["site"]) == ("a.txt", None, "larn.example")
    assert 0 < dirty["score"] < short["score"] < 1
    assert dirty["residue_share"] > 0 == short["residue_share"]
    assert dirty["errors"] == 1, "a comment form"


def test_scores_are_a_table_in_csv_and_in_parquet_too(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    rows = [{"id": "=1+1", "url": "https://larn.example/1", "text": ARTICLE}, {"text": "Talks ended."}]
    (tmp_path / "a.jsonl").write_text(json_lines(rows), "utf-8")
    formats = ("scores", "scores-csv:a.csv", "scores-parquet:a.parquet")
    options = [option for written in formats for option in ("--output-format", written)]

    known = scrapelint("--isolated", *options, "a.jsonl", cwd=tmp_path).findings

    table = pq.read_table(tmp_path / "a.parquet")
    assert table.to_pylist() == known
    assert [str(table.schema.field(name).type) for name in ("record", "score", "site")] == ["int64", "double", "string"]
    names, first, second = csv.reader((tmp_path / "a.csv").read_text("utf-8").splitlines())
    assert names == list(known[0])
    assert (first[2], second[2]) == ("'=1+1", "2")
    assert [float(row[5]) for row in (first, second)] == [record["score"] for record in known]


def test_parquet_goes_to_no_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdout", Screen())
    monkeypatch.setattr("sys.stderr", told := io.StringIO())

    assert main(["--isolated", "--output-format", "scores-parquet", "a.txt"]) == 2
    assert "scores-parquet is no text: give it a file, as scores-parquet:FILE" in told.getvalue()


def test_scores_are_the_same_by_several_processes(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"text": ARTICLE * n}) + "\n" for n in (1, 2, 3)), "utf-8")
    options = ("--isolated", "--output-format", "scores", "a.jsonl")

    one, two = (scrapelint(*options, "--jobs", jobs, cwd=tmp_path) for jobs in "12")

    assert one.out == two.out
    assert len(one.findings) == 3


def test_scores_of_what_is_being_mended_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    ran = scrapelint("--isolated", "--output-format", "scores", "--fix", "a.txt", cwd=tmp_path)

    assert (ran.status, ran.out) == (2, "")
    assert "leave out --output-format scores" in ran.err


STOPPED_AT_WORK = """
import signal
from scrapelint import cli

def run(_):
    try:
        signal.raise_signal({number})
    except BaseException:
        raise RuntimeError("Query interrupted") from None

cli._run = run
cli.script()
"""
"""A run that is stopped while a library is at work, which tells of it by an error of its own."""


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_library_that_is_stopped_is_no_internal_error(stop: signal.Signals) -> None:
    code = STOPPED_AT_WORK.format(number=int(stop))

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (128 + stop, "")


@pytest.mark.parametrize(
    ("closed", "path"), [("<&-", "-"), (">&-", "a.txt"), ("2>&-", "a.txt"), ("<&- >&- 2>&-", "a.txt")]
)
def test_streams_that_are_closed_are_empty(tmp_path: Path, closed: str, path: str) -> None:
    (tmp_path / "a.txt").write_text("The quay is open.\n", encoding="utf-8")
    command = f"{sys.executable} -m scrapelint {path} --select CMT {closed}"
    ran = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
