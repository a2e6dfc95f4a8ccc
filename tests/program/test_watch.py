"""The view that stays current while files change."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from command import ARTICLE, scrapelint

from scrapelint.commands.shared.parsing import parse
from scrapelint.commands.watch import views
from scrapelint.reporters.people.watchview import View, drawing, rendered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MENDED = "Talks ended on Friday.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def seen(*changes: Callable[[], object]) -> list[View]:
    """Return the views before and after each of these changes; one that changes nothing to see has none."""
    left = iter(changes)

    def pause(_: float) -> None:
        next(left, lambda: None)()

    return list(islice(views(parse(["check", "--watch", "--select", "CMT001", "."]).options, pause), len(changes) + 1))


def places(view: View) -> list[str]:
    return [checked.article.filename for checked in view.articles for _ in checked.findings]


def test_changed_file_is_checked_again_and_comes_first(here: Path) -> None:
    first, second = seen(lambda: (here / "b.txt").write_text(ARTICLE + ARTICLE, encoding="utf-8"))

    assert places(first) == ["a.txt", "b.txt"]
    assert (places(second), second.changed) == (["b.txt", "b.txt", "a.txt"], ("b.txt",))


def test_new_file_comes_and_removed_one_goes(here: Path) -> None:
    _, new, gone = seen(lambda: (here / "c.txt").write_text(ARTICLE, encoding="utf-8"), (here / "a.txt").unlink)

    assert sorted(places(new)) == ["a.txt", "b.txt", "c.txt"]
    assert sorted(places(gone)) == ["b.txt", "c.txt"]


def test_configuration_is_followed_and_its_mistake_shown(here: Path) -> None:
    path = here / "scrapelint.toml"

    _, broken, mended = seen(
        lambda: path.write_text("ignore = 1", encoding="utf-8"),
        lambda: path.write_text('per-file-ignores = {"a.txt" = ["CMT"]}', encoding="utf-8"),
    )

    assert broken.error.startswith("scrapelint.toml:1: ignore: ")
    assert places(mended) == ["b.txt"]


def test_accepted_finding_goes(here: Path) -> None:
    _, accepted = seen(lambda: scrapelint("accept", "--select", "CMT001", "a.txt", cwd=here))

    assert places(accepted) == ["b.txt"]
    assert "1 accepted finding left out." in accepted.sentence


def test_view_fits_into_the_terminal(here: Path) -> None:
    (here / "a.txt").write_text(ARTICLE * 50, encoding="utf-8")
    (view,) = seen()

    lines = rendered(view, 20).plain.split("\n")

    assert len(lines) < 20
    assert "… 39 more" in lines
    assert lines[-2].startswith("Found 51 findings")


def test_escapes_in_a_text_never_reach_the_terminal(here: Path) -> None:
    (here / "a\x1b[2J.txt").write_text(ARTICLE, encoding="utf-8")
    (view,) = seen()
    out = io.StringIO()

    with drawing(out, color=False) as draw:
        draw(view)

    assert "\x1b" not in out.getvalue()


def test_interrupt_ends_it_with_0(here: Path) -> None:
    command = [sys.executable, "-m", "scrapelint.cli", "check", "--watch", "--select", "CMT001", "."]
    with subprocess.Popen(
        command, cwd=here, stdout=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as process:
        assert process.stdout
        never = threading.Timer(60, process.kill)
        never.start()
        assert any(b"a.txt:3:1: error CMT001" in line for line in process.stdout)
        never.cancel()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


@pytest.mark.parametrize("option", ["--fix", "--output-format=json", "--diff-base=HEAD", "-"])
def test_what_it_cannot_do_is_told(here: Path, option: str) -> None:
    ran = scrapelint("check", "--watch", option, cwd=here)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("scrapelint: --watch ")
