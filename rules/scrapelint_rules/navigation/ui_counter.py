"""NAV010 ui-counter."""

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class UiCounter(PhraseRule):
    """A counter of the page: "3 likes", "5 min read", "1,204 views".

    Why it matters: its number is of the day of the crawl and says nothing of the story.

    What to do: remove the line.
    """

    code, name, severity = "NAV010", "ui-counter", Severity.WARNING
    fix = "safe"
    packs = ("ui-counter",)
    what = "counter"
    examples = (
        Bad("⟦5 min read⟧\n\nTalks ended on Friday.", fixed="Talks ended on Friday."),
        Bad("⟦Lesezeit: 3 Minuten⟧\n\nDie Gespräche endeten am Freitag."),
        Bad("Talks ended on Friday.\n\n⟦1,204 views⟧"),
        Good("It is a 5 min read, and worth it, he told the class.", why="a sentence"),
        Good("3 likes were all that the post of the minister got in its first hour.", why="a sentence"),
        Good("He read for 5 minutes.", why="a sentence"),
        Good("This story is more than 200 years old, and nobody knows who wrote it.", why="the age of a story"),
    )  # fmt: skip
