"""SEG004 drop-cap-split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Severity, regex
from scrapelint_rules.segmentation._shared.words_of_text import folded_counts, word_counts

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_SPLIT = regex(r"([^\W\d_])((?: {1,2}|[ \t]?\n{1,3}))([^\W\d_]{1,20})\b")
_STOPPED = regex(r"([^\W\d_])(\.)([^\W\d_]{2,20})(?= )")
_RESTS = frozenset("he hey here hat his hen hese hose ey ere".split())
"""What is left of the commonest English words when their first letter is a picture, or two of them are."""
# Capitals that are a word of some language, so that a word may follow: "A man", "W tym", "Y el", "O homem", "И он".
_WORDS = frozenset("AEIOUYWZVKSÀÁÈÉÍÓÔÖÅØŐÚÝЎАВИКОСУЯІЙЄЗЭΟΗ")
_COMMON = frozenset(
    """the they there this that then these those when while what where who his her how he she its it in if for from
    before but by because both people many most more some several one two three just last late let like new next now
    not no der die das den dem des dies diese dieser ein eine nach mit bei beim bis für fast früher heute hier man
    mehr nicht noch nun nur jetzt les la le des dans depuis pour mais ce cette cet cela face bien plus malgré los
    las del desde para pero por hace hoy más mientras muchos nel della dopo per più non prima questa nos não mais
    para muito quando det den där när många med men het een dit voor niet naar met toen bij""".split()
)
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
"""Letters that are no word in Latin script after a capital that is one: "I n", "A t"."""
_QUOTES = "\"“„«»'‘"
_LETTER_NAMES = frozenset(
    "cell cells major minor force is and or marks pop vitamin plan team train bus line day".split()
)


class DropCapSplit(DocumentRule):
    """The large first letter of a paragraph, cut off its word, as in "T he minister".

    Why it matters: the first word of the article is broken, and with it often the name or the
    place that it begins with.

    What to do: join letter and word; the page shows the letter in an element of its own.
    """

    code, name, severity = "SEG004", "drop-cap-split", Severity.WARNING
    fix = "unsafe"
    examples = (
        Bad("⟦T he⟧ minister left on Monday.", fixed="The minister left on Monday."),
        Bad(
            "A headline\n\n⟦P\n\nerhaps⟧ it is over. Nobody knows.",
            fixed="A headline\n\nPerhaps it is over. Nobody knows.",
        ),
        Bad(
            "⟦D ie⟧ Ministerin reiste ab. Die Gespräche enden.", fixed="Die Ministerin reiste ab. Die Gespräche enden."
        ),
        Bad("⟦П осле⟧ встречи министр уехал, а после обеда вернулся."),
        Bad("“⟦T he⟧ bridge is old,” the mayor said.", fixed="“The bridge is old,” the mayor said."),
        Bad("⟦T HE⟧ council voted on Tuesday.", fixed="THE council voted on Tuesday."),
        Bad("⟦I n⟧ the old town the lamps are lit again.", fixed="In the old town the lamps are lit again."),
        Bad(
            "⟦K EVIN⟧ Marsh has run the ferry since 1987.",
            fields={"language": "en"},
            fixed="KEVIN Marsh has run the ferry since 1987.",
        ),
        Bad("⟦M ARÍA⟧ Gómez dirige el ferry desde 1987.", fixed="MARÍA Gómez dirige el ferry desde 1987."),
        Bad("⟦D.he⟧ lifts of the town stand still, for there is no snow in the hills."),
        Bad("⟦T.he⟧ lifts of the town stand still.", fixed="The lifts of the town stand still."),
        Good("E.on is a firm of the town. D.C. is none, and N.B. is not his name.", why="names"),
        Good("J SMITH told the court that he had seen nothing.\nR KELLY Sings On", why="initials of names"),
        Good("A round of talks ended. Around noon they left.", why="two words that also make one"),
        Good("A man left. I am here. O homem chegou. Y el hombre.", why="words of one letter"),
        Good(
            "H ΕΕΤ ανακοίνωσε τη Δευτέρα ότι τα πλοία φεύγουν.\n\nH FSB ανακοίνωσε το ίδιο.",
            why="a Greek article in a Latin letter",
        ),
        Good("A head of state\nE il presidente\nW tym roku\nВ городе", why="words of one letter"),
        Good("T cells fight. The cells of the body.\nC major is a key.\nX marks the spot.", why="names of one letter"),
        Good("B cells came first.\nVitamin\nC\nis found in fruit.", why="a letter that stands for itself"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each letter that belongs to the word after it."""
        for start in _lone_letters(doc):
            match = _STOPPED.match(doc.text, start) or _SPLIT.match(doc.text, start)
            if not match or not _is_cut(doc, match):
                continue
            is_word = match[2] != "." or (match[1] + match[3]).lower() in _COMMON
            yield self.finding(
                f'"{match[1]}" cut off "{match[1]}{match[3]}"',
                match.span(),
                confidence=0.95,
                evidence={"word": match[1] + match[3], "kind": _kind(match[2])},
                edits=[Edit(match.end(1), match.start(3))] if is_word else [],
                fix_message="join letter and word",
            )


