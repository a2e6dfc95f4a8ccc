"""SEG008 split-paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Severity, Span, begins_small, excerpt, regex
from scrapelint_rules.segmentation._shared.cut_starts import cut_starts
from scrapelint_rules.segmentation._shared.joins import (
    LINE_CLOSERS,
    LINE_ENDS,
    Join,
    is_open,
    joins,
    wrapped_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Document, Finding, Line

MIN_UPPER_WORDS = 8
"""Words from which the line above reads as prose; headlines, names and labels are shorter or are in a list."""
MAX_LINK_SPACES = 5
"""Spaces of a link or a name that is on a line of its own in the midst of a sentence."""
MIN_VERSE_LINES, MAX_VERSE_CHARS = 4, 50
"""Lines of a poem, and the length of those around one of them, or of all of them on average where half begin small."""
MAX_BLOCK_LINES = 30
"""How far above and below two lines their poem is looked at."""
MAX_OPEN_VERSE_CHARS = 60
"""Length of lines of a poem with an empty one between all of them."""
MIN_LOWER_CHARS = 12
"""Shortest second half, in code points."""
_BYLINE = regex(r"\s*(?:by|von|par|por|di|da|door|af|av|autor|text|foto|photo|via|vs|übersetzt|with|mit|i)\b")
_LABEL_END = regex(
    r":\s?[-–—]{1,2}\s*$|[|>»›→·•*_\d]\s*$|[,;] (?:and|or|und|oder|sowie|et|ou|y|o|e|og|och|eller|en|of|и|или)$"
)
_BRAND = regex(r"[a-zß-öø-ÿ]{2,8}[A-Z]")
"""A name that is written small, and opens a sentence as any other: "elDiario"."""
_INITIAL = regex(r"(?:[.!?…:][\"'”’»)]{0,2}|^)\s+[\"“„«]?(?P<letter>[^\W\d_])\s*$")
"""A letter alone that opens a sentence at the end of a line."""
_INITIALS, _ALSO_INITIALS = frozenset("BCDFGHJLMNPQRTX"), frozenset("KSVWYZ")
"""Capitals that are no word in any language, and in those without such words as "v" and "z"."""
_NO_SHORT_WORDS = frozenset({"en", "de", "nl", "sv", "da", "nb", "fi", "it", "pt"})
_CODE_START = regex(
    r"[\w$.]{1,60}\s?\((?:[\"'{$)]|function\b|\w{1,40}[,.)]\s?[.;{=])|[\w$]{1,40}(?:\.[\w$]{1,40}){1,9}\s?[=(\[]"
    r"|(?:var|let|const|if|for|function)\s[\w$. (]{1,60}[={]|[\w-]{1,40}\s?\{"
)
"""Code at the start of a paragraph, which is no half of a sentence."""


class SplitParagraph(DocumentRule):
    """A paragraph that breaks off in the middle of a sentence and goes on in the next.

    Why it matters: both halves are read as sentences that they are not.

    What to do: join them; a link, an advertisement or a page break stood between them.
    """

    code, name, severity = "SEG008", "split-paragraph", Severity.WARNING
    fix = "unsafe"
    examples = (
        Bad(
            "The talks were held in the old town hall, and the\n\n⟦mayor of the neighbouring city came as well.⟧",
            fixed="The talks were held in the old town hall, and the mayor of the neighbouring city came as well.",
        ),
        Bad(
            "Die Gespräche fanden im alten Rathaus der Stadt statt, und auch die\n"
            "⟦zweite Bürgermeisterin aus der Nachbarstadt war gekommen.⟧"
        ),
        Bad(
            "Les discussions ont eu lieu dans la vieille mairie de la ville et le\n\n"
            "⟦maire de la commune voisine est venu lui aussi.⟧"
        ),
        Bad(
            "La provincia ha fatto puntellare la trave con grandi costi per la città, ma la\n\n"
            "⟦capitaneria di porto⟧\n\n⟦sostiene che con una saldatura se ne salva una parte.⟧",
            fixed="La provincia ha fatto puntellare la trave con grandi costi per la città, ma la capitaneria di porto "
            "sostiene che con una saldatura se ne salva una parte.",
        ),
        Bad(
            "The vote was put off on Monday after a long debate because the\n⟦Harbour Board of Larn⟧\n"
            "⟦had not been asked about the new quay.⟧",
        ),
        Good(
            "A poem about the ferry won the prize of the town.\n\nShe comes when the fog has lifted,\n"
            "she goes when the fog comes back,\nI paid her in pennies for all of my years\n"
            "and never went further than one.",
            why="verses",
        ),
        Good(
            "Podul vechi,\nrușinat că nu mai ține, își ascunde pilonii în ceața portului\nsă nu îi vadă primarul din oraș.\n"
            "Barcagiul strigă\ncă vin musafirii\nși lasă frânghia udă lângă scară,\napoi deschide casa de bilete\nși tace.",
            fields={"language": "ro"},
            why="verses of unlike length",
        ),
        Good(
            "A needle’s eye threw her a lifeline:\n\nbetween finger and thumb\n\nshe pinched the silver to make a little gold,\n\n"
            "told her story on a card of the town:\n\nto the muddy hem of Larn she trailed a running stitch,\n\n"
            "each stitch a step from Orlo to the port of Larn\n\neach stitch a suture mending hearts of women, of men.\n\n"
            "She knew the good of soft wool on skin\n\ntrained the women of Larn,",
            why="verses, with an empty line between all of them",
        ),
        Good("The recipe needs these things:\n\nflour, milk and eggs for the whole family.", why="a colon"),
        Good("flour and milk\n\neggs and salt\n\nbutter", why="a list"),
        Good(
            "A long headline about the council and its new bridge plans\n\nby Jane Doe in the town hall.",
            why="a byline",
        ),
        Good(
            "पुल के नीचे से जाने वाले सभी नाविकों के लिए परिषद के हस्ताक्षर और मुहर (यदि लागू हो)\n\nnsb पुल की परीक्षा में शामिल होने वाले नाविकों को कार्ड लाना होगा।",
            why="a Latin word, which in another script says nothing",
        ),
        Good(
            "მერიამ გუშინ ხიდის შესახებ ახალი გადაწყვეტილება მიიღო და თვის ბოლომდე მოძრაობა შეწყვიტა\n\nხიდი თვის ბოლომდე დაკეტილი იქნება.",
            why="a script without capitals",
        ),
        Good(
            "El plan del puerto fue aprobado ayer por el consejo de Larn (Lea: La ciudad paga la mitad)\n"
            "ads.cmd.push(function() { ads.call('std', { id: siteId }); });Uno de los puertos abre en mayo.",
            why="code of the page",
        ),
        Good(
            "Der Rat hat den Plan für die Brücke am Montag nach langer Debatte beschlossen\n\n"
            "var box = document.getElementById('box'); box.remove(); Der Bau beginnt im Mai.",
            why="code of the page",
        ),
        Bad(
            "The ferry stays in the old harbour until the fog has lifted, and nobody knows when. T\n\n"
            "⟦he mayor of the neighbouring city came as well.⟧",
            fixed="The ferry stays in the old harbour until the fog has lifted, and nobody knows when. "
            "The mayor of the neighbouring city came as well.",
        ),
        Good(
            "Le conseil de Larn a voté mardi soir le plan de la ligne, dit la mairie. A\n\nla mairie, on ne dit rien du prix.",
            why="a letter that is a word of its own",
        ),
        Good(
            "Artículo 16 - La economía y el trabajo en el puerto de Larn\n\norloDiario.es hablará cada día de lo que cuesta el tranvía.",
            why="a name that is written small",
        ),
        Good(
            "The following measures will be taken by the council of Larn in the year:-\n\nclose the old bridge to lorries and buses;",
            why="a list",
        ),
        Good(
            "लार्न बंदरगाह पर आज चौंतीस नये जहाज पहुंचे, कुल दो सौ पचहत्तर जहाज खड़े हैं\n\n"
            "ferry news : लार्न की परिषद ने सोमवार को बताया कि जहाज फिर चलेंगे।",
            why="a foreign word after letters that have no capitals",
        ),
        Good(
            "Larn ferry: लार्न बंदरगाह पर आज चौंतीस नये जहाज पहुंचे, कुल दो सौ पचहत्तर जहाज खड़े हैं\n"
            "larn ferry news in hindi: लार्न की परिषद ने सोमवार को बताया कि जहाज फिर चलेंगे।",
            why="the same where a few words above have capitals, too",
        ),
        Good("The phone was shown on Monday in the hall of the fair\n\niPhone sales rose.", why="a name in lower case"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each part that goes on with the one before; its fix joins them."""
        found = [join for join in joins(doc) if _is_split(join)]
        found += [part for join in joins(doc) if not doc.is_flat for part in _around_link(doc, join)]
        # Where beginnings are lost, a small letter says nothing of the paragraph before.
        if not found or cut_starts(doc):
            return
        wrapped, low = wrapped_rows(doc), {join.lower.index for join in joins(doc)}
        for upper, lower in sorted(set(found), key=_place):
            if lower.index in wrapped or _in_list(upper, lower, low) or _is_verse(doc, upper, lower):
                continue
            gap = _gap(doc, upper)
            if gap is None:
                continue
            start, end = upper.start + len(upper.text.rstrip()), lower.span.start
            seam = f"{upper.text.rstrip()[-40:]} / {lower.text.strip()[:40]}"
            yield self.finding(
                f'the paragraph before goes on here: "{excerpt(seam, 70)}"',
                Span(end, lower.span.end),
                confidence=0.95,
                evidence={
                    "kind": "sentence" if _is_split(Join(upper, lower)) else "link",
                    "blank_lines": lower.row - upper.row - 1,
                },
                edits=[Edit(start, end, gap)],
                fix_message="join the paragraphs",
            )


