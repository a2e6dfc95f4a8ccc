"""Texts as scrapers may deliver them, as hypothesis strategies."""

from __future__ import annotations

from hypothesis import strategies as st

_CONTROLS = "\x00\x01\x0b\x0c\x1b\x1c\x1d\x7f\x80\x85\x9f\u2028\u2029"
_INVISIBLE = "\u00ad\u00a0\u061c\u200b\u200d\u200e\u200f\u202a\u202e\u2066\ufeff\ufe0f\ufffd"
_MARKUP = "<>&;:[](){}#*_|\"'“”„»«`~=@/\\.,!?…-–—•·"
_LETTERS = "aAzZéßİıſﬁǅЁёΣςабвأبתא漢字かなカ한글กไद"
_ODD = st.sampled_from(_CONTROLS + _INVISIBLE + _MARKUP + _LETTERS + "0123456789 \t\n\r😀🏳")

_LINES = st.sampled_from([
    "The harbour of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier.",
    "Порт Ларна снова открыт после двух недель ремонта, сообщил в понедельник мэр города журналистам на пирсе.",
    "Your email address will not be published.", "Отменить ответВаш адрес email не будет опубликован.",
    "Photo: Ann Lee", "Home > News > Larn", "Share Tweet", "Read more: Larn opens its port", "Advertisement", "3 hours ago",
    "Â© 2024 Larn Courier", "&amp;nbsp;", '<a href="x">', "function(){", "T he port", "港口于周一重新开放，市长说。", "# Larn", "- a",
    "", " ", "\t", "…", "* * *",
])  # fmt: skip

TEXTS = st.one_of(
    st.text(_ODD, max_size=200),
    st.text(max_size=200),
    st.lists(st.one_of(_LINES, st.text(_ODD, max_size=40)), max_size=30).map("\n".join),
)
"""Any text that UTF-8 can write: controls, both directions, markup, real lines among them."""

WITH_SURROGATES = st.one_of(
    TEXTS, st.text(st.one_of(_ODD, st.characters(categories=["Cs"])), max_size=100)
)  # fmt: skip
"""The same with halves of pairs and bytes that could not be decoded."""

LONG_LINES = st.builds(lambda piece, times: piece * times, st.text(_ODD, min_size=1, max_size=8), st.integers(1, 3000))
"""One line, or many, of up to 24,000 characters."""
