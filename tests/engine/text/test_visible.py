"""Text from the web does nothing to whoever prints it."""

from __future__ import annotations

import json

import pytest

from scrapelint.text.visible import json_escaped, visible, visible_chars


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::Larn", "<U+003A>:error::Larn"),
        ("  ::add-mask::a", "  <U+003A>:add-mask::a"),
        ("\n::notice::Larn", "␊::notice::Larn"),
        ("the ##[error]Larn", "the ##<U+005B>error]Larn"),
        ("##vso[task.setvariable]a ##teamcity[a]", "##vso<U+005B>task.setvariable]a ##teamcity<U+005B>a]"),
        ("a::b ## [c] #[d]", "a::b ## [c] #[d]"),
        ("\x1b[31mLarn\u202e", "␛[31mLarn<U+202E>"),
    ],
)
def test_no_text_is_a_command_of_a_terminal_or_a_log(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_each_code_point_is_shown_by_itself() -> None:
    assert visible_chars("a\t##[b") == ["a", "⇥", "#", "#", "<U+005B>", "b"]


def test_json_is_no_command_and_says_the_same() -> None:
    written = json.dumps({"##[a": "##vso[b ##teamcity[c [1] \u202e"}, ensure_ascii=False)

    escaped = json_escaped(written)

    assert json.loads(escaped) == json.loads(written)
    assert not any(command in escaped for command in ("##[", "##vso[", "##teamcity[", "\u202e"))
