"""Runs that are the article's as often as not, whatever the models say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import BULLETS, LIST_SIGNS, regex
from scrapelint_rules.navigation._shared.runs.certainty import MIN_SURE_RUN, VERY_SURE_RUN
from scrapelint_rules.navigation._shared.shapes import MIN_HEADLINE_SPACES
from scrapelint_rules.navigation._shared.whole_page import is_page

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line
    from scrapelint_rules.navigation._shared.runs.run import Run

MIN_BROKEN_SHARE = 0.34
"""Share of the lines of a run that go on with a sentence from which an extractor has broken the article there."""
MIN_BODY_PROBABILITY = 0.6
"""Of runs among paragraphs: six in ten of what is less likely are the article's."""
MIN_CLOSING_PROBABILITY = 0.6
"""Of lines that close the text: half of what is less likely there is the article's own notice."""
OPENING_LINES = 2
"""Lines that open a text and are not of the surest: a headline, a name and an office."""
MAX_LABEL_SPACES = 1
"""Spaces of a label above the article, the name of a section or a button; it is sure where a run above the article is."""
_MIDDLE = frozenset(",.;:)”»…")
"""Characters that no line of its own begins with."""
_WORD = regex(r"[^\W\d_]{2}")
"""Without one, lines are figures: what a paragraph counts up, a score."""
_BULLETS = regex(rf"(?<!\S)[{''.join(sorted(BULLETS))}](?=\S)")
_FIXTURE = regex(r"\w (?:vs?\.?|gegen|contra|contre|contro) \w|[^\W\d_] \d{1,3} ?[-–:] ?\d{1,3} [^\W\d_]")
MIN_FIXTURES = 3
"""Lines with two sides or a score that make a list of matches."""
_ITEM_MARKS = frozenset(f"{mark} " for mark in LIST_SIGNS)
ITEM_REACH, MIN_OTHER_ITEMS = 12, 2
"""Lines above and below an item of a list in which other items are, and how many of them it takes."""
LIST_REACH = 2
"""Sentences before and after one with dots in which its list may go on."""
_SPEECH, _SPEECH_ENDS = frozenset('"“„«'), frozenset('"”“»')
MIN_SPEECH_SPACES = 5
"""Spaces of a line of speech from which it is a sentence that was cut off."""
_ASIDE = regex(r"(?:[(][^()]{1,40}[)],? ){1,2}[a-zß-öø-ÿ](?:\S* ){6}")
"""A bracket after a name in slanted letters, and how the sentence goes on: "(1907), the barred window stands for"."""
_OPEN = frozenset(",(“„")
"""Characters that end no line of its own."""
MAX_ARTICLE_PROBABILITY = 0.5
"""A line that is more likely the page's has no sentence that goes on beside it."""


def is_kept(doc: Document, run: Run) -> bool:
    """Tell whether a run is the article's as often as not, whatever its probability."""
    first, last = doc.lines[run.first], doc.lines[run.last]
    if doc.is_closing(last) and run.probability < MIN_CLOSING_PROBABILITY:
        return True
    if run.first == 0 and len(run) <= OPENING_LINES and run.probability < _least_opening(doc, run):
        return True
    if doc.zone(first) == "body":
        lines = doc.lines[run.first : run.last + 1]
        is_wordless = not any(_WORD.search(line.text) for line in lines)
        if run.probability < MIN_BODY_PROBABILITY or is_wordless or _is_subheading(doc, run):
            return True
    if _is_broken(doc, run) or _is_amid_list(doc, run) or _announces(doc, run) or _is_cut_speech(doc, run):
        return True
    return not run.is_sure and _is_matches(doc, run)


def _least_opening(doc: Document, run: Run) -> float:
    """Return the least probability of lines that open the text: less where they are labels of a word or two."""
    lines = doc.lines[run.first : run.last + 1]
    return MIN_SURE_RUN["head"] if all(map(_is_label, lines)) else VERY_SURE_RUN


def _is_label(line: Line) -> bool:
    """Tell whether a line is a word or two, and not two with capitals, which may be the name of who wrote the article."""
    words = line.text.split()
    return len(words) <= MAX_LABEL_SPACES + 1 and not (len(words) > 1 and all(map(str.istitle, words)))


