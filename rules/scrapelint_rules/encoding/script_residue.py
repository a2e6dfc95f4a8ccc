"""ENC006 script-residue."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Severity, Span, excerpt, regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from re import Match

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
MIN_WRITTEN_RUNS = 4
"""From how many runs of letters on that no code is written in what is beside code is the article's."""
_WRITTEN = regex(r"[^\W\d_a-zA-Z]{3}")
"""Letters that no code is written in."""
_STRING = regex(
    r"(?<!\\)\"(?:[^\"\\\n]|\\.){0,2000}\"|(?<![\w\\])'(?:[^'\\\n]|\\.){0,2000}'|`[^`\n]{0,2000}`|/\*.{0,2000}?\*/"
)
"""Strings and comments, in which brackets and words say nothing of the code around them."""
_PROSE = regex(r"(?<![\w.$/*-])(?:[^\W\d_]{1,30}[,’']?[ \u00a0]{1,3}){4}[^\W\d_]|[^\W\d_a-zA-Z]{6}")
"""Five words in a row, or letters that no code is written in."""
_CALLS = regex(r"(?:\s{0,9}[;)}\]]|\s{0,9}[\w$.]{2,60}\([^()\n]{0,200}\)\s?;){1,200}")
"""What may follow the last sign of code: marks, and calls of functions."""
_GOES_ON = regex(r"\((?=[^()\n]{0,200}\)\s?(?:[;)]|\.[a-z]))|\[|\s?\{|\s?\.[\w$]{1,40}\s?[(.=\[]")
"""What follows a closed bracket where the same statement goes on."""
_TWO_WORDS = regex(r"[^\W\d_]{1,20}(?: [^\W\d_]{1,20})+[:?!.]?")
"""Words alone after the last character of code: the next heading of the article."""
_OPENING = "([{"
_BRACKET = regex(r"[()\[\]{}]")
_COMMENT_OPENS, _COMMENT_CLOSES = (
    regex(r"(?:<!--|/\*[^*\n]{0,80}\*/)\s{0,3}\Z"),
    regex(r"\s{0,3}(?://\s?)?(?:\]\]>|-->)"),
)
_CODE_SIGNS = "".join(map(chr, range(0x20, 0x7F)))
_SIGNS = "{}();=|\"':[]<>&"
COMMENT_CHARS = 90
"""How far before code the mark of its comment may begin, in code points."""
MIN_CHARS_A_SIGN = 20
"""Characters for each sign of code from which what is next to code is text."""
MIN_SIGNS = 5
"""Least number of brackets, semicolons, quotes and equal signs in a piece of code."""
MIN_SIGN_SHARE = 0.04
"""Least share of such signs in the characters of a piece of code."""
MIN_ALONE_SIGNS = 4
"""The same where the code has a line for itself."""
MAX_BESIDE_CHARS = 12
"""Longest text, in code points, beside the code of a line that goes with the code."""
MAX_REST_LINES = 20
"""Lines after a text with code that may be the rest of the code."""
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
            "The vote is over, the mayor said. ⟦/*! larn – v3.1.0 */ .pic{text-align:center}.pic a{display:inline-block}.pic a img{width:48px}⟧",
            fixed="The vote is over, the mayor said.",
        ),
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
        Bad(
            'La reunión terminó ayer.\n\n⟦ads.cmd.push(function() { ads.call("std", { id: siteId, target: x }); });⟧Uno de los '
            "puertos (Larn) abre en mayo (el día 3).",
            fixed="La reunión terminó ayer.\n\nUno de los puertos (Larn) abre en mayo (el día 3).",
        ),
        Bad(
            "⟦window.ads.push(function() { ads.show('a'); });⟧(8:00 p.m.) Die Stadt Larn hat den Plan beschlossen. "
            "⟦window.ads.push(function() { ads.show('b'); });⟧ Der Bau (zwei Jahre) beginnt im Mai.",
            fixed="(8:00 p.m.) Die Stadt Larn hat den Plan beschlossen. Der Bau (zwei Jahre) beginnt im Mai.",
        ),
        Bad(
            "⟦if (typeof window.ads === 'object') { window.ads.show('a'); }⟧(Reuters) The mayor of Larn has said so (twice).",
            fixed="(Reuters) The mayor of Larn has said so (twice).",
        ),
        Bad("Слова.\n\n⟦window.ads.push(function() { ads.show('a'); });⟧Порт открыт (с мая) для всех судов."),
        Bad(
            "Der Hafen von Larn ist offen. ⟦<!-- .box a.item img {width: 85px; height: 85px;} .box p { margin: 5px 0; } -->⟧ "
            "Lesen Sie auch, was der Rat dazu sagt.",
        ),
        Bad(
            "Port w Larn jest otwarty. ⟦<!-- #box a {color: #333333; margin: 0;} .box p { font-weight: bold; } -->⟧\n"
            "Burmistrz mówi, że to dobrze.",
        ),
        Bad(
            "Le plan est voté. ⟦function runAds(){ window.ads = function() { Ads.init({ account: 'a1', }); } }⟧ En bref",
            fixed="Le plan est voté. En bref",
        ),
        Bad(
            "Der Plan steht. ⟦function runAds(){ window.ads = function() { Ads.init({ account: 'a1', }); } }⟧ Das Fazit",
            fixed="Der Plan steht. Das Fazit",
        ),
        Good("He closed the window. The document. was lost || found {again}.", why="words, not code"),
        Good("The set {1, 2, 3} has three members; so has {a; b; c}.", why="mathematics"),
        Good(
            "In C the function is:\n\nint t(int *a) { if (!a) { return -1; } return *a; }",
            why="a lesson in programming",
        ),
        Bad(
            "ท่าเรือลาร์นเปิดอีกครั้งในวันจันทร์ นายกเทศมนตรีกล่าวกับผู้สื่อข่าวในตอนเช้า และผู้โดยสารทุกคนต้องรอเรือลำต่อไป\n"
            "เรือออกทุกสองชั่วโมงตั้งแต่วันจันทร์เป็นต้นไปwww.larn.examplevar cont=window.location.href;\n"
            '⟦cont=cont.replace("content","media/content");\n'
            'var head = document.getElementById("head").innerHTML;\n'
            'document.getElementById("head").innerHTML = head.replace("", "");⟧',
        ),
        Bad(
            'เรือออกทุกสองชั่วโมงตั้งแต่วันจันทร์เป็นต้นไปตลอดทั้งสัปดาห์⟦var head = document.getElementById("head") ;\n'
            'head.innerHTML = head.innerHTML.replace(/a/g,"");⟧',
        ),
        Good("Developers may call window.open() from the page.", why="a name of code in a sentence"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each block of code lines, and for each piece of code beside a text."""
        if not _may_have(doc.text):
            return
        pieces = {line.index: spans for line in doc.lines if (spans := _codes_in(line))}
        done = -1
        for index, spans in pieces.items():
            if index <= done:
                continue
            is_weak = spans[0].start == spans[0].end
            if not is_weak and spans[0] != doc.lines[index].span:
                for span in spans:
                    if _PAGE.search(doc.text, *span):
                        piece = _with_rest(doc, span)
                        done = doc.line_at(piece.end - 1).index
                        yield self._piece(doc, piece)
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
        before, rest = doc.text[span.start - 1 : span.start], doc.text[span.end : span.end + 1]
        start = span.start - (before == " " and not rest.strip())
        end = span.end + (before in ("", "\n") and rest == " ")
        is_between = before.strip() and rest.strip()
        return self.finding(
            f'code after the text: "{excerpt(found[:200], 40)}"',
            span,
            confidence=0.95,
            evidence={"kind": "piece", "chars": len(found)},
            edits=[Edit(start, end, " " if is_between else "")],
            fix_message="remove the code",
        )


def _may_have(text: str) -> bool:
    """Tell, at little cost, whether it is worth looking closely."""
    if "{" in text or ("|" in text and "||" in text):
        return True
    return ";" in text and ("()" in text or "')" in text or '")' in text)


def _codes_in(line: Line) -> list[Span]:
    """Return each piece of code in a line, from its first to its last sign of code.

    An empty span at the line's start stands for a sign too weak to count without its neighbours.
    """
    matches = list(_CODE.finditer(line.text))
    if not matches:
        return []
    parts = [_with_comment(line.text, *part) for part in _parts(line.text, matches)]
    edges = [0, *(edge for part in parts for edge in part), len(line.text)]
    found = [
        span
        for part, before, after in zip(parts, edges[:-2:2], edges[3::2], strict=True)
        if (span := _certain(line, Span(*part), before, after))
    ]
    return found or ([Span(line.start, line.start)] if _is_rest(line.text) else [])


def _certain(line: Line, part: Span, before: int, after: int) -> Span | None:
    """Return the code of a part of a line with what little is beside it, up to its neighbours; None for weak signs."""
    lead, trail = line.text[before : part.start].strip(), line.text[part.end : after].strip()
    has_lead, has_trail = _is_text(lead), _is_text(trail) or _TWO_WORDS.fullmatch(trail) is not None
    code = line.text[part.start : part.end]
    signs = sum(map(code.count, _SIGNS))
    least = MIN_SIGNS if has_lead or has_trail else MIN_ALONE_SIGNS
    if signs < least or signs < MIN_SIGN_SHARE * len(code):
        return None
    start, end = part.start if has_lead else before, part.end if has_trail else after
    whole = line.span
    return Span(max(whole.start, line.start + start), min(whole.end, line.start + end))


def _parts(text: str, matches: list[Match[str]]) -> list[tuple[int, int]]:
    """Return the pieces of code in a line with these signs of it; words of the article part them."""
    plain = _STRING.sub(lambda string: '"' * len(string[0]), text)
    parts: list[tuple[int, int]] = []
    start, sure = _glued_start(text, matches[0].start()), matches[0].end()
    for match in matches[1:]:
        if _PROSE.search(plain, sure, match.start()):
            parts.append((start, _code_end(plain, start, sure, match.start())))
            start = match.start()
        sure = match.end()
    return [*parts, (start, _code_end(plain, start, sure, len(text)))]


def _code_end(plain: str, start: int, sure: int, stop: int) -> int:
    """Return where code ends that is sure so far: where its brackets are closed, and never after words of the article."""
    prose = _PROSE.search(plain, sure, stop)
    stop = prose.start() if prose else stop
    end = _closed_at(plain, start, sure, stop)
    if end is None:
        return max(sure, *(plain.rfind(sign, sure, stop) + 1 for sign in ";})"))
    rest = _CALLS.match(plain, end, stop)
    return rest.end() if rest else end


def _closed_at(plain: str, start: int, sure: int, stop: int) -> int | None:
    """Return the first place, from the last sure one on, where all brackets are closed; None where one stays open."""
    depth, goes_on = 0, False
    for bracket in _BRACKET.finditer(plain, start, stop):
        if depth == 0 and bracket.start() >= sure and not goes_on:
            break
        # A piece of code may be cut at its start: a bracket that closes what is not seen does not count.
        depth = depth + 1 if bracket[0] in _OPENING else max(0, depth - 1)
        if depth == 0 and bracket.end() >= sure:
            goes_on = _GOES_ON.match(plain, bracket.end(), stop) is not None
            if not goes_on:
                return bracket.end()
    return None if depth else sure


def _with_comment(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where code begins and ends, with the marks of the comment that it is in."""
    opening, closing = (
        _COMMENT_OPENS.search(text, max(0, start - COMMENT_CHARS), start),
        _COMMENT_CLOSES.match(text, end),
    )
    return opening.start() if opening else start, closing.end() if closing else end


def _glued_start(text: str, start: int) -> int:
    """Return where code begins: right after letters that no code is written in, where it is glued to them."""
    glued = len(text[:start].rstrip(_CODE_SIGNS))
    is_glued = _WRITTEN.search(text[max(0, glued - 3) : glued]) and (text[glued].isalpha() or text[glued] in "$({!<@#")
    return glued if is_glued else start


def _is_text(beside: str) -> bool:
    """Tell whether what is next to the certain code of a line is text, and no code of another kind."""
    plain = _STRING.sub("", beside)
    if _WRITTEN.search(beside[-3:]) or _PROSE.search(plain) or _is_written(plain):
        return True
    signs, brackets = sum(map(beside.count, "{};=|<>_")), sum(map(beside.count, "()"))
    is_bracketed = not signs and beside.count(" ") > brackets
    return len(beside) > MAX_BESIDE_CHARS and (is_bracketed or (signs + brackets) * MIN_CHARS_A_SIGN < len(beside))


def _with_rest(doc: Document, piece: Span) -> Span:
    """Return code beside a text with the lines that look like the rest of it, where it goes on to the end of its line."""
    line = doc.line_at(piece.start)
    if piece.end < line.span.end:
        return piece
    below = takewhile(
        lambda other: not _CODE.search(other.text) and _is_rest(other.text),
        doc.lines[line.index + 1 : line.index + 1 + MAX_REST_LINES],
    )
    return Span(piece.start, max((other.span.end for other in below), default=piece.end))


def _block(doc: Document, index: int, pieces: dict[int, list[Span]], done: int) -> tuple[Line, Line]:
    """Return the first and last line of a block after line `done`: code, and what looks like the rest of it."""
    first = last = index
    while first - 1 > done and _goes_with_code(doc.lines[first - 1], pieces):
        first -= 1
    while last + 1 < len(doc.lines) and _goes_with_code(doc.lines[last + 1], pieces):
        last += 1
    return doc.lines[first], doc.lines[last]


def _goes_with_code(line: Line, pieces: dict[int, list[Span]]) -> bool:
    """Tell whether a line beside code is code, or looks like the rest of it; not where its code is beside a text."""
    found = pieces.get(line.index)
    if found is not None and found[0].start < found[0].end:
        return found == [line.span]
    return _is_rest(line.text)


def _is_rest(text: str) -> bool:
    """Tell whether a line looks like the rest of code, with no words of an article that it was glued to."""
    return _REST.fullmatch(text) is not None and not _is_written(_STRING.sub("", text))


def _is_written(plain: str) -> bool:
    """Tell whether words without strings are in letters that no code is written in."""
    return len(_WRITTEN.findall(plain)) >= MIN_WRITTEN_RUNS


def _is_code(doc: Document, first: Line, last: Line, pieces: dict[int, list[Span]]) -> bool:
    """Tell whether a line of a block is code without doubt, or whether its weak signs make a block with braces."""
    lines = doc.lines[first.index : last.index + 1]
    return any(pieces.get(line.index) == [line.span] for line in lines) or _is_code_block(lines)


def _is_code_block(lines: Sequence[Line]) -> bool:
    """Tell whether lines that are weak signs of code alone make a block with its braces."""
    text = "\n".join(line.text for line in lines)
    return len(lines) >= MIN_BLOCK_LINES and "{" in text and "}" in text
