"""MTX004 untranslated-island."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity
from scrapelint_rules.translation._shared.words.islands import islands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

CONFIDENCE = {"script": 0.93, "letters": 0.9, "word": 0.93, "loan": 0.5, "gloss": 0.92, "wiki": 0.9}
"""Share of findings that were right, of those looked at by hand on the development data; by kind of island."""
SAID = {
    "script": "another script within a sentence",
    "letters": "letters that the language does not have",
    "word": "a word of another language",
    "loan": "a word that may be of another language",
    "wiki": "a note of a wiki's editors",
    "gloss": "a note in the language of the source",
}


class UntranslatedIsland(DocumentRule):
    """A word of another language or script left standing in a sentence, outside quotes and brackets.

    Why it matters: a translator, mostly a machine, did not know the word and left it, or only spelled it
    in other letters. The sentence cannot be understood, and a model learns the word as one of this language.

    What to do: look at the sentence beside its source, or leave the article out. In English any word in lower
    case counts that no list knows and that is not spelled like English; in other languages, words with letters
    that the language does not have, two at least. In all of them letters of another script. Slips, explained words
    and those of a list of dishes are left alone.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 12 and 17 of 1,134
    translated by people, 188 and 188 of 2,336 translated by systems, 3 and 3 of 14 copies, 26 and 27 of 7,116 of
    scraped news; in other languages 0 and 0 of 41 copies, 0 and 9 of 28,579 of scraped news.
    """

    code, name, severity = "MTX004", "untranslated-island", Severity.WARNING
    native_share = 0.0
    examples = (
        Bad("The company spent most of its money on a ⟦lentävänkoneisto⟧ and on the men who were to fly it this year."),
        Bad(
            "He said that the ⟦мост⟧ over the river will be shut until the end of the month, and the town has no other."
        ),
        Bad(
            "Die Stadt hat den ⟦hřbitov⟧ am Fluss verkauft, und der neue ⟦měšťan⟧ will dort Wohnungen bauen, "
            "wie er am Montag vor dem Rat sagte."
        ),
        Bad("Мэр города заявил, что ⟦გზა⟧ будет закрыта до конца месяца, так как на ней идут работы."),
        Bad(
            '"Last night ⟦[por el martes]⟧ I told them of it with ⟦[el jefe de la banda]⟧ at the door," the baker said to me.'
        ),
        Good(
            'The mayor said, "Hinihikayat natin ang lahat na huwag lumabas, magpractice ng social distancing, at ugaliing maghugas '
            'ng kamay for 20 seconds," and he left.\n'
            "(We ask all of you to stay at home, to keep away from others, and to wash your hands for 20 seconds.)",
            why="a mix of languages, and the same in English",
        ),
        Good(
            "The league has a pact with the new party of the mayor. We have a pact there with her and with all of them,” he said.,“Mukhang "
            "magkaiba ang prinsipyo ng LP doon sa ibang partido na hindi kami kasama sa kanila at sa mga ibang tao na kasama nila noong "
            "isang taon, at hindi rin namin alam kung bakit ganoon,” he said.,The league meets on Monday.",
            why="what somebody says in another language, in paragraphs that were joined with commas",
        ),
        Good(
            'The mayor said of the two men, "Gusto natin klaruhin yan, because sila ay binabantayan maigi sa hospital of the town '
            '(We just want to clarify that. They are closely watched in the hospital of the town)," and he left.',
            why="a mix of languages, and the same in English",
        ),
        Good(
            '"We [the growers] will wait," she said of [La Paloma]. "He wrote it as it was [sic], [en masse]," and she left.'
        ),
        Bad(
            '"It will not be for tomorrow ⟦[sábado]⟧, and it is for the town to say," the coach said to us in the [naïve] hall.'
        ),
        Bad(
            "Die Gesellschaft wurde 1890 in der Stadt gegründet „für die See“.⟦[ präzisieren ]⟧ Sie hatte zwanzig Mitglieder."
        ),
        Good(
            "Die Gesellschaft wurde in der Stadt gegründet „für die See [und ihre Leute]“.[4] Die Taste [ Enter ] öffnet das Tor."
        ),
        Bad(
            "市长星期一表示，横跨河流的⟦мост⟧将关闭到月底，因为桥墩出现了裂缝，工程队要在夏天之前把它们全部修好，市民需要绕行。"
        ),
        Good(
            "研究人员发现，薄膜在高温下先出现α相，δ相随后消失，分子之间的C–H···π相互作用和αβ链把结构固定下来，电荷因此更容易通过。",
            why="letters of formulas",
        ),
        Good(
            "The mayor of the town wrote it on her page on Monday, and it was read there by all of those who had asked for the "
            "ferry. Trzeci obraz to mój tata i dziadek. She did not say when the next ferry is to sail from the port.",
            why="a Polish sentence, two of whose words are English ones as well",
        ),
        Good(
            "The mayor of the town wrote it on her page on Monday, and it was read there by all of those who had asked for the "
            "ferry. Njegov brodar i a ribar čekaju zajedno. She did not say when the next ferry is to sail from the port of the town.",
            why="a Croatian one",
        ),
        Good(
            "The minister asked for patience on the quay of the port on Monday, and wrote it on his page as well.Pelabuhan akan "
            "dibuka semula selepas pemeriksaan jambatan selesai, dan semua penumpang diminta bersabar. The ferry was late again.",
            why="sentences of another language, quoted without marks",
        ),
        Good(
            "歌手把家裡錄的歌放上網，一夜之間走紅，改變了流行音樂的面貌，也成為年輕人的榜樣。The singer from Larn recorded her songs at "
            "home and put them on the net for her teacher, and became famous overnight. 同時，她的風格和發言都不受拘束。",
            why="a Chinese article that says it in English, too",
        ),
        Good(
            "The port of Larn opens on Monday | বন্দর সোমবার খুলছে, নাবিকেরা কাজে ফিরেছেন | Larn Watch\n\n"
            "Watch the news of the port and of the town as it is: খবর and talks of the day, by those who were there.\n\n"
            "The town and its port, in the words of those who live there.\nদেশের খবর, সমুদ্রের খবর, বন্দরের সব খবর",
            why="a text of two languages",
        ),
        Good("The new café is run by a protégé of the chef, and the crème brûlée is naïve art.", why="loan words"),
        Good('The sign on the gate says "pozor pes", he told the court, and in Russian (осторожно) too.', why="quoted"),
        Good(
            "Die Crème brûlée war kalt, die Señora lachte, und der Smørrebrød kam spät auf den Tisch.", why="one dish"
        ),
        Good("Компания Apple показала новый iPhone, и это заняло у Tim Cook два часа в четверг.", why="Latin names"),
        Good(
            "Photos by Ana Ruiz, larnquilltje and Tam Oakes on Flickr, who took them from the ferry on the way to the town."
        ),
        Good(
            "The campaign is part of a strategy that is known as dezinformatsiya, and the ministry has seen it before in this town.",
            why="an explained term",
        ),
        Good(
            "The brigde over the river will be shut until the end of the month, as the mayor of the town said on Monday.",
            why="a slip in a frequent word",
        ),
        Good(
            "All of those who live on the old boulev- ard of the town were to be vacci- nated before the end of the month, he said.",
            why="words broken at the end of a line",
        ),
        Good(
            "It was the prekmurska dish of the town, and she had baked povitica, a bread with nuts, for all of those who were there.",
            why="a dish that the reader is told of",
        ),
        Good(
            "The dishes of the island, of which they were proud, include kutsinta, bibingka and a pie of eel, the mayor said to us.",
            why="a list of dishes",
        ),
        Good(
            "“We of the town wanataka daraja lifunguliwe kesho asubuhi kabisa mapema, it is the right of all of us who are here and "
            "of those who will be, and it was the mayor who said that it will be so before the end of the month, not us.”",
            why="speech that mixes two languages",
        ),
        Good(
            "The larnistas of the town were there, and it was not the last time that he had to speak to them of it.\n\n"
            "Nous wanataka daraja lifunguliwe kesho asubuhi kabisa mapema, the men of the port said to the press.",
            why="one word alone that might be English: the others are speech in another language",
        ),
        Good(
            "Those who want to come to the yard have to write to anna vestkolahti at the head office of the line before the end "
            "of the month and the tour will end at the old bridge of the town where there is a ferry to the island for all of "
            "those who live there and who have to be home at night with their children because there is no other one until the "
            "morning of the next day",
            why="a text that has lost its marks, with what was an address",
        ),
        Bad(
            "The mayor of the town spoke to the unions of ⟦tulkas⟧ and of millers, and it was the first time that he had done so.",
        ),
        Good(
            "He signed as Servus servorum Dei, as those before him did, and asked all of the town to be patient.",
            why="Latin",
        ),
        Good(
            "The counterfeiters of the town were heard in court, and the conterfeit was shown to all of the people who were there.",
            why="a slip: the text spells the word right elsewhere",
        ),
        Good(
            "He was the first of us to say that it would not be so. — ڿღ Ana ღڿڰ (@anaruiz) May 3, 2023",
            why="a name in a post",
        ),
        Good(
            "The girl stood on the quay of the town with a sign on which was to be read Streik för bodrustet\xa0(strike for the boats), "
            "and all of those who were there used the Russian word – mostirost – for a bridge.",
            why="glossed in brackets, or between dashes",
        ),
        Good(
            "We then tried the kuzhambi milagu fry and the bhindrali of the house, and all of it came from the menu of the new "
            "restaurant on the quay.",
            why="what is eaten",
        ),
        Good(
            "The mayor of the town said that it was apropaganda event, and that he would not be there with the men of the port.",
            why="an article glued to its word",
        ),
        Good(
            "In the quartet أحمد [Ahmed] he plays the keys, and the town has asked for two files named MOD and Мод of the group.",
            why="a name that is spelled out, and one of a file",
        ),
        Good(
            "He rolls it into a sheet with a kattarillo, or long wooden pin, and all of those who were there saw him do it again.",
            why="explained after a comma",
        ),
        Good(
            "He wears a kind of the old cloth, and says that varieties of the cloth like zhavrakh are seen in the town again. "
            "Those who were left were viezhitas, Ada explained: little old ladies, and all of them came to the hall of the town.",
            why="what is told of, and explained after it",
        ),
        Good(
            "Of the pikzados of the town two are dead. The pikzador who was there spoke to us, and he said that a friend of his, who "
            "is also a pikzadora of the town, will be there as well when they come to paint the wall of the old port again.",
            why="words of an art that the article tells of",
        ),
        Good(
            "The doctors of the town asked for more of zantesevir, and it is for the state to say who will have it at home.",
            why="a drug",
        ),
        Good(
            "The new hall of the Rokių prekaba group was opened by the mayor, and the wrestler who holds the makorachi rank was there.",
            why="of a name, and explained by the word after it",
        ),
        Good("The microdistricts and cyberstalkers of the megacity were unfazed by the rewilding.", why="new words"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each island, the first time it is there."""
        seen: set[str] = set()
        for island in islands(doc):
            word = doc.text[island.start : island.end]
            if word.lower() in seen:
                continue
            seen.add(word.lower())
            yield self.finding(
                f'{SAID[island.kind]}: "{word}"',
                (island.start, island.end),
                confidence=CONFIDENCE[island.kind],
                evidence={"kind": island.kind, "language": doc.found_language},
                at_most=Severity.INFO if island.kind == "loan" else Severity.ERROR,
            )
