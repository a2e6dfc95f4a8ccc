"""What is in a text for a piece that a program was to put there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import LinePattern, regex
from scrapelint_rules.translation._shared.quotes import is_set_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document

PLACEHOLDER = LinePattern(
    # What they begin with: seen faster than that none of them is at a place.
    r"(?=[_⟨<{%$\[U⁇&@▁q]|\w@@)(?:(?P<placeholder>__[A-Z]{1,12}_?\d{0,4}__|(?<!\w)_{1,2}(?:PH|TAG|URL|NUM|ENT|VAR)_?\d{1,4}_{0,2}(?!\w)"
    r"|⟨\w{1,12}⟩|<x id=['\"]?\w{1,12}['\"]? ?/>|</?(?:ph|bpt|ept|g|x|it)(?: id=['\"]?\w{1,12}['\"]?)? ?/?>"
    r"|\{\{ ?[\w.]{1,40} ?\}\}|\{[0-9]\}|(?<![\w$])\$\{[\w.]{1,40}\}|%\([a-z_]{1,20}\)s|(?<!\w)%[sd](?!\w)"
    r"|\$(?:num|url|name|date|number|email)\b)"
    r"|(?P<unknown><unk>|\[UNK\]|(?<![\w.-])UNK(?![\w.-])|⁇|<(?:pad|eos|bos|sep|cls|mask)>|</s>|\[(?:SEP|CLS|MASK|PAD)\])"
    r"|(?P<entity>& ?(?:apos|quot|amp|lt|gt|nbsp) ;|(?<!\w)& (?:apos|quot|nbsp);|&(?:apos|quot) (?=\w)|(?<!\w)@-@(?!\w)"
    r"|&apos;|&#(?:91|93|124);|(?<=\s)&quot;(?=\s)|\w@@ (?=\w)|▁\w|& ?# ?\d{2,5} ;|(?<=\w )quot ;|& @ ?# ?\d{2,4}))",
    literals=[
        "__", "_ph", "ph0", "ph1", "ph2", "ph3", "ph4", "ph5", "ph6", "ph7", "ph8", "ph9", "tag_", "url_", "num_", "ent_", "var_", "⟨", "<x ", "<ph", "</ph", "<bpt", "<ept", "</g>", "<g ", "<g>", "<it", "{{", "{0}", "{1}", "{2}",
        "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}", "${", "%(", "%s", "%d", "$num", "$url", "$name", "$date", "$email",
        "<unk>", "unk", "⁇", "<pad>", "<eos>", "<bos>", "<sep>", "<cls>", "<mask>", "</s>", "[sep]", "[cls]", "[mask]",
        "[pad]", "apos", "quot", "& amp", "&amp ", "& lt", "& gt", "& nbsp", "&quot;", "&#91;", "&#93;", "&#124;", "&nbsp ", "@-@", "@@ ", "▁", "& #", "&# ",
        "& @",
    ],
)  # fmt: skip
"""Placeholders of translation memories and templates, words that a model does not know, pieces of words, and the
escapes that Moses and its kin put in the place of quotes and brackets."""

MIN_SPLIT_MARKS = 3
"""Fewest full stops and commas with a space before them that show that a text was cut into tokens."""
MIN_SPLIT_SHARE = 0.25
"""Least share of these among all full stops and commas.

Marks after a name do not count: where links are taken out, a space stays after their text.
"""
MANY_SPLIT_MARKS = 5
MANY_SPLIT_SHARE = 0.15
"""Split marks, and their share, that show the same in English: some systems put a part of the text together again.

Of 16,900 scraped English texts none that is not cut has as many.
"""
MIN_FOREIGN_SHARE = 0.8
"""The same in other languages than English, in which some write a space before each comma."""
MIN_SPLIT_COMMAS = 3
"""Split commas among these: where quotation marks were lost, a space stays before full stops."""
MAX_WORD_CHARS = 40
"""How far to the left of a place its word is looked for, in code points."""

_SPLIT = regex(r" (?=[.,'’n])(?<=[^\W\d_] )(?:[.,](?=\s|$)|(?:['’](?:s|re|ll|ve|d|m)|n['’]t)(?![\w'’]))")
_SPLIT_SIGNS = re.compile(rb" (?:[,.](?=[ \n])|a?['?]a(?= ))")
"""The same in the shape of the text, at a fraction of the cost."""
_MARKS = (".", ",")
_SPLIT_MARKS = (b" .", b" ,")
_APOSTROPHES = "'’"
_BEFORE_APOSTROPHE = (" ", " n")
"""What comes before the apostrophe of a token: "he 's", "do n't"."""


ENGINE_SPACES = "\u200b\u200b"
"""What an engine on the web leaves between two words, beside the space: "the idea of", these, "a bridge"."""
_ENGINE = regex(r"(?P<word>[^\W\d_\u0e00-\u1aff]{2,30}|\d%|\w,) \u200b\u200b(?=[^\W\d_])")
"""Before letters only: programs set pairs of them elsewhere; scripts that mark the ends of words so are left out."""


class Leftover(NamedTuple):
    """A place where a program left its own signs."""

    start: int
    end: int
    kind: str
    """`placeholder`, `unknown`, `entity`, `tokens` or `engine`."""
    marks: int = 1
    """How many marks are split from their words."""


def leftovers(doc: Document) -> Iterator[Leftover]:
    """Yield the leftovers of a document; a text cut into tokens is one, at its first split mark."""
    for line, match in doc.matches(PLACEHOLDER):
        yield Leftover(line.start + match.start(), line.start + match.end(), str(match.lastgroup))
    if ENGINE_SPACES in doc.text:
        yield from (Leftover(*match.span("word"), "engine") for match in _ENGINE.finditer(doc.text))
    if _has_split_marks(doc) and len(_SPLIT_SIGNS.findall(doc.shape)) >= MIN_SPLIT_MARKS:
        yield from _tokens(doc.text, is_english=doc.found_language == "en")


def _has_split_marks(doc: Document) -> bool:
    """Tell whether spaces come before so many full stops, commas and apostrophes, whatever follows them."""
    befores = [before for mark in _APOSTROPHES for before in doc.text.split(mark)[:-1]]
    split = sum([before.endswith(_BEFORE_APOSTROPHE) for before in befores])
    return split + sum(map(doc.shape.count, _SPLIT_MARKS)) >= MIN_SPLIT_MARKS


def _tokens(text: str, *, is_english: bool) -> Iterator[Leftover]:
    found = [match.span() for match in _SPLIT.finditer(text)]
    lower = sum(text[start - 1].islower() and not _begins_with_capital(text, start) for start, _ in found)
    share = lower / max(1, sum(map(text.count, _MARKS)))
    least = MIN_SPLIT_SHARE if is_english else MIN_FOREIGN_SHARE
    is_part_cut = is_english and lower >= MANY_SPLIT_MARKS and share >= MANY_SPLIT_SHARE
    is_part_cut &= sum(text[end - 1] == "," for _, end in found) >= MIN_SPLIT_COMMAS
    if is_part_cut or (lower >= MIN_SPLIT_MARKS and share >= least):
        first = next((span for span in found if not is_set_apart(text, *span)), found[0])
        yield Leftover(*first, "tokens", len(found))


def _begins_with_capital(text: str, end: int) -> bool:
    """Tell whether the word that ends here is a name: the text of a link that was taken out of its place."""
    start = max(text.rfind(" ", max(0, end - MAX_WORD_CHARS), end), text.rfind("\n", max(0, end - MAX_WORD_CHARS), end))
    return text[start + 1 : end][:1].isupper()
