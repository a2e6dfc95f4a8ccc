"""PRO005 follow-us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity, regex
from scrapelint_rules.promotion._shared.items import is_own_item

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit

INSIDE_ENTRY = "inside"
"""The entry of the pack whose phrases may be in any sentence."""
_BARE = frozenset({"social media"})
"""Buttons that are no call, and head the accounts of anybody."""
_TIME = regex(r"(?<![\d:/.])(?:[01]?\d|2[0-3])(?:[:h][0-5]\d\b|(?:\.[0-5]\d)?\s?(?:h|Uhr)\b)")
"""A time of day: "15h30", "8:30", "20.15 Uhr"."""
_STOP = regex(r"[.!?…] ")
_OF_THOSE = regex(
    r"[\u4e00-\u9fff]{0,8}的(?:投资者|投資者|人|朋友|读者|讀者|观众|觀眾|用户|用戶|网友|網友|粉丝|粉絲)[\u4e00-\u9fff]|(?<=구독)(?:자|료)"
)
"""After a call in Chinese or Korean, those who follow it, or what that costs: words of a sentence."""


class FollowUs(PhraseRule):
    """A call to follow the site on a network or a channel.

    Why it matters: it names the site and the network, never anything of the story.

    What to do: remove the line.
    """

    code, name, severity = "PRO005", "follow-us", Severity.WARNING
    fix = "safe"
    packs = ("follow-us",)
    what = "call to follow the site"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦Follow us on Facebook⟧", fixed="Talks ended on Friday."),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦Folgen Sie uns auf Facebook⟧"),
        Bad("Переговоры закончились.\n\n⟦Подписывайтесь на наш Telegram-канал⟧"),
        Bad(
            "Talks ended on Friday.\n\n⟦Stay tuned to our Orlo Hub for more on the fair, which opens in May.⟧ The mayor left.",
            fixed="Talks ended on Friday.\n\nThe mayor left.",
        ),
        Bad(
            "Talks ended on Friday.\n\n⟦Follow us on Facebook⟧ Mayor Ana Ruiz left the hall at noon and did not speak.",
            fixed="Talks ended on Friday.\n\nMayor Ana Ruiz left the hall at noon and did not speak.",
        ),
        Bad(
            "Talks ended on Friday. ⟦(For our app see the shop of\n\nLarn Phones\n\nor\n\nfollow us on Facebook\n\n.)⟧\n\nThe mayor left.",
            fixed="Talks ended on Friday.\n\nThe mayor left.",
        ),
        Bad(
            "Majlis bersidang hingga malam. Jangan abaikan jambatan anda dan sentiasa ke Larn pada hari Jumaat.— Larn Mail ⟦Boleh follow media sosial Orlo di Facebook dan Telegram⟧",
            fixed="Majlis bersidang hingga malam. Jangan abaikan jambatan anda dan sentiasa ke Larn pada hari Jumaat.— Larn Mail",
        ),
        Bad(
            "Der Rat der Stadt Larn hat am Montag beschlossen, dass die Brücke gebaut wird. ⟦Abonnieren Sie den Podcast bei "
            "Spotify, Apple Podcast, Amazon Music und Deezer.⟧ Die Kosten der Brücke sind seit dem Mai bekannt, sagte der Rat.",
            fixed="Der Rat der Stadt Larn hat am Montag beschlossen, dass die Brücke gebaut wird. Die Kosten der Brücke sind seit "
            "dem Mai bekannt, sagte der Rat.",
        ),
        Bad(
            "El consejo de Larn dijo el lunes que el puente se va a construir en mayo. ⟦Síguenos en Facebook, Twitter e "
            "Instagram.⟧ El precio del puente se conoce desde el mes de mayo, dijo la alcaldesa de la ciudad a la prensa.",
            fixed="El consejo de Larn dijo el lunes que el puente se va a construir en mayo. El precio del puente se conoce desde "
            "el mes de mayo, dijo la alcaldesa de la ciudad a la prensa.",
        ),
        Bad(
            "Feri baru dari Larn dijual dengan harga sebagai berikut. Harga kursi biasa Rp 20 ribu Harga kursi kelas satu Rp 45 ribu "
            "⟦Simak breaking news dan berita pilihan kami langsung di ponselmu.⟧",
            fixed="Feri baru dari Larn dijual dengan harga sebagai berikut. Harga kursi biasa Rp 20 ribu Harga kursi kelas satu Rp 45 ribu",
        ),
        Bad(
            "Feri baru dari Larn dijual mulai hari Senin.\n⟦Cek Berita dan Artikel yang lain di Google⟧\n            ⟦News dan WA Channel⟧",
            fixed="Feri baru dari Larn dijual mulai hari Senin.",
        ),
        Good("Thousands follow the mayor on Facebook, and most of them never vote.", why="prose about a network"),
        Good("The channel on Telegram was closed by the court.", why="prose about a channel"),
        Good("Account ▲ ▼\n\nFollowers ▲ ▼\n\n@larn 2,610,335", why="heads of the columns of a table"),
        Good(
            "متابعة\n\nقالت وزارة النقل في لارن يوم الاثنين إن الميناء سيبقى مغلقا حتى شهر ماي بسبب أشغال الإصلاح بعد العاصفة.",
            why="the byline of a desk: coverage",
        ),
        Good(
            "오를로 의회는 화요일 밤 새 전차 노선 계획을 승인했다. 하지만 카카오톡 가입자도 크게 늘었다. 공사는 봄에 시작된다.",
            why="the network is what the story is about",
        ),
        Good("市场周五上涨。\n\n关注我们栏目的投资者都想知道热点来自哪里。", why="those who follow, in a sentence"),
        Good("會談結束。\n\n關注我們的讀者都知道，市長不會來。", why="the same"),
        Good("회담이 끝났다.\n\n유튜브 채널 구독자 약 30만 명이 시장의 연설을 지켜봤다.", why="the same"),
        Good("Follow the river to the bridge.", why="another sense"),
        Good(
            "O porto de Larn abriu.\n\nO episódio vai ao ar na quarta (04/12), às 15h30, e no nosso canal no YouTube (veja abaixo).",
            why="news of when something is shown",
        ),
        Good(
            "Der Hafen ist offen.\n\nDas Gespräch läuft am Montag um 20 Uhr im Radio und auf unserem YouTube-Kanal.",
            why="the same",
        ),
        Bad("Der Hafen ist offen.\n\nMehr um 20.15 Uhr! ⟦Folgen Sie uns auf Facebook⟧"),
        Good("Ada Morrow sings in Larn.\n\nSocial Media:\n\nInstagram: Ada Morrow", why="the accounts of a person"),
        Good(
            "Was Leser tun können:\n\n1. Kaufen Sie das Heft.\n\n2. Abonnieren Sie unseren Telegram-Kanal.\n\n"
            "3. Schreiben Sie dem Rat von Larn.",
            why="an item of the article's own list",
        ),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether words are no news of when something is shown, no heading of accounts and no item of a list."""
        is_news = hit.entry.id == INSIDE_ENTRY and _has_time(hit)
        is_heading = hit.phrase in _BARE and hit.line.text.rstrip().endswith(":")
        is_told = _OF_THOSE.match(doc.text, hit.end) is not None
        return not (is_news or is_heading or is_told or is_own_item(doc, hit.line))


def _has_time(hit: Hit) -> bool:
    """Tell whether a sentence gives a time of day before the words of a hit."""
    before = hit.line.text[: hit.start - hit.line.start]
    return _TIME.search(_STOP.split(before)[-1]) is not None
