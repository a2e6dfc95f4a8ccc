"""MTX005 name-variance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity
from scrapelint_rules.translation._shared.names.variants import variants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding
    from scrapelint_rules.translation._shared.names.variants import Variant

CONFIDENCE = {
    "partner": 0.9,
    "far": 0.6,
    "alone": 0.88,
    "romanised": 0.9,
    "translated": 0.88,
    "misspelled": 0.6,
    "heard": 0.85,
    "ending": 0.5,
    "namesake": 0.6,
}
"""Share of findings that were right, of those looked at by hand on the development data; by kind of pair."""
INFO = frozenset({"ending", "far", "misspelled", "namesake"})
"""What people do as well, or are called: a quoted post has Zelenskyy, the paper writes Zelensky; and they mistype."""


class NameVariance(DocumentRule):
    """One name spelled in two ways within an article: Humeyra and Hamira Pamuk, Beijing and Bejing.

    Why it matters: who translates by machine writes a foreign name anew each time, by ear or letter by
    letter. Whoever counts or links names finds two people where there is one.

    What to do: write the spelling that the message names. It flags the one that is there less
    often, or is less known. Two people of similar names are told apart by the names beside theirs.

    Texts with a warning, and with any finding: in English 1 and 2 of 329 native ones, 15 and 17 of 1,134
    translated by people, 43 and 48 of 2,336 translated by systems, 0 and 0 of 14 copies, 84 and 101 of 7,116 of
    scraped news; in other languages 0 and 0 of 41 copies, 175 and 202 of 28,579 of scraped news.
    """

    code, name, severity = "MTX005", "name-variance", Severity.WARNING
    native_share = 0.01
    examples = (
        Bad("Humeyra Pamuk wrote the story. ⟦Hamira⟧ Pamuk covers the ministry and lives in Larn."),
        Bad(
            "The minister came to ⟦Bejing⟧ on Monday. Talks in Beijing had begun the day before, and they are to go on."
        ),
        Bad(
            "They saw ⟦Bejing⟧, Larno and Orlo in May. Talks in Beijing had begun the day before, and they are to go on."
        ),
        Bad('Xi Jinping met the guests on Sunday. "⟦Shi⟧ wants to come to Larn," the envoy said of Xi.'),
        Bad("⟦Anthony⟧ Blinken landed at noon, and Antony Blinken left at nine. So Antony was late."),
        Bad("Artem Dziuba scored twice, and Artem ⟦Dzyuba⟧ was sent off. Dziuba will miss the cup."),
        Bad("Der Stürmer Radamel Falcao traf. Am Ende ging Radamel ⟦Falkao⟧ vom Platz, und Falcao winkte."),
        Bad("Депутат Ержан Садыков ушёл в среду. Позже Ержан ⟦Салыков⟧ вернулся, сообщил Садыков."),
        Bad(
            "President Zelensky spoke first, as they had agreed. Later ⟦Zelenskyy⟧ left, and Zelensky's aides stayed for the talks."
        ),
        Bad(
            "The chair of the guild, Oh Min-ju, spoke first. Director Oh ⟦Min-joo⟧ answered her own question, and Lee Min-ju left."
        ),
        Bad(
            "Mayor Pablo Roble signed the plan.\n\n⟦OAK⟧’S PLAN FOR THE PORT\n\nIt is the first that he and the port have made."
        ),
        Good(
            "A última visita foi na quinta-feira, já depois da saída de Wesley Orlonda, presidente da fábrica de Larn. Joesley "
            "falou por duas horas com a prefeita, que defendeu a saída de Joesley Orlonda e de Rui Serra, diretores da fábrica.",
            why="brothers, whose names begin with other sounds",
        ),
        Good(
            "Lee Min-ju and Oh Min-jae were there. Mayor Pablo Roble said that an oak's roots are the oak's, and sat below it."
        ),
        Good("Joe Biden arrived with Jill Biden, and the Bidens left together.", why="two first names"),
        Good(
            "The port society of Larn has paid for its prizes since 1934, and its chair said on Monday that it would go on.\n\n"
            "Ferry Prize\nPremio Viva Lectura\nPremio Viva Leitura\nOpen Port",
            why="two items of a list, one below the other",
        ),
        Good("Ivan Ivanov and Anna Ivanova are no relatives.", why="a man's and a woman's form"),
        Good(
            "Par tiltu runāja Tomasa Anglora (Thomasa Anglora) no Larnas. Vēlāk Tomasa Anglora devās uz ostu, un tur viņu gaidīja.",
            fields={"language": "lv"},
            why="a name as it is written where it comes from",
        ),
        Good(
            "Στη Λαρν μίλησε η Ειρήνη Πέτρου, Αναλυτής Συμπεριφοράς του δήμου. Σπούδασε στο Τμήμα της Ανάλυσης Συμπεριφοράς.",
            fields={"language": "el"},
            why="a trade and what it does",
        ),
        Good("Hans Müller sold the mill to Peter Mueller in May, Müller said.", why="two families"),
        Good(
            "Για τη Λαρν έπαιξαν ο Ελ Κααμπί και ο Πέτρου. Στο τέλος μπήκε και ο Ελ Αραμπί, ενώ ο Ελ Κααμπί έφυγε.",
            fields={"language": "el"},
            why="two people, whose names begin with one article",
        ),
        Good(
            "Rahat menivät Orlo Ring -radalle. Heinosen mukaan rata on silti Arlo Ring, sillä kuljettaja on Arlo Laine.",
            fields={"language": "fi"},
            why="two names of a race track",
        ),
        Good("Иван уехал. Без Ивана дом пуст, а Иваном гордились.", why="cases of a name"),
        Good("Wenn der Rat tagt, schweigt Larn. Denn der Rat hat Zeit. Kein Wort fiel, mein Herr. Mein Wort gilt."),
        Good(
            "President Molano met President Morano of Larn, and both left with Mayor Hesse.",
            why="one title, two people",
        ),
        Good(
            "Hakem Tümgeneral Metin Tokel sordu, ama Hakem Tuğgeneral Nuri Kaya ile Belma Oran yanıt vermedi.",
            why="a rank between others, two people",
        ),
        Good(
            "The brothers Joel and Noel Ruiz own the mill. Joel Ruiz lives there, and Noel Ruiz does not.",
            why="brothers",
        ),
        Good(
            "Das Hilfspaket ist 640 Millionen Euro schwer, und im Haushalt des Bundes stehen 1,2 Billionen Euro dafür.",
            why="amounts",
        ),
        Good(
            "Die Initiative Familien-Schutz klagt gegen die Stadt. Der Initiative Familienschutz gehören 20 Leute an.",
            why="a hyphen",
        ),
        Good("She lived in Rua Molina, he in Rua Moliña, and nobody in Larn knew of the other one.", why="streets"),
        Good("A Motswana and three Batswana won the race, and the Batswana went home to Larn.", why="a prefix"),
        Good("Le maire a vu Xi Jinping. Si le pont est fermé, c'est la faute de la ville, a dit Xi à la presse."),
        Good(
            "The Larnan-Orlon war, as the Larna-Orlon war is known there, is over. Nsikka Orr, Rabo Shaibo, Sahabo Orr, Sani Morr "
            "and Umar Korr wrote of it in Nsukka. The port of Dan Busho sent them to Burho, Fituho and Keso.",
            why="an adjective, lists of names",
        ),
        Good(
            "W Larnie leży Wojskowy Instytut Medyczny. Obok stoi Instytut Medycyny Morskiej, a dalej jest port.",
            why="two institutes",
        ),
        Good(
            "A polgármester előbb a Larni Polgári Körben beszélt a hídról és a kompról, majd a Digitális Polgári Körökben is, "
            "ahol azt mondta, hogy nem lesz több sztrájk a kikötőben.",
            why="one and many, in Hungarian",
        ),
        Good(
            "Ministerul Afacerilor Interne a închis podul luni. Ministerul Afacerilor Externe nu a spus nimic. Ministrul "
            "Afacerilor Externe este la Larn, iar Costa Oeste și Costa Leste sunt departe de oraș.",
            why="opposites, an office and who holds it",
        ),
        Good(
            "Die Polizei im Revier Südost hat den Fall gelöst. Das Revier Südwest hatte ihn an die Stadt gegeben.",
            why="points of the compass",
        ),
        Good(
            "Im Rat sitzen Hans Lehner, Tomas Velsen, Tomas Velten und die Frau des Bürgermeisters, die in der Stadt lebt.",
            why="two people in one list",
        ),
        Good(
            "The ferry goes from Port Velda to Port Valda. The line Larn Porta/Larn Porto is shut, the mayor of the town said.",
            why="the ends of a way",
        ),
        Good(
            "The owners of Larner Boerse had been heard by the council. The new law would bring the trade in grain to Borsa "
            "Orliana, which the mayor of the town did not like, and the mayor of Larn said on Monday that he did.",
            why="each beside a name of its own",
        ),
        Good(
            "Superintendent Ho\u00a0Chun-wah spoke first, and the mayor of the town was there. Secretary Lam Kin-wah "
            "left the island on Monday, as he had said that he would.",
            why="given names that share a syllable",
        ),
        Bad(
            "The swimmer Fernando ⟦Scheller⟧ won in Larn. The mayor said on Monday that Fernando Scherer will be there in May.",
        ),
        Bad(
            "Hanoi – The prime minister, Pham Minh ⟦Zheng⟧, left on Monday. Pham Minh Cheng was in Larn for two days.",
        ),
        Good(
            "Of Gen Zers and of those who are older, most pay by phone, the bank said on Monday. Gen Xers pay in cash.\n\n"
            "Revolutionising Grain Trade in Larn\n\nThe port was shut, and the mayor left. Revolutionizing Grain Trade is a report.\n\n"
            "Supervised Models of Grain\n\nThese are old.\n\nUnsupervised Models of Grain\n\nThese are new, the bank said.",
            why="two generations, the spelling of a verb, and opposites",
        ),
        Good("Israel's minister met Israeli and Iranian envoys on Tuesday and Thursday.", why="words of their own"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each doubtful spelling, the first time it is there."""
        for variant in variants(doc):
            if _is_item(doc, variant):
                continue
            with_partner = f', both with "{variant.partner}"' if variant.partner else ""
            yield self.finding(
                f'"{variant.name}" beside "{variant.usual}"{with_partner}: one name in two spellings',
                (variant.start, variant.start + len(variant.name)),
                confidence=CONFIDENCE[variant.kind],
                evidence={"kind": variant.kind, "usual": variant.usual, "partner": variant.partner},
                at_most=Severity.INFO if variant.kind in INFO else Severity.ERROR,
            )


def _is_item(doc: Document, variant: Variant) -> bool:
    """Tell whether the line above or below is the same but for the other spelling: two items of a list, and two names."""
    line = doc.line_at(variant.start)
    other = line.text.replace(variant.name, variant.usual).strip()
    return any(near is not None and near.text.strip() == other for near in (doc.before(line), doc.after(line)))
