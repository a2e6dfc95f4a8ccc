"""What an author names below the article: notes, sources, works to read on."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from scrapelint.plugin import Document, Line

_FURTHER = frozenset({
    "further reading", "for further reading", "suggested reading", "recommended reading", "to go further",
    "weiterführende literatur", "zum weiterlesen", "literaturtipps", "pour aller plus loin", "pour en savoir plus",
    "à lire / à voir", "à lire", "lectures conseillées", "para saber más", "lecturas recomendadas", "para saber mais",
    "leituras recomendadas", "leituras complementares", "per approfondire", "letture consigliate", "om verder te lezen",
    "verder lezen", "meer lezen", "videre læsning", "videre lesing", "vidare läsning", "lisälukemista", "polecana literatura",
    "дополнительная литература", "что почитать", "додаткова література", "قراءات إضافية",
})  # fmt: skip
"""Headings over works to read on, an author's or a page's."""
_AUTHORS = frozenset({"pour aller plus loin", "further reading", "for further reading", "to go further", "zum weiterlesen",
                      "weiterführende literatur", "literaturtipps", "дополнительная литература"})  # fmt: skip
"""Those that are mostly an author's where a colon is written after them: on eight pages all were."""

_HEADINGS = _FURTHER | frozenset({
    "notes", "note", "footnotes", "endnotes", "references", "reference", "sources", "source", "bibliography",
    "works cited", "source(s", "notes and references", "notes and sources", "sources and further reading",
    "fußnoten", "fussnoten", "anmerkungen", "quellen", "quelle", "quellenangaben", "literatur", "literaturverzeichnis",
    "literaturhinweise", "quellen und literatur", "einzelnachweise",
    "bibliographie", "notes de bas de page", "références", "références bibliographiques", "notes et références", "webographie",
    "sources et références", "notas", "notas al pie", "fuentes", "fuentes consultadas", "referencias", "bibliografía",
    "referencias bibliográficas", "notas de rodapé", "fontes", "referências", "referências bibliográficas", "bibliografia",
    "fonti", "riferimenti", "riferimenti bibliografici", "note bibliografiche", "notes i referències", "fonts",
    "noten", "voetnoten", "bronnen", "bronnenlijst", "literatuur", "literatuurlijst", "kilder", "fotnoter", "referanser",
    "referencer", "litteratur", "litteraturliste", "källor", "referenser", "noter", "lähteet", "viitteet", "kirjallisuus",
    "allikad", "viited", "avoti", "atsauces", "šaltiniai", "literatūra", "źródła", "przypisy", "zdroje", "poznámky",
    "literatura", "použitá literatura", "források", "jegyzetek", "hivatkozások", "irodalom", "surse", "referințe",
    "bibliografie", "izvori", "reference i izvori", "viri", "opombe", "burime", "referenca", "πηγές", "σημειώσεις",
    "βιβλιογραφία", "παραπομπές", "источники", "примечания", "сноски", "литература", "список литературы", "ссылки",
    "джерела", "примітки", "література", "посилання", "източници", "бележки", "извори", "литература и извори",
    "kaynaklar", "kaynak", "kaynakça", "dipnotlar", "notlar", "mənbələr", "المصادر", "المراجع", "مصادر", "مراجع", "الهوامش",
    "المصادر والمراجع", "منابع", "پی‌نوشت‌ها", "منابع و مآخذ", "ماخذ", "حوالہ جات", "حوالے", "מקורות", "הערות שוליים", "संदर्भ", "स्रोत",
    "तथ्यसूत्र", "তথ্যসূত্র", "সূত্র", "ஆதாரங்கள்", "மேற்கோள்கள்", "సూచనలు", "അവലംബം", "sumber", "referensi", "daftar pustaka", "catatan",
    "catatan kaki", "rujukan", "nguồn", "nguồn tham khảo", "tài liệu tham khảo", "chú thích", "อ้างอิง", "แหล่งที่มา", "แหล่งอ้างอิง",
    "เชิงอรรถ", "参考文献", "参考資料", "参考资料", "出典", "脚注", "注", "注釈", "注释", "註釋", "註", "參考資料", "參考文獻", "资料来源",
    "資料來源", "참고문헌", "참고자료", "참고 자료", "출처", "각주", "주석", "vyanzo", "marejeo", "mga sanggunian", "bronne",
})  # fmt: skip
"""Headings over notes, sources and works, by the keys of their lines."""

