"""CMT002 comment-form-labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import (
    Bad,
    DocumentRule,
    Good,
    LinePattern,
    Setting,
    Severity,
    excerpt,
    hit_evidence,
)
from scrapelint_rules.comments._shared.form import in_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scrapelint.plugin import Document, Finding, Hit

PLAIN = frozenset({"plain", "plain-others"})
"""Entries of the pack whose words count only near to each other."""
_SCRIPT = LinePattern(
    r"ak_js(?:_\d+)?\b|akismet_comment|\bΔ\s*(?:document|$)", ("ak_js", "akismet_comment", "\nδ\n", "δdocument")
)


class CommentFormLabels(DocumentRule):
    """The labels of a comment form: Name *, Email *, Website, and what spam filters leave there.

    Why it matters: the labels are the visible rest of a form that readers never filled in.

    What to do: remove the lines; the extractor's rule for the comment section is missing.
    """

    code, name, severity = "CMT002", "comment-form-labels", Severity.ERROR
    fix = "safe"
    packs = ("comment-labels", "comment-form")
    patterns = (_SCRIPT,)
    max_distance_lines = Setting(6, "how far apart two plain labels may stand, in lines that are not blank", minimum=1)
    needs_wording = True
    examples = (
        Bad("Talks ended on Friday.\n\n⟦Name *⟧\n⟦Email *⟧\n⟦Website⟧", fixed="Talks ended on Friday."),
        Bad(
            "Perundingan berakhir pada hari Jumat.\n\n⟦Komentar *⟧\n⟦Nama *⟧\n⟦Email *⟧\n⟦Situs Web⟧",
            fixed="Perundingan berakhir pada hari Jumat.",
        ),
        Bad("Переговоры завершились.\n\n⟦Имя *⟧\n⟦Email *⟧\n⟦Сайт⟧"),
        Bad('Talks ended.\n\n⟦Δdocument.getElementById( "ak_js_1" ).setAttribute( "value", ( new Date() ).getTime() );⟧'),
        Good("Name\n\nThe firm changed its name last year, and nobody noticed until a customer asked.", why="one label alone"),
        Good("He gave his name, his email and a website that did not exist.", why="a sentence"),
        Good("The Δ in the formula stands for change.", why="the letter in a sentence"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield each sure label, and plain ones that are close to another."""
        scripts = {line.index: (line, match) for line, match in doc.matches(_SCRIPT)}
        for line, match in scripts.values():
            about = f'rest of a spam filter: "{excerpt(match.group())}"'
            yield self.on_lines(doc, line, message=about, confidence=0.99, evidence={"kind": "script"})
        hits = {hit.line.index: hit for hit in doc.hits("comment-labels") if hit.line.index not in scripts}
        places = list(hits)
        for number, hit in enumerate(hits.values()):
            if hit.entry.id not in PLAIN or self._has_company(places, number):
                about = f'label of a comment form: "{excerpt(hit.line.text)}"'
                confidence = max(in_form(doc, hit).entry.confidence, _amid_labels(doc, hits, hit))
                yield self.on_lines(doc, hit.line, message=about, confidence=confidence, evidence=hit_evidence(hit))

    def _has_company(self, places: Sequence[int], number: int) -> bool:
        """Tell whether the place before or after this one, which rise, is near to it."""
        beside = (*places[max(0, number - 1) : number], *places[number + 1 : number + 2])
        return any(abs(place - places[number]) <= self.max_distance_lines for place in beside)


def _amid_labels(doc: Document, hits: Mapping[int, Hit], hit: Hit) -> float:
    """Return how sure both labels right beside one with an asterisk are, which belongs to their form; else 0."""
    beside = [hits.get(hit.line.index - 1), hits.get(hit.line.index + 1)]
    sure = [in_form(doc, other).entry.confidence for other in beside if other]
    return min(sure) if len(sure) > 1 and hit.line.text.rstrip().endswith("*") else 0.0
