"""REP003 repeated-standfirst."""

from scrapelint.plugin import Bad, Good, Severity
from scrapelint_rules.repetition._shared.repeats import RepeatRule


class RepeatedStandfirst(RepeatRule):
    """A lead above the article that stands in one of its paragraphs word for word.

    Why it matters: content systems fill the standfirst with the first sentence of the text when
    nobody wrote one, so the article begins twice.

    What to do: remove the standfirst; the paragraph stays.
    """

    code, name, severity = "REP003", "repeated-standfirst", Severity.WARNING
    fix = "unsafe"
    form = "standfirst"
    what = "standfirst in the words of"
    examples = (
        Bad(
            "Ferry strike ends\n\n⟦The crews of the Larn ferries went back to work on Monday after nine days.⟧\n\n"
            "Nobody had expected an end to the strike before the summer, when most of the tourists arrive.\n\n"
            "The crews of the Larn ferries went back to work on Monday after nine days.",
            fixed="Ferry strike ends\n\n"
            "Nobody had expected an end to the strike before the summer, when most of the tourists arrive.\n\n"
            "The crews of the Larn ferries went back to work on Monday after nine days.",
        ),
        Bad(
            "Ferry strike ends\n\n⟦The crews of the ferries went back to work on Monday after nine days⟧\n\n"
            "The crews of the ferries went back to work on Monday after nine days, their union said in the evening.",
        ),
        Bad(
            "Streik beendet\n\n⟦Die Besatzungen der Fähren nahmen am Montag nach neun Tagen die Arbeit auf⟧\n\n"
            "Die Besatzungen der Fähren nahmen am Montag nach neun Tagen die Arbeit auf, so ihre Gewerkschaft.",
        ),
        Good(
            "Ferry strike ends\n\nThe crews went back to work.\n\nAfter nine days the crews of the ferries worked.",
            why="the same news in other words",
        ),
        Good(
            "The crews went back to work on Monday\n\nThe crews went back to work on Monday, they said at night.",
            why="a headline, not a standfirst",
        ),
        Bad(
            "Ferry strike ends\n\n⟦The crews of the Larn ferries went back to work on Monday, after nine days.\n\n"
            "Nobody in the port had expected …⟧\n\n"
            "The crews of the Larn ferries went back to work on Monday, after nine days.\n\n"
            "Nobody in the port had expected an end to the strike before the summer, when the tourists arrive.",
            fixed="Ferry strike ends\n\n"
            "The crews of the Larn ferries went back to work on Monday, after nine days.\n\n"
            "Nobody in the port had expected an end to the strike before the summer, when the tourists arrive.",
        ),
        Good(
            'In the evening Lee turned to the crews. "We sail again on Monday. We owe the town nothing, and we will say so in '
            'the hall tonight. Nobody sails for free," he said. His post is shorter. We owe the town nothing, and we will '
            "say so in the hall tonight. It was read by all of the crews before the hall was full.",
            why="a part of a quotation in a text of one line, and the post that it is from",
        ),
        Good(
            "拉恩港的渡轮船员在罢工九天之后恢复工作，港口非常热闹。拉恩市长和渡轮公司的经理在星期一早晨一起出席了港口的开放仪式并且致辞。"
            "五月三日，仪式在拉恩港举行。拉恩市长和渡轮公司的经理在星期一早晨一起出席了港口的开放仪式并且致辞。拉恩社记者 王海 摄市长表示，罢工期间，"
            "商店和旅馆都受到了影响，市议会将在下个月讨论如何补偿。渡轮公司说船票已经卖完，请大家改乘火车。游客从各地来到拉恩港。",
            why="the copy is of a caption in a text of one line",
        ),
        Good("Larn\n\nMonday\n\nThe ferries of Larn sail again from Monday."),
        Good(
            "Ferry strike ends\n*\u00a0The crews of the ferries went back to work on Monday after nine days\n* Two men were hurt\n\n"
            "The crews of the ferries went back to work on Monday after nine days, their union said in the evening.",
            why="one of several points of a summary",
        ),
    )
