"""NAV007 tag-list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import (
    Bad,
    DocumentRule,
    Finding,
    Good,
    Severity,
    ends_sentence,
    excerpt,
    hit_evidence,
    is_cell,
    is_data_row,
    regex,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.plugin import Document, Hit, Line

_SLASHED = regex(r"^[^\W_][^/|,.!?:;]{0,40}(?:\s*[/|]\s*[^\W_][^/|,.!?:;]{0,40}){1,11}$")
_HASHED = regex(r"^#[^\W_]\w{1,40}(?:[\s,]+#[^\W_]\w{1,40}){1,19}\W{0,3}$")

MAX_CHARS = 300
"""Longest line of tags, in code points."""
MAX_ITEM_WORDS = 4
"""Longest tag, in words: more are a headline."""
MAX_TAG_LINES, MAX_TAG_CHARS = 15, 40
"""Tags under a heading, and the longest of them in code points."""
_CLOSING_QUOTES = "”\"»’'」』"
"""What ends tags of a post that the article quotes."""
_NAMED = regex(r"\s[–—-]\s")
"""A dash between a name and what the named is, in an item of a list."""
MIN_ENTRIES = 3
"""Lines that one cue opens from which it is a label in each entry of a list of the article's."""
MIN_PEOPLE = 6
"""Different lines with slashes or bars from which they are a list of the article's: "Ana Ruiz / Mayor of Larn"."""
MIN_SLASHED_PROBABILITY = 0.85
"""How likely the page's a row with slashes has to be: where less, it is who signed a letter, or a place, as often as tags."""
_COLONS = (":", "：")
_LIST = regex(r"[,;|#、，；・]")
"""What parts the tags of a line."""

_PAIR = regex(r"^[^/|,#]{2,60} / [^/|,#]{2,60}$")
"""Two names with a slash between them, which may be the credit of a picture as well."""


