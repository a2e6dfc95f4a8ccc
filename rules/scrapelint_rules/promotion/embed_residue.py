"""PRO006 embed-residue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import (
    LIST_SIGNS,
    UNMEASURED,
    Bad,
    Finding,
    Good,
    LinePattern,
    PhraseRule,
    Severity,
    Span,
    cap,
    ends_sentence,
    excerpt,
    regex,
    removal,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Hit, Line

_TWEET = LinePattern(
    r"pic\.twitter\.com/\w{6,}|^\s*(?:—|–|-|&mdash;)\s?[^()]{1,60}\(@\w{1,20}\)\s.{4,30}$|https?://t\.co/\w{6,}",
    ("pic.twitter.com/", "(@", "//t.co/"),
)
"""The end of an embedded post: its picture, its short link or the line that names who wrote it."""


_ADDRESS = LinePattern(
    r"^\W{0,3}https?://(?:\w{1,6}\.)?(?:twitter|x|youtube|youtu|instagram|facebook|vimeo|tiktok|t)\.(?:com|be|co)/\S{4,200}$",
    (
        "twitter.com/", "/x.com/", "youtube.com/", "youtu.be/", "instagram.com/", "facebook.com/", "vimeo.com/",
        "tiktok.com/", "/t.co/",
    ),
)  # fmt: skip
"""The address of a post or a film, alone on its line, where the page showed it."""
_CLOSE = LinePattern(r"^\s*CLOSE(?:\s*$|\s(?=[A-Z\"'“‘]).{5,500}$)", ("\nclose",))
"""The button that closes a film, alone or with the film's title glued to it."""

_SHARED = regex(
    r".{8,60}?\s[^()\n]{1,80}\(@[\w.]{1,40}\)"
    r"(?:\s(?:on|am|le|el|il|em)\s.{6,30}?\d{1,2}[:.]\d\d.{0,4}?(?:P[DS]T|UTC|GMT))?"
)
"""Whose post an embedded one is, with its handle and the time that may follow."""
_NOTICE = LinePattern(
    r"(?i:to view this video please enable javascript)(?:,? and consider upgrading to a web browser that"
    r"(?: supports HTML5 video)?)?",
    ("to view this video please enable javascript",),
)
"""What a player prints where it cannot run: always in the same words, which may be glued to the story on both sides."""
MAX_COUNTS, _TIME = 3, ":"
"""Most rows of a player that are numbers, and the mark of the last of them, how long it plays."""
_COUNT = regex(r"\d{1,3}(?:[.,]?\d{3}){0,2}|\d{1,2}(?::\d\d){1,2}")
_CODE = regex(r"\[[^\[\]\n]{2,60}\]")
"""The code of a player in brackets, with which a sentence of the story may have run together."""
MAX_POST_CHARS = 400
"""Longest line that is a post and nothing else, in code points: 280 of its own, its author and its links."""
POST = 0.3
"""Confidence for the text of an embedded post: many articles quote one and live from it."""


