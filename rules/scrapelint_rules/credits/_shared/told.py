"""What looks like a picture's credit but is told by the story: a source that it cites, the data of a film."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import (
    LIST_SIGNS,
    Span,
    begins_small,
    ends_sentence,
    is_data_row,
    is_dense,
    numberless,
    regex,
    word_bounds,
)
from scrapelint_rules.credits._shared.agencies import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from scrapelint.plugin import Document, Line

MIN_DATA_LINES = 2
"""Other lines of data that stand next to one: a credit has at most its caption and its byline there."""
DATA_REACH = 3
"""How far away, in lines, such a line may stand."""

MAX_INITIALS = 3
"""Longest initials of an editor in lower case, as agencies print them: "(zr, ČTK)"."""
MAX_DESK_CHARS = 4
"""Longest name of a desk, or of its editor, beside an agency's, in code points: "(dpa/rt)"."""
MIN_SPACES_TOLD = 3
"""Spaces from which on small letters behind "photos by" are a sentence: "photos by the author" are a credit."""
MIN_STATES = 3
"""How many signs of states behind the names of towns tell that they are none of agencies."""
MIN_SHARE = 0.6
"""Least share of the text's characters in a line that is all of its article."""

MIN_CAPTIONS, MIN_CAPTION_CHARS, MIN_CAPTION_SHARE = 3, 60, 0.33
"""Of a gallery or a review of front pages: captions, the code points of each, and their share of all such lines.

In articles with many pictures that is up to .2, in galleries 1, in a review of front pages with a report behind it .5.
"""

MIN_SENTENCE_CHARS = 20
"""Shortest sentence, in code points, that a text has besides."""

