"""Captions told by their grammar: what one sees is told in the present, the day it was seen in full.

News is told in the past, so that a present tense and a date with its year in one sentence are a
picture's caption, as agencies write them: "A ferry leaves the harbour of Ellery on March 4, 2021."
Of 228 such lines in labelled texts none was the story's; 4,800 news texts without captions have none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import LinePattern, begins_small, regex
from scrapelint_rules.credits._shared.agencies import AGENCIES

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

_ACTIONS = (
    "address", "appear", "arrive", "attend", "carry", "celebrate", "chat", "cheer", "deliver", "depart", "embrace",
    "enter", "exit", "gather", "gesture", "greet", "hang", "hold", "hug", "inspect", "kneel", "leave", "listen", "look on",
    "march", "meet", "participate", "perform", "pose", "pray", "protest", "react", "ride", "search", "shake hands", "sit",
    "smile", "speak", "stand", "take part", "talk", "testify", "wait", "walk", "watch", "wave",
)  # fmt: skip
_SEEN = tuple(f"{be} {what}" for be in ("is", "are") for what in ("seen", "shown", "pictured", "displayed"))


def _third_person(action: str) -> str:
    verb, _, rest = action.partition(" ")
    if verb.endswith(("s", "sh", "ch")):
        verb += "es"
    elif verb.endswith(("fy", "ry")):
        verb = verb[:-1] + "ies"
    else:
        verb += "s"
    return f"{verb} {rest}".rstrip()


_VERBS = (*_ACTIONS, *map(_third_person, _ACTIONS), *_SEEN)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"\b(?:{_MONTH} (?:\d\d?,? )?(?:19|20)\d\d|\d\d? {_MONTH},? (?:19|20)\d\d)\b"

MAX_CHARS_TO_VERB, MAX_CHARS_TO_DATE = 120, 260
"""Of the sentence: further from its subject, a verb is another clause's."""
MAX_CHARS = 600
"""Longest caption, with what it tells of the story after its first sentence."""
MAX_FLAT_CHARS_AFTER = 100
"""Where the line breaks are lost: what goes on for longer after the date has run into the story's next sentence."""

PRESENT_TENSE = LinePattern(
    rf"^(?=.*(?:19|20)\d\d).{{3,{MAX_CHARS_TO_VERB}}}?\b(?P>verb)\b.{{0,{MAX_CHARS_TO_DATE}}}?{_DATE}",
    tuple(f" {verb} " for verb in _VERBS),
    words={"verb": _VERBS},
    needs=("19", "20"),
)
_STORY = regex(
    r"\b(?:said|says?|told|tells|was|were|had|has|have|did|will|would|could|should|can|may|might|must|I|[Ww]e|[Yy]ou|[Oo]ur"
    r"|[Ii]f|since|until|to [a-z]+ on|[Dd]eadlines?|expires?|takes? effect|accused|per ?cent|according to)\b"
    r"|[a-z]{3}[.!?] [A-Z]|[\"“”„«]|\b(?:stands?|sits?) at \W?\d|^\W{0,2}(?:In (?!this\b|these\b)|On|At (?!left|right)|During"
    r"|After|Before|While|When|With|Despite|Under|Among|By)\b"
    rf"|\b(?:is|are|begins?|starts?|ends?|opens?|closes?|meets?|leaves?|arrives?|as of|as on|by)(?: on)?(?: \w{{3,9}}day,?)?"
    rf" (?:{_MONTH}|\d\d? {_MONTH})"
)
"""What is in sentences of the story but not in the first of a caption: another tense or mood, a quotation, an end, a
share, a time or place before its subject, or the day as what is said of something: "the last day is March 4, 2021".
"""
_PAST = regex(
    r"^(?:\S+ ){1,4}?(?:[a-z]+ed|began|came|fell|found|gave|got|grew|held|kept|knew|led|left|lost|made|met|paid|put|ran|rose"
    r"|saw|sent|set|showed|sold|spoke|spent|stood|took|won|went|wrote) (?:a|an|the|its|his|her|their|our|that|it|in|at|to|up"
    r"|down|on|off|over|more|all|no|data|[a-z]+ly)\b|\b(?:between|which|that|wants?|plans?|expects?|hopes?)\b"
)
"""A subject, a verb in the past and its object; or a clause that tells what somebody means to do."""


