"""What the evidence of a finding is called in words. A name that is not here is shown as it is, with its value."""

from __future__ import annotations

from typing import Final

UNSAID: Final = frozenset({
    "pack", "entry", "language", "phrase",  # said together
    "zone", "kind",  # said in their places
    "error", "places", "merged_lines", "first",  # said by the message, or by what is marked
    "count", "unit", "number", "most",  # numbers of it
    "date", "reference", "published", "modified", "text_date", "field_date", "readings",  # dates, in words there
})  # fmt: skip
SHARES: Final = frozenset({"min_probability", "other_share", "probability", "share"})
"""Names whose numbers, from 0 to 1, are shown as shares of a hundred."""
ZONES: Final = {"head": "above the article", "body": "within the article", "tail": "below the article"}
REASONS: Final = {
    "agreeing": "as is {}",
    "also": "found by {} too",
    "blank_lines": "blank lines between: {}",
    "cue": 'after "{}"',
    "chars": "{} characters",
    "choices": "{} choices",
    "closing": "it may be the article's own last line",
    "copies": "copies: {}",
    "dates": "read as {}",
    "dense_chars": "{} characters of a script without spaces",
    "features": "what weighs most is {}",
    "fields": "fields: {}",
    "first_row": "from line {} on",
    "letter": "its code point is {}",
    "letters": "{} letters",
    "limit": "the limit is {}",
    "longest": "the longest is {}",
    "max_prose": "paragraphs at most {}",
    "max_words": "at most {} words count as such",
    "means": 'it should read "{}"',
    "mended": 'it should read "{}"',
    "min_entries": "{} are enough",
    "min_items": "{} are enough",
    "min_marks": "{} are enough",
    "min_menu_words": "{} are enough",
    "min_pairs": "{} are enough",
    "min_probability": "the least asked is {}",
    "min_repeats": "{} are enough",
    "other_share": "which is {} of the other",
    "passage": 'the longest passage in both is "{}"',
    "probability": "the model says {}",
    "read_as": "decoded wrongly, {}",
    "records read": "records read before: {}",
    "role": "taken for the {} date",
    "script": "written in {}",
    "sentences": "{} sentences",
    "share": "{} of it the same",
    "threshold": "the threshold is {}",
    "value": "measured {}",
}
