"""What articles of a site share: which lines count, how they are counted, and what goes together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.article import Article
from scrapelint.boilerplate.shared import Limits, SharedSite, Survey, Zones
from scrapelint.boilerplate.survey import survey

if TYPE_CHECKING:
    from collections.abc import Sequence

STORIES = [
    f"The crews of the {name} ferry went back to work on Monday, their union said, after nine days of strike in port {name}."
    for name in "Larn Ellery Maud Corvin Tessa Hild Orla Brack Senn Dovre Askel Rune".split()
]
ROUND_UP = "A second round of talks on the pay of all crews begins in the old customs house next week, the mayor said."


def articles(before: str = "", after: str = "", count: int = 6, host: str = "larn.example") -> list[Article]:
    return [
        Article(
            "\n\n".join(filter(None, [before, story, after])), filename="a.jsonl", record=number,
            fields={"url": f"https://{host}/{number}", "date": f"2026-03-{number:02}"},
        )
        for number, story in enumerate(STORIES[:count], 1)
    ]  # fmt: skip


def of(found: Sequence[Article], **limits: float) -> Survey:
    return survey(lambda: iter(found), Limits(**limits))  # type: ignore[arg-type]


def only(found: Sequence[Article], **limits: float) -> SharedSite:
    (site,) = of(found, **limits).sites
    return site


def texts(site: SharedSite) -> list[list[str]]:
    return [[line.text for line in block.lines] for block in site.blocks]


def test_line_of_enough_articles_is_reported_with_its_figures() -> None:
    found = articles(after="Print this page")

    ((line,),) = [block.lines for block in only([*found[:5], found[5]._replace(text=STORIES[5])]).blocks]

    assert (line.text, line.articles, line.chars) == ("Print this page", 5, 5 * len("Print this page"))
    assert line.zones == Zones(head=0, body=0, tail=5)
    assert (line.first, line.last) == ("2026-03-01", "2026-03-05")
    assert line.example == ("a.jsonl:5:3", "https://larn.example/5")


def test_line_of_fewer_articles_is_not() -> None:
    assert not of(articles(after="Print this page", count=4)).sites


def test_share_of_the_site_has_to_be_reached() -> None:
    found = [*articles(after="Print this page", count=5), *articles(count=12)[5:]]

    assert texts(only(found, min_share=5 / 12)) == [["Print this page"]]
    assert not only(found, min_share=0.5).blocks


def test_lines_are_alike_whatever_their_case_marks_and_numbers() -> None:
    found = [
        article._replace(text=f"{article.text}\n\n• {number} READERS like this!")
        for number, article in enumerate(articles(count=5))
    ]

    assert texts(only(found)) == [["• 4 READERS like this!"]]


def test_same_address_or_same_text_counts_once() -> None:
    found = articles(after="Print this page", count=5)
    same_text = [article._replace(fields={"url": f"{article.get('url')}?again"}) for article in found]
    same_url = [article._replace(text=article.text + "\n\nUpdated: more soon.") for article in found]

    ((line,),) = [block.lines for block in only([*found, *same_text, *same_url]).blocks]

    assert line.articles == 5


def test_versions_of_one_story_share_nothing() -> None:
    versions = [
        Article(f"{STORIES[0]}\n\n{ROUND_UP}\n\nUpdate {'x' * n}", fields={"url": f"https://a.example/{n}"})
        for n in range(9)
    ]

    assert not only(versions).blocks


def test_long_line_of_the_site_does_not_make_its_articles_copies() -> None:
    about = "The Larn Courier has reported from the port since 1907. " * 8

    assert texts(only(articles(before="Share this article", after=about))) == [[about.strip()], ["Share this article"]]


def test_sites_are_counted_apart_and_the_one_with_most_characters_comes_first() -> None:
    found = [*articles(after="Print"), *articles(after="Print this whole page", host="www.ellery.example")]

    assert [site.site for site in of(found).sites] == ["ellery.example", "larn.example"]


def test_articles_without_a_site_are_counted_by_their_file() -> None:
    found = [article._replace(fields={}) for article in articles(after="Print this page")]

    site = only(found)

    assert (site.site, site.is_site, site.articles) == ("a.jsonl", False, 6)
    assert site.blocks[0].lines[0].first == ""


def test_neighbouring_lines_are_a_block_and_lines_elsewhere_are_not() -> None:
    found = articles(before="Share this article", after="Print this page\n\nSend it to a friend\n\nThe Larn Courier")

    assert texts(only(found)) == [
        ["Print this page", "Send it to a friend", "The Larn Courier"],
        ["Share this article"],
    ]


def test_line_that_stands_alone_elsewhere_is_no_part_of_the_block() -> None:
    found = [*articles(after="Print this page\n\nSend it"), *articles(after="Send it", count=12)[6:]]

    assert texts(only(found)) == [["Print this page"], ["Send it"]]


def test_lines_that_rotate_are_each_reported_once() -> None:
    links = ["Weather", "Traffic", "Horoscope", "Lottery", "Television", "Crossword"]
    found = articles(count=12)
    turned = [
        article._replace(text=article.text + "\n\n" + "\n".join(links[n % 6 :] + links[: n % 6]))
        for n, article in enumerate(found)
    ]

    assert sorted(text for block in texts(only(turned)) for text in block) == sorted(links)


def test_zones_are_told_by_the_paragraphs_of_the_article_itself() -> None:
    about = "The Larn Courier has reported from the port and the islands since 1907, and belongs to those who make it."
    between = [
        article._replace(
            text=f"{about}\n\n{article.text}\n\nAdvertisement\n\n{'No' * number} {ROUND_UP}\n\nPrint this page"
        )
        for number, article in enumerate(articles())
    ]

    zones = {line.text: line.zones for block in only(between).blocks for line in block.lines}

    assert zones == {about: (6, 0, 0), "Advertisement": (0, 6, 0), "Print this page": (0, 0, 6)}


def test_sentence_of_a_text_without_line_breaks_is_a_line() -> None:
    flat = [
        article._replace(text=f"{article.text} {ROUND_UP[:-1]} {number * 'x'}y. Follow us on all our channels.")
        for number, article in enumerate(articles())
    ]

    assert texts(only(flat)) == [["Follow us on all our channels."]]


def test_days_are_read_however_they_are_written() -> None:
    dates = ["3 March 2026", "2026-03-01T08:00:00Z", "", "soon", "Thu, 05 Mar 2026 10:00:00 GMT", "20260304"]
    found = [
        article._replace(fields={**article.fields, "date": date})
        for article, date in zip(articles(after="Print this page"), dates, strict=True)
    ]

    line = only(found).blocks[0].lines[0]

    assert (line.first, line.last, line.example.address) == ("2026-03-01", "2026-03-05", "a.jsonl:5:3")


def test_long_line_is_kept_up_to_a_bound() -> None:
    line = only(articles(after="Terms and conditions apply " * 100)).blocks[0].lines[0]

    assert len(line.text) == 1000
    assert line.chars > 5000
