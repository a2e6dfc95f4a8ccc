"""ENC005 invisible-char."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Edit, Good, Severity, by_line, language_of, regex, unusual_chars
from scrapelint_rules.encoding._shared.edits import trimmed
from scrapelint_rules.encoding._shared.fields import TextRule
from scrapelint_rules.encoding._shared.unusual_characters import between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding

_BREAKS = "\x0b\x0c\x1c\x1d\x1e\u2028\u2029"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_JOINERS = "\u200c\u200d"
_CLASS = (
    f"\x00-\x08\x0e-\x1b\x1f\x7f{_BREAKS}\xad{_BIDI}{_JOINERS}"
    "\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc"
    "\U000e0001\U000e0020-\U000e007f"
)
_INVISIBLE = regex(f"[{_CLASS}]++")
_IS_INVISIBLE = regex(f"[{_CLASS}]")
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd"
_ICON = regex(f"(?:(?<=\\s)|(?<![^\\s]))[{_PRIVATE}]++(?=\\s|\\Z)")
"""A letter of an icon font, which stands by itself; within words it may be a letter that Unicode has not."""
_CHAT_MARK = "\ue200"
_SELECTOR = regex("(?:(?<=[\\s(])|(?<![^\\s]))\ufe0f+|(?<=[a-zA-Z.,;])\ufe0f+")
"""A request for the coloured form of a pictograph that is gone."""
_MONGOLIAN = ("\u1800", "\u18aa")
_IS_BIDI = regex(f"[{_BIDI}]")
_FLAG_TAIL = regex("(?<=\U0001f3f4)[\U000e0020-\U000e007f]{2,7}\\Z")
_RIGHT_TO_LEFT = ("\u0590", "\u08ff")
# Scripts whose spelling needs joiners: Arabic to Syriac and N'Ko, the Indic ones to Sinhala, Myanmar, Khmer, Mongolian.
_JOINED = (("\u0600", "\u08ff"), ("\u0900", "\u0dff"), ("\u1000", "\u109f"), ("\u1780", "\u18af"), ("\ufb50", "\ufeff"))
# Scripts written without spaces, which mark the end of a word by U+200B: Thai, Lao, Tibetan, Myanmar, Khmer.
_UNSPACED = (("\u0e00", "\u0fff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u1950", "\u1aad"))
_WORD_END = regex("[{0}]\u200b[{0}]".format("".join(f"{first}-{last}" for first, last in _UNSPACED)))
"""The end of a word where it is needed: elsewhere in such a text it is harmless."""
_HYPHEN = "\xad"
_HYPHEN_JOINS = frozenset({"fa"})
"""Languages in whose words a soft hyphen is in the place of the non-joiner, as word processors wrote it."""
_NO_JOINERS = regex(f"[^{_JOINERS}]++")
_MISREAD_LEADS = frozenset("ÃÂÐÑÄÅØÙÎÏ¡¢£¤¥¦§¨ª¬®¯°±²³´µ¶·¸¹º¼½¾")
_TOLD_CHARS = 4_000
"""Code points from which the language of a text is told."""
_MAX_ADDRESS_CHARS = 80
"""How far to the left an address or a sentence may begin, in code points."""
_CLOSES = regex(r"(?:[^\W\d_]{3}[\"”’»)]?[.!?…][\"“”’»)]?|(?:https?://|pic\.twitter\.com/|www\.)\S{3,70}[^\W_])\Z")
"""The end of a sentence, or of an address."""
_OPENS = regex(r"[\"“„«(]?[^\W\d_a-zß-öø-ÿа-џα-ώ][^\W\d_A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]")
"""A word with a capital, or of a script without any."""
_NAMES = {
    "\u200b": "zero-width space", "\u200c": "zero-width non-joiner", "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark", "\u200f": "right-to-left mark", "\xad": "soft hyphen", "\ufeff": "byte order mark",
    "\u2060": "word joiner", "\u2028": "line separator", "\u2029": "paragraph separator", "\x0c": "form feed",
    "\ufffc": "object replacement character", "\x00": "null character",
}  # fmt: skip


class InvisibleChar(TextRule):
    """A character that nobody sees: zero-width, directional, control, soft hyphen.

    Why it matters: it splits words for search, for counting and for tokenisers, and it can
    hide text or a watermark.

    What to do: take it out. Joiners that a script or an emoji needs, and directional marks in
    Hebrew and Arabic, are left alone.
    """

    code, name, severity = "ENC005", "invisible-char", Severity.WARNING
    fix = "safe"
    examples = (
        Bad("The mini⟦\u200b⟧ster left.", fixed="The minister left."),
        Bad("Bundes⟦\xad⟧kanz\xadler", fixed="Bundeskanzler"),
        Bad("Il a dit⟦\u2028⟧que non.", fixed="Il a dit\nque non."),
        Bad("One.⟦\ufeff⟧ Two.\nThree⟦\x08⟧.", fixed="One. Two.\nThree."),
        Bad("The vote⟦\u200e⟧ was close.", fixed="The vote was close."),
        Bad("⟦\ue001 ⟧The minister left.", fixed="The minister left."),
        Bad("⟦\ufe0f⟧The minister left.", fixed="The minister left."),
        Bad(
            "Ministr o tom psal na síti. pic.twitter.com/faS1UPspp5⟦\u200b⟧Sál pojme pět tisíc lidí.",
            fixed="Ministr o tom psal na síti. pic.twitter.com/faS1UPspp5 Sál pojme pět tisíc lidí.",
        ),
        Bad(
            "They are not jailed for their opinions.⟦\u200b⟧But the mayor of Larn did not agree.",
            fixed="They are not jailed for their opinions. But the mayor of Larn did not agree.",
        ),
        Bad("Мост закрыт до мая.⟦\u200b⟧Мэр не согласен.", fixed="Мост закрыт до мая. Мэр не согласен."),
        Bad(
            "See https://larn.example/⟦\u200b⟧Harbour and e.g.\u200bOrlo.",
            fixed="See https://larn.example/Harbour and e.g.Orlo.",
        ),
        Good("ᠪᠠᠢᠭᠠᠯ\u180eᠠ", why="Mongolian spelling needs the separator"),
        Good("❄\ufe0f snow, 1\ufe0f\u20e3 first, ©\ufe0f", why="pictographs in colour"),
        Good("می‌خواهم و کتاب‌ها", why="Persian spelling needs the non-joiner"),
        Bad("او می⟦\xad⟧\u200cکند", fixed="او می\u200cکند"),
        Bad(
            "او گفت که زنده⟦\xad⟧ام و از راه دور به خانه آمدم تا شما را ببینم. این را شهردار گفت و افزود که کار پل تا پاییز به پایان می\u200cرسد.",
            fixed="او گفت که زنده\u200cام و از راه دور به خانه آمدم تا شما را ببینم. این را شهردار گفت و افزود که کار پل تا پاییز به پایان می\u200cرسد.",
        ),
        Good("क्‍ष और न्‍याय", why="Hindi spelling needs the joiner"),
        Good(
            "A family 👨\u200d👩\u200d👧 and 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
            why="emoji",
        ),
        Good("\ufeffThe text begins with a mark of its encoding.", why="a byte order mark at the start"),
        Good("השר אמר \u200e(BBC)\u200f אתמול", why="Hebrew around Latin letters"),
        Good("ภาษา\u200bไทย", why="Thai marks the ends of words"),
        Good("កំពង់ផែ\u200bលើក (Orlo)\u200b បើក\u200bវិញ។\n\u200b", why="a program has marked the ends of all words"),
    )

    def check_text(self, text: str) -> Iterator[Finding]:
        """Yield one finding for each line with such characters, on the first; its fix takes all of them out."""
        chars = unusual_chars(text)
        shown = "".join(chars)
        if not chars or (not _IS_INVISIBLE.search(shown) and not _IS_ICON.search(shown)):
            return
        found = [*_removals(text, right_to_left=between(chars, *_RIGHT_TO_LEFT)), *_icons(text, chars)]
        for edits in by_line(text, sorted(found)):
            first = edits[0]
            count = sum(edit.end - edit.start for edit in edits)
            shown = _called(text[first.start : first.end].strip()[:1] or text[first.start])
            yield self.finding(
                f"{count} invisible character{'s' * (count > 1)} in the line: {shown}",
                (first.start, first.end),
                confidence=0.99,
                evidence={"kind": shown, "count": count},
                edits=edits,
                fix_message="remove the character" if count == 1 else "remove the characters",
            )


_IS_ICON = regex(f"[{_PRIVATE}\ufe0f]")


def _icons(text: str, chars: frozenset[str]) -> Iterator[Edit]:
    """Yield letters of icon fonts and what is left of pictographs, each with one space beside it."""
    if _CHAT_MARK not in chars and _IS_PRIVATE.search("".join(chars)):
        yield from (trimmed(text, *match.span()) for match in _ICON.finditer(text))
    if "\ufe0f" in chars:
        yield from (Edit(*match.span()) for match in _SELECTOR.finditer(text))


_IS_PRIVATE = regex(f"[{_PRIVATE}]")


def _removals(text: str, *, right_to_left: bool) -> Iterator[Edit]:
    marks_words = "\u200b" in text and _WORD_END.search(text) is not None
    joins = right_to_left and _HYPHEN in text and language_of(text[:_TOLD_CHARS]) in _HYPHEN_JOINS
    for match in _INVISIBLE.finditer(text):
        start, end = match.span()
        if start == 0 and text[0] == "\ufeff":
            start = 1
        if start == end or (marks_words and not text[start:end].strip("\u200b")):
            continue
        if _is_needed(text, start, end, right_to_left=right_to_left):
            continue
        if not _is_joined(text, start, end):
            yield Edit(start, end, _left(text, start, end))
        elif text[start:end] == _HYPHEN:
            yield Edit(start, end, "\u200c" if joins else "")
        else:
            yield from (Edit(start + one.start(), start + one.end()) for one in _NO_JOINERS.finditer(text[start:end]))


def _is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a run comes between two letters of a script that needs joiners, whatever else is in it."""
    return _lies_in(text[start - 1 : start], _JOINED) and _lies_in(text[end : end + 1], _JOINED)


