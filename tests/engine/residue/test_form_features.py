"""The form of lines, as the models see it."""

from __future__ import annotations

from scrapelint.residue.columns import FAR
from scrapelint.residue.form_features import form_columns
from scrapelint.residue.line_features import line_columns
from scrapelint.text.lines import split
from scrapelint.text.prose import prose

PROSE = "The harbour of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier."


def column(name: str, text: str) -> list[int]:
    lines = list(split(text))
    paragraphs = prose(lines)
    return form_columns(lines, paragraphs, line_columns(lines, paragraphs, dense=False))[name]


def test_lines_below_a_colon_know_how_far_it_is_up_to_the_next_paragraph() -> None:
    assert column("since_colon", f"Swan\nThe winners:\nHeron\nGull\n{PROSE}\nSwan") == [FAR, 0, 1, 2, FAR, FAR]


def test_stars_after_a_colon_do_not_hide_it() -> None:
    assert column("since_colon", "**The winners:**\nHeron") == [0, 1]


def test_capitals_are_a_share_of_the_words() -> None:
    assert column("capitals", "Boat Race Won by Swan\nall lost\n***") == [80, 0, 0]


def test_lines_of_one_form_are_parallel_and_a_sentence_among_them_is_not() -> None:
    assert column("parallel", f"Larn: 1.\nOrlo: 2.\n{PROSE}\nWick: 3.") == [2, 2, 0, 2]


def test_one_line_is_parallel_to_nothing() -> None:
    assert column("parallel", "Larn") == [0]
