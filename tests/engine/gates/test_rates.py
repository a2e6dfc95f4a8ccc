"""Rates of rules by site: counted, written, read, compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import Ran, json_lines, scrapelint

from scrapelint.errors import UsageError
from scrapelint.gates.rates import SiteRates, interval, jumps, read
from scrapelint.gates.rules import RATE_RULES

if TYPE_CHECKING:
    from pathlib import Path

    from scrapelint.readers.faults import BadFile, GoodFile, InputRule

STORY = "The ferry sailed again on day {} of the month, six weeks after a storm tore the ramp from the quay."
FORM = "\n\nYour email address will not be published. Required fields are marked *"
ARTICLES, WITH_FORM = 40, 30
"""What the examples of the rule are compared with."""
ON = '{"on": ["CMT001", "CMT002"]}\n'


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_text(records(ARTICLES, WITH_FORM), encoding="utf-8")
    return tmp_path


def records(articles: int, with_form: int, site: str = "larn.example") -> str:
    texts = [STORY.format(n) + FORM * (n < with_form) for n in range(articles)]
    rows = [{"text": text, "url": f"https://{site}/{n}"} for n, text in enumerate(texts)]
    return json_lines(rows)


def check(*arguments: str, cwd: Path) -> Ran:
    return scrapelint("check", "--select", "CMT,SIT003", "--output-format", "json-lines", *arguments, cwd=cwd)


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule in RATE_RULES for example in rule.examples],
    ids=lambda value: getattr(value, "code", type(value).__name__),
)
def test_rule_does_what_its_example_says(here: Path, rule: type[InputRule], example: BadFile | GoodFile) -> None:
    (here / ".rates.jsonl").write_bytes(example.content)

    codes = check("--rates", ".rates.jsonl", "a.jsonl", cwd=here).codes

    assert (rule.code in codes) is type(example).__name__.startswith("Bad")


class TestCommand:
    def test_written_rates_count_articles_by_site_and_rule(self, here: Path) -> None:
        (here / "b.jsonl").write_text(records(3, 1, "ellery.example"), encoding="utf-8")

        check("--write-rates", "rates", "a.jsonl", "b.jsonl", cwd=here)

        first, *sites = [json.loads(line) for line in (here / "rates").read_text(encoding="utf-8").splitlines()]
        assert {"CMT001", "CMT002", "SIT003"} <= set(first["on"])
        assert sites == [
            {"site": "ellery.example", "articles": 3, "rules": {"CMT001": 1}},
            {"site": "larn.example", "articles": ARTICLES, "rules": {"CMT001": WITH_FORM}},
        ]

    def test_same_run_again_has_no_jump_whatever_the_processes(self, here: Path) -> None:
        check("--write-rates", "rates", "a.jsonl", cwd=here)

        assert "SIT003" not in check("--rates", "rates", "--jobs", "2", "a.jsonl", cwd=here).codes

    def test_jump_is_reported_on_the_line_of_its_site_and_fails_the_run(self, here: Path) -> None:
        (here / "rates").write_text(ON + '{"site": "larn.example", "articles": 60, "rules": {}}\n', encoding="utf-8")

        ran = check("--rates", "rates", "--exclude", "rates", "a.jsonl", cwd=here)

        (finding,) = [found for found in ran.findings if found["code"] == "SIT003"]
        assert (ran.status, finding["filename"], finding["location"]["row"]) == (1, "rates", 2)
        assert (
            finding["message"]
            == "CMT001 comment-form in 30 of 40 articles of larn.example (75%), in 0 of 60 before (0%)"
        )

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (None, "rates: no such file; write one with --write-rates rates"),
            ("{}\n", "rates:1: no rates of a site"),
            (ON + '{"site": "larn.example", "articles": 0, "rules": {}}\n', "rates:2: no rates of a site"),
            (ON + '{"site": "larn.example", "articles": 2, "rules": {"CMT001": 3}}\n', "rates:2: no rates of a site"),
            ("[" * 100_000, "rates:1: no rates of a site"),
            ("\udcff", "rates: cannot be read"),
        ],
    )
    def test_file_that_is_none_is_refused_with_its_place(self, here: Path, content: str | None, told: str) -> None:
        if content is not None:
            (here / "rates").write_bytes(content.encode(errors="surrogateescape"))

        ran = check("--rates", "rates", "a.jsonl", cwd=here)

        assert (ran.status, ran.out) == (2, "")
        assert told in ran.err

    @pytest.mark.parametrize("option", ["--diff", "--fix-only", "--diff-base=HEAD", "--watch"])
    def test_part_of_a_report_has_no_rates(self, here: Path, option: str) -> None:
        ran = check("--write-rates", "rates", option, "a.jsonl", cwd=here)

        assert ran.status == 2
        assert "--rates and --write-rates are for whole reports" in ran.err
        assert not (here / "rates").exists()


class TestJumps:
    @pytest.mark.parametrize(
        ("now", "before", "jumped"),
        [
            ((30, 40), (3, 60), True),
            ((30, 40), (3, 4), False),
            ((3, 4), (0, 1000), True),
            ((1, 2), (0, 20), False),
            ((600, 1000), (400, 1000), False),
            ((820, 1000), (400, 1000), True),
        ],
        ids=["far more", "as often", "few but never before", "two articles", "not twice", "twice"],
    )
    def test_jump_is_beyond_chance_and_at_least_twice(
        self, now: tuple[int, int], before: tuple[int, int], *, jumped: bool
    ) -> None:
        one, other = (SiteRates("larn.example", total, {"CMT001": count}) for count, total in (now, before))

        assert bool(list(jumps(one, other, {"CMT001"}))) is jumped

    def test_interval_is_that_of_wilson(self) -> None:
        low, high = interval(10, 100)

        # z = 3: (.1 + 9/200 ± 3 sqrt(.09/100 + 9/40000)) / 1.09
        assert (round(low, 4), round(high, 4)) == (0.0407, 0.2253)

    def test_read_tells_which_rules_were_on(self) -> None:
        known = read(ON + "\n" + '{"site": "larn.example", "articles": 2, "rules": {"CMT001": 1}}', "rates")

        assert known.on == {"CMT001", "CMT002"}
        assert known.sites == {"larn.example": SiteRates("larn.example", 2, {"CMT001": 1})}

    def test_rules_have_to_be_a_list(self) -> None:
        with pytest.raises(UsageError, match="rates:1"):
            read('{"on": "CMT001"}', "rates")