class TagList(DocumentRule):
    """A list of tags or sections after the article.

    Why it matters: tags are metadata; in the text they read like a sentence without a verb.

    What to do: move them to a field of their own, or remove the line.
    """

    code, name, severity = "NAV007", "tag-list", Severity.WARNING
    fix = "safe"
    packs = ("tags", "photo-credit", "agency")
    examples = (
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Tags: trams, council, Orlo⟧",
            fixed="The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Top News / Transport / Orlo⟧",
        ),
        Bad("O conselho aprovou o plano para a nova linha de elétrico na terça-feira à noite, depois de um debate de seis "
            "horas.\n\n⟦#transporte #conselho #orlo⟧"),
        Good(
            "Sebuah akun membagikan foto jembatan di pelabuhan lama Larn pada hari Senin dan menulis sebuah pesan panjang.\n\n"
            "“Jembatan ini sudah ditutup sejak musim dingin, dan warga harus memutar sejauh tiga puluh kilometer setiap hari!\n"
            "#JembatanLarn #PelabuhanLama”",
            why="tags of a post that is quoted",
        ),
        Good("Tags: they are sewn into every shirt by hand, and each of them bears a number that never comes back.",
             why="a sentence"),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Tags\ntrams\ncouncil\nOrlo⟧",
            fixed="The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
        ),
        Good(
            "市議会は六時間の議論の末、火曜日の夜に新しい路面電車の計画を承認し、市長は春に工事を始めると述べた。\n\n"
            "アプリ名：路面電車ナビ\nカテゴリ：ナビゲーション\n価格：無料",
            why="one of the data of an app",
        ),
        Good(
            "The council has a list of the firms that bid, and of what each of them is known for in the valley of Orlo.\n\n"
            "Orlo Rail\nTags: trams, bridges\nIt was founded in 1931.\n\nLarn Works\nTags: harbours, cranes\nIt is the largest.\n\n"
            "Hale & Sons\nTags: roads, tunnels\nIt has built the old tunnel.",
            why="a label in each entry of a list",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Ana Ruiz – Minister\nJo Hale – Politician/ Activist",
            why="an item of a list of names",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Ana Ruiz / Mayor of Larn\nJo Hale / Head of the Port\n11h / Debate\nKari Moe / Harbour Union\n"
            "Per Dal / Old Quay Shops\nLiv Lie / University of Orlo\nTam Oakes / Ferry Line",
            why="who speaks at a meeting",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Model / Year\nOrlo 2\nLarn 4\nLength\n31.5 m\n28.0 m\nFront / Rear Brakes\nDisc, 320 mm\nDrum\nPower\n480 kW\n410 kW",
            why="labels of a table",
        ),
        Good(
            "市议会经过六个小时的辩论，于星期二晚上批准了新电车线路的计划，市长表示工程将于春天开始。\n\n"
            "关键词\n\n拉恩电车\n\n"
            "拉恩电车是奥尔洛山谷里的第一条线路，从港口一直开到医院，全长十一站，造价约为两亿，一半由国家承担。\n\n"
            "第一段工程将于三月开始，至少持续两年，市议会在一份声明中这样说，并且感谢了所有的居民。",
            why="a heading over terms that the article explains",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Keywords\n\n"
            "A light tram is one of less than forty tonnes, as the law of 1931 has it, and may go on the roads of the old town.\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
            why="the same over prose",
        ),
        Good("and/or", why="a phrase"),
        Good("He tweeted #never and went to bed, and that was all that anybody heard of him for the rest of the year.",
             why="a hashtag in a sentence"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the lines that a cue opens, and those outside the article that have the shape of tags."""
        cued: set[int] = set()
        hits = doc.hits("tags")
        listed = {phrase for phrase, lines in _lines_by_phrase(hits).items() if len(lines) >= MIN_ENTRIES}
        for hit in hits:
            if hit.line.index in cued or hit.phrase in listed:
                continue
            if self._is_list(hit) and not _is_data(doc, hit.line) and not _heads_terms(doc, hit):
                end = _last_tag(doc, hit)
                cued.update(range(hit.line.index, end.index + 1))
                yield self._tags(doc, hit.line, hit.entry.confidence, hit_evidence(hit), end)
        credited = doc.hit_lines("photo-credit", "agency")
        for line in _shaped(doc):
            if line.index not in cued and ("/" not in line.text or line.index not in credited):
                finding = self._tags(doc, line, 0.9, {"kind": "shape"})
                yield _told_only(finding) if _may_be_names(doc, line) else finding

    def _tags(
        self, doc: Document, line: Line, confidence: float, evidence: dict[str, object], last: Line | None = None
    ) -> Finding:
        what = "tags or a credit" if "kind" in evidence and _PAIR.match(line.text) else "tags"
        about = f'{what}: "{excerpt(line.text)}"'
        return self.on_lines(doc, line, last, message=about, confidence=confidence, evidence=evidence)

    @staticmethod
    def _is_list(hit: Hit) -> bool:
        return not hit.line.text.rstrip().endswith(".")


def _lines_by_phrase(hits: Iterable[Hit]) -> dict[str, set[str]]:
    """Return the different lines that each phrase is on, by their keys."""
    found: dict[str, set[str]] = {}
    for hit in hits:
        found.setdefault(hit.phrase, set()).add(hit.line.key)
    return found


def _heads_terms(doc: Document, hit: Hit) -> bool:
    """Tell whether a heading alone among the paragraphs is over terms that the article explains, each in prose."""
    if doc.zone(hit.line) != "body" or not _is_alone(hit):
        return False
    below = doc.lines[hit.line.index + 1 : hit.line.index + 3]
    if below and _LIST.search(below[0].text) and below[0].index not in doc.paragraph_lines:
        return False
    return any(line.index in doc.paragraph_lines for line in below)


def _is_alone(hit: Hit) -> bool:
    """Tell whether nothing but the words of a hit is on its line."""
    return len(hit.line.key) == hit.end - hit.start


def _last_tag(doc: Document, hit: Hit) -> Line:
    """Return the last of the tags under a heading that stands alone after the article, else the line itself."""
    end = hit.line
    first, last = doc.body_range
    if first <= last < end.index and _is_alone(hit):
        while (below := doc.after(end)) and end.index - hit.line.index < MAX_TAG_LINES and _is_tag(below):
            end = below
    return end


def _is_tag(line: Line) -> bool:
    text = line.text.strip()
    return (
        len(text) <= MAX_TAG_CHARS
        and text.count(" ") < MAX_ITEM_WORDS
        and not (ends_sentence(text) or text.endswith(_COLONS))
    )


def _is_data(doc: Document, line: Line) -> bool:
    """Tell whether a line is one of several with a label and what it says, of a film, an app or a person."""
    beside = (doc.before(line), doc.after(line))
    known = doc.hit_lines("tags")
    return any(near is not None and near.index not in known and is_data_row(near.text) for near in beside)


def _shaped(doc: Document) -> Sequence[Line]:
    """Return the lines after the article that have the shape of tags.

    Many with slashes are people and their offices, some among measures are labels of a table.
    """
    first, last = doc.body_range
    after = doc.lines[last + 1 :] if first <= last else []
    marked = [line for line in after if "/" in line.text or "|" in line.text or "#" in line.text]
    rows = [line for line in marked if is_tag_row(line.text.strip())]
    hashed = [line for line in rows if line.key.startswith("#")]
    if len({line.key for line in rows}) - len(hashed) >= MIN_PEOPLE:
        return hashed
    return [line for line in rows if line.key.startswith("#") or not is_cell(doc.lines, line.index)]


def _may_be_names(doc: Document, line: Line) -> bool:
    """Tell whether items between slashes may be who signs, as "Jo HALE/LUND", which the models are not sure is the page's."""
    return "/" in line.text and doc.residue_probability[line.index] < MIN_SLASHED_PROBABILITY


def _told_only(finding: Finding) -> Finding:
    return finding._replace(severity=Severity.INFO, fix=None)


def is_tag_row(text: str) -> bool:
    """Tell whether a line is short capitalised items between slashes or bars, or hashtags."""
    if len(text) > MAX_CHARS:
        return False
    if text.startswith("#"):
        return bool(_HASHED.match(text)) and text[-1] not in _CLOSING_QUOTES
    if ("/" not in text and "|" not in text) or _NAMED.search(text) or not _SLASHED.match(text):
        return False
    items = [item.strip() for item in re.split(r"[/|]", text)]
    return all(item[:1].isupper() and item.count(" ") < MAX_ITEM_WORDS for item in items if item)
