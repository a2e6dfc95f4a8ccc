"""LLM002 chat-wrapper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity, regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit

EDGE_LINES = 2
"""The wrapper is among this many first or last lines that are not blank."""
OFFERS = ("offer", "also-offer")
"""Entries of the pack with offers of work on the text; people offer as well, but not in the words of the second."""
OFFER_CONFIDENCE = 0.96
"""Of a line that offers ("if you want, I can") and names a writer's work ("a shorter version")."""
_WORK = regex(
    r"\b(?:shorter|longer|version|headline|rewrite|translat|summar|article|caption|social media|post|draft|infographic)"
    r"|fassung|kürz|überschrift|zusammenfass|übersetz|artikel|text\b|beitrag|entwurf|markier"
    r"|versi[óo]n|titular|resum|traduc|artículo|redes sociales|título|texto|artigo|versão|rascunho"
    r"|titre|résum|traduire|réécri|article|texte|brouillon"
    r"|version[ei]|titolo|riassun|riscriv|articolo|testo|bozz"
    r"|versie|kop\b|samenvat|vertal|artikel|tekst|inkort"
    r"|wersj|tytuł|nagłów|streszcz|skróc|przetłum|artykuł|tekst"
    r"|верси|заголов|резюм|кратк|перев|переп|стать|текст|стисл|скоро|перекла"
    r"|verzi|nadpis|shrn|přelož|prelož|člán|zkrát|skrát|naslov|članak|saž"
    r"|rubrik|sammanfatt|översätt|översatt|overskrift|resumé|sammendrag|oversæt|oversett|otsik|tiivist|käännö|artikkeli"
    r"|versiun|titlu|rezum|traduc|articol|címet|összefogl|fordít|cikk|szöveg"
    r"|έκδοση|εκδοχή|τίτλο|περίληψη|μετάφρα|άρθρο|κείμενο"
    r"|sürüm|versiyon|başlık|özet|çevir|makale|metni|metin|haber"
    r"|نسخة|عنوان|ملخص|ترجم|مقال|النص|نسخه|خلاصه|تیتر|مقاله|متن|גרסה|כותרת|סיכום|תרגום|כתבה|טקסט"
    r"|संस्करण|शीर्षक|सारांश|अनुवाद|लेख|versi|judul|ringkas|terjemah|artikel|teks|phiên bản|tiêu đề|tóm tắt|dịch|bài viết"
    r"|バージョン|見出し|タイトル|要約|翻訳|記事|文章|投稿|版本|标题|標題|摘要|总结|總結|翻译|翻譯|改写|改寫|文章|润色|文案|정리|요약|번역|제목|버전|기사|글",
    re.IGNORECASE,
)
"""Work on a text, by the beginnings of its words."""


class ChatWrapper(PhraseRule):
    """What a chat model says around its answer: "Sure! Here is the article".

    Why it matters: the text was written by a model and pasted unread.

    What to do: remove the line, and look at what else comes from that site.
    """

    code, name, severity = "LLM002", "chat-wrapper", Severity.ERROR
    fix = "unsafe"
    packs = ("chat-wrapper",)
    what = "wrapper of a chat model's answer"
    examples = (
        Bad("⟦Sure! Here is the article:⟧\n\nTalks ended on Friday.", fixed="Talks ended on Friday."),
        Bad("Talks ended on Friday.\n\n⟦Let me know if you'd like me to make any changes.⟧", fixed="Talks ended on Friday."),
        Bad("⟦Hier ist der überarbeitete Artikel:⟧\n\nDie Gespräche endeten am Freitag."),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦Wenn du magst, kürze ich den Text noch auf 500 Zeichen.⟧"),
        Bad("Las conversaciones acabaron.\n\n⟦Si quieres, también puedo preparar una versión más breve.⟧"),
        Bad("Переговоры завершились.\n\n⟦Если хочешь, я могу сделать более короткую версию.⟧"),
        Bad("会談は金曜日に終わった。\n\n⟦ご希望であれば、短いバージョンも作成できます。⟧"),
        Bad(
            "Talks ended on Friday.\n\n⟦If you want, I can also make a shorter version for the web. Do you want me to do that?⟧",
            fixed="Talks ended on Friday.",
        ),
        Good(
            "Talks ended on Friday.\n\nThey want me to write an article about it every week, the mayor said.",
            why="what somebody else wants",
        ),
        Good(
            "Talks ended on Friday.\n\nI can also make an article of it, and a headline: nobody in Larn wants the bridge.",
            why="a writer's own words",
        ),
        Good("Here is the article of the constitution that the court cited.", why="a sentence"),
        Good("He was sure.", why="prose"),
        Good("Die Gespräche endeten.\n\nWenn du willst, komm vorbei, sagte er.", why="an offer of somebody else"),
        Good("One.\n\nTwo.\n\nThree.\n\nSure! Here is the article:\n\nFour.\n\nFive.\n\nSix.", why="not at an edge of the text"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line is at an edge of the text; an offer has to name work on it."""
        if hit.entry.id in OFFERS and not _WORK.search(hit.line.text):
            return False
        return hit.line.index < EDGE_LINES or hit.line.index >= len(doc.lines) - EDGE_LINES

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on the line of a hit; an offer of work on the text is surer than either alone."""
        if (
            hit.entry.confidence < OFFER_CONFIDENCE
            and hit.entry.id.startswith("closing")
            and _WORK.search(hit.line.text)
        ):
            hit = hit._replace(entry=hit.entry._replace(confidence=OFFER_CONFIDENCE))
        return super().on_hit(doc, hit)
