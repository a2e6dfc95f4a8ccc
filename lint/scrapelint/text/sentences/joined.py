"""Where a sentence was joined to words of the page without a mark: in texts that have lost their line breaks."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from scrapelint.text.lazy_regex import regex
from scrapelint.text.prose import ends_sentence, is_dense
from scrapelint.text.sentences.abbreviations import STARTERS
from scrapelint.text.sentences.address import addresses
from scrapelint.text.sentences.marks import CLOSERS, END_MARKS, OPENING_QUOTES
from scrapelint.text.sentences.page_ends import LINK_MARKS
from scrapelint.text.sentences.syllables import goes_on_name

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator

MIN_SENTENCE_SPACES = 2
"""Spaces from which words before or after a pitch can be a sentence of their own that lost its mark or its space."""
MIN_DENSE_CHARS = 8
"""The same in code points for scripts without spaces."""
MIN_JOINED_SPACES = 4
"""Spaces from which words can be a sentence that a pitch runs into, without a mark, further on than its known words."""
MIN_LOWER_SHARE = 0.4
"""Least share of such a sentence's words in small letters: a list of names has fewer."""
CAPITAL_NOUNS = ("de", "lb")
"""Languages that write nouns with a capital."""
MIN_WHOLE_SPACES = 7
"""Spaces in known words from which they are all that a page says there, and no name is to follow them."""
REACH_CHARS = 600
"""How far after words a sentence that was joined to them may begin, and is read."""
LINKING = frozenset(
    "a an the of in at on for by with from to and or as our your my called titled de la le les des du el los las del "
    "il lo gli di da do dos het een van und der die das den dem des im am sobre sur su seu sua nosso nossa "
    "nuestro nuestra".split()
)
"""Words after which a capital is a name's."""
DETERMINERS = LINKING & frozenset(
    "a an the our your my la le les el los las il lo gli het een der die das den dem".split()
)
"""Those of them after which the name has a noun; after others it may be that of a network, of one word."""
_JOINT = regex(rf"(?P<before>[^\s,;:–—-]+) (?=(?P<quote>[{OPENING_QUOTES}]?)(?P<word>[^\W\d_]+)[\s,'’])")
_NAMES = regex(r"[ \t]{1,3}(?P<word>[A-ZÀ-ÖØ-Þ]{2,}(?=[A-ZÀ-ÖØ-Þ][a-zß-ÿ])|[^\W\d_][\w&-]*)")
_GLUED = regex(
    r"(?<=[^\W\d_A-ZÀ-ÖØ-Þ]{3})[„«]?"
    r"(?=(?P<capital>[^\W\d_a-zß-öø-ÿ])(?P<low>[^\W\d_A-ZÀ-ÖØ-Þ]?)(?:[^\W\d_A-ZÀ-ÖØ-Þ]|[,'’]| [^\W_A-ZÀ-ÖØ-Þ]))"
)
"""A seam between a word in small letters and one with a capital, or an opening quotation mark and one."""
_LOW_WORD = regex(r"(?<![\w@#./-])[^\W\d_]{3,40}$")
_ADDRESS_REST = regex(r"(?<=@)[\w-]{1,60}(?:\.[\w-]{2,60}){1,4}")
MAX_NAME_WORDS, MAX_LOUD_WORDS = 2, 4
"""Longest name after an article or "our", in words; where all is in capitals, it ends where these end."""
_BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】"}


def bracket_end(before: str, after: str) -> int:
    """Return how far after words the bracket that they open in ends, where something follows it; 0 elsewhere."""
    closing = _BRACKETS.get(before.strip(), "")
    at = after.find(closing) + 1 if closing else 0
    rest = after[at:].lstrip()
    return len(after) - len(rest) if at and rest.strip(CLOSERS) else 0


def name_end(text: str, at: int) -> int:
    """Return where the name ends that words up to a place ask for, as "the" and "on" do; that place where they do not.

    A word that often opens a sentence is no part of a name, nor is one in small letters after words in capitals. Of
    many words with a capital a sentence that was joined to the name may have the last. Of an address that the words
    end in, all is theirs: "write to jo@".
    """
    if text[at - 1 : at] == "@" and (address := _ADDRESS_REST.match(text, at)):
        return address.end()
    around = text[max(0, at - REACH_CHARS) : at]
    last = "".join(around.rsplit(None, 1)[-1:]).lower()
    if last not in LINKING:
        return at
    before = around.split()
    is_loud = before[0].isupper() and before[-1].isupper()
    ends = list(islice(_name_ends(text, at, is_loud=is_loud), MAX_LOUD_WORDS + 1))
    most = 1 if last not in DETERMINERS else MAX_LOUD_WORDS if is_loud else MAX_NAME_WORDS
    return ends[-1] if 0 < len(ends) <= most else at


