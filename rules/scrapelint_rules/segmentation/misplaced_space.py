"""SEG009 misplaced-space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Severity, by_line, excerpt, regex
from scrapelint_rules.segmentation._shared.character_shape import places, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_BEFORE_MARK = regex(
    r"(?<=[\w)\]”’\"»%])[ \t\xa0]{1,3}(?=[,!?](?:[ \n\xa0\"'”’»)]|$)"
    r"|;(?:[ \n\xa0\"'”’»]|$)|\.(?! \.)(?:[ \n\xa0\"'”’»)]|$))"
)
_AFTER_OPEN = regex(r"(?<=\()[ \t\xa0]{1,2}(?=\w)")
_BEFORE_CLOSE = regex(r"(?<=[\w.!?])[ \t\xa0]{1,2}(?=\)(?:[ \n.,;:!?]|$))")
_QUOTE = regex(r"(?<=[.,!?])[ \xa0]”(?=[^\W\d_])")
_COLON = regex(r"(?<=[^\W\d_]:)” (?=[A-ZÀ-ÖØ-Þ])")
"""A mark that opens what is said, put as one that closes it: `brief:” The`."""
_SIGNS = " ,.!;?)]"
_FRENCH = regex(r"\b(?:les|des|une|est|dans|qui|pour|sur)\b")
_FRENCH_SAMPLE_CHARS = 3000
"""How much of a text is looked at for French words, in code points."""
_SPACED_MARKS = frozenset(";!?")
"""Marks before which French, Breton and their schools of typing put a space."""
_SPACING = frozenset({"fr", "br", "oc"})
MIN_FRENCH_WORDS = 5
"""Fewest different ones in a text of another language: a French name or title has some."""


class MisplacedSpace(DocumentRule):
    """A space on the wrong side of a mark or a quote: "over ." or "yet. ”Then".

    Why it matters: it splits the tokens of the sentence in another way than all other texts do.

    What to do: move it. Around a word that was a link the extractor put it there.
    """

    code, name, severity = "SEG009", "misplaced-space", Severity.INFO
    fix = "safe"
    examples = (
        Bad("The vote is over⟦ ⟧, he said .", fixed="The vote is over, he said."),
        Bad("“We are not there yet.⟦ ”⟧Then he left.", fixed="“We are not there yet.” Then he left."),
        Bad("Die Wahl⟦ ⟧, sagte er, ist vorbei !", fixed="Die Wahl, sagte er, ist vorbei!"),
        Bad("La séance (⟦ ⟧de lundi ) est finie.", fixed="La séance (de lundi) est finie."),
        Bad("Выборы⟦ ⟧, сказал он.", fixed="Выборы, сказал он."),
        Bad("He was brief:⟦” ⟧The mill stays.", fixed="He was brief: “The mill stays."),
        Good("She called it “a matter of days:” The owner did not agree."),
        Good(
            "Est-ce que les députés qui votent pour une loi dans les délais sont là ? Oui ! « Bien » ; c’est fini.",
            why="French",
        ),
        Good("He wrote .NET code for .5 percent ... and so on . . .", why="marks that begin a word, and dots"),
        Good("”Vi är klara. ”Nu går vi”, sade han.", why="Swedish opens a quotation with the same mark"),
        Good("La maire hésite ; le pont est fermé ! Combien de temps ?", why="French puts a space there"),
        Good("The key [ Enter ] opens the gate, and [ ... ] so it was written.", why="brackets set apart on purpose"),
        Good("A smile :) and a wink ;) in the text.", why="faces"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each line with such spaces, on the first; its fix moves all of them."""
        for edits in by_line(doc.text, _edits(doc)):
            first = edits[0]
            count = len(edits)
            around = doc.text[max(0, first.start - 15) : first.end + 10].split("\n")
            yield self.finding(
                f'{count} misplaced space{"s" * (count > 1)} in the line: "{excerpt(max(around, key=len), 30)}"',
                (first.start, first.end),
                confidence=0.97,
                evidence={"kind": _KINDS[first.content], "count": count},
                edits=edits,
                fix_message="move the space" if first.content else "remove the space",
            )


_KINDS = {"": "mark", "” ": "quote", " “": "colon"}
"""The kind of a place by what is put there."""


def _edits(doc: Document) -> list[Edit]:
    """Return the edits of all places, in order."""
    text = doc.text
    shaped = shape(text)
    found = {edit.start: edit for edit in _marks(doc, shaped)}
    if "“" in text and "”" in text and (" ”" in text or "\xa0”" in text):
        found.update({m.start(): Edit(*m.span(), "” ") for m in _QUOTE.finditer(text) if _is_closing(text, m.start())})
    if "”" in text and ":” " in text:
        found.update(
            {m.start(): Edit(*m.span(), " “") for m in _COLON.finditer(text) if not _is_closing(text, m.start())}
        )
    return [found[start] for start in sorted(found)]


def _marks(doc: Document, shaped: bytes) -> Iterator[Edit]:
    text, french = doc.text, None
    questions = places(shaped, b" ?") if "?" in text and " ?" in text else ()
    opened = places(shaped, b"( ") if "(" in text or "[" in text else ()
    for at in (*places(shaped, b" ."), *opened, *questions):
        if text[at + 1] not in _SIGNS:
            continue
        for pattern in (_BEFORE_MARK, _AFTER_OPEN, _BEFORE_CLOSE):
            start = _first_space(text, at)
            match = pattern.match(text, start)
            if not match:
                continue
            if text[match.end()] in _SPACED_MARKS:
                # French writes a space before these marks; asked late, and once, for it reads the text.
                french = _is_french(doc) if french is None else french
                if french:
                    continue
            yield Edit(*match.span())


def _first_space(text: str, at: int) -> int:
    """Return where the spaces begin that a piece has found."""
    at += text[at] in "(["
    while at and text[at - 1] in " \t\xa0":
        at -= 1
    return at


def _is_french(doc: Document) -> bool:
    """Tell whether a text is of a language that spaces these marks, declared or not; in doubt it is."""
    if doc.declared_language:
        return doc.declared_language in _SPACING
    words = len(set(_FRENCH.findall(doc.text, 0, _FRENCH_SAMPLE_CHARS)))
    return words >= (MIN_FRENCH_WORDS if doc.found_language else 1) or doc.found_language in _SPACING


def _is_closing(text: str, at: int) -> bool:
    """Tell whether a quotation was opened before this place in the line and not closed."""
    start = max(text.rfind("\n", max(0, at - MAX_QUOTATION_CHARS), at) + 1, at - MAX_QUOTATION_CHARS)
    return text.count("“", start, at) > text.count("”", start, at)


MAX_QUOTATION_CHARS = 3000
"""How far to the left an open quotation is looked for, in code points, so that cost is linear."""
