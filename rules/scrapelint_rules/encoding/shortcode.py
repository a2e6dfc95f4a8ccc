"""ENC008 shortcode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Edit, Good, Severity, excerpt, regex
from scrapelint_rules.encoding._shared.edits import trimmed
from scrapelint_rules.encoding._shared.fields import TextRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding

# Names that WordPress, its builders and other systems give to their codes; a word of the language is not among them.
_CODES = (
    r"(?:vc|et_pb|su|fusion|av|tie|nectar|ux|wpforms|elementor|mks|td_block|dropcap|adrotate|adinserter|the_ad|pullquote)"
    r"(?:[_-][a-z0-9_-]{1,40})?|contact-form-7|gallery|embed|playlist|wp_ad|ad_\d{1,4}|advads|caption|toggle|tabs?|"
    r"shortcode|soundcloud|youtube|vimeo|instagram|button|one_half|one_third|ngg|rev_slider|gravityform|mailpoet_form|marquee"
)
_CLOSED = (
    r"caption|gallery|embed|video|audio|playlist|quote|blockquote|url|img|color|size|b|i|u|list|spoiler|code|button"
)
_WRAPPED = regex(r"\[embed\]\s{0,3}https?://[^\s\[\]]{3,500}\s{0,3}\[/embed\]")
_SQUARE = regex(
    rf"\[(?:/(?:{_CODES}|{_CLOSED})|(?:{_CODES})/?"
    rf"|(?:{_CODES})\s{{1,3}}https?://[^\s\]]{{3,300}}"
    r"|[a-z][a-z0-9_-]{1,40}(?:\s{1,3}[a-z][\w-]{0,40}\s?=\s?(?:[\"'“”„″‘’][^\]\n]{0,1000}|[\w#%.:/-]{1,300}[^\]\n]{0,1000}))/?)\]"
)
_TAGS = ("b", "i", "u", "url", "img", "quote", "list", "code", "spoiler", "size", "color")
_OPENING = regex(rf"\[({'|'.join(_TAGS)})\]")
"""What may be an editor's letter, as in "[i]t rains": a code where it is closed further on."""
_ALONE = regex(r"\[(?:ads?|adsense|newsletter|poll|video|audio|photo|image|widget)\](?=[ \t]{0,9}(?:\n|\Z))")
_DOUBLE = regex(r"\[\[[A-Za-z/][^\[\]\n]{0,100}\]\]")
_CURLY = regex(
    r"\{\{\{?[^{}\n]{1,200}\}\}\}?|\{%[^{}%\n]{1,200}%\}"
    r"|\{(?:Author|Title|Source|Date|Publisher),? ?(?:Unknown|None|Null|N/A)\}"
)
"""Variables of a template, and fields of a form of citation that were left empty."""
_ENCODED = regex(
    r"(?<![=/?&%\w])(?:[A-Z]{2,20}\([\w-]{1,40}\)\[\d{1,3}\])?\(?%7B(?:%22|%7D)[\w%.,:;!'*~+-]{0,4000}\)?(?:\(%7B[\w%.,:;!'*~+-]{0,4000}\))?"
)
"""Settings of a block in JSON, escaped as in an address."""
_PERCENT = regex(r"%%[a-z][a-z_-]{1,40}(?:\([^()\n]{0,60}\))?%%")