MAX_ENTRY_CHARS = 600
"""Longest entry of such a list, in code points."""
MAX_HEADING_CHARS = 40
"""Start of a line in which a heading and its colon are."""
MAX_WORKS = 12
"""Lines under an author's heading that are works, whatever they look like."""
MAX_FIRST_WORKS = 2
"""Lines right under a heading that are looked at."""
MIN_NOTES = 2
"""Notes that count from 1 where no heading is over them."""
NOTE_LINES = 4
"""Lines after the last paragraph among which its notes with a star are."""
MAX_STRAY_LINES = 1
"""Lines between two entries that have no shape of one: the end of a long one."""

_COLONS = (":", "：")
_URL = regex(r"(?i)https?://|\bwww\.\w|\bdoi\b")
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_DATED = regex(rf"{_YEAR}(?<![^\s(,].{{4}})[a-z]?(?=[\s).,;:]|$)")
_NUMBER = regex(r"\W{0,2}?(?:[\[(](?P<bracketed>\d{1,3})[\])]|\d{1,3}[.)]|[¹²³⁴-⁹]{1,3})[\s:]*[^\W\d]")
_PAGES = regex(
    r"\b\d{1,4}(?:[-–]\d{1,4})?\s?(?:pp?|S|s|str|стр|с|págs?|páginas|pages|blz|Seiten|sider|sidor)\b(?!\.?\s?m\b)"
    r"|\b(?:pp?|S|s|str|стр|с|págs?|blz)\.\s?\d{1,4}\b"
)
_TITLE = regex(r"\W{0,3}[«“„\"][^»”“\"]{3,150}[»”“\"]\s?(?:[:–—(-]|[^\W\d_]{1,4} [^\W\d_])")
"""A work that opens a line in quotes, and after it who made it, or what it is: speech has a comma there."""
_BY = regex(r"\s[–—-] ?[^\W\d_]{1,5} (?=[^\W\d_])(?P<name>\w)")
"""A dash, a small word and a name after a title: "- by Ana Ruiz"."""
_MARKED = regex(r"\w([*†‡]{1,2})(?![\w*])")
_MARKS = "*＊∗†‡{"
"""Marks of which one opens any such note."""
_MARK = regex(r"\s*([*＊∗†‡]{1,2}|\(\*{1,2}\)|\{(?= [^{}]*$))\s?[^\W\d].*[^*]$")


def reference_lines(doc: Document) -> frozenset[int]:
    """Return the indices of the lines of notes, sources and works that the author names, with their headings."""
    return doc.once(_reference_lines)


def is_over_references(doc: Document, heading: Line) -> bool:
    """Tell whether works are right under a heading by name, or the heading has a colon as authors write it."""
    below = doc.lines[heading.index + 1 : heading.index + 1 + MAX_FIRST_WORKS]
    works = list(takewhile(lambda line: line.index not in doc.known_residue, below))
    if heading.key not in _FURTHER or not works:
        return False
    return (_is_authors(heading) and len(works) == MAX_FIRST_WORKS) or all(map(_is_entry, works))


def _is_authors(heading: Line) -> bool:
    """Tell whether a heading over works to read on is written as authors do, with a colon."""
    return heading.key in _AUTHORS and heading.text.rstrip().endswith(_COLONS)


