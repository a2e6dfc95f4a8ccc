"""ENC006 script-residue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Severity, Span, excerpt, regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Document, Finding, Line

_CODE = regex(
    r"function\s?\w{0,30}\s?\([\w$, ]{0,80}\)\s?\{"
    r"|\b(?:var|let|const)\s[\w$]{1,40}\s?=\s?[\w'\"\[{(!$/]"
    r"|\b(?:document|window|googletag|console|jQuery|JSON|localStorage|dataLayer|adsbygoogle|location)"
    r"\.[a-zA-Z]{2,40}\s?(?:[(\[=]|\.[a-zA-Z])"
    r"|\b(?:gtag|fbq|ga|__tcfapi)\(['\"]"
    r"|\$\([^()\n]{1,60}\)\.[a-z]"
    r"|\}\s?\)\s?(?:\(\s?\))?;|\}\s?\(\s?\)\s?\)"
    r"|\|\|\s?(?:\[\s?\]|\{\s?\})"
    r"|\btypeof [\w.]{1,40} ?[!=]==?"
    r"|\bif\s?\([^()\n]{1,100}(?:\(\))?[^()\n]{0,60}\)\s?\{|\belse\s?\{|=>\s?\{"
    r"|[{,]\s?\"[\w@-]{1,40}\"\s?:\s?(?:[\"\[{\d-]|true|false|null)"
    r"|@(?:media|font-face|import|keyframes)[^{};\n]{0,100}[{;]"
    r"|(?:(?<![\w.#])[.#][\w-]{1,60}[\w .#:>,-]{0,100}|[\w)\]*-])\s?\{\s?[a-z-]{2,30}\s?:\s?[^{};\n]{1,100}[;}]"
    r"|\b(?:display|margin|padding|width|height|color|font-size|font-family|background|border|position|line-height)"
    r"(?:-[a-z]{2,10})?\s?:\s?[#\w.%()!, -]{1,60};"
)
# What only a page's own script, style or data says; a lesson in programming may show any other code.
_PAGE = regex(
    r"\b(?:document|window|googletag|jQuery|localStorage|dataLayer|adsbygoogle|location|navigator)\s?[.=(\[|]"
    r"|\$\(|\b(?:gtag|fbq|__tcfapi|createElement|addEventListener|setTimeout|getElement\w{2,20}|querySelector|setAttribute"
    r"|appendChild|insertBefore)\s?\(|\(function\s?\(|\}\s?\)\s?\(\s?\)|\"@(?:context|type|id)\"|@(?:media|font-face|import|keyframes)\b"
    r"|[{;]\s{0,9}(?:display|margin|padding|width|height|color|font-size|font-family|background|border|position)\b"
    r"|\{\"\w{1,40}\":[^\n]{1,200}?,\s?\"\w{1,40}\":"
)
_REST = regex(
    r"\s*(?:[{}()\[\];,]{1,20}|//.*|/\*.*|\}.*|(?=.{0,300}[=(){}:]).{0,300}[;{]|.{0,120}\*/"
    r"|[.#@]?[\w .#:>,-]{1,80}\{(?:[^{}]{0,300}\})?"
    r"|\"[\w@-]{1,40}\"\s?:.{1,500}|</?(?:script|style)[^<>]{0,200}>)\s*"
)
_WRITTEN = regex(r"[^\W\d_a-zA-Z]{3}")
"""Letters that no code is written in."""
_CODE_SIGNS = "".join(map(chr, range(0x20, 0x7F)))
_SIGNS = "{}();=|\"':[]<>&"
MIN_SIGNS = 5
"""Least number of brackets, semicolons, quotes and equal signs in a piece of code."""
MIN_SIGN_SHARE = 0.04
"""Least share of such signs in the characters of a piece of code."""
MIN_ALONE_SIGNS = 4
"""The same where the code has a line for itself."""
MAX_BESIDE_CHARS = 12
"""Longest text, in code points, beside the code of a line that goes with the code."""
MIN_BLOCK_LINES = 3
"""Lines that weak signs of code have to fill together."""


class ScriptResidue(DocumentRule):
    """JavaScript, style sheets or JSON of the page in the text.

    Why it matters: code is no language of news; a model that reads it in articles writes it
    in articles.

    What to do: remove it; the extractor took the content of a script or style element for text.
    """

    code, name, severity = "ENC006", "script-residue", Severity.ERROR
    fix = "unsafe"
    examples = (
        Bad(
            "The vote is over.\n\n⟦(function () {\nvar e = document.createElement('script');\ne.async = true;\n})();⟧",
            fixed="The vote is over.",
        ),
        Bad('⟦{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "A vote"}⟧\nThe vote is over.'),
        Bad("⟦.share-box .item{display:none;margin:0 auto} @media (max-width:600px){.item{width:100%}}⟧\n\nEin Satz."),
        Bad(
            'Champs obligatoires ⟦document.getElementById("ak_js_1").setAttribute("value", (new Date()).getTime());⟧',
            fixed="Champs obligatoires",
        ),
        Bad("Слова.\n\n⟦window.dataLayer = window.dataLayer || []; dataLayer.push({'event': 'ad'});⟧\n\nЕщё слова."),
        Bad(
            "Ein Satz.\n\n⟦#head {\n  color: red;\n  margin: 0 auto;\n}⟧\n\nNoch ein Satz.",
            fixed="Ein Satz.\n\nNoch ein Satz.",
        ),
        Bad(
            "Плот закрыт⟦if (!document.getElementById('id1')) {⟧\n⟦var script = document.createElement('script');\n}⟧",
            fixed="Плот закрыт",
        ),
        Good("He closed the window. The document. was lost || found {again}.", why="words, not code"),
        Good("The set {1, 2, 3} has three members; so has {a; b; c}.", why="mathematics"),
        Good(
            "In C the function is:\n\nint t(int *a) { if (!a) { return -1; } return *a; }",
            why="a lesson in programming",
        ),
        Good("Developers may call window.open() from the page.", why="a name of code in a sentence"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each block of code lines, and for each piece of code beside a text."""
        if not _may_have(doc.text):
            return
        pieces = {line.index: span for line in doc.lines if (span := _code_in(line))}
        done = -1
        for index, span in pieces.items():
            if index <= done:
                continue
            is_weak = span.start == span.end
            if not is_weak and span != doc.lines[index].span:
                if _PAGE.search(doc.text, *span):
                    yield self._piece(doc, span)
                continue
            first, last = _block(doc, index, pieces, done)
            # Whatever a block is, none of its lines begins another: each line is looked at once.
            done = last.index
            if _is_code(doc, first, last, pieces) and _PAGE.search(doc.text, first.start, last.end):
                yield self._lines(doc, first, last)

    def _lines(self, doc: Document, first: Line, last: Line) -> Finding:
        count = last.index - first.index + 1
        return self.on_lines(
            doc,
            first,
            last,
            message=f'code in {count} line{"s" * (count > 1)}: "{excerpt(first.text[:200], 40)}"',
            confidence=0.98,
            evidence={"kind": "lines", "lines": count},
        )

    def _piece(self, doc: Document, span: Span) -> Finding:
        found = doc.text[span.start : span.end]
        start = span.start - (doc.text[span.start - 1 : span.start] == " ")
        return self.finding(
            f'code behind the text: "{excerpt(found[:200], 40)}"',
            span,
            confidence=0.95,
            evidence={"kind": "piece", "chars": len(found)},
            edits=[Edit(start, span.end)],
            fix_message="remove the code",
        )