class EmbedResidue(PhraseRule):
    """What a player or an embedded post leaves: "View this post on Instagram", pic.twitter.com.

    Why it matters: the picture or film that it stood for is gone.

    What to do: remove the line.
    """

    code, name, severity = "PRO006", "embed-residue", Severity.WARNING
    fix = "safe"
    packs = ("embed-residue",)
    patterns = (_TWEET, _ADDRESS, _CLOSE, _NOTICE)
    what = "rest of a player or embedded post"
    needs_wording = True
    examples = (
        Bad(
            "A larni tanács kedden este hat óra vita után elfogadta az új villamosvonal tervét, mondta a polgármester. A vonal a kikötőtől "
            "a kórházig vezet. Így nyugodt lesz az ünnep. ⟦Kis Anna (@kisanna) által megosztott bejegyzés⟧5. Nem szabad sietni! A munka májusig tart.",
            fixed="A larni tanács kedden este hat óra vita után elfogadta az új villamosvonal tervét, mondta a polgármester. A vonal a kikötőtől "
            "a kórházig vezet. Így nyugodt lesz az ünnep. 5. Nem szabad sietni! A munka májusig tart.",
        ),
        Bad("Talks ended.\n\n⟦View this post on Instagram⟧\n\nHe left.", fixed="Talks ended.\n\nHe left."),
        Bad("Talks ended.\n\n⟦At last, it is done! pic.twitter.com/Ab3dEf9hIj⟧"),
        Bad("Talks ended.\n\n⟦— Jo Hale (@johale) May 3, 2023⟧"),
        Bad("Talks ended.\n\n⟦https://twitter.com/johale/status/1654321098765432109⟧\n\nHe left."),
        Good(
            "The crowd in Larn was loud, and nobody could hear the mayor. “CLOSE THE HARBOUR!” they cried, and then again:\n\n"
            "CLOSE THE HARBOUR! CLOSE THE HARBOUR!\n\nHe left.",
            why="a cry of the crowd",
        ),
        Good(
            "The embassies have answered:\n\nhttps://www.facebook.com/embassy/posts/1654321098765432109\n\nHe left.",
            why="the article announces it",
        ),
        Good(
            "Talks ended.\n\n+ The embassy of Larn\nhttps://www.facebook.com/larn/posts/1654321098765432109\n\nHe left.",
            why="an item of a list",
        ),
        Bad("⟦CLOSE The mayor speaks on the bridge.⟧\n\nTalks ended on Friday, the mayor said in a short statement."),
        Bad("Die Gespräche endeten.\n\n⟦Ihr Browser unterstützt kein HTML5 Video⟧"),
        Bad(
            "CrimeOrlo Storm in the port of LarnBridge shut⟦To view this video please enable JavaScript, and consider upgrading to "
            "a web browser that supports HTML5 video⟧CrimeOrloAda Morrow in Larn",
            fixed="CrimeOrlo Storm in the port of LarnBridge shutCrimeOrloAda Morrow in Larn",
        ),
        Bad(
            "The port was shut.\n\n⟦To view this video please enable JavaScript, and consider upgrading to a web browser that supports "
            "HTML5 video⟧\n\nIt reopens in May.",
            fixed="The port was shut.\n\nIt reopens in May.",
        ),
        Bad(
            "CrimeOrlo Storm in the port of LarnBridge shut⟦To view this video please enable JavaScript, and consider upgrading to "
            "a web browser that supports HTML5 video⟧CrimeOrloAda Morrow in Larn05/03/2021A storm has torn the boats in the port of "
            "Larn from their ropes and left them on the streets.",
            fixed="CrimeOrlo Storm in the port of LarnBridge shutCrimeOrloAda Morrow in Larn05/03/2021A storm has torn the boats in "
            "the port of Larn from their ropes and left them on the streets.",
        ),
        Bad(
            "The port of Larn was shut for a year, as all know by now, and nobody was allowed to see the new bridge before it "
            "was done. ⟦View image in fullscreen⟧ The mayor opened it on Monday, in the rain, with all of the children of the town.",
            fixed="The port of Larn was shut for a year, as all know by now, and nobody was allowed to see the new bridge before it "
            "was done. The mayor opened it on Monday, in the rain, with all of the children of the town.",
        ),
        Bad(
            "Inilah tiga nama yang akan hadir di Larn:\n\n1. Ana Ruiz\n\n2. Jo Hale\n\n3. Kari Moe ⟦[Gambas:Video 20detik]⟧",
            fixed="Inilah tiga nama yang akan hadir di Larn:\n\n1. Ana Ruiz\n\n2. Jo Hale\n\n3. Kari Moe",
        ),
        Bad(
            "Pelabuhan Larn dibuka lagi pada hari Senin, kata wali kota.\n\n⟦[Gambas:Youtube]⟧\n\nFeri berangkat setiap dua jam.",
            fixed="Pelabuhan Larn dibuka lagi pada hari Senin, kata wali kota.\n\nFeri berangkat setiap dua jam.",
        ),
        Bad(
            "Wali kota Larn membuka pelabuhan pada hari Senin, setelah sembilan hari mogok kerja di seluruh pesisir utara itu. "
            "⟦[Gambas:Video 20detik]⟧ Juru bicara wali kota Larn juga menepis anggapan bahwa feri dilarang berlayar ke Orlo. "
            "Para pelaut menyambut keputusan itu dengan gembira, dan toko-toko di dekat dermaga buka sampai malam.",
            fixed="Wali kota Larn membuka pelabuhan pada hari Senin, setelah sembilan hari mogok kerja di seluruh pesisir utara itu. "
            "Juru bicara wali kota Larn juga menepis anggapan bahwa feri dilarang berlayar ke Orlo. "
            "Para pelaut menyambut keputusan itu dengan gembira, dan toko-toko di dekat dermaga buka sampai malam.",
        ),
        Good(
            "Wali kota Larn melantik tiga pejabat pada hari Senin, setelah sembilan hari mogok kerja di pesisir utara itu. "
            "Selanjutnya Ana Ruiz memimpin pelabuhan, dan ia sudah bekerja di sana sejak musim semi tahun yang lalu. "
            "Selanjutnya Orlo Hale memimpin perpustakaan kota, yang dibuka lagi untuk umum pada bulan Mei.",
            why="next, in a sentence",
        ),
        Bad(
            "라른 항구 다시 열려\n\n⟦재생\n1,024\n00:00\n01:39⟧\n\n라른 항구가 월요일에 다시 열렸다고 시장이 아침에 부두에서 기자들에게 말했다.",
            fixed="라른 항구 다시 열려\n\n라른 항구가 월요일에 다시 열렸다고 시장이 아침에 부두에서 기자들에게 말했다.",
        ),
        Bad("⟦Play video\n00:00\n02:10⟧\n\nThe port of Larn opened again on Monday, the mayor told reporters on the quay."),
        Good("THE MAYOR: I did not know.\n\n[PAUSE]\n\nTHE MAYOR: Now I do.", why="a stage direction"),
        Good("Our bridge went by like this:\n\nZoom.\n\nZoom.", why="with a full stop a word is said by somebody"),
        Good("She viewed the post on Instagram as a provocation.", why="prose"),
        Good("The film was loading when the lights went out.", why="prose"),
        Good("The council elected her at noon.\n\nTotal votes: 480", why="a result"),
        Good("He wrote to ana@example.org (at the ministry).", why="an address"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the lines with wording, and the ends of embedded posts."""
        flagged: set[int] = set()
        for hit in self.best_hits(doc):
            flagged.add(hit.line.index)
            yield self.on_hit(doc, hit)
        for line, match in doc.matches(_NOTICE):
            if line.index not in flagged:
                flagged.add(line.index)
                yield self._on_notice(doc, line, match)
        for line, match in doc.matches(_TWEET):
            if line.index not in flagged:
                flagged.add(line.index)
                yield self._on_post(doc, line, match)
        for kind, pattern in (("address", _ADDRESS), ("close-button", _CLOSE)):
            for line, match in doc.matches(pattern):
                if line.index not in flagged and not (_is_listed(doc, line) or _is_cry(line)):
                    flagged.add(line.index)
                    about = f'{self.what}: "{excerpt(match.group().strip())}"'
                    yield self.on_lines(doc, line, message=about, evidence={"kind": kind})

    def accepts(self, doc: Document, hit: Hit) -> bool:  # noqa: ARG002
        """Tell whether a phrase is no stage direction: "[PAUSE]" in a transcript is no button of a player.

        A code of the desk's is none either: "[Gambas:Youtube]".
        """
        text = hit.line.text.strip()
        is_direction = text[:1] in "([" and text[-1:] in ")]." and ":" not in text
        return not is_direction or hit.end - hit.start < len(hit.line.key)

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding: on what a player prints in the same words everywhere, or all of the line.

        Where the line breaks are lost, it is of a shared post no more than whose it is and when.
        """
        finding = super().on_hit(doc, hit)
        known = _NOTICE.compiled.match(doc.text, hit.start)
        if known is None and doc.is_flat and hit.entry.id == "post":
            known = _SHARED.match(doc.text, hit.start)
        if known is None and doc.text[hit.start - 1 : hit.start] == "[" and (doc.is_flat or _is_after_words(hit)):
            hit = hit._replace(start=hit.start - 1)
            known = _CODE.match(doc.text, hit.start)
        if known is None:
            last = _last_count(doc, hit)
            span = Span(hit.line.start, last.end)
            return finding if last is hit.line else finding.moved(span, removal(doc.text, *span))
        span = Span(hit.start, known.end())
        return finding.moved(span, removal(doc.text, *span))

    def _on_notice(self, doc: Document, line: Line, match: re.Match[str]) -> Finding:
        about = f'{self.what}: "{excerpt(match.group())}"'
        span, evidence = Span(line.start + match.start(), line.start + match.end()), {"kind": "notice"}
        return self.on_part(doc, line, span, message=about, confidence=UNMEASURED, evidence=evidence)

    def _on_post(self, doc: Document, line: Line, match: re.Match[str]) -> Finding:
        about, evidence = f'end of an embedded post: "{excerpt(match.group().strip())}"', {"kind": "post"}
        if len(line.text) <= MAX_POST_CHARS and len(doc.lines) > 1:
            return self.on_lines(doc, line, message=about, confidence=POST, evidence=evidence, at_most=cap(POST))
        span = (line.start + match.start(), line.start + match.end())
        return self.finding(about, span, confidence=POST, evidence=evidence, at_most=cap(POST))


def _last_count(doc: Document, hit: Hit) -> Line:
    """Return the last of the counts and times below a button that stands alone: views, "00:00" and how long it plays."""
    end = hit.line
    if doc.is_flat or len(end.key) > hit.end - hit.start:
        return end
    while (
        (below := doc.after(end))
        and below.index - hit.line.index <= MAX_COUNTS
        and _COUNT.fullmatch(below.text.strip())
    ):
        end = below
    return end if _TIME in end.text else hit.line


def _is_after_words(hit: Hit) -> bool:
    """Tell whether a line has words before those of a player, which may be the article's: "20. Ana Ruiz [Gambas:Video Orlo]"."""
    return any(map(str.isalpha, hit.line.text[: hit.start - hit.line.start]))


def _is_cry(line: Line) -> bool:
    """Tell whether a line is a sentence in capitals, which somebody shouts: "CLOSE THE BORDER!" is no button."""
    return line.text.isupper() and ends_sentence(line.text)


def _is_listed(doc: Document, line: Line) -> bool:
    """Tell whether the line above announces what is on a line, or is the item of a list that it belongs to."""
    above = doc.before(line)
    return above is not None and (above.text.rstrip().endswith((":", "：")) or above.text.lstrip().startswith(_ITEMS))


_ITEMS = tuple(f"{sign} " for sign in LIST_SIGNS)
