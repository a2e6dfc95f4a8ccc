"""Fixes applied to texts and files: which go in, what stays, and that nothing is lost."""

from __future__ import annotations

import gzip
import json
import os
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from command import ARTICLE, FORM, scrapelint
from hypothesis import assume, given
from hypothesis import strategies as st

from scrapelint.article import Article
from scrapelint.cli import main
from scrapelint.errors import WriteError
from scrapelint.finding import Edit, Finding, Fix, Severity
from scrapelint.fixes.atomic import replacing
from scrapelint.fixes.edits import MAX_ROUNDS, apply, mend, resolve
from scrapelint.fixes.patches import Change, Hunk, composed, patched
from scrapelint.fixes.splicing import spliced
from scrapelint.readers.source import Source
from scrapelint.readers.syntax.json_record import literal, parts_of
from scrapelint.text.lines import removal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scrapelint.engine.linter import Linter

KEPT = "Talks ended on Friday.\n"
TEXTS = st.text(st.sampled_from("ab \n\r\t.é😀\ud800\udcff"), max_size=40)


def finding(
    *edits: Edit, confidence: float = 0.95, safe: bool = False, code: str = "AAA001", field: str = "text"
) -> Finding:
    fixed = Fix("mend it", edits, safe)
    return Finding(code, "bad", Severity.WARNING, "bad", None, confidence, {}, fixed, field)


@st.composite
def texts_with_edits(draw: Callable[..., object]) -> tuple[str, list[Finding]]:
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    one = st.builds(lambda a, b, c: Edit(min(a, b), max(a, b), c), places, places, st.sampled_from(["", "", "x", " "]))
    found = st.builds(
        lambda edits, sure: finding(*edits, confidence=sure), st.lists(one, min_size=1, max_size=3), st.floats(0, 1)
    )
    return text, draw(st.lists(found, max_size=6))


class TestConflicts:
    def test_surer_fix_wins(self) -> None:
        rivals = [finding(Edit(0, 3, "x"), confidence=0.9), finding(Edit(2, 5, "y"), confidence=0.95)]

        changes, fixed = resolve("abcdef", rivals)

        assert [change.edit for change in changes] == [Edit(2, 5, "y")]
        assert [done.finding for done in fixed] == rivals[1:]

    def test_halves_of_letters_are_not_joined(self) -> None:
        bytes_, halves = "\udcc2\x01\udc80 a", "\ud83d\x01\ude00 a"

        for text in (bytes_, halves):
            assert resolve(text, [finding(Edit(1, 2)), finding(Edit(0, 0, "b"), Edit(1, 2))]) == ([], [])
            assert [change.edit for change in resolve(text, [finding(Edit(1, 2, "x"))])[0]] == [Edit(1, 2, "x")]

    def test_of_two_as_sure_the_safe_one_wins(self) -> None:
        changes, _ = resolve("abcdef", [finding(Edit(0, 3, "x")), finding(Edit(2, 5, "y"), safe=True)])

        assert [change.edit for change in changes] == [Edit(2, 5, "y")]

    def test_fix_goes_in_whole_or_not_at_all(self) -> None:
        rivals = [finding(Edit(0, 2, "x"), confidence=1), finding(Edit(1, 3, "y"), Edit(4, 5, "z"))]

        changes, fixed = resolve("abcdef", rivals)

        assert [change.edit for change in changes] == [Edit(0, 2, "x")]
        assert len(fixed) == 1

    def test_removals_that_overlap_are_merged(self) -> None:
        changes, fixed = resolve("abcdef", [finding(Edit(0, 3)), finding(Edit(2, 5), code="BBB001")])

        assert changes == [Change(Edit(0, 5), ("AAA001", "BBB001"))]
        assert sum(done.removed_chars for done in fixed) == 5

    def test_removed_neighbours_leave_the_blank_lines_of_one(self) -> None:
        text = "One.\n\nTwo.\n\nThree.\n\nFour."
        found = [finding(removal(text, 6, 10)), finding(removal(text, 12, 18))]

        assert apply(text, [one.fix for one in found if one.fix]) == "One.\n\nFour."

    def test_removal_takes_what_is_mended_within_it_along(self) -> None:
        rivals = [finding(Edit(2, 3, " "), confidence=0.97), finding(Edit(1, 5), confidence=0.9)]

        changes, fixed = resolve("abcdef", rivals)

        assert patched("abcdef", [change.edit for change in changes]) == "af"
        assert sum(done.removed_chars for done in fixed) == 4

    def test_fix_outside_the_text_is_left_out(self) -> None:
        assert resolve("abc", [finding(Edit(2, 9, "x"))]) == ([], [])

    def test_undecodable_bytes_are_removed_but_never_replaced(self) -> None:
        text = "caf\udce9 news"

        assert resolve(text, [finding(Edit(3, 4, "é"))])[0] == []
        assert patched(text, [c.edit for c in resolve(text, [finding(Edit(0, 5))])[0]]) == "news"

    @given(texts_with_edits())
    def test_changes_are_in_order_and_apart(self, given_: tuple[str, list[Finding]]) -> None:
        text, found = given_

        changes, fixed = resolve(text, found)

        edits = [change.edit for change in changes]
        assert edits == sorted(edits)
        assert all(one.end <= other.start for one, other in pairwise(edits))
        assert sum(done.removed_chars for done in fixed) == len(text) - len(patched(text, edits))


