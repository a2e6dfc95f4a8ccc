"""The modifier and the filter for NeMo Curator, where it is not installed against its base classes of 1.4.0."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest
from standins import CURATOR, integration

from scrapelint.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

FORM = "Your email address will not be published."
STORY = (
    "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
    "Its members had heard from engineers, from shopkeepers and from the residents of Mill Street before they voted."
)
PAGE = f"{STORY}\n\n{FORM}"


@pytest.fixture(scope="module")
def curator() -> Iterator[Any]:
    with integration("curator", "nemo_curator", CURATOR) as module:
        yield module


class TestModifier:
    def test_lines_of_the_page_go(self, curator: Any) -> None:
        assert curator.ScrapelintModifier().modify_document(PAGE) == STORY

    @pytest.mark.parametrize(("options", "after"), [({}, FORM), ({"max_removed": 1}, ""), ({"drop_over": True}, "")])
    def test_text_that_would_lose_too_much_stays_or_is_emptied(
        self, curator: Any, options: dict[str, Any], after: str
    ) -> None:
        assert curator.ScrapelintModifier(**options).modify_document(FORM) == after

    def test_rules_are_chosen(self, curator: Any) -> None:
        assert curator.ScrapelintModifier(select=["NAV"]).modify_document(PAGE) == PAGE

    def test_other_columns_say_more_of_the_article(self, curator: Any) -> None:
        title = "Council approves tram line after long debate"
        text = f"{title}\n\n{STORY}"
        modifier = curator.ScrapelintModifier(select=["REP"])

        assert modifier.modify_document(text=text, title=None) == text
        assert modifier.modify_document(text=text, title=title) == STORY

    @pytest.mark.parametrize("missing", [None, 3])
    def test_what_is_no_text_is_left_as_it_is(self, curator: Any, missing: object) -> None:
        assert curator.ScrapelintModifier().modify_document(missing) is missing

    def test_it_goes_to_workers_and_has_a_name(self, curator: Any) -> None:
        modifier = pickle.loads(pickle.dumps(curator.ScrapelintModifier(max_removed=0.3)))  # noqa: S301  # our own

        assert modifier.name == "ScrapelintModifier"
        assert modifier.modify_document(PAGE) == STORY


class TestFilter:
    def test_score_is_the_share_of_the_text_that_findings_cover(self, curator: Any) -> None:
        found = curator.ScrapelintFilter(select=["CMT"])

        assert found.score_document(STORY) == 0
        assert found.score_document(PAGE) == pytest.approx(len(FORM) / len(PAGE))
        assert found.score_document(FORM) == 1

    @pytest.mark.parametrize(("max_share", "kept"), [(0, [True, False]), (0.5, [True, True])])
    def test_texts_with_more_than_the_share_are_dropped(self, curator: Any, max_share: float, kept: list[bool]) -> None:
        found = curator.ScrapelintFilter(max_share, select=["CMT"])

        assert [found.keep_document(found.score_document(text)) for text in (STORY, PAGE)] == kept

    def test_findings_that_are_not_severe_or_sure_enough_do_not_count(self, curator: Any) -> None:
        short = "The council met."

        assert curator.ScrapelintFilter(select=["CMT"], min_confidence=1).score_document(PAGE) == 0
        assert curator.ScrapelintFilter(select=["SEG006"]).score_document(short) == 0
        assert curator.ScrapelintFilter(severity="warning", select=["SEG006"]).score_document(short) > 0

    def test_what_is_no_text_is_dropped(self, curator: Any) -> None:
        found = curator.ScrapelintFilter(max_share=0.5)

        assert not found.keep_document(found.score_document(None))

    def test_what_is_no_option_is_told_at_once(self, curator: Any) -> None:
        with pytest.raises(UsageError, match="severity is 'bad', not info, warning, error or never"):
            curator.ScrapelintFilter(severity="bad")
        with pytest.raises(UsageError, match="max_share is 2"):
            curator.ScrapelintFilter(max_share=2)
        with pytest.raises(ConfigError, match="CTM"):
            curator.ScrapelintModifier(select=["CTM"])