_VERB = regex(rf"(?<![\w-])(?P<verb>{'|'.join(sorted(_VERBS, key=len, reverse=True))})(?![\w-])(?P<after> [a-z]+)?")
MAX_CHARS_BEFORE = 24
"""Before a verb: as far as the words reach that tell whether it is one."""
_NO_SUBJECT = regex(
    r"(?i)(?:^|[\s(])(?:the|an?|this|that|these|those|its|his|her|their|our|your|my|no|any|some|many|more|first|last|new"
    r"|of|for|by|in|on|at|with|during|after|before|from|into|over|about|to|not|\w{2,6}n['’]t"
    r"|(?<!\bas )(?<!\bwhile )(?:he|she|it|they|who))$"
)
"""What comes before a noun that looks like a verb, or before a verb that tells of nothing seen: "the protests", "to hold"."""
_NOUNS = frozenset({"talks", "protests", "marches", "searches"})
"""Verbs that are nouns as often."""
_PAST_AFTER = regex(
    r" (?:(?!surrounded|dressed|seated|flanked|masked)[a-z]+ed|began|broke|came|fell|grew|led|rose|took|went|were?)$"
)
_PAST_LATER = regex(
    r" (?:[a-z]+ed|began|broke|came|fell|grew|rose|took|went) (?:on|in|at|when|after|before|as|to|into)\b"
)
"""The past tense after what looks like a verb, or further on after a noun: "talks in the old town hall failed on"."""

_POST = regex(r"\(@|https://|pic\.twitter\.com|//t\.co/")


_GLUED = regex(r"[)\].](?=[^\W\d_][^\W\d_.])")
"""The end of a caption to which the next sentence is glued."""


_DAY_ENDS = regex(rf"(?:{_MONTH} \d\d?,?|\d\d? {_MONTH},?) \d{{4}}$")
MAX_CHARS_TO_CREDIT = 200
"""After a caption: as far as its credit may reach."""
_CREDIT = regex(
    r"\s{0,4}[(\[][^()\[\]]{0,90}(?:/|\b(?:[Pp]hoto|PHOTO|[Ff]ile|FILE|[Ii]mages?|via|"
    rf"{'|'.join(map(re.escape, AGENCIES))})\b)[^()\[\]]{{0,90}}[)\]]"
    rf"|[\s.]{{0,4}}(?:[/|–—-] ?)?(?:[^\W\d_][\w.'’\- ]{{0,60}}[/|] ?)?(?:{'|'.join(map(re.escape, AGENCIES))})\b"
    r"|\s{0,4}(?:Photo|Picture|Image|Credit|Copyright|Foto|©)"
)
"""Who took a picture, as it follows the caption, in brackets or without."""


def caption_end(line: Line, date_end: int) -> int:
    """Return where the caption ends on its line: at what is glued to it after its date, else with the line."""
    glued = _GLUED.search(line.text, date_end)
    return line.start + glued.end() if glued else line.span.end


def is_caption(line: Line, date_end: int, *, is_flat: bool = False) -> bool:
    """Tell whether a line with a match of `PRESENT_TENSE` that ends there is a caption, not a post with its date."""
    if begins_small(line.text):
        return False
    if _POST.search(line.text) or (is_flat and len(line.text) - date_end > MAX_FLAT_CHARS_AFTER):
        return False
    end = line.text.find(". ", date_end)
    sentence = line.text[: end if end > 0 else None]
    return len(line.text) <= MAX_CHARS and _STORY.search(sentence) is None and _PAST.search(sentence) is None


def shows_scene(sentence: str) -> bool:
    """Tell whether the first verb in the present that a sentence surely has is what somebody does in a picture."""
    for verb in _VERB.finditer(sentence):
        before = sentence[max(0, verb.start() - MAX_CHARS_BEFORE) : verb.start()].rstrip()
        if _NO_SUBJECT.search(before):
            continue
        is_noun = verb["verb"] in _NOUNS and _PAST_LATER.search(sentence, verb.end("verb"))
        return not (is_noun or _PAST_AFTER.match(verb["after"] or ""))
    return False


def stands_apart(doc: Document, line: Line, date_end: int) -> bool:
    """Tell whether a line is a caption and no sentence of the story: it stands alone, and its day is not to come.

    Where the line breaks are lost, a sentence of the story looks just like one; so does one with a month alone, or that
    says what is to come. Who took the picture follows a caption, and never those.
    """
    dated = _DAY_ENDS.search(line.text[:date_end])
    if not doc.is_flat and dated and not _is_to_come(doc, dated[0]):
        return True
    after = line.start + date_end
    row = doc.text[after : line.end]
    return (
        _CREDIT.search(row) is not None or _CREDIT.match(doc.text, line.end, line.end + MAX_CHARS_TO_CREDIT) is not None
    )


def _is_to_come(doc: Document, written: str) -> bool:
    """Tell whether a day is after that of the article, where the scraper gave one."""
    from scrapelint.plugin import read_date  # only articles with such a line need the reader

    given, day = doc.field_date("date"), read_date(written, "en")
    return given is not None and day is not None and day.value is not None and day.value > (given.value or day.value)