MAX_PIECE_CHARS, MAX_ADDRESS_CHARS = 60, 200
"""Longest name that a link tore out of its sentence, and how far around a place an address may reach, in code points."""
MIN_STORY_CHARS = 50
"""Shortest sentence of a story before a credit, in code points."""
MIN_STORY_SPACES = 5
"""Spaces of a row that goes on with a sentence of the story; a shorter one may be the rest of a credit."""
_VIA = regex(r"(?i)\s*via\s")
_GOES_ON = frozenset(".,;:。、，；：،؛")
"""Marks that a line goes on with."""
_ADDRESS = regex(r"://|\bwww\.|(?:[\w-]{1,60}\.){1,4}[a-z]{2,4}/[^\s/]{1,60}/")
_DATELINE_REST = regex(r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:日?[电電讯訊]|消息|报道|報導)[（(\s，,]")
"""How a line begins that goes on with the agency above it, in Chinese: "电（记者王建刚）"."""
_OPEN_END = ("这个", "那个", "一个", "这些", "这种", "這個", "那個", "一個", "這些", "這種")
"""How a piece of a caption ends in Chinese that a program broke before a link."""
_BEHIND_BRACKET = regex(r"[)\]](?:, |\s([^\W\d_]{1,30})[ ,.])")
_ITEM = regex(rf"\s{{0,4}}(?:\d{{1,3}}|[IVX]{{1,5}}|[a-z])[.)] |\s{{0,4}}[{re.escape(''.join(sorted(LIST_SIGNS)))}] ")

_ENDS_BEFORE = regex(r"(?:^|[.!?…:;|/)\]】）」』”\"»’–—•·©,=＝、。！？-])\s*$")
_STOPS = (".", "。", "।")
_LAST_BRACKET = regex(r"[(\[]([^()\[\]]{2,90})[)\]]\W{0,3}$")
_SOURCE = regex(
    r"(?i)^\W*(?:(?:quelle|source|fonte|fuente|źródło|kilde|källa|bron|источник)\s*:\s*|(?:mit|with|con|com|avec|med|met|via) )"
)
_NAMES = regex(r"\s*[/,;&+|]\s*")
_PARTS_NAMES = regex(r"[/|©]")
_WORD = regex(r"[^\W\d_]+")
_FIGURES = regex(r"\W{0,3}[^\W\d_][^:：\n]{1,50}[:：]\s?(?:[^:：\n]{1,30}[:：]\s?)?\D{0,2}\d")
"""A label, or two, and a figure behind it: "Price at the start (2016): 7.99"."""
_STATE = regex(r"[^\W\d_]{2}/([A-Z]{2})[.;]?\s{0,2}$")
_PHOTO = regex(
    r"(?i)\b(?:photos?|fotos?|images?|picture|credits?|courtesy|bild|symbolbild|фото|kuva|kép|file|handout|via)\b|/"
)
MIN_HEADLINE_WORDS, MIN_SMALL_WORDS, MIN_DENSE_HEADLINE_CHARS = 9, 3, 16
"""From so many words, or words in small letters that no name has, or code points of scripts without spaces, what stands
behind a label is a headline."""
_LABEL = regex(r"[^:：]{1,30}[:：]")
_OF_FIRMS = regex(r"[^\W\d_] ?[/|] ?[^\W\d_]|©|\bvia\b")
"""What parts the names of a photographer and an agency."""
_SPOKEN = regex(
    '["“„«»「『][^"“”„«»「」『』]{14,600}'
    '(?:(?<=[,.!?…，。！？])["”“»」』]|["”“»](?:,| [–—-])|["”」』](?=[가-힣ぁ-ん])) ?[–—-]? ?(?=[^\\W\\d_])'
)
"""A quotation, and what follows it within its sentence: who said it. A title in quotes has no comma there."""
_TELLS = regex('[:：] ?["“„«「『][^"“”„«»「」『』]{14}|^\\s{0,4}[–—-] ')
"""A quotation behind a colon, or the dash that opens a line of speech in many languages."""
_OPENS_WITH_PICTURE = regex(
    r"(?i)^\W{0,4}(?:(?:all|featured|header|cover|lead|main|top|kiemelt) )?(?:photo|image|picture|screenshot|thumbnail|foto|imagen"
    r"|imagem|immagine|bild|beitragsbild|titelbild|afbeelding|kuva|zdjęcie|fotka|fotó|kép|фото|изображение|зображення|φωτογραφία|εικόνα)"
)
_BETWEEN_NAMES = frozenset(
    "and und et y e en og och av af i z a и та ve dan by for of the from von für de du des del da do di la le der den "
    "van het voor per pour para por bin al el with inputs imago dpa epd sda ddp".split()
)
"""Words in lower case that a credit has between and before names."""


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


def is_in_item(line: Line, start: int) -> bool:
    """Tell whether brackets that open at a place of a line are words of its sentence, or of an item of a list."""
    if line.text[start : start + 1] not in "([":
        return False
    behind = _BEHIND_BRACKET.search(line.text, start)
    goes_on = behind is not None and (behind[1] is None or behind[1].islower())
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
    """Tell whether brackets belong to a sentence of the story: its full stop stands behind them, none before."""
    before, after = line.text[: start + 1], line.text[start:].rstrip()
    bracket = max(before.rfind("("), before.rfind("["))
    return bracket > 0 and after.endswith((").", "].")) and _ENDS_BEFORE.search(before[:bracket]) is None


def cites_agency(bracket: str) -> bool:
    """Tell whether a bracket with an agency's name says more than a credit does: "(cited by RIA)"."""
    if _PHOTO.search(bracket):
        return False
    return any(
        word.islower() and len(word) > MAX_INITIALS and word not in _BETWEEN_NAMES for word in _WORD.findall(bracket)
    )


def names_agency_alone(line: Line) -> bool:
    """Tell whether a line ends in a bracket that names agencies and their desks, no photographer: "(dpa)", "(mit AFP/rt)".

    Behind a paragraph it says whose text it is, as often as whose picture.
    """
    bracket = _LAST_BRACKET.search(line.text)
    if bracket is None or says_picture(line):
        return False
    names = _NAMES.split(_SOURCE.sub("", bracket[1]))
    return all(name in AGENCIES or len(name) <= MAX_DESK_CHARS for name in names)


def credit_behind_story(doc: Document, line: Line) -> Span | None:
    """Return the bracket at the end of a line that is a sentence of the story with a credit behind it; None for a caption.

    "(via Reuters)" says where a story is from, and behind the last sentence of a text the credit is of its first picture.
    """
    bracket = None if doc.is_flat else _LAST_BRACKET.search(line.text)
    if bracket is None or says_picture(line):
        return None
    before = line.text[: bracket.start()].strip()
    if len(before) < MIN_STORY_CHARS or not ends_sentence(before):
        return None
    is_source = _VIA.match(bracket[1]) is not None
    if not is_source and not doc.is_last(line):
        return None
    start = line.start + bracket.start()
    return Span(start, line.start + len(line.text.rstrip()))


def runs_into_story(doc: Document, line: Line) -> bool:
    """Tell whether the row below goes on in small letters, so that the last words of a line with a credit are the story's."""
    below = None if doc.is_flat else doc.after(line)
    if below is None or below.row != line.row + 1 or ends_sentence(line.text):
        return False
    return begins_small(below.text) and below.text.count(" ") >= MIN_STORY_SPACES


def is_named_by_story(line: Line, match: re.Match[str]) -> bool:
    """Tell whether an agency behind the names of a match ends a sentence, with no caption's end before these."""
    lower = [word.end() for word in _WORD.finditer(match.group()) if word.group().islower()]
    return _is_told(line, line.text[: match.start() + (lower[-1] if lower else 0)])


def ends_story_sentence(line: Line, slash: int) -> bool:
    """Tell whether an agency behind the slash at an offset of its line ends a sentence, as in "so says ITAR/TASS"."""
    words = line.text[:slash].split(" ")
    while words and (not words[-1] or words[-1][0].isupper()):
        words.pop()
    return _is_told(line, " ".join(words))


def _is_told(line: Line, before: str) -> bool:
    """Tell whether a line has a full stop, and before its last names neither a mark nor the beginning of the line."""
    text = line.text.rstrip()
    return text.endswith(_STOPS) and not text.endswith("..") and _ENDS_BEFORE.search(before) is None


def is_headline_of_pictures(doc: Document, line: Line) -> bool:
    """Tell whether a label opens a text and a headline stands behind it, no names: "FOTOS: Sturm spült Boote an Land"."""
    label = _LABEL.match(line.text) if doc.opens(line) else None
    told = line.text[label.end() :].strip() if label else ""
    if label is None or _OF_FIRMS.search(told):
        return False
    if is_dense(told):
        return len(told) >= MIN_DENSE_HEADLINE_CHARS
    words = _WORD.findall(told)
    small = sum(not word[0].isupper() and word.lower() not in _BETWEEN_NAMES for word in words)
    return small >= MIN_SMALL_WORDS or len(words) >= MIN_HEADLINE_WORDS


def is_data(doc: Document, line: Line) -> bool:
    """Tell whether a line with a label stands among others of its shape: the data of a film, a book, an app."""
    first, last = max(0, line.index - DATA_REACH), line.index + DATA_REACH + 1
    return sum(is_data_row(other.text) for other in doc.lines[first:last] if other is not line) >= MIN_DATA_LINES


def is_over_data(doc: Document, line: Line) -> bool:
    """Tell whether a line stands between rows of data, as the name of what has the prices below it does."""
    return all(other is not None and _FIGURES.match(other.text) for other in (doc.before(line), doc.after(line)))


def is_in_state(doc: Document, line: Line) -> bool:
    """Tell whether a line names a town and the sign of its state, "Barcarena/PA", as other lines do with other states."""
    return _STATE.search(line.text) is not None and not says_picture(line) and doc.once(_names_states)


def _names_states(doc: Document) -> bool:
    """Tell whether a text has towns of several states, with the signs of these: not all are names of agencies."""
    signs = {sign[1] for line in doc.lines if "/" in line.text and (sign := _STATE.search(line.text))}
    return len(signs) >= MIN_STATES and not signs.issubset(AGENCIES)


def closes_sentence(bracket: str) -> bool:
    """Tell whether a full stop stands right behind a bracket and none before it: it is that of the sentence."""
    return bracket.rstrip().endswith((").", "]."))


def is_of_table(doc: Document, line: Line) -> bool:
    """Tell whether a line is a cell of a table of figures, or says where these are from."""
    return line.index in doc.table_lines and not says_picture(line)


def says_picture(line: Line) -> bool:
    """Tell whether a line begins with a word for a picture."""
    return _OPENS_WITH_PICTURE.search(line.text) is not None


def is_told_behind(label: str, named: str) -> bool:
    """Tell whether a sentence goes on behind the words of a credit, where a name would stand.

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


def is_only_paragraph(doc: Document, line: Line) -> bool:
    """Tell whether a line is all that the text has for an article."""
    if len(line.text) < MIN_SHARE * len(doc.text) or not doc.paragraph_lines <= {line.index}:
        return False
    return not any(
        len(other.text) >= MIN_SENTENCE_CHARS and ends_sentence(other.text) for other in doc.lines if other is not line
    )


def are_story(doc: Document, credited: Iterable[Line]) -> bool:
    """Tell whether lines with credits are much of what a text has to say: the captions of a gallery are its article.

    A caption that comes again is one of the page, and counts once, unless most of the text is such ones.
    """
    lines = list(credited)
    captions, all_chars = _chars(lines), sum(len(line.text) for line in doc.lines)
    if len(lines) >= MIN_CAPTIONS and sum(len(line.text) for line in lines) >= MIN_SHARE * all_chars:
        return True
    return len(captions) >= MIN_CAPTIONS and sum(captions) >= MIN_CAPTION_SHARE * sum(_chars(doc.lines))


def _chars(lines: Iterable[Line]) -> Collection[int]:
    """Return how long each of the lines is that may be a caption, equal ones once."""
    chars = {numberless(line.key): len(line.text) for line in lines}
    return [count for count in chars.values() if count >= MIN_CAPTION_CHARS]
