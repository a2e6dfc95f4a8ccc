"""Turns of speech: who speaks in an interview or a transcript, on lines of their own or before a colon."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from scrapelint.text.lines import Line

MAX_NAME_CHARS = 40
"""Longest name of a speaker, in code points, with office and initials."""
MIN_TURNS = 2
"""How often each of the two who speak most has to speak."""
MIN_ALL_TURNS = 5
MIN_CHANGE_SHARE = 0.6
"""Least share of turns after which somebody else speaks; buttons and labels of a page follow no such order."""
MIN_SPOKEN_SHARE = 0.9
"""Least share of turns in which something is said: labels of a page are side by side."""


def speakers(by_key: Mapping[str, Sequence[Line]], known_residue: AbstractSet[int]) -> frozenset[int]:
    """Return the indices of the lines that only name who speaks next; empty for a text that is no talk."""
    names = {
        key: lines
        for key, lines in by_key.items()
        if len(lines) >= MIN_TURNS and len(key) <= MAX_NAME_CHARS and not known_residue & {line.index for line in lines}
    }
    if len(names) < 2:
        return frozenset()
    turns = sorted((line.index, key) for key, lines in names.items() for line in lines)
    return frozenset(index for index, _ in turns) if _is_talk(turns) else frozenset()


def labelled_turns(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indices of the lines that open with who speaks and a colon: "Q: ...", "Ruiz: ..."."""
    labelled = [line for line in lines if ":" in line.text or "：" in line.text]
    turns = [(line.index, name) for line in labelled if (name := _name(line.text))]
    often = Counter(name for _, name in turns)
    turns = [(index, name) for index, name in turns if often[name] >= MIN_TURNS]
    changes = sum(upper[1] != lower[1] for upper, lower in pairwise(turns))
    is_talk = len(turns) >= MIN_ALL_TURNS and changes >= MIN_CHANGE_SHARE * (len(turns) - 1)
    return frozenset(index for index, _ in turns) if is_talk else frozenset()


def _is_talk(turns: Sequence[tuple[int, str]]) -> bool:
    if len(turns) < MIN_ALL_TURNS:
        return False
    pairs = list(pairwise(turns))
    changes = sum(upper[1] != lower[1] for upper, lower in pairs)
    spoken = sum(lower[0] > upper[0] + 1 for upper, lower in pairs)
    return changes >= MIN_CHANGE_SHARE * len(pairs) and spoken >= MIN_SPOKEN_SHARE * len(pairs)


def _name(text: str) -> str:
    """Return what comes before the colon near the start of a line, else nothing."""
    head = text.lstrip()[: MAX_NAME_CHARS + 1]
    if ":" not in head and "：" not in head:
        return ""
    at = min((at for at in (head.find(":"), head.find("：")) if at > 0), default=0)
    return head[:at] if at and not head[at + 1 : at + 2].isdigit() else ""
