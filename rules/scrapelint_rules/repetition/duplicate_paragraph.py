"""REP005 duplicate-paragraph."""

from scrapelint.plugin import Bad, Good, Setting, Severity
from scrapelint_rules.repetition._shared.line_shape import MIN_PARAGRAPH_SIZE, size
from scrapelint_rules.repetition._shared.repeat import Repeat
from scrapelint_rules.repetition._shared.repeats import RepeatRule

_EN = (
    "Boats sail again.\n\nShops open.\n\nTrams run.\n\n"
    "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike."
    "\n\nBells ring."
)
_DE = (
    "Boote fahren.\n\nLäden öffnen.\n\nBahnen fahren.\n\n"
    "Die Besatzungen der Fähren von Larn arbeiten seit Montag wieder, sagte ihre Gewerkschaft nach neun Tagen."
    "\n\nGlocken läuten."
)
_ASKED = (
    "Which of the books that you read this year would you give to a friend who is at sea?",
    "And which of the films of this year would you watch once more before the next one begins?",
)
_WIDE = (
    " ".join(_EN.split("\n\n"))
    + " Nobody in the port had thought that it would end before the summer, when the guests come."
)
_DRY = "Clouds hang over the islands in the morning, and in the south of the coast the sun comes through by noon."
_RAIN = "Rain falls on the islands from the evening on, and it goes on until the morning."


class DuplicateParagraph(RepeatRule):
    """A paragraph that is in the text twice, word for word.

    Why it matters: a pull quote or a teaser box gives a paragraph out of its place, and repeated
    text weighs twice in training and is what models learn by heart first.

    What to do: remove the earlier copy; the later one is where the author put it.
    """

    code, name, severity = "REP005", "duplicate-paragraph", Severity.ERROR
    fix = "unsafe"
    form = "paragraph"
    what = "paragraph repeats"
    min_size = Setting(
        MIN_PARAGRAPH_SIZE,
        "shortest paragraph in letters; a character of Chinese, Japanese, Korean or Thai counts threefold",
        minimum=MIN_PARAGRAPH_SIZE,
    )
    examples = (
        Bad(
            f"{_EN}\n\n⟦An appeal against the ruling can be made to the court of Larn until the end of June.⟧\n\n"
            "The ferries sail again.\n\n"
            "An appeal against the ruling can be made to the court of Larn until the end of June.",
            fixed=f"{_EN}\n\nThe ferries sail again.\n\n"
            "An appeal against the ruling can be made to the court of Larn until the end of June.",
        ),
        Bad(
            f"{_DE}\n\n⟦Gegen das Urteil kann bis Ende Juni beim Gericht in Larn Berufung eingelegt werden.⟧\n\n"
            "Die Fähren fahren.\n\n"
            "Gegen das Urteil kann bis Ende Juni beim Gericht in Larn Berufung eingelegt werden.",
        ),
        Bad(
            "罢工结束。\n\n船只恢复。\n\n商店开门。\n\n电车运行。\n\n游客从各地来到拉恩港，"
            "商人们说生意很好，渡轮公司说船票已经卖完，请大家改乘火车。\n\n"
            "⟦拉恩港的渡轮船员在罢工九天之后于星期一早晨全部恢复工作。⟧\n\n"
            "游客很高兴。\n\n拉恩港的渡轮船员在罢工九天之后于星期一早晨全部恢复工作。",
        ),
        Good("We shall not be moved.\n\nLike a tree.\n\nWe shall not be moved.", why="a refrain"),
        Good(
            f"{_EN}\n\n"
            + "\n\n".join(
                f"{number}. Lagu dari {place}\n\nDemikianlah kami memberi balasan kepada orang yang berlayar ke laut pada musim sejuk."
                for number, place in enumerate(("Larn", "Orlo", "Ellery"), 7)
            ),
            why="a refrain under the numbers of a list",
        ),
        Good("The ferries sail again on Monday.\n\nThe ferries sail again on Tuesday.", why="not the same"),
        Good(
            "1 cup of oats, 2 cups of milk, 30 g of nuts, 1 apple, 2 tsp. of honey, 5 dates.\n\n"
            "Day two\n\n1 cup of oats, 2 cups of milk, 30 g of nuts, 1 apple, 2 tsp. of honey, 5 dates.",
            why="a recipe in a plan",
        ),
        Good(
            f"{_EN}\n\nAnn Lee\n\n{_ASKED[0]}\n\nA Hundred Boats.\n\n{_ASKED[1]}\n\nOne of the sea.\n\n"
            f"Tom Reed\n\n{_ASKED[0]}\n\nBells of Larn.\n\n{_ASKED[1]}\n\nNone.",
            why="two people are asked the same",
        ),
        Good(
            f"{_WIDE} Larn has dull days ahead. The wind comes from the west. It reaches the quay before noon. {_DRY} The port is shut. "
            f"On Tuesday the wind turns to the north. {_RAIN} The shops close at six. {_DRY} At night it clears.",
            why="two days of a forecast in a text of one line",
        ),
        Good(
            f"{_WIDE} Larn has waited. “{_RAIN} We sail at noon,” she said. “{_RAIN} So it is.” Photo: Ann Lee. At night it clears.",
            why="a quotation that goes on, and the caption that takes it up",
        ),
    )

    def accepts(self, repeat: Repeat) -> bool:
        """Tell whether the paragraph is long enough."""
        return size(repeat.first.key) >= self.min_size
