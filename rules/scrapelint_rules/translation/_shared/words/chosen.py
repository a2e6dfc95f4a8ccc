"""Unknown words that an author chose: explained terms, user names, Latin, and terms that come again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex
from scrapelint_rules.translation._shared.words.vocabulary import vocabulary

if TYPE_CHECKING:
    from scrapelint.plugin import Document
    from scrapelint_rules.translation._shared.words.unknown import UnknownWord

MAX_TIMES = 2
"""How often an unknown word may stand in an article, as it is spelled, with any ending: one that comes again is a term."""
REACH_CHARS = 40
"""How far around a word, in code points, its explanation is looked for."""

_BEFORE = regex(
    r"(?:known|called|named|termed|dubbed|labell?ed|nicknamed|entitled|words?|terms?|phrase|slang|so-called|genus|species|user|"
    r"username|handle|account|hashtag|courtesy of)(?: as| for| of| the| an?)*(?: \w+)? \Z|@\Z"
)
"""What introduces a word that the reader is not expected to know."""
_BEHIND = regex(r",? (?:which means|meaning|means|a kind of|a type of|a form of|also known|\()")
_LATIN = regex(r"(?:orum|arum|ibus|ium|ius|atum|atus|ensis|alis|aris|isse|antur|entur|undi|andi|endi)\Z")
_PLATFORM = regex(
    r"(?:Flickr|Instagram|Twitter|TikTok|YouTube|Reddit|Facebook|Telegram|Shutterstock|Getty|iStock|Imgur|Photos?)\b"
)


def is_chosen(doc: Document, word: UnknownWord) -> bool:
    """Tell whether the author means an unknown word to stand there."""
    before = doc.text[max(0, word.start - REACH_CHARS) : word.start].rpartition("\n")[2]
    behind = doc.text[word.end : word.end + REACH_CHARS].partition("\n")[0]
    return (
        vocabulary(doc).times(word.word, MAX_TIMES + 1) > MAX_TIMES
        or _LATIN.search(word.word) is not None
        or _BEFORE.search(before) is not None
        or _BEHIND.match(behind) is not None
        or _PLATFORM.search(before + behind) is not None
    )
