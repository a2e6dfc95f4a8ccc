"""What looks like a picture's credit but is told by the story: a source that it cites, the data of a film."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import (
    LIST_SIGNS,
    Span,
    begins_small,
    ends_sentence,
    regex,
    sentences,
    word_bounds,
)
from scrapelint_rules.credits._shared.agencies import AGENCIES
from scrapelint_rules.credits._shared.brackets import bracket_around, bracket_over
from scrapelint_rules.credits._shared.pictures.names import BETWEEN_NAMES
from scrapelint_rules.credits._shared.pictures.picture_words import says_picture

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit, Line

MAX_INITIALS = 3
"""Longest initials of an editor in lower case, as agencies print them: "(zr, ČTK)"."""
MAX_DESK_CHARS = 4
"""Longest name of a desk, or of its editor, beside an agency's, in code points: "(dpa/rt)"."""
MIN_SPACES_TOLD = 3
"""Spaces from which on small letters after "photos by" are a sentence: "photos by the author" are a credit."""
MAX_PIECE_CHARS, MAX_ADDRESS_CHARS = 60, 200
"""Longest name that a link tore out of its sentence, and how far around a place an address may reach, in code points."""
MIN_STORY_CHARS = 50
"""Shortest sentence of a story before a credit, in code points."""
MIN_TOLD_SENTENCES = 3
"""Sentences from which a paragraph before a credit is an item of the story; captions have one or two."""
MIN_STORY_SPACES = 5
"""Spaces of a row that goes on with a sentence of the story; a shorter one may be the rest of a credit."""
_VIA = regex(r"(?i)\s*via\s")
_GOES_ON = frozenset(".,;:。、，；：،؛")
"""Marks that a line goes on with."""
_ADDRESS = regex(r"://|\bwww\.|(?:[\w-]{1,60}\.){1,4}[a-z]{2,4}/[^\s/]{1,60}/")
_RECORD = regex(r"[\"'][}\]]?, ?[{\[]?[\"']\w{1,20}[\"'] ?: ?[\[{]?[\"']")
"""The end of one value of a record and the name of the next, as they are dumped: "'title': 'The port', 'text': 'Photo"."""
_DATELINE_REST = regex(r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:日?[电電讯訊]|消息|报道|報導)[（(\s，,]")
"""How a line begins that goes on with the agency above it, in Chinese: "电（记者王建刚）"."""
_OPEN_END = ("这个", "那个", "一个", "这些", "这种", "這個", "那個", "一個", "這些", "這種")
"""How a piece of a caption ends in Chinese that a program broke before a link."""
_AFTER_BRACKET = regex(r"[)\]](?:, |\s([^\W\d_]{1,30})[ ,.])")
_ITEM = regex(rf"\s{{0,4}}(?:\d{{1,3}}|[IVX]{{1,5}}|[a-z])[.)] |\s{{0,4}}[{re.escape(''.join(sorted(LIST_SIGNS)))}] ")

_HEADLINE_SEAM = regex(r"""(?:…|[.]{3}) ?(?=[가-힣‘“])|(?<=[^\s“])[”"] (?=[가-힣])""")
"""Where a headline goes on after dots, or after speech and a space."""
_ENDS_BEFORE = regex(r"(?:^|[.!?…:;|/)\]】）」』”\"»’–—•·©,=＝、。！？-])\s*$")
_STOPS = (".", "。", "।")
_POINTER = regex("\\s{0,4}[▲▼△▽◀▶].*[가-힣ぁ-ヿ㐀-鿿]")
"""A sign that points from a caption to its picture, as pages in Korean, Chinese and Japanese set it; elsewhere lists have it."""
_SENTENCE_MARKS = (".", "。", "，", "、", "；", "।", "؛", "،", ",", ";")
_POINTS_AT_PICTURE = regex(
    r"(?i)\s*(?:[見见如上下左右附][图圖片照]|[上下左右](?:の?写真)|(?:see |siehe |voir |ver |vedi |zie |se |zob\. |см\. |див\. )?"
    r"(?:the )?(?:pictured?|photo|image|bild|foto|kuva|zdjęcie|фото|(?:above|below|left|right|oben|unten|links|rechts))"
    r"|사진|왼쪽|오른쪽|위|아래)[\s;；,，:：、./|-]*"
)
"""Words that point at a picture from within a sentence, up to the mark before its credit."""
_LAST_BRACKET = regex(r"[(\[]([^()\[\]]{2,90})[)\]]\W{0,3}$")
_SOURCE = regex(
    r"(?i)^\W*(?:(?:quelle|source|fonte|fuente|źródło|kilde|källa|bron|источник)\s*:\s*|(?:mit|with|con|com|avec|med|met|via) )"
)
_NAMES = regex(r"\s*[/,;&+|]\s*")
_PARTS_NAMES = regex(r"[/|©]")
_WORD = regex(r"[^\W\d_]+")
_PHOTO = regex(
    r"(?i)\b(?:photos?|fotos?|images?|picture|credits?|courtesy|bild|symbolbild|фото|kuva|kép|file|handout|via)\b|/"
)
_SPOKEN = regex(
    '["“„«»「『][^"“”„«»「」『』]{14,600}'
    '(?:(?<=[,.!?…，。！？])["”“»」』]|["”“»](?:,| [–—-])|["”」』](?=[가-힣ぁ-ん])) ?[–—-]? ?(?=[^\\W\\d_])'
)
"""A quotation, and what follows it within its sentence: who said it. A title in quotes has no comma there."""
_TELLS = regex('[:：] ?["“„«「『][^"“”„«»「」『』]{14}|^\\s{0,4}[–—-] |(?:אמר|אמרה|סיפר|סיפרה|הוסיף|הוסיפה) כי "')
"""A quotation after a colon, or the dash that opens a line of speech in many languages."""
_BY, _BARE_LABEL = "by-start", "label-end-bare"
"""Entries whose words are in sentences as well: "photos by local artists", "a mixed picture: prices fell"."""
_SMALL_VIA = regex(r"\s[a-z]\S{0,30}\s[a-z]\S{0,30}\svia\s")
"""Two words in small letters before the agency: "sells pictures of the harbour via Getty Images"."""
_CALLED = frozenset("为為是")
"""What is in Chinese before the words for a picture from the archive where a sentence says that one is."""


def is_piece(doc: Document, line: Line) -> bool:
    """Tell whether a short line is a name out of a sentence that goes on below with a mark: a program broke it at a link."""
    below = doc.after(line)
    if below is None or len(line.text) > MAX_PIECE_CHARS:
        return False
    text = below.text.lstrip()
    is_below = below.row == line.row + 1
    return text[:1] in _GOES_ON or (
        is_below and (line.text.endswith(_OPEN_END) or _DATELINE_REST.match(text) is not None)
    )


def is_in_address(line: Line, at: int) -> bool:
    """Tell whether a place of a line is within an address: "https://larn.example/dpa"."""
    start, end = word_bounds(line.text, at, MAX_ADDRESS_CHARS)
    return _ADDRESS.search(line.text, start, end) is not None


def is_in_record(line: Line) -> bool:
    """Tell whether a line is of a record that was dumped: with a credit its story would go, up to the next quote."""
    return _RECORD.search(line.text) is not None


def is_in_item(line: Line, start: int) -> bool:
    """Tell whether brackets that open at a place of a line are words of its sentence, or of an item of a list."""
    if line.text[start : start + 1] not in "([":
        return False
    rest = _AFTER_BRACKET.search(line.text, start)
    goes_on = rest is not None and (rest[1] is None or rest[1].islower())
    return goes_on or _ITEM.match(line.text) is not None


def is_in_sentence(line: Line, start: int) -> bool:
    """Tell whether a label at this place of a line goes on a sentence: in lower case, after a word.

    >>> from scrapelint.text.lines import split
    >>> line = next(split("He had it from an odd source: Jo Hale"))
    >>> is_in_sentence(line, line.text.index("source"))
    True
    """
    label = line.text[start:].lstrip(" .,([【\"”’'…!?")
    before = line.text[: len(line.text) - len(label)]
    in_brackets = before.rfind("(") > before.rfind(")") or before.rfind("[") > before.rfind("]")
    return label[:1].islower() and not in_brackets and _ENDS_BEFORE.search(before.rstrip(" ")) is None


def is_in_brackets_of_story(line: Line, start: int) -> bool:
    """Tell whether brackets belong to a sentence of the story: its full stop follows them, none before."""
    before, after = line.text[: start + 1], line.text[start:].rstrip()
    bracket = max(before.rfind("("), before.rfind("["))
    return bracket > 0 and after.endswith((").", "].")) and _ENDS_BEFORE.search(before[:bracket]) is None


def bracket_amid_story(text: str, line: Line, at: int) -> Span | None:
    """Return the bracket that holds words and a credit at a place, in the midst of a sentence; None elsewhere.

    >>> from scrapelint.text.lines import split
    >>> text = "The mayor (see picture; photo: Larn Watch) said on Monday that the port is open."
    >>> bracket_amid_story(text, next(split(text)), text.index("photo:"))
    Span(start=10, end=42)
    """
    bracket = bracket_over(text, at)
    if bracket is None or not text[bracket.start + 1 : at].strip():
        return None
    before, rest = text[line.start : bracket.start].strip(), text[bracket.end : line.end].strip()
    goes_on = rest.startswith(_SENTENCE_MARKS) or any(map(str.isalpha, rest))
    return bracket if before and goes_on and not ends_sentence(before) else None


def points_at_picture(text: str) -> bool:
    """Tell whether the words before a credit in its bracket say no more than where the picture is.

    >>> [points_at_picture(text) for text in ("見圖；", "see picture; ", "Ana Ruiz, see picture; ")]
    [True, True, False]
    """
    return _POINTS_AT_PICTURE.fullmatch(text) is not None


def cites_agency(bracket: str) -> bool:
    """Tell whether a bracket with an agency's name says more than a credit does: "(cited by RIA)"."""
    if _PHOTO.search(bracket):
        return False
    return any(
        word.islower() and len(word) > MAX_INITIALS and word not in BETWEEN_NAMES for word in _WORD.findall(bracket)
    )


def names_agency_alone(line: Line) -> bool:
    """Tell whether a line ends in a bracket that names agencies and their desks, no photographer: "(dpa)", "(mit AFP/rt)".

    After a paragraph it says whose text it is, as often as whose picture.
    """
    bracket = _LAST_BRACKET.search(line.text)
    if bracket is None or says_picture(line):
        return False
    names = _NAMES.split(_SOURCE.sub("", bracket[1]))
    return all(name in AGENCIES or len(name) <= MAX_DESK_CHARS for name in names)


def is_pointer(line: Line) -> bool:
    """Tell whether a line opens with a sign that points at a picture: all of it is a caption."""
    return _POINTER.match(line.text) is not None


def credit_after_story(doc: Document, line: Line) -> Span | None:
    """Return the bracket at the end of a line that is a sentence of the story with a credit after it; None for a caption.

    "(via Reuters)" says where a story is from, and after the last sentence of a text the credit is of its first picture.
    """
    bracket = None if doc.is_flat or is_pointer(line) else _LAST_BRACKET.search(line.text)
    if bracket is None or says_picture(line):
        return None
    before = line.text[: bracket.start()].strip()
    if len(before) < MIN_STORY_CHARS or not ends_sentence(before):
        return None
    is_source = _VIA.match(bracket[1]) is not None
    is_told = len(sentences(before)) >= MIN_TOLD_SENTENCES
    if not (is_source or is_told or doc.is_last(line)):
        return None
    start = line.start + bracket.start()
    return Span(start, line.start + len(line.text.rstrip()))


def runs_into_story(doc: Document, line: Line) -> bool:
    """Tell whether the row below goes on in small letters, so that the last words of a line with a credit are the story's."""
    below = None if doc.is_flat else doc.after(line)
    if below is None or below.row != line.row + 1 or ends_sentence(line.text):
        return False
    return begins_small(below.text) and below.text.count(" ") >= MIN_STORY_SPACES


def opens_with_headline(doc: Document, line: Line) -> bool:
    """Tell whether a Korean line with a credit opens a text with its headline, which a caption was joined to.

    Headlines have dots for what they leave out and speech that no particle is joined to: "시장 “안 간다”…", 시장이 8일.
    """
    return not doc.is_flat and doc.opens(line) and _HEADLINE_SEAM.search(line.text) is not None


def is_named_by_story(line: Line, match: re.Match[str]) -> bool:
    """Tell whether an agency after the names of a match ends a sentence, with no caption's end before these."""
    lower = [word.end() for word in _WORD.finditer(match.group()) if word.group().islower()]
    return _ends_told_sentence(line, line.text[: match.start() + (lower[-1] if lower else 0)])


def ends_story_sentence(line: Line, slash: int) -> bool:
    """Tell whether an agency after the slash at an offset of its line ends a sentence, as in "so says ITAR/TASS"."""
    words = line.text[:slash].split(" ")
    while words and (not words[-1] or words[-1][0].isupper()):
        words.pop()
    return _ends_told_sentence(line, " ".join(words))


def _ends_told_sentence(line: Line, before: str) -> bool:
    """Tell whether a line has a full stop, and before its last names neither a mark nor the beginning of the line."""
    text = line.text.rstrip()
    return text.endswith(_STOPS) and not text.endswith("..") and _ENDS_BEFORE.search(before) is None


def closes_sentence(bracket: str) -> bool:
    """Tell whether a full stop directly follows a bracket and none before it: it is that of the sentence."""
    return bracket.rstrip().endswith((").", "]."))


def is_told_after(label: str, named: str) -> bool:
    """Tell whether a sentence goes on after the words of a credit, where a name would be.

    >>> [is_told_behind("photos by", text) for text in ("local artists hang in the hall", "Ana Ruiz", "the author")]
    [True, False, False]
    >>> [is_told_behind("picture:", text) for text in ("prices fell again", "dpa", "dpa/Ana Ruiz")]
    [True, False, False]
    """
    least = 1 if label.endswith(":") else MIN_SPACES_TOLD
    return begins_small(named) and not _PARTS_NAMES.search(named) and named.strip().count(" ") >= least


def is_spoken(text: str) -> bool:
    """Tell whether words quote somebody and say who it is: a sentence of a story, seldom a caption.

    >>> [is_spoken(text) for text in ('"We open the port in May," she said.', 'A stall of "Larn at Sea" in the port')]
    [True, False]
    """
    said = (match.end() for match in _SPOKEN.finditer(text))
    return any(not text[at].isupper() for at in said) or _TELLS.search(text) is not None


def credit_after_quotation(doc: Document, line: Line, credit: Span) -> Span | None:
    """Return the credit at the end of a line of the story that quotes somebody, with its bracket; None for a caption."""
    whole = bracket_around(doc.text, credit) or credit
    return whole if is_spoken(doc.text[line.start : whole.start]) else None


def announces(hit: Hit) -> bool:
    """Tell whether a line names the source of what is below it, and not a label whose name has the next line."""
    return "{words}" in hit.phrase and hit.line.text.rstrip().endswith((":", "："))


def is_part_of_sentence(doc: Document, hit: Hit) -> bool:
    """Tell whether a sentence goes on after the words of a hit, or says of a picture that it is what the words say."""
    words = doc.text[hit.start : hit.end]
    if hit.entry.id == _BY:
        return is_told_after(words, doc.text[hit.end : hit.line.end])
    if hit.entry.id == _BARE_LABEL:
        label, colon, named = words.partition(":")
        return is_told_after(f"{label}{colon}", named)
    if hit.entry.id == "agency-line":
        return _SMALL_VIA.search(words) is not None
    return hit.entry.concept == "caption-word" and doc.text[hit.start - 1 : hit.start] in _CALLED
