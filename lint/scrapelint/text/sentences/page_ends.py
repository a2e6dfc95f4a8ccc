"""Where the words of the page begin in a Korean text of one line, behind a last sentence that has no mark."""

from __future__ import annotations

from scrapelint.text.lazy_regex import regex
from scrapelint.text.sentences.marks import END_MARKS

MAX_NAME_CHARS = 40
"""Longest name before a notice of rights that goes with it where nothing tells where it begins, in code points."""
_KOREAN = regex("[가-힣]")
_ADDRESS = regex(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,40}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z]{2,10}){1,3}[)\]]?")
_SIGNED = regex(
    r"\W{0,4}(?:[가-힣]{2,5}[=·,/ ]{1,3}){0,6}(?:[가-힣]{2,5} ?)?"
    r"(?:(?:기자|특파원|앵커|리포터|에디터|논설위원|편집위원|[A-Z]{2})[\s,/]{0,3}){0,2}\W{0,4}"
)
"""Who signs before an address, and nothing else."""
_GLUED_NAME = regex(r"(?<=[다요죠까])[가-힣]{3} ?(?:선임|전문|인턴)?기자 ?[(\[]?$")
"""A name with its title that is glued to the end of a sentence."""
_ITEM = regex(r"[▶▷►☞][^▶▷►☞]{0,80}?(?:구독|보기|가기|하기|채널|제보|모집|바로|클릭)")
"""A link of the page that says what a reader does with it."""
LINK_MARKS = "▶▷►☞"
"""What a link of a Korean page opens with; it stands before its link, not behind another."""
_SIGN = regex(r"[▶▷►☞★※]|\[?(?:저작권자|(?i:copyrights?)|[ⓒ©])")


def page_start(before: str) -> int:
    """Return how far into words before a notice of rights those of the page begin; 0 where they all are.

    That is where the address of who signs ends, unless a byline is all that stands before it; else the first link
    that says what to do, or the last sign that a notice opens with. Where nothing tells, it is their end.
    """
    if not _KOREAN.search(before):
        return 0
    address = next(iter(_ADDRESS.finditer(before)), None)
    if address is None:
        return _sign_at(before)
    told = before[: address.start()]
    if _SIGNED.fullmatch(told):
        return 0
    if told[-1] in END_MARKS:
        return address.start()
    name = _GLUED_NAME.search(told)
    return name.start() if name else address.end()


def _sign_at(before: str) -> int:
    item = _ITEM.search(before)
    if item:
        return item.start()
    last = [match.start() for match in _SIGN.finditer(before)][-2:]
    if not last:
        return 0 if len(before) <= MAX_NAME_CHARS else len(before)
    return last[0] if before[last[0] : last[-1]].strip("[ ") in ("저작권자", "Copyright", "Copyrights") else last[-1]
