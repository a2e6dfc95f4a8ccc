"""SEG001 glued-text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Severity, by_line, regex
from scrapelint_rules.segmentation._shared.joints import (
    CLOSING,
    OPENING,
    STOPS,
    cased_joints,
    comma_joints,
    uncased_joints,
)
from scrapelint_rules.segmentation._shared.seams import OPENER_STARTS, Seam, cased_seam, is_opened, plain_seam

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.plugin import Document, Finding

_GLUED_COMMA = regex(r"[,،](?=[^\W\d_])")
MAX_GLUED_COMMAS = 2
"""Commas without a space in one line; with more of them it is a list of words, or its author's way to write."""

_ENDINGS = {"Es": ("de", "lb")}
"""Words that are endings elsewhere, with the languages in which they open sentences."""
_COURTEOUS = frozenset("La Le Lei Li Lo Loro Ne Vi".split())
_VERB = regex(r"(?:[aeiou]r|[ae]ndo)\Z")
"""What Italian hangs on a verb with a capital, out of courtesy, and the verb: an infinitive has lost its last letter."""


SURE_NAME_TIMES = 3
"""How often a word with a capital within is a name, whatever its second half: "wikiHow"."""
MAX_DOMAIN_CHARS = 6
"""Longest ending of a domain, in code points."""
_AT = regex(r"\w{0,30}\s?(?:@|\s(?:at|AT|arroba)\s|[(\[]\s?(?:at|AT|arroba|@)\s?[)\]])\s?[\w-]{1,60}\.[a-z]")
"""What follows a name in an address: "at larn.example"."""


