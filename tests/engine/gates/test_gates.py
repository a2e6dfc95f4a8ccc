"""When findings fail a run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import ARTICLE, BETWEEN, FORM, scrapelint

from scrapelint.article import Article
from scrapelint.finding import Finding, Severity
from scrapelint.gates.gates import Gates, Limits, Share
from scrapelint.intake import Checked

if TYPE_CHECKING:
    from pathlib import Path

HONEST = "Talks ended on Friday."
SELECT = ("check", "--select", "CMT001,ENC005", "--output-format", "concise")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A data set of a hundred records, three of them with a finding of CMT001, one with two of them."""
    texts = [HONEST] * 97 + [ARTICLE] * 2 + [f"{ARTICLE}\n{BETWEEN}\n\n{FORM}\n"]
    lines = (json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts))
    (tmp_path / "data.jsonl").write_text("".join(lines), encoding="utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def status(here: Path, *options: str, path: str = "data.jsonl") -> int:
    return scrapelint(*SELECT, *options, path, cwd=here).status


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--config", 'rules.CMT001.severity = "info"'), 0),
        (("--config", 'rules.CMT001.severity = "info"', "--fail-on", "info"), 1),
        (("--max-findings-per-rule", "4"), 0),
        (("--max-findings-per-rule", "3"), 1),
        (("--max-findings-per-rule", "3", "--exit-zero"), 0),
        (("--max-findings-per-rule", "3", "--fail-on", "never"), 1),
        (("--max-share", "CMT001=0.03"), 0),
        (("--max-share", "CMT001=.029"), 1),
        (("--max-share", "CMT=0.03"), 0),
        (("--max-share", "comment-form=0.02", "--fail-on", "never"), 1),
        (("--max-share", "ENC005=0"), 1),
        (("--max-share", "ALL=1"), 0),
    ],
    ids=lambda value: " ".join(value) or "default" if isinstance(value, tuple) else str(value),
)
def test_status_follows_the_gates(here: Path, options: tuple[str, ...], expected: int) -> None:
    assert status(here, *options) == expected


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--max-findings-per-rule", "3"), "Gate failed: CMT001 comment-form: 4 findings, 3 allowed: 1 too many."),
        (
            ("--max-share", "CMT001=0.02"),
            "Gate failed: CMT001: in 3 of 100 articles, 3.00%; 2.00% allowed: 1 too many.",
        ),
    ],
)
def test_summary_says_which_gate_failed_and_by_how_much(here: Path, option: tuple[str, str], told: str) -> None:
    assert scrapelint(*SELECT, *option, "data.jsonl", cwd=here).out.splitlines()[-1] == told


def test_gate_is_told_on_standard_error_where_the_report_is_for_programs(here: Path) -> None:
    ran = scrapelint(*SELECT, "--output-format", "json:out.json", "--output-format", "json-lines",
                     "--max-findings-per-rule", "3", "data.jsonl", cwd=here)  # fmt: skip

    assert ran.status == 2
    ran = scrapelint("check", "--select", "CMT001", "--output-format", "json-lines", "--max-findings-per-rule", "3",
                     "data.jsonl", cwd=here)  # fmt: skip

    assert ran.err == "scrapelint: gate failed: CMT001 comment-form: 4 findings, 3 allowed: 1 too many\n"


def test_gate_is_told_on_standard_error_where_a_table_has_no_summary(here: Path) -> None:
    ran = scrapelint("check", "--select", "CMT001", "--statistics", "--max-share", "CMT001=.01", "data.jsonl", cwd=here)

    assert ran.status == 1
    assert ran.err == "scrapelint: gate failed: CMT001: in 3 of 100 articles, 3.00%; 1.00% allowed: 2 too many\n"


