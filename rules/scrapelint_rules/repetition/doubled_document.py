"""REP006 doubled-document."""

from scrapelint.plugin import Bad, Good, Severity
from scrapelint_rules.repetition._shared.repeats import RepeatRule

_A = (
    "The crews of the Larn ferries went back to work on Monday after nine days of strike.\n\n"
    "Nobody had expected an end to the strike before the summer, when most tourists come.\n\n"
    "The union spoke of a good day for the port, and the owners of one that cost them dear."
)
_DE = (
    "Die Besatzungen der Fähren von Larn arbeiten seit Montag nach neun Tagen Streik wieder.\n"
    "Niemand hatte vor dem Sommer, wenn die meisten Gäste kommen, ein Ende des Streiks erwartet.\n"
    "Die Gewerkschaft sprach von einem guten, die Eigner von einem teuren Tag für den Hafen."
)


class DoubledDocument(RepeatRule):
    """A text that contains the article, or a good part of it, more than once.

    Why it matters: the page carries the article as structured data and again as text, or in a
    version for print, and the extractor took both.

    What to do: remove the earlier copy. Compare the two first: one may be cut.
    """

    code, name, severity = "REP006", "doubled-document", Severity.ERROR
    fix = "unsafe"
    form = "doubled"
    what = "text from here on repeats the one from"
    examples = (
        Bad(f"⟦{_A}⟧\n\n{_A}", fixed=_A),
        Bad(f"Ferry strike ends\n\n⟦{_A}⟧\n\nPrint version\n\n{_A}"),
        Bad(f"⟦{_DE}⟧\n{_DE}"),
        Good(_A),
        Good("\n\n".join(["Larn", "Port", "Bay"] * 2), why="names, not paragraphs"),
        Good("The union said:\n\nWe are glad.\n\nThe owners said:\n\nWe are glad."),
    )
