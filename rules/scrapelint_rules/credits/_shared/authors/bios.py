"""Notes at the end of an article that say who wrote it, told by their grammar: a name, "is", and what the person does."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from scrapelint.plugin import regex, stop_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from scrapelint.plugin import Document, Line

CLOSING_LINES = 3
"""Lines at the end of a text among which the note is."""
HEAD_LINES = 3
"""Lines at the top among which the byline may name the author; below them the article does not."""
MIN_ARTICLE_LINES = 3
"""Lines above the note from which there is an article."""
MAX_STORY_RESIDUE = 0.5
"""Probability to be the page's up to which a paragraph below is the article's."""
MIN_NAME_WORDS, MAX_NAME_WORDS = 2, 6
MAX_PREDICATE_WORDS = 25
"""Words after the name within which the verb and the role are."""
_MARKS = "*•—–-_([{„“\"'. "
_TITLES = frozenset(
    "the rev. rev. rev dr. dr prof. prof professor gen. col. lt. sir ms. mr. mrs. ο η ο/η κ. κα el la il der die author: by"
    " drs. ir. mgr. ing. phdr. doc. judr.".split()
)
"""What comes before a name, in lower case."""
_PARTICLES = frozenset("de del della da di do dos van von der den la le bin al el y e ten ter zu af av".split())
_VERBS = frozenset(
    "is are teaches writes serves hosts lives works directs leads heads runs edits covers reports holds founded"
    " ist sind lehrt schreibt arbeitet lebt leitet forscht berichtet"
    " est enseigne dirige écrit vit travaille sont"
    " es enseña dirige escribe vive trabaja son"
    " é ensina escreve vive trabalha dirige são"
    " è insegna scrive vive lavora dirige sono"
    " werkt schrijft leeft woont doceert leidt zijn"
    " är skriver arbetar bor leder undervisar er skriver arbejder arbeider bor leder underviser on kirjoittaa työskentelee"
    " jest pisze pracuje mieszka wykłada kieruje je píše pracuje žije učí vede živi radi piše predaje"
    " este scrie lucrează predă conduce είναι γράφει διδάσκει εργάζεται є пише працює викладає является пишет работает живёт"
    " живет преподаёт преподает руководит е пише работи преподава adalah là".split()
)
"""Forms of "to be" and of what authors do, in the languages that write names with a capital."""
_VERBS_OF = {
    "on": ("fi", "et"), "es": ("es", "ca"), "son": ("es", "ca"), "er": ("da", "nb", "nn", "no", "is"), "e": ("bg", "mk"),
    "je": ("cs", "sk", "sl", "hr", "bs", "sr"), "este": ("ro",), "là": ("vi",), "est": ("fr",), "sa": (),
}  # fmt: skip
"""Of the verbs those that other languages have as another word, with the languages in which they count."""
_POSSESSIVE = regex(r"['’]s\b")
_FIRM = regex(r"(?i)^(?:inc|ltd|llc|plc|gmbh|ag|corp|limited|holdings?|oyj?|asa|n\.?v|b\.?v|s\.?p\.?a)[.,]{0,2}$|[!?]$")
"""The last word of the name of a firm, or the mark of a title that is an exclamation."""
_OF_FIRMS = regex(
    r"(?i)(?:(?:an?|the|eine?|une?|la|una?|uma?|een) )?(?:[^\W\d_]\S{0,20} ){0,3}?(?:subsidiary|tochter(?:firma|gesellschaft|unternehmen)?|filiale"
    r"|filial|subsidiária|controllata|dochter(?:bedrijf|onderneming|maatschappij)|dotterbolag|datterselskap|spółka)\b"
)
"""What a firm is of another one."""
_SINGLED_OUT = regex(
    r"(?i)^(?:\S+ ){0,2}(?:(?:the )?(?:only|alleged|suspected|accused|convicted|late)|einzige[rn]?|seule?|únic[oa]|unic[oa]"
    r"|enige|enda|eneste|jedyn\w+|jedin\w+|единственн\w+|єдин\w+|(?:mutmaßliche|verdächtige)\w?)\b"
)
"""What singles a person of the story out right after the verb, as no author is: "the only", "the alleged"."""
_BODIES = frozenset(
    "university college institute school academy department ministry council committee commission board agency authority office bureau "
    "police team group company corporation association society federation union foundation organization organisation service services "
    "center centre hospital museum club league network party court brewing airlines railway "
    "universität hochschule institut ministerium verband amt polizei gesellschaft stiftung verein universidad instituto ministerio "
    "policía asociación fundación universidade ministério polícia associação fundação université institut ministère association "
    "fondation università istituto ministero polizia associazione fondazione universiteit instituut ministerie politie vereniging "
    "stichting uniwersytet instytut ministerstwo policja stowarzyszenie fundacja univerzita ústav policie ministerstvo universitet "
    "institutt politiet polisen yliopisto laitos poliisi университет институт министерство полиция комитет фонд університет інститут "
    "міністерство поліція комітет".split()
)
"""Words in the names of bodies, firms and offices; whoever wrote an article has a name without them."""
_DOING = regex(
    r"(?!(?:pursuing|working|writing|studying|majoring|completing|teaching|serving|researching|covering|reporting|editing|living)\b)[a-z]{3,}ing\b"
)
"""What somebody is doing in the story; authors study, write and teach."""
_ARTICLES = frozenset("the der die la il el".split())
_AND = frozenset("and und et y e en och og ja i a și και и та ve".split())
_SAYS = frozenset(
    "said told says tells called praised noted warned quoted according laut zufolge selon según segundo secondo sagte a-t-il dijo disse ha zei sa sagde powiedział řekl".split()
)
"""Whoever says something is a person of the story."""
_ROLES = regex(
    r"(?i)\b(?:(?:professor|author|co-?author|editor|fellow|writer|column(?:ist|s?)\b|director|president|student|teacher|lawyer"
    r"|attorney|founder|co-?founder|reporter|correspondent|journalist|host|scholar|researcher|analyst|consultant|advis[eo]r"
    r"|novelist|physician|historian|economist|scientist|contributor|freelanc\w+|graduate|assistant|associate|lecturer|pastor"
    r"|minister and|commissioner|member|chair(?:man|woman|person)?|executive|producer|filmmaker|poet|book|podcast|blog|degree"
    r"|university|college|institute|spokes\w+|activist|political science|newspaper|magazine|editorial)"
    r"(?!it|iz|ile|ages?\b|i?al\b|ship|ry\b|y\b|e?d\b|ing\b)"
    r"|autor(?:in|a|ka|e|es|i)?|redakteur(?:in)?|journalistin?|kolumnist(?:in)?|professorin?|dozentin?|politikwissenschaftler(?:in)?"
    r"|historiker(?:in)?|rechtsanw\w+|schriftsteller(?:in)?|auteure?|journaliste|professeure?|écrivaine?|chercheu\w+|chroniqueu\w+"
    r"|avocate?|enseignante?|periodista|profesora?|escritora?|investigadora?|columnista|abogad[oa]|catedrátic[oa]|analista"
    r"|jornalista|escritora?|pesquisadora?|colunista|advogad[oa]|giornalista|scrittrice|scrittore|docente|ricercat\w+|editorialista"
    r"|avvocat[oa]|schrijver|schrijfster|hoogleraar|redacteur|onderzoeker|journalist|skribent|författare|forfatter|forsker|forskare"
    r"|redaktør|redaktör|kirjailija|toimittaja|tutkija|professori|dziennikar\w+|publicyst\w+|profesor\w*|redaktor\w*|pisar\w+"
    r"|novinář\w*|novinár\w*|spisovatel\w*|publicist\w*|redaktor\w*|novinar\w*|profesor\w*|pisac|kolumnist\w*|ziarist\w*|jurnalist\w*"
    r"|scriitor\w*|editor\w*|δημοσιογράφος|συγγραφέας|καθηγητής|καθηγήτρια|δικηγόρος|οικονομολόγος|αρθρογράφος|журналіст\w*"
    r"|письменни\w+|професор\w*|політолог\w*|журналист\w*|писател\w+|профессор\w*|политолог\w*|колумнист\w*|редактор\w*|автор\w*)"
)
"""What the author of an article is, or is known for."""

_TOPICS = regex(
    r"(?:writes (?:about|for|on)|covers [^.]{3,120}? for|schreibt (?:für|über)|écrit (?:pour|sur)|escribe (?:para|sobre)|escreve (?:para|sobre)"
    r"|scrive (?:di|per)|schrijft (?:over|voor)|skriver (?:för|for|om)|pisze (?:dla|o)|píše (?:o|pro)|пишет (?:для|о|об)|пише (?:для|про)) \S"
)
"""What authors write about or for, in place of a role."""


def closing_bios(doc: Document) -> Sequence[Line]:
    """Return the lines at the end of a text that say who wrote it, of somebody whom the article does not name."""
    if doc.is_flat or len(doc.lines) <= MIN_ARTICLE_LINES:
        return ()
    first = max(MIN_ARTICLE_LINES, len(doc.lines) - CLOSING_LINES)
    return [line for line in doc.lines[first:] if _is_bio(doc, line) and not _story_goes_on(doc, line)]


def follows_known(doc: Document, line: Line) -> bool:
    """Tell whether the sentence before one, in a text of one line, begins with a name that the story knows."""
    above = doc.before(line) if doc.is_flat else None
    name = _parts(above)[0] if above else ()
    return above is not None and len(name) >= MIN_NAME_WORDS and _is_known(doc, above, name[-1])


def _story_goes_on(doc: Document, line: Line) -> bool:
    """Tell whether a paragraph of the article is below a line, no note on another author and nothing of the page's."""
    return any(
        other.index in doc.paragraph_lines
        and other.index not in doc.known_residue
        and doc.residue_probability[other.index] < MAX_STORY_RESIDUE
        and not _says_who(*_parts(other), _verbs(doc.language))
        for other in doc.lines[line.index + 1 :]
    )


