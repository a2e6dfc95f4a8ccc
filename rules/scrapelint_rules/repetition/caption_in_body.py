"""REP002 caption-in-body."""

from scrapelint.plugin import Bad, Good, Severity
from scrapelint_rules.repetition._shared.repeats import RepeatRule


class CaptionInBody(RepeatRule):
    """A caption with a credit whose words are those of a paragraph.

    Why it matters: editors take captions from the text; with the picture gone the sentence
    is there twice.

    What to do: remove the caption.
    """

    code, name, severity = "REP002", "caption-in-body", Severity.WARNING
    fix = "unsafe"
    form = "caption-in-body"
    what = "caption in the words of"
    examples = (
        Bad(
            "The crews meet.\n\n⟦The crews of the ferries went back to work on Monday. (Photo: Ann Lee)⟧\n\n"
            "The crews of the ferries went back to work on Monday. Their union called it a good day.",
        ),
        Bad(
            "The strike is over.\n\nNobody in the port of Larn had expected an end to the strike before the summer.\n\n"
            "⟦Nobody in the port of Larn had expected an end to the strike (Reuters)⟧",
            fixed="The strike is over.\n\n"
            "Nobody in the port of Larn had expected an end to the strike before the summer.",
        ),
        Bad(
            "Der Streik ist vorbei.\n\n⟦Niemand im Hafen hatte ein Ende des Streiks erwartet. Foto: dpa⟧\n\n"
            "Niemand im Hafen hatte ein Ende des Streiks erwartet. Nun feiern alle.",
        ),
        Good("The mayor in her office (Photo: Ann Lee)\n\nThe mayor said in her office that she was glad."),
        Good("The strike (2024)\n\nThe strike began in May."),
        Good(
            "The crews of the ferries went home (Photo: Ann Lee)\n\nThe crews of the trams stayed.",
            why="only the beginning is the same",
        ),
    )
