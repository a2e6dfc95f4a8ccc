"""Folding of case, spaces, quotes and dashes, one code point to one.

Because no code point is added or lost, an offset in the folded text is an
offset in the text itself.
"""

from unicodedata import is_normalized, normalize

# Upper-case letters whose lower case is longer or unwanted; folded before `lower`.
_BEFORE = {"İ": "i"}

_AFTER = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\uff02", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
    "\uff1a": ":",
    "\uff0c": ",",
    "\uff08": "(",
    "\uff09": ")",
    "\uff5c": "|",
    "ё": "е",
    "ς": "σ",
    "ı": "i",
}


def fold(text: str) -> str:
    """Return the text in lower case with plain spaces, quotes and dashes.

    Has exactly as many code points as the text. Line breaks stay, tabs become spaces.
    """
    if text.isascii():
        return text.lower().replace("\t", " ")
    for letter, plain in _BEFORE.items():
        text = text.replace(letter, plain)
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    for letter, plain in _AFTER.items():
        if letter in folded:
            folded = folded.replace(letter, plain)
    return folded.replace("\t", " ")


def composed(text: str) -> str:
    """Return the text with letters and their marks as one code point each, where there is one (NFC).

    Mac files and some publishing systems write "é" as "e" and a mark. Unlike a folded text this one has other offsets.
    """
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def letters_and_digits(text: str) -> str:
    """Return what is left of a text in lower case without white space and marks, to compare names and titles by."""
    return "".join(filter(str.isalnum, text.casefold()))