def _is_bio(doc: Document, line: Line) -> bool:
    name, rest = _parts(line)
    if not name or name[0].lower() in stop_words(doc.language or "en"):
        return False
    if any(map(_POSSESSIVE.search, name)) or _is_firm(name, rest) or not _says_who(name, rest, _verbs(doc.language)):
        return False
    if _is_body(line, name) or (rest[0] in {"is", "are"} and _DOING.match(" ".join(rest[1:2]))):
        return False
    does = " ".join(rest)
    has_work = _ROLES.search(does) is not None or _TOPICS.match(" ".join(_without_brackets(rest))) is not None
    return has_work and not _is_known(doc, line, name[-1])


def _is_firm(name: Sequence[str], rest: Sequence[str]) -> bool:
    """Tell whether a name is that of a firm or a programme, by its last word or by what is put in between in commas."""
    return bool(_FIRM.search(name[-1])) or (name[-1].endswith(",") and bool(_OF_FIRMS.match(" ".join(rest))))


def _is_body(line: Line, name: Sequence[str]) -> bool:
    """Tell whether a name is that of a body, an office or a firm: with its article, and no title between, or by a word of it."""
    words = line.text.lstrip(_MARKS).split(maxsplit=2)
    has_article = words[0].lower() in _ARTICLES and words[1].lower() not in _TITLES
    return has_article or any(word.strip(",.()").lower() in _BODIES for word in name)