def _gap(doc: Document, upper: Line) -> str | None:
    """Return what belongs between two halves: nothing after the first letter of a word; None where that may be a word."""
    initial = _INITIAL.search(upper.text)
    if initial is None or not initial["letter"].isupper():
        return " "
    is_initial = initial["letter"] in _INITIALS or (
        initial["letter"] in _ALSO_INITIALS and doc.language in _NO_SHORT_WORDS
    )
    return "" if is_initial else None


def _place(join: Join) -> int:
    return join.lower.index


def _around_link(doc: Document, join: Join) -> list[Join]:
    """Return both breaks around a link or a name on a line of its own, in the midst of a sentence."""
    link = join.upper
    above = doc.before(link)
    if (
        above is None
        or link.text.count(" ") > MAX_LINK_SPACES
        or link.index in doc.known_residue
        or not _is_open(above.text)
    ):
        return []
    # Between its parts the sentence is whole: words enough before the link, and an end after it.
    if not _is_split(Join(above, join.lower)) or _is_label(link.text):
        return []
    return [Join(above, link), join]


def _is_open(text: str) -> bool:
    """Tell whether a line stops at a word in lower case, which no headline, name or label does so often."""
    return is_open(text) and text.rstrip().rpartition(" ")[2].islower()


def _is_label(text: str) -> bool:
    """Tell whether a line is made like the items of a menu or a list."""
    return not text.strip()[0].isalpha() or text.isupper()


