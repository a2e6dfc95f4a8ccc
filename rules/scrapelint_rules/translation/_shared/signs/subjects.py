"""Pronouns with a capital within a sentence: a machine took the text of a link for a sentence of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import regex
from scrapelint_rules.translation._shared.quotes import is_set_apart
from scrapelint_rules.translation._shared.sentences import is_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document

_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]*[a-zà-ÿ]"
_ENGLISH = (
    r"has|have|had|is|was|were|are|will|would|said|says|also|did|does|could|can|must|took|went|made|gave|came|got|"
    r"told|wrote|became|began|left|won|lost|felt|knew|saw|put|[a-z]{3,}ed"
)
_VERBS = {
    "en": (("He", "She", "They", "It"), _ENGLISH),
    "de": (("Er",), "hat|ist|war|hatte|wird|wurde|sagte|erklärte|will|kann|soll"),
    "fr": (("Il", "Elle", "Ils", "Elles"), "a|est|était|avait|ont|sont|sera|va|avaient|étaient"),
    "es": (("Él", "Ella", "Ellos", "Ellas"), "ha|es|era|fue|había|han|dijo|está|estaba|tiene|será"),
    "pt": (("Ele", "Ela", "Eles", "Elas"), "foi|é|era|tem|disse|está|estava|havia|será|afirmou"),
    "it": (("Lui", "Lei"), "ha|è|era|aveva|disse|sarà"),
    "ru": (("Он", "Она", "Они"), "был|была|были|сказал|сказала|заявил|заявила|является"),
}
"""Pronouns that have a capital only at the beginning of a sentence, and the verbs after them, by language."""
_THAT = ("The", "A", "An", "It", "In", "This", "There")
"""English words that have no capital after "that"; they might begin a title, but not before a small letter."""
_REVERENT = regex(r"\b(?:God|Jesus|Christ|Lord|Allah|Prophet|Messiah|Gott|Dieu|Dios|Deus|Dio|Бог\w?)\b")

_ABOVE = {
    "two": regex(rf"{_NAME} (?:(?:de|da|del|van|von|bin|al|di|la|dos) )?{_NAME},?\Z"),
    "one": regex(rf"[a-zà-ÿа-я] {_NAME}\Z"),
}
_REACH_CHARS = 60
"""How far to the left of a pronoun its sentence is looked at, in code points."""
_BEFORE_HE = regex(
    r"\b(?:Li|Wang|Zhang|Liu|Chen|Yang|Zhao|Huang|Zhou|Wu|Xu|Sun|Hu|Zhu|Gao|Lin|Guo|Ma|Luo|Liang|Song|Zheng|Xie|Han|Tang|Feng|"
    r"Yu|Dong|Xiao|Cao|Yuan|Deng|Fu|Shen|Zeng|Peng|Lu|Su|Jiang|Cai|Ding|Wei|Xue|Ye|Yan|Pan|Du|Dai|Tian|Ren|Fan|Fang|Shi|Yao|Tan|"
    r"Jin|Hao|Kong|Bai|Cui|Kang|Mao|Qiu|Qin|Gu|Hou|Meng|Long)\Z"
)
"""Family names of people whose given name is He."""


_LOWER = regex(
    rf"(?:^|[.!?”\"] )(?:[A-Z][a-z]+, )?(?P<subject>(?:[Tt]he|[Hh]is|[Hh]er) (?:[a-z-]+ ){{1,4}}{_NAME} {_NAME} (?:he|she))(?= (?:{_ENGLISH})\b)",
    re.MULTILINE,
)
"""A whole subject at the beginning of a sentence, and a pronoun after it: "The right back Ana Ruiz she is"."""


_ENDS = frozenset('.!?…:;)"”»')
"""What comes before a pronoun that begins a sentence, as most do."""


class Subject(NamedTuple):
    """A pronoun with a capital that begins no sentence."""

    start: int
    end: int
    kind: str
    """`subject` right after a name; `capital` elsewhere."""


def subjects(doc: Document) -> list[Subject]:
    """Return the doubled subjects of a document, those in quotes and beside the name of God left out."""
    return doc.once(_subjects)


def _subjects(doc: Document) -> list[Subject]:
    return list(_doubled(doc))


def _doubled(doc: Document) -> Iterator[Subject]:
    if doc.found_language == "en" and _has_name_before_pronoun(doc.text):
        for match in _LOWER.finditer(doc.text):
            if not is_set_apart(doc.text, *match.span("subject")):
                yield Subject(*match.span("subject"), "subject")
    pronouns, verbs = _VERBS.get(doc.found_language or "", ((), ""))
    found = [(at + 1, pronoun) for pronoun in pronouns for at in _finds(doc.text, f" {pronoun} ")]
    places = [(at, pronoun) for at, pronoun in found if doc.text[max(0, at - 2) : at - 1] not in _ENDS]
    after = [at + len(" that ") for at in _finds(doc.text, " that ")]
    after = [at for at in after if doc.text[at : at + 1].isupper()]
    that = [at for word in _THAT for at in after if doc.text.startswith(f"{word} ", at)]
    for at in that:
        end = doc.text.index(" ", at)
        if doc.text[end + 1 : end + 2].islower() and _is_plain(doc, at, end):
            yield Subject(at, end, "capital")
    if not places:
        return
    verb = regex(rf"(?:{verbs})\b")
    for at, pronoun in sorted(places):
        end = at + len(pronoun)
        if verb.match(doc.text, end + 1) and _is_plain(doc, at, end):
            yield from _subject(doc.text, at, end)


def _has_name_before_pronoun(text: str) -> bool:
    """Tell whether two words with a capital come before "he" or "she" anywhere."""
    for pronoun in (" he ", " she "):
        for at in _finds(text, pronoun):
            second = text.rfind(" ", 0, at)
            if text[second + 1].isupper() and text[text.rfind(" ", 0, max(0, second)) + 1].isupper():
                return True
    return False


def _subject(text: str, at: int, end: int) -> Iterator[Subject]:
    before = text[max(0, at - _REACH_CHARS) : at - 1].rpartition("\n")[2]
    if text[at:end] == "He" and _BEFORE_HE.search(before):
        return
    name = None if text[at:end] == "It" else _ABOVE["two"].search(before) or _ABOVE["one"].search(before)
    if name:
        yield Subject(at - 1 - len(_named(name)), end, "subject")
    elif before.rstrip(",")[-1:].islower():
        yield Subject(at, end, "capital")


def _named(name: re.Match[str]) -> str:
    """Return the name that a match ends in."""
    return name[0] if name[0][0].isupper() else name[0][2:]


def _finds(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _is_plain(doc: Document, at: int, end: int) -> bool:
    """Tell whether a place is in a paragraph, outside quotes, where nothing is said of God."""
    line = doc.line_at(at)
    return is_sentence(doc, line) and not _REVERENT.search(line.text) and not is_set_apart(doc.text, at, end)
