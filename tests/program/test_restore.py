"""`scrapelint restore`: every byte comes back."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from command import ARTICLE, FORM, scrapelint
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapelint.cli import main

if TYPE_CHECKING:
    from pathlib import Path

RESIDUE = st.sampled_from(
    [FORM, "Share Tweet", "READ ALSO: Port opens", "Sign up for our newsletter", "caf\udce9", "", "\r"]
)
ANY_TEXT = st.one_of(
    st.text(max_size=60), st.lists(st.one_of(RESIDUE, st.text(max_size=30)), max_size=8).map("\n".join)
)


def cleaned_and_back(folder: Path, name: str, content: bytes, *options: str) -> tuple[bytes, bytes]:
    """Return what a file is after cleaning, and after restoring."""
    given_, out, ledger, back = (str(folder / p) for p in (name, f"out-{name}", "ledger.jsonl", f"back-{name}"))
    (folder / name).write_bytes(content)
    assert (
        main(
            [
                "clean",
                "--isolated",
                "-q",
                "-j",
                "1",
                "--min-confidence",
                "0",
                given_,
                "-o",
                out,
                "--ledger",
                ledger,
                *options,
            ]
        )
        == 0
    )
    assert main(["restore", "-q", out, "--ledger", ledger, "-o", back]) == 0
    return (folder / f"out-{name}").read_bytes(), (folder / f"back-{name}").read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("restore")


class TestIdentity:
    @settings(max_examples=40)
    @given(st.lists(st.tuples(ANY_TEXT, st.booleans()), max_size=5))
    def test_records_come_back_whatever_their_text(self, folder: Path, texts: list[tuple[str, bool]]) -> None:
        lines = [json.dumps({"id": n, "text": text}, ensure_ascii=plain) for n, (text, plain) in enumerate(texts)]
        content = "\r\n".join(lines).encode("utf-8", "surrogateescape" if "\ud800" not in "".join(lines) else "replace")

        _, back = cleaned_and_back(folder, "a.jsonl", content)

        assert back == content

    @settings(max_examples=40)
    @given(ANY_TEXT)
    def test_text_comes_back(self, folder: Path, text: str) -> None:
        content = text.encode("utf-8", "surrogateescape")

        _, back = cleaned_and_back(folder, "a.txt", content)

        assert back == content

    @settings(max_examples=40)
    @given(st.binary(max_size=80))
    def test_any_bytes_come_back(self, folder: Path, content: bytes) -> None:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return
        _, back = cleaned_and_back(folder, "a.jsonl", content)

        assert back == content

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_every_encoding_comes_back(self, folder: Path, encoding: str) -> None:
        content = json.dumps({"text": "Café.\n\n" + FORM}, ensure_ascii=False).encode(encoding)

        out, back = cleaned_and_back(folder, "a.jsonl", content)

        assert json.loads(out.decode(encoding))["text"] == "Café."
        assert back == content

    @settings(max_examples=40)
    @given(st.lists(RESIDUE, max_size=8).map("\n".join))
    def test_removals_only_remove(self, folder: Path, text: str) -> None:
        content = text.encode("utf-8", "surrogateescape")

        out, _ = cleaned_and_back(folder, "a.txt", content, "--select", "CMT,NAV,PRO,WAL,CRD,REP")

        left = iter(content)
        assert all(byte in left for byte in out)

    def test_dropped_records_come_back_in_their_place(self, folder: Path) -> None:
        content = "".join(json.dumps({"n": n, "text": "short" * n}) + "\n" for n in range(5)).encode()

        out, back = cleaned_and_back(folder, "a.jsonl", content, "--select", "QUA", "--drop-on", "info")

        assert len(out) < len(content)
        assert back == content

    def test_folder_comes_back(self, tmp_path: Path) -> None:
        (tmp_path / "in" / "deep").mkdir(parents=True)
        (tmp_path / "in" / "deep" / "a.txt").write_text(ARTICLE)
        (tmp_path / "in" / "b.jsonl").write_text(json.dumps({"text": ARTICLE}))
        (tmp_path / "in" / "short.txt").write_text("short")

        scrapelint("clean", "--isolated", "in", "-o", "out", "--ledger", "l.jsonl.gz", cwd=tmp_path)
        ran = scrapelint("restore", "out", "--ledger", "l.jsonl.gz", "-o", "back", cwd=tmp_path)

        assert ran.err == "3 files restored.\n"
        for name in ("deep/a.txt", "b.jsonl", "short.txt"):
            assert (tmp_path / "back" / name).read_bytes() == (tmp_path / "in" / name).read_bytes()


class TestLedger:
    @pytest.fixture
    def here(self, tmp_path: Path) -> Path:
        (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "text": ARTICLE}) + "\n")
        scrapelint(
            "clean", "--isolated", "--select", "CMT", "in.jsonl", "-o", "out.jsonl", "--ledger", "l.jsonl", cwd=tmp_path
        )
        return tmp_path

    def test_ledger_says_what_was_taken_out_where(self, here: Path) -> None:
        _, entry, _ = map(json.loads, (here / "l.jsonl").read_text().splitlines())

        (edit,) = entry["edits"]
        assert (entry["record"], entry["id"]) == (1, "a")
        assert (edit["field"], edit["codes"]) == ("text", ["CMT001"])
        assert ARTICLE[edit["offset"] :].startswith(edit["removed"])

    def test_changed_file_is_refused(self, here: Path) -> None:
        (here / "out.jsonl").write_text((here / "out.jsonl").read_text().replace("Friday", "Monday"))

        ran = scrapelint("restore", "out.jsonl", "--ledger", "l.jsonl", "-o", "back.jsonl", cwd=here)

        assert ran.status == 2
        assert "was changed since; nothing was written" in ran.err
        assert not (here / "back.jsonl").exists()

    @pytest.mark.parametrize("damage", ["", "{}\n", "[]\n", "oops\n", "\xff"])
    def test_what_is_no_ledger_is_told(self, here: Path, damage: str) -> None:
        (here / "l.jsonl").write_text(damage, encoding="latin-1")

        ran = scrapelint("restore", "out.jsonl", "--ledger", "l.jsonl", "-o", "back.jsonl", cwd=here)

        assert ran.status == 2
        assert ran.err.startswith("scrapelint: l.jsonl")
        assert "Traceback" not in ran.err

    def test_cut_off_ledger_is_refused(self, here: Path) -> None:
        lines = (here / "l.jsonl").read_text().splitlines(keepends=True)
        (here / "l.jsonl").write_text("".join(lines[:-1]))

        ran = scrapelint("restore", "out.jsonl", "--ledger", "l.jsonl", "-o", "back.jsonl", cwd=here)

        assert ran.status == 2
        assert not (here / "back.jsonl").exists()

    def test_ledger_cannot_lead_out_of_the_folder(self, here: Path) -> None:
        (here / "l.jsonl").write_text(
            json.dumps({"ledger": 1, "file": "../x", "encoding": "utf-8", "json": False}) + "\n"
        )

        ran = scrapelint("restore", "out", "--ledger", "l.jsonl", "-o", "back", cwd=here)

        assert ran.status == 2
        assert "outside of the folder" in ran.err


STOPPED_AT = """
import os
import signal
import sys
from scrapelint import cli

