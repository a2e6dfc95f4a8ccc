"""Language of a text: what decides, what is left open, and that nothing else plays a part."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapelint import Article
from scrapelint.plugin import Linter
from scrapelint.text.languages import STOP_WORDS, code_of, language_of, stop_words

TEXTS = {
    "af": "Die brug oor die rivier is vandag gesluit en sal nie voor volgende maand weer oopgaan nie, het die stad gesê.",
    "ar": "أعلنت البلدية أن الجسر على النهر سيبقى مغلقا حتى نهاية الشهر بعد أن كشف المهندسون عن أضرار في الأعمدة.",
    "bg": "Мостът над реката ще бъде затворен до края на месеца, съобщиха от общината, след като се появиха пукнатини.",
    "ca": "El pont sobre el riu estarà tancat fins a final de mes, segons l'ajuntament, perquè les columnes no són segures.",
    "cs": "Most přes řeku bude uzavřen do konce měsíce, uvedla radnice, protože se na pilířích objevily trhliny, které je třeba opravit.",
    "da": "Broen over åen bliver lukket indtil slutningen af måneden, siger kommunen, fordi der er fundet revner, og de skal nu laves.",
    "de": "Die Brücke über den Fluss bleibt bis zum Ende des Monats gesperrt, teilte die Stadt mit, weil Risse gefunden wurden.",
    "el": "Η γέφυρα πάνω από το ποτάμι θα μείνει κλειστή μέχρι το τέλος του μήνα.",
    "en": "The bridge over the river will stay shut until the end of the month, the town said, as cracks were found in it.",
    "es": "El puente sobre el río estará cerrado hasta el final del mes, según el ayuntamiento, porque se han visto grietas.",
    "fa": "پل روی رودخانه تا پایان ماه بسته است و شهرداری گفت که این کار برای تعمیر ستون‌ها انجام شده است.",
    "fi": "Joen yli kulkeva silta on suljettu kuun loppuun asti, kaupunki kertoi, ja syynä ovat halkeamat, jotka on nyt korjattava.",
    "fr": "Le pont sur le fleuve restera fermé jusqu'à la fin du mois, a dit la mairie, car des fissures ont été trouvées.",
    "he": "הגשר מעל הנהר יישאר סגור עד סוף החודש, כך הודיעה העירייה.",
    "hi": "नदी पर बना पुल महीने के अंत तक बंद रहेगा, नगर निगम ने कहा, क्योंकि उसमें दरारें मिली हैं और उनकी मरम्मत की जा रही है।",
    "hr": "Most preko rijeke bit će zatvoren do kraja mjeseca, rekli su iz grada, jer su se na stupovima pojavile pukotine koje treba popraviti.",
    "hu": "A folyó feletti híd a hónap végéig zárva marad, közölte a város, mert repedéseket találtak, és ezt most meg kell javítani.",
    "id": "Jembatan di atas sungai itu akan ditutup sampai akhir bulan ini, kata pemerintah kota, karena ada retakan pada tiang yang harus diperbaiki.",
    "it": "Il ponte sul fiume resterà chiuso fino alla fine del mese, ha detto il comune, perché sono state trovate delle crepe.",
    "ja": "市は、川にかかる橋を月末まで閉鎖すると発表した。",
    "ko": "시는 강 위의 다리를 이달 말까지 닫는다고 밝혔다.",
    "mr": "नदीवरील पूल महिन्याच्या अखेरपर्यंत बंद राहणार आहे, असे पालिकेने सांगितले आणि तो दुरुस्त केला जात आहे व काम सुरू आहे.",
    "nl": "De brug over de rivier blijft tot het einde van de maand dicht, zegt de gemeente, omdat er scheuren in zijn gevonden.",
    "nb": "Broen over elva blir stengt ut måneden, sier kommunen, fordi det er funnet sprekker i søylene som må repareres nå.",
    "pl": "Most na rzece będzie zamknięty do końca miesiąca, podał urząd miasta, bo na filarach pojawiły się pęknięcia i nie jest to bezpieczne.",
    "pt": "A ponte sobre o rio vai ficar fechada até o fim do mês, disse a prefeitura, porque foram encontradas rachaduras em uma das colunas.",
    "ro": "Podul de peste râu va fi închis până la sfârșitul lunii, a spus primăria, pentru că au fost găsite fisuri care trebuie reparate.",
    "ru": "Мост через реку будет закрыт до конца месяца, сообщили в мэрии, так как на опорах появились трещины и это опасно.",
    "sv": "Bron över ån är stängd till slutet av månaden, säger kommunen, eftersom det har hittats sprickor som inte kan vänta.",
    "sw": "Daraja la mto huo litafungwa hadi mwisho wa mwezi, halmashauri ya mji ilisema, kwa kuwa nyufa zimeonekana katika nguzo za daraja hilo.",
    "th": "สะพานข้ามแม่น้ำจะปิดจนถึงสิ้นเดือน",
    "tr": "Nehrin üzerindeki köprü ay sonuna kadar kapalı olacak, belediye bunu dün duyurdu, çünkü ayaklarda çok sayıda çatlak var ve bu bir tehlike.",
    "uk": "Міст через річку буде закрито до кінця місяця, повідомили в мерії, бо на опорах з’явилися тріщини і це небезпечно для людей.",
    "ur": "دریا پر بنا پل مہینے کے آخر تک بند رہے گا، شہر کی انتظامیہ نے کہا ہے کہ اس کی مرمت کی جا رہی ہے اور یہ کام جلد ہوگا۔",
    "vi": "Cây cầu bắc qua sông sẽ đóng cửa đến hết tháng, thành phố cho biết, vì các vết nứt đã được tìm thấy và không thể để lâu.",
    "am": "በወንዙ ላይ ያለው ድልድይ እስከ ወሩ መጨረሻ ይዘጋል።",
    "bn": "নদীর উপর সেতুটি মাসের শেষ পর্যন্ত বন্ধ থাকবে।",
    "et": "Sild üle jõe on suletud kuu lõpuni, teatas linn, sest sammastes leiti praod ja need tuleb nüüd parandada, kuid see võtab aega.",
    "hy": "Գետի վրայի կամուրջը փակ կլինի մինչև ամսվա վերջ։",
    "is": "Brúin yfir ána verður lokuð út mánuðinn, segir bærinn, því að sprungur hafa fundist í stöplunum og það þarf að gera við þær.",
    "ka": "ხიდი მდინარეზე თვის ბოლომდე დაკეტილი იქნება.",
    "lt": "Tiltas per upę bus uždarytas iki mėnesio pabaigos, pranešė miestas, nes kolonose rasta įtrūkimų ir juos reikia sutvarkyti, bet tai dar užtruks.",
    "lv": "Tilts pār upi būs slēgts līdz mēneša beigām, paziņoja pilsēta, jo kolonnās ir atrastas plaisas un tās ir jālabo, bet tas vēl prasīs laiku.",
    "sk": "Most cez rieku bude zatvorený do konca mesiaca, uviedla radnica, pretože sa na pilieroch objavili trhliny a treba ich opraviť.",
    "sl": "Most čez reko bo zaprt do konca meseca, je sporočila občina, saj so se na stebrih pojavile razpoke in jih je treba popraviti.",
    "sr": "Мост преко реке биће затворен до краја месеца, рекли су из града, јер су се на стубовима појавиле пукотине које треба да се поправе.",
    "ta": "ஆற்றின் மீதுள்ள பாலம் மாத இறுதி வரை மூடப்படும்.",
    "xh": "Ibhulorho ephezu komlambo iya kuvalwa kude kube sekupheleni kwenyanga, batsho abantu bedolophu, kuba kufunyenwe iintanda kwaye ke ngoku kufuneka ilungiswe le bhulorho kunye nendlela.",
    "zh": "市政府表示，河上的大桥将关闭到月底，因为发现了裂缝。",
}


def run(code):
    """Return what a fresh interpreter prints."""
    return subprocess.check_output([sys.executable, "-c", code], text=True)


@pytest.mark.parametrize("language", TEXTS)
def test_language_of_one_sentence(language):
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", " \n", "12 345 – 67", "Home", "Share this", "!!!", "东京", "Breaking: Fire"])
def test_short_text_has_no_language(text):
    assert language_of(text) is None


@pytest.mark.parametrize("language", ["hi", "ar", "ru", "el", "am"])
def test_quotation_in_the_middle_is_not_the_article(language):
    texts = TEXTS | {"am": "በወንዙ ላይ ያለው ድልድይ እስከ ወሩ መጨረሻ ድረስ ይዘጋል ሲል ከተማው አስታውቋል።"}

    assert language_of(" ".join([texts[language]] * 9 + [texts["en"]] * 7 + [texts[language]] * 9)) == language


def test_article_in_the_middle_outweighs_the_page_around_it():
    page = "Subscribe to our newsletter and follow us on the web. " * 8
    assert language_of(page + TEXTS["de"] * 20 + page) == "de"


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text):
    language = language_of(text)
    assert language is None or language.isalpha()


@given(st.sampled_from(sorted(TEXTS)), st.sampled_from(sorted(TEXTS)))
def test_earlier_calls_change_nothing(first, second):
    cut = TEXTS[second][:80]
    alone = language_of(cut)
    language_of(TEXTS[first][:70])
    assert language_of(cut) == alone


def test_undecided_text_gets_the_same_answer_in_every_process():
    text = "Guter Kuchen braucht gute Butter, frische Eier, feines Mehl, etwas Zucker, Geduld, Liebe."
    code = f"from scrapelint.text.languages import language_of; print(language_of({text!r}))"
    answers = {run(code) for _ in range(2)}
    assert answers == {"de\n"}


def test_other_users_of_langdetect_are_left_alone():
    from langdetect import DetectorFactory

    DetectorFactory.seed = 5
    try:
        text = "Guter Kuchen braucht gute Butter, frische Eier, feines Mehl, etwas Zucker, Geduld, Liebe."
        assert language_of(text) == "de"
        assert DetectorFactory.seed == 5
    finally:
        DetectorFactory.seed = None


def test_langdetect_is_not_imported_where_stop_words_decide():
    code = (
        "import sys; from scrapelint.text.languages import language_of; "
        f"assert language_of({TEXTS['de']!r}) == 'de'; print('langdetect' in sys.modules)"
    )
    assert run(code) == "False\n"


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("en", "en"), ("en-US", "en"), ("EN_gb", "en"), ("deu_Latn", "de"), ("German", "de"), ("nb", "nb"), ("no", "nb"),
        ("zh-cn", "zh"), ("fil", "tl"), ("en, fr", "en"), ("sw", "sw"), ("", None), ("und", None), ("unknown", None),
        ("??", None), ("pcm", "pcm"),
    ],
)  # fmt: skip
def test_declared_language_has_one_code(declared, code):
    assert code_of(declared) == code


def test_declared_language_wins_over_the_text():
    linter = Linter([])
    assert linter.document(Article(TEXTS["de"], fields={"language": "nl-BE"})).language == "nl"
    assert linter.document(Article(TEXTS["de"], fields={"language": "und"})).language == "de"
    assert linter.document(Article("Kurz.")).language is None


def test_declared_and_found_language_can_be_told_apart():
    doc = Linter([]).document(Article(TEXTS["de"], fields={"language": "nl-BE"}))
    assert (doc.declared_language, doc.found_language) == ("nl", "de")
    assert Linter([]).document(Article(TEXTS["de"])).declared_language is None


def test_stop_words_of_an_unknown_language_are_none():
    assert "und" in stop_words("de")
    assert stop_words("xx") == stop_words(None) == frozenset()


@pytest.mark.parametrize("language", STOP_WORDS)
def test_stop_word_has_one_script(language):
    for word in STOP_WORDS[language].split():
        assert len({unicodedata.name(letter).split()[0] for letter in word if letter.isalpha()}) == 1, word


def test_passage_in_another_language_in_the_middle_decides_nothing() -> None:
    own = (
        "Belediye meclisi köprünün onarımı için yeni bir bütçe onayladı ve bu işin ne zaman biteceğini de söyledi. "
        * 40
    )
    other = (
        "The council said that it had not been told of the costs, and that the mayor would have to explain it. " * 12
    )

    assert language_of(f"{own}{other}{own}") == "tr"


IRISH = (
    "Tá an droichead nua i Larn ar oscailt ó inniu. Dúirt an méara go raibh sé an-sásta leis an obair, agus go mbeidh an "
    "calafort ar oscailt arís i mí na Bealtaine. Is é an droichead is faide ar an oileán é, agus is as Orlo a tháinig an chuid "
    "is mó de na hoibrithe a thóg é. A haon, a dó, a trí: sin a bhfuil de bháid fágtha as an bhfómhar, a deir a iníon, agus is "
    "as a póca féin a d'íoc sí as an obair. Is an-álainn an radharc as an túr, agus is as an áit seo a thagann a mhuintir."
)
MAORI = (
    "I te Mane i tuwhera te piriti hou i te taone o Larn, a i tae mai te koromatua i te ata. I mea ia i te hui, e pai ana te "
    "mahi a te hunga i hanga i te piriti, a ka haere ano te mahi i te waka i te marama o Mei. I noho te iwi o te motu i te taha "
    "o te awa i te po, a i kai tahi i te ra i muri iho. I te mutunga o te hui i waiata te iwi i te waiata o te awa."
)


@pytest.mark.parametrize("text", [IRISH, MAORI], ids=["ga", "mi"])
def test_language_that_shares_a_few_short_words_with_another_is_not_taken_for_it(text: str) -> None:
    assert language_of(text) is None
