"""NAV012 orphan-heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, excerpt, hit_evidence
from scrapelint_rules.navigation._shared.broken import dense_pieces
from scrapelint_rules.navigation._shared.links.blocks import BLOCK_PACKS, blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding


class OrphanHeading(DocumentRule):
    """A heading over links to other stories with no links under it.

    Why it matters: the extractor took the links out and left their heading, so the text ends, or
    breaks off, with "Most Viewed".

    What to do: remove the line.
    """

    code, name, severity = "NAV012", "orphan-heading", Severity.WARNING
    fix = "safe"
    packs = BLOCK_PACKS
    needs_wording = True
    examples = (
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Related News⟧",
            fixed="The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
        ),
        Bad(
            "⟦Most Viewed⟧\n\nThe council approved the plan for the new tram line on Tuesday night after a debate of six hours."
        ),
        Bad("Le conseil a approuvé le plan mardi soir après un débat de six heures, a indiqué la mairie dans un "
            "communiqué publié dans la nuit.\n\n⟦À lire aussi⟧"),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦More:⟧\n\n“We have waited for this for ten years,” said Ana Ruiz of the league for the valley.\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said."
        ),
        Good(
            "最新\n《\n》采用了非正统的上映方式，从而带动了对流媒体应用程序\n的需求。在上周末，下载量上升了百分之六十八，达到八十九万次。\n"
            "该电影将在九月于内地上映，由拉恩的三位演员领衔主演，市长特别出演。\n"
            "电影讲述了一位船长代父出海的故事，原本定档今年三月，后来多次改档。",
            why="a word of a sentence that links tore",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "What more?\n\nMore\n\nWork on the first section is to begin in spring and will last at least two years.",
            why="an answer, without a colon",
        ),
        Good(
            "Highlights\n\n- The line runs from the harbour to the hospital\n\n- It costs 200 million\n\n"
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
            why="a heading over the points of the article itself",
        ),
        Good(
            "Le conseil a approuvé le plan mardi soir après un débat de six heures, a indiqué la mairie dans un communiqué.\n\n"
            "Pour aller plus loin :\n\n"
            "« Le tramway, cette vieille promesse » : l’ingénieure Ana Ruiz revient sur dix ans de débats à Larn dans cette émission.\n\n"
            "Vivre au port, une histoire de la vieille ville et de ses quais – par Jo Hale pour le Courrier d’Orlo.",
            why="what the author recommends to read stands under it",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "More from the Gazette:\n\n"
            "According to Ana Ruiz, the mayor had promised the line to the shops in the old town long before the council voted.",
            why="the paper that is quoted in the next paragraph",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "More from the Harbour Board\n\n"
            "Jo Hale of the Harbour Board told the council that it will not pay for the second bridge before the year is out.",
            why="a subheading, whose name the paragraph takes up",
        ),
        Good(
            "O conselho aprovou o plano para a nova linha de elétrico na terça-feira à noite, depois de um debate de seis horas.\n\n"
            "Mais de Orlando Lund\n\n"
            "O engenheiro Orlando Lund disse ao conselho que a ponte velha terá de ser fechada durante um ano, pelo menos.",
            why="a subheading, whose name the paragraph takes up",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "The mayor has read all of that in the old\nEditor's Picks\nof the harbour, which nobody has printed since the war, "
            "and which can be seen in the museum of the old town.",
            why="words in italics, torn from their sentence",
        ),
        Good(
            "O conselho aprovou o plano para a nova linha de elétrico na terça-feira à noite, depois de um debate de seis horas.\n\n"
            "Saiba mais sobre o Orlomar\n\n"
            "Não há outro porto na baía, e os barcos de pesca têm de entrar nele com a maré alta, disse ontem a prefeita da cidade.\n\n"
            "O Orlomar foi aberto há cem anos e hoje só recebe barcos de pesca e a balsa para as ilhas, que parte de manhã.",
            why="a subheading, whose topic comes below it",
        ),
        Good(
            "Der Stadtrat hat den Plan für die neue Straßenbahn am Dienstagabend nach langer Debatte mit knapper Mehrheit beschlossen.\n\n"
            "Mehr über den Hafenrat\n\n"
            "Elf Mitglieder werden von den beiden Städten an der Bucht auf vier Jahre gewählt, und den Vorsitz hat die Bürgermeisterin.\n\n"
            "In diesem Jahr hat der Hafenrat neunmal getagt und dabei über den Preis der Fähre und über die neue Bahn gesprochen.",
            why="a subheading, whose topic comes below it",
        ),
        Good(
            "Kvůli dešti jsou na Larnsku uzavřeny silnice a jezdí se objížďkami, oznámila v pondělí ráno městská policie.\n"
            "Most v Orlu je uzavřen od páté hodiny ranní. Důvodem je vysoká voda v řece.\n"
            "Další zprávy z pondělního odpoledne:\n"
            "Přístav byl otevřen ve 13 hodin.\n"
            "Most v Orlu zůstává uzavřen. Objížďka vede přes starý jez a je značena.",
            why="reports of the article itself, in sentences",
        ),
        Good("Most viewed the plan with suspicion.", why="a sentence"),
        Good("The story was related.", why="a sentence"),
        Good("Related news\n\nBus drivers call off strike", why="links stand under it; related-links reports both"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield a finding for each heading with nothing of its own under it."""
        about = "heading over links" if doc.is_flat else "heading over links with nothing under it"
        for heading, lines in blocks(doc):
            if not lines and heading.line.index not in doc.once(dense_pieces):
                yield self.on_lines(
                    doc,
                    heading.line,
                    message=f'{about}: "{excerpt(heading.line.text)}"',
                    confidence=heading.entry.confidence,
                    evidence=hit_evidence(heading),
                )
