"""Where the words of the page begin in a Korean or Japanese line, after a last sentence that has no mark."""

from __future__ import annotations

from scrapelint.text.lazy_regex import regex
from scrapelint.text.sentences.marks import END_MARKS

MAX_NAME_CHARS = 40
"""Longest name before a notice of rights that goes with it where nothing tells where it begins, in code points."""
REACH_CHARS = 600
"""How far before a notice of rights the last sentence of an article is looked for, in code points."""
_FIRST_SIGN = "\u3041"
"""The first letter of Japanese, before those of Korean."""
_KOREAN = regex("[가-힣]")
_ADDRESS = regex(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,40}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z]{2,10}){1,3}[)\]]?")
_SIGNED = regex(
    r"\W{0,4}(?:[가-힣]{2,5}[=·,/ ]{1,3}){0,6}(?:[가-힣]{2,5} ?)?"
    r"(?:(?:기자|특파원|앵커|리포터|에디터|논설위원|편집위원|[A-Z]{2})[\s,/]{0,3}){0,2}\W{0,4}"
)
"""Who signs before an address, and nothing else."""
_GLUED_NAME = regex(r"(?<=[다요죠까])[가-힣]{3} ?(?:선임|전문|인턴)?기자 ?[(\[]?$")
"""A name with its title that is glued to the end of a sentence."""
_TOLD = regex(r"(?:[가-힣](?:[다요죠까]|다[!?])|[\u3041-\u3096][ただるいすん])[\"”’」』)）]{0,2}[.。]?\Z")
"""The end of a sentence by its verb."""
_SENTENCE_END = regex(r"[가-힣]다(?:[.。]|[!?](?=[\"”’]))[\"”’]?(?![▶●])")
"""The end of a sentence of the article, and not of a headline of the page, after which the next has its sign."""
_ASKED = regex(r"[가-힣](?:세요|시오|시죠|니다|니까)\W*\Z")
"""The end of what a Korean page asks or offers: its verb, which what comes before it belongs to."""
_SIGN_AFTER = regex(
    r"(?<=[가-힣][다요죠])(?=[\[<©ⓒ※/]|\(끝|[가-힣]{3} ?기자[ \[(])"
    r"|(?<=[가-힣]다\.)(?=[\[<©ⓒ※/▶●][^▲]{0,200}\Z)"
    r"|(?<=[\u3041-\u3096][ただるいすん])(?=[=＝【（(©\u3000])"
)
"""Where a byline or a notice opens right after a verb."""
VERB_END_CHARS = 5
"""How far from the end of a sentence its verb has to end, in code points: quotes and brackets may follow."""
MIN_TOLD_CHARS = 12
"""Shortest sentence that is told by its verb alone, in code points."""
_ITEM = regex(r"[▶▷►☞][^▶▷►☞]{0,80}?(?:구독|보기|가기|하기|채널|제보|모집|바로|클릭)")
"""A link of the page that says what a reader does with it."""
LINK_MARKS = "▶▷►☞"
"""What a link of a Korean page opens with; it comes before its link, not after another."""
_SIGN = regex(r"[▶▷►☞★※]|\[?(?:저작권자|(?i:copyrights?)|[ⓒ©])")


def page_start(before: str) -> int:
    """Return how far into words before a notice of rights those of the page begin; 0 where they all are.

    That is a sign right after a verb, with no other sentence after it. In Korean it is where the address of who signs
    ends, or the last sentence after it, unless a byline is all that comes before it; else the first link that says
    what to do, or the last mark that a notice opens with. Where nothing tells, it is their end.
    """
    if before.isascii() or max(before) < _FIRST_SIGN:
        return 0
    signs = (match.start() for match in _SIGN_AFTER.finditer(before))
    sign = next((at for at in signs if ends_story(before[max(0, at - MIN_TOLD_CHARS) : at])), 0)
    if not _KOREAN.search(before):
        return sign
    address = _ADDRESS.search(before)
    if address is None:
        return sign or _sign_at(before)
    after = [match.end() for match in _SENTENCE_END.finditer(before, address.end())]
    if after:
        return after[-1]
    told = before[: address.start()]
    if _SIGNED.fullmatch(told, sign) or (sign and _SENTENCE_END.search(told, sign) is None):
        return sign
    return address.start() if told[-1] in END_MARKS else _after_name(told, address.end())


def is_asked_with(before: str, words: str) -> bool:
    """Tell whether words of the page end in a verb in Korean, so that what comes before them without one is theirs."""
    return (
        not words.isascii()
        and _ASKED.search(words) is not None
        and _TOLD.search(before, max(0, len(before) - VERB_END_CHARS)) is None
    )


def runs_into_page(before: str) -> bool:
    """Tell whether words before a notice of rights are a sentence of the article, by its verb, and then the page's."""
    return ends_story(before[: page_start(before)])


def _after_name(told: str, end: int) -> int:
    """Return where a name begins that is glued to a sentence before an address, else where the address ends."""
    name = _GLUED_NAME.search(told)
    return name.start() if name else end


def ends_story(told: str) -> bool:
    """Tell whether words end as a sentence does in Korean or Japanese, by its verb, and are enough for one."""
    if len(told) < MIN_TOLD_CHARS or told[-VERB_END_CHARS:].isascii():
        return False
    return _TOLD.search(told, len(told) - VERB_END_CHARS) is not None


def _sign_at(before: str) -> int:
    item = _ITEM.search(before)
    if item:
        return item.start()
    last = [match.start() for match in _SIGN.finditer(before)][-2:]
    if not last:
        return 0 if len(before) <= MAX_NAME_CHARS else len(before)
    return last[0] if before[last[0] : last[-1]].strip("[ ") in ("저작권자", "Copyright", "Copyrights") else last[-1]
