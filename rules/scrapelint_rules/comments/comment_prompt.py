"""CMT005 comment-prompt."""

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class CommentPrompt(PhraseRule):
    """A call to comment, or the count of comments: "12 comments", "Log in to comment".

    Why it matters: it belongs to the page, and its number to the day of the crawl.

    What to do: remove the line.
    """

    code, name, severity = "CMT005", "comment-prompt", Severity.WARNING
    fix = "safe"
    packs = ("comment-prompt",)
    what = "call to comment"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦12 comments⟧", fixed="Talks ended on Friday."),
        Bad("Talks ended on Friday.\n\n⟦Join the conversation⟧", fixed="Talks ended on Friday."),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦Diskutieren Sie mit⟧"),
        Bad("협상은 금요일에 끝났다.\n\n⟦댓글 0⟧"),
        Good("The 12 comments that he made were struck from the record.", why="a sentence"),
        Good("The mayor wants more people to join the conversation about the tram.", why="a sentence"),
        Good("He refused to comment on the talks.", why="a sentence"),
    )  # fmt: skip
