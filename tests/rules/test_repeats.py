"""Which copy of a repeat goes, and what may come again."""

from __future__ import annotations

import pytest

from scrapelint import Article
from scrapelint.plugin import Linter
from scrapelint.selection.registry import discover

REGISTRY = discover()
LINTER = Linter([rule() for code, rule in REGISTRY.rules.items() if code.startswith("REP")], REGISTRY.phrases())

LEAD = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike in the port."
BODY = "Nobody in the port had expected an end to the strike before the summer, when most of the tourists come to the islands."
LAST = (
    "The owners of the line spoke of a day that had cost them dear, and of talks that go on in the old customs house."
)


def removed(text, **fields):
    """Return the lines that findings of the family would take out."""
    found = LINTER.check(Article(text, fields=fields))
    spans = [finding.span for finding in found if finding.fix and finding.span]
    return [text[start:end] for start, end in sorted(spans)]


def test_lines_of_one_structure_go_from_the_same_side():
    head = f"{LEAD}\n\nTalks on the pay go on"
    text = f"Ferry strike ends\n\n{head}\n\n{BODY}\n\n{head}\n\n{LAST}"
    assert removed(text) == [LEAD, "Talks on the pay go on"]


def test_copies_of_the_title_go_where_the_record_has_it_as_a_field():
    title = "Ferry strike ends after nine days"
    text = f"{title}\n\n12 May\n\n{title}\n\n{LEAD}"
    assert removed(text) == [title]
    assert removed(text, title=title) == [title, title]


@pytest.mark.parametrize("title", [LEAD, f"{LEAD} | The Larn Courier"])
def test_text_that_is_only_its_title_is_not_emptied(title):
    assert removed(LEAD, title=title) == []
    assert removed(f"{LEAD}\n\nLarn", title=title) == []


def test_speakers_of_an_interview_may_come_again():
    names = ("ann lee", "tom reed")
    text = "\n\n".join(f"{names[turn % 2]}\n\n{BODY[:-1]} {turn}." for turn in range(8))
    assert removed(f"{LEAD}\n\n{text}\n\n{LAST}") == []


@pytest.mark.parametrize("song", [
    "Carry me over the water\nCarry me home to the bay",
    "Trag mich über das Wasser\nTrag mich nach Haus in die Bucht\nDie Lichter am Hafen sie brennen",
])  # fmt: skip
def test_refrain_may_come_again(song):
    assert removed(f"{LEAD}\n\n{song}\n\nMy brother went out in the morning\n\n{song}\n\n{LAST}") == []
