"""MTX015 translated-text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity, excerpt
from scrapelint_rules.translation._shared.phrasing.likeness import PIECED, TABLES, likeness, likest
from scrapelint_rules.translation._shared.signs.abroad import PATTERNS as ABROAD
from scrapelint_rules.translation._shared.signs.abroad import POINTS as ABROAD_POINTS
from scrapelint_rules.translation._shared.signs.abroad import has_common_words
from scrapelint_rules.translation._shared.signs.turns import POINTS as TURN_POINTS
from scrapelint_rules.translation._shared.signs.turns import TURNS
from scrapelint_rules.translation._shared.signs.weak_signs import phrases, shapes, slips
from scrapelint_rules.translation._shared.words.unknown import unknown_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding
    from scrapelint_rules.translation._shared.signs.weak_signs import Sign


_SOURCES = (
    "romance",
    "french",
    "spanish",
    "slavic",
    "russian",
    "german",
    "turkish",
    "chinese",
    "indian",
    "arabic",
    "indonesian",
    "abroad",
)
POINTS = {**dict.fromkeys(_SOURCES, 2), **TURN_POINTS, **ABROAD_POINTS}
"""What a sign counts, by the entry of its pack, or its kind; one where nothing is said."""
MAX_SLIPS = 4
"""Points that slips of form can add: they are looked for only where they decide."""
SURE_POINTS, SURE_SIGNS = 1, 2
"""Points beyond the least, in English, and different signs, from which the finding is a warning."""
ABROAD_SURE_POINTS, ABROAD_SURE_SIGNS = 2, 3
"""The same in the other languages, whose lists are of fewer texts. Of 5,900 native ones none had even the least.

Two signs of one point are nothing there: people write "laut Beamten" and "el secretario de prensa" of their own.
"""
HINTS, HINT = "translation-hints", "hint"
"""The pack, and its entry, of turns that say nothing but that the phrasing is worth looking at."""
MIN_BESIDE, MAX_BESIDE = 2, 4
"""Points of signs, and hints, that have to be there as well as the phrasing, and the most that count.

Of 16,900 scraped native texts in English, half a percent have two and a phrasing that is at all like a translation's.
"""
BESIDE_WEIGHT = 0.04
"""What each adds to the likeness of the phrasing to that of machine translations."""
LONG_WEIGHT = 0.01
"""What a thousand code points beyond `FREE_CHARS` take away: a long text has more hints."""
LIKE, SURELY_LIKE = 0.08, 0.095
"""Likeness with what is beside it from which it is reported, and from which it is a warning."""
ALONE_LIKE = 0.1
"""The same with only one point as well, of a turn that is more than a hint or a slip."""
LIKE_ABROAD, SURELY_LIKE_ABROAD = 0.13, 0.15
"""The same in German, where few signs are known, and none has to be there as well.

Of 23,790 native texts, by tables that had not seen their site, five are above the second, and four of them are translated.
"""
PIECED_ALONE = 0.1
"""Likeness to what is put together piece by piece from which it is reported, in English, where no other sign is there.

