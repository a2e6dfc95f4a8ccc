"""CRD011 generated-bio."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, LinePattern, Severity, excerpt, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_WHO = (
    "scholar|junkie|enthusiast|fanatic|guru|specialist|ninja|maven|buff|nerd|geek|aficionado|evangelist|practitioner|trailblazer|"
    "expert|advocate|lover|fan|troublemaker|organizer|introvert|creator|explorer|thinker|entrepreneur|communicator|analyst|"
    "writer|reader|gamer|student|solver|idol"
)
_TOPIC = "bacon|food|travel|music|web|internet|twitter|social media|pop culture|tv|coffee|tea|beer|alcohol|zombie|problem|future teen"
_SENTENCE = (
    rf"(?:(?:[a-z]+(?:-[a-z]+)?|infuriatingly humble|subtly charming) )?(?:(?:{_TOPIC}) )?(?:{_WHO})"
    r"|(?:[a-z]+ )?(?:bacon|food|travel|web|twitter|beer|zombie)aholic|prone to fits of apathy|falls down a lot"
    r"|friend of animals everywhere|unable to type with boxing gloves on"
)
BIO = LinePattern(
    rf"(?i:^[\s\"“]*(?P<bio>(?:(?:{_SENTENCE})[.!] ?){{3,12}}))(?=[\"”\s]*$)",
    literals=[f" {who}." for who in _WHO.split("|")],
)
"""Three sentences or more of a topic and who loves it: what one generator of test data writes under every name."""

_LOVES = regex(
    r"\b(?:zombi|bacon|speck-|tocino|pancetta|popkultur|cultura pop|culture pop|popcultuur|introvert|internetaholic|"
    r"twitteraholic|boxhandschuh|gants de boxe|guantes de boxeo|guantoni da boxe|luvas de boxe|apath?[ií])"
    r"|(?:geek|nerd|guru|ninja|fan[aá]ti|fanatik)",
    re.IGNORECASE,
)
"""The same words where the page was translated: German, French, Spanish, Italian, Portuguese, Dutch."""
TRANSLATED = LinePattern(
    r"^[\s\"“„«]*(?P<bio>(?:[^.!?\n]{5,60}[.!] ?){3,12})(?=[\"”“»\s]*$)",
    literals=["zombi", "bacon", "speck-", "tocino", "pancetta", "internetaholic"],
)
MIN_LOVES = 3
"""Sentences of a translated note that have one of these words."""


class GeneratedBio(DocumentRule):
    """A note on an author who does not exist, of words put together by a program.

    Why it matters: "Bacon scholar. Hardcore web junkie." and so on is what a generator of test data writes. Sites that copy, translate and spin the news of others give their
    texts such authors.

    What to do: leave the article out, and look at the others of its site.
    """

    code, name, severity = "CRD011", "generated-bio", Severity.WARNING
    native_share = 0.0
    patterns = (BIO, TRANSLATED)
    needs_wording = True
    examples = (
        Bad("Talks began on Monday.\n\n⟦Food maven. Unapologetic travel fanatic. Award-winning pop culture ninja.⟧"),
        Bad('Talks began.\n\n"⟦Bacon scholar. Hardcore web junkie. Lifelong tea enthusiast. Twitter fanatic.⟧"'),
        Bad("Talks began.\n\n⟦Travel fan. Subtly charming coffee buff. Lifelong organizer. Prone to fits of apathy.⟧"),
        Bad(
            "Die Gespräche begannen am Montag.\n\n"
            "⟦Sanfter Speck-Kenner. Begeisterter Zombie-Freund. Sehr introvertiert. Netzmensch. Internetaholic.⟧"
        ),
        Bad("Los diálogos empezaron el lunes.\n\n⟦Fanático del tocino. Amigo de los zombis. Gurú de la cultura pop.⟧"),
        Good(
            "Die Gespräche begannen am Montag.\n\nEs gab Speck. Und Zombie-Filme. Danach gingen alle nach Hause.",
            why="an evening",
        ),
        Good("Talks began.\n\nShe is a writer, a reader, a student and a fan of the town.", why="a sentence"),
        Good("Talks began.\n\nAda Morrow is a bacon scholar. She was once a travel guru.", why="a person"),
        Good("Talks began.\n\nWriter. Reader.", why="two words"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each note."""
        seen: set[int] = set()
        for line, match in (*doc.matches(BIO), *doc.matches(TRANSLATED)):
            bio = match["bio"].rstrip()
            if line.index in seen or (match.re is not BIO.compiled and not _is_translated(bio)):
                continue
            seen.add(line.index)
            start = line.start + match.start("bio")
            yield self.finding(
                f'a note on an author, made by a program: "{excerpt(bio)}"',
                (start, start + len(bio)),
                confidence=0.97,
                evidence={"kind": "bio", "sentences": bio.count(".")},
            )


def _is_translated(bio: str) -> bool:
    """Tell whether most sentences of a note are of what its author loves."""
    return sum(bool(_LOVES.search(sentence)) for sentence in bio.split(".")) >= MIN_LOVES
