"""Scripts: what a text is written in, and what a language is."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache

from scrapelint.text.lazy_regex import regex

MIN_KANA_SHARE = 0.05
"""Least share of kana that makes Han characters Japanese."""

FEW_KANA_SHARE = 0.15
"""Share of kana up to which such a text may be Chinese with a name in kana."""
MIN_CHINESE_WORDS = 2
"""Fewest characters of everyday Chinese that make a text Chinese: a name in Japanese may have one."""
_CHINESE = regex("[这們们吗嗎么麼说說该該给還还让讓你她]")
"""Characters of words that Chinese is full of, and that Japanese writes in other characters, or not at all."""

LETTERS_A_SIGN = {"zh": 3, "ja": 3, "ko": 2, "am": 2}
"""How many letters of an alphabet say what a character of these scripts says: a word, or a syllable."""

CASED = frozenset({"Latn", "Cyrl", "el", "hy"})
"""Scripts in which sentences begin with a capital."""
GLANCE_CHARS = 100
"""How much of a line tells its script, in code points."""

_BLOCKS = (
    (0x41, "Latn"), (0x250, ""), (0x370, "el"), (0x400, "Cyrl"), (0x530, "hy"), (0x590, "he"), (0x600, "Arab"),
    (0x700, ""), (0x750, "Arab"), (0x780, "dv"), (0x7C0, ""), (0x900, "Deva"), (0x980, "bn"), (0xA00, "pa"),
    (0xA80, "gu"), (0xB00, "or"), (0xB80, "ta"), (0xC00, "te"), (0xC80, "kn"), (0xD00, "ml"), (0xD80, "si"),
    (0xE00, "th"), (0xE80, "lo"), (0xF00, "bo"), (0x1000, "my"), (0x10A0, "ka"), (0x1100, "ko"), (0x1200, "am"),
    (0x13A0, ""), (0x1780, "km"), (0x1800, ""), (0x1E00, "Latn"), (0x1F00, "el"), (0x2000, ""), (0x3040, "ja"),
    (0x3100, ""), (0x3400, "zh"), (0xA000, ""), (0xAC00, "ko"), (0xD7B0, ""), (0xF900, "zh"), (0xFB00, "Latn"),
    (0xFB1D, "he"), (0xFB50, "Arab"), (0xFE00, ""), (0xFE70, "Arab"), (0xFEFF, ""), (0x20000, "zh"), (0x32000, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _BLOCKS]
_LAST_LATIN = "\u024f"
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalpha())
_ASCII = bytes(range(0x80))
SHARED_SCRIPTS = frozenset({"Latn", "Cyrl", "Arab", "Deva"})
"""Scripts of several languages; any other script is named after its one language."""

_WRITTEN_IN = {
    "Latn": "aa af ak an ay az bi bm br bs ca ch co cs cy da de ee en eo es et eu ff fi fj fo fr fy ga gd gl gn gv "
    "ha ho hr ht hu hz ia id ie ig ik io is it jv kg ki kj kl ku la lb lg li ln lt lu lv mg mh mi ms mt na nb nd ng nl "
    "nn nr nv ny oc om pl pt qu rm rn ro rw sc se sg sh sk sl sm sn so sq sr ss st su sv sw tk tl tn to tr ts ty "
    "uz ve vi vo wa wo xh yo za zu ace ast azb ban bar bem bik bug ceb cnr crh crs csb dyo dyu ext fon frp fur "
    "gsw haw hil hmn hsb dsb ilo kab kac kam kea kmb kmr ksh lad lij lld lmo lzz ltg lua luo lus mad min mos mwl "
    "nap nds nso nus pag pam pap pcd pcm pms rom rup scn sco sgs smj srn stq szl tet tpi tum umb vec vep vls vro "
    "war yao zea zdj",
    "Cyrl": "ab av az ba be bg bs ce cnr cu cv kk ku kv ky mk mn os ru sh sr tg tk tt ug uk uz ady alt bua chm crh "
    "dar inh kaa kbd koi krc kum lbe lez mdf mhr mrj myv rue sah tyv udm xal",
    "Arab": "ar az fa ff ha kk ks ku ky ms pa ps sd tg tk ug ur uz wo acm aeb apc arq ars ary arz azb bal bqi "
    "ckb glk haz khw kmr lah lki lrc luz mzn prs sdh skr zdj",
    "Deva": "hi ks kok mr ne sa sd anp awa bhb bho bra brx dgo doi dty gom gon hne kfy mag mai mwr new raj sck xnr",
    "am": "am ti byn gez tig wal", "bn": "as bn bpy grt mni syl", "bo": "bo dz", "he": "he yi lad jrb",
    "my": "my kht mnw shn", "zh": "ja zh cdo gan hak hsn ltc lzh nan wuu yue", "ja": "ja", "pa": "pa",
    "th": "th kxm sou tts", "lo": "lo kjg", "si": "si pi", "te": "te gon", "kn": "kn tcy kok",
    "el": "el grc pnt", "hy": "hy hyw", "ka": "ka xmf",
}  # fmt: skip
"""The languages of each script, of the larger ones: facts of CLDR (likely subtags and language data, release 47).