def _may_have(text: str) -> bool:
    """Tell, at little cost, whether it is worth looking closely."""
    if "{" in text or ("|" in text and "||" in text):
        return True
    return ";" in text and ("()" in text or "')" in text or '")' in text)


def _code_in(line: Line) -> Span | None:
    """Return the code of a line, from its first to its last sign of code; None where there is none.

    An empty span at the line's start stands for a sign too weak to count without its neighbours.
    """
    matches = list(_CODE.finditer(line.text))
    if not matches:
        return None
    start = _glued_start(line.text, matches[0].start())
    end = max(matches[-1].end(), *(line.text.rfind(sign) + 1 for sign in ";})"))
    lead, trail = line.text[:start].strip(), line.text[end:].strip()
    has_lead, has_trail = _is_text(lead), _is_text(trail)
    code = line.text[start:end]
    signs = sum(map(code.count, _SIGNS))
    least = MIN_SIGNS if has_lead or has_trail else MIN_ALONE_SIGNS
    if signs < least or signs < MIN_SIGN_SHARE * len(code):
        return Span(line.start, line.start) if _REST.fullmatch(line.text) else None
    whole = line.span
    return Span(line.start + start if has_lead else whole.start, line.start + end if has_trail else whole.end)


def _glued_start(text: str, start: int) -> int:
    """Return where code begins: right behind letters that no code is written in, where it is glued to them."""
    glued = len(text[:start].rstrip(_CODE_SIGNS))
    is_glued = _WRITTEN.search(text[max(0, glued - 3) : glued]) and (text[glued].isalpha() or text[glued] in "$({!<@#")
    return glued if is_glued else start


def _is_text(beside: str) -> bool:
    """Tell whether what stands beside the certain code of a line is text, and no code of another kind."""
    if _WRITTEN.search(beside[-3:]):
        return True
    return len(beside) > MAX_BESIDE_CHARS and sum(map(beside.count, "{}();=|<>_")) * 20 < len(beside)


def _block(doc: Document, index: int, pieces: dict[int, Span], done: int) -> tuple[Line, Line]:
    """Return the first and last line of a block behind line `done`: code, and what looks like the rest of it."""
    first = last = index
    while first - 1 > done and _goes_with_code(doc.lines[first - 1], pieces):
        first -= 1
    while last + 1 < len(doc.lines) and _goes_with_code(doc.lines[last + 1], pieces):
        last += 1
    return doc.lines[first], doc.lines[last]


def _goes_with_code(line: Line, pieces: dict[int, Span]) -> bool:
    """Tell whether a line beside code is code, or looks like the rest of it; not where its code stands beside a text."""
    piece = pieces.get(line.index)
    if piece is not None and piece.start < piece.end:
        return piece == line.span
    return _REST.fullmatch(line.text) is not None


def _is_code(doc: Document, first: Line, last: Line, pieces: dict[int, Span]) -> bool:
    """Tell whether a line of a block is code without doubt, or whether its weak signs make a block with braces."""
    lines = doc.lines[first.index : last.index + 1]
    return any(pieces.get(line.index) == line.span for line in lines) or _is_code_block(lines)


def _is_code_block(lines: Sequence[Line]) -> bool:
    """Tell whether lines that are weak signs of code alone make a block with its braces."""
    text = "\n".join(line.text for line in lines)
    return len(lines) >= MIN_BLOCK_LINES and "{" in text and "}" in text
