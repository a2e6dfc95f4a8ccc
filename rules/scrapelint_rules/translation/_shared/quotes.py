"""Places that an article sets apart: what is quoted or explained is not its own wording."""

from __future__ import annotations

MAX_QUOTED_CHARS = 150
"""How far to the left, in code points, an opening mark is looked for."""

_PAIRS = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‹": "›", "(": ")", "[": "]", "「": "」", "『": "』",
    "《": "》", "〈": "〉", "（": "）", "【": "】", "”": "”", "*": "*",
}  # fmt: skip
_SAME = '"'


def is_set_apart(text: str, start: int, end: int) -> bool:
    """Tell whether a place is in quotes or brackets on its line."""
    left = text[max(0, start - MAX_QUOTED_CHARS) : start]
    left = left[left.rfind("\n") + 1 :]
    right = text[end : end + MAX_QUOTED_CHARS].partition("\n")[0]
    if left.count(_SAME) % 2 and _SAME in right:
        return True
    return any(_is_open(left, right, opening, closing) for opening, closing in _PAIRS.items() if opening in left)


def _is_open(left: str, right: str, opening: str, closing: str) -> bool:
    """Tell whether the last opening mark on the left is closed only on the right."""
    after = left[left.rfind(opening) + 1 :]
    return not any(mark in after for mark in closing) and any(mark in right for mark in closing)
