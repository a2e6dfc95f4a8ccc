"""Write the lists of words that the rules on translations ask: english.bloom and shapes.bin.

    apt-get download wamerican-insane wbritish-insane && for deb in *.deb; do dpkg -x $deb scowl; done
    pip install 'wordfreq>=3.1'
    python tools/build_words.py scowl/usr/share/dict/*-english-insane

Sources: SCOWL 2020.12.07 (Kevin Atkinson and others, free to copy and change with its notice) and the
lists of wordfreq 3.1 (Robyn Speer, data under CC BY-SA 4.0). What is written is a filter that tells
whether a word stands in them, not the lists; it comes under CC BY-SA 4.0.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from itertools import product

from wordfreq import get_frequency_dict

from scrapelint_rules.translation._shared.words import lexicon, shapes

BITS_PER_WORD = 10
MIN_SCOWL_CHARS = 4
FREQUENT, USUAL = 1e-6, 1e-7
FOREIGN = "fi lt de cs pl tr hu sv nl it es pt fr ro is lv sh sk sl id nb da ca fil".split()
LARGE = {"de", "cs", "pl", "nl", "it", "es", "pt", "fr", "sv", "fi"}
ROMANISED = ("ru", "uk")
WORDS_PER_LANGUAGE = 15_000
MAX_ODDS = 4
ROMAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g".split(" "),
        strict=True,
    )
)


def english(paths):
    """Return the words to put into the filter; those that can be derived from others are left out."""
    scowl = {word for path in paths for word in path.read_text(encoding="utf-8").split() if "'" not in word}
    words = {word.lower() for word in scowl if len(word) >= MIN_SCOWL_CHARS}
    frequencies = get_frequency_dict("en", "large")
    words |= {word for word in frequencies if word.isalpha() and len(word) >= MIN_SCOWL_CHARS}
    kept = set()
    for word in sorted(words, key=lambda w: (len(w), w)):
        if not any(stem in kept for stem in lexicon.stems(word)):
            kept.add(word)
    kept |= {lexicon.FREQUENT + w for w, f in frequencies.items() if f >= FREQUENT and w.isalpha() and len(w) > 2}
    kept |= {lexicon.USUAL + w for w, f in frequencies.items() if f >= USUAL and w.isalpha() and len(w) > 2}
    return sorted(kept)


def foreign():
    """Yield words of other languages that are no English words, each once."""
    known = get_frequency_dict("en", "large")
    for language in FOREIGN:
        words = get_frequency_dict(language, "large" if language in LARGE else "small")
        usual = (w for w in sorted(words, key=lambda w: (-words[w], w)) if w.isalpha() and len(w) > 2)
        yield from [w for w in usual if w not in known][:WORDS_PER_LANGUAGE]
    for language in ROMANISED:
        words = get_frequency_dict(language, "large")
        usual = [w for w in sorted(words, key=lambda w: (-words[w], w)) if len(w) > 2 and all(c in ROMAN for c in w)]
        yield from ("".join(ROMAN[c] for c in w) for w in usual[: 2 * WORDS_PER_LANGUAGE])


def chances(words):
    """Return for each run of three characters the chance of its third after its first two."""
    counts = Counter(run for word in words for run in shapes.runs(word))
    pairs = Counter()
    for run, count in counts.items():
        pairs[run[:2]] += count
    keys = map("".join, product(shapes.SIGNS, repeat=3))
    return [(counts[key] + 0.5) / (pairs[key[:2]] + 0.5 * len(shapes.SIGNS)) for key in keys]


def main():
    from pathlib import Path

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("scowl", nargs="+", type=Path, help="lists of SCOWL, a word a line")
    words = english(parser.parse_args().scowl)
    Path(lexicon.DATA).write_bytes(lexicon.bloom(words, BITS_PER_WORD))
    native = [w for w, f in get_frequency_dict("en", "large").items() if w.isalpha() and w.isascii() and f > USUAL]
    odds = [math.log(other / own) for other, own in zip(chances(foreign()), chances(native), strict=True)]
    limited = [round(shapes.SCALE * max(-MAX_ODDS, min(MAX_ODDS, value))) for value in odds]
    Path(shapes.DATA).write_bytes(bytes(value & 255 for value in limited))
    sizes = [Path(path).stat().st_size for path in (lexicon.DATA, shapes.DATA)]
    print(f"{len(words)} words in {sizes[0]} bytes; {sizes[1]} bytes of shapes")


if __name__ == "__main__":
    main()