class Shortcode(TextRule):
    """A code of the publishing system that nobody filled in: "[caption id=...]", "{{ad}}".

    Why it matters: the reader of the page never saw it, and what it stood for is missing.

    What to do: take it out. The words between an opening and a closing code stay.
    """

    code, name, severity = "ENC008", "shortcode", Severity.ERROR
    fix = "safe"
    examples = (
        Bad(
            '⟦[caption id="attachment_12" align="left"]⟧The harbour⟦[/caption]⟧ at noon.', fixed="The harbour at noon."
        ),
        Bad("The vote is over.\n\n⟦[[ad]]⟧\n\nThe count began.", fixed="The vote is over.\n\nThe count began."),
        Bad("Liebe ⟦{{user.name}}⟧, hier ist der Text.", fixed="Liebe, hier ist der Text."),
        Bad("⟦%%post_title%%⟧ kom i dag.", fixed="kom i dag."),
        Bad("⟦[embed]https://example.com/v[/embed]⟧\nDer Film läuft.", fixed="Der Film läuft."),
        Bad(
            "The vote is over.\n\n⟦BLOCK(promo)[0](%7B%22kind%22%3A%22PROMO%22%7D)(%7B%7D)⟧\n\nThe count began.",
            fixed="The vote is over.\n\nThe count began.",
        ),
        Bad(
            "⟦{Author, Unknown}⟧ Порт в Ларне открыт\n\n⟦{Author, Unknown}⟧ Мэр рад.",
            fixed="Порт в Ларне открыт\n\nМэр рад.",
        ),
        Bad("The port is open. ⟦{Date, Unknown}⟧", fixed="The port is open."),
        Bad(
            "They sang ⟦[i]⟧The Old Quay⟦[/i]⟧ and ⟦[b]⟧two more⟦[/b]⟧ at noon.",
            fixed="They sang The Old Quay and two more at noon.",
        ),
        Bad("Cantaron ⟦[i]⟧El viejo muelle⟦[/i]⟧.", fixed="Cantaron El viejo muelle."),
        Good(
            '"[i]t never rains here", she wrote, "and [b]y noon all are at sea."', why="letters that an editor changed"
        ),
        Good('"They think [war] is a game," he said. [Video] [sic] [1]', why="words that an editor put in"),
        Good("Il est arrivé avec [s]on ordre du jour [...].", why="a changed letter and a cut"),
        Good("See https://example.com/map?at=%7B%22x%22%3A1%7D for the map.", why="an address"),
        Good("The set {a, b} and the range [x, y] grew by 5%% more.", why="formulas"),
        Good("He [Mr. Smith, b. 1962 = the elder] left.", why="a remark in brackets"),
    )

    def check_text(self, text: str) -> Iterator[Finding]:
        """Yield one finding for each code; its fix takes it out."""
        end = -1
        for start, stop in sorted(_codes(text), key=_longest_first):
            if start < end:
                continue
            end = stop
            found = text[start:stop]
            yield self.finding(
                f'code of the publishing system: "{excerpt(found, 40)}"',
                (start, stop),
                confidence=0.98,
                evidence={"kind": _KINDS.get(found[:2]) or _KINDS.get(found[0], "encoded")},
                edits=[_removal(text, start, stop)],
                fix_message="remove the code",
            )


_KINDS = {"[[": "double-bracket", "[": "bracket", "{": "curly", "{{": "curly", "{%": "curly", "%%": "percent"}


def _codes(text: str) -> Iterator[tuple[int, int]]:
    if "[" in text:
        for pattern in (_WRAPPED, _SQUARE, _DOUBLE) if "[[" in text or "[/embed]" in text else (_SQUARE,):
            yield from (match.span() for match in pattern.finditer(text))
        closed = {tag: text.rfind(f"[/{tag}]") for tag in _TAGS}
        yield from (match.span() for match in _OPENING.finditer(text) if match.end() <= closed[match[1]])
        yield from (match.span() for match in _ALONE.finditer(text) if _opens_line(text, match.start()))
    if "{" in text:
        yield from (match.span() for match in _CURLY.finditer(text))
    if "%" in text:
        if "%7B%" in text:
            yield from (match.span() for match in _ENCODED.finditer(text))
        if "%%" in text:
            yield from (match.span() for match in _PERCENT.finditer(text))


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0], -place[1]


def _removal(text: str, start: int, end: int) -> Edit:
    edit = trimmed(text, start, end)
    if text[end : end + 1] in (",", ".", ";") and text[start - 1 : start] == " ":
        return Edit(start - 1, end)
    if text[start - 1 : start] in ("\n", "") and text[end : end + 1] == " ":
        return Edit(start, end + 1)
    return edit


def _opens_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"
