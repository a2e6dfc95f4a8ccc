"""The shapes in which lines credit a picture, and the credits of a text that have one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import LinePattern, Span, ends_sentence, regex, script_of
from scrapelint_rules.credits._shared.agencies import AGENCIES, LINE_ENDS
from scrapelint_rules.credits._shared.pictures.data import is_data, is_in_state, is_of_table, is_over_data
from scrapelint_rules.credits._shared.pictures.galleries import is_headline_of_pictures
from scrapelint_rules.credits._shared.pictures.picture_words import SOURCES
from scrapelint_rules.credits._shared.pictures.told import (
    cites_agency,
    closes_sentence,
    is_in_address,
    is_in_brackets_of_story,
    is_in_item,
    is_in_record,
    is_in_sentence,
    is_named_by_story,
    is_piece,
    names_agency_alone,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from scrapelint.plugin import Document, Line

_LABELS = (
    "photo", "photos", "photo credit", "photograph", "photograph courtesy", "photo courtesy", "photo illustration",
    "image", "images", "image credit", "image source", "image courtesy", "picture", "pictures", "picture credit", "pic",
    "credit", "credits", "illustration", "foto", "fotos", "fotografía", "fotograf", "fotoğraf", "bild", "bilder",
    "bildquelle", "bildnachweis", "symbolbild", "symbolfoto", "archivbild", "archivfoto", "crédit", "crédit photo",
    "crédits", "crédit image", "photo d'illustration", "crédito", "créditos", "imagen", "imagem", "immagine", "credito",
    "foto di", "kép", "fotó", "kuva", "valokuva", "billede", "bilde", "zdjęcie", "fot", "zdroj", "snímek", "фото",
    "фотография", "изображение", "снимка", "φωτογραφία", "ljósmynd", "mynd", "nuotr", "ảnh", "nguồn ảnh", "ภาพ", "צילום",
    "صورة", "عکس", "फोटो", "ছবি", "写真", "画像", "图片", "图片来源", "图源", "供图", "圖片", "照片", "圖", "사진", "자료사진", "사진제공",
)  # fmt: skip
_AGENCY, _LABEL = {"agency": AGENCIES}, {"label": _LABELS}
_LABEL_LITERALS = tuple(label + mark for label in _LABELS for mark in (":", " :", "=", " =", "/"))
_BY = r"(?:Photo|Photograph|Picture|Image|Illustration|PHOTO|Cartoon)s?(?i: (?:by|courtesy of|courtesy|credit|via))"
_BY_LITERALS = tuple(
    f"{what} {how}"
    for what in (
        "photo",
        "photos",
        "photograph",
        "picture",
        "image",
        "images",
        "illustration",
        "cartoon",
        "photographs",
    )
    for how in ("by", "courtesy", "credit", "via")
)
_NAME = r"[^\W\d_][\w.'’\-]{0,24}"
_PEOPLE = rf"{_NAME}(?:[ ,&]{{1,2}}{_NAME}){{0,5}}"
_WHOLE_NAME = rf"{_NAME}+"
_WHOLE_PEOPLE = rf"{_WHOLE_NAME}(?:[ ,&]{{1,2}}+{_WHOLE_NAME}){{0,5}}+"
"""The same, never cut shorter: for a place where what follows is no part of a name."""
_END = r"[\s.)\]】]{0,4}$"
_PAIR = regex(r"^[^/]{3,40}/[^/]{3,40}$")
_PERSON = r"(?:[^\W\d_a-z][\w.'’\-]{1,24}+ ){1,3}+[^\W\d_a-z][\w.'’\-]{1,24}+"
"""First names and a surname, each with a capital."""
_AGENCIES_BEFORE = "reuters,afp,ap,epa,dpa,ansa,tass,xinhua,bloomberg,efe,apa,ntb,tt,lehtikuva,ritzau scanpix,belga,anp,pap,ctk,mti,kyodo"
_AGENCY_LITERALS = tuple(f"{name}/" for name in _AGENCIES_BEFORE.split(","))


class Kind(NamedTuple):
    """A shape of credit lines, with what was measured for it."""

    name: str
    pattern: LinePattern
    max_line_chars: int
    confidence: float


# The shapes in the order in which they are tried; each is run only on lines with one of its literals.
KINDS = (
    Kind("agency-in-brackets", LinePattern(rf"\([^()]{{0,90}}\b(?P>agency)\b[^()\w]{{0,2}}[^()]{{0,20}}{_END}", LINE_ENDS, words=_AGENCY), 600, 0.97),
    Kind(
        "agency-after-name",
        LinePattern(rf"(?:{_WHOLE_PEOPLE} ?[/|]|\b[Vv]ia|\b[Cc]ourtesy of|©|\bAP Photo/{_PEOPLE}) ?(?P>agency)(?: ?/ ?(?P>agency)| via (?P>agency))?{_END}", LINE_ENDS, words=_AGENCY),
        600,
        0.97,
    ),
    Kind("agency-after-caption", LinePattern(rf"[.!?…\"”] ?\(?(?P>agency){_END}", LINE_ENDS, words=_AGENCY), 180, 0.9),
    Kind("label-before", LinePattern(r"^\W{0,3}(?i:(?P>label)) ?[:：=/／] ?\S.{0,118}$", _LABEL_LITERALS, words=_LABEL), 130, 0.95),
    Kind("label-after", LinePattern(rf"(?:[\s.,(\[【\"”’'…!?]|(?<=[^\W\d_])(?=[A-ZА-Я]))(?i:(?P>label)) ?[:：=] ?(?=[^\W\d_])(?:[^:!?\s]{{1,30}}\s){{0,6}}[^:!?\s]{{1,30}}(?<!\.\.){_END}", _LABEL_LITERALS, words=_LABEL), 250, 0.95),
    Kind("credit-by", LinePattern(rf"{_BY} ?:? ?(?:{_PEOPLE}|the [^.]{{2,30}})(?: ?[/|,] ?{_PEOPLE}| (?:via|for) {_PEOPLE}){{0,3}}{_END}", _BY_LITERALS), 500, 0.98),
    Kind("copyright-after", LinePattern(rf"[.!?…][\"”]? ?© ?[^\W\d_](?:(?![^\W\d_]{{3}}[.!?] [^\W\d_]).){{2,50}}{_END}", ("©",)), 400, 0.9),
    Kind("file-photo", LinePattern(r"^(?:FILE|File|ARCHIV|FILES|ARCHIVO)(?: (?:PHOTO|photo|Photo|FOTO|IMAGE|image|picture))?s? ?[-–—:] ?\S", ("\nfile ", "\nfiles ", "\nfile:", "\nfile-", "\narchiv ", "\narchivo ")), 600, 0.9),
    Kind("caption-label", LinePattern(r"^(?:Image|Media|Photo) (?:caption|copyright)\b", ("\nimage caption", "\nimage copyright", "\nmedia caption", "\nphoto caption", "\nmedia copyright")), 500, 0.98),
    Kind(
        "agency-before-name",
        LinePattern(rf"(?:^|[.!?…\"”)] ?)\(?(?P>agency) ?/ ?{_WHOLE_PEOPLE}(?: ?/ ?[^\W\d_][\w ]{{1,20}}+)?{_END}", _AGENCY_LITERALS, words=_AGENCY),
        600,
        0.9,
    ),
    Kind("name-in-brackets", LinePattern(rf"[(\[]{_PERSON} ?/ ?[^\W\d_a-z][^()\[\]/\d]{{1,40}}[)\]]{_END}", ("/",)), 600, 0.9),
    Kind("name-alone", LinePattern(rf"^{_PERSON} ?/ ?[^\W\d_a-z][\w.]{{1,20}}$", ("/",)), 60, 0.9),
)  # fmt: skip

OF_PICTURES = frozenset(
    {"credit-by", "name-in-brackets", "name-alone", "agency-before-name", "file-photo", "caption-label"}
)
"""Shapes that credit a picture and never the story, so that a text does not end with them either."""
OF_AGENCIES = frozenset(
    {"agency-in-brackets", "agency-after-name", "agency-after-caption", "agency-before-name", "name-in-brackets"}
)
"""Shapes with which an agency or a journalist signs a story as well."""
_NAMED = ("label-before", "label-after", "credit-by")
"""Shapes that end with a name."""
MAX_FLAT_SPACES = 7
"""Spaces of a credit that ends with a name, where the line breaks are lost: a longer one has run into a headline."""
_MARKS_BEFORE = " .,!?…\"”’'"
"""What a match may begin with that ends the sentence before it."""
_CAPTION_END = regex(r"[^\W\d_]{3}[.!?…][\"”’]? (?=[^\W\d_a-z])")
"""The end of a caption before the name of who took the picture."""
_NAMED_ALONE = regex(
    r"^(\W{0,3}[^\W\d_]{3,20} ?[:=] ?(?:[^\W\d_a-z][\w'’-]{1,24} ){1,3}[^\W\d_a-z][\w'’-]{1,24}\.)"
    r"\s+[^\W\d_a-z](?:\S{1,40}\s+){4,30}\S{1,40}[.!?]\s*$"
)
"""A label and a name, and after them a sentence of the article on the same line."""
_SENTENCE_AFTER = regex(r"[(\[][^()\[\]]{1,100}[)\]] [^\W\d_]\S{0,30}(?: \S{1,30}){2,80}[.!?]\W*$")
"""A credit in brackets with a sentence after it."""
_DATELINE = regex(r"\s{0,9}[^\W\d_a-z][^()\n]{1,60}\([^()\n]{2,30}\) ?[-–—] ")
"""A place and an agency in brackets before a dash, as they open a story: "LARN (Reuters) - The port"."""
_CREDIT = regex(r"(?i)\s{0,3}cr[eé]dit[os]?s? ?: ?([^/|©,]{20,}[^/|©,.])$")
_SMALL_WORD = regex(r"(?<![\w-])(?!(?:by|of|from|for|the|via|and|courtesy)\b)[a-z]{2,}(?![\w-])")
MIN_SMALL_WORDS = 5
"""Words in small letters, beside those between names, of which no credit has as many."""
_LABEL_BEFORE = regex(
    rf"(?<![^\W\d_])(?i:{'|'.join(sorted((*_LABELS, *SOURCES), key=len, reverse=True))}|nyitókép|borítókép)(?i: forrása)? ?[:：=] ?$"
    rf"|(?<=[^\W\d_])(?:{'|'.join(label.capitalize() for label in _LABELS if len(label) > 3)}|Nyitókép|Borítókép) ?[:：=] ?$"
)
"""A label that a credit follows, or that is glued to the story with its capital."""
_BEFORE_AGENCY = regex(
    rf"\W{{0,3}}(?:(?i:{'|'.join(sorted(_LABELS, key=len, reverse=True))})(?: ?[:=/]| by) ?)?(?:[^\W\d_a-z][\w.'’-]{{0,24}}(?: ?/ ?| )){{0,6}}$"
)
"""Names, perhaps after a label: all of a credit before its agency."""
_NAMES_BEFORE = regex(rf"{_NAME}(?: ?/ ?{_NAME}| {_NAME}){{0,8}}(?: ?/)? ?$")
"""Names, perhaps with slashes between them, before the agency of a credit."""
_INITIALS = regex(r"(?<!\S)[a-zß-ÿ]{2,4} ?/ ?$")
"""Who signs, before a slash: "osg / larn.example / PAP"."""
MAX_NAMES_CHARS = 80
"""How far before an agency the names that go with it are looked for, in code points."""
MAX_LABEL_CHARS = 30
"""Longest label before a credit, in code points: further on is a sentence."""


class Credit(NamedTuple):
    """A line in the shape of a credit, and where that is on it."""

    kind: Kind
    line: Line
    match: re.Match[str]
    is_flat: bool
    """Whether the text has lost its line breaks, so that the line is a sentence."""

    @property
    def lead(self) -> int:
        """How many code points of the match come before the credit: the end of a caption and its marks."""
        text = self.match.group()
        marks = len(text) - len(text.lstrip(_MARKS_BEFORE))
        return marks if self.is_flat else max([marks, *(end.end() for end in _CAPTION_END.finditer(text))])

    @property
    def words(self) -> str:
        """The words of the credit, without what comes before it and marks at its edges."""
        return self.match.group()[self.lead :].strip(" .,(")

    @property
    def span(self) -> Span:
        """Where the credit is in the text, with its label."""
        line, start = self.line, self.match.start() + self.lead
        is_labelled = self.kind.name == "label-after" and line.text[start : start + 1] not in {"(", "["}
        first = line.start + start if is_labelled else _start_of(line, start, is_flat=self.is_flat)
        return Span(first, line.start + self.match.end())

    @property
    def named(self) -> Span | None:
        """A label and the name after it, where a sentence of the article follows on the line; None else."""
        named = _NAMED_ALONE.match(self.line.text) if self.kind.name == "label-before" else None
        return Span(self.line.span.start, self.line.start + named.end(1)) if named else None

    @property
    def is_headline(self) -> bool:
        """Whether a credit that ends with a name is too long for one: a headline ran into it, where the line breaks are lost."""
        return self.kind.name in _NAMED and self.words.count(" ") > MAX_FLAT_SPACES


def shaped_credits(doc: Document) -> dict[int, Credit]:
    """Return the credits of a text that have a known shape, the first that fits, by the index of their line."""
    found: dict[int, Credit] = {}
    for kind in KINDS:
        for line, match in doc.matches(kind.pattern):
            if line.index not in found and _is_credit(doc, kind, line, match):
                found[line.index] = Credit(kind, line, match, doc.is_flat)
    return found


def _is_credit(doc: Document, kind: Kind, line: Line, match: re.Match[str]) -> bool:
    """Tell whether a line in the shape of a credit is one, not a sentence with its source or the data of a film."""
    if is_piece(doc, line) or is_of_table(doc, line) or is_in_record(line):
        return False
    if len(line.text) > kind.max_line_chars or (doc.is_flat and ends_sentence(line.text)) or names_agency_alone(line):
        return False
    told = _TOLD.get(kind.name)
    return told is None or told(doc, line, match)


_TOLD: dict[str, Callable[[Document, Line, re.Match[str]], bool]] = {
    "agency-in-brackets": lambda _, line, match: (
        not cites_agency(match.group())
        and not (_DATELINE.match(line.text) and is_in_brackets_of_story(line, match.start()))
    ),
    "agency-after-name": lambda doc, line, match: (
        not (is_named_by_story(line, match) or is_in_address(line, match.end() - 1) or is_in_state(doc, line))
        and line.text[max(0, match.start() - 1) : match.start()] != "/"
    ),
    # A story may close with its agency: ". PTI" after the last paragraph is no caption.
    "agency-after-caption": lambda doc, line, _: line.index < doc.body_range[1],
    "label-before": lambda doc, line, _: (
        not (is_data(doc, line) or is_headline_of_pictures(doc, line) or is_on_loans(line))
    ),
    "label-after": lambda _, line, match: (
        not is_in_sentence(line, match.start()) and _SENTENCE_AFTER.match(match.group()) is None
    ),
    "name-in-brackets": lambda doc, line, match: (
        not (
            closes_sentence(match.group())
            or is_in_item(line, match.start())
            or _repeats(match.group())
            or _is_among_placed(doc, line)
        )
    ),
    "name-alone": lambda doc, line, _: (
        not (
            _is_among_pairs(doc, line) or _is_in_two_scripts(line) or is_in_state(doc, line) or is_over_data(doc, line)
        )
    ),
}
"""Of a kind, what tells a credit from words of the story."""
_PLACED = regex(r"\s{0,4}(?:[^\W\d_a-z][\w'’.-]{1,24} ){1,4}\([^\W\d_a-z][^()]{1,60}\)\s*$")
MIN_PLACED = 2
"""Names with a bracket on lines of their own, from which one with a slash in it is a further one of them."""


def is_on_loans(line: Line) -> bool:
    """Tell whether a line is a heading on credit, as money is lent: "Credit: Household debt looks solid as a rule"."""
    told = _CREDIT.match(line.text)
    return told is not None and len(_SMALL_WORD.findall(told[1])) >= MIN_SMALL_WORDS


def _is_among_placed(doc: Document, line: Line) -> bool:
    """Tell whether a line is a name and a bracket, as others of the text are without a slash: people and their towns."""
    if _PLACED.match(line.text) is None:
        return False
    placed = doc.once(_placed)
    return len(placed) - (line.index in placed) >= MIN_PLACED


def _placed(doc: Document) -> frozenset[int]:
    """Return the numbers of the lines that are a name and its place, and name no agency as well."""
    return frozenset(line.index for line in doc.lines if "/" not in line.text and _PLACED.match(line.text))


def _repeats(bracket: str) -> bool:
    """Tell whether one word is on both sides of a slash: "(Play Store/Apple Store)" names two of a kind."""
    before, after = (frozenset(side.strip(" ()[].").lower().split()) for side in bracket.split("/")[:2])
    return not before.isdisjoint(after)


def _start_of(line: Line, start: int, *, is_flat: bool) -> int:
    """Return where a credit begins whose agency is at a place of a line: with its label, and the names after that."""
    before = line.text[:start]
    if is_flat and _BEFORE_AGENCY.match(before):
        return line.span.start
    if initials := _INITIALS.search(before):
        return line.start + initials.start()
    names = _NAMES_BEFORE.search(before, max(0, start - MAX_NAMES_CHARS))
    label = _label_chars(before[: names.start()]) if names else 0
    return line.start + (names.start() - label if names and label else start - _label_chars(before))


def _label_chars(before: str) -> int:
    """Return the length of the label that ends what comes before a credit, with its space; 0 where there is none."""
    label = _LABEL_BEFORE.search(before, max(0, len(before) - MAX_LABEL_CHARS))
    return len(label[0]) if label else 0


def _is_in_two_scripts(line: Line) -> bool:
    """Tell whether two words beside each other are of two scripts: a language in a menu, with its own name for itself."""
    return len({script_of(word[0]) for word in line.text.partition("/")[0].split()}) > 1


def _is_among_pairs(doc: Document, line: Line) -> bool:
    """Tell whether a line is in a list of pairs, of players or parties."""
    return any(other and _PAIR.search(other.text) for other in (doc.before(line), doc.after(line)))
