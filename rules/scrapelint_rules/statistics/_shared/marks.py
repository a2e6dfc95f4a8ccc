"""Marks of all scripts that end sentences, close quotations and stand for words left out."""

from __future__ import annotations

END_MARKS = (
    ".!?…\u037e\u0589\u061d-\u061f\u06d4\u0700-\u0702\u07f9\u0837\u0839\u083d\u083e\u0964\u0965\u0f0d\u0f0e\u104a\u104b"
    "\u1362\u1367\u1368\u166e\u1735\u1736\u17d4-\u17d6\u17d9\u17da\u1803\u1809\u1944\u1945\u1aa8-\u1aab\u1b4e\u1b4f"
    "\u1b5a\u1b5b\u1b5e\u1b5f\u1b7d-\u1b7f\u1c3b\u1c3c\u1c7e\u1c7f\u203c\u203d\u2047-\u2049\u2cf9-\u2cfb\u2e2e\u2e3c"
    "\u2e53\u2e54\u3002\ua4ff\ua60e\ua60f\ua6f3\ua6f7\ua876\ua877\ua8ce\ua8cf\ua92f\ua9c8\ua9c9\uaa5d-\uaa5f\uaaf0"
    "\uaaf1\uabeb\ufe12\ufe15\ufe16\ufe52\ufe56\ufe57\uff01\uff0e\uff1f\uff61\U00011141-\U00011143"
)
"""Marks that end a sentence, as the inside of a regex class: Unicode's Sentence_Terminal, ellipses, Tibetan, Khmer.

Of the scripts beyond U+FFFF only Chakma, which newspapers use: each further range there would
slow down every text.
"""
QUOTES = "\"'”“’‘»«›‹„」』〉》＂＇〟"
"""Quotation marks that may close; « and “ close in German, » in French."""
BRACKETS = ")]}）】］〕"
ELLIPSES = ("...", "…")
BULLETS = ("•", "-", "*", "‣", "⁃", "◦", "●", "○", "▪", "■", "·")
"""Marks of a list. Dashes are not among them: they open speech in French, Spanish, Polish or Russian."""
