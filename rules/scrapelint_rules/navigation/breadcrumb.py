"""NAV001 breadcrumb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import (
    Bad,
    DocumentRule,
    Edit,
    Finding,
    Good,
    LinePattern,
    Severity,
    excerpt,
    regex,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Line

_ITEM = r"[^\W_][^|/>»›<.,:;*!?\n]{0,40}?"
_PATH = regex(rf"^\W{{0,3}}{_ITEM}(?:\s*(?:>|»|›|→|\|)\s*{_ITEM}){{2,7}}\s*[>»›/|]?\s*$")
"""A path without its home; between slashes are the parts of somebody or something as well."""
_HOMES = (
    "home", "homepage", "startseite", "accueil", "inicio", "início", "portada", "homepage", "hem", "hjem", "forside", "etusivu",
    "strona główna", "главная", "головна", "domů", "acasă", "kezdőlap", "címlap", "αρχική", "anasayfa", "ana sayfa", "الرئيسية",
    "خانه", "ראשי", "होम", "beranda", "trang chủ", "หน้าแรก", "홈", "ホーム", "トップ", "首页", "首頁", "начало", "naslovna", "você está aqui", "you are here",
)  # fmt: skip
_HOME = LinePattern(
    r"^\W{0,3}(?i:" + "|".join(_HOMES) + r")\s*(?:>|»|›|→|/|\||:|\s-\s|\s{2,})\s*\S",
    tuple("\n" + home for home in _HOMES),
)
_FUSED = LinePattern(
    r"^(?:Home|Startseite|Accueil|Inicio|Início|Главная|Beranda|Anasayfa) (?=[^\W\d_])",
    tuple("\n" + home + " " for home in _HOMES),
)

MAX_HEAD_LINES = 6
"""A breadcrumb is among the first lines of a page."""
MAX_CHARS = 160
"""Longest path, in code points."""
MAX_ITEM_WORDS = 5
"""Longest name of a section in a path, in words."""
CREDIT_PACK = "photo-credit"
"""Pack whose phrases part names by slashes as well: "Ana Ruiz/AFP/Getty Images"."""
MIN_HEADLINE_CHARS = 15
"""Shortest headline that is both after a path and alone on the next line."""


class Breadcrumb(DocumentRule):
    """The path of sections above the headline: "Home > World > Asia".

    Why it matters: it is where a model expects the headline.

    What to do: remove the line.
    """

    code, name, severity = "NAV001", "breadcrumb", Severity.WARNING
    fix = "safe"
    patterns = (_HOME, _FUSED)
    examples = (
        Bad("⟦Home > World > Asia⟧\n\nFloods cut off the valley", fixed="Floods cut off the valley"),
        Bad("⟦Startseite / Politik⟧\n\nHochwasser schneidet Tal ab"),
        Bad("⟦News » Regional » Orlo⟧\n\nFloods cut off the valley"),
        Bad("⟦Home World ⟧Floods cut off the valley\n\nFloods cut off the valley\n\nThe river rose.",
            fixed="Floods cut off the valley\n\nFloods cut off the valley\n\nThe river rose."),
        Bad("Boats sail.\n\nThe quay is open.\n\n" * 3 + "⟦Home World ⟧Floods cut off the valley\nFloods cut off the valley"),
        Good("Home > all, he wrote on the wall.", why="closed like a sentence"),
        Good("Home again at last, the players slept.", why="a sentence"),
        Good("Team | Played | Won | Lost\nOrlo | 20 | 15 | 5", why="the head of a table"),
        Good("| Team | Played | Won |\n|---|---|---|\n| Orlo | 20 | 15 |", why="the head of a table in Markdown"),
        Good("The score was 3/4/5 at noon.", why="numbers in a sentence"),
        Good("Kari Moe of Larn\n\nSailor / Singer / Songwriter\n\nBorn: 11 June 1988", why="what somebody is"),
        Good("Floods cut off the valley\n\nAna Ruiz/AFP/Getty Images\n\nThe river rose.", why="the credit of a picture"),
        Good("He was tired.\n\nShe was not.\n\nHe slept.\n\nShe read.\n\nHe woke.\n\nShe left.\n\nred / green / blue",
             why="not among the first lines"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the path above the headline, and one fused with the headline."""
        for line in doc.lines[:MAX_HEAD_LINES]:
            if _is_path(line) and not _is_table_row(doc, line) and line.index not in doc.hit_lines(CREDIT_PACK):
                yield self._path(doc, line, 0.95, "path")
                return
        for line, _ in doc.matches(_HOME):
            if line.index < MAX_HEAD_LINES and len(line.text) <= MAX_CHARS and not line.text.rstrip().endswith("."):
                yield self._path(doc, line, 0.97, "home")
                return
        for line, _ in doc.matches(_FUSED):
            yield from self._fused(doc, line)

    def _path(self, doc: Document, line: Line, confidence: float, kind: str) -> Finding:
        return self.on_lines(
            doc,
            line,
            message=f'path of sections: "{excerpt(line.text)}"',
            confidence=confidence,
            evidence={"kind": kind},
        )

    def _fused(self, doc: Document, line: Line) -> Iterator[Finding]:
        """Yield the words in front of a headline that stands alone on the next line."""
        below = doc.after(line)
        if below is None or len(below.key) < MIN_HEADLINE_CHARS or not line.key.endswith(below.key):
            return
        start = line.key_start
        end = line.offset(len(line.key) - len(below.key))
        path = doc.text[start:end]
        if 0 < len(path.split()) <= MAX_ITEM_WORDS:
            yield self.finding(
                f'path of sections in front of the headline: "{excerpt(path)}"', (start, end),
                confidence=0.97, evidence={"kind": "fused"}, edits=[Edit(start, end)], fix_message="remove the words",
            )  # fmt: skip


def _is_table_row(doc: Document, line: Line) -> bool:
    """Tell whether a line has as many bars as one beside it: the head of a table, not a path."""
    bars = line.text.count("|")
    beside = (doc.before(line), doc.after(line))
    return bars > 1 and any(near is not None and near.text.count("|") == bars for near in beside)


def _is_path(line: Line) -> bool:
    """Tell whether a line is three or more short items between separators, none a number."""
    text = line.text.strip()
    if len(text) > MAX_CHARS or not any(mark in text for mark in ">»›→|"):
        return False
    if not _PATH.match(text) or text.endswith((".", "!", "?", ":")):
        return False
    parts = [p.strip() for p in re.split(r"[>»›→|]", text) if p.strip()]
    return all(not any(c.isdigit() for c in p) and p.count(" ") < MAX_ITEM_WORDS and p[0].isupper() for p in parts)
