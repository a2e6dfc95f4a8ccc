"""Edits applied to a text: none overlapping, from the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.finding import Edit
from scrapelint.lines import removal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.finding import Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """Return the text with these fixes applied.

    A fix goes in whole or not at all: one whose edits overlap an earlier fix's is left out,
    unless both only take lines out.
    """
    taken: list[Edit] = []
    reach = -1
    for fix in sorted(fixes, key=lambda fix: fix.edits[0]):
        if min(fix.edits).start > reach:
            taken += sorted(set(fix.edits))
        else:
            taken = _joined(text, taken, fix.edits) or taken
        reach = max(edit.end for edit in (*fix.edits, Edit(reach, reach)))
    return _patched(text, sorted(taken))


def _patched(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with these edits, which are in order and do not overlap."""
    parts, done = [], 0
    for edit in edits:
        parts += [text[done : edit.start], edit.content]
        done = edit.end
    return "".join(parts) + text[done:]


def _joined(text: str, taken: list[Edit], edits: Iterable[Edit]) -> list[Edit] | None:
    """Return the edits with these ones added, or None where they conflict."""
    joined = list(taken)
    for edit in edits:
        rivals = [other for other in joined if _touch(edit, other)]
        if edit in rivals:
            continue
        if any(other.content or edit.content for other in rivals):
            return None
        joined = [other for other in joined if other not in rivals]
        joined.append(_union(text, [edit, *rivals]) if rivals else edit)
    return joined


def _union(text: str, removals: list[Edit]) -> Edit:
    """Return one removal in place of several that overlap; whole lines leave no blank lines over."""
    start, end = min(edit.start for edit in removals), max(edit.end for edit in removals)
    content = text[start:end]
    first, last = end - len(content.lstrip()), start + len(content.rstrip())
    whole = text[text.rfind("\n", 0, first) + 1 : first].isspace() or first == 0 or text[first - 1] == "\n"
    whole = whole and (last == len(text) or not text[last:].split("\n", 1)[0].strip())
    return removal(text, first, last) if whole and first < last else Edit(start, end)


def _touch(one: Edit, other: Edit) -> bool:
    """Tell whether two edits overlap; removals that only meet count too, for their blank lines."""
    if not one.content and not other.content:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
