"""ENC004 html-residue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Edit, Good, Severity, by_line, excerpt, regex
from scrapelint_rules.encoding._shared.edits import is_quoted, trimmed
from scrapelint_rules.encoding._shared.fields import TextRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding

_NAMES = (
    "a|abbr|address|article|aside|audio|b|blockquote|body|br|button|caption|center|cite|code|dd|del|details|div|dl|dt"
    "|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label"
    "|legend|li|link|main|mark|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|script|section|select|small"
    "|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul"
    "|video|amp-[a-z-]{2,20}|o:p"
)
_CAPITALS = "P|BR|HR|DIV|SPAN|STRONG|EM|TD|TR|TABLE|UL|LI|IMG|FONT|CENTER|H[1-6]"
"""Names that count in capitals without an attribute; the others are placeholders or names in Korean and Japanese."""
_TAG = regex(
    r"<script\b[^<>\n]{0,500}>[^<]{0,5000}</script>|<style\b[^<>\n]{0,500}>[^<]{0,5000}</style>"
    rf"|<(?:{_CAPITALS})\s?/?>"
    rf"|<(?:/(?:{_NAMES})\s{{0,5}}|(?:{_NAMES})(?:\s[^<>\n]{{0,1000}}|/)?)>"
    rf"|<(?:/(?:{_NAMES.upper()})\s{{0,5}}|(?:{_NAMES.upper()})(?:\s[^<>\n]{{0,1000}}=[^<>\n]{{0,1000}}|\s?/))>"
    r"|<!--[^<>\n]{0,1000}-->|<!(?:DOCTYPE|doctype)\s[^<>\n]{0,200}>|<!\[CDATA\["
)
_ATTRIBUTE = regex(
    r'="(?<=\bclass=")[^"<>\n]{1,300}"|="(?<=\bhref=")[^"<>\n]{1,600}"|="(?<=\bsrc=")[^"<>\n]{1,600}"'
    r'|="(?<=\bstyle=")[^"<>\n]{1,600}"|="(?<=\btarget=")_\w{4,6}"|="(?<=\brel=")[\w ]{2,60}"'
)
_ATTRIBUTE_NAME = regex(r"(?:class|href|src|style|target|rel)\Z")
MAX_ATTRIBUTE_CHARS = 6
"""Longest of these names, in code points."""
_ABOUT = regex(r"['\"`)]?\s(?:tags?|elements?|attributes?|Tag|Element|Attribut|balises?|etiquetas?)\b")


class HtmlResidue(TextRule):
    """A tag, a comment or an attribute of the page's markup in the text.

    Why it matters: markup is the surest sign that an extractor has failed on this page, and
    what is beside it is often not the article either.

    What to do: look at the page; take the markup out, and what it wrapped where that is no text.
    """

    code, name, severity = "ENC004", "html-residue", Severity.ERROR
    fix = "unsafe"
    examples = (
        Bad(
            "The court ruled on Monday.⟦<br />⟧The minister left.",
            fixed="The court ruled on Monday. The minister left.",
        ),
        Bad('See ⟦<a href="/news/1">⟧the report</a> of May.', fixed="See the report of May."),
        Bad("⟦<p>⟧Die Wahl ist vorbei.</p>", fixed="Die Wahl ist vorbei."),
        Bad('A photo ⟦class="wide image"⟧ of the harbour.', fixed="A photo of the harbour."),
        Bad("First.\n\n⟦<!-- /wp:paragraph -->⟧\n\nSecond.", fixed="First.\n\nSecond."),
        Good("We <3 books, and 5 < 6 > 4.", why="marks, not tags"),
        Good("Enter your address: <your address>.", why="a placeholder in angle brackets"),
        Good("The <blink> tag was loved, the <b> tag is still there.", why="the sentence is about the tag"),
        Good("<Copyright 2024> A씨와 <B>씨", why="Korean brackets"),
    )

    def check_text(self, text: str) -> Iterator[Finding]:
        """Yield one finding for each line with markup, on the first piece; its fix takes all of it out."""
        if "<" not in text and '="' not in text:
            return
        for pieces in by_line(text, _markup(text)):
            first = pieces[0]
            more = f" and {len(pieces) - 1} more in the line" if len(pieces) > 1 else ""
            found = text[first.start : first.end]
            yield self.finding(
                f'html in the text: "{excerpt(found, 40)}"{more}',
                (first.start, first.end),
                confidence=0.97,
                evidence={"kind": "tag" if found[0] == "<" else "attribute", "count": len(pieces)},
                edits=_apart([_edit(text, piece) for piece in pieces]),
                fix_message="remove the markup",
            )


def _markup(text: str) -> Iterator[Edit]:
    """Yield the places of tags, or of attributes where the tags themselves are gone, in order."""
    places = list(_tags(text)) if "<" in text else []
    if "=" in text and '="' in text:
        places += [(_name_start(text, m.start()), m.end()) for m in _ATTRIBUTE.finditer(text)]
    end = 0
    for start, stop in sorted(places):
        if start >= end:
            end = stop
            yield Edit(start, stop)


def _tags(text: str) -> Iterator[tuple[int, int]]:
    for match in _TAG.finditer(text):
        if not _ABOUT.match(text, match.end()) and not is_quoted(text, *match.span()):
            yield match.span()


def _name_start(text: str, equals: int) -> int:
    window = text[max(0, equals - MAX_ATTRIBUTE_CHARS) : equals]
    match = _ATTRIBUTE_NAME.search(window)
    return equals - (len(match.group()) if match else 0)


def _edit(text: str, piece: Edit) -> Edit:
    """Return the removal of a piece of markup; a tag between two words or sentences leaves a space."""
    start, end = piece.start, piece.end
    is_break = text.startswith(("<br", "<p", "</p", "<div", "</div", "<li", "</li", "<h", "</h"), start)
    if is_break and text[start - 1 : start].strip() and text[end : end + 1].strip():
        return Edit(start, end, " ")
    return trimmed(text, start, end)


def _apart(edits: list[Edit]) -> list[Edit]:
    """Return the edits that do not overlap the one before."""
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start > kept[-1].end or (edit.start == kept[-1].end and not kept[-1].content):
            kept.append(edit)
        elif edit.start == kept[-1].end:
            kept.append(Edit(edit.start, edit.end))
    return kept