class TestComposing:
    @given(st.data(), TEXTS)
    def test_hunks_do_at_once_what_rounds_do_one_after_the_other(self, data: st.DataObject, text: str) -> None:
        hunks: list[Hunk] = []
        now = text
        for _ in range(3):
            cuts = sorted(data.draw(st.lists(st.integers(0, len(now)), max_size=6, unique=True)))
            new = data.draw(st.sampled_from(["", "x", "yz"]))
            edits = [Edit(a, b, new) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
            hunks = composed(text, hunks, [Change(edit) for edit in edits])
            now = patched(now, edits)

            assert patched(text, hunks) == now

    def test_hunk_knows_every_rule_that_asked_for_it(self) -> None:
        first = composed("abcdef", [], [Change(Edit(1, 3, "x"), ("AAA001",))])

        assert composed("abcdef", first, [Change(Edit(1, 3), ("BBB001",))]) == [Hunk(1, 4, "", ("AAA001", "BBB001"))]

    def test_what_is_put_back_is_no_hunk(self) -> None:
        first = composed("abc", [], [Change(Edit(1, 2, "x"))])

        assert composed("abc", first, [Change(Edit(1, 2, "b"))]) == []


class TestRounds:
    def test_mended_text_is_checked_again(self) -> None:
        mended = mend(Article("aaa"), lambda a: [finding(Edit(0, 1))] if a.text else [], lambda _: True)

        assert mended.article.text == ""
        assert len(mended.fixed) == 3
        assert mended.left == []

    def test_rounds_are_bounded(self) -> None:
        mended = mend(Article(""), lambda _: [finding(Edit(0, 0, "x"))], lambda _: True)

        assert mended.article.text == "x" * MAX_ROUNDS

    def test_other_fields_are_mended_in_their_own_places(self) -> None:
        article = Article("text", fields={"title": "Port opens | Larn", "author": ["Ann Lee"]})
        found = [finding(Edit(10, 17), field="title"), finding(Edit(0, 1), field="author")]

        mended = mend(article, lambda a: found if a == article else [], lambda _: True)

        assert mended.article.fields == {"title": "Port opens", "author": ["Ann Lee"]}
        assert list(mended.hunks) == ["title"]

    @given(
        st.lists(
            st.sampled_from([FORM, "Share Tweet", "Photo: Ann Lee", "", "", "The port is open, he said."]), max_size=12
        )
    )
    def test_never_more_blank_lines_than_stood_there(self, linter: Linter, lines: list[str]) -> None:
        text = "\n".join(lines)

        after = mend(Article(text), linter.check, lambda _: True).article.text

        assert max(map(len, re.findall("\n+", after)), default=0) <= max(map(len, re.findall("\n+", text)), default=0)


class TestJson:
    @given(st.text(max_size=12), st.booleans(), st.data())
    def test_spliced_string_reads_as_the_patched_value(self, value: str, ascii_only: bool, data: st.DataObject) -> None:  # noqa: FBT001
        record = json.dumps({"n": [1, {"text": "x"}], "text": value, "z": 1.0}, ensure_ascii=ascii_only)
        start = data.draw(st.integers(0, len(value)))
        hunk = Hunk(start, data.draw(st.integers(start, len(value))), data.draw(st.sampled_from(["", 'a"\n', "é"])))
        assume(value and not value.isspace())

        after = patched(record, [f.hunk for f in spliced(record, parts_of(record, "text", Source("a")), [hunk])])

        assert json.loads(after)["text"] == patched(value, [hunk])
        assert after.isascii() or not record.isascii()

    def test_of_equal_keys_the_last_counts_as_in_reading(self) -> None:
        record = '{"text": "a", "text": "b"}'

        assert literal(record, ("text",)) == (23, 24)

    def test_path_goes_through_lists_and_objects(self) -> None:
        assert literal('{"a": [0, {"b" : "x"}]}', ("a", 1, "b")) == (18, 19)
        assert literal('{"a": [0, {"b" : 1}]}', ("a", 1, "b")) is None
        assert literal('{"a": 1}', ("b",)) is None


class TestWriting:
    def test_crash_leaves_the_old_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("old")

        with pytest.raises(ZeroDivisionError), replacing(str(path)) as out:  # noqa: PT012
            out.write(b"new")
            raise ZeroDivisionError

        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]

    def test_file_changed_meanwhile_is_not_overwritten(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("old")
        known = path.stat()

        with pytest.raises(WriteError, match="changed while it was read"), replacing(str(path), unchanged=known) as out:  # noqa: PT012
            out.write(b"new")
            path.write_text("somebody else's")

        assert path.read_text() == "somebody else's"

    def test_mode_stays_and_links_are_followed(self, tmp_path: Path) -> None:
        path, link = tmp_path / "a.txt", tmp_path / "link.txt"
        path.write_text("old")
        path.chmod(0o640)
        link.symlink_to(path)

        with replacing(str(link)) as out:
            out.write(b"new")

        assert link.is_symlink()
        assert path.read_text() == "new"
        assert path.stat().st_mode & 0o777 == 0o640


class TestCommand:
    SELECT = ("--isolated", "--select", "CMT,PRO,MET", "--output-format", "concise")

    @pytest.fixture
    def here(self, tmp_path: Path) -> Path:
        (tmp_path / "a.txt").write_bytes(b"Caf\xe9 owners met.\r\n\r\n" + FORM.encode() + b"\r\n")
        return tmp_path

    def test_without_fix_nothing_changes(self, here: Path) -> None:
        before = (here / "a.txt").read_bytes()

        ran = scrapelint("check", *self.SELECT, "--unsafe-fixes", "a.txt", cwd=here)

        assert (here / "a.txt").read_bytes() == before
        assert "[*] 1 fixable with the `--fix` option." in ran.out

    def test_unsafe_fix_is_applied_only_when_asked_for(self, here: Path) -> None:
        form = "Jūsu e-pasta adrese netiks publicēta."  # Latvian is not among the languages that were measured
        (here / "a.txt").write_bytes(b"Caf\xe9 owners met.\n\n" + form.encode())
        ran = scrapelint("check", *self.SELECT, "--fix", "a.txt", cwd=here)

        assert form in (here / "a.txt").read_text(errors="replace")
        assert ran.out.endswith("No fixes available (1 hidden fix can be enabled with the `--unsafe-fixes` option).\n")
        assert ran.status == 1

    def test_bytes_outside_of_the_edit_stay(self, here: Path) -> None:
        ran = scrapelint("check", *self.SELECT, "--fix", "--unsafe-fixes", "a.txt", cwd=here)

        assert (here / "a.txt").read_bytes() == b"Caf\xe9 owners met.\r\n"
        assert "(1 fixed, 1 remaining)" in ran.out

    def test_fix_only_is_quiet_and_clean(self, here: Path) -> None:
        ran = scrapelint("check", *self.SELECT, "--fix-only", "--unsafe-fixes", "a.txt", cwd=here)

        assert (ran.status, ran.out, ran.err) == (0, "", "Fixed 1 finding.\n")

    def test_diff_writes_nothing_and_fails(self, here: Path) -> None:
        before = (here / "a.txt").read_bytes()

        ran = scrapelint("check", *self.SELECT, "--diff", "--unsafe-fixes", "a.txt", cwd=here)

        assert (here / "a.txt").read_bytes() == before
        assert ran.status == 1
        assert f"-{FORM}" in ran.out
        assert ran.err == "Would fix 1 finding.\n"

    def test_diff_has_colours_where_asked_and_obeys_no_text(self, here: Path) -> None:
        (here / "a.txt").write_text(f"\x1b[2JTalks ended on Friday.\n\n{FORM}\n")

        ran = scrapelint("check", *self.SELECT, "--diff", "--color", "always", "a.txt", cwd=here)

        assert ran.out.startswith(
            "\x1b[1m--- a.txt\x1b[0m\n\x1b[1m+++ a.txt\x1b[0m\n\x1b[36m@@ -1,3 +1 @@\x1b[0m\n ␛[2JTalks"
        )
        assert f"\n\x1b[31m-{FORM}\x1b[0m\n" in ran.out

    def test_diff_in_a_pipe_has_colours_only_where_asked(self, here: Path) -> None:
        ran = scrapelint("check", *self.SELECT, "--diff", "a.txt", cwd=here, FORCE_COLOR="1")

        assert "\x1b" not in ran.out

    def test_show_fixes_lists_rules_by_file(self, here: Path) -> None:
        ran = scrapelint("check", *self.SELECT, "--fix", "--unsafe-fixes", "--show-fixes", "a.txt", cwd=here)

        assert "Fixed 1 finding:\n- a.txt:\n    1 × CMT001 (comment-form)\n" in ran.out

    def test_only_the_mended_string_of_a_record_changes(self, here: Path) -> None:
        line = '{"z" : 1.50,"text":"Caf\\u00e9 \\/ bar.\\n\\n%s" , "url":"https://x.example/a-port-opens-again-5?utm_source=x" }\r\n'
        (here / "a.jsonl").write_text(line % FORM + '{"text": \n' + line % "", newline="")

        scrapelint("check", *self.SELECT, "--fix", "--unsafe-fixes", "a.jsonl", cwd=here)

        mended = line.replace("?utm_source=x", "")
        after = (here / "a.jsonl").read_bytes().decode()
        assert after == mended.replace("\\n\\n%s", "") + '{"text": \n' + mended % ""

    def test_json_keeps_its_layout(self, here: Path) -> None:
        layout = '{\n  "articles" : [\n    {"n": 1e5, "text": %s},\n    {"text": "Kept."}\n  ]\n}\n'
        (here / "a.json").write_text(layout % json.dumps(f"One.\n\n{FORM}"))

        scrapelint("check", *self.SELECT, "--fix", "--unsafe-fixes", "a.json", cwd=here)

        assert (here / "a.json").read_text() == layout % '"One."'

    def test_front_matter_and_byte_order_mark_stay(self, here: Path) -> None:
        front = "\ufeff---\ntitle: Talks end\n---\n"
        (here / "a.md").write_text(front + ARTICLE, encoding="utf-8")

        scrapelint("check", *self.SELECT, "--fix", "--unsafe-fixes", "a.md", cwd=here)

        assert (here / "a.md").read_bytes().decode() == front + KEPT

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
    def test_wide_encodings_stay(self, here: Path, encoding: str) -> None:
        mark = "\ufeff" if encoding.endswith("be") else ""
        (here / "a.txt").write_bytes((mark + ARTICLE).encode(encoding))

        scrapelint("check", *self.SELECT, "--fix", "--unsafe-fixes", "a.txt", cwd=here)

        assert (here / "a.txt").read_bytes() == (mark + KEPT).encode(encoding)

    def test_compressed_file_is_compressed_again(self, here: Path) -> None:
        (here / "a.txt.gz").write_bytes(gzip.compress(ARTICLE.encode()))

        scrapelint("check", *self.SELECT, "--fix", "--unsafe-fixes", "a.txt.gz", cwd=here)

        assert gzip.decompress((here / "a.txt.gz").read_bytes()).decode() == KEPT

    def test_standard_input_goes_to_standard_output(self, here: Path) -> None:
        ran = scrapelint("check", *self.SELECT, "--fix", "--unsafe-fixes", "-", cwd=here, stdin=ARTICLE.encode())

        assert ran.out == KEPT
        assert "(1 fixed, 0 remaining)" in ran.err

    def test_unchanged_file_is_not_written(self, here: Path) -> None:
        (here / "b.txt").write_text(KEPT)
        os.utime(here / "b.txt", (1, 1))

        scrapelint("check", *self.SELECT, "--fix", "b.txt", cwd=here)

        assert (here / "b.txt").stat().st_mtime == 1

    def test_ignored_rule_is_not_applied(self, here: Path) -> None:
        options = ("--fix", "--unsafe-fixes", "--per-file-ignores", "*.txt:NAV,CMT001")

        scrapelint("check", *self.SELECT, *options, "a.txt", cwd=here)

        assert FORM.encode() in (here / "a.txt").read_bytes()

    def test_pool_mends_what_one_process_mends(self, here: Path) -> None:
        for name in ("one.jsonl", "two.jsonl"):
            (here / name).write_text(
                "".join(json.dumps({"id": n, "text": ARTICLE * (n % 3)}) + "\n" for n in range(200))
            )

        scrapelint("check", *self.SELECT, "--fix", "--unsafe-fixes", "one.jsonl", "-j", "1", cwd=here)
        scrapelint("check", *self.SELECT, "--fix", "--unsafe-fixes", "two.jsonl", "-j", "2", cwd=here)

        assert FORM not in (here / "one.jsonl").read_text()
        assert (here / "one.jsonl").read_text() == (here / "two.jsonl").read_text()

    def test_file_that_changed_meanwhile_is_left_and_the_status_is_2(
        self, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (here / "b.txt").write_text(ARTICLE)
        monkeypatch.chdir(here)
        monkeypatch.setattr("scrapelint.fixes.atomic.is_same", lambda path, _: not path.endswith("a.txt"))

        status = main(["check", *self.SELECT, "--fix", "--unsafe-fixes", "a.txt", "b.txt"])

        assert status == 2
        assert "a.txt: changed while it was read; nothing was written" in capsys.readouterr().err
        assert FORM in (here / "a.txt").read_text(errors="replace")
        assert (here / "b.txt").read_text() == KEPT
        assert sorted(path.name for path in here.iterdir()) == ["a.txt", "b.txt"]
