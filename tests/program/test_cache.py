"""What earlier runs have found: a run with it and one without cannot be told apart, but for the time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import FORM, Ran
from generated import Writer

from scrapelint import cli
from scrapelint.config import projects
from scrapelint.corpus.comparison import Comparison
from scrapelint.readers import reading
from scrapelint.result_cache import identity, results, worth
from scrapelint.runners import local

if TYPE_CHECKING:
    from collections.abc import Callable

SELECT = ("--select", "CMT,NAV,DUP,SIT001,DAT003", "--jobs", "1")
FORMATS = ("full", "concise", "grouped", "json", "json-lines", "statistics", "statistics-json", "statistics-csv",
           "github", "sarif", "gitlab", "checkstyle", "rdjson", "html")  # fmt: skip
ARTICLES = 11
"""Of the corpus, those that can be read."""
PROGRAM = """
import sys
from scrapelint.cli import main
from scrapelint.result_cache import worth
worth.MIN_RUN_BYTES = 0
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for caches of the user: packs are compiled once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def project(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles with findings, with copies, with broken records, in the current folder; few are enough for a cache."""
    folder = tmp_path / "project"
    folder.mkdir()
    writer = Writer(3)
    texts = [writer.article(150) for _ in range(6)]
    for number, text in enumerate(texts):
        tail = f"\n\n{FORM}" if number % 3 == 0 else ""
        (folder / f"{number}.txt").write_text(text + tail, encoding="utf-8")
    (folder / "copy.txt").write_text(texts[4], encoding="utf-8")
    (folder / "dated.md").write_text(f"---\ntitle: Quay\ndate: 2031-05-12\n---\n{texts[5]}", encoding="utf-8")
    (folder / "bytes.txt").write_bytes(texts[2].encode() + b"\n\nCaf\xe9\xe9 " + FORM.encode())
    records = [{"id": f"r{number}", "body": texts[number], "text": FORM} for number in range(2)]
    lines = [*map(json.dumps, records), '{"id": "half', '{"id": "none"}']
    (folder / "records.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(worth, "MIN_RUN_BYTES", 0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    monkeypatch.delenv("SCRAPELINT_CACHE_DIR", raising=False)
    return folder


@pytest.fixture
def check(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """The command in this process: to start it takes longer than to check a few articles."""

    def run(*options: str) -> Ran:
        projects.forget()
        result = cli.main(["check", *SELECT, *options, "."])
        return Ran(result, *capfd.readouterr())

    return run


@pytest.fixture
def checked(check: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Return how many articles a run checks, and does not know from an earlier one."""
    new: list[str] = []
    work = local.check
    monkeypatch.setattr(local, "check", lambda article, linter: (new.append(article.id), work(article, linter))[1])

    def count(*options: str) -> int:
        new.clear()
        check("--silent", *options)
        return len(new)

    return count


def store(project: Path) -> Path:
    (found,) = (project / ".scrapelint_cache").glob("results-*/results.sqlite")
    return found


def test_second_run_checks_nothing(project: Path, checked: Callable[..., int]) -> None:
    assert [checked(), checked(), checked("--no-cache")] == [ARTICLES, 0, ARTICLES]
    assert store(project).exists()


@pytest.mark.usefixtures("project")
def test_what_was_found_across_articles_is_not_worked_out_again(
    check: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = check("--output-format=json-lines")
    monkeypatch.setattr(Comparison, "report", pytest.fail)

    assert "DUP001" in first.out
    assert check("--output-format=json-lines") == first


def test_file_without_findings_across_articles_is_read_once(
    project: Path, check: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    each = reading.each
    monkeypatch.setattr(reading, "each", lambda file, source: (read.append(file.filename), each(file, source))[1])

    check("--silent")

    names = sorted(path.name for path in project.iterdir() if path.is_file())
    twice = {"2.txt", "4.txt", "5.txt", "copy.txt", "dated.md", "records.jsonl"}
    again = Counter(Path(name).name for name in read)
    assert {name: again[name] for name in names} == {name: 1 + (name in twice) for name in names}


@pytest.mark.usefixtures("project")
def test_every_format_is_the_same(check: Callable[..., Ran], tmp_path: Path) -> None:
    def reports(name: str, *options: str) -> list[str]:
        (tmp_path / name).mkdir()
        formats = [f"--output-format={kind}:{tmp_path / name / kind}" for kind in FORMATS]
        check("--output-format=json-lines", *formats, *options)
        return [(tmp_path / name / kind).read_text(encoding="utf-8") for kind in FORMATS]

    first = reports("first")

    assert reports("second") == first == reports("without", "--no-cache")
    assert all(code in first[0] for code in ("CMT001", "DUP001", "INP001", "INP002", "DAT003"))


@pytest.mark.usefixtures("project")
def test_shares_gates_and_several_processes_are_the_same(check: Callable[..., Ran]) -> None:
    check("--silent", "--jobs", "2")
    for options in (
        ["--by", "file"], ["--max-share", "CMT001=.1"], ["--fail-on", "never"], ["--jobs", "2"],
    ):  # fmt: skip
        assert check(*options) == check(*options, "--no-cache"), options


def _edit(project: Path) -> None:
    (project / "1.txt").write_text(f"Talks ended.\n\n{FORM}\n", encoding="utf-8")


def _touch(project: Path) -> None:
    stat = (project / "3.txt").stat()
    text = (project / "3.txt").read_text(encoding="utf-8")
    (project / "3.txt").write_text(f"{text[: -len(FORM)]}{FORM[::-1]}", encoding="utf-8")
    os.utime(project / "3.txt", ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _configure(text: str) -> Callable[[Path], None]:
    return lambda project: (project / "scrapelint.toml").write_text(text, encoding="utf-8") and None


SAIL = """
concept = "sail"
code = "ACM001"
name = "sail"
summary = "a word"
[[entries]]
id = "word"
where = "inside"
confidence = 0.9
phrases.en = ["talks ended"]
"""


def _pack(project: Path) -> None:
    (project / "sail.toml").write_text(SAIL, encoding="utf-8")
    (project / "scrapelint.toml").write_text('packs = ["sail.toml"]\nextend-select = ["ACM"]', encoding="utf-8")


CHANGES: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "text": (_edit, ()),
    "text, neither size nor time": (_touch, ()),
    "copy gone": (lambda project: (project / "copy.txt").unlink(), ()),
    "copy renamed": (lambda project: (project / "copy.txt").rename(project / "zopy.txt") and None, ()),
    "severity": (_configure('[rules.comment-form]\nseverity = "info"'), ()),
    "setting": (_configure("[rules.future-date]\nmax-days = 36500"), ()),
    "ignored files": (_configure('[per-file-ignores]\n"[0-3].txt" = ["CMT"]'), ()),
    "fields": (_configure('[fields]\ntext = "body"'), ()),
    "size": (_configure("max-record-mb = 0.0007"), ()),
    "pack": (_pack, ()),
    "more rules": (lambda _: None, ("--extend-select", "QUA,REP")),
    "fewer rules": (lambda _: None, ("--ignore", "CMT001,DUP001")),
    "preview": (lambda _: None, ("--preview",)),
    "text field": (lambda _: None, ("--text-field", "body")),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_counts(project: Path, check: Callable[..., Ran], name: str) -> None:
    change, options = CHANGES[name]
    before = check("--output-format", "json-lines")

    change(project)

    without = check("--output-format", "json-lines", "--no-cache", *options)
    assert check("--output-format", "json-lines", *options) == without
    assert without != before or name == "preview"


def test_changed_file_alone_is_checked_again(project: Path, checked: Callable[..., int]) -> None:
    checked()
    _edit(project)

    assert [checked(), checked()] == [1, 0]


@pytest.mark.parametrize("changed", ["libraries", "files of a plugin", "Python"])
@pytest.mark.usefixtures("project")
def test_other_program_knows_nothing(
    checked: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    checked()
    if changed == "libraries":
        (tmp_path / "langdetect-99.dist-info").mkdir()
        monkeypatch.syspath_prepend(str(tmp_path))
    elif changed == "Python":
        monkeypatch.setattr(sys, "version", "99")
    else:
        read = identity.read_data
        monkeypatch.setattr(identity, "read_data", lambda path: read(path) + b"#" * path.endswith("share_bar.py"))

    assert checked() == ARTICLES


@pytest.mark.usefixtures("project")
def test_finding_that_rests_on_the_day_holds_for_that_day(
    checked: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked()
    later, earlier = results.time() + 24 * 3600, results.time() - 24 * 3600
    monkeypatch.setattr(results, "time", lambda: later)
    assert checked() == 1  # the article that is dated 2031

    monkeypatch.setattr(results, "time", lambda: earlier)
    assert checked() == ARTICLES  # whose clock was wrong is not known


class TestFolder:
    def test_folder_is_marked_private_and_ignored(self, project: Path, check: Callable[..., Ran]) -> None:
        check()

        folder = project / ".scrapelint_cache"
        assert (folder / ".gitignore").read_text() == "*\n"
        assert (folder / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55\n")
        assert (store(project).parent.stat().st_mode & 0o777, store(project).stat().st_mode & 0o777) == (0o700, 0o600)

    @pytest.mark.parametrize("options", [["--no-cache"], ["--profile"], ["--sample", "5"]])
    def test_nothing_is_written_where_nothing_is_kept(
        self, project: Path, check: Callable[..., Ran], options: list[str]
    ) -> None:
        check(*options)

        assert not (project / ".scrapelint_cache").exists()

    def test_little_input_is_not_worth_a_cache(
        self, project: Path, check: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(worth, "MIN_RUN_BYTES", 50_000)

        check()

        assert not (project / ".scrapelint_cache").exists()

    @pytest.mark.usefixtures("project")
    def test_large_files_are_checked_every_time(
        self, checked: Callable[..., int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(worth, "MAX_FILE_BYTES", max(path.stat().st_size for path in Path().iterdir()) - 1)

        checked()

        assert 0 < checked() <= 2

    def test_folder_that_is_there_is_not_marked(self, project: Path, check: Callable[..., Ran]) -> None:
        (project / "kept").mkdir()

        check("--cache-dir", "kept")

        assert [path.name.partition("-")[0] for path in (project / "kept").iterdir()] == ["results"]
        assert not (project / ".scrapelint_cache").exists()

    def test_folder_of_a_configuration_lies_beside_it(self, project: Path, check: Callable[..., Ran]) -> None:
        (project / "scrapelint.toml").write_text('cache-dir = "made/results"', encoding="utf-8")

        check()

        assert (project / "made" / "results" / "CACHEDIR.TAG").exists()

    @pytest.mark.parametrize("outside", ["../elsewhere", "/elsewhere", "link/x"])
    def test_configuration_cannot_name_a_folder_elsewhere(
        self, project: Path, check: Callable[..., Ran], outside: str
    ) -> None:
        (project / "link").symlink_to(project.parent)
        (project / "scrapelint.toml").write_text(f'cache-dir = "{outside}"', encoding="utf-8")

        ran = check()

        assert ran.status == 2
        assert ran.err == (
            f'scrapelint: scrapelint.toml:1: cache-dir: "{outside}" is outside of the folder of this file; '
            "what lies elsewhere can only be named on the command line\n"
        )

    def test_link_that_came_with_the_data_is_not_followed(
        self, project: Path, check: Callable[..., Ran], tmp_path: Path
    ) -> None:
        (tmp_path / "elsewhere").mkdir()
        (project / ".scrapelint_cache").symlink_to(tmp_path / "elsewhere")

        ran = check("-v")

        assert "scrapelint: no cache: ./.scrapelint_cache: it is a link\n" in ran.err
        assert not list((tmp_path / "elsewhere").iterdir())

    def test_folder_that_cannot_be_made_is_no_error(self, project: Path, check: Callable[..., Ran]) -> None:
        without = check("--no-cache")
        (project / ".scrapelint_cache").write_text("a file", encoding="utf-8")

        assert check() == without
        assert check("-v").err.count("no cache: ") == 1

    def test_cache_of_somebody_else_does_not_count(
        self, project: Path, checked: Callable[..., int], home: Path
    ) -> None:
        checked()
        own = store(project)
        theirs = own.read_bytes()
        (home / "scrapelint" / "secret").write_bytes(bytes(32))
        checked()
        (mine,) = set((project / ".scrapelint_cache").glob("results-*/*")) - {own}

        mine.write_bytes(theirs)

        assert checked() == ARTICLES

    def test_few_folders_of_others_are_left(self, project: Path, check: Callable[..., Ran]) -> None:
        for number in range(6):
            (project / ".scrapelint_cache" / f"results-{number}").mkdir(parents=True)

        check()

        assert len(list((project / ".scrapelint_cache").iterdir())) == 4

    def test_folder_of_all_caches_has_results_too(
        self, project: Path, check: Callable[..., Ran], home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SCRAPELINT_CACHE_DIR", str(home / "scrapelint"))

        check()

        assert list((home / "scrapelint").glob("results-*/results.sqlite"))
        assert (home / "scrapelint" / "secret").stat().st_mode & 0o777 == 0o600
        assert not (project / ".scrapelint_cache").exists()


@pytest.mark.parametrize("damage", [lambda data: data[: len(data) // 2], lambda data: b"x" * len(data), lambda _: b""])
def test_damaged_cache_is_no_cache(
    project: Path, check: Callable[..., Ran], checked: Callable[..., int], damage: Callable[[bytes], bytes]
) -> None:
    first = check()
    store(project).write_bytes(damage(store(project).read_bytes()))

    assert check() == first
    checked()
    assert checked() == 0


def started(project: Path) -> subprocess.Popen[bytes]:
    arguments = ["check", *SELECT, "--output-format", "json-lines", "."]
    return subprocess.Popen([sys.executable, "-c", PROGRAM, *arguments], cwd=project, stdout=subprocess.PIPE)


def test_two_runs_at_once_find_the_same(project: Path, check: Callable[..., Ran], checked: Callable[..., int]) -> None:
    runs = [started(project), started(project)]
    found = [run.communicate()[0].decode() for run in runs]

    assert found[0] == found[1] == check("--output-format", "json-lines", "--no-cache").out
    assert checked() == 0


def test_run_that_is_killed_leaves_a_sound_cache(project: Path, check: Callable[..., Ran]) -> None:
    with started(project) as run:
        assert run.stdout
        run.stdout.readline()
        run.kill()

    assert check() == check("--no-cache")