replace, place, number = os.replace, sys.argv.pop(1), int(sys.argv.pop(1))

def replaced(old, new):
    if new.endswith("ledger") and place == "ledger":
        signal.raise_signal(number)
    replace(old, new)
    if new.endswith("b.txt") and place == "b.txt":
        signal.raise_signal(number)

os.replace = replaced
cli.script()
"""
"""A run that is stopped once its second file is in its place, or when it puts the ledger there."""


@pytest.mark.parametrize(("place", "count"), [("b.txt", 2), ("ledger", 3)])
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_file_that_is_in_its_place_is_in_the_ledger_whole(
    tmp_path: Path, stop: signal.Signals, place: str, count: int
) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / "in" / name).write_text(ARTICLE)
    arguments = [
        place,
        str(int(stop)),
        "clean",
        "--isolated",
        "--select",
        "CMT",
        "in",
        "-o",
        "out",
        "--ledger",
        "ledger",
    ]
    before = signal.signal(stop, signal.default_int_handler if stop == signal.SIGINT else signal.SIG_DFL)
    done = subprocess.run([sys.executable, "-c", STOPPED_AT, *arguments], cwd=tmp_path, check=False)
    signal.signal(stop, before)

    assert done.returncode == 128 + stop
    assert len(list((tmp_path / "out").iterdir())) == count
    ran = scrapelint("restore", "out", "--ledger", "ledger", "-o", "back", cwd=tmp_path)
    assert (ran.status, ran.err) == (0, f"{count} files restored.\n")
    assert all(path.read_text() == ARTICLE for path in (tmp_path / "back").iterdir())