def _reference_lines(doc: Document) -> frozenset[int]:
    headings = [line for line in doc.lines if line.key.lstrip("# ") in _HEADINGS]
    lists = [(heading.index, *listed) for heading in headings if (listed := _listed(doc, heading))]
    named = [line for line in doc.lines if ":" in line.key and _is_named(line)]
    ends = (index for line in named for index in _broken_on(doc, line))
    return frozenset(line.index for line in named).union(ends, _notes(doc), _printed(doc), *lists)


def _broken_on(doc: Document, line: Line) -> Iterator[int]:
    """Yield the rows on which an entry goes on that a program broke at its links: the journal, and the number of the work."""
    below = doc.after(line)
    while line.text.rstrip().endswith(",") and below is not None and below.row == line.row + 1:
        yield below.index
        if _URL.search(below.text):
            return
        line, below = below, doc.after(below)
        if below is not None and below.row == line.row + 1 and _URL.match(below.text.strip()):
            yield below.index


def _is_named(line: Line) -> bool:
    """Tell whether a heading and an entry are on one line: "Sources: https://..."."""
    heading, colon, _ = line.key[:MAX_HEADING_CHARS].partition(":")
    return colon != "" and heading.strip() in _HEADINGS and _is_entry(line)


def _listed(doc: Document, heading: Line) -> list[int]:
    """Return the lines under a heading from the first to the last entry of its list.

    Under a heading of an author's the works need no shape: the list goes on to the first line that is surely the page's.
    """
    last = stray = 0
    any_works = heading.index + (MAX_WORKS if _is_authors(heading) else 0)
    for line in islice(doc.lines, heading.index + 1, None):
        is_work = line.index <= any_works and line.index not in doc.known_residue
        if is_work or _is_entry(line):
            last, stray = line.index, 0
        elif stray == MAX_STRAY_LINES or line.index in doc.known_residue:
            break
        else:
            stray += 1
    return list(range(heading.index + 1, last + 1))


def _is_entry(line: Line) -> bool:
    """Tell whether a line has a number, a year, an address, or who made what it names."""
    text = line.text
    if len(text) > MAX_ENTRY_CHARS:
        return False
    by = _BY.search(text)
    return bool(
        _NUMBER.match(text)
        or _DATED.search(text)
        or _URL.search(text)
        or _TITLE.match(text)
        or (by and by["name"].isupper())
    )


def _printed(doc: Document) -> list[int]:
    """Return the lines with a year and pages, as only printed works have them."""
    lines = [line for line in doc.lines_with_digits if len(line.text) <= MAX_ENTRY_CHARS]
    return [line.index for line in lines if _DATED.search(line.text) and _PAGES.search(line.text)]


def _notes(doc: Document) -> Iterator[int]:
    """Yield the lines of notes that count from 1 in brackets, and those with a mark as notes have it."""
    first = doc.body_range[0] + 1
    if any(mark in doc.text for mark in _MARKS):
        marks = {mark for index in doc.paragraph_lines for mark in _MARKED.findall(doc.lines[index].text)}
        yield from (line.index for line in doc.lines[first:] if _is_marked(doc, line, marks))
    notes: list[int] = []
    for line in doc.lines_with_digits:
        number = _NUMBER.match(line.text) if line.index >= first else None
        if number and number["bracketed"] == str(len(notes) + 1):
            notes.append(line.index)
    if len(notes) >= MIN_NOTES or (notes and any("[1]" in doc.lines[index].text for index in doc.paragraph_lines)):
        yield from notes


def _is_marked(doc: Document, line: Line, marks: Container[str]) -> bool:
    """Tell whether a line opens with a mark that is in the text, or alone with one right after the article.

    Where several lines do, they are items of a list.
    """
    mark = _MARK.match(line.text)
    if mark is None or line.index in doc.known_residue:
        return False
    last = doc.body_range[1]
    beside = (near for near in (doc.before(line), doc.after(line)) if near is not None)
    is_alone = not any(_MARK.match(near.text) for near in beside)
    return mark[1] in marks or (is_alone and last < line.index <= last + NOTE_LINES)
