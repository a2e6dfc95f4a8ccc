"""`scrapelint clean`: data sets mended record by record."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from command import ARTICLE, Ran, json_lines, scrapelint

from scrapelint.readers.compressions import zstd

if TYPE_CHECKING:
    from pathlib import Path

KEPT = "Talks ended on Friday.\n"
BROKEN = '{"text": "Talks\n'


def clean(*arguments: str, cwd: Path, stdin: bytes = b"") -> Ran:
    return scrapelint("clean", "--isolated", "--select", "CMT,PRO", *arguments, cwd=cwd, stdin=stdin)


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    records = [{"id": "a", "n": 1.0, "text": ARTICLE, "z": [1]}, {"id": "b", "text": KEPT}]
    (tmp_path / "in.jsonl").write_text(json_lines(records) + BROKEN)
    return tmp_path


class TestRecords:
    def test_text_is_mended_and_other_fields_stay_in_order(self, here: Path) -> None:
        ran = clean("in.jsonl", "-o", "out.jsonl", cwd=here)

        lines = (here / "out.jsonl").read_text().splitlines()
        assert lines[0] == json.dumps({"id": "a", "n": 1.0, "text": KEPT, "z": [1]})
        assert lines[1] == (here / "in.jsonl").read_text().splitlines()[1]
        assert ran.status == 0

    def test_broken_record_passes_through_and_is_named(self, here: Path) -> None:
        ran = clean("in.jsonl", "-o", "out.jsonl", cwd=here)

        assert (here / "out.jsonl").read_text().endswith(BROKEN)
        assert "in.jsonl:3: broken JSON: unterminated string starting at; left as it is" in ran.err
        assert "3 records: 1 mended, 0 dropped, 1 broken and left as it is." in ran.err

    def test_summary_counts_characters_by_rule(self, here: Path) -> None:
        ran = clean("in.jsonl", "-o", "out.jsonl", cwd=here)

        gone = len(ARTICLE) - len(KEPT)
        assert f"Removed {gone} of {len(ARTICLE) + len(KEPT)} characters" in ran.err
        assert ran.err.endswith(f"     {gone}        1  CMT001 comment-form\n")

    def test_quiet_tells_only_what_is_broken(self, here: Path) -> None:
        ran = clean("in.jsonl", "-o", "out.jsonl", "-q", cwd=here)

        assert ran.err.splitlines() == [
            "scrapelint: in.jsonl:3: broken JSON: unterminated string starting at; left as it is"
        ]

    def test_finding_below_the_confidence_is_not_mended(self, here: Path) -> None:
        clean("in.jsonl", "-o", "out.jsonl", "--min-confidence", "1", cwd=here)

        assert (here / "out.jsonl").read_bytes() == (here / "in.jsonl").read_bytes()

    def test_ignored_rule_is_not_applied(self, here: Path) -> None:
        clean("in.jsonl", "-o", "out.jsonl", "--ignore", "CMT001", cwd=here)

        assert (here / "out.jsonl").read_bytes() == (here / "in.jsonl").read_bytes()

    def test_second_cleaning_changes_nothing(self, here: Path) -> None:
        clean("in.jsonl", "-o", "out.jsonl", cwd=here)
        clean("out.jsonl", "-o", "again.jsonl", cwd=here)

        assert (here / "again.jsonl").read_bytes() == (here / "out.jsonl").read_bytes()

    def test_several_processes_write_what_one_writes(self, here: Path) -> None:
        (here / "in.jsonl").write_text(
            "".join(json.dumps({"id": n, "text": ARTICLE * (n % 4)}) + "\n" for n in range(300))
        )

        clean("in.jsonl", "-o", "one.jsonl", "--jobs", "1", "--ledger", "one.ledger", cwd=here)
        clean("in.jsonl", "-o", "two.jsonl", "--jobs", "2", "--ledger", "two.ledger", cwd=here)

        assert (here / "one.jsonl").read_bytes() == (here / "two.jsonl").read_bytes()
        assert (here / "one.ledger").read_bytes() == (here / "two.ledger").read_bytes()

    def test_record_over_the_limit_passes_through(self, here: Path) -> None:
        ran = clean("in.jsonl", "-o", "out.jsonl", "--config", "max-record-mb = 0.00006", cwd=here)

        assert (here / "out.jsonl").read_bytes() == (here / "in.jsonl").read_bytes()
        assert "in.jsonl:1: the record has more than 60 characters" in ran.err
        assert "3 records: 0 mended, 0 dropped, 2 broken" in ran.err


class TestFiles:
    @pytest.mark.parametrize("name", ["in.jsonl.gz", "in.jsonl.zst", "in.jsonl"])
    @pytest.mark.parametrize("out", ["out.jsonl.gz", "out.jsonl.zst", "out.jsonl"])
    def test_compression_follows_the_endings(self, here: Path, name: str, out: str) -> None:
        whole = (here / "in.jsonl").read_bytes()
        packed = {"gz": gzip.compress, "zst": zstd().compress}.get(name.rsplit(".", 1)[1], bytes)(whole)
        (here / name).write_bytes(packed)

        clean(name, "-o", out, cwd=here)

        content = (here / out).read_bytes()
        if out.endswith("gz"):
            content = gzip.decompress(content)
        elif out.endswith("zst"):
            content = zstd().decompress(content)
        assert content == whole.replace(json.dumps(ARTICLE).encode(), json.dumps(KEPT).encode())

    def test_array_stays_an_array_with_its_layout(self, here: Path) -> None:
        layout = '[\n  {"text": %s},\n\n  {"text": "x"}\n]\n'
        (here / "in.json").write_text(layout % json.dumps(ARTICLE))

        clean("in.json", "-o", "out.json", cwd=here)

        assert (here / "out.json").read_text() == layout % json.dumps(KEPT)

    def test_broken_array_is_copied_from_where_it_breaks(self, here: Path) -> None:
        broken = '[{"text": %s}, {"text": oops}, {"text": "b"}]'
        (here / "in.json").write_text(broken % json.dumps(ARTICLE))

        clean("in.json", "-o", "out.json", cwd=here)

        assert (here / "out.json").read_text() == broken % json.dumps(KEPT)

    def test_folder_goes_to_a_folder(self, here: Path) -> None:
        (here / "texts" / "deep").mkdir(parents=True)
        (here / "texts" / "deep" / "a.txt").write_text(ARTICLE)
        (here / "texts" / "b.txt").write_text(KEPT)

        ran = clean("texts", "-o", "out", cwd=here)

        assert (here / "out" / "deep" / "a.txt").read_text() == KEPT
        assert (here / "out" / "b.txt").read_text() == KEPT
        assert "2 records: 1 mended" in ran.err

    def test_folder_does_not_go_to_one_file(self, here: Path) -> None:
        (here / "many").mkdir()
        (here / "many" / "a.txt").write_text(ARTICLE)

        ran = clean("many", "-o", "out.jsonl", cwd=here)

        assert ran.status == 2
        assert "many is a folder, and out.jsonl has the name of a file" in ran.err
        assert not (here / "out.jsonl").exists()

    def test_standard_streams(self, here: Path) -> None:
        ran = clean("-", "-o", "-", cwd=here, stdin=(here / "in.jsonl").read_bytes())

        assert json.loads(ran.out.splitlines()[0])["text"] == KEPT

    def test_cut_off_input_writes_nothing(self, here: Path) -> None:
        (here / "in.jsonl.gz").write_bytes(gzip.compress((here / "in.jsonl").read_bytes())[:-9])

        ran = clean("in.jsonl.gz", "-o", "out.jsonl", cwd=here)

        assert ran.status == 2
        assert "cut short" in ran.err
        assert not (here / "out.jsonl").exists()

    @pytest.mark.parametrize(("given", "out", "said"), [
        ("in.jsonl", "in.jsonl", "is what is read"),
        ("in.jsonl", "out.json", "choose the same ending"),
        ("none.jsonl", "out.jsonl", "no such file"),
        (".", "-", "is a folder"),
    ])  # fmt: skip
    def test_wrong_paths_are_told(self, here: Path, given: str, out: str, said: str) -> None:
        ran = clean(given, "-o", out, cwd=here)

        assert ran.status == 2
        assert said in ran.err

    @pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="Linux tells the peak of a process")  # noqa: PTH110
    def test_memory_does_not_grow_with_the_input(self, here: Path) -> None:
        line = json.dumps({"text": KEPT * 400}) + "\n"
        script = (
            "import re, sys; from scrapelint.cli import main; status = main(sys.argv[1:]);"
            "print(re.search('VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]); sys.exit(status)"
        )
        peaks = []
        for records in (100, 3000):
            (here / "in.jsonl").write_text(line * records)
            command = ["clean", "--isolated", "--select", "CMT001", "-q", "-j", "1", "in.jsonl", "-o", "out.jsonl"]
            done = subprocess.run([sys.executable, "-c", script, *command], cwd=here, capture_output=True, check=True)
            peaks.append(int(done.stdout))

        assert peaks[1] - peaks[0] < 8_000  # of 28 MB more input


class TestDropping:
    def test_never_is_the_default(self, here: Path) -> None:
        clean("in.jsonl", "-o", "out.jsonl", "--select", "QUA", "--min-confidence", "0", cwd=here)

        assert len((here / "out.jsonl").read_text().splitlines()) == 3

    def test_dropped_record_goes_to_the_rejects_with_every_reason(self, here: Path) -> None:
        options = ("--select", "QUA", "--min-confidence", "0", "--drop-on", "info", "--rejects", "no.jsonl")
        ran = clean("in.jsonl", "-o", "out.jsonl", *options, cwd=here)

        (first, _second) = rows(here / "no.jsonl")
        assert (here / "out.jsonl").read_text() == BROKEN
        assert first["record"] == {"id": "a", "n": 1.0, "text": ARTICLE, "z": [1]}
        assert first["number"] == 1
        assert {"code", "name", "severity", "confidence", "message"} <= set(first["reasons"][0])
        assert "2 dropped, 1 broken" in ran.err

    def test_dropped_text_of_a_folder_has_no_file_and_comes_back(self, here: Path) -> None:
        (here / "texts").mkdir()
        (here / "texts" / "a.txt").write_text(ARTICLE)
        options = ("--select", "QUA", "--min-confidence", "0", "--drop-on", "info", "--ledger", "ledger.jsonl")

        ran = clean("texts", "-o", "out", *options, cwd=here)
        back = scrapelint("restore", "out", "--ledger", "ledger.jsonl", "-o", "back", cwd=here)

        assert "1 record: 0 mended, 1 dropped." in ran.err
        assert not (here / "out" / "a.txt").exists()
        assert (here / "back" / "a.txt").read_text() == ARTICLE
        assert back.status == 0

    def test_rejects_without_anything_to_drop_are_refused(self, here: Path) -> None:
        ran = clean("in.jsonl", "-o", "out.jsonl", "--rejects", "no.jsonl", cwd=here)

        assert ran.status == 2
        assert "--rejects is for records that are dropped: give --drop-on or --drop-over, too" in ran.err

    def test_rejects_stand_beside_by_default(self, here: Path) -> None:
        clean(
            "in.jsonl", "-o", "out.jsonl.gz", "--select", "QUA", "--min-confidence", "0", "--drop-on", "info", cwd=here
        )

        assert len(gzip.decompress((here / "out.rejects.jsonl.gz").read_bytes()).splitlines()) == 2

    def test_mended_finding_drops_nothing(self, here: Path) -> None:
        clean("in.jsonl", "-o", "out.jsonl", "--drop-on", "info", cwd=here)

        assert len(rows_of_valid(here / "out.jsonl")) == 2

    @pytest.mark.parametrize("bad", [(), (0,), (1,), (2,), (0, 1), (1, 2), (0, 2), (0, 1, 2)])
    def test_array_stays_valid_whatever_is_dropped(self, here: Path, bad: tuple[int, ...]) -> None:
        records = [{"n": n, "text": "The caf\ufffd is open." if n in bad else "The bar is open."} for n in range(3)]
        (here / "in.json").write_text(json.dumps(records, indent=2))
        options = ("--select", "ENC002", "--min-confidence", "0", "--drop-on", "info")

        clean("in.json", "-o", "out.json", *options, "--ledger", "l.jsonl", cwd=here)
        scrapelint("restore", "out.json", "--ledger", "l.jsonl", "-o", "back.json", cwd=here)

        kept = json.loads((here / "out.json").read_text())
        assert [record["n"] for record in kept] == [n for n in range(3) if n not in bad]
        assert (here / "back.json").read_bytes() == (here / "in.json").read_bytes()

    def test_record_in_a_list_below_a_key_is_mended_but_not_dropped(self, here: Path) -> None:
        layout = '{"articles": [ {"text": %s}, {"text": "The caf\ufffd is open."} ]}'
        (here / "in.json").write_text(layout % json.dumps(ARTICLE), encoding="utf-8")

        ran = clean(
            "in.json",
            "-o",
            "out.json",
            "--select",
            "CMT,ENC002",
            "--min-confidence",
            "0",
            "--drop-on",
            "info",
            cwd=here,
        )

        assert (here / "out.json").read_text(encoding="utf-8") == layout % json.dumps(KEPT)
        assert "1 to be dropped are in a list inside a record, and were kept." in ran.err


def rows_of_valid(path: Path) -> list[str]:
    return [line for line in path.read_text().splitlines() if line.endswith("}")]
