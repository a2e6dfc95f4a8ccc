"""The signs of a skeleton by language: its small words, and what its other words end in."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

_OTHERS = (".", ",", "0", "A", "x", "'s")
"""End of a sentence, comma, number, name, a word without a known ending, a genitive of English."""
STOP, COMMA, NUMBER, NAME, OTHER, GENITIVE = (bytes((number,)) for number in range(len(_OTHERS)))


class _Words(NamedTuple):
    """What the signs of a language are made of, each separated by blanks."""

    words: str
    """Those that stand for themselves: the small ones, and a few verbs and adverbs of any text."""
    endings: str
    """What other words are known by, the longest that fits."""
    noun_endings: str = ""
    """The same of words with a capital, where nouns have one."""
    closing: str = ""
    """Further marks that close a sentence."""

    def all_endings(self) -> list[str]:
        """Return the endings of both kinds."""
        return self.endings.split() + self.noun_endings.split()


_LANGUAGES = {
    "en": _Words(
        "the to of and a in that for on is with it as was said at by are he have be from has this not an but his they "
        "we will i their who more or been you had were its which about also one would all after she new can up out "
        "her when if than there our over so what us some into no other first two could just it's while now them your "
        "like last do most how only these told because get many may any against being before during those even "
        "according my where him says such through make since made back well three then should still between under "
        "very take way long did down going both much need across say high off don't me see use think another know "
        "next found go however called here same want used old good own every without come among already left second "
        "several later that's why seen best too whether each today never making does saying show different due least "
        "few took must i'm yet put per big within came might less become able having known taken asked away until "
        "important despite find great got better again we're given held though possible taking ago keep often enough "
        "large give ever there's went didn't once behind doing done small comes ",
        "tion ment ness ing ity ism ist ous ive able ful ary ent est ed ly al ic er or en es s y e",
    ),
    "de": _Words(
        "der die das den dem des ein eine einen einem einer eines und oder aber denn sondern doch in im an am auf aus bei "
        "beim mit nach von vom vor zu zum zur über unter für durch gegen ohne um bis seit zwischen während wegen laut ich "
        "du er sie es wir ihr man sich mich uns ihn ihnen mir ihre ihren ihrer sein seine seinen seiner seinem unsere "
        "dieser diese dieses diesen diesem kein keine alle alles andere anderen viele mehr was wer wo wie wenn als ob "
        "dass weil da damit so nicht auch nur noch schon sehr hier dort dann jetzt nun immer wieder ist sind war waren "
        "sei seien wird werden wurde wurden würde würden worden hat haben hatte hatten habe hätten kann können könnte "
        "muss müssen soll sollen sollte will wollen sagte sagt gibt gab geht macht machen kommt kommen lassen steht "
        "bereits etwa rund mal erst einmal weiter weniger allerdings jedoch dabei dafür dazu davon darauf zudem heute "
        "selbst eigenen etwas nichts viel gut neue neuen ersten letzten zwei drei vier weitere denen zurück weg ab ganz "
        "fast ja also zwar gerade",
        "lich liche lichen licher ische ischen ischer isch ige igen iger ig bar los sam ung end ende enden ender iert "
        "ieren ierte ierten tet test ten te st gt zt t en ern er em es e n s",
        "ungen ung heiten heit keiten keit schaften schaft tionen tion täten tät ismus innen in er ern en e s n",
        closing="“",
    ),
}
LANGUAGES = frozenset(_LANGUAGES)


class Vocabulary(NamedTuple):
    """The signs of a language."""

    numbers: dict[str, bytes]
    """The byte of each: of words as they are, of endings with a hyphen before, of those of nouns with "N-"."""
    own_bytes: bytes
    """Those of the words that stand for themselves."""
    closing: tuple[str, ...]
    """Marks that close a sentence besides those of English."""

    def ending(self, word: str, prefix: str = "-") -> bytes:
        """Return the byte of what a word in small letters ends in; empty where nothing is known."""
        for length in _LENGTHS:
            if len(word) > length + 2 and (number := self.numbers.get(prefix + word[-length:])):
                return number
        return b""


_LENGTHS = range(max(len(end) for known in _LANGUAGES.values() for end in known.all_endings()), 0, -1)


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the signs of one of `LANGUAGES`."""
    known = _LANGUAGES[language]
    endings = [f"-{end}" for end in known.endings.split()] + [f"N-{end}" for end in known.noun_endings.split()]
    signs = (*_OTHERS, *endings, *known.words.split())
    numbers = {name: bytes((number,)) for number, name in enumerate(signs)}
    return Vocabulary(numbers, bytes(range(len(_OTHERS) + len(endings), 256)), tuple(known.closing))