def _kind(between: str) -> str:
    return "stop" if between == "." else "line" if "\n" in between else "space"


def _is_cut(doc: Document, match: re.Match[str]) -> bool:
    """Tell whether letter and word are one; after a full stop, whether the word is the rest of a common one."""
    if match[2] == ".":
        return match[3] in _RESTS
    return _is_split(doc, match) or _is_name(doc, match)


_AFTER_LETTER = frozenset(("", " ", "."))


def _lone_letters(doc: Document) -> Iterator[int]:
    """Yield the offsets of capitals that stand alone at the start of a line, or after the quote that opens it.

    A full stop may follow them.
    """
    for line in [line for line in doc.lines if line.text[1:2] in _AFTER_LETTER or line.text[0] in _QUOTES]:
        at = int(line.text[0] in _QUOTES)
        if line.text[at : at + 1].isupper() and line.text[at + 1 : at + 2] in _AFTER_LETTER:
            yield line.start + at


def _is_split(doc: Document, match: re.Match[str]) -> bool:
    """Tell whether letter and word make a word of the text or of the language, and the word alone does not."""
    letter, rest = match[1], match[3]
    joined = (letter + rest).lower()
    # Words in capitals may be initials: only a common word is joined.
    if rest.isupper() and len(rest) > 1:
        return joined in _COMMON and letter not in _WORDS
    if not letter.isupper() or not rest.islower() or rest in _LETTER_NAMES:
        return False
    is_word, own_line = letter in _WORDS, "\n" in match[2]
    if joined in _COMMON and (own_line or not is_word or rest in _CONSONANTS):
        return True
    if own_line and not is_word and _goes_on(doc.text, match):
        return True
    if is_word or len(joined) < MIN_JOINED_CHARS:
        return False
    words = word_counts(doc)
    return (joined in words or joined.capitalize() in words) and folded_counts(doc)[rest] == 1


def _is_name(doc: Document, match: re.Match[str]) -> bool:
    """Tell whether capitals are the rest of a first name: a family name in usual letters follows, then a small letter.

    An initial comes before a family name, and what follows one is no name: "J SMITH told the court".
    """
    letter, rest = match[1], match[3]
    words = _ENGLISH_WORDS if doc.language == "en" else _WORDS
    is_rest = rest.isupper() and len(rest) >= MIN_NAME_CHARS and letter not in words
    family = _FAMILY_NAME.match(doc.text, match.end()) if is_rest else None
    return family is not None and family["first"].isupper()


_ENGLISH_WORDS = frozenset("AIO")
_FAMILY_NAME = regex(r" (?:[^\W\d_]\. )?(?P<first>[^\W\d_a-z])[^\W\d_A-Z]{2,20},? (?=[^\W\d_A-Z])")
MIN_NAME_CHARS = 3
"""Shortest rest of a first name in capitals, in letters."""

MIN_JOINED_CHARS = 4
"""Shortest joined word, in letters, that counts for standing elsewhere in the text."""
MIN_LINE_CHARS = 30
"""Shortest line that opens with an initial, in code points: it opens a paragraph."""


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Tell whether the line that a lone letter is above is long: prose, and no item of a list."""
    end = text.find("\n", match.end())
    return (len(text) if end < 0 else end) - match.start(3) >= MIN_LINE_CHARS
