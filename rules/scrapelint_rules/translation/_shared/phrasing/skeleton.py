"""The skeleton of an English text: its small words as they are, and of the others what they end in.

Of what a text is about hardly anything is left, so that what is learned of one serves for any other.
"""

from __future__ import annotations

WORDS = (
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
    "large give ever there's went didn't once behind doing done small comes "
).split()
"""Words that stand for themselves: the small ones, and a few verbs and adverbs of any text."""
ENDINGS = "tion ment ness ing ity ism ist ous ive able ful ary ent est ed ly al ic er or en es s y e".split()
"""What other words are known by, the longest that fits."""
_ENDING_LENGTHS = range(max(map(len, ENDINGS)), 0, -1)
_OTHERS = (".", ",", "0", "A", "x", "'s")
"""End of a sentence, comma, number, name, a word without a known ending, a genitive."""
STOP, COMMA, NUMBER, NAME, OTHER, GENITIVE = (bytes((number,)) for number in range(len(_OTHERS)))
NUMBERS = {name: bytes((number,)) for number, name in enumerate((*_OTHERS, *(f"-{end}" for end in ENDINGS), *WORDS))}
"""The byte of each."""
_OWN_BYTES = bytes(range(len(_OTHERS) + len(ENDINGS), 256))
MIN_LINE_CHARS = 40
"""Shorter lines are headlines and labels."""
MIN_LINE_SIGNS = 9
MIN_OWN_SHARE = 0.22
"""Least share of words that stand for themselves: a line of fewer is a list, or not English."""
MAX_CHARS = 10_000
"""Code points of a text that are looked at."""
MAX_KNOWN = 50_000
"""Tokens whose bytes are remembered."""
MAX_KNOWN_CHARS = 40
"""Longest of them, in code points: longer ones are addresses."""
_SENTENCE_ENDS = (".", "!", "?", '"', "”", "’", "'", "…", ")", "»")
_EDGE = "\"“”‘’'«»()[]„…*–—-"
_MARKS = ",.;:!?"


class _Tokens(dict[str, bytes]):
    """The bytes of each token, found when it is first asked for."""

    def __missing__(self, token: str) -> bytes:
        if len(self) >= MAX_KNOWN:
            self.clear()
        made = _bytes(token)
        if len(token) <= MAX_KNOWN_CHARS:
            self[token] = made
        return made


def _bytes(token: str) -> bytes:
    """Return what stands for a word with the marks around it."""
    word, mark = token.strip(_EDGE), b""
    if word[-1:] and word[-1] in _MARKS:
        mark = COMMA if word[-1] == "," else STOP
        word = word.rstrip(_MARKS + _EDGE)
    return (_word(word) + mark) if word else mark


def _word(word: str) -> bytes:
    lower = word.lower().replace("’", "'")
    if lower in NUMBERS and lower[0].isalpha() and (len(word) == 1 or not word.isupper()):
        return NUMBERS[lower]
    if word[0].isdigit() or word[-1].isdigit():
        return NUMBER
    genitive = GENITIVE if lower.endswith("'s") else b""
    if word[0].isupper():
        return NAME + genitive
    return (genitive or _ending(lower)) if word[0].isalpha() else b""


def _ending(word: str) -> bytes:
    for length in _ENDING_LENGTHS:
        if len(word) > length + 2 and (number := NUMBERS.get(f"-{word[-length:]}")):
            return number
    return OTHER


_tokens = _Tokens()


def sentence_lines(text: str) -> list[str]:
    """Return the lines of a text that close as sentences do, broken ones joined."""
    lines: list[str] = []
    for line in map(str.strip, _beginning(text).split("\n")):
        if lines and line[:1].islower() and lines[-1] and not lines[-1].endswith(_SENTENCE_ENDS):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return [line for line in lines if len(line) > MIN_LINE_CHARS and line.endswith(_SENTENCE_ENDS)]


def _beginning(text: str) -> str:
    """Return the sentences of a text that end within `MAX_CHARS`."""
    return text if len(text) <= MAX_CHARS else text[: max(text.rfind(mark, 0, MAX_CHARS) for mark in ".!?") + 1]


def skeleton(text: str) -> bytes:
    """Return the skeleton of an English text: a byte for each word, comma and end of a sentence; names are one each."""
    lines = [STOP + b"".join(map(_tokens.__getitem__, line.split())) for line in sentence_lines(text)]
    joined = b"".join([line for line in lines if _is_sentence(line)])
    for doubled, single in ((NAME * 2, NAME), (STOP * 2, STOP)):
        while doubled in joined:
            joined = joined.replace(doubled, single)
    return joined


def _is_sentence(line: bytes) -> bool:
    """Tell whether enough of a line are small words."""
    own = len(line) - len(line.translate(None, _OWN_BYTES))
    return len(line) >= MIN_LINE_SIGNS and own >= MIN_OWN_SHARE * len(line)
