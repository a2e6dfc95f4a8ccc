"""WAL003 bot-check."""

from scrapelint.plugin import Bad, Good, Severity
from scrapelint_rules.walls._shared.short_page import ShortPageRule


class BotCheck(ShortPageRule):
    """A page that checks whether a person is reading, in place of the article.

    Why it matters: the record holds no article at all.

    What to do: drop the record and fetch the page again, more slowly.
    """

    code, name, severity = "WAL003", "bot-check", Severity.ERROR
    packs = ("bot-check",)
    what = "check for robots"
    examples = (
        Bad("⟦Please verify you are a human⟧\n\nRay ID: 7c1d"),
        Bad("⟦Checking your browser before accessing the site.⟧"),
        Bad("⟦Bitte aktivieren Sie JavaScript⟧"),
        Good("The robot checked the door and left.", why="prose"),
        Good("The captcha was invented in 2000, and few people have loved it since.", why="prose about a check"),
        Good("Please verify you are a human\n\n" + "The vote was close, and the count went on all night. " * 20, why="an article besides"),
    )  # fmt: skip
