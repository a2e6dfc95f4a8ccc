"""Attributes for dolma, and its taggers: where it is not installed against its base classes of 1.2.1."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
from standins import DOLMA, integration

from scrapelint import clean_records
from scrapelint.errors import ReadError, UsageError
from scrapelint.integrations.attributes import attributes, write_attributes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORM = "Your email address will not be published."
STORY = (
    "The council approved the plan for the café on Tuesday night after a debate of six hours.\n\n"
    "Its members had heard from engineers, from shopkeepers and from the residents of Mill Street before they voted."
)
PAGE = f"{STORY}\n\n{FORM}"
START = len(STORY) + 2
FINDINGS, REMOVALS = "scrapelint__scrapelint_findings__CMT001", "scrapelint__scrapelint_removals__removal"


@pytest.fixture(scope="module")
def dolma() -> Iterator[Any]:
    with integration("dolma", "dolma", DOLMA) as module:
        yield module


def cut(text: str, spans: list[list[int]]) -> str:
    """Return a text as the mixer makes it that replaces spans by nothing."""
    for start, end, _ in reversed(spans):
        text = text[:start] + text[end:]
    return text


def documents(folder: Path, *texts: str, name: str = "documents/a.jsonl.gz") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    lines = [json.dumps({"id": str(n), "text": text, "source": "crawl"}) for n, text in enumerate(texts)]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


class TestAttributes:
    def test_they_have_places_and_scores(self) -> None:
        found = attributes({"id": "a", "text": PAGE, "source": "crawl"}, select=["CMT"])

        assert (found["id"], found["source"]) == ("a", "crawl")
        assert found["attributes"] == {
            FINDINGS: [(START, len(PAGE), 0.99)], REMOVALS: [(len(STORY), len(PAGE), 0.99)],
        }  # fmt: skip

    def test_nothing_is_tagged_for_removal_where_it_would_be_too_much(self) -> None:
        assert list(attributes({"id": "a", "text": FORM}, select=["CMT"])["attributes"]) == [FINDINGS]

    def test_finding_without_a_place_is_about_all_of_the_text(self) -> None:
        found = attributes({"id": "a", "text": "# " * 50}, select=["QUA001"], experiment="q")["attributes"]

        assert {(start, end) for start, end, _ in found["q__scrapelint_findings__QUA001"]} == {(0, 100)}

    def test_there_is_a_line_for_each_document(self, tmp_path: Path) -> None:
        path, out = documents(tmp_path, PAGE, STORY), tmp_path / "attributes/scrapelint/a.jsonl.gz"

        assert write_attributes(path, out, select=["CMT"]) == 2

        first, second = [json.loads(line) for line in gzip.decompress(out.read_bytes()).splitlines()]
        assert first["attributes"][FINDINGS] == [[START, len(PAGE), 0.99]]
        assert second == {"id": "1", "attributes": {}, "source": "crawl"}

    def test_spans_cut_out_leave_what_clean_leaves(self) -> None:
        text = f"{STORY}\n\nShare this article\n\nLeave a Reply\n\n{STORY.replace('café', 'bridge')}\n\n{FORM}"
        (cleaned,) = clean_records([{"text": text}], select=["CMT", "NAV"])

        spans = attributes({"id": "a", "text": text}, select=["CMT", "NAV"])["attributes"][REMOVALS]

        assert len(spans) == 2
        assert cut(text, spans) == cleaned.record["text"] != text

    def test_what_is_written_anew_is_found_and_not_removed(self) -> None:
        found = attributes({"id": "a", "text": STORY.replace("café", "cafÃ©")}, select=["ENC001"])

        assert list(found["attributes"]) == [FINDINGS.replace("CMT001", "ENC001")]

    def test_removal_is_as_sure_as_the_least_sure_finding_of_its_rule(self) -> None:
        text = f"{STORY}\n\nREAD ALSO: Bus drivers call off their strike\n\n{STORY}\n\nRead more: Trams run again\n\n{STORY}"

        found = attributes({"id": "a", "text": text}, select=["NAV004"])["attributes"]

        scores = [score for _, _, score in found[FINDINGS.replace("CMT001", "NAV004")]]
        assert len(set(scores)) == 2
        assert {score for _, _, score in found[REMOVALS]} == {min(scores)}

    @pytest.mark.parametrize("line", ['{"id": "b"}', '{"id": "b", "text": ', "[]", '{"text": "a"}'])
    def test_line_that_is_no_document_is_named_and_nothing_written(self, tmp_path: Path, line: str) -> None:
        path, out = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
        path.write_text(f'{{"id": "a", "text": "Talks ended."}}\n{line}\n', encoding="utf-8")

        with pytest.raises(ReadError, match=r"a\.jsonl:2: .*; nothing was written"):
            write_attributes(path, out)

        assert not out.exists()

    def test_documents_are_never_written_over(self, tmp_path: Path) -> None:
        path = documents(tmp_path, PAGE)

        with pytest.raises(UsageError, match="is read: give the attributes another name"):
            write_attributes(path, tmp_path / "documents" / ".." / "documents" / "a.jsonl.gz")

    def test_file_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError, match=r"none\.jsonl: no such file"):
            write_attributes(tmp_path / "none.jsonl", tmp_path / "out.jsonl")


class TestTaggers:
    def tagged(self, dolma: Any, tagger: Any, text: str) -> dict[str, Any]:
        doc = dolma._types.Document(source="crawl", id="a", text=text)
        result = tagger.predict(doc)
        assert result.doc is doc
        return tagger.group_output(result)

    def test_they_are_registered_by_their_names_and_tag_what_attributes_have(self, dolma: Any) -> None:
        found = attributes({"id": "a", "text": PAGE})["attributes"]

        for name in ("scrapelint_findings", "scrapelint_removals"):
            tagger = dolma.TaggerRegistry.get(name)()
            own = {f"scrapelint__{name}__{kind}": spans for kind, spans in self.tagged(dolma, tagger, PAGE).items()}
            assert own == {key: spans for key, spans in found.items() if f"__{name}__" in key}
            assert own

    def test_a_class_of_ones_own_chooses_the_rules(self, dolma: Any) -> None:
        class Navigation(dolma.ScrapelintRemovals):  # type: ignore[misc, name-defined]
            select = ("NAV",)

        assert self.tagged(dolma, Navigation(), PAGE) == {}
        assert self.tagged(dolma, Navigation(), f"{STORY}\n\nShare this article") == {
            "removal": [(len(STORY), len(STORY) + 20, 0.99)]
        }

    def test_a_share_that_is_none_is_told_when_the_tagger_is_made(self, dolma: Any) -> None:
        class Wrong(dolma.ScrapelintRemovals):  # type: ignore[misc, name-defined]
            max_removed = 50

        with pytest.raises(UsageError, match="max_removed is 50"):
            Wrong()
