"""Brackets around what is residue go whole, or not at all."""

from __future__ import annotations

import pytest

from scrapelint.api import fix_text
from scrapelint.finding import Span
from scrapelint.text.sentences.broken_bracket import alone, balanced, closed

STORY = "The council of Larn met on Monday and spoke of its debts until the early hours of the morning."

LAST = "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million."


@pytest.mark.parametrize(
    ("text", "is_page", "kept"),
    [
        ("The port opens. (Our letter comes daily. ⟦Sign up here.)⟧ It rained.", True, "The port opens.  It rained."),
        ("(Our letter comes daily. ⟦Sign up here.)⟧", True, ""),
        ("The port opens. (It rained. ⟦Sign up here.)⟧", False, "The port opens. (It rained.)"),
        ("The port (it rained. ⟦Sign up here.)⟧ It stopped.", True, "The port (it rained.) It stopped."),
        ("The port is “open” (Our letter comes daily. ⟦Sign up here.)⟧", True, "The port is “open” "),
        ("항구는 열렸다. [매일 온다. ⟦무단 전재 금지. All rights reserved] la@larn.example⟧", True, "항구는 열렸다. "),
        ("항구는 열렸다. [국내용. ⟦무단 전재 금지. All rights reserved] la@larn.example⟧", False, "항구는 열렸다. "),
        (
            "It rained. (It stopped in the evening. ⟦Sign up (here). Now) or never.⟧",
            False,
            "It rained. (It stopped in the evening. ",
        ),
        ("港が開く。（毎日届く。⟦登録はこちら）⟧", True, "港が開く。"),
        ("The port opens. ⟦(Sign up here.)⟧", False, "The port opens. "),
        ("The port opens. ⟦Sign up here.⟧ (It rained.)", True, "The port opens.  (It rained.)"),
    ],
)
def test_a_part_that_ends_in_a_bracket_has_all_of_it_or_not_its_sign(text: str, is_page: bool, kept: str) -> None:  # noqa: FBT001
    start, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    part = balanced(plain, Span(start, end), lambda _: is_page)
    assert plain[: part.start] + plain[part.end :] == kept


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("⟦（原标题：渡轮沉了！⟧船长有错吗？）\n港口关闭。", "（原标题：渡轮沉了！船长有错吗？）"),
        (
            "It rained. ⟦(Read also: Ferry sinks!⟧ Who is to blame?) It stopped.",
            "(Read also: Ferry sinks! Who is to blame?)",
        ),
        ("⟦(Read also: Ferry sinks!⟧ Who is\nto blame?)", "(Read also: Ferry sinks!"),
        ("⟦(Read also: Ferry sinks!⟧ The (old) captain left.", "(Read also: Ferry sinks!"),
        ("⟦(Read also: Ferry sinks!)⟧ It rained (again).", "(Read also: Ferry sinks!)"),
        ("⟦Read also: (Ferry sinks!⟧ Who is to blame?)", "Read also: (Ferry sinks!"),
        ("⟦(It rained. Read also: x!⟧ It stopped.)", "(It rained. Read also: x!"),
    ],
)
def test_a_part_that_opens_with_a_bracket_before_its_words_has_all_of_it(text: str, taken: str) -> None:
    start, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    words = next(plain.index(word) for word in ("Read also", "原标题") if word in plain)
    part = closed(plain, Span(start, end), words)
    assert plain[part.start : part.end] == taken


@pytest.mark.parametrize(
    "bracket",
    [
        "(This article is part of the Larn Today newsletter. Sign up to get it delivered to your inbox.)",
        "(Have you seen the storm as well? Email your pictures to our newsroom. Sign up for our newsletter.)",
    ],
)
def test_the_whole_of_a_pitch_in_brackets_is_taken_out(bracket: str) -> None:
    assert fix_text(f"{STORY} {bracket}\n{LAST}", min_confidence=0.9).text == f"{STORY}\n{LAST}"


def test_a_sentence_of_the_article_in_the_same_bracket_stays_with_both_its_ends() -> None:
    text = f"{STORY} (The mayor had voted against it in March. Sign up for our newsletter.)\n{LAST}"
    assert "(The mayor had voted against it in March.)" in fix_text(text, min_confidence=0.9).text


def test_a_bracket_that_asks_to_follow_on_a_network_is_a_pitch() -> None:
    story = "Dewan kota Larn menyetujui rencana jalur trem baru pada Selasa malam setelah perdebatan selama enam jam."
    last = "Pekerjaan pada bagian pertama akan dimulai pada Maret dan berlangsung paling sedikit dua tahun, kata dewan."
    pitch = "(Ayo ikuti saluran WhatsApp Larn biar enggak ketinggalan berita terbaru. Klik di sini ya!)"
    assert fix_text(f"{story} {last}\n{pitch}\n{last} {story}", min_confidence=0.9).text == (
        f"{story} {last}\n{last} {story}"
    )


@pytest.mark.parametrize("before", ["एक और बात-", "उसने कहा ", "उसने कहा 'हाँ' "])
def test_a_bracket_broken_at_its_links_goes_whole_at_the_end_of_a_text(before: str) -> None:
    story = "लार्न की परिषद ने सोमवार को बैठक की और सुबह तक अपने कर्ज़ के बारे में बात की. बंदरगाह मंगलवार को फिर खुलेगा."
    pitch = "(लार्न टुडे के एंड्रॉएड ऐप के लिए \n\nयहां क्लिक करें. आप हमें \n\nफ़ेसबुक और \n\nट्विटर पर भी फ़ॉलो कर सकते हैं.)"
    assert fix_text(f"{story} {before}{pitch}", min_confidence=0.9).text == f"{story} {before}".rstrip()


@pytest.mark.parametrize(
    ("rest", "is_page", "taken"),
    [
        (" turned home that evening, she said.", False, "(Photo: Ana Ruiz/Orlo News)"),
        (" kehrte am Abend heim, sagte sie.", False, "(Photo: Ana Ruiz/Orlo News)"),
        (" and follow us on Chirper.", True, "(Photo: Ana Ruiz/Orlo News) and follow us on Chirper."),
        (".", False, "(Photo: Ana Ruiz/Orlo News)."),
        ("", False, "(Photo: Ana Ruiz/Orlo News)"),
    ],
)
def test_sentence_that_goes_on_after_a_bracket_stays(rest: str, is_page: bool, taken: str) -> None:  # noqa: FBT001
    text = f"(Photo: Ana Ruiz/Orlo News){rest}"

    part = alone(text, Span(0, len(text)), text.index("/Orlo"), lambda _: is_page)

    assert text[part.start : part.end] == taken


def test_bracket_that_closes_before_the_words_does_not_cut_what_stands_after_them() -> None:
    text = "(2023) Subscribe to our letter (weekly) and win a prize."

    assert alone(text, Span(0, len(text)), text.index(" (weekly)"), lambda _: False) == (0, len(text))
