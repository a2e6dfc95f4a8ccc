"""CRD004 syndication-notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity, ends_sentence, excerpt, regex
from scrapelint_rules.credits._shared.feed_note import NOTE_WORDS, feed_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Hit, Span

INSIDE = "notice-inside"
"""The entry of words within a sentence."""
_YEAR = regex(r"\s(?:1[5-9]|20)\d\d\b")
"""A year right after "first published in": when, not where; the sentence is on a book or a poem."""
_POST = "the post "
"""What opens phrases on a post with a title."""
MAX_OPENING_CHARS = 60
"""Longest opening of a notice before the words that tell it, in code points; where the line breaks are lost and it opens
the text, what is longer has the headline in it."""
_RUN_IN = (
    "Streik in Larn: Besatzungen der Fähren kehren an die Arbeit zurück Aktualisiert am 28. April, 20:22 Uhr Hinweis Der Bote "
    "hat diese Meldung redaktionell nicht bearbeitet. Die Besatzungen der Fähren von Larn arbeiten seit Montag wieder, sagte "
    "ihre Gewerkschaft am Abend. Neun Tage lang hatte der Streik gedauert, und niemand hatte vor dem Sommer mit einem Ende "
    "gerechnet. Am Hafen lagen am Morgen alle Schiffe bereit. Die ersten Gäste warteten schon seit dem frühen Morgen am Kai."
)


class SyndicationNotice(PhraseRule):
    """A notice that the article first appeared elsewhere, or of the agency's standards.

    Why it matters: it tells whose text this is; in the text itself it is about another thing than the story.

    What to do: keep the outlet in a field of its own, and remove the line.
    """

    code, name, severity = "CRD004", "syndication-notice", Severity.WARNING
    fix = "unsafe"
    packs = ("syndication",)
    patterns = (NOTE_WORDS,)
    may_close = True
    what = "notice of another publication"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦This article was originally published by the Orlo Gazette.⟧", fixed="Talks ended on Friday."),
        Bad("Talks ended on Friday.\n\n⟦This article is republished from The Conversation under a Creative Commons license.⟧"),
        Bad("Talks ended on Friday.\n\n⟦Our Standards: The Thomson Reuters Trust Principles.⟧"),
        Bad(
            "3. Jangan membuang makanan\n\n⟦Disadur dari⟧ Orlo Post, Rabu (16/5/2018), Larn menghasilkan 75 ton sampah setiap hari.",
            fixed="3. Jangan membuang makanan\n\nDisadur dari Orlo Post, Rabu (16/5/2018), Larn menghasilkan 75 ton sampah setiap hari.",
        ),
        Bad(_RUN_IN.replace("Streik in", "⟦Streik in").replace("bearbeitet.", "bearbeitet.⟧"), fixed=_RUN_IN),
        Bad(
            "⟦（原标题：渡轮沉了！船长有错吗？）⟧\n拉恩港于周一重新开放，市长早上在码头对记者说。\n渡轮每两小时一班。",
            fixed="拉恩港于周一重新开放，市长早上在码头对记者说。\n渡轮每两小时一班。",
        ),
        Bad(
            "Talks ended on Friday.\n\n⟦The post Ferry workers of Larn end their strike appeared first on Orlo Post.⟧",
            fixed="Talks ended on Friday.", fields={"title": "Ferry workers of Larn end their strike"},
        ),
        Bad(
            "Talks ended on Friday.\n\n⟦The post\nFerry workers of Larn end their strike\nappeared first on\nOrlo Post\n.⟧",
            fixed="Talks ended on Friday.", fields={"title": "Ferry workers of Larn end their strike - Orlo Post"},
        ),
        Good(
            "Talks ended on Friday.\n\nThe post that insulted the mayor of Larn appeared first on Chirper.",
            fields={"title": "A post insulted the mayor of Larn"}, why="a post that the story is about",
        ),
        Good("The poem first appeared in print a year after the poet's death.", why="prose about a poem"),
        Good(
            "Talks ended on Friday.\n\nO poema do barqueiro foi publicado originalmente em 1952 e não fala de nenhum prefeito de Larn.",
            fields={"language": "pt"},
            why="when a poem was published",
        ),
        Bad(
            "⟦本站转载自⟧合作港口与其他网站的信息，登载此文出于传递更多信息之目的，并不意味着赞同其观点。"
            "渡轮每两小时一班，市长早上在码头对记者说，本周没有取消任何航班，新的码头将在夏天完工，费用的一半由国家承担。",
            fixed="本站转载自合作港口与其他网站的信息，登载此文出于传递更多信息之目的，并不意味着赞同其观点。"
            "渡轮每两小时一班，市长早上在码头对记者说，本周没有取消任何航班，新的码头将在夏天完工，费用的一半由国家承担。",
        ),
        Good("He trusts in principles.", why="prose"),
        Good("The report was published on Friday.", why="prose"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the note of a feed that has the article's own title, and what is worded like a notice."""
        note = feed_note(doc) if any(True for _ in doc.matches(NOTE_WORDS)) else None
        if note:
            yield self._on_note(doc, note)
        for finding in super().check(doc):
            if not note or finding.span is None or finding.span.start >= note.end or finding.span.end <= note.start:
                yield finding

    def _on_note(self, doc: Document, note: Span) -> Finding:
        about = f'note of a feed: "{excerpt(doc.text[note.start : note.end])}"'
        return self.finding(about, note, evidence={"kind": "feed-note"}, edits=[doc.removal_of(note)])

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether words within a sentence do not go on with a year, and a post has a title: "The post that" has none."""
        if hit.phrase.startswith(_POST) and doc.text[hit.start + len(_POST) :].lstrip()[:1].islower():
            return False
        return hit.entry.id != INSIDE or _YEAR.match(doc.text, hit.end) is None

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on a notice; it is not taken out where it heads a sentence, or the headline has run into it."""
        finding = super().on_hit(doc, hit)
        end = finding.span.end if finding.span else hit.line.end
        rest = doc.text[end : hit.line.end].strip()
        is_head = end == hit.end and not ends_sentence(doc.text[hit.start : end])
        is_run_in = doc.is_flat and hit.line.index == 0 and hit.start - hit.line.start > MAX_OPENING_CHARS
        return finding._replace(fix=None) if (rest and is_head) or is_run_in else finding
