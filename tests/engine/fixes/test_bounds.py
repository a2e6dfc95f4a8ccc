"""What mending may not take: too much of an article, and what another fix relies on."""

from __future__ import annotations

import json
from time import process_time
from typing import TYPE_CHECKING

from command import scrapelint
from hypothesis import given
from hypothesis import strategies as st

from scrapelint.article import Article
from scrapelint.finding import Edit, Finding, Fix, Severity, Span
from scrapelint.fixes.bounds import lost_share
from scrapelint.fixes.edits import mend, resolve
from scrapelint.fixes.patches import Hunk, patched
from scrapelint.fixes.premises import Premise, Premises, moved
from scrapelint.text.lines import removal

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "The council approved the plan for the new tram line on Tuesday night after a debate of six hours in Orlo."
SECOND = "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million."
TEXT = f"{FIRST}\n\nSign up\n\n{SECOND}"


def _removes(text: str, part: str, *, confidence: float, relies_on: str = "") -> Finding:
    start = text.index(part)
    premises = [Span(text.rindex(relies_on), text.rindex(relies_on) + len(relies_on))] if relies_on else []
    fix = Fix("remove it", (removal(text, start, start + len(part)),), safe=False, relies_on=tuple(premises))
    return Finding("AAA001", "a", Severity.ERROR, part, Span(start, start + len(part)), confidence, fix=fix)


def _mended(text: str, *parts: str, max_removed: float = 0.5) -> str:
    def check(article: Article) -> list[Finding]:
        return [_removes(article.text, part, confidence=0.9) for part in parts if part in article.text]

    return mend(Article(text), check, lambda _: True, max_removed).article.text


def test_paragraphs_count_and_other_lines_do_not() -> None:
    cut = TEXT.index("Sign up")

    assert lost_share(TEXT, TEXT.replace("Sign up\n\n", ""), [Hunk(cut, cut + 9)]) == 0
    assert 0.4 < lost_share(TEXT, TEXT[len(FIRST) :], [Hunk(0, len(FIRST))]) < 0.6


def test_paragraph_of_which_a_copy_stays_is_not_lost() -> None:
    doubled = f"{TEXT}\n\n{TEXT}"

    assert lost_share(doubled, TEXT, [Hunk(0, len(TEXT) + 2)]) == 0


def test_text_that_would_lose_too_much_is_left_as_it_is() -> None:
    assert _mended(TEXT, FIRST, SECOND) == TEXT
    assert _mended(TEXT, "Sign up") == f"{FIRST}\n\n{SECOND}"
    assert _mended(TEXT, FIRST, SECOND, max_removed=1) == "Sign up"


def test_long_lines_of_a_text_without_a_paragraph_are_what_it_may_lose() -> None:
    captions = [f"{line} Ann Lee/Orlo Press" for line in (FIRST, SECOND)]
    gallery = "\n\n".join(["Seen in Orlo this week", *captions])

    assert _mended(gallery, *captions) == gallery


def test_captions_in_a_script_without_spaces_are_long_from_fewer_characters() -> None:
    captions = [
        "市长周一在旧桥边向居民说明重建工程将持续到明年秋天 图/奥洛新闻社 安妮李",
        "周二清晨渡轮驶过新码头时岸上挤满了前来送行的居民 图/奥洛新闻社 安妮李",
    ]
    gallery = "\n\n".join(["本周奥洛见闻", *captions])

    assert _mended(gallery, *captions) == gallery


def test_text_of_nothing_but_its_headline_is_never_emptied() -> None:
    assert _mended("Tram line approved", "Tram line approved") == "Tram line approved"


def test_of_two_copies_one_stays_whatever_each_fix_says() -> None:
    text = f"{FIRST}\n\n{SECOND}\n\n{FIRST}"
    found = [
        _removes(text, FIRST, confidence=0.9, relies_on=FIRST),
        Finding(
            "AAA002",
            "b",
            Severity.ERROR,
            "",
            None,
            0.8,
            fix=Fix("", (removal(text, text.rindex(FIRST), len(text)),), safe=False),
        ),
    ]
    for findings in (found, found[::-1]):
        changes, fixed = resolve(text, findings)

        assert patched(text, [change.edit for change in changes]) == f"{SECOND}\n\n{FIRST}"
        assert [one.finding.code for one in fixed] == ["AAA001"]


