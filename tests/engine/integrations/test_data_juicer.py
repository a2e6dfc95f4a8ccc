"""The operators for data-juicer, where it is not installed against its base classes of 1.6.1."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

import pytest
from standins import DATA_JUICER, integration

from scrapelint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

FORM = "Your email address will not be published."
STORY = (
    "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
    "Its members had heard from engineers, from shopkeepers and from the residents of Mill Street before they voted."
)
PAGE = f"{STORY}\n\n{FORM}"
STATS = "__dj__stats__"


@pytest.fixture(scope="module")
def juicer() -> Iterator[Any]:
    with integration("data_juicer", "data_juicer", DATA_JUICER) as module:
        yield module


def made(juicer: Any, name: str, **options: Any) -> Any:
    """Return an operator as data-juicer makes it: by its name in a configuration."""
    return juicer.OPERATORS.modules[name](**options)


def kept(found: Any, sample: dict[str, Any]) -> bool:
    return found.process(found.compute_stats({STATS: {}, **sample}))


def test_data_juicer_finds_the_operators_when_it_starts() -> None:
    (point,) = entry_points(group="data_juicer.ops", name="scrapelint")

    assert point.value == "scrapelint.integrations.data_juicer"


class TestMapper:
    def test_lines_of_the_page_go_and_other_columns_stay(self, juicer: Any) -> None:
        sample = {"text": PAGE, "meta": {"title": "Trams"}, "number": 3}

        assert made(juicer, "scrapelint_mapper").process(sample) == {**sample, "text": STORY}

    def test_text_stands_where_the_configuration_says(self, juicer: Any) -> None:
        mapper = made(juicer, "scrapelint_mapper", text_key="story")

        assert mapper.process({"story": PAGE, "text": FORM}) == {"story": STORY, "text": FORM}

    @pytest.mark.parametrize(("options", "after"), [({}, FORM), ({"max_removed": 1}, ""), ({"drop_over": True}, "")])
    def test_text_that_would_lose_too_much_stays_or_is_emptied(
        self, juicer: Any, options: dict[str, Any], after: str
    ) -> None:
        assert made(juicer, "scrapelint_mapper", **options).process({"text": FORM}) == {"text": after}

    def test_sample_without_a_text_is_left_as_it_is(self, juicer: Any) -> None:
        assert made(juicer, "scrapelint_mapper").process({"text": None, "title": "Trams"})["text"] is None


class TestFilter:
    def test_sample_with_an_error_is_dropped(self, juicer: Any) -> None:
        found = made(juicer, "scrapelint_filter", select=["CMT"])

        assert [kept(found, {"text": text}) for text in (STORY, PAGE)] == [True, False]

    def test_share_is_a_statistic_of_the_sample(self, juicer: Any) -> None:
        found = made(juicer, "scrapelint_filter", select=["CMT"], max_share=0.5)

        sample = found.compute_stats({"text": PAGE, STATS: {"text_len": 3}})

        assert sample[STATS] == {"text_len": 3, "scrapelint_share": pytest.approx(len(FORM) / len(PAGE))}
        assert found.process(sample)

    def test_share_that_is_known_is_not_computed_again(self, juicer: Any) -> None:
        found = made(juicer, "scrapelint_filter", select=["CMT"])

        assert kept(found, {"text": PAGE, STATS: {"scrapelint_share": 0.0}})

    def test_range_is_reversed_as_in_other_filters(self, juicer: Any) -> None:
        found = made(juicer, "scrapelint_filter", select=["CMT"], max_share=0.01, reversed_range=True)

        assert [kept(found, {"text": text}) for text in (STORY, PAGE)] == [False, True]

    def test_sample_without_a_text_is_dropped(self, juicer: Any) -> None:
        assert not kept(made(juicer, "scrapelint_filter", max_share=0.5), {"text": None})

    def test_what_is_no_option_is_told(self, juicer: Any) -> None:
        with pytest.raises(UsageError, match="severity is 'bad'"):
            made(juicer, "scrapelint_filter", severity="bad")