class GluedText(DocumentRule):
    """Two words or sentences without the space between them, as in "saidThe" or "end.Next".

    Why it matters: the glued word is in no vocabulary, and sentence splitters see one sentence
    where there are two.

    What to do: put the space, or the paragraph, back; the extractor joined two elements of the page.
    """

    code, name, severity = "SEG001", "glued-text", Severity.WARNING
    fix = "unsafe"
    examples = (
        Bad("It is over, he ⟦saidThe⟧ minister left.", fixed="It is over, he said The minister left."),
        Bad(
            "The vote came to an ⟦end.Next⟧ week it begins anew.",
            fixed="The vote came to an end. Next week it begins anew.",
        ),
        Bad("“We are ⟦done.”The⟧ minister left.", fixed="“We are done.” The minister left."),
        Bad("Das Treffen ist ⟦vorbei.Danach⟧ reiste er ab.", fixed="Das Treffen ist vorbei. Danach reiste er ab."),
        Bad("Переговоры ⟦завершились.Министр⟧ уехал.", fixed="Переговоры завершились. Министр уехал."),
        Bad("What did he ⟦say?Nothing⟧ at all."),
        Bad(
            "A girl fell from the quay late on ⟦Sunday.Police⟧ say she is well.",
            fixed="A girl fell from the quay late on Sunday. Police say she is well.",
        ),
        Bad(
            "The boat lay in the ⟦street.It⟧ had been there since noon, when the water.In the end it rose.",
            fixed="The boat lay in the street. It had been there since noon, when the water. In the end it rose.",
        ),
        Bad("The bridge was opened in ⟦1934.The⟧ ferry is older."),
        Bad(
            "He called it a “⟦disaster”.The⟧ council agreed.(It had to.)",
            fixed="He called it a “disaster”. The council agreed. (It had to.)",
        ),
        Bad(
            "Der Rat tagte zwei ⟦Stunden.„Das⟧ ist ⟦gut“,sagte⟧ die Bürgermeisterin.",
            fixed="Der Rat tagte zwei Stunden. „Das ist gut“, sagte die Bürgermeisterin.",
        ),
        Bad("On Tuesday the ⟦council,which⟧ had not met since May, voted for the bridge."),
        Bad("पुल चौड़ा ⟦होगा।काम⟧ अगले हफ्ते शुरू होगा।", fixed="पुल चौड़ा होगा। काम अगले हफ्ते शुरू होगा।"),
        Bad("قال رئيس البلدية إن الجسر سيكون ⟦أوسع.وستبدأ⟧ الأعمال الأسبوع المقبل."),
        Bad("Η γέφυρα θα ⟦κλείσει.Το⟧ δημοτικό συμβούλιο αποφάσισε."),
        Good("Write to Jo.Hale at larn.example before Friday, or to Ana.Ruiz (at) orlo.example.", why="addresses"),
        Good("L'associació és part de punt.CAT, que vol el domini .cat per a la llengua.", why="a name with a domain"),
        Good("Die Firma von Table.Media berichtet, booking.Com bleibt.", why="names of sites"),
        Good("Tags: politics,sport,weather,north sea,bridges and more", why="a list of words"),
        Good(
            "„Das ist gut“, sagte er. Version 2.The and 12.Die Straße.", why="marks in their places, numbers of no year"
        ),
        Good("McDonald and LeBron met DeSantis at WeWork; a PhD with an iPhone on YouTube.", why="names"),
        Good("See www.DearReader.com, amazon.Com, Node.Js and report.Final.pdf.", why="addresses and files"),
        Good(
            "larnHow is a site of the town. What larnHow explains is how to mend a quay. The council says larnHow is right.",
            why="a name, for it comes again and again",
        ),
        Good("The U.S.A. grew 3.5 percent, No.One said at 9 a.m.", why="abbreviations and numbers"),
        Good("LehrerInnen und SchülerInnen streiken in den USAnders.", why="German forms"),
        Good(
            "Nos amiEs sont restéEs au port de Larn toute la nuit, et quelqu'un a dit que les marins étaient fierEs de leur travail.",
            why="French endings for women and men",
        ),
        Good(
            "Il sindaco di Larn ha scritto ieri per ringraziarLa della visita e per consentirLe di vedere il porto, augurandoLe "
            "buon viaggio.",
            why="Italian pronouns with a capital out of courtesy",
        ),
        Good("میئر نے کہا کہ 1865 کی ارداغ۔جانسن لائن سے بندرگاہ تک سڑک بنے گی۔", why="a double name"),
        Good("प्रहरीले बा।प्र–०२ नम्बरको गाडी बरामद गरेको छ ।", why="the number of a car"),
        Good("थप जानकारीका लागि धधध।मबचबश।लउ हेर्नुहोस् ।", why="an address in the wrong letters"),
        Good(
            "評議会は新しい路線の計画を承認した。Larn Watch,港町 光 記者", why="Japanese writes no space after a comma"
        ),
        Good("市议会批准了新电车线的计划，记者Ruiz,李港 报道。", why="nor does Chinese"),
        Bad("시의회는 ⟦계획을,시장은⟧ 비용을 승인했다.", fixed="시의회는 계획을, 시장은 비용을 승인했다."),
        Good("Bộ sưu tập của Seven.AM bắt nguồn từ biển cả.", why="a brand"),
        Bad("میئر نے کہا کہ دیوار اگلے سال مکمل ⟦ہوئی۔اس⟧ کے بعد سڑک بنے گی۔"),
        Good("Das Portal Table.Media berichtet. #TodayInTheSenate", why="a name with a stop, a hashtag"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each line and kind of seam, on the first; its fix takes all of them apart."""
        found = sorted(_seams(doc.text))
        times = Counter(doc.text[seam.start : seam.end] for seam in found)
        seams = [
            seam
            for seam in _apart(found)
            if not (
                _is_name(doc.text, seam, times[doc.text[seam.start : seam.end]])
                or _is_ending(doc, seam)
                or _is_address(doc.text, seam)
            )
        ]
        for kind, confidence in _CONFIDENCE.items():
            for line in by_line(doc.text, [seam for seam in seams if seam.kind == kind]):
                yield self._on(doc, line, confidence)

    def _on(self, doc: Document, seams: Sequence[Seam], confidence: float) -> Finding:
        first, count = seams[0], len(seams)
        return self.finding(
            f'glued: "{doc.text[first.start : first.end]}"' + f" and {count - 1} more in the line" * (count > 1),
            (first.start, first.end),
            confidence=confidence,
            evidence={"kind": first.kind, "count": count},
            edits=[Edit(seam.joint, seam.joint, " ") for seam in seams],
            fix_message="put a space between",
        )


_CONFIDENCE = {"sentence": 0.97, "word": 0.95, "quotation": 0.95, "comma": 0.93}


def _seams(text: str) -> Iterator[Seam]:
    for joint in set(cased_joints(text, OPENER_STARTS)):
        if seam := cased_seam(text, joint):
            yield seam
    for joint in uncased_joints(text):
        if text[joint - 1] != "،" and (seam := plain_seam(text, joint, "sentence")):
            yield seam
    yield from _comma_seams(text)


def _comma_seams(text: str) -> Iterator[Seam]:
    """Yield words glued at a comma, in lines that have few of them."""
    end = commas = -1
    for joint in sorted({*comma_joints(text), *(at for at in uncased_joints(text) if text[at - 1] == "،")}):
        if joint > end:
            start, end = text.rfind("\n", 0, joint) + 1, text.find("\n", joint)
            end = len(text) if end < 0 else end
            commas = len(_GLUED_COMMA.findall(text, start, end))
        if commas <= MAX_GLUED_COMMAS and (seam := plain_seam(text, joint, "comma")):
            yield seam


def _is_name(text: str, seam: Seam, times: int) -> bool:
    """Tell whether two words are there in the same way twice, as a name is, or so often that it is one for sure.

    Twice says nothing where the second word opens sentences, or has no case.
    """
    if times == 1 or seam.kind not in ("word", "sentence"):
        return False
    left, right = (text[seam.start : seam.joint].rstrip(STOPS + CLOSING), text[seam.joint : seam.end].lstrip(OPENING))
    is_plain = not right.istitle() or is_opened(left, right)
    return not is_plain or (seam.kind == "word" and times >= SURE_NAME_TIMES)


def _is_address(text: str, seam: Seam) -> bool:
    """Tell whether a stop is within a name: "Jo.Hale at larn.example", or "punt.CAT" where the text speaks of ".cat"."""
    if seam.kind != "sentence":
        return False
    right = text[seam.joint : seam.end]
    is_domain = right.isupper() and len(right) <= MAX_DOMAIN_CHARS and f" .{right.lower()}" in text
    return is_domain or _AT.match(text, seam.end) is not None


def _is_ending(doc: Document, seam: Seam) -> bool:
    """Tell whether a capital within a word is meant: French "amiEs" for women and men, Italian "inviarLe" to one's reader."""
    if seam.kind != "word":
        return False
    right = doc.text[seam.joint : seam.end]
    if right in _COURTEOUS and doc.language == "it" and _VERB.search(doc.text[seam.start : seam.joint]):
        return True
    languages = _ENDINGS.get(right)
    return languages is not None and doc.language not in languages


def _apart(found: Iterable[Seam]) -> Iterator[Seam]:
    """Yield the places that do not overlap the one before."""
    taken = -1
    for seam in found:
        if seam.start >= taken:
            taken = seam.end
            yield seam
