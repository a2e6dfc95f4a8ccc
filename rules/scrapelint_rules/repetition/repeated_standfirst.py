"""REP003 repeated-standfirst."""

from bisect import bisect_left, bisect_right

from scrapelint.plugin import Bad, Document, Finding, Good, Severity
from scrapelint_rules.repetition._shared.repeat import Repeat
from scrapelint_rules.repetition._shared.repeats import RepeatRule

MAX_PARAGRAPHS_BETWEEN, MAX_SENTENCES_BETWEEN = 1, 8
"""From a standfirst to its copy, in paragraphs, or in sentences where the line breaks are lost: what comes again further
down is a report that goes on, a refrain or a quotation, and its first place is where it belongs."""
MAX_PARAGRAPHS_ABOVE = 1
"""Above a standfirst: a caption, a headline with a full stop. What has more is among paragraphs that lean on it."""
MAX_COPIES = 2
"""Of more equal ones it cannot be told which is out of place, and once one is gone, another would look like it."""

_OTHERS = (
    "The port had been empty since the first day, and the only ship that came in was turned away at once by the pilots.",
    "Nobody in the town hall wanted to say how long the money would last that had been put aside for the shops.",
    "Two of the boats were painted in the meantime, and the third one lay on the quay without an engine for a week.",
)
_REFRAIN = "The crews of the Larn ferries went back to work on Monday after nine days, their union said at noon."


class RepeatedStandfirst(RepeatRule):
    """A lead above the article that is in one of its paragraphs word for word.

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
        Bad(
            f"⟦{_REFRAIN}⟧\n\n{_OTHERS[0]}\n\n{_OTHERS[1]}\n\n{_REFRAIN}\n\n{_OTHERS[2]}",
            fixed=f"{_REFRAIN}\n\n{_OTHERS[0]}\n\n{_OTHERS[1]}\n\n{_REFRAIN}\n\n{_OTHERS[2]}",
        ),
        Bad(
            f"{_OTHERS[0]}\n\n{_OTHERS[1]}\n\n⟦{_REFRAIN}⟧\n\n{_OTHERS[2]}\n\n{_REFRAIN}",
            fixed=f"{_OTHERS[0]}\n\n{_OTHERS[1]}\n\n{_REFRAIN}\n\n{_OTHERS[2]}\n\n{_REFRAIN}",
        ),
        Bad(
            f"Larn\n\n⟦{_REFRAIN}⟧\n\n{_OTHERS[0]}\n\n⟦{_REFRAIN}⟧\n\n{_REFRAIN}\n\n{_OTHERS[1]}",
            fixed=f"Larn\n\n{_REFRAIN}\n\n{_OTHERS[0]}\n\n{_REFRAIN}\n\n{_REFRAIN}\n\n{_OTHERS[1]}",
        ),
    )

    def on_repeat(self, doc: Document, repeat: Repeat) -> Finding:
        """Return the finding; only a standfirst whose copy is near is taken out, and only from above the paragraphs."""
        finding = super().on_repeat(doc, repeat)
        is_one_of_two = len(doc.by_key.get(repeat.first.key, ())) <= MAX_COPIES
        is_sure = is_one_of_two and _is_near(doc, repeat)
        return finding if is_sure else finding._replace(fix=None, severity=Severity.INFO)


def _is_near(doc: Document, repeat: Repeat) -> bool:
    """Tell whether the copy of a standfirst is in the next paragraphs, and hardly a paragraph above the standfirst."""
    first, last, other = repeat.first.index, repeat.last.index, repeat.other.index
    if doc.is_flat:
        return other - last - 1 <= MAX_SENTENCES_BETWEEN
    paragraphs = doc.once(_paragraphs)
    between = bisect_left(paragraphs, other) - bisect_right(paragraphs, last)
    above = bisect_left(paragraphs, first)
    return between <= MAX_PARAGRAPHS_BETWEEN and (other == last + 1 or above <= MAX_PARAGRAPHS_ABOVE)


def _paragraphs(doc: Document) -> list[int]:
    return sorted(doc.paragraphs)
