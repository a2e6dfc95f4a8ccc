"""Why a run of lines is likely not the article, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from scrapelint.plugin import Document, Line

    Values = Callable[[str], Sequence[int]]
    """From a feature to its values for the lines of a run."""

NEUTRAL = 200
"""Score of wording that tells nothing."""
FAR = 99
"""What columns of distances hold where there is nothing."""
SHORT_LINE_CHARS = 60
NEAR_LINES = 12
"""How far away, in lines, known wording of the page is named as a reason."""

QUOTED_CHARS = 30
MAX_REASONS = 3
"""Reasons that a message names."""
TOPICS: Mapping[str, tuple[str, ...]] = {
    "words": ("shared", "shared_share", "shared_3_above", "shared_3_below", "doc_shared"),
    "shape": ("chars", "words", "end", "opening", "quotes", "capitals", "parallel", "since_colon"),
    "wording": ("wording", "wording_near"),
    "run": ("run", "run_chars", "chars_above", "chars_below", "chars_3_above", "chars_3_below", "end_below"),
    "place": ("place", "text_above", "prose_above", "to_prose_below", "to_story", "from_story", "in_story"),
    "cues": ("cue", "promotion", "credit", "links_above", "menu_above", "comments_above", "cues_above", "cues_below",
             "cues_before"),
    "copies": ("copies",),
    "text": ("doc_lines", "doc_chars", "doc_prose", "doc_short", "doc_cues", "doc_copies", "doc_words", "doc_ends",
             "doc_lower", "doc_quotes", "doc_run", "doc_first", "story_share", "story_lines"),
}  # fmt: skip
"""What the models look at, by what it says to people."""

_TOPIC_OF = {feature: topic for topic, features in TOPICS.items() for feature in features}


def in_words(doc: Document, first: Line, last: Line, weights: Mapping[str, int]) -> list[str]:
    """Return what speaks most for these lines being text of the page, the weightiest first."""
    sums: dict[str, int] = {}
    for feature, weight in weights.items():
        topic = _TOPIC_OF[feature]
        sums[topic] = sums.get(topic, 0) + weight
    sums.pop("text", None)
    best = sorted((topic for topic in sums if sums[topic] > 0), key=lambda topic: -sums[topic])
    run = slice(first.index, last.index + 1)
    return [_WORDING[topic](lambda name: doc.features.column(name)[run]) for topic in best[:MAX_REASONS]]


def _words(values: Values) -> str:
    known = sum(values("shared"))
    words = "word" if known == 1 else "words"
    return f"only {known} {words} in common with the paragraphs" if known else "no word in common with the paragraphs"


def _shape(values: Values) -> str:
    chars = sum(values("chars")) // len(values("chars"))
    length = f"{'short lines' if chars < SHORT_LINE_CHARS else 'lines'} of about {chars} characters"
    ended = sum(end > 0 for end in values("end"))
    return length if ended else f"{length} without an end mark"


def _run(values: Values) -> str:
    longest = max(values("run"))
    return f"among {longest} lines that are no paragraphs" if longest > 1 else "set apart between its neighbours"


def _place(values: Values) -> str:
    if values("to_prose_below")[-1] == FAR:
        return "after the last paragraph"
    return "among the paragraphs" if values("prose_above")[0] else "before the first paragraph"


def _cues(values: Values) -> str:
    worded = sum(cue > 0 for cue in values("cue"))
    if worded:
        return f"wording of a page in {worded} of {len(values('cue'))} lines"
    named = {"links": "links to other stories", "comments": "comments", "menu": "a menu"}
    near = {family: values(f"{family}_above")[0] for family in named}
    nearest = min(near, key=near.__getitem__)
    if near[nearest] <= NEAR_LINES:
        return f"wording of {named[nearest]} {near[nearest]} line{'s' * (near[nearest] != 1)} above"
    below = values("cues_below")[-1]
    return f"wording of a page in {below} of the next lines" if below else "near wording of a page"


def _wording(values: Values) -> str:
    scores = values("wording")
    return f"worded like pages in {sum(score > NEUTRAL for score in scores)} of {len(scores)} lines"


def _copies(values: Values) -> str:
    most = max(values("copies"))
    return f"stands {most} times in the text" if most > 1 else "stands once in the text"


_WORDING: Mapping[str, Callable[[Values], str]] = {
    "words": _words, "shape": _shape, "run": _run, "place": _place, "cues": _cues, "copies": _copies,
    "wording": _wording,
}  # fmt: skip


def neighbours(doc: Document, first: Line, last: Line) -> str:
    """Return between which lines a run is, in words."""
    above, below = doc.before(first), doc.after(last)
    if above and below:
        return f'between "{excerpt(above.text, QUOTED_CHARS)}" and "{excerpt(below.text, QUOTED_CHARS)}"'
    if above or below:
        return f'{"below" if above else "above"} "{excerpt((above or below or first).text, QUOTED_CHARS)}"'
    return "alone"
