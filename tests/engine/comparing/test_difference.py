"""One article in two versions: what was gained and lost, and which is better."""

from __future__ import annotations

import pytest

from scrapelint.article import Article
from scrapelint.comparing.difference import Difference, difference, places
from scrapelint.comparing.side import Known, Version, id_key, url_key
from scrapelint.scoring import Score

FIRST = "The storm closed the harbour on Monday, and no ferry left for the islands."
SECOND = "The harbour master said that the wind had reached 110 kilometres an hour."


def version(text: str = FIRST, score: float = 1.0, chars: int = 100, findings: tuple[Known, ...] = ()) -> Version:
    return Version(
        "larn.example/1", "1", "a", "a.jsonl:1", "larn.example", text, Score(score, 1 - score, chars), findings
    )


def texts(old: str, new: str) -> Difference:
    return difference(version(old), version(new))


def found(code: str, content: str = "x") -> Known:
    return Known(code, "a-rule", content)


def test_findings_are_told_apart_by_rule_and_content() -> None:
    old = version(findings=(found("NAV001"), found("CMT001"), found("CMT001")))
    new = version(findings=(found("NAV001", "y"), found("CMT001")))

    known = difference(old, new)

    assert (known.gained, known.lost) == ((found("NAV001", "y"),), (found("NAV001"), found("CMT001")))


def test_lines_that_only_one_side_has_are_gained_and_lost() -> None:
    known = texts(f"{FIRST}\n\nShare", f"{FIRST}\n{SECOND}")

    assert known.lost_text == ((1,), 5)
    assert known.gained_text == ((1,), len(SECOND.replace(" ", "")))


def test_lines_broken_otherwise_are_on_both_sides() -> None:
    broken = FIRST.replace(" on ", "\n  on ")

    assert texts(f"{FIRST}\n\n{SECOND}", f"{broken} {SECOND}").lost_text == ((), 0)
    assert texts(f"{broken}\n\n{SECOND}", f"{FIRST} {SECOND}").lost_text == ((), 0)


def test_further_copy_of_a_line_is_gained() -> None:
    assert texts(FIRST, f"{FIRST}\n{SECOND}\n{FIRST}").gained_text.rows == (1, 2)


def test_places_have_the_lines_of_both_sides_with_their_rows() -> None:
    known = texts(f"{FIRST}\n\nShare\n\n{SECOND}", f"{FIRST}\n\nTweet\n\nPrint\n\n{SECOND}\n\nTags")

    assert list(places(known)) == [(((3, "Share"),), ((3, "Tweet"), (5, "Print"))), ((), ((9, "Tags"),))]


@pytest.mark.parametrize(("lines", "found"), [(200, 200), (400, 0)])
def test_places_are_not_looked_for_where_one_line_comes_very_often(lines: int, found: int) -> None:
    turns = [FIRST if row % 2 else f"{SECOND} {row}" for row in range(lines)]

    assert (
        sum(len(place.old + place.new) for place in places(texts("\n".join([FIRST] * lines), "\n".join(turns))))
        == found
    )


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ((0.9, 100), (0.9, 100), "alike"),
        ((0.9, 100), (0.84, 100), "worse"),
        ((0.9, 100), (0.87, 100), "alike"),
        ((0.84, 100), (0.9, 100), "better"),
        ((0.9, 100), (0.9, 70), "worse"),
        ((0.9, 70), (0.9, 100), "better"),
        ((0.5, 100), (1.0, 30), "worse"),
        ((1.0, 30), (0.5, 100), "worse"),
        ((0.9, 100), (0.0, 0), "worse"),
        ((0.0, 0), (0.9, 100), "better"),
        ((0.0, 0), (0.0, 0), "alike"),
    ],
)
def test_version_is_worse_where_its_score_fell_or_the_article_is_gone(
    old: tuple[float, int], new: tuple[float, int], verdict: str
) -> None:
    before, after = version(score=old[0], chars=old[1]), version(score=new[0], chars=new[1])

    assert difference(before, after).verdict == verdict


@pytest.mark.parametrize(
    "url", ["https://larn.example/a?x=1", "http://www.larn.example/a?x=1#top", " //LARN.example/a?x=1 "]
)
def test_addresses_of_one_page_are_one(url: str) -> None:
    assert url_key(url) == "larn.example/a?x=1"


def test_other_pages_of_a_site_are_others() -> None:
    assert len({url_key(f"https://larn.example/{page}") for page in ("", "a", "A", "a?b", "a/b")}) == 5


def test_file_of_one_article_is_known_by_its_place_and_a_record_without_id_by_nothing() -> None:
    assert id_key(Article("", filename="new/b/a.txt"), "new") == "b/a.txt"
    assert id_key(Article("", filename="a.jsonl", record=3), "a.jsonl") == ""
    assert id_key(Article("", filename="a.jsonl", record=3, fields={"id": 7}), "a.jsonl") == "7"
