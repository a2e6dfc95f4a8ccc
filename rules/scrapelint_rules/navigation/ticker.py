"""NAV009 ticker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, LinePattern, PhraseRule, Severity, cap, ends_sentence, excerpt, regex
from scrapelint_rules.navigation._shared.sections import section_headings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Hit, Line

_BULLETS = LinePattern(r"^[^•●▪|]{10,120}(?:\s[•●▪|]\s[^•●▪|]{10,120}){2,10}$", (" • ", " ● ", " ▪ ", " | "))
_HANDLE = regex(r"(?:^|[\s(])@\w|pic\.twitter\.com")
"""An account that a post names, or the address of its picture."""
_SENTENCE = regex(r"[.!?]\s")
_DATA = regex(r":\s?[^\w\s|•●▪]{0,3}\s?[\d.,]{1,15}\s?[^\d|•●▪]{0,12}(?:\s[|•●▪]\s|$)")
"""A label with a figure, as a part of a row: "Target price: ₹ 247.4 |"."""
_COLONS = (":", "：")
_MARKS = (*_COLONS, "-", "|", "!", "】", "]", "/", "／", "｜", "丨")
"""Marks between a label and a headline."""


_SLUG = regex(r"[\w.]+(?:-[\w.]+){2,}+$")
"""The end of an address, which some records have for a title."""
MAX_SECTION_WORDS = 3
"""Most words of a section's name above a headline."""
BULLETS = 0.7
"""Confidence of a row of headlines without any wording: titles with a site's name have the same form."""
MIN_BULLETS_INDEX = 2
"""Lines that open a text: a standfirst in parts, as sites in Israel write it, has the same form."""


class Ticker(PhraseRule):
    """A news ticker, or its label: "BREAKING", or headlines with bullets between them.

    Why it matters: the headlines are of the hour of the crawl and of other stories.

    What to do: remove the line.
    """

    code, name, severity = "NAV009", "ticker", Severity.WARNING
    fix = "unsafe"
    packs = ("ticker",)
    patterns = (_BULLETS,)
    what = "label or line of a ticker"
    needs_wording = True
    examples = (
        Bad("⟦BREAKING NEWS⟧\n\nTalks ended on Friday.", fixed="Talks ended on Friday."),
        Bad("⟦Eilmeldung⟧\n\nDie Gespräche endeten am Freitag."),
        Bad("Talks ended.\n\nOrlo\n\n⟦Floods cut off the valley • Council approves the tram line • Bus drivers call off strike⟧"),
        Bad("Talks ended on Friday.\n\nThe mayor left the hall.\n\n⟦This story has been updated with additional information.⟧"),
        Good("Breaking news reached the village by horse.", why="a sentence"),
        Good("The ticker showed the price of oil.", why="prose"),
        Good("BREAKING: Council of @OrloTown staged the opening of its tram line", why="a post that is quoted"),
        Bad(
            "⟦BREAKING: A WARNING? Orlo was told of the flood a year ago⟧\n\nTalks ended on Friday.",
            fixed="Talks ended on Friday.",
            fields={"title": "Orlo was told of the flood a year ago"},
        ),
        Good(
            "BREAKING: A WARNING? Orlo was told of the flood a year ago\n\nTalks ended on Friday.",
            why="the only headline that the article has",
        ),
        Good(
            "BERITA TEMPATAN\n\nTERKINI: Jambatan Orlo Ditutup Hingga Bulan Mei\n\nPosted on May 3, 2023 by Ana Ruiz\n\n"
            "Jambatan di atas sungai itu akan ditutup hingga bulan Mei kerana ada retakan pada tiang, kata majlis bandar.",
            why="the same below the name of a section",
            fields={"title": "terkini-jambatan-orlo-ditutup-hingga-bulan-mei"},
        ),
        Good(
            "Orlo\n\nDERNIÈRE MINUTE : le pont d'Orlo restera fermé jusqu'en mai\n\nPar Ana Ruiz\n\n"
            "Le pont sur le fleuve restera fermé jusqu'en mai à cause de fissures dans les piliers, a dit la mairie lundi soir.",
            why="the same, with the title of the record",
            fields={"title": "Dernière minute : le pont d'Orlo restera fermé jusqu'en mai"},
        ),
        Good(
            "The post went round in the valley, but the dam has held, as the works say.\n\nعاجل :\n\n"
            "انهار السد فوق المدينة وعلى السكان أن يتركوا بيوتهم الآن",
            why="opens a post that is quoted below",
        ),
        Good(
            "Floods cut off the valley • Council approves the tram line • Bus drivers call off strike\n\nTalks ended.",
            why="a standfirst in parts",
        ),
        Good(
            "The week in Orlo\n\nWhat the council of Orlo does today, and why\n\n"
            + "\n\n".join(
                f"{heading}\n\nThe council of {town} has voted for the new tram line after a debate of six hours, the mayor said."
                for heading, town in (("BREAKING", "Larn"), ("LATER TODAY", "Orlo"), ("THE DAY AHEAD", "Ellery"))
            ),
            why="the heading of a section",
        ),
        Good(
            "The brokers of Larn told their customers on Monday what to buy.\n\nThey named two firms.\n\n"
            "Orlo Ferries and Quays | Base case target price: ₹ 247.4 | Bull case target price: ₹ 273.65",
            why="figures of a firm, above what is said of it",
        ),
        Good("red • green • blue", why="words, not headlines"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line is not closed like a sentence: "Breaking: ..." may open a story, or a post that is quoted.

        It may also be the headline, where nobody gave the article another, or the same.
        """
        text = hit.line.text.rstrip()
        is_notice = hit.phrase == hit.line.key and not _labels(hit)
        if _HANDLE.search(text) or (text.endswith((".", "。")) and not is_notice):
            return False
        if hit.line.index in doc.once(section_headings):
            return False
        if _labels(hit) and _is_headline(doc, hit.line):
            return _is_titled_otherwise(doc, text)
        return not hit.line.index or not text.endswith(_COLONS)

    def covers(self, hit: Hit) -> bool:
        """Tell whether a headline follows, which goes whole, be it of several sentences."""
        return _labels(hit)

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield labels, and rows of three or more headlines."""
        yield from super().check(doc)
        for line, _ in doc.matches(_BULLETS):
            is_told = _SENTENCE.search(line.text) or _DATA.search(line.text) or ends_sentence(line.text)
            if line.index >= MIN_BULLETS_INDEX and not is_told:
                about = f'headlines in a row: "{excerpt(line.text)}"'
                yield self.on_lines(
                    doc, line, message=about, confidence=BULLETS, evidence={"kind": "bullets"}, at_most=cap(BULLETS)
                )


def _is_headline(doc: Document, line: Line) -> bool:
    """Tell whether a line is the first that may be a headline: above it are at most names of sections."""
    if not line.index or doc.zone(line) != "head":
        return not line.index
    return all(len(one.text.split()) <= MAX_SECTION_WORDS for one in doc.lines[: line.index])


def _is_titled_otherwise(doc: Document, text: str) -> bool:
    """Tell whether a record has a title, and neither this line nor the end of an address for one."""
    title = str(doc.article.get("title") or "").strip()
    return bool(title) and title.casefold() != text.strip().casefold() and _SLUG.match(title) is None


def _labels(hit: Hit) -> bool:
    """Tell whether a phrase is a label with its mark, after which a headline follows."""
    return hit.phrase.endswith(_MARKS)
