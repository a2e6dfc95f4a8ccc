"""REP009 repeated-block."""

from scrapelint.plugin import Bad, Good, Severity
from scrapelint_rules.repetition._shared.repeats import RepeatRule

_STORY = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike in the port."
_SONG = "Carry me over the water\nCarry me home to the bay"


class RepeatedBlock(RepeatRule):
    """Two or more short lines that come again in the same order: byline and time, teaser and section.

    Why it matters: pages carry the block above the article once for wide and once for narrow
    screens, and both end up in the text.

    What to do: remove the second block.
    """

    code, name, severity = "REP009", "repeated-block", Severity.WARNING
    fix = "unsafe"
    form = "block"
    what = "block repeats"
    examples = (
        Bad(
            "Larn Courier\n12 May 2024, 08:30\n\nFerry strike\n\n⟦Larn Courier\n12 May 2024, 08:30⟧\n\nIt is over.",
            fixed="Larn Courier\n12 May 2024, 08:30\n\nFerry strike\n\nIt is over.",
        ),
        Bad(
            "Ann Lee\nPort reporter\nUpdated 9 June, 18:00\n\nIt is over.\n\n"
            "⟦Ann Lee\nPort reporter\nUpdated 9 June, 18:00⟧",
        ),
        Bad("Von Ann Lee\nStand: 9. Juni 2024, 18 Uhr\n\nStreik\n\n⟦Von Ann Lee\nStand: 9. Juni 2024, 18 Uhr⟧"),
        Good("Ann Lee\nPort reporter\n\nIt is over."),
        Good("Day one\nOats and milk\n\nDay two\nOats and milk", why="one line comes again, not a block"),
        Good(
            f"{_STORY}\n\n{_SONG}\n\nMy brother went out in the morning\nAnd never came home to his bread\n\n{_SONG}\n\n"
            + _STORY.replace("Larn", "Orlo"),
            why="a refrain",
        ),
        Good(
            f"{_STORY}\nAnn Lee of Larn had sung of it in a song of many verses:\n{_SONG}\nMy brother went out in the morning\n"
            f"And never came home to his bread\n{_SONG}.\nMy mother still looks for his lantern",
            why="a poem that the article announces, with its end",
        ),
        Good(
            f"1. Боомт өглөө нээгдэнэ;\n/Энэ заалтыг 2016 оны хуулиар өөрчилсөн/\n/Энэ заалтыг 2017 оны хуулиар өөрчилсөн/\n\n{_STORY}\n\n"
            "2. Гарам үдэш хаагдана;\n/Энэ заалтыг 2016 оны хуулиар өөрчилсөн/\n/Энэ заалтыг 2017 оны хуулиар өөрчилсөн/",
            why="notes on paragraphs of a law",
        ),
        Good(
            f"{_STORY}\nWhat do we want?\nFerries!\nWhen do we want them?\nNow!\nWhat do we want?\nFerries!\n"
            "When do we want them?\nNow!\nThe mayor came to the window at one, and waved, and went away again.",
            why="what a crowd calls out",
        ),
        Good(
            "Quand les bateaux sont rentrés samedi, les équipages ont chanté le vieil air du port devant la maison du capitaine.\n"
            "Ramène-les, ramène-les\nLes filets pleins, le ciel défait\nRamène-les, ramène-les\nEt la maison, et la maison\n"
            "Ramène-les, ramène-les\nLes filets pleins, le ciel défait\nIl y a eu ensuite de la soupe sur le quai, a dit le maire.",
            why="a song, whose lines say the same twice",
        ),
        Good("Yes.\nNo.\n\nMaybe.\n\nYes.\nNo.", why="too short for a block"),
    )
