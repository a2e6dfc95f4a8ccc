"""A format is one object; one that a package brings is read, mended, cleaned and restored like any other."""

from __future__ import annotations

from contextlib import chdir
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

import pytest

from scrapelint.article import Article
from scrapelint.cli import main
from scrapelint.intake import Intake
from scrapelint.location import Location
from scrapelint.readers import registry
from scrapelint.readers.format import Piece, TextFormat
from scrapelint.readers.syntax.parts import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source

STORY = "The council of Larn opened the bridge on Friday, and the mayor thanked all who had built it."
FORM = "Your email address will not be published."
PAPER = f"=== one\n{STORY}\n\n{FORM}\n=== two\n{STORY} Bye.\n"


class Paper(TextFormat):
    """Articles below lines that name them."""

    name: ClassVar[str] = "paper"
    endings: ClassVar[tuple[str, ...]] = (".paper",)

    def pieces(self, stream: Decoded, source: Source) -> Iterator[Piece]:  # noqa: ARG002
        lines = stream.read().splitlines(keepends=True)
        starts = [at for at, line in enumerate(lines) if line.startswith("===")]
        for number, (start, end) in enumerate(pairwise([*starts, len(lines)]), 1):
            yield Piece("".join(lines[start:end]), number, Location(start + 1, 1, 0), is_record=True)

    def articles(self, piece: Piece, source: Source) -> Iterator[Intake]:
        name, _, text = piece.written.partition("\n")
        yield Intake(Article(text, id=name.strip("= "), filename=source.filename, record=piece.number))

    def parts(self, piece: Piece, source: Source, index: int, field: str) -> Sequence[Part]:  # noqa: ARG002
        return [Part(piece.written.index("\n") + 1, len(piece.written))] if field == "text" else []


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Path]:
    registry.register(Paper)
    (tmp_path / "a.paper").write_text(PAPER)
    with chdir(tmp_path):
        yield tmp_path
    registry.unregister(Paper)


OPTIONS = ("--isolated", "--select", "CMT")


@pytest.mark.usefixtures("here")
def test_format_from_outside_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", *OPTIONS, "--output-format", "concise", "."])

    assert (status, capsys.readouterr().out.split(": ")[0]) == (1, "a.paper:1:3:1")


def test_format_from_outside_is_fixed(here: Path) -> None:
    main(["check", *OPTIONS, "--fix", "--unsafe-fixes", "a.paper"])

    assert (here / "a.paper").read_text() == PAPER.replace(f"\n\n{FORM}", "")


def test_format_from_outside_is_cleaned_and_restored(here: Path) -> None:
    assert main(["clean", "-q", *OPTIONS, "a.paper", "-o", "b.paper", "--ledger", "l"]) == 0
    assert (here / "b.paper").read_text() == PAPER.replace(f"\n\n{FORM}", "")

    assert main(["restore", "-q", "b.paper", "--ledger", "l", "-o", "c.paper"]) == 0
    assert (here / "c.paper").read_text() == PAPER


def test_format_that_says_nothing_of_its_parts_is_not_mended(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delattr(Paper, "parts")

    assert main(["clean", *OPTIONS, "a.paper", "-o", "b.paper"]) == 2
    assert "read by `check` only" in capsys.readouterr().err
    assert not (here / "b.paper").exists()


def test_usual_formats_are_asked_first_and_the_others_by_name() -> None:
    modules = list(dict.fromkeys(type(kind).__module__.rpartition(".")[2] for kind in registry._own()))

    assert modules == [*registry.USUAL, *sorted(set(modules) - set(registry.USUAL))]


def test_every_ending_has_one_format() -> None:
    endings = [ending for kind in registry.formats() for ending in kind.endings]

    assert len(endings) == len(set(endings))
