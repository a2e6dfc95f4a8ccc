"""Marks of all scripts that end sentences, and those that are around them."""

from __future__ import annotations

import re

SPACED_END_MARKS = ".!?…؟۔։።\u037e"
"""Marks that end a sentence where white space follows."""
UNSPACED_END_MARKS = "。！？．｡।॥။།៕។"
"""Marks that end one whatever follows: of scripts that need no space between sentences, and dandas."""
END_MARKS = SPACED_END_MARKS + UNSPACED_END_MARKS
"""Marks that end a sentence, of all scripts."""
QUESTION_MARKS = "?？؟;\u037e"
"""Marks that end a question, of all scripts."""
CLOSERS = "\"'”’“‘»›«‹)]}」』）】＂〉》〕］"
"""Quotes and brackets that may follow an end mark; « and “ close in German, » in French."""
OPENING_QUOTES = '"“”„«»‹「『‘'
"""What a quotation opens with, in all scripts."""
OPENERS = OPENING_QUOTES + "'‚›([{（【《〈〔［¿¡"
"""Quotes, brackets and marks that may come before the first word of a sentence."""
CLAUSE_MARKS = ":;：；"
"""Marks after which a line may have ended on its own, or go on in lower case."""
OPENING = rf"[{re.escape(OPENERS)}]{{0,2}}"
"""Pattern of the marks before the first word of a sentence, or of none."""
LOWER = "a-zß-öø-ÿāăąćčďđēĕęěğīłńňőœřśşšťūůűźżžạ-ỹа-яёіїєґ"
"""Small letters, as ranges of a character class."""
FIRST_LETTER = rf"[^\W\d_{LOWER}]"
"""Pattern of a letter that a sentence may begin with: a capital, or one of a script without capitals."""
