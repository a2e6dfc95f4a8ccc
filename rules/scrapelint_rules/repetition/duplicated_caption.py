"""REP001 duplicated-caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, Good, Severity
from scrapelint_rules.repetition._shared.repeats import RepeatRule

if TYPE_CHECKING:
    from scrapelint.plugin import Finding
    from scrapelint_rules.repetition._shared.repeat import Repeat
_STORY = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike in the port."
_TABLE = "Boat\nTrips\nDays\nSwan\n212\n21\nHeron\n96\n24\nGannet\n102\n12"


class DuplicatedCaption(RepeatRule):
    """A short line that comes again: a caption and its echo, a headline, a teaser's title.

    Why it matters: pages write a picture's caption twice, as alternative text and below the
    picture, and a headline up to nine times; extractors keep them all.

    What to do: remove the copy; of a caption with and without its credit, the bare one.
    """

    code, name, severity = "REP001", "duplicated-caption", Severity.ERROR
    fix = "unsafe"
    form = "caption"
    what = "repeats"
    examples = (
        Bad(
            "The harbour of Larn at dawn\n⟦The harbour of Larn at dawn⟧\n\nThe boats left before six.",
            fixed="The harbour of Larn at dawn\n\nThe boats left before six.",
        ),
        Bad("⟦Larn harbour ferry⟧\nLarn harbour ferry. Picture: PA\n\nThe boats left before six."),
        Bad("⟦The mayor opens the new bridge⟧\nImage Source : AP The mayor opens the new bridge\n\nIt took a year."),
        Bad(
            "Ferry strike ends after nine days\n\n12 May\n\n⟦Ferry strike ends after nine days⟧\n\n"
            "The crews of the Larn ferries went back to work on Monday, their union said in the evening.",
        ),
        Bad("date 2024-05-12 Ferry strike in Larn ends after nine days\n\n⟦Ferry strike in Larn ends after nine days⟧"),
        Bad(
            "Boats sail.\n\n" * 9
            + "Sea: Ferry strike in Larn ends after days\n\n⟦Ferry strike in Larn ends after days⟧"
        ),
        Bad("Der Hafen von Larn am Morgen\n⟦Der Hafen von Larn am Morgen⟧\n\nDie Boote fuhren vor sechs."),
        Bad("Порт Ларна на рассвете\n\n⟦Порт Ларна на рассвете⟧\n\nЛодки вышли до шести."),
        Bad(
            "Ada Morrow-Hale\n\neditor\n\n⟦Ada Morrow-Hale\n\neditor⟧\n\nThe boats of Larn left before six.",
            fixed="Ada Morrow-Hale\n\neditor\n\nThe boats of Larn left before six.",
        ),
        Bad(
            "Ada Morrow-Hale\n\nredactrice\n\n⟦Ada Morrow-Hale⟧\n\nhier\n\nLes bateaux de Larn sont partis avant six heures.",
            fixed="Ada Morrow-Hale\n\nredactrice\n\nhier\n\nLes bateaux de Larn sont partis avant six heures.",
        ),
        Good(
            "Die Reporterin traf den Kapitän am Montag im Hafen von Larn. Das neue Schiff hat nicht genug Kraft, um bei Sturm zu fahren? "
            "Nein, sagte er. Das neue Schiff hat nicht genug Kraft, um bei Sturm zu fahren. Darum bleibt es im Winter am Kai, und die alte "
            "Fähre fährt noch ein Jahr.",
            why="an answer in the words of the question",
        ),
        Good(
            "拉恩港于周一重新开放，市长早上在码头对记者说，渡轮每两小时一班，本周没有取消任何航班。\n第一步：\n如果购买的是第一种船票\n"
            "（可以看本报告前两部分），\n如果购买的是第一种船票\n（可以看报告的全部内容），\n第二步：\n完成付款后，请等待。",
            why="a sentence that links tore",
        ),
        Good(
            "How am I supposed to know when you are telling the truth, he asked her on the quay. That was a joke. That was a joke. "
            "Yes, and he was to read her mind, she said to him then. They went home in the rain, and nobody spoke of it again.",
            why="said twice",
        ),
        Good(
            "The hall of Larn has a day of its own for the radio of the port, and all who come are let in for nothing.\n\n"
            "The mayor of the town said on Monday that there is room for two hundred of them.\n\nRadio Larn\n\n9:00\n\n"
            "The Ferrymen / Ada and Jo / Old Quay Brothers\n\nTalk of the port and the town, with the mayor of Larn\n\n13:30\n\n"
            "The Ferrymen / Ada and Jo / Old Quay Brothers\n\nNobody has to pay for a seat in the hall on Saturday, the mayor said.",
            why="who is on at two times",
        ),
        Good(
            f"{_STORY}\n\nMonday, 10.30 - The boats | Songs of the sea - The ferrymen of Larn\n\nThe boats\n{_STORY[:-1]} and a film.\n\n"
            f"Songs of the sea - The ferrymen of Larn\n{_STORY[:-1]} and its songs.\n\n{_STORY[:-1]} again.",
            why="an item of a programme, named above in a row",
        ),
        Good("Home World Ferry strike in Larn ends after nine days\n\nFerry strike in Larn ends after nine days"),
        Good(
            "“We sail again from Monday on.” — Ann Lee of the Larn Ferries, in May 2024\n— Ann Lee of the Larn Ferries, in May 2024",
            why="signed",
        ),
        Good(
            "Build the bridge now! Build the bridge now! They shouted so for an hour, and nobody in the town hall came out "
            "to the square. The mayor had left for Larn at noon. The council meets again in May, and the bridge is on its list.",
            why="called out twice",
        ),
        Good(
            "(Code)   Name of the firm      Market   [ cheap/dear ]\n<1301>   Larn Ferries   Prime   0.9\n\nThe dear ones:\n"
            "(Code)   Name of the firm      Market   [ cheap/dear ]\n<7203>   Orlo Boats   Prime   1.4",
            why="the head line of two tables",
        ),
        Good(
            "ラーン・フェリーズ・ホールディングス<\n1301\n>が続伸した。港が開いた。\n\nラーン・フェリーズ・ホールディングス<\n1301\n>は月曜日に船を出した。",
            why="a sentence broken at the link of a code",
        ),
        Good("Yes\n\nYes\n\nNo", why="too short: cells and answers come again"),
        Good(
            f"{_STORY}\n\nWhy did nobody sail?\n\nFor fear of the storm.\n\nWhy did nobody leave?\n\nFor fear of the storm.\n\n{_STORY[:-1]} again.",
            why="one answer to two questions",
        ),
        Good(
            "Ferry strike ends in Larn. Crews sail again after nine days. The crews of the ferries went back to work on Monday. "
            "Their union said so in the evening. The harbour master counted forty lorries on the quay. All of them crossed "
            "before noon. Ferry strike ends in Larn. What the crews won is less than they asked for. Talks go on in May.",
            why="a section that begins as the headline does",
        ),
        Good(
            f"{_STORY}\n\n(SOUND OF THE SHIP'S HORN)\n\nThey leave at last.\n\n(SOUND OF THE SHIP'S HORN)\n\n{_STORY[:-1]} again.",
            why="a transcript",
        ),
        Good("Q: Who was there?\n\nNobody.\n\nQ: Who is there?\n\nNobody.", why="an interview"),
        Good(
            "Round one\n\nLarn City - Port United\n\nRound two\n\nPort United - Larn City\n\nRound one",
            why="labels of a table",
        ),
        Good(
            f"{_STORY}\n\nBank of Larn\nHouse loans of one year at 9.20 %\nBank of the Port\nHouse loans of one year at 9.20 %\n\n{_STORY[:-1]} again.",
            why="two entries of a list with one rate",
        ),
        Good(
            f"{_STORY}\n\n{_TABLE}\n*All boats of the port.\n{_STORY[:-1]} of fog.\n\n{_STORY[:-1]} again, and all boats went out at noon."
            f"\n\n{_TABLE.replace('2', '3')}\n*All boats of the port.\n{_STORY[:-1]} of fog.",
            why="the notes below a second table",
        ),
        Good(
            f"{_STORY}\n\nShip\nGull of Larn\nHope of Orlo\nLength\n84.0 m\n81.5 m\nEngine\nFour-stroke diesel engine\n"
            f"Four-stroke diesel engine\nPower\n2,100 kW\n1,900 kW\nSpeed\n14 kn\n13 kn\n\n{_STORY[:-1]} again.",
            why="a table of two ships, each cell on a line",
        ),
        Good(
            f"{_STORY}\n\nDaya\n11.1kW (8,500rpm)\n9.2 kW\n\nKotak gear enam kelajuan\n6-kelajuan\n6-kelajuan\n\nKapasiti\n12 l\n4 l\n\n"
            "Ampaian belakang kiri\nAmpaian tunggal berpusat\nAmpaian tunggal berpusat\n\nHarga\nRM 8,200",
            why="the same below the article",
        ),
        Good(
            f"{_STORY}\n\n· seats that can be moved in three steps\n· tyres for the quay\n\nThe ferry for children\n\n"
            "· seats that can be moved in three steps\n· a spare wheel\n\n" + _STORY[:-1] + " again.",
            why="two products with one part",
        ),
        Good(
            f"Today I write of:\n\nWhat the strike of the ferries cost\n\nA new quay\n\nThe winter plan\n\nWhat the strike of the ferries cost\n\n{_STORY}",
            why="a table of contents and its section",
        ),
        Good(
            f"{_STORY}\n\n২১. লার্নের বন্দর কোন উপকূলে অবস্থিত?\nক. উত্তর উপকূলে খ. দক্ষিণ উপকূলে\nগ. পূর্ব উপকূলে ঘ. পশ্চিম উপকূলে\n"
            "২২. ওরলোর নতুন ঘাট কোন উপকূলে তৈরি হচ্ছে?\nক. উত্তর উপকূলে খ. দক্ষিণ উপকূলে\nগ. পূর্ব উপকূলে ঘ. পশ্চিম উপকূলে",
            why="the answers of a quiz, below two questions",
        ),
        Good(
            f"{_STORY}\n\nOn which coast is Larn?\nA) On the northern coast B) On the southern coast\n\nAnd Orlo?\n"
            f"A) On the northern coast B) On the southern coast\n\n{_STORY[:-1]} so.",
            why="the same without numbers",
        ),
        Good(
            f"«Μένουμε ενωμένοι στο λιμάνι του Λαρν και στη θάλασσα»\n\n{_STORY}\n\n"
            "«Μένουμε ενωμένοι στο λιμάνι του Λαρν και στη θάλασσα.\n\nΑύριο φεύγουμε», έγραψε ο δήμαρχος στο βιβλίο.",
            why="what a pull quote took from, a letter that goes on",
        ),
        Good(
            f"- How to get to Larn by ferry\n- What a seat on the ferry costs\n- When the quay is shut\n{_STORY}\n"
            f"How to get to Larn by ferry\n{_STORY[:-1]} so.\nWhat a seat on the ferry costs\n{_STORY[:-1]} again.",
            why="a list of sections with dashes, and the sections",
        ),
        Good(
            f"• Jadwal Feri dari Pelabuhan Larn\n• Tarif Feri ke Orlo Tahun Ini\n{_STORY}\nJadwal Feri dari Pelabuhan Larn\n{_STORY[:-1]} so.",
            why="the same",
        ),
        Good(
            f"Die Fähren von Larn fahren\nWer den neuen Kai bezahlt\n\nDie Fähren von Larn fahren\n\n{_STORY}\n\nWer den neuen Kai bezahlt\n\n{_STORY[:-1]} so.",
            why="a list of sections without a colon",
        ),
        Good(
            "Когда в субботу лодки вернулись, команды запели старую песню порта, которую тридцать лет никто не слышал:\n"
            "Неси домой, неси домой,\nТяжёлый невод над волной,\nНеси домой, неси домой,\nПока не скрылся свет дневной.\n"
            "После на причале раздавали суп.",
            why="a song",
        ),
    )

    def on_repeat(self, doc: Document, repeat: Repeat) -> Finding:
        """Return the finding; of a line that comes again far off within the article, either copy may be its own."""
        finding = super().on_repeat(doc, repeat)
        return finding._replace(severity=Severity.INFO, fix=None) if repeat.kind == "far-in-body" else finding
