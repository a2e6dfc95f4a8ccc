"""Words for a picture in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from scrapelint.plugin import Line

_OPENS_WITH_PICTURE = regex(
    r"(?i)^\W{0,4}(?:(?:all|featured|header|cover|lead|main|top|kiemelt) )?(?:photo|image|picture|screenshot|thumbnail|foto|imagen"
    r"|imagem|immagine|bild|beitragsbild|titelbild|afbeelding|kuva|zdjęcie|fotka|fotó|kép|фото|изображение|зображення|φωτογραφία|εικόνα)"
)
PICTURE = regex(
    r"(?i)photo|foto|fotó|kép\b|image|imagen|imagem|immagine|picture|bild|kuva|zdję|snímek|φωτο|фото|снимк|ảnh|ภาพ|صورة|عکس|تصویر"
    r"|\brasm\b|\bsurat\b|फोटो|तस्वीर|ছবি|写真|画像|图|圖|照片|摄|사진|צילום"
)
"""A word for a picture, anywhere in a line."""
SOURCES = (
    "source", "sources", "quelle", "quellen", "fuente", "fuentes", "fonte", "fonti", "bron", "källa", "kilde", "lähde",
    "źródło", "sursă", "sursa", "izvor", "forrás", "forrása", "kaynak", "sumber", "nguồn", "источник", "джерело", "πηγή",
)  # fmt: skip
"""Labels that say where a picture is from, before an agency: alone they may name the source of the story."""


def says_picture(line: Line) -> bool:
    """Tell whether a line begins with a word for a picture."""
    return _OPENS_WITH_PICTURE.search(line.text) is not None
