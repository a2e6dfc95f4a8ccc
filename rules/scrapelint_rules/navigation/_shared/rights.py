"""Notices of rights: whose the text is, the bracket around it, and what ends the text after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Span, regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit

MAX_BRACKET_CHARS = 100
"""How far before and after a notice of rights its bracket may open and close, in code points."""
_OPENED, _CLOSED = regex(r"[\[<＜][^\[\]<>＜＞\n]*$"), regex(r"[^\[\]<>＜＞\n]*[\]>＞]")
_PAIRS = {"[": "]", "<": ">", "＜": "＞"}
MAX_OWNER_CHARS = 130
"""How far before a notice of rights the sign of its copyright may be, in code points."""
_SIGN = regex(
    r"(?i)(?:[|※]\s{0,2}|저작권자\s{0,2}){0,2}(?:[©ⓒ]\s{0,2})?"
    r"(?:(?:copyrights?\W{0,4})?(?:[©ⓒ]|\(c\))|copyright\s(?=(?:19|20)\d\d))(?P<owner>[^\n©ⓒ“”„]{0,90})$"
)
"""The sign of a copyright and whose it is, up to a notice of rights."""
_OWNER = regex(r"\s?(?P<owner>[^\n.!?©“”„]{2,60}\.)(?!\w)")
"""Whose a copyright is, up to the full stop, after its sign and year."""
MAX_REST_CHARS = 60
"""Most that goes on after a notice at the very end of a text, in code points: who made the site."""
MAX_OWNER_WORDS, MAX_SMALL_WORDS = 10, 2
"""Longest name of an owner, in words, and how many of them may be in small letters."""
_KOREAN_SIGN = regex(
    r"(?:[※*-] ?)?(?:저작권자(?: ?(?:[ⓒ©?]|\([cC]\)))?|(?i:copyrights?)(?: ?[ⓒ©]| ?\(c\)| by\b)|[ⓒ©])"
    r"(?:(?![다요죠까][.!?])[^ⓒ©\n▶▷►☞]){0,80}$"
)
"""The same in Korean, where the name of the owner may have a full stop, but not the end of a sentence."""
_HANGUL = regex("[가-힣]")


def whole_notice(doc: Document, hit: Hit, span: Span) -> Span:
    """Return the span of a notice with whose the text is, its bracket, and the few words that end the text after it."""
    is_amid = doc.is_flat and hit.entry.id == "rights"
    # A bracket tells by itself where a notice begins; only without one is a Korean sign looked for.
    bracket = _bracket(doc.text, hit) if is_amid else None
    start = _sign_start(doc.text, hit, span.start, is_amid=is_amid and bracket is None)
    end = max(_owner_end(doc.text, hit, span.end), _rest_of_text(doc, hit))
    return Span(min(start, bracket.start), max(end, bracket.end)) if bracket else Span(start, end)


def _sign_start(text: str, hit: Hit, start: int, *, is_amid: bool) -> int:
    """Return where the sign of the copyright is on the row before a notice, with whose it is; its start without one."""
    row = text.rfind("\n", 0, start) + 1
    sign = _SIGN.search(text, max(row, start - MAX_OWNER_CHARS), start)
    at = sign.start() if sign and _is_owner(sign["owner"]) else start
    return min(at, _korean_sign_start(text, hit)) if is_amid else at


def _korean_sign_start(text: str, hit: Hit) -> int:
    """Return the same of a Korean notice amid a text, in the name of whose owner there may be full stops."""
    sign = _KOREAN_SIGN.search(text[max(0, hit.start - MAX_OWNER_CHARS) : hit.start])
    is_korean = _HANGUL.search(text, max(0, hit.start - MAX_BRACKET_CHARS), hit.end + MAX_BRACKET_CHARS)
    return hit.start - len(sign[0]) if sign and is_korean else hit.start


def _owner_end(text: str, hit: Hit, end: int) -> int:
    """Return where the name of the owner ends after the year that a notice ends in; its end without one."""
    owner = _OWNER.match(text, end) if end == hit.end and text[hit.end - 1].isdigit() else None
    return owner.end() if owner and _is_owner(owner["owner"]) else end


def _is_owner(text: str) -> bool:
    """Tell whether words may be the name of a firm: few of them, and hardly one in small letters."""
    parts = [part.split() for part in text.split("|")]
    is_named = all(sum(word[0].islower() for word in words) <= MAX_SMALL_WORDS for words in parts)
    return is_named and sum(map(len, parts)) <= MAX_OWNER_WORDS


def _bracket(text: str, hit: Hit) -> Span | None:
    """Return the square or pointed bracket that a notice is in as a whole, on its row; None without one.

    A text that was cut off may end in it.
    """
    before = text[max(0, hit.start - MAX_BRACKET_CHARS) : hit.start]
    after = text[hit.end : hit.end + MAX_BRACKET_CHARS]
    opening, closing = _OPENED.search(before), _CLOSED.match(after)
    if opening and closing is None and hit.end + len(after) == len(text) and "\n" not in after:
        return Span(hit.start - len(opening[0]), len(text))
    if opening is None or closing is None or _PAIRS[opening[0][0]] != closing[0][-1]:
        return None
    return Span(hit.start - len(opening[0]), hit.end + closing.end())


def _rest_of_text(doc: Document, hit: Hit) -> int:
    """Return where the few words end that follow on a notice on the last line of a text; 0 where there are more."""
    rest = doc.text[hit.end : hit.line.end]
    return hit.line.span.end if doc.is_last(hit.line) and len(rest) <= MAX_REST_CHARS else 0