Of 12,363 native texts, by tables that had not seen their site, five have it: four are translated.
"""
PIECED_BESIDE = 0.08
"""The same where a sign or hint is there as well."""
MAX_PLACES = 5
"""Sentences that a finding of these names as its places."""
_SLIPS = frozenset({"capital", "within", "closing", "article", "curly"})
_NO_TURNS = _SLIPS | {HINT}
MAX_UNKNOWN = 7
"""Most unknown words: a text with more of them quotes another language, or is a list of names."""
LANGUAGES = frozenset({"en", "de", "es", "fr", "id", "it", "pt", "ru", "tr"})
FREE_CHARS, CHARS_A_POINT = 2_000, 1_000
"""Code points of text that are free, and for how many beyond them one more point is asked."""


class TranslatedText(DocumentRule):
    """Turns and slips of a translator in one article, most of them too weak to be reported by themselves.

    Why it matters: "in these hours", "it was previously reported" and a capital in mid-sentence may each be a writer's
    own. Several in one text mean that it was put into its language from another one, and not well.

    What to do: know the article for a translation, by whomever. A good translation has no such signs, and cannot be
    told. English, and with fewer signs German, Spanish, French, Indonesian, Italian, Portuguese, Russian and
    Turkish. A turn that hardly any text has counts two points ("the press service of", "said this Thursday"), any
    other one; a text has to have the more of them, the longer it is. In English how the text is put together counts,
    too, where there are two points or hints as well ("it is necessary to"): which small words and endings are next to each
    other, as in machine translations. Then the sentence is named that is most like theirs. In German this counts alone in
    a text of some 250 words, and in one of some 70 where there is a sign as well. English that rules, statistics or a list of
    synonyms put together piece by piece is told by a table of its own, in every text of some 70 words: "of it to this
    time nobody has something seen".

    Texts with a warning, and with any finding: in English 0 and 2 of 329 native ones, 97 and 174 of 1,134
    translated by people, 478 and 685 of 2,336 translated by systems; without what is put together piece by piece, 2 and
    3 of 14 copies, 2 and 14 of 7,116 of scraped news. Of copies put there and back by older systems it finds nearly half.
    In other languages 7 and 18 of 41 copies, 115 and 186 of 28,579 of scraped news, all of them German, and nearly all
    of two collections of sites that translate much.
    """

    code, name, severity = "MTX015", "translated-text", Severity.WARNING
    native_share = 0.003
    packs = ("translated-words", "calque", HINTS)
    patterns = (*TURNS.values(), *ABROAD)
    min_points = Setting(2, "points in a text of 2,000 code points below which nothing is reported", minimum=2)
    examples = (
        Bad(
            "⟦In these hours⟧ the town is in shock. The mayor spoke through her social networks, and the body was taken away "
            "in red code, as the men of the town said to the press."
        ),
        Bad(
            "⟦It was previously reported⟧ that the bridge is shut. According to preliminary data it is the frost, and "
            "writes about this the paper of the town on its page."
        ),
        Bad(
            "⟦In the night to⟧ Sunday the bridge was shut, it said that The town has no other, and the German press agency "
            "had it from the men of the port in the morning."
        ),
        Bad(
            "The mayor ⟦has said this Thursday⟧ that the bridge is shut, and sources from the port have informed the press "
            "of it. The men of the town had no answer to it.."
        ),
        Bad(
            "⟦This was reported⟧ by the press service of the port. Recall that the bridge is shut under the 56 th article of "
            "the law of the sea, and that it has cost 20 thousand euros."
        ),
        Bad("⟦In these hours⟧ the town is in shock, and the mayor spoke on Instagram to all of them of the frost."),
        Bad(
            "It is necessary to close the bridge before the start of the winter, so it is not possible to go to the market in "
            "the car. The decision of the council was made at the meeting, and the residents were not informed. ⟦Also the work "
            "of the ferry is stopped, because the ice is very thick.⟧ The representatives of the port said that they will solve "
            "the problem in the near future, and that the people will be able to get to work. The men of the villages are waiting "
            "for the answer, and they do not know when the water will go down. The school is closed, and the children are at the "
            "home of the parents. The road to the port is under the snow, and the cars are standing on it for the second day."
        ),
        Bad(
            "Die Bürgermeisterin sagte, dass die Brücke am Montag geschlossen wurde, nachdem Ingenieure festgestellt hatten, dass "
            "ihre Pfeiler nicht mehr sicher sind. Die Entscheidung wurde im Telegram-Kanal der Stadt veröffentlicht. ⟦Es ist nicht "
            "möglich, mit dem Auto zu dem Markt zu fahren, und die Menschen sind gezwungen, einen anderen Weg zu nehmen.⟧ Sie fügte "
            "hinzu, dass sie sich der Probleme bewusst ist, die dies für die Menschen verursacht."
        ),
        Bad(
            "Le maire a nié que le pont soit fermé. “Il ne fait pas si froid,” ⟦il a dit⟧, et la presse du port écrit que "
            "[they] l'ont vu fermé lundi (16/5)."
        ),
        Bad(
            "La alcaldesa ha dicho que el puente está cerrado. ⟦Servicio de prensa del⟧ puerto: informa la publicación "
            "que no hay otro, y la gente de la ciudad espera."
        ),
        Bad(
            "Il sindaco ha parlato ieri del ponte chiuso. “Non è colpa nostra”, ⟦lui ha detto⟧ alla stampa del porto e della città."
        ),
        Bad(
            "The mayor has closed the bridge ⟦at 9:00 at night⟧, and the men of the town had no other. “It is cold, ”explained the "
            "master of the port, who had 14 thousand passengers a day, and he warned today that it will be so for a year."
        ),
        Bad(
            "“It was a good year for the port,” ⟦he valued⟧ as he came out of the town hall at 7 p.m. m. on Monday, and left at once."
        ),
        Bad(
            "The hall of the town opened ⟦in the April⟧, and during year 1988 the men of the port had seen the play in it on a night."
        ),
        Bad(
            "The city's civic chairman has shown to the newsmen that the extension will be not opened of the again before of the "
            "winter. In the understanding with him, the works of repair they depend of the climate, and that it is not in the "
            "hand of nobody. ⟦In the house of the city one spoke also of the expense of the works, that the advice granted to the "
            "company in the last meeting of it.⟧ The neighbors of the zone, that live to the other side of the river, are not "
            "content with the decision, because they must give a return of ten kilometers to arrive at the market. It was "
            "promised to them that a boat would take them to the other border in these days, but of her nothing has been seen."
        ),
        Bad(
            "The mayor of the town of Larn has said to the newsmen that of the bridge it is not known when it will be of new opened. "
            "According to him, the works have to be to the end brought until the beginning of the winter, what however from "
            "the weather depends. ⟦In the town hall they have of the costs of the works in the amount of two millions also spoken, "
            "that the council on the last meeting has to the company of the brothers Oakes granted.⟧ The inhabitants of the "
            "quarter are with the decision not content, because to the market they must to make a way of ten kilometers."
        ),
        Good(
            "They met in the March of that year, during the March on Larn, and in the May, 2016 vote. In years 1988 to 1990 it was shut.",
            why="plain English",
        ),
        Good(
            "“It was a good year,” he said of the valued bridge at 9 p.m., and at 9 at the latest. He explained today’s plan for "
            "14,000 passengers.",
            why="plain English",
        ),
        Good(
            "The engineer effected a change in the quality of the water of Larn, as noted by the council in May.",
            why="plain English",
        ),
        Good(
            "The council closed the bridge on Monday because its piers are cracked, and drivers heading for the market will "
            "have to go round by Larn until the spring. It is necessary to keep lorries off the old road as well, an engineer "
            "told the meeting, which ran for a long time and drew a crowd. “We had hoped to avoid this,” she said, adding that "
            "a ferry would run every half hour while the work lasts.",
            why="two of the turns, in sentences that nobody translated",
        ),
        Good(
            "The council closed the bridge on Monday because its piers are cracked, and drivers heading for the market will have "
            "to go round by Larn until the spring. Residents on the far side of the river were not impressed. One of them, a "
            "baker, said he now sets out at four to reach his ovens, and that the detour costs him more in petrol than he makes "
            "on a slow morning. The council has set aside two million for the work, which it hopes to finish before the frost. "
            "“Of that, and of a good deal else, we have heard before,” she said of the promise, to the loudest laugh of the night.",
            why="prose of one's own, also where it turns its words about",
        ),
        Good(
            "Le maire a nié que le pont soit fermé. « Il ne fait pas si froid », a-t-il dit lundi 16 mai à la presse du port."
        ),
        Good(
            "Il sindaco ha parlato ieri del ponte chiuso. “Non è colpa nostra”, ha detto lunedì alla stampa del porto e della città."
        ),
        Good(
            "The mayor spoke to all of them of the frost. It was reported that he will speak again, and the town has no other.",
            why="one turn that writers have as well",
        ),
        Good(
            "The bridge will be shut this Thursday, the mayor said. The club recalls that he said so in the 56th minute... "
            "And that 20,000 euros are to be paid."
        ),
        Good(
            "The town was in shock this morning. The mayor spoke on Instagram, and the body was taken away by the police."
        ),
        Good(
            "Die Stadt ist am Montag unter Schock gewesen, wie die Bürgermeisterin der Presse sagte.", why="not English"
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding: where there are enough signs for the length, or where the phrasing is like a translation's."""
        if doc.found_language not in LANGUAGES:
            return
        signs = _signs(doc, self.packs[:-1], self._least(doc)) if self._has_wording(doc) else []
        found: list[Finding] = []
        for look in (self._by_points, self._by_phrasing, self._by_pieces):
            found += look(doc, signs)
            if found and found[-1].severity >= Severity.WARNING:
                break
        if found:
            yield max(found, key=lambda finding: finding.severity)

    def _least(self, doc: Document) -> int:
        return self.min_points + max(0, len(doc.text) - FREE_CHARS) // CHARS_A_POINT

    def _by_points(self, doc: Document, signs: list[Sign]) -> Iterator[Finding]:
        """Yield one finding at the first sign, which lists them all."""
        is_english, least, points = doc.found_language == "en", self._least(doc), _points(signs)
        sure, sure_signs = (SURE_POINTS, SURE_SIGNS) if is_english else (ABROAD_SURE_POINTS, ABROAD_SURE_SIGNS)
        is_sure = len(signs) >= sure_signs and points >= least + sure
        if points > least or (points == least and (is_english or any(_points([sign]) > 1 for sign in signs))):
            yield self.finding(
                f"{_number(signs)} of a translation: {_named(doc, signs)}",
                (signs[0].start, signs[0].end),
                confidence=0.92 if is_sure else 0.8,
                at_most=Severity.WARNING if is_sure else Severity.INFO,
                evidence={
                    "kind": "signs" if is_sure else "few",
                    "value": points,
                    "threshold": least,
                    "places": _places(signs),
                },
            )

    def _has_wording(self, doc: Document) -> bool:
        """Tell whether a text has any wording of the rule: without any, a few slips in a short text are no sign."""
        return not doc.matched_concepts.isdisjoint((*self.packs, *self.patterns)) or has_common_words(doc)

    def _by_phrasing(self, doc: Document, signs: list[Sign]) -> Iterator[Finding]:
        """Yield one finding at the sentence most like a translation's, if a text is, and in English where there are signs as well."""
        beside = _beside(doc, signs)
        bounds = _bounds(doc, beside)
        value = _likeness(doc, beside) if bounds else None
        if bounds and value is not None and value >= bounds.like:
            place, *_ = likest(doc.text, str(doc.found_language))
            yield self._put_together("as translations are", doc, place, value, bounds, beside, _places(beside))

    def _by_pieces(self, doc: Document, signs: list[Sign]) -> Iterator[Finding]:
        """Yield one finding at the sentence most like what programs put together of pieces, if an English text is."""
        if doc.found_language != "en" or (value := likeness(doc.text, PIECED)) is None:
            return
        beside = _beside(doc, signs)
        bounds = _PIECED_BESIDE if beside else _PIECED_ALONE
        if value >= bounds.like:
            sentences = likest(doc.text, PIECED, MAX_PLACES)
            places = [{"start": start, "end": end, "kind": PIECED} for start, end in sorted(sentences)]
            yield self._put_together("piece by piece", doc, sentences[0], value, bounds, beside, places)

    def _put_together(
        self,
        how: str,
        doc: Document,
        place: tuple[int, int],
        value: float,
        bounds: _Bounds,
        beside: list[Sign],
        places: list[dict[str, object]],
    ) -> Finding:
        is_sure, sentence = value >= bounds.surely, excerpt(doc.text[slice(*place)], 60)
        named = f", beside {_named(doc, beside)}" if beside else ""
        return self.finding(
            f'put together {how}: "{sentence}"{named}',
            place,
            confidence=0.92 if is_sure else 0.8,
            at_most=Severity.WARNING if is_sure else Severity.INFO,
            evidence={
                "kind": ("phrasing" if is_sure else "like") + bounds.suffix,
                "value": round(value, 3),
                "threshold": bounds.like,
                "places": places,
            },
        )


