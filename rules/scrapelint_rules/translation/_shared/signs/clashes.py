"""Small words that cannot be side by side, by language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import LinePattern, regex
from scrapelint_rules.translation._shared.quotes import is_set_apart
from scrapelint_rules.translation._shared.signs.labels import is_bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document

_NO_NOUN = r"(?!(?:y|en|lui|leur|les|la|le|que|qui|cual|cuales|cui)\b)"
_VERB_END = r"(?:er|ir|re|oir)"
_VOWELS = "aeiouéèêâîôû"
_ELIDED = ("le", "la", "je", "ne", "me", "te", "se", "que", "jusque")
"""French words that lose their vowel before any other one."""
_NOT_ELIDED = (
    r"(?!(?:onze|onzième|oui|une?|euh|iota|iphone|ipad|ouistiti|uhlan|establishment|ou|où|et|avec|entre|après|avant|aussi)\b"
    r"|ou[adgiklmnosz]|umma)"
)
"""Words that keep it before them; loan words in "ou" do, as "oumma", "ouléma" and "oud", native ones have other letters after it."""
_UNIONS = ("que", "lorsque", "puisque", "jusque")
"""Those that lose it before pronouns and "un": "lorsque" and "puisque" keep it before the rest, "puisque aucune"."""
_IMPURE = r"(?:s[bcdfgklmnpqrtv]|z|gn|ps)"
"""Beginnings of Italian words that want "lo" or "uno"."""

CLASHES = {
    "en": LinePattern(
        r"\b(?P<clash>(?:depends?|depended|depending|based|focused|focuses|relies|insisted) on of"
        r"|(?:from|for|with|by) of(?= (?:the|this|that|a|an|his|her|their|its) )|(?:from|of|for|with|by|in|to) the such as|for what that)\b",
        literals=[" on of ", "from of ", "for of ", "with of ", "by of ", "the such as", "what that"],
    ),
    "fr": LinePattern(
        rf"\b(?P<clash>(?:de|à) les? {_NO_NOUN}[a-zà-ÿ](?![\w’']*{_VERB_END}\b)[\w-]{{3,30}}"
        rf"|(?:{'|'.join(_ELIDED)}) {_NOT_ELIDED}(?=[{_VOWELS}])[a-zà-ÿ]{{4,30}}(?![\w’'])"
        rf"|(?:{'|'.join(_UNIONS)}) (?:ils?|elles?|on|une?))\b",
        literals=[
            *("de les ", "de le ", "à les ", "à le ", "a les ", "a le "),
            *(f" {word} {vowel}" for word in _ELIDED for vowel in _VOWELS),
            *(f" {word} {next_}" for word in _UNIONS for next_ in ("il", "elle", "on ", "un")),
        ],
    ),
    "es": LinePattern(
        r"(?P<clash>\b[yY] (?=i[^aeoáéó\W\d_])(?!ic|iP|iT|iM|ir\b)[a-zí]\w{3,30}|\bo (?=ho?[^iuy]|o)(?=o|ho)\w{3,30}"
        r"|\b(?:de|a) el (?!(?:que|cual)\b)[a-zñáéíóú]{4,30}\b|\bla (?:agua|alma|área|águila|arma|hambre|aula|hacha|ave)\b)",
        literals=[
            *(" y i", " o o", " o ho", " de el ", " a el "),
            *(
                f" la {word}"
                for word in ("agua", "alma", "área", "area", "aguila", "arma", "hambre", "aula", "hacha", "ave")
            ),
        ],
    ),
    "it": LinePattern(
        rf"\b(?P<clash>(?:di|a|da|su|in) (?:il|lo|gli|i) [a-z]{{4,30}}|(?:il|un|del|al|dal|nel|sul) {_IMPURE}[a-zàèéìòù]{{3,30}})\b",
        literals=[
            *(f" {word} {article} " for word in ("di", "a", "da", "su", "in") for article in ("il", "lo", "gli", "i")),
            *(
                f" {word} {sound}"
                for word in ("il", "un", "del", "al", "dal", "nel", "sul")
                for sound in ("z", "gn", "ps", *(f"s{letter}" for letter in "bcdfgklmnpqrtv"))
            ),
        ],
    ),
    "pt": LinePattern(
        r"\b(?P<clash>(?:(?:em|por) (?:os?|as?)|a o) [a-zà-ÿ]{4,30})\b",
        literals=[" a o ", *(f" {word} {article} " for word in ("em", "por") for article in ("o", "os", "a", "as"))],
    ),
}
SURE = {"en": 1, "fr": 2}
"""Clashes in a text from which they are a warning, by language: a French word for a dish is not elided either.

In the other languages native news has slips of this kind.
"""


_VOWEL = r"(?=[aeio][a-z]{2})(?!on(?:e|ce)|eu|oui|ouija|aye)[a-z]+"
_CONSONANT = r"(?=[bcdfgjklmnpqrstvwxz][aeiouylr])[a-z]{3,}"
_ARTICLES = (
    regex(rf" (?P<clash>a(?: {_VOWEL}|n {_CONSONANT}))(?![\w’'-])"),
    regex(rf"(?P<clash>A(?<!\w.)(?<!\w A)(?: {_VOWEL}|n {_CONSONANT}))(?![\w’'-])"),
)
"""Two that begin with a character each: so they are looked for at the speed of a search."""
MIN_ARTICLES = 2
"""Different places from which "a enormous" and "an tenacious" are more than a slip."""


class Clash(NamedTuple):
    """Words that cannot be side by side."""

    start: int
    end: int
    language: str


def wrong_articles(doc: Document) -> list[Clash]:
    """Return where English has "a" before a vowel or "an" before a consonant, if that comes twice."""
    if doc.found_language != "en":
        return []
    found = [Clash(*match.span("clash"), "en") for pattern in _ARTICLES for match in pattern.finditer(doc.text)]
    found = [clash for clash in found if not is_set_apart(doc.text, clash.start, clash.end)]
    return found if len({doc.text[clash.start : clash.end].lower() for clash in found}) >= MIN_ARTICLES else []


def clashes(doc: Document) -> Iterator[Clash]:
    """Yield the clashes of a document outside quotes, in order; texts that have lost their marks have lost words, too."""
    pattern = CLASHES.get(doc.found_language or "")
    for line, match in doc.matches(pattern) if pattern else ():
        start, end = line.start + match.start("clash"), line.start + match.end("clash")
        if not is_set_apart(doc.text, start, end) and not is_bare(line.text, *match.span("clash")):
            yield Clash(start, end, str(doc.found_language))
