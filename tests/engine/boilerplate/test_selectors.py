"""XPaths for shared lines: made of what stays, tried on other pages."""

from __future__ import annotations

import pytest

from scrapelint.article import Article
from scrapelint.boilerplate.selectors.finding import with_selectors
from scrapelint.boilerplate.selectors.letters import letters
from scrapelint.boilerplate.selectors.page import Page, page_of
from scrapelint.boilerplate.selectors.xpaths import is_stable, xpaths
from scrapelint.boilerplate.shared import Limits, Selector
from scrapelint.boilerplate.survey import survey

pytest.importorskip("lxml", reason="needs lxml (extra html)")

NAMES = "Larn Ellery Maud Corvin Tessa Hild Orla Brack Senn Dovre Askel Rune".split()
SHARED = "Sign up for our newsletter"


def page(html: str, *lines: str) -> Page:
    shared = set(map(letters, lines))
    made = page_of(html, shared, max(map(len, shared)))
    assert made is not None
    return made


def selectors(box: str, *, wrong: str = "", said: str = "", count: int = 8) -> list[Selector]:
    """Return what is found for the line in `box`; the last page has `wrong` besides, and its article says `said`."""
    found = []
    for number, name in enumerate(NAMES[:count]):
        story = (
            f"The crews of {name} went back to work on Monday after nine days of strike in the port, their union said."
        )
        other = wrong if number == count - 1 else ""
        html = f"<html><body><div class='story'><p>{story}</p>{other}{box}</div></body></html>"
        text = "\n\n".join([story, *([said] if other and said else []), SHARED])
        found.append(
            Article(text, fields={"url": f"https://larn.example/{number}", "html": html.replace("{n}", str(number))})
        )
    done = with_selectors(survey(lambda: iter(found), Limits()), lambda: iter(found), "html")
    return [selector for block in done.sites[0].blocks for selector in block.selectors]


@pytest.mark.parametrize("name", ["footer", "share-tools", "article_body", "newsletterBox", "top", "SiteFooter", "cmp"])
def test_given_name_is_stable(name: str) -> None:
    assert is_stable(name)


@pytest.mark.parametrize(
    "name", ["css-1x2y", "item3", "sc-bdVaJa", "x" * 61, "a b", "", "Footer_root__aBcDe", "bcdfghjk", 'a"b', "año"]
)
def test_name_made_by_a_program_is_not(name: str) -> None:
    assert not is_stable(name)


def test_xpaths_name_the_element_itself_first_and_the_nearest_around_it_next() -> None:
    html = '<main id="main"><div class="box wide-box"><p id="p7">Sign up</p></div><footer class="end">x</footer></main>'
    (sign_up,) = page(html, "Sign up").holders("signup")

    assert [one.written for one in xpaths(sign_up)][:2] == [
        '//div[contains(concat(" ", normalize-space(@class), " "), " box ")]//p',
        '//div[contains(concat(" ", normalize-space(@class), " "), " wide-box ")]//p',
    ]
    assert xpaths(sign_up)[-1].written == '//main[@id="main"]//p'


def test_line_is_found_whatever_elements_break_it_up() -> None:
    made = page(
        "<body><ul><li><a>Sign&nbsp;up</a><b> for</b>\n our newsletter – <i>12 readers</i></li></ul></body>",
        f"{SHARED} 3 readers",
    )

    assert [element.tag for element in made.holders(letters(f"{SHARED} 3 readers"))] == ["li"]


def test_text_that_no_page_shows_holds_nothing() -> None:
    made = page(f"<head><title>{SHARED}</title></head><body><script>{SHARED}</script><p>{SHARED}</p></body>", SHARED)

    assert [element.tag for element in made.holders(letters(SHARED))] == ["p"]


def test_element_with_more_than_shared_lines_is_not_theirs() -> None:
    made = page(
        f"<div id='a'><p>{SHARED}</p><p>Print</p></div><div id='b'><p>Print</p><p>{SHARED} now</p></div>",
        SHARED,
        "Print",
    )

    assert [made.is_shared(made.selected(f'//div[@id="{name}"]')[0]) for name in "ab"] == [True, False]
    assert made.rest_of(made.selected("//div")) == ["signupforournewsletternow"]


@pytest.mark.parametrize(
    "html", ["", " ", "<!-- nothing -->", "\0", "<?xml version='1.0' encoding='utf-16'?>", "\ud800"]
)
def test_page_that_is_none_is_passed_over(html: str) -> None:
    made = page_of(html, {"print"}, 5)

    assert made is None or not made.holders("print")


def test_page_of_elements_deep_in_each_other_is_read() -> None:
    made = page("<div>" * 9000 + "Print" + "</div>" * 9000, "Print")

    assert made.rest_of(made.selected("//div")) in ([], ["print"])


def test_selector_that_holds_is_given_with_its_figures() -> None:
    (found,) = selectors(f'<aside class="promo-{{n}} news-letter"><p>{SHARED}</p></aside>')

    assert found.xpath == '//aside[contains(concat(" ", normalize-space(@class), " "), " news-letter ")]'
    assert (found.lines, found.pages, found.with_line, found.matches, found.others) == ((0,), 7, 7, 7, 0)


def test_element_around_it_is_named_where_it_has_neither_id_nor_class_that_stays() -> None:
    (found,) = selectors(f'<aside id="a{{n}}"><p>{SHARED}</p></aside>')

    assert found.xpath == '//div[@class="story"]//aside'


def test_selector_that_finds_text_of_an_article_is_not_given() -> None:
    said = "The mayor of Larn will speak on Saturday."
    box = f'<div class="note">{SHARED}</div>'

    assert selectors(box)
    assert not selectors(box, wrong=f'<div class="note"><p>{said}</p></div>', said=said)
    assert not selectors(box, wrong='<div class="note">Maud</div>', said="Maud")
    assert not selectors(box, wrong='<div class="note">will speak on Saturday</div>', said=said)


def test_more_exact_selector_is_given_where_a_shorter_one_finds_text_of_an_article() -> None:
    wrong = '<div class="note">The mayor of Larn will speak.</div>'

    (found,) = selectors(f'<div class="note promo">{SHARED}</div>', wrong=wrong, said="The mayor of Larn will speak.")

    assert found.xpath == '//div[contains(concat(" ", normalize-space(@class), " "), " promo ")]'


def test_what_it_finds_besides_is_told_where_no_article_has_it() -> None:
    (found,) = selectors(f'<div class="note">{SHARED}</div>', wrong='<div class="note">Advertisement</div>')

    assert (found.matches, found.with_line, found.others) == (7, 7, 1)


def test_selector_that_misses_the_line_on_many_pages_is_not_given() -> None:
    assert not selectors(f'<div class="a-{{n}}x"><p class="p{{n}}">{SHARED}</p></div>'.replace("div", "d{n}v"))


def test_too_few_other_pages_prove_nothing() -> None:
    found = [
        Article(f"Story {name}: a ferry sailed.\n\n{SHARED}", fields={"url": f"https://a.example/{name}", "html": html})
        for name in NAMES[:6]
        for html in [f'<p>{name}</p><p id="x">{SHARED}</p>' if name in NAMES[:3] else ""]
    ]
    done = with_selectors(survey(lambda: iter(found), Limits()), lambda: iter(found), "html")

    assert done.sites[0].blocks
    assert not done.sites[0].blocks[0].selectors