def _parts(line: Line) -> tuple[Sequence[str], Sequence[str]]:
    """Return the name that a line begins with, in words without titles, and what follows it."""
    words = line.text.lstrip(_MARKS).split()
    while words and words[0].lower() in _TITLES:
        words = words[1:]
    name = _name(words)
    return name, words[len(name) : len(name) + MAX_PREDICATE_WORDS]


@cache
def _verbs(language: str | None) -> frozenset[str]:
    """Return the verbs that count in a language."""
    return _VERBS.difference(verb for verb, languages in _VERBS_OF.items() if language and language not in languages)


def _says_who(name: Sequence[str], rest: Sequence[str], verbs: Collection[str]) -> bool:
    """Tell whether the verb directly follows the name, or what is put in between in commas or brackets."""
    if len(name) < MIN_NAME_WORDS or _SAYS.intersection(word.strip(',.:;“”"') for word in rest):
        return False
    if name[-1].endswith(","):
        places = [at for at, (before, word) in enumerate(pairwise(rest), 1) if word in verbs and before.endswith(",")]
        return bool(places) and not _SINGLED_OUT.match(" ".join(rest[places[0] + 1 :]))
    after = _without_brackets(rest)
    if not after or not (after[0] in verbs or _are_two(after, verbs)):
        return False
    return not _SINGLED_OUT.match(" ".join(after[1:]))


def _without_brackets(words: Sequence[str]) -> Sequence[str]:
    """Return words without a handle or an address in brackets that they begin with."""
    if not words or words[0][0] not in "(@":
        return words
    closed = next((index for index, word in enumerate(words) if word.rstrip(",").endswith(")")), 0)
    return words[closed + 1 :]


def _are_two(words: Sequence[str], verbs: Collection[str]) -> bool:
    """Tell whether a second name follows: "Ana Ruiz and Jo Hale are the authors"."""
    if words[0] not in _AND:
        return False
    other = _name(words[1:])
    return len(other) > 1 and words[len(other) + 1 : len(other) + 2] != [] and words[len(other) + 1] in verbs


def _name(words: Sequence[str]) -> Sequence[str]:
    """Return the words that a line begins with and that are a name."""
    count = 0
    for word in words[:MAX_NAME_WORDS]:
        if not (word[:1].isupper() or (count and word in _PARTICLES)):
            break
        count += 1
        if word.endswith(","):
            break
    return words[:count]


def _is_known(doc: Document, line: Line, surname: str) -> bool:
    """Tell whether the article names a person, its head apart: then the line is part of the story."""
    bare = surname.strip(",.()’'\"")
    above = doc.text[doc.lines[min(HEAD_LINES, line.index)].start : line.start]
    return bare in above
