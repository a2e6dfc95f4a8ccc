"""MTX008 decoder-loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, excerpt
from scrapelint_rules.translation._shared.signs.doubles import doubles
from scrapelint_rules.translation._shared.signs.loops import Loop, loops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding


MAX_SAID = 2
"""Times that a speaker says a thing for emphasis."""
TITLE_CONFIDENCE = 0.5
"""How sure a loop is one where each copy may be a title: pages print theirs beside a picture, or in a list, once more."""
SAID = {"doubled": "word twice in a row", "name": "word twice in a row", "joined": "word joined to itself"}


class DecoderLoop(DocumentRule):
    """A word or phrase repeated right after itself: "the the the", "the region of the region of", "poverty and poverty".

    Why it matters: a translator or generator got stuck. Models that read loops learn to loop.

    What to do: leave one copy, or leave the article out; what is around a loop is seldom right.
    Quotations, songs and "on and on and on" are left alone; a title that may be printed twice is info, and so are two equal
    cells of a table with a figure in them. A text that goes round in circles is REP007.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 2 and 3 of 1,134 translated
    by people, 92 and 98 of 2,336 translated by systems, 0 and 0 of 14 copies, 57 and 57 of 7,116 of scraped news;
    in other languages 0 and 0 of 41 copies, 32 and 48 of 28,579 of scraped news.
    """

    code, name, severity = "MTX008", "decoder-loop", Severity.ERROR
    native_share = 0.0
    examples = (
        Bad("The head ⟦of the of the of the⟧ council spoke."),
        Bad("He worked ⟦in the region of in the region of⟧ Larn for years."),
        Bad("They saw ⟦the the the⟧ bridge."),
        Bad("Der Rat hat ⟦in der Stadt in der Stadt⟧ beraten."),
        Bad("El alcalde dijo ⟦que no queda que no queda⟧ dinero."),
        Bad("Мэр приехал ⟦в город на реке в город на реке⟧ утром."),
        Bad("市長は⟦橋を橋を橋を⟧見た。"),
        Bad(
            "The town will build a new bridge for all ⟦residents residents⟧ of the island, the mayor said to the press."
        ),
        Bad(
            "After years of ⟦poverty and poverty⟧, the island has a bridge, and it has been built by those who live there."
        ),
        Good(
            "They were tried for war crimes and crimes against the peace, and they waited and waited for hours and hours."
        ),
        Good(
            "They can shut the port tomorrow and the next day and the next day, the mayor of the town said.",
            why="emphasis",
        ),
        Good(
            "So it is about grain, but it is also not about grain, but it is also not not about grain, the mayor said of it.",
            why="a play on words",
        ),
        Good("It went on and on and on, bigger and bigger, very very very slowly.", why="emphasis"),
        Good('"Lock the gate up, lock the gate up," they sang.', why="a chant in quotes"),
        Good(
            "She is the first first lady of an island, and there is no there there, he said of a fraction of a fraction of it."
        ),
        Good("Theo quy định mới, giáo viên trung học, giáo viên trung học chính phải có bằng cử nhân.", why="a list"),
        Good(
            'The mayor of the town told the crowd that "harbour harbour" is what the men of the port sing on the quay at night.',
            why="a word twice in quotes",
        ),
        Good("Come on in, na na na na na, the water is warm, na na na na, she sang.", why="a refrain"),
        Good(
            "You build and build, but the quay sinks, and they talk and talk of it. They switch and switch and switch, or "
            "search and search and search for an answer.",
            why="verbs of what goes on and on",
        ),
        Good("We sang la la la la all night, and you know you know you know how that ends.", why="song and speech"),
        Good("Day after day after day he came by, a man of enormous worth – of enormous worth.", why="said twice"),
        Good(
            "It is sold to us as an alternative and an alternative that is new. “The quay is a safe place and a place,” he said.",
            why="said again on purpose",
        ),
        Good("Bora Bora, Baden-Baden and New York, New York.", why="names"),
        Good(
            "New bridge over the river New bridge over the river opens on Monday, the mayor of the town said.",
            why="a title, and a sentence that begins alike",
        ),
        Good("They flew from one aircraft carrier to one aircraft carrier to save fuel.", why="from one to one"),
        Good("Volaron de un gran barco a un gran barco a esa hora, dijo el lunes el alcalde de la ciudad a la prensa."),
        Good(
            "Sie flogen von einem großen Träger zu einem großen Träger zu dieser Zeit, sagte der Bürgermeister am Montag."
        ),
        Good("Er sprach von Brücken, Straßen, Schulen und und und, bis es im Saal der Stadt dunkel war.", why="a list"),
        Good("Ha ha ha. No, no, no. 1 1 1 0 0 0", why="laughter, refusal, figures"),
        Good("Er sagte, dass das das Beste sei.", why="two words that look alike"),
        Good(
            "He was deputy mayor and mayor, and when he had gone home he would sleep, sleep and sleep. They have something "
            "to sell to the world and the world will come to them, in the ports of the South South.",
            why="two offices, a clause of its own, emphasis, a region",
        ),
        Good(
            "Nie wiadomo, kiedy prom znów popłynie. Rada miasta prosi Rada miasta prosi o cierpliwość wszystkich, którzy "
            "mieszkają na wyspie i nie mogą się dostać do pracy ani do szkoły.",
            why="a heading in a text of one line, and the sentence below it",
        ),
        Good(
            "The most beautiful bridges: the bridge of Larn The bridge of Larn was built of stone four hundred years ago.",
            why="a heading that ends in the words of the next sentence",
        ),
        Bad(
            "The mayor came on Monday. Read also ⟦Larn Wants a New Bridge Larn Wants a New Bridge⟧ Share 3:20. The old one is shut.",
        ),
        Good(
            "Prices of houses in Larn, by street, in a table of the town: rent 0.91 44.2 R+1.3 rents 0.91 44.2 R+1.3 rents 0.85.",
            why="rows of a table",
        ),
        Good(
            "Read what the readers of the paper have to sell.\n\nThe mayor was heard by those who had come to the port in the "
            "rain Mean price Change in mean price Change in sold listings and the hills above the harbour have the oldest of "
            "the houses that were built for the captains of the line and for their widows when the port was the only one on "
            "this coast and the ships came from all over the world to be mended in its yards Mean price Change in mean price "
            "Change in sold listings and the quays are where most of those who work in the port have lived for all their lives "
            "and where the rents have doubled since the ferry began to sail to the island on the other side of the sound.",
            why="labels of tables in a text that has lost its marks",
        ),
        Good(
            "She went to the mayor and the mayor said that it was shut, and the younger sailors or sailors who had a job "
            "left. Sailors are meant to respect captains and captains are meant to respect sailors.",
            why="a clause that begins between the two",
        ),
        Good(
            "Could you explain the other parts of the law, in -- in -- in plain words, the judge asked the lawyer of the town.",
            why="a speaker who halts",
        ),
        Good(
            "Ровесник еду еду на коне страшно страшно мне я везу с собой окно но в окне моём темно и не видно никого кроме неба "
            "одного там плывёт моя луна надо мной она одна и шумит внизу река далека и глубока",
            why="verse without marks",
        ),
        Good(
            "The book gives us an interpretation of someone else's interpretation of someone else's ideas.",
            why="one within another",
        ),
        Good(
            "Le maire de la ville a dit lundi que le pont du port serait fermé <unk> <unk> <unk> <unk> <unk> jusqu'en mai.",
            why="signs for words that a model did not know, which MTX007 names",
        ),
        Good("造船廠的主人說，這座橋今年春天總算“修好修好修好”，大家都笑了。", why="play with words, in quotes"),
        Good("#larn_box_content.larn_box_content_wide a{display: block;width: 640px;}", why="names in code"),
        Good("Cela lui prend beaucoup beaucoup de temps, a dit le maire de la ville à la presse.", why="emphasis"),
        Good(
            "Het duurt ontzettend ontzettend lang, en de burgemeester van de stad heeft het al gezegd.", why="emphasis"
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each loop, over all of its copies, and for each word that is there twice."""
        end = -1
        for loop in loops(doc):
            end = max(end, loop.end)
            if _is_sign(doc.text, loop) or "_" in loop.phrase:
                continue
            yield self.finding(
                f'{loop.copies} times in a row: "{excerpt(loop.phrase)}"',
                (loop.start, loop.end),
                confidence=TITLE_CONFIDENCE if loop.is_title else 0.97,
                evidence={"kind": _kind(doc.text, loop), "copies": loop.copies},
                at_most=Severity.INFO if loop.is_title else Severity.ERROR,
            )
        for double in doubles(doc):
            if double.start >= end:
                yield self.finding(
                    f'{SAID[double.kind]}: "{double.word}"',
                    (double.start, double.end),
                    confidence=0.9,
                    evidence={"kind": double.kind},
                    at_most=Severity.INFO if double.kind == "name" else Severity.WARNING,
                )


def _is_sign(text: str, loop: Loop) -> bool:
    """Tell whether a loop is one of the signs that stand for words which a model did not know, each named by MTX007."""
    return text[loop.start - 1 : loop.start] == "<" and text[loop.end : loop.end + 1] == ">"


def _kind(text: str, loop: Loop) -> str:
    """Tell apart what pages and speakers do as well: to print a title again, to say a thing twice, with a comma between."""
    if loop.is_title:
        return "title"
    return "twice" if loop.copies <= MAX_SAID and "," in text[loop.start : loop.end] else "loop"
