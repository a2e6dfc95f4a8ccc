"""`scrapelint init` in folders of several shapes: what it writes loads, passes today, and fails when it gets worse."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from command import BETWEEN, FORM, json_lines

from scrapelint.cli import main
from scrapelint.config import projects
from scrapelint.config.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable

PLACES = "Alder Birch Cedar Dogwood Elm Fir Ginkgo Hazel Ivy Juniper Kauri Larch Maple Nutmeg Oak Pine".split()
HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


def article(number: int, *, form: bool = False) -> str:
    """Return an article that is like no other, with one finding or none."""
    one, other = PLACES[number % 16], PLACES[number * 7 // 16 % 16]
    story = (
        f"The council of {one} Reach said on Friday that the {number + 3} ferries to {other} Island will sail again.\n\n"
        f"Storms had damaged {number * 13 + 5} metres of the pier at {other}, and divers from {one} looked at every pile.\n"
    )
    return f"{story}\n{FORM}\n" if form else story


def lines(number: int, field: str = "text", every: int = 4, **fields: object) -> str:
    """Return records, of which each so many-th has a finding."""
    records = ({"id": f"r{n}", field: article(n, form=not n % every), **fields} for n in range(number))
    return json_lines(records)


def table(number: int) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["nr", "artikeltext"])
    writer.writerows([n, article(n, form=not n % 4)] for n in range(number))
    return out.getvalue()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    projects.forget()  # what is known of the folder of another test
    return tmp_path


def put(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())


def unknown() -> None:
    put("crawl/a.jsonl", lines(12, "body_html", page="<!DOCTYPE html>" + "<p>" * 900, url="https://example.org/"))


def texts() -> None:
    for number in range(6):
        put(f"a{number}.txt", article(number, form=number == 3))
    put("README.md", "# Articles\n")
    put("requirements.txt", "scrapelint\n")


def cells() -> None:
    put("a.csv", table(9))


def mixed() -> None:
    put("articles/a.txt", article(40))
    put("crawl/a.jsonl.gz", "")
    Path("crawl/a.jsonl.gz").unlink()
    put("crawl/a.jsonl", lines(8))
    put("meta/[1]/stats.json", json.dumps({"count": 8, "when": "2026"}))
    put("raw/a.html", "<html>")


def rival() -> None:
    put("a.jsonl", lines(8, "story", text="The council said on Friday that all of the ferries will sail again."))


SHAPES = [unknown, texts, cells, mixed, rival]


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_written_passes_today_and_fails_when_it_gets_worse(here: Path, shape: Callable[[], None]) -> None:
    shape()

    assert main(["init"]) == 0
    assert main(["check", "-q", "--output-format", "concise"]) == 0

    for number in range(20):
        put(f"worse{number}.txt", article(100 + number, form=True))
    assert main(["check", "-q", "--output-format", "concise"]) == 1
    assert (here / "scrapelint.toml").is_file()


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.usefixtures("here")
def test_every_setting_says_why(shape: Callable[[], None]) -> None:
    shape()
    main(["init"])

    written = [line for line in Path("scrapelint.toml").read_text(encoding="utf-8").splitlines() if line != "]"]
    settings = [
        (before, line) for before, line in zip(["", *written], written, strict=False) if not line.startswith("#")
    ]
    assert [line for before, line in settings if line and "#" not in line and not before.startswith("#")] == []
    assert len(settings) > 1


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("shape", "fields", "excluded"),
    [
        (unknown, ["body_html"], []),
        (cells, ["artikeltext"], []),
        (rival, ["story"], []),
        (texts, [], ["README.md", "requirements.txt"]),
        (mixed, [], ["meta/[[]1]/stats.json"]),
    ],
)
def test_only_what_is_needed_is_written(shape: Callable[[], None], fields: list[str], excluded: list[str]) -> None:
    shape()
    main(["init"])

    config = load("scrapelint.toml")
    assert [*config.fields.get("text", ())] == fields
    assert [*config.extend_exclude] == excluded


@pytest.mark.usefixtures("here")
def test_share_is_that_of_today_and_some_more() -> None:
    put("a.jsonl", lines(40))
    main(["init"])

    assert load("scrapelint.toml").max_share == {"CMT001": 0.3, "SIT001": 0.3}
    assert "CMT001 = 0.3  # comment-form: in 10 of 40 articles\n" in Path("scrapelint.toml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("here")
def test_clean_folder_fails_by_severity_alone() -> None:
    put("a.txt", article(1))
    main(["init"])

    assert tomllib.loads(Path("scrapelint.toml").read_text(encoding="utf-8")) == {"fail-on": "warning"}


@pytest.mark.usefixtures("here")
def test_sample_gives_each_family_room_for_what_it_did_not_see(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.jsonl", lines(260, every=5))
    put("b.jsonl", lines(3))

    assert main(["init"]) == 0

    shares = load("scrapelint.toml").max_share
    assert 0.2 < shares["CMT"] < 0.35
    assert 0 < shares["WAL"] < 0.1
    assert shares["DUP"] == 1
    assert "Checked 200 articles, the first of each file: something was found in " in capsys.readouterr().out
    assert main(["check", "-q", "--output-format", "concise"]) == 0


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, ".: no articles in this folder; files that end in .txt "),
        ({"a.html": "<html>", "b/b.html": "<html>"}, "no articles yet; 2 files (2 .html): HTML is not read: extract its text"),
        ({"README.md": "# A", "a.py": "x"}, ".: no articles in this folder, only README.md\n"),
        ({"a.jsonl": '{"a": 1}\n{"a": 2}\n'}, "a.jsonl:1: no field holds the text; there are: a; name it with --text-field"),
        ({"a.jsonl": "\n"}, ".: no records in the files of this folder"),
    ],
    ids=["empty", "pages", "others", "no text", "no records"],
)  # fmt: skip
def test_folder_without_articles_is_told_and_left(
    files: dict[str, str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, text in files.items():
        put(path, text)

    assert main(["init"]) == 2
    assert message in capsys.readouterr().err
    assert not [path for path in Path().rglob("*scrapelint*") if path.is_file()]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("name", "text"),
    [("scrapelint.toml", ""), (".scrapelint.toml", ""), ("pyproject.toml", "[tool.scrapelint]\npreview = true\n")],
)
def test_configuration_that_is_there_is_named_and_left(
    name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    texts()
    put(name, text)
    before = sorted(Path().iterdir())

    assert main(["init"]) == 2
    assert capsys.readouterr().err == f"scrapelint: {name} is there already: change it by hand\n"
    assert (sorted(Path().iterdir()), Path(name).read_text(encoding="utf-8")) == (before, text)


@pytest.mark.usefixtures("here")
def test_configuration_of_a_folder_above_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    put("scrapelint.toml", "")
    put("news/a.txt", article(1))

    assert main(["init", "news"]) == 0
    assert "scrapelint.toml holds for this folder, too, until now" in capsys.readouterr().err
    assert Path("news/scrapelint.toml").is_file()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_pyproject_gets_a_table_at_its_end(line_end: str) -> None:
    mixed()
    before = f"[project]{line_end}name = 'x'  # kept"
    put("pyproject.toml", before)

    assert main(["init"]) == 0

    after = Path("pyproject.toml").read_bytes().decode()
    assert after.startswith(before + line_end)
    assert after.count("\r\n") in (0, after.count("\n"))
    assert load("pyproject.toml").max_share.keys() == {"CMT001"}
    assert main(["check", "-q", "--output-format", "concise"]) == 0


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("text", ["[project\n", "tool = {other = 1}\n"])
def test_pyproject_that_cannot_have_the_table_is_left(text: str) -> None:
    texts()
    put("pyproject.toml", text)

    assert main(["init"]) == 0
    assert Path("pyproject.toml").read_text(encoding="utf-8") == text
    assert Path("scrapelint.toml").is_file()


@pytest.mark.parametrize("pyproject", [False, True])
def test_dry_run_prints_what_a_run_writes(here: Path, *, pyproject: bool, capsys: pytest.CaptureFixture[str]) -> None:
    mixed()
    (here / ".git").mkdir()
    if pyproject:
        put("pyproject.toml", "[project]\n")
    before = sorted(here.rglob("*"))

    assert main(["init", "--dry-run"]) == 0
    assert sorted(here.rglob("*")) == before
    printed = capsys.readouterr().out

    main(["init"])
    for path in ("pyproject.toml" if pyproject else "scrapelint.toml", ".pre-commit-config.yaml"):
        assert f"{path} would have:\n" in printed
        assert Path(path).read_text(encoding="utf-8").removeprefix("[project]\n") in printed


class TestHooks:
    def test_are_written_to_a_repository_that_has_none(self, here: Path) -> None:
        mixed()
        (here / ".git").mkdir()
        main(["init"])

        from pre_commit.clientlib import load_config

        (repository,) = load_config(".pre-commit-config.yaml")["repos"]
        assert [hook["id"] for hook in repository["hooks"]] == ["scrapelint-fix", "scrapelint"]
        pattern = re.compile(repository["hooks"][0]["files"])
        taken = {str(path) for path in Path().rglob("*") if path.is_file() and pattern.search(path.as_posix())}
        assert taken == {"articles/a.txt", "crawl/a.jsonl"}

    def test_are_told_where_others_are(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        texts()
        (here / ".git").mkdir()
        put(".pre-commit-config.yaml", "repos: []\n")

        main(["init"])

        assert Path(".pre-commit-config.yaml").read_text(encoding="utf-8") == "repos: []\n"
        assert "\nFor .pre-commit-config.yaml:\nrepos:\n  - repo: https://" in capsys.readouterr().out

    def test_are_no_news_where_they_are(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        texts()
        (here / ".git").mkdir()
        put(".pre-commit-config.yaml", "repos: [{repo: https://github.com/scrapelint/scrapelint}]\n")

        main(["init"])

        assert "pre-commit" not in capsys.readouterr().out

    def test_of_a_folder_in_a_repository_are_told_with_its_path(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        put("data/news.eu/a/a.txt", article(1))
        (here / ".git").mkdir()

        main(["init", "data/news.eu"])

        assert "        files: '^data/news\\.eu/a/.*\\.txt$'\n" in capsys.readouterr().out
        assert not Path(".pre-commit-config.yaml").exists()
        assert Path("data/news.eu/scrapelint.toml").is_file()

    def test_leave_out_what_init_leaves_out(self) -> None:
        from scrapelint.proposal.survey import is_no_article

        exclude = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))[0]["exclude"]
        names = re.findall(r"[a-z_-]{4,}", exclude)
        assert len(names) > 10
        assert [name for name in names if not is_no_article(f"a/{name.upper()}.json")] == []


@pytest.mark.usefixtures("here")
def test_one_record_among_many_articles_is_no_article() -> None:
    put("crawl/a.jsonl", lines(30))
    put("stats/a.json", json.dumps({"when": "2026", "why": "the crawl of this week, as the team has wanted it. " * 9}))

    main(["init"])

    config = load("scrapelint.toml")
    assert (dict(config.fields), config.extend_exclude) == ({}, ("stats/a.json",))


@pytest.mark.usefixtures("here")
def test_field_that_is_named_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.jsonl", lines(4, "kurz", lang=article(9) * 3))

    assert main(["init", "--text-field", "kurz"]) == 0
    assert load("scrapelint.toml").fields == {"text": ("kurz",)}
    assert 'The field "kurz" is the text, as --text-field said.' in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_text_of_a_column_that_nobody_knows_is_found_in_parquet() -> None:
    import pyarrow as pa
    from pyarrow import parquet

    rows = [{"title": f"Ferry {n}", "rumpf": article(n)} for n in range(4)]
    parquet.write_table(pa.Table.from_pylist(rows), "a.parquet")

    assert main(["init"]) == 0
    assert load("scrapelint.toml").fields == {"text": ("rumpf",)}


@pytest.mark.usefixtures("here")
def test_texts_with_tags_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.jsonl", json.dumps({"body_html": f"<p>{BETWEEN}</p>\n<p class='a'>{article(1)}</p>"}) + "\n")

    main(["init"])

    assert "1 text of 1 have tags of HTML: HTML is not read: extract its text first" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_hostile_names_stay_in_their_places(capsys: pytest.CaptureFixture[str]) -> None:
    names = ['"]\nselect = ["XXX.json', "\x1b]0;a\x07\u202e.json", "\\.json", "ü#.json"]
    for name in names:
        put(f"meta/{name}", '{"a": 1}')
    put("a.txt", article(1))

    assert main(["init"]) == 0

    assert {path.rpartition("/")[2].replace("[[]", "[") for path in load("scrapelint.toml").extend_exclude} == set(
        names
    )
    assert main(["check", "-q", "--output-format", "concise"]) == 0
    assert not set(capsys.readouterr().out).intersection("\x1b\x07\u202e")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("path", "message"), [("a.txt", "name the folder that it is in"), ("no", "no such folder")])
def test_what_is_no_folder_is_told(path: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    texts()
    put("a.txt", article(1))

    assert main(["init", path]) == 2
    assert f"{path}: {message}" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nope", '--text-field: no record that was looked at has a text in "nope": it is in text'),
        ("a.nope", '--text-field: no record that was looked at has a text in "a.nope": it is in text'),
    ],
)
def test_field_that_is_named_and_nowhere_is_told(name: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    put("a.jsonl", lines(4))

    assert main(["init", "--text-field", name]) == 2
    assert message in capsys.readouterr().err
    assert not Path("scrapelint.toml").exists()


@pytest.mark.usefixtures("here")
def test_field_that_is_named_may_lie_deeper() -> None:
    put("a.jsonl", json.dumps({"page": {"kurz": article(1)}}) + "\n")

    assert main(["init", "--text-field", "page.kurz"]) == 0
    assert load("scrapelint.toml").fields == {"text": ("page.kurz",)}


@pytest.mark.usefixtures("here")
def test_what_to_run_next_has_no_findings_in_another_folder(capsys: pytest.CaptureFixture[str]) -> None:
    put("two words/a.jsonl", lines(9))
    put("two words/b/README.md", "# How\n")

    assert main(["init", "two words"]) == 0
    assert "Next: cd 'two words' && scrapelint check\n" in capsys.readouterr().out
    with contextlib.chdir("two words"):
        assert main(["check"]) == 0


@pytest.mark.usefixtures("here")
def test_field_is_named_with_how_many_records_have_it(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.jsonl", json.dumps({"innhold": article(1)}) + "\n")

    assert main(["init", "--dry-run"]) == 0
    assert "that is known, in 1 of the records that were looked at." in " ".join(capsys.readouterr().out.split())
