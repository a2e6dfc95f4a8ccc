"""ENC003 entity-escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Edit, Good, Severity, by_line, excerpt, regex, word_bounds
from scrapelint_rules.encoding._shared.edits import is_quoted
from scrapelint_rules.encoding._shared.escapes import escapes
from scrapelint_rules.encoding._shared.fields import TextRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding

_NAMES = "nbsp|quot|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip|apos|laquo|raquo|bdquo|bull"
_ENTITY = regex(
    r"&(?:amp;){0,4}(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,30};"
    rf"|(?:{_NAMES}|amp)(?![A-Za-z0-9;=])|(?:{_NAMES})(?=[a-zà-ÿ])|#\d{{2,4}}(?![\d;])|#[xX]20[0-9a-fA-F]{{2}}(?![0-9a-fA-F;]))"
)
_CUT = regex(
    rf"(?<![&\w/=?.#-])(?:{_NAMES});|(?<=[,.!?)])(?:quot|rsquo|rdquo|raquo);|\b[A-Z]\s?(?P<amp>amp;)(?=\s?[A-Z]\b)"
    r"|(?<=[A-Za-zÀ-ÿ])#(?:39|8217|8216|x27|x2019);|(?<![&\w])#(?:34|38|39|82(?:11|12|16|17|20|21|30)|160|x27|x201[89cdCD]);(?=\S)"
)
"""What lost its ampersand, as in sets that were made from feeds: "board#39;s", "quot;a sign"."""
_ENDS = ("quot", "nbsp", "amp", "squo", "dquo", "dash", "hellip", "apos")
_RARE_ENDS = ("aquo", "bull")
"""Ends of the names; the rare ones are looked for only where numbers may be, too."""
_NUMBER_CHARS = len("#x2019")
_UNICODE = regex(r"\\u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})*+")
_BYTES = regex(r"\\x[89a-fA-F][0-9a-fA-F](?:\\x[89a-fA-F][0-9a-fA-F])*+")
_PERCENT = regex(r"%20(?<=[^\W\d_]%20|[,.;:!?]%20)")
_ADDRESS = regex(r"[/=@\\]|www\.|\.\w{2,4}$")
_SPACES = dict.fromkeys("\xa0\u2002\u2003\u2009\u202f\t\r\n", " ")
_NOTHING = dict.fromkeys("\xad\u200b\u200c\u200d\u200e\u200f\ufeff", "")
_PLAIN = str.maketrans({**_SPACES, **_NOTHING})


class EntityEscape(TextRule):
    r"""An HTML entity, an escape of JSON, Excel or mail, or a %20 that nobody decoded.

    Why it matters: "&#039;" is a string that no reader of the page has ever seen, and it
    splits the word it is in.

    What to do: decode it; the extractor unescapes the page once too seldom.
    """

    code, name, severity = "ENC003", "entity-escape", Severity.ERROR
    fix = "safe"
    examples = (
        Bad("The mayor⟦&#039;⟧s plan passed.", fixed="The mayor's plan passed."),
        Bad("Bread⟦&amp;nbsp;⟧and butter &hellip;", fixed="Bread and butter …"),
        Bad("Die Gr⟦\\u00fc⟧nen stimmten zu.", fixed="Die Grünen stimmten zu."),
        Bad("⟦&ldquo;⟧Nous partons&rdquo;, dit-il.", fixed="“Nous partons”, dit-il."),
        Bad("The⟦%20⟧harbour%20is%20closed.", fixed="The harbour is closed."),
        Bad("Salt ⟦&amp;⟧ pepper", fixed="Salt & pepper"),
        Bad("The board⟦#39;⟧s vote, quot;a sign,quot; he said.", fixed='The board\'s vote, "a sign," he said.'),
        Bad(
            "The plan won⟦&#8217⟧t change; Marks &amp Harlow agree.",
            fixed="The plan won’t change; Marks & Harlow agree.",
        ),
        Bad("Il n⟦&amp;nbsp⟧a rien dit.", fixed="Il n a rien dit."),
        Bad("The plan stands.⟦\\n\\n⟧The board\\'s vote, too.", fixed="The plan stands.\nThe board's vote, too."),
        Bad("It stands⟦_x000D_⟧\nas it is.", fixed="It stands\nas it is."),
        Bad("The plan won⟦u2019⟧t change.", fixed="The plan won’t change."),
        Bad("The board⟦=E2=80=99⟧s vote=2C too.", fixed="The board’s vote, too."),
        Good("The path C:\\new\\nodes and the model XR u2019 were named.", why="a path and a name"),
        Good("a = b; c = D0; the bus no. #39; and a guitar amp; both left.", why="formulas and numbers"),
        Good("AT&T and the R&D; the S&P 500 rose.", why="names with an ampersand"),
        Good("See https://example.com/a%20b?x=1&copy=2 for more.", why="an address"),
        Good('Write "&amp;" where you mean an ampersand.', why="the sentence is about the entity"),
        Good("Prices rose 5%20 years ago.", why="a percentage"),
        Good("The folder C:\\users\\u12 is full.", why="a path"),
    )

    def check_text(self, text: str) -> Iterator[Finding]:
        """Yield one finding for each line with escapes, on the first; its fix decodes all of them."""
        for edits in by_line(text, sorted(_escapes(text))):
            first = edits[0]
            found = text[first.start : first.end]
            more = f" and {len(edits) - 1} more in the line" if len(edits) > 1 else ""
            yield self.finding(
                f'undecoded "{excerpt(found, 30)}"{more}',
                (first.start, first.end),
                confidence=0.99,
                evidence={"kind": _kind(found), "count": len(edits), "means": first.content[:60]},
                edits=edits,
                fix_message="decode it",
            )


def _escapes(text: str) -> Iterator[Edit]:
    """Yield what the escapes of a text stand for, in order and apart from each other."""
    end = -1
    for edit in sorted(_all_escapes(text)):
        if edit.start >= end:
            end = edit.end
            yield edit


def _all_escapes(text: str) -> Iterator[Edit]:
    if "&" in text:
        yield from _entities(text)
    if ";" in text and _may_be_cut(text):
        yield from _cut_entities(text)
    if "\\" in text:
        for match in (*_UNICODE.finditer(text), *_BYTES.finditer(text)):
            read = _unescaped(match.group())
            if read and not is_quoted(text, *match.span()):
                yield Edit(*match.span(), read)
    if "%" in text and "%20" in text:
        yield from (Edit(*m.span(), " ") for m in _PERCENT.finditer(text) if not _in_address(text, m.start()))
    yield from escapes(text)


def _entities(text: str) -> Iterator[Edit]:
    for match in _ENTITY.finditer(text):
        read = _decoded(match.group()).translate(_PLAIN)
        is_read = read != match.group() and _is_readable(read) and not is_quoted(text, *match.span())
        if is_read and (match.group().endswith(";") or not _in_address(text, match.start())):
            yield Edit(*match.span(), read)


def _may_be_cut(text: str) -> bool:
    """Tell whether the name or the number of an entity comes before a semicolon anywhere."""
    befores = text.split(";")[:-1]
    if any(before.endswith(_ENDS) for before in befores):
        return True
    return "#" in text and any("#" in before[-_NUMBER_CHARS:] or before.endswith(_RARE_ENDS) for before in befores)


def _cut_entities(text: str) -> Iterator[Edit]:
    for match in _CUT.finditer(text):
        start, end = match.span("amp") if match["amp"] else match.span()
        yield Edit(start, end, _decoded(f"&{text[start:end]}").translate(_PLAIN))


def _decoded(entity: str) -> str:
    """Return what an entity stands for that may have been escaped several times."""
    from html import unescape

    if not entity.endswith(";"):
        entity += ";"
    while (read := unescape(entity)) != entity:
        entity = read
    return read


def _is_readable(read: str) -> bool:
    """Tell whether what an entity stands for is one or two characters that a text may have."""
    return len(read) <= 2 and all(c.isprintable() and c != "\ufffd" for c in read)


def _unescaped(run: str) -> str:
    r"""Return what \u escapes stand for; an empty string where that is no text."""
    units = bytes.fromhex(run.replace(run[:2], ""))
    encodings = ("utf-16-be",) if run[1] == "u" else ("utf-8", "latin-1")
    for encoding in encodings:
        try:
            read = units.decode(encoding).translate(_PLAIN)
            break
        except UnicodeDecodeError:
            continue
    else:
        return ""
    return read if read.isprintable() and not any("\ue000" <= c <= "\uf8ff" for c in read) else ""


def _in_address(text: str, at: int) -> bool:
    """Tell whether the word around a place is an address or the name of a file."""
    start, end = word_bounds(text, at, MAX_ADDRESS_CHARS)
    return bool(_ADDRESS.search(text[start:end].rstrip(".,;:!?)")))


MAX_ADDRESS_CHARS = 300
"""How far to either side, in code points, an address is looked for."""


def _kind(found: str) -> str:
    return {
        "&": "entity",
        "#": "entity",
        "\\": "backslash",
        "%": "percent-escape",
        "_": "spreadsheet",
        "=": "quoted-printable",
    }.get(found[0], "entity" if found.endswith(";") else "unicode-escape")
