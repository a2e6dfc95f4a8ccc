"""Words with a capital that are alike and never spellings of one name: opposites, points of the compass, offices."""

from __future__ import annotations

from scrapelint.plugin import regex
from scrapelint_rules.translation._shared.names.romanisation import plain

_PAIRS = (
    "interne externe interna externa interno externo internas externas internos externos internes externes interni esterni "
    "esterna esterno intern extern interner externer internal external inward outward inland outland inlands outlands "
    "interior exterior interiores exteriores interieur exterieur interiorul exteriorul inner outer upper lower "
    "mayor menor mayores menores maior menor maiores menores maggiore minore maggiori minori major minor majeur mineur "
    "superior inferior superiores inferiores superieur inferieur superiore inferiore anterior posterior "
    "junior senior juniors seniors junioren senioren juniores seniores mens womens men women masculino feminino femenino "
    "masculin feminin maschile femminile oriental occidental orientale occidentale orientales occidentales "
    "import export imports exports importe exporte immigration emigration income outcome ante post macro micro "
    "oeste leste este ouest est west east vest ost vast ovest oost osten westen norte sul sur nord sud north south norden suden "
    "wschod zachod vychod zapad istok vostok восток запад восточный западный восточная западная северный южный "
    "ministre ministere ministro ministerio ministero ministrul ministerul ministrului ministerului ministru minister ministr "
    "ministar ministarstvo ministeriet ministern ministerie министр министерство министра министерства міністр міністерство "
    "senato senatore senado senador senat senator senatul senatorul canton cantone prefeito prefeitura prefet prefecture "
    "prefetto prefettura prefectul prefectura director direccion diretor diretoria direttore direzione directeur direction "
    "direktor direktion kanzler kanzlei konsul konsulat consul consulat consulate guvernul guvernatorul primarul primaria "
    "procurorul procuratura presidente presidenta presidencia presidenza president presidence presidency "
    "primera tercera primero tercero premier premiere dritte dritter erste erster "
    "αναλυτης αναλυση αναλυσης προεδρος προεδρου προεδρια προεδριας υπουργος υπουργου υπουργειο υπουργειου "
    "india indo china sino franco anglo"
)
OPPOSITES = frozenset(_PAIRS.split())
"""Without diacritics, in lower case: two of these are two words."""
_COMPASS = regex(
    r"(?:nord|north|noord|norr|nor|norte|sud|south|zuid|soder|sor|syd|sur|sul|северо|юго|північно|південно)-?"
    r"(?:osten|ost|oost|ost|east|este|est|ouest|oeste|west|westen|vest|vast|ovest|ester|восток\w{0,2}|запад\w{0,2}|"
    r"(?:восточн|западн|східн|західн)\w{1,3}|схід|захід)(?:ern|erly|ens|liche[rns]?|elijk)?"
)
"""A point between two of the compass: Nordost, Sud-Ouest, Северо-Запад."""


def are_opposites(one: str, other: str) -> bool:
    """Tell whether two words, or what differs in two compounds, are both such words."""
    apart = set(plain(one).split("-")) ^ set(plain(other).split("-"))
    return apart <= OPPOSITES or all(_COMPASS.fullmatch(plain(word)) for word in (one, other))
