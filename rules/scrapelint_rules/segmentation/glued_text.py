"""SEG001 glued-text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrapelint import Bad, DocumentRule, Edit, Good, Severity, regex, word_bounds
from scrapelint_rules.segmentation._shared.character_shape import places, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint import Document, Finding

# Words that open a sentence and close no name; "In" and "Innen" are left out for German forms like "LehrerInnen".
_OPENERS = frozenset(
    """The This That These Those There They Their Then When What Where While Which With Who Why How His Her She
    He It Its If And But For From After Before Also About According Although Because Both Our You Your
    We Not Now One Only Read Der Die Das Dies Diese Dieser Dieses Ein Eine Einen Einer Ich Wir Sie Es
    Und Aber Auch Auf Aus Bei Bis Dann Doch Für Hier Mit Nach Nicht Noch Nur Seit Sein Seine So Über Um
    Von Vor Was Weil Wenn Wer Wie Zu Zum Zur Le La Les Un Une Des Du Ce Cette Ces Il Elle Ils Elles Nous
    Vous Mais Pour Dans Avec Selon Après Avant Sur Par El Los Las Una Unos Este Esta Estos Según Pero
    Para Por Con Sin Cuando Desde Hasta También Tras Il Lo Gli Uno Questo Questa Secondo Dopo Prima
    Anche Nel Nella Per Ma Della Degli Os As Um Uma Esse Essa Não Mas Com Em Segundo Depois Antes De Het
    Een Dit Dat Deze Maar Ook Voor Van Naar Volgens Det Den Dette Ett Och Men Som För Från Efter Enligt
    Ifølge Også Han Hun Hon Vi Jag Jeg На Но Он Она Они Это Этот Эта Как Что По При Для Если Когда После
    Также Об Из За От До Мы Вы""".split()
)
_OPENER_STARTS = frozenset(word[:2] for word in _OPENERS)
_ONE_MARK = bytes.maketrans(b".", b"?")
_NAME_STARTS = frozenset("Mc Mac De Di Du La Le Van Von Fitz San Des Al El Da Del O Ap Ni".split())
_BRANDS = frozenset(
    """WeWork PayPal YouTube LinkedIn GiveWell OneTheory WhoWhatWear SheKnows YouGov AndThen HeForShe GoFundMe
    WeChat WeTransfer ItsOn FanDuel MyFitnessPal FaceTime LiveNow""".lower().split()
)
_EXTENSIONS = frozenset(
    """com org net edu gov int info biz io ai tv co uk us eu de at ch fr es it pt nl be pl ru ua cz se no dk fi
    ro gr tr in cn jp kr br mx ar ca au nz za js py php html htm pdf jpg png css asp aspx exe txt doc
    mp3 mp4 me ly app dev""".split()
)
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr st prof sen rep gov gen col sgt capt lt maj rev hon jr sr vs etc inc ltd co corp no nos vol
    pp fig approx dept est min max tel www ca bzw usw str nr hr fr hl abs art geb evtl ggf inkl zzgl
    bspw zb av apdo sra srta mme mlle ste bd ing avv dott sig ul im prof tzn np itd ok mld mln tys""".split()
)
_CYRILLIC_JOINT = regex("[А-ЯЁІЇЄ](?<=[а-яёіїє]{2}.)(?=[а-яёіїє])|[А-ЯЁІЇЄ](?<=[а-яёіїє]{3}[.!?].)(?=[а-яёіїє ])")
_LEFT = regex(r"[^\W\d_]+\Z")
_RIGHT = regex(r"[^\W\d_]+")
_ADDRESS = regex(r"[/@#\\=_]|\*\w|www|\.\w+\.|://|\w\.\w{2,4}/")
MAX_WORD_CHARS = 40
"""Longest word looked at, in letters."""
MIN_LEFT_CHARS = 3
"""Shortest word, in letters, before a full stop and a capital; shorter ones are abbreviations."""


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
        Good("McDonald and LeBron met DeSantis at WeWork; a PhD with an iPhone on YouTube.", why="names"),
        Good("See www.DearReader.com, amazon.Com, Node.Js and report.Final.pdf.", why="addresses and files"),
        Good("The U.S.A. grew 3.5 percent, No.One said at 9 a.m.", why="abbreviations and numbers"),
        Good("LehrerInnen und SchülerInnen streiken in den USAnders.", why="German forms"),
        Good("Das Portal Table.Media berichtet. #TodayInTheSenate", why="a name with a stop, a hashtag"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each place where two words are glued."""
        text = doc.text
        found = [place for joint in sorted(set(_joints(text))) if (place := _words(text, joint))]
        if not found:
            return
        # What stands there twice in the same way is a name.
        times = Counter(text[place.start : place.end] for place in found)
        for start, joint, end, kind in _apart(found):
            if times[text[start:end]] > 1:
                continue
            yield self.finding(
                f'glued: "{text[start:end]}"',
                (start, end),
                confidence=0.97 if kind == "sentence" else 0.95,
                evidence={"kind": kind},
                edits=[Edit(joint, joint, " ")],
                fix_message="put a space between",
            )


def _joints(text: str) -> Iterator[int]:
    """Yield the offsets of capitals that stand right behind a word or a sentence.

    Cyrillic, known by its о, is beyond the shape and has a pattern of its own.
    """
    shaped = shape(text)
    yield from (at + 1 for at in places(shaped, b"aAa") if text[at + 1 : at + 3] in _OPENER_STARTS)
    marked = shaped.translate(_ONE_MARK)
    yield from (at + 2 for at in places(marked, b"a?A") if text[at + 1] in ".!?")
    yield from (at + 2 for at in places(marked, b"??A") if text[at + 1] in '”»"' and text[at] in ".!?")
    if "\u043e" in text:
        yield from (match.start() for match in _CYRILLIC_JOINT.finditer(text))


class _Place(NamedTuple):
    start: int
    joint: int
    end: int
    kind: str


def _apart(found: Iterable[_Place]) -> Iterator[_Place]:
    """Yield the places that do not overlap the one before."""
    taken = -1
    for place in found:
        if place.start >= taken:
            taken = place.end
            yield place


def _words(text: str, joint: int) -> _Place | None:
    """Return the place of two glued words and how they are glued; None where they are one name, or an address."""
    right = _RIGHT.match(text, joint, joint + MAX_WORD_CHARS)
    between = joint
    while between and not text[between - 1].isalnum() and joint - between < 3:
        between -= 1
    left = _LEFT.search(text[max(0, between - MAX_WORD_CHARS) : between])
    if not right or not left:
        return None
    if between == joint:
        glued = _are_two(text, left.group(), right.group(), right.end())
    else:
        glued = _is_sentence_end(text, left.group(), text[between:joint], right.group(), right.end())
    if not glued or _is_address(text, joint):
        return None
    return _Place(between - len(left.group()), joint, right.end(), "word" if between == joint else "sentence")


def _are_two(text: str, left: str, right: str, end: int) -> bool:
    """Tell whether a lower-case letter and a capital belong to two words: the right one opens sentences."""
    if right not in _OPENERS or left in _NAME_STARTS or len(left) < MIN_LEFT_CHARS:
        return False
    if left[:1].isupper() and right != "The":
        return False
    if (left + right).lower() in _BRANDS:
        return False
    return text[end : end + 1] in (" ", ",", "\xa0", "'", "’")


def _is_sentence_end(text: str, left: str, mark: str, right: str, end: int) -> bool:
    """Tell whether the mark between two words ends a sentence."""
    if mark[0] not in ".!?" or mark[1:].strip('”»"'):
        return False
    if len(left) < MIN_LEFT_CHARS or left.lower() in _ABBREVIATIONS:
        return False
    if not left.islower() and not (left.istitle() and right in _OPENERS):
        return False
    if not (right.isupper() or right.istitle()) or text[end : end + 1] in ("(", ")", "@", "_", "-", "."):
        return False
    if '"' in mark and text.rfind('"', 0, end) >= 0 and not _closes(text, end - len(right) - 1):
        return False
    return right.lower() not in _EXTENSIONS


def _closes(text: str, quote: int) -> bool:
    """Tell whether a straight quote is the second of its pair within its line."""
    start = text.rfind("\n", max(0, quote - MAX_QUOTE_CHARS), quote) + 1
    return text.count('"', max(start, quote - MAX_QUOTE_CHARS), quote) % 2 == 1


MAX_QUOTE_CHARS = 2000


def _is_address(text: str, at: int) -> bool:
    start, end = word_bounds(text, at, MAX_WORD_CHARS * 2)
    return bool(_ADDRESS.search(text, start, end))