A language may be under several; one that is nowhere may be written in anything.
"""
_OWN = frozenset(name for _, name in _BLOCKS if name.islower())


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
    """Return the script of a letter, or the language where the script has but one; may be empty."""
    return _BLOCKS[bisect_right(_STARTS, ord(char)) - 1][1] if char >= "A" else ""


def script_counts(text: str) -> Counter[str]:
    """Return how many letters and vowel signs of each script a text has; those of no known script under ""."""
    counts: Counter[str] = Counter()
    # Of most texts most letters are plain ones, and these need not be looked at one by one.
    written = text.encode("utf-8", "surrogatepass")
    beyond = written.translate(None, _ASCII) if len(written) > len(text) else b""
    plain = len(written.translate(None, _NO_LETTERS)) - len(beyond)
    if plain:
        counts["Latn"] = plain
    if not beyond:
        return counts
    for char, count in Counter(beyond.decode("utf-8", "surrogatepass")).items():
        if char.isalpha() or char > _LAST_LATIN:  # vowel signs are no letters for Python
            counts[script_of(char)] += count
    if "ja" not in counts:
        return counts
    both = counts["ja"] + counts["zh"]
    if counts["ja"] > MIN_KANA_SHARE * both and not (counts["ja"] < FEW_KANA_SHARE * both and _is_chinese(text)):
        counts["ja"] += counts.pop("zh", 0)
    return counts


def _is_chinese(text: str) -> bool:
    """Tell whether a text has several words that Chinese is full of and Japanese has not: it names somebody in kana."""
    return len(_CHINESE.findall(text)) >= MIN_CHINESE_WORDS


def script_weights(text: str) -> Counter[str]:
    """Return how much of a text is written in each script: in letters; a character that says more counts for more.

    >>> script_weights("ビリー Billie Eilish").most_common(1)
    [('Latn', 12)]
    """
    counts = script_counts(text)
    for script, letters in LETTERS_A_SIGN.items():
        if script in counts:
            counts[script] *= letters
    return counts


def has_case(char: str) -> bool:
    """Tell whether a letter has a capital that sentences begin with; Georgian ones have one for whole words alone."""
    return char.lower() != char.upper() and script_of(char) != "ka"


def begins_small(line: str) -> bool:
    """Tell whether a line begins in small letters, as what goes on does: in a script with capitals, and with no iPhone.

    A Latin word at the beginning of a line in Hindi or Chinese says nothing.
    """
    if line[:1].isupper():
        return False
    start = line.lstrip()
    if not start[:1].islower() or start[1:2].isupper():
        return False
    glance = start[:GLANCE_CHARS]
    return max(glance) <= _LAST_LATIN or main_script(glance)[0] in CASED


def main_script(text: str) -> tuple[str, int]:
    """Return the script that most of a text is written in, and the number of its letters; ("", 0) for none."""
    weights = script_weights(text)
    script = max(weights, key=lambda name: weights[name], default="")
    return (script, weights[script] // LETTERS_A_SIGN.get(script, 1)) if script else ("", 0)


def scripts_of(language: str) -> frozenset[str]:
    """Return the scripts that a language is written in; none for a language of which that is not known."""
    return _scripts().get(language) or frozenset({language} & _OWN)


@cache
def _scripts() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for script, languages in _WRITTEN_IN.items():
        for language in languages.split():
            found[language] = found.get(language, frozenset()) | {script}
    return found