def _is_split(join: Join) -> bool:
    """Tell whether both halves read as prose: the upper one long, the lower one to its end mark."""
    upper, lower = join.upper.text.strip(), join.lower.text.strip()
    if upper.count(" ") + 1 < MIN_UPPER_WORDS or len(lower) < MIN_LOWER_CHARS:
        return False
    # A small letter after a script without any is that of a foreign word, which opens a paragraph like all others.
    if _has_few_cased(upper):
        return False
    if _BRAND.match(lower) or _BYLINE.match(lower) or _CODE_START.match(lower) or _LABEL_END.search(upper):
        return False
    return lower.rstrip(LINE_CLOSERS)[-1:] in LINE_ENDS and lower.count(" ") > 1


def _has_few_cased(text: str) -> bool:
    """Tell whether less than half of the letters are of a script that has small ones."""
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char.lower() != char.upper() for char in letters) < len(letters)


def _is_verse(doc: Document, upper: Line, lower: Line) -> bool:
    """Tell whether both lines are in a block of short ones, as those of a poem or a list."""
    if doc.is_flat:
        return False
    if lower.row > upper.row + 1:
        open_lines = doc.lines[max(0, upper.index - 2) : lower.index + 3]
        return len(open_lines) > MIN_VERSE_LINES and max(len(one.text) for one in open_lines) <= MAX_OPEN_VERSE_CHARS
    block = _block(doc, upper, lower)
    if len(block) < MIN_VERSE_LINES:
        return False
    near = block[max(0, block.index(upper) - 2) : block.index(upper) + 2]
    return max(len(line.text) for line in near) <= MAX_VERSE_CHARS or _begin_small(block)


def _block(doc: Document, upper: Line, lower: Line) -> Sequence[Line]:
    """Return the lines around two, of which none is blank, up to a number on either side."""
    first, last = upper.index, lower.index
    while first and upper.index - first < MAX_BLOCK_LINES and doc.lines[first - 1].row == doc.lines[first].row - 1:
        first -= 1
    end = min(len(doc.lines) - 1, lower.index + MAX_BLOCK_LINES)
    while last < end and doc.lines[last + 1].row == doc.lines[last].row + 1:
        last += 1
    return doc.lines[first : last + 1]


def _begin_small(block: Sequence[Line]) -> bool:
    """Tell whether half of these lines begin in lower case, and most are short: a poem has some that are long."""
    small = sum(begins_small(line.text) for line in block)
    is_short = sum(len(line.text) for line in block) <= MAX_VERSE_CHARS * len(block)
    return is_short and small >= max(MIN_VERSE_LINES, len(block) / 2)


def _in_list(upper: Line, lower: Line, low: set[int]) -> bool:
    """Tell whether lines above or below begin in lower case as well: items of a list, lines of a poem."""
    return upper.index in low and (lower.index + 1 in low or upper.index - 1 in low)