class _Bounds(NamedTuple):
    """Likeness from which a phrasing is reported, and from which it is a warning."""

    like: float
    surely: float
    suffix: str = ""
    """What the kind ends in, since languages and tables were measured apart."""


_PIECED_ALONE = _Bounds(PIECED_ALONE, PIECED_ALONE, "-pieced")
_PIECED_BESIDE = _Bounds(PIECED_BESIDE, PIECED_BESIDE, "-pieced")


def _bounds(doc: Document, beside: list[Sign]) -> _Bounds | None:
    """Return the bounds of a text with these signs; None where its phrasing is not looked at."""
    if doc.found_language != "en":
        return _Bounds(LIKE_ABROAD, SURELY_LIKE_ABROAD, "-abroad") if doc.found_language in TABLES else None
    if _points(beside) >= MIN_BESIDE:
        return _Bounds(LIKE, SURELY_LIKE)
    has_turn = any(sign.kind not in _NO_TURNS for sign in beside)
    return _Bounds(ALONE_LIKE, SURELY_LIKE) if has_turn else None


def _beside(doc: Document, signs: list[Sign]) -> list[Sign]:
    """Return what counts as well as the phrasing, in order: signs and hints in English, signs that are no slips elsewhere."""
    if doc.found_language != "en":
        return [sign for sign in signs if sign.kind not in _SLIPS]
    hints = [hint for hint in phrases(doc, HINTS) if not any(_meet(hint, sign) for sign in signs)]
    return sorted([*signs, *hints])