def test_copy_that_a_fix_relied_on_stays_in_later_rounds() -> None:
    text = f"{FIRST}\n\n{SECOND}\n\n{FIRST}"

    def check(article: Article) -> list[Finding]:
        if article.text == text:
            return [_removes(text, FIRST, confidence=0.9, relies_on=FIRST)]
        return [_removes(article.text, FIRST, confidence=0.9)] if FIRST in article.text else []

    assert mend(Article(text), check, lambda _: True).article.text == f"{SECOND}\n\n{FIRST}"


def test_copy_that_a_fix_relied_on_goes_with_all_that_went_for_it() -> None:
    thread = f"{FIRST}\n\nReply\n\n{FIRST}\n\nReply"
    text = f"{SECOND}\n\n{thread}"
    whole = _removes(text, thread, confidence=0.8)._replace(code="AAA002")
    changes, fixed = resolve(text, [_removes(text, FIRST, confidence=0.9, relies_on=FIRST), whole])

    assert patched(text, [change.edit for change in changes]).strip() == SECOND
    assert [one.finding.code for one in fixed] == ["AAA001", "AAA002"]


@given(text=st.text("ab \n", min_size=8, max_size=30), data=st.data())
def test_spans_move_with_the_text_around_them(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=6, max_size=6, unique=True)))
    edits = [Edit(cuts[0], cuts[1], "x"), Edit(cuts[4], cuts[5])]
    [span] = moved([Span(cuts[2], cuts[3])], edits)

    assert patched(text, edits)[span.start : span.end] == text[cuts[2] : cuts[3]]


def test_records_over_the_bound_are_told_and_dropped_only_on_demand(tmp_path: Path) -> None:
    form = (
        "Your comment will be published only after it has been approved by a moderator of this site, please be polite "
        "to all of us. Your email address will not be published."
    )
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"text": form}) + "\n" + json.dumps({"text": TEXT}) + "\n")
    left = scrapelint("clean", "in.jsonl", "-o", "out.jsonl", "--show", "2", cwd=tmp_path)
    dropped = scrapelint("clean", "in.jsonl", "-o", "kept.jsonl", "--drop-over", cwd=tmp_path)

    assert "in.jsonl:1: would lose 100% of its paragraphs to CMT001; left as it is" in left.err
    assert "1 over --max-removed" in left.err
    assert "in.jsonl:2: PRO001: Sign up" in left.err
    assert json.loads((tmp_path / "out.jsonl").read_text().splitlines()[0])["text"] == form
    assert "; dropped" in dropped.err
    assert len((tmp_path / "kept.jsonl").read_text().splitlines()) == 1


@given(text=st.text("ab \n", min_size=12, max_size=30), data=st.data())
def test_premises_forbid_what_each_of_them_forbids(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(*sorted(pair)))
    known = [Premise(data.draw(places), [data.draw(places)]) for _ in range(3)]
    edit = Edit(*data.draw(places))

    assert Premises(known).forbid(edit) == any(premise.forbids(edit) for premise in known)


def test_cost_of_many_copies_is_linear() -> None:
    def cost(copies: int) -> float:
        size = len(f"{FIRST} {0:06}\n")
        text = "".join(f"{FIRST} {n:06}\n" * 2 for n in range(copies))
        found = []
        for start in range(0, len(text), 2 * size):
            span, other = Span(start, start + size), Span(start + size, start + 2 * size)
            fix = Fix("", (Edit(*span),), safe=False, relies_on=(other,))
            found.append(Finding("AAA001", "a", Severity.ERROR, "", span, 0.9, fix=fix))
        started = process_time()
        mended = mend(Article(text), lambda article: found if article.text == text else [], lambda _: True)
        assert len(mended.article.text) == len(text) / 2
        return process_time() - started

    assert any(cost(2_000) < 3 * cost(1_000) for _ in range(3))
