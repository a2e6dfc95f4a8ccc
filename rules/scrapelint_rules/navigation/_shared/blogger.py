"""The buttons under a post on Blogger, which its pages set in a row without spaces, in the languages of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import LinePattern, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document

_MAIL = (
    "Email This", "Diesen Post per E-Mail versenden", "Envoyer par e-mail", "Enviar por correo electrónico",
    "Enviar por e-mail", "Enviar a mensagem por e-mail", "Invia tramite email", "Dit e-mailen", "Wyślij pocztą e-mail",
    "Отправить по электронной почте", "Надіслати електронною поштою", "Skicka med e-post", "Send med mail",
    "Send dette via e-post", "Lähetä tämä sähköpostitse", "Odeslat e-mailem", "Poslať e-mailom", "Küldés e-mailben",
    "Trimiteți prin e-mail", "Bunu E-postayla Gönder", "Αποστολή με μήνυμα ηλεκτρονικού ταχυδρομείου",
    "Kirimkan Ini lewat Email", "Gửi email bài đăng này", "Envia per correu electrònic", "إرسال بالبريد الإلكتروني",
    "שלח באימייל", "इसे ईमेल करें", "メールで送信", "이메일로 전송", "以電子郵件傳送這篇文章", "通过电子邮件发送", "ส่งอีเมลข้อมูลนี้",
)  # fmt: skip
"""The first button."""
_BLOG = (
    "BlogThis!", "Escribe un blog", "Postar no blog!", "Dê a sua opinião!", "Postalo sul blog", "Dit bloggen!",
    "Wrzuć na bloga", "Написать об этом в блоге", "Опублікувати в блозі", "Blog om dette!", "Blogg dette!", "Bloggaa tästä!",
    "Postați pe blog!", "كتابة مدونة حول هذه المشاركة", "इसे ब्लॉग करें!",
)  # fmt: skip
"""The second one, which no other program has."""
_SHARE = (
    "Share to", "In", "Auf", "Partager sur", "Compartir en", "Compartir con", "Compartilhar no", "Compartilhar com o",
    "Partilhar no", "Condividi su", "Delen via", "Delen op", "Udostępnij w usłudze", "Udostępnij w serwisie", "Udostępnij w",
    "Поделиться в", "Опубликовать в", "Опублікувати в", "Опублікувати у", "Поділитися в", "Dela på", "Del på", "Del via",
    "Jaa", "Sdílet na", "Sdílet ve službě", "Zdieľať v službe", "Megosztás az", "Megosztás a", "Distribuiți pe",
    "Trimiteți către", "Κοινοποίηση στο", "Μοιραστείτε το στο", "Bagikan ke", "Berbagi ke", "Chia sẻ lên", "Comparteix a",
    "المشاركة على", "المشاركة في", "שתף ל-", "שתף אל", "分享至", "分享到", "แชร์ไปยัง", "แชร์ไปที่", "แชร์ใน",
)  # fmt: skip
"""What comes before the name of a network."""
_AFTER = (
    "freigeben", "teilen", ":ssä", "iin", "'te paylaş", "'ta Paylaş", "'te Paylaş", "’te paylaş", "’ta Paylaş", "’te Paylaş",
    "-en", "on", "en", "u", "पर शेयर करें", "で共有する", "で共有", "に共有", "에서 공유", "에 공유",
)  # fmt: skip
"""What follows it."""
_NETWORKS = ("Twitter", "X", "Facebook", "Pinterest", "Google Buzz", "Google+", "פייסבוק")

_GAP = "[ \u00a0\u200f]?"
PATTERN = LinePattern(
    rf"(?P>mail){_GAP}(?P>blog)(?:{_GAP}(?:(?P>share){_GAP})?(?P>network)(?:{_GAP}(?P>after))?){{1,5}}",
    tuple(word.lower() for word in _BLOG),
    words={"mail": _MAIL, "blog": _BLOG, "share": _SHARE, "network": _NETWORKS, "after": _AFTER},
)


def blogger_bars(doc: Document) -> Iterator[Span]:
    """Yield the places of such rows of buttons; a sentence may come before one on its line."""
    # Where the line breaks are lost, the exclamation mark of the second button ends a sentence, and a row has two lines.
    if PATTERN not in doc.matched_concepts and not (doc.is_flat and any(word in doc.text for word in _BLOG)):
        return
    for match in PATTERN.compiled.finditer(doc.text):
        yield Span(*match.span())
