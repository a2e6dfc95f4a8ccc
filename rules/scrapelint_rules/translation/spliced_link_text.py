"""MTX010 spliced-link-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, LinePattern, Severity, excerpt, regex, stop_words
from scrapelint_rules.translation._shared.quotes import is_set_apart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from scrapelint.plugin import Document, Finding

_CALLS = {
    "en": ("Read|See|Watch|Listen|Discover|Click", "the|more|our|about|how|why|here|also|all|what|this|full|to|which"),
    "de": ("Lesen|Sehen|Hören|Klicken", "sie|auch|hier|mehr"),
    "fr": ("Lire|Lisez|Voir|Regardez|Découvrez|Cliquez", "la|le|les|aussi|notre|plus|ici|comment"),
    "es": ("Lea|Lee|Leer|Vea|Mira|Ver", "la|el|los|las|también|más|aquí|nuestro|cómo"),
    "it": ("Leggi|Guarda|Scopri|Clicca", "il|la|le|i|anche|tutto|qui|come"),
    "pt": ("Leia|Veja|Assista|Saiba|Clique", "a|o|as|os|também|mais|aqui|como"),
    "nl": ("Lees|Bekijk|Luister", "ook|het|de|meer|hier|hoe"),
    "sv": ("Läs|Se|Lyssna", "också|även|mer|hela|här|hur"),
    "da": ("Læs|Hør", "også|mere|hele|her|hvordan"),
    "pl": ("Czytaj|Przeczytaj|Zobacz|Sprawdź", "też|także|również|więcej|tutaj|jak"),
    "ru": ("Читайте|Смотрите|Узнайте|Слушайте", "также|еще|ещё|подробнее|тут|как|больше"),
    "tr": ("Okuyun|İzleyin|Tıklayın", "bu|daha|tüm"),
}
"""Calls on link texts, with a capital, and what follows them, by language."""

CALL = LinePattern(
    r"(?<=[^\W\d_A-ZÀ-Þ]) (?P<call>"
    + "|".join(f"(?:{calls}) (?:{after})" for calls, after in _CALLS.values())
    + r")(?!\w)",
    literals=[
        f" {call.lower()} {word}"
        for calls, after in _CALLS.values()
        for call in calls.split("|")
        for word in after.split("|")
    ],
)
TEASER = LinePattern(
    r"(?<=[.!?”\"»] )(?P<call>(?:See also|Also read|Siehe auch|Voir aussi|Ver también|Vea también|Veja também|Vedi anche) "
    r"(?=[^a-zà-ÿ])[^.!?…:\n]{15,140})(?<![.!?…:;,”\"»)])$",
    literals=[
        "see also",
        "also read",
        "siehe auch",
        "voir aussi",
        "ver también",
        "vea también",
        "veja também",
        "vedi anche",
    ],
)
"""A headline after its call, at the end of a paragraph, with no mark at its own end."""
_NAMES = {"Watch": "en", "Veja": "pt"}
"""Calls that are names, too: of a group, a device and a magazine; with their languages."""
_SERVICE = regex(r" [A-Z]")
"""What makes the name of a service or a rule of "Click to": "Click to Pay", "Click to Cancel"."""
_BEFORE_NAMES = frozenset("her our your new old next latest first second third revista jornal site".split())
"""What makes a name of them, beside words that go on a sentence and what has a hyphen, as in "second-generation"."""
_TITLE = regex(r" (?:the|a|our|la|le|les|el|los|las|il|i|o|as|os|het|de|bu) [^\W\d_a-zß-ÿа-яё]")
"""An article of a call, and the capital of what would be the first word of a title: "How to Read the Sea"."""
MAX_LINK_CHARS = 120
"""Longest link text, in code points, that is reported with its call."""


class SplicedLinkText(DocumentRule):
    """The text of a link left inside a sentence: "he followed up Read the full story This week, he said".

    Why it matters: two texts are read as one, and neither makes sense. A translator that was given both as one
    sentence has mixed them for good.

    What to do: take the link text out, or look at the page.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 0 and 0 of 1,134 translated
    by people, 0 and 0 of 2,336 translated by systems, 0 and 0 of 14 copies, 2 and 2 of 7,116 of scraped news; in
    other languages 0 and 0 of 41 copies, 11 and 11 of 28,579 of scraped news.
    """

    code, name, severity = "MTX010", "spliced-link-text", Severity.WARNING
    native_share = 0.0
    patterns = (CALL, TEASER)
    needs_wording = True
    examples = (
        Bad("The envoy wanted to follow up ⟦Read the long phone call⟧ This week, he warned the town again."),
        Bad("The bridge is shut ⟦See also how it was built⟧ and nobody knows for how long."),
        Bad("Le pont est fermé ⟦Lire aussi notre enquête⟧ et personne ne sait pour combien de temps."),
        Bad("El puente está cerrado ⟦Lea también la crónica⟧ y nadie sabe hasta cuándo."),
        Bad("Мост закрыт ⟦Читайте также⟧ и никто не знает, когда он откроется."),
        Bad(
            "The fair ends on Friday. More barns are needed. ⟦See also Trade | Growers of the south agree to sell half of it⟧"
        ),
        Good(
            "See also the map of the barns. The court said that barns are shops. See also Ridge v. Moor.",
            why="end marks",
        ),
        Good("He told them to read the letter. Read the letter, he said again.", why="a sentence of its own"),
        Good('She said: "See the doctor." In the film See How They Run she sees the end.', why="quoted, and a title"),
        Good("The bridge is shut.\nRead more about it", why="on its own line"),
        Good(
            "The group Judicial Watch this week showed new letters, and Human Rights Watch the old ones.", why="names"
        ),
        Good(
            "Last year the firm gave the Watch to some of the men of the port, for a test of it on the boats. His Watch also "
            "told him the time; a new Watch which costs less, and a first-generation Watch which costs more, are sold there.",
            why="a device",
        ),
        Bad("The envoy wanted to follow up ⟦Click to read the long letter⟧ This week, he warned the town again."),
        Good(
            "By adding Click to Pay the banks keep the cards. The rule on Click to Cancel is not in force, the court said.",
            why="a service, and a rule",
        ),
        Good(
            'They wrote "WWTB", or "We Watch the Bridge", below the film, and they were many.', why="a title in quotes"
        ),
        Good(
            "Books in brief: How to Read the Sea by Jo Hale is about waves, and Come and See the World about a lighthouse.",
            why="titles of books",
        ),
        Good("Segundo a revista Veja também há quem peça a ponte, que fica na cidade velha.", why="a magazine"),
        Good("Read the full story: the bridge is shut.", why="begins a line"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each headline after a call, and for each call in mid-sentence, to where its text ends."""
        for line, match in doc.matches(TEASER):
            yield self.finding(
                f'a headline after the last sentence: "{excerpt(match["call"])}"',
                (line.start + match.start("call"), line.start + match.end("call")),
                confidence=0.9,
                evidence={"kind": "teaser"},
            )
        about = "link text run into the text" if doc.is_flat else "link text in mid-sentence"
        for line, match in doc.matches(CALL):
            start = match.start("call")
            if _is_name(line.text[:start], match["call"].split(" ")[0]) or _is_service(line.text, match):
                continue
            if _TITLE.match(line.text, line.text.index(" ", start)):
                continue
            if is_set_apart(line.text, start, match.end("call")):
                continue
            end = _end(line.text, match.end("call"))
            if not line.text[end:].strip(" .!?"):
                continue
            yield self.finding(
                f'{about}: "{excerpt(line.text[start:end])}"',
                (line.start + start, line.start + end),
                confidence=0.9,
                evidence={"kind": "call"},
            )


def _is_name(before: str, call: str) -> bool:
    """Tell whether the last word before a call makes a name of it: "Judicial Watch", "the Watch", "a revista Veja"."""
    if call not in _NAMES:
        return False
    last = before.rsplit(maxsplit=1)[-1]
    return last[0].isupper() or "-" in last or last in _BEFORE_NAMES or last in stop_words(_NAMES[call])


def _is_service(text: str, match: Match[str]) -> bool:
    """Tell whether a call is the name of a service: "support for Click to Pay is growing"."""
    return match["call"] == "Click to" and _SERVICE.match(text, match.end("call")) is not None


def _end(text: str, at: int) -> int:
    """Return where a link text ends: before the next capital after a small letter, the next mark, or "and"."""
    for place in range(at, min(len(text), at + MAX_LINK_CHARS)):
        if text[place] in ".!?,;:":
            return place
        if text[place] == " " and (text[place + 1 : place + 2].isupper() or _joins(text, place)):
            return place
    return at


def _joins(text: str, place: int) -> bool:
    return text.startswith((" and ", " et ", " y ", " e ", " und ", " и ", " en ", " och ", " og ", " i "), place)