@pytest.mark.parametrize(
    ("selector", "told"),
    [("DUP001", "DUP001: in 2 of 4 articles, 50.00%"), ("ALL", "ALL: in 3 of 4 articles, 75.00%")],
)
def test_article_that_is_found_again_across_articles_counts_once(tmp_path: Path, selector: str, told: str) -> None:
    copy = f"{BETWEEN} {BETWEEN}"
    texts = {"copy-1": copy, "copy-2": copy, "form": ARTICLE, "story": "The ferry left at nine, and nobody missed it."}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    ran = scrapelint("check", "--select", "CMT,DUP001", "--max-share", f"{selector}=0.49", ".", cwd=tmp_path)

    assert f"Gate failed: {told}; 49.00% allowed" in ran.out


def test_accepted_findings_count_for_no_gate(here: Path) -> None:
    scrapelint("accept", "--select", "CMT001", "data.jsonl", cwd=here)

    assert status(here, "--max-share", "CMT001=0") == 0


class TestPerFile:
    CONFIG = """
max-share = { CMT001 = 0.03 }

[per-file-gates."old/*"]
fail-on = "never"
max-share = { CMT001 = 1 }
"""

    def test_files_have_gates_of_their_own(self, here: Path) -> None:
        (here / "scrapelint.toml").write_text(self.CONFIG, encoding="utf-8")

        assert status(here, path=".") == 0

    def test_failure_names_the_files(self, here: Path) -> None:
        (here / "scrapelint.toml").write_text(self.CONFIG.replace("= 1 }", "= 0.5 }"), encoding="utf-8")

        ran = scrapelint(*SELECT, ".", cwd=here)

        assert ran.status == 1
        assert 'CMT001: in 1 of 1 articles in files of "old/*", 100.00%; 50.00% allowed: 1 too many.' in ran.out

    def test_longest_glob_counts(self, here: Path) -> None:
        gates = '[per-file-gates."*"]\nfail-on = "error"\n[per-file-gates."old/*"]\nfail-on = "never"\n'
        (here / "scrapelint.toml").write_text(gates, encoding="utf-8")

        assert status(here, path="old") == 0
        assert status(here) == 1

    @pytest.mark.parametrize(
        ("config", "told"),
        [
            ("[max-share]\nCMT01X = 0.1\n", 'scrapelint.toml:2: unknown rule "CMT01X"'),
            ("[max-share]\nCMT001 = 2\n", "max-share.CMT001: "),
            ('[max-share]\nCMT001 = "0.02"\n', "max-share.CMT001: has to be a number, not '0.02'"),
            ('[per-file-gates."a"]\nfail-one = "error"\n', 'unknown key "fail-one"'),
        ],
    )
    def test_mistake_says_where(self, here: Path, config: str, told: str) -> None:
        (here / "scrapelint.toml").write_text(config, encoding="utf-8")

        ran = scrapelint(*SELECT, "data.jsonl", cwd=here)

        assert ran.status == 2
        assert told in ran.err


@pytest.mark.parametrize("share", [0.07, 0.29, 0.57, 0.58])
def test_as_many_are_too_many_as_are_more_than_allowed(share: float) -> None:
    limits = Limits(None, None, (Share("CMT", frozenset({"CMT001"}), share),))
    gates = Gates(lambda _: limits)
    form = Finding("CMT001", "comment-form", Severity.ERROR, "a form", None, 1.0)
    for number in range(100):
        gates.add(Checked(Article(HONEST), [form] if number <= round(100 * share) else []))

    (failure,) = gates.failures()
    assert failure.message.endswith("allowed: 1 too many")


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--max-share", "CMT001"), '"CMT001" has to be RULE=SHARE, as NAV003=0.02'),
        (("--max-share", "CMT001=2"), '"2" is no share from 0 to 1'),
        (("--max-share", "CMT01X=0.1"), '--max-share: unknown rule "CMT01X"'),
        (("--max-findings-per-rule", "-1"), "--max-findings-per-rule"),
    ],
)
def test_wrong_option_says_what_is_meant(here: Path, option: tuple[str, str], told: str) -> None:
    ran = scrapelint(*SELECT, *option, "data.jsonl", cwd=here)

    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err
