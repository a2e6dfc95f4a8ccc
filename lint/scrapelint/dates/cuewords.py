"""The words that give a date line its role, in forty languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapelint.dates.found import Role

CUES: dict[Role, str] = {
    "updated": (
        "updated|last updated|last modified|modified|last edited|edited|last revised|revised|revision|"
        "last revision|upd|aktualisiert|zuletzt aktualisiert|letzte aktualisierung|aktualisierung|geändert|"
        "letzte änderung|update|bearbeitet|überarbeitet|akt|mis à jour|mise à jour|modifié|maj|actualisé|"
        "actualizado|actualizada|modificado|última actualización|actualización|act|aggiornato|aggiornamento|"
        "ultimo aggiornamento|modificato|atualizado|atualizada|última atualização|atualização|bijgewerkt|"
        "gewijzigd|laatst bijgewerkt|aktualizacja|zaktualizowano|ostatnia aktualizacja|обновлено|обновлена|"
        "изменено|оновлено|aktualizováno|aktualizace|upraveno|aktualizované|aktualizácia|uppdaterad|"
        "uppdaterat|senast uppdaterad|opdateret|sidst opdateret|oppdatert|sist oppdatert|päivitetty|muokattu|"
        "ενημέρωση|ενημερώθηκε|τελευταία ενημέρωση|güncelleme|güncellendi|son güncelleme|frissítve|frissítés|"
        "módosítva|actualizat|actualizată|ultima actualizare|ажурирано|ažurirano|zadnja izmjena|posodobljeno|"
        "atnaujinta|atjaunots|uuendatud|actualitzat|diperbarui|update terakhir|cập nhật|cập nhật lúc|อัปเดต|"
        "อัพเดต|تحديث|آخر تحديث|به روز رسانی|بروزرسانی|עודכן|עדכון|अपडेट|अपडेटेड|更新|更新时间|更新日|最終更新|"
        "수정|최종수정|"
        "업데이트|обновен|обновено|последна актуализация"
    ),
    "printed": (
        "printed|print date|retrieved|accessed|visited|today is|today|heute ist|heute|abgerufen am|abgerufen|"
        "ausdruck vom|gedruckt am|imprimé le|consulté le|aujourd'hui|nous sommes le|impreso el|hoy es|hoy|"
        "stampato il|oggi è|oggi|impresso em|hoje é|hoje|vandaag|dziś jest|dzisiaj|сегодня|сьогодні|dnes je|"
        "dnes|idag|i dag|tänään|σήμερα|bugün|ma|astăzi|hari ini|hôm nay|今日は|今天是|今天|오늘|היום|اليوم|امروز"
    ),
    "published": (
        "published|entry was posted|post was published|article was published|story was published|"
        "beitrag wurde am|artikel wurde am|beitrag wurde unter|article a été publié|billet a été publié|"
        "entrada fue publicada|artículo fue publicado|articolo è stato|bericht is geplaatst|first published|"
        "originally published|publication date|date published|posted|posted on|posted at|written|released|"
        "issued|publish date|created|created on|submitted|submitted on|veröffentlicht|veröffentlichung|"
        "erstveröffentlichung|veröffentlichungsdatum|erschienen|erstellt|stand|publiziert|online seit|"
        "publikationsdatum|geschrieben|eingestellt|gepostet|beitrag|pressemitteilung|meldung|artikel|ausgabe|"
        "nachricht|news|gespeichert|publié|publiée|publication|mis en ligne|posté|paru|créé|"
        "date de publication|publicado|publicada|publicación|postado|publicação|postada|divulgado|"
        "pubblicato|pubblicata|pubblicazione|inserito|scritto|gepubliceerd|geplaatst|verschenen|gepost|"
        "opublikowano|opublikowany|data publikacji|dodano|utworzono|опубликовано|опубликована|"
        "дата публикации|размещено|добавлено|опубліковано|публикувано|публикуван|publikováno|vydáno|"
        "zveřejněno|vytvořeno|publikované|zverejnené|publicerad|publicerat|skapad|offentliggjort|udgivet|"
        "publiceret|lagt ut|publisert|julkaistu|julkaisu|δημοσιεύθηκε|δημοσίευση|δημοσιεύτηκε|"
        "yayınlanma|yayınlandı|yayın tarihi|yayımlanma|giriş|eklenme|megjelent|közzétéve|publikálva|"
        "létrehozva|publicat|publicată|data publicării|postat|objavljeno|објављено|objavljena|paskelbta|"
        "publicēts|avaldatud|publicat el|diterbitkan|terbit|dipublikasikan|tayang|đăng|xuất bản|ngày đăng|"
        "เผยแพร่|نشر|نشرت|تاريخ النشر|نُشر|تاریخ انتشار|منتشر شده|פורסם|प्रकाशित|पब्लिश|"
        "প্রকাশিত|প্রকাশ|发布|发布时间|发表|公開|公開日|掲載|配信|投稿|投稿日|發布|發表|入力|입력|등록|게시|작성|승인|발행|gepubliseer|"
        "апублікавана|објавено|dərc edilib|გამოქვეყნდა|հրապարակվել է|வெளியிடப்பட்டது|شائع|تاریخ اشاعت|"
        "жарияланды|publicado o|inilathala|nailathala|imechapishwa|εκδόθηκε|birt|útgefið|argitaratua|"
        "publikuar"
    ),
    "line": ("date|datum|fecha|data|дата|tarih|ημερομηνία|日期|时间|วันที่|תאריך"),
}
"""Wordings by role, as people write them; `cues` folds them."""

VERBS_FIRST = frozenset(("نشر", "نشرت"))
"""Cues that are verbs, and come before who published what: of the article only where the date is right after them."""

BEFORE_EVENTS = frozenset(
    "on am vom bis ab zum until till from since ended ending seit depuis for to in of le du au dès jusqu'au el del al "
    "desde hasta "
    "il dal al dell' em no na até desde op van tot od do dnia z den fra til från till w с до на от по із від до mulai "
    "hingga pada born geboren geb né née nacido nacida nato nata nascido nascida född fødd født syntynyt urodzony ur "
    "narozen narodený született рожден родился родилась народився rođen rojen născut doğum died gestorben morto muerto "
    "mort في منذ حتى إلى من از تا در từ vào đến".split()
)
"""Words before the date of an event."""
ENDS_BEFORE_EVENTS = (*"自从從于於在到至", "ตั้งแต่วันที่", "ถึงวันที่", "ในวันที่", "từ ngày", "vào ngày", "đến ngày")
"""The same where no space parts them from the word before, or the date has a word of its own after them."""
AFTER_EVENTS = frozenset(
    "से को तक के का की में पासून रोजी पर्यंत नंतर पूर्वी देखि सम्म मा থেকে হতে পর্যন্ত tarihinde tarihinden tarihine itibaren".split()
)
"""Words after the date of an event, in languages that set them there."""