def _is_needed(text: str, start: int, end: int, *, right_to_left: bool) -> bool:
    """Tell whether the script around a run asks for it."""
    # Half of a misread letter ("Ã\xad" for "í"): not invisible, but wrong, and mended by decoding.
    if text[start] == _HYPHEN and text[max(0, start - 1) : start] in _MISREAD_LEADS:
        return True
    run, before, after = text[start:end], text[max(0, start - 1) : start], text[end : end + 1]
    if right_to_left and not _IS_BIDI.sub("", run).strip(_JOINERS):
        return True
    if not run.strip(_JOINERS):
        return _lies_in(before, _JOINED) or _lies_in(after, _JOINED) or (before > "\u2000" and after > "\u2000")
    if run == "\u180e":
        return _lies_in(before, (_MONGOLIAN,)) and _lies_in(after, (_MONGOLIAN,))
    if not run.strip("\u200b"):
        return _lies_in(before, _UNSPACED) or _lies_in(after, _UNSPACED)
    return bool(_FLAG_TAIL.search(text[max(0, start - 1) : end]))


def _lies_in(char: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= char <= last for first, last in ranges)


def _left(text: str, start: int, end: int) -> str:
    """Return what stays of a run: a line break where it was one and no other is beside it, or a space.

    A space, where nothing else parts a sentence, or an address, from the sentence after it.
    """
    if not any(char in _BREAKS for char in text[start:end]):
        is_parting = _OPENS.match(text, end) and _CLOSES.search(text, max(0, start - _MAX_ADDRESS_CHARS), start)
        return " " if is_parting else ""
    return "" if text[start - 1 : start] in ("", "\n") or text[end : end + 1] in ("", "\n") else "\n"


def _called(char: str) -> str:
    if _IS_PRIVATE.match(char):
        return f"icon U+{ord(char):04X}"
    return _NAMES.get(char) or (f"U+{ord(char):04X}")