def _likeness(doc: Document, beside: list[Sign]) -> float | None:
    """Return how much the phrasing is like that of a translation, with what is beside it; None where nothing is said."""
    like = likeness(doc.text, str(doc.found_language), alone=not beside)
    if like is None or doc.found_language != "en":
        return like if like is None else like + BESIDE_WEIGHT * min(MAX_BESIDE, _points(beside))
    unknown = unknown_words(doc)
    if len(unknown) > MAX_UNKNOWN:
        return None
    points = _points(beside) + any(word.foreignness >= 0 for word in unknown)
    return like + BESIDE_WEIGHT * min(MAX_BESIDE, points) - LONG_WEIGHT * max(0, len(doc.text) - FREE_CHARS) / 1_000


def _places(signs: list[Sign]) -> list[dict[str, object]]:
    return [{"start": sign.start, "end": sign.end, "kind": sign.kind} for sign in signs]


def _named(doc: Document, signs: list[Sign]) -> str:
    return excerpt(", ".join(f'"{excerpt(doc.text[sign.start : sign.end])}"' for sign in signs), 100)


def _number(signs: list[Sign]) -> str:
    return "a sign" if len(signs) == 1 else f"{len(signs)} signs"


def _signs(doc: Document, packs: tuple[str, ...], least: int) -> list[Sign]:
    found = phrases(doc, *packs)
    for shape in shapes(doc):
        met = [sign for sign in found if _meet(shape, sign)]
        if _points(met) < _points([shape]):
            found = [sign for sign in found if sign not in met] + [shape]
    if _points(found) + MAX_SLIPS >= least:
        found += slips(doc)
    return sorted(found)


def _points(signs: list[Sign]) -> int:
    return sum(POINTS.get(sign.kind, 1) for sign in signs)


def _meet(sign: Sign, other: Sign) -> bool:
    return sign.start < other.end and other.start < sign.end