def _is_subheading(doc: Document, run: Run) -> bool:
    """Tell whether a run among the paragraphs of an article is one short line, not of the very surest."""
    if len(run) > 1 or run.probability >= VERY_SURE_RUN or is_page(doc):
        return False
    return doc.lines[run.first].text.count(" ") < MIN_HEADLINE_SPACES


def _is_broken(doc: Document, run: Run) -> bool:
    """Tell whether lines are words of the article's sentences that an extractor broke at their links."""
    if any(_ASIDE.match(line.text.lstrip()) for line in doc.lines[run.first : run.last + 1]):
        return True
    above, below = doc.before(doc.lines[run.first]), doc.after(doc.lines[run.last])
    if all(line is None or doc.residue_probability[line.index] > MAX_ARTICLE_PROBABILITY for line in (above, below)):
        return False
    opened = above is not None and above.text.rstrip()[-1:] in _OPEN
    continued = sum(map(_continues, doc.lines[run.first : run.last + 2]))
    return opened + continued >= max(1, MIN_BROKEN_SHARE * len(run))


def _continues(line: Line) -> bool:
    opening = line.text.lstrip()[:1]
    return opening.islower() or opening in _MIDDLE


def _is_amid_list(doc: Document, run: Run) -> bool:
    """Tell whether sentences are the middle of a list with dots, of which the rest on both sides is not told."""
    if not doc.is_flat:
        return _is_one_of_items(doc, run) or _cuts_list(doc, run)
    bullets = set(_BULLETS.findall(doc.lines[run.first].text))
    if not bullets:
        return False
    sides = doc.lines[max(0, run.first - LIST_REACH) : run.first], doc.lines[run.last + 1 : run.last + 1 + LIST_REACH]
    return all(any(not bullets.isdisjoint(_BULLETS.findall(line.text)) for line in side) for side in sides)


def _is_one_of_items(doc: Document, run: Run) -> bool:
    """Tell whether a line among paragraphs is an item of a list of which the other items, not far from it, are not told."""
    mark = doc.lines[run.first].text.lstrip()[:2]
    if len(run) > 1 or mark not in _ITEM_MARKS or doc.zone(doc.lines[run.first]) != "body":
        return False
    near = doc.lines[max(0, run.first - ITEM_REACH) : run.first + ITEM_REACH + 1]
    return sum(line.text.lstrip()[:2] == mark for line in near) > MIN_OTHER_ITEMS


def _cuts_list(doc: Document, run: Run) -> bool:
    """Tell whether a run takes some items of a list and leaves the next or the one before; below the article a long one."""
    first, last = doc.lines[run.first], doc.lines[run.last]
    if doc.zone(first) == "head" or is_page(doc):
        return False
    marks = {line.text.lstrip()[:2] for line in doc.lines[run.first : run.last + 1]} & _ITEM_MARKS
    beside = [line for line in (doc.before(first), doc.after(last)) if line and line.text.lstrip()[:2] in marks]
    return any(doc.zone(first) == "body" or line.text.count(" ") >= MIN_HEADLINE_SPACES for line in beside)


def _announces(doc: Document, run: Run) -> bool:
    """Tell whether a run ends in a colon or a comma right before what it belongs to, and which would stay."""
    last = doc.lines[run.last]
    below = doc.after(last)
    if doc.is_flat or below is None or is_page(doc):
        return False
    text = last.text.rstrip()
    return text.endswith(",") or (text.endswith(":") and below.index not in doc.paragraph_lines)


def _is_cut_speech(doc: Document, run: Run) -> bool:
    """Tell whether a run ends the text in speech that was cut off: "I want to thank all of you for"."""
    last = doc.lines[run.last].text.strip()
    is_open = last[:1] in _SPEECH and not any(mark in last[1:] for mark in _SPEECH_ENDS)
    return run.last + 1 == len(doc.lines) and is_open and last[-1:].isalpha() and last.count(" ") >= MIN_SPEECH_SPACES


def _is_matches(doc: Document, run: Run) -> bool:
    """Tell whether most lines are matches: what else is played, an article or a page says it."""
    matches = sum(_FIXTURE.search(line.text) is not None for line in doc.lines[run.first : run.last + 1])
    return matches >= MIN_FIXTURES and 2 * matches > len(run)
