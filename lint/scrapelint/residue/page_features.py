"""What only tells something of whole pages: where each line is in them."""

from __future__ import annotations

from itertools import accumulate, chain, repeat
from operator import sub
from typing import TYPE_CHECKING

from scrapelint.residue.columns import FAR, above, below, since
from scrapelint.residue.cues import MIN_COVER, cued

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from scrapelint.residue.columns import Column, Columns

DIRECT = ("promotion", "credit")
"""Families that say more of their own line than any wording does."""
NEAR = ("links", "menu")
"""Families that say something of the lines below."""

NOTHING = 9
"""Class of the end of a line that is not there."""
MAX_GAIN_CHARS = 600
"""What a paragraph is worth at most where the story of a page is looked for: its length, in code points."""
STEP_CHARS, MAX_LOSS_CHARS = 60, 160
"""What any other line takes from it besides its length, and at most."""


def page_columns(prose: Collection[int], columns: Columns, covers: Mapping[str, Column]) -> Columns:
    """Return the columns that only the model of whole pages looks at, from those that both look at."""
    chars, cue = columns["chars"], cued(columns["cue"])
    return {
        **{family: covers[family] for family in DIRECT},
        **{f"{family}_above": since(cued(covers[family])) for family in NEAR},
        "cues_above": above(cue),
        "cues_below": below(cue),
        "chars_3_above": above(chars),
        "end_below": [*columns["end"][1:], NOTHING],
        **_places(chars, prose),
        **_runs(chars, prose),
        **_story(columns, prose),
    }


def _places(chars: Column, prose: Collection[int]) -> Columns:
    """Return where each line is: from the ends of the text, and from its paragraphs."""
    count = len(chars)
    is_prose = [int(index in prose) for index in range(count)]
    size = max(1, sum(chars))
    return {
        "place": [100 * index // count for index in range(count)],
        "text_above": [100 * chars_so_far // size for chars_so_far in accumulate(chars)],
        "prose_above": list(map(sub, accumulate(is_prose), is_prose)),
        "to_prose_below": since(is_prose[::-1])[::-1],
    }


def _runs(chars: Column, prose: Collection[int]) -> Columns:
    """Return length and size of the run of lines that are no paragraphs around each line."""
    length, size = [0] * len(chars), [0] * len(chars)
    first = 0
    for stop in chain(sorted(prose), (len(chars),)):
        steps = stop - first
        if steps > 0:
            length[first:stop] = repeat(min(FAR, steps), steps)
            size[first:stop] = repeat(sum(chars[first:stop]) // steps, steps)
        first = stop + 1
    return {"run": length, "run_chars": size}


def _story(columns: Columns, prose: Collection[int]) -> Columns:
    """Return where each line is from the stretch of the page that has most paragraphs and least else."""
    chars = columns["chars"]
    kinds = zip(range(len(chars)), chars, columns["cue"], columns["copies"], strict=True)
    first, stop = _heaviest([
        min(size, MAX_GAIN_CHARS) if index in prose and cue <= MIN_COVER and copies == 1
        else -min(size + STEP_CHARS, MAX_LOSS_CHARS)
        for index, size, cue, copies in kinds
    ])  # fmt: skip
    count, inside = len(chars), chars[first:stop]
    all_chars = max(1, sum(chars))
    passed = [100 * (so_far - size) // all_chars for so_far, size in zip(accumulate(inside), inside, strict=True)]
    return {
        "to_story": [*range(first, 0, -1), *repeat(0, count - first)],
        "from_story": [*repeat(0, stop), *range(1, count - stop + 1)],
        "in_story": [*repeat(-1, first), *passed, *repeat(-1, count - stop)],
        "story_share": [100 * sum(inside) // all_chars] * count,
        "story_lines": [min(FAR, stop - first)] * count,
    }


def _heaviest(values: Column) -> tuple[int, int]:
    """Return where the stretch begins and stops whose sum is the greatest, by Kadane's algorithm."""
    best = (0, 0, 0)
    first = so_far = 0
    for stop, value in enumerate(values, 1):
        if so_far <= 0:
            first, so_far = stop - 1, 0
        so_far += value
        if so_far > best[0]:
            best = (so_far, first, stop)
    return best[1:]
