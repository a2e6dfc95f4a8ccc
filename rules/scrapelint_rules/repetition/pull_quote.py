"""REP008 pull-quote."""

from scrapelint.plugin import Bad, Good, Severity
from scrapelint_rules.repetition._shared.repeats import RepeatRule


class PullQuote(RepeatRule):
    """A sentence of the article that is once more on a line of its own.

    Why it matters: pages set a strong sentence in large type between the paragraphs; without
    the type it interrupts the article and says everything twice.

    What to do: remove the line; the paragraph with the sentence stays.
    """

    code, name, severity = "REP008", "pull-quote", Severity.WARNING
    fix = "unsafe"
    form = "quote"
    what = "repeats a part of"
    examples = (
        Bad(
            "The strike is over.\n\nBoats sail.\n\nShops open.\n\nTrams run.\n\nBells ring.\n\n"
            "⟦“Nobody in this port will forget these nine days.”⟧\n\n"
            "The mayor wept. “Nobody in this port will forget these nine days,” she said.",
        ),
        Bad(
            "The strike is over.\n\nThe mayor wept. “Nobody in this port will forget these nine days,” she said.\n\n"
            "⟦“Nobody in this port will forget these nine days.”⟧\n\nThe boats sail again.",
            fixed="The strike is over.\n\n"
            "The mayor wept. “Nobody in this port will forget these nine days,” she said.\n\nThe boats sail again.",
        ),
        Bad(
            "Der Streik ist vorbei.\n\nBoote fahren.\n\nLäden öffnen.\n\nBahnen fahren.\n\nGlocken läuten.\n\n"
            "⟦Niemand in diesem Hafen und in dieser Stadt wird diese neun Tage vergessen.⟧\n\n"
            "Die Bürgermeisterin sagt: „Niemand in diesem Hafen und in dieser Stadt wird diese neun Tage vergessen.“",
        ),
        Good("The strike\n\nThe strike is over, and the boats sail again.", why="a heading of two words"),
        Good(
            "Nobody in this port will forget these nine days\n\n"
            "“Nobody in this port will forget these nine days,” the mayor said.",
            why="a headline that quotes",
        ),
        Good("He said it twice.\n\n“Never again.”\n\nNever again, he said, and left."),
    )