def _name_ends(text: str, at: int, *, is_loud: bool) -> Iterator[int]:
    """Yield the end of each word of a name that begins at a place."""
    for match in _NAMES.finditer(text, at):
        word = match["word"]
        is_name = word.isupper() if is_loud else word[:1].isupper()
        if match.start() != at or not is_name or word.lower() in STARTERS:
            return
        at = match.end()
        yield at


def joined_at(after: str, languages: Collection[str], *, capital_nouns: bool) -> int:
    """Return how far after words a sentence begins, told by its capital; the length of all that follows without one.

    With `capital_nouns` only words that open sentences tell. In scripts without spaces one tells.
    """
    if not ends_sentence(after):
        return len(after)
    if is_dense(after):
        word, space, rest = after.partition(" ")
        if not space or len(rest.strip()) < MIN_DENSE_CHARS:
            return len(after)
        bare = word.rstrip(LINK_MARKS)
        return len(bare) if bare < word else len(word) + 1
    for match in _JOINT.finditer(after, 0, REACH_CHARS):
        at = match.end("before") + 1
        rest = after[at : at + REACH_CHARS]
        if _may_open(match, capital_nouns=capital_nouns) and may_follow(rest, languages):
            return at
    return len(after)


def glued_at(after: str, stop: int, languages: Collection[str]) -> int:
    """Return how far after words a sentence begins that is glued to the last one, "on the netThe mayor"; else `stop`.

    A word with a capital of its own, as those of networks have, is no such place.
    """
    seams = (match.start() for match in _GLUED.finditer(after, 0, min(stop, REACH_CHARS)) if _is_seam(match))
    return next((at for at in seams if may_follow(after[at : at + REACH_CHARS], languages)), stop)


def _is_seam(match: re.Match[str]) -> bool:
    """Tell whether a word in small letters alone ends where another begins with a capital."""
    word = _LOW_WORD.search(match.string, 0, match.start())
    is_capital = match["capital"].isupper() and not match["low"].isupper()
    return is_capital and word is not None and word[0].islower()


def sentence_after(after: str, languages: Collection[str]) -> int:
    """Return 0 where all that follows words may be a sentence of the article; else its length.

    For scripts and languages whose letters do not tell where a sentence begins.
    """
    gap = len(after) - len(after.lstrip())
    is_whole = ends_sentence(after) and not after.lstrip()[:1].islower() and is_sentence(after, languages)
    return gap if is_whole else len(after)


def is_sentence(text: str, languages: Collection[str]) -> bool:
    """Tell whether words beside a pitch are enough for a sentence, and not one that speaks to the reader."""
    bare = text.strip()
    enough = len(bare) >= MIN_DENSE_CHARS if is_dense(bare) else bare.count(" ") >= MIN_SENTENCE_SPACES
    return enough and not addresses(bare, languages)


def is_whole(words: str, language: str) -> bool:
    """Tell whether known words are so many that a capital after them opens a sentence of the article."""
    is_long = words.count(" ") >= MIN_WHOLE_SPACES and language not in CAPITAL_NOUNS
    return is_long and words.rsplit(None, 1)[-1].lower() not in LINKING


def is_uncased(text: str) -> bool:
    """Tell whether a text is in a script without capitals."""
    return not any(char.isupper() or char.islower() for char in text)


def may_follow(rest: str, languages: Collection[str]) -> bool:
    """Tell whether the rest of a line may be a sentence of the article, and not one that speaks to the reader."""
    words = rest.split()
    lower = sum(word[:1].islower() for word in words)
    return len(words) > MIN_JOINED_SPACES and lower >= MIN_LOWER_SHARE * len(words) and not addresses(rest, languages)


def _may_open(match: re.Match[str], *, capital_nouns: bool) -> bool:
    """Tell whether a word can be the first of a sentence: with a capital, and not a part of a name."""
    word, before = match["word"], match["before"].strip(CLOSERS + END_MARKS)
    is_acronym = len(word) > 1 and word.isupper()
    is_name = is_acronym or before.lower() in LINKING or goes_on_name(match.string, match.end())
    if not word[:1].isupper() or is_name:
        return False
    return word.lower() in STARTERS or match["quote"] != "" or (before[:1].islower() and not capital_nouns)
