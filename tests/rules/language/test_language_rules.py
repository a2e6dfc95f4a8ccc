"""The rules on the language of a text, in many languages."""

from __future__ import annotations

import pytest

from scrapelint import Article
from scrapelint.plugin import Linter, are_related, scripts_of
from scrapelint.selection.registry import discover

REGISTRY = discover()
LINTER = Linter([rule() for code, rule in REGISTRY.rules.items() if code.startswith("LNG")], REGISTRY.phrases())

ARTICLES = {
    "ar": "أعلنت البلدية أن الجسر على النهر سيبقى مغلقا حتى نهاية الشهر بعد أن كشف المهندسون عن أضرار في الأعمدة التي بنيت قبل ستين عاما من الآن. ",
    "de": "Die Brücke über den Fluss bleibt bis zum Ende des Monats gesperrt, teilte die Stadt mit, weil in den Pfeilern Risse gefunden wurden. ",
    "en": "The bridge over the river will stay shut until the end of the month, the town said, as cracks were found in the pillars of it. ",
    "es": "El puente sobre el río estará cerrado hasta el final del mes, según el ayuntamiento, porque se han visto grietas en los pilares. ",
    "fi": "Joen yli kulkeva silta on suljettu kuun loppuun asti, kaupunki kertoi, ja syynä ovat halkeamat, jotka on nyt korjattava ennen kesää. ",
    "fr": "Le pont sur le fleuve restera fermé jusqu'à la fin du mois, a dit la mairie, car des fissures ont été trouvées dans les piliers. ",
    "hi": "नदी पर बना पुल महीने के अंत तक बंद रहेगा, नगर निगम ने कहा, क्योंकि उसमें दरारें मिली हैं और उनकी मरम्मत की जा रही है, जो लंबी होगी। ",
    "id": "Jembatan di atas sungai itu akan ditutup sampai akhir bulan ini, kata pemerintah kota, karena ada retakan pada tiang yang harus diperbaiki. ",
    "it": "Il ponte sul fiume resterà chiuso fino alla fine del mese, ha detto il comune, perché sono state trovate delle crepe nei piloni. ",
    "ja": "市は、川にかかる橋を月末まで閉鎖すると発表した。柱に亀裂が見つかったためで、工事は長くかかる見込みだという。橋は六十年前に建てられた。",
    "ko": "시는 강 위의 다리를 이달 말까지 닫는다고 밝혔다. 기둥에서 금이 발견되었기 때문이며, 공사는 오래 걸릴 것이라고 한다. 다리는 육십 년 전에 세워졌다. ",
    "nl": "De brug over de rivier blijft tot het einde van de maand dicht, zegt de gemeente, omdat er scheuren in de pijlers zijn gevonden. ",
    "pl": "Most na rzece będzie zamknięty do końca miesiąca, podał urząd miasta, bo na filarach pojawiły się pęknięcia i nie jest to bezpieczne. ",
    "pt": "A ponte sobre o rio vai ficar fechada até o fim do mês, disse a prefeitura, porque foram encontradas rachaduras em uma das colunas. ",
    "ru": "Мост через реку будет закрыт до конца месяца, сообщили в мэрии, так как на опорах появились трещины и это опасно для людей. ",
    "sv": "Bron över ån är stängd till slutet av månaden, säger kommunen, eftersom det har hittats sprickor i pelarna som inte kan vänta. ",
    "th": "สะพานข้ามแม่น้ำจะปิดจนถึงสิ้นเดือน เทศบาลกล่าวเมื่อวันจันทร์ เพราะพบรอยร้าวที่เสาและต้องซ่อมแซมก่อนฤดูร้อนซึ่งจะใช้เวลานาน ",
    "tr": "Nehrin üzerindeki köprü ay sonuna kadar kapalı olacak, belediye bunu dün duyurdu, çünkü ayaklarda çok sayıda çatlak var ve bu bir tehlike. ",
    "uk": "Міст через річку буде закрито до кінця місяця, повідомили в мерії, бо на опорах з’явилися тріщини і це небезпечно для людей. ",
    "vi": "Cây cầu bắc qua sông sẽ đóng cửa đến hết tháng, thành phố cho biết, vì các vết nứt đã được tìm thấy ở trụ và không thể để lâu. ",
    "zh": "市政府表示，河上的大桥将关闭到月底，因为柱子上发现了裂缝，必须在夏天之前修好。这座桥是六十年前建的，每天有很多人经过。",
}  # fmt: skip


def codes(text, language=""):
    return [f.code for f in LINTER.check(Article(text, fields={"language": language}))]


@pytest.mark.parametrize("language", ARTICLES)
def test_text_of_the_declared_language_is_clean(language):
    text = "\n\n".join([ARTICLES[language] * 2] * 3)
    assert codes(text, language) == []
    assert codes(text) == []


@pytest.mark.parametrize("language", ARTICLES)
def test_text_of_another_language_than_declared_is_found(language):
    declared = "fr" if language == "en" else "en"
    same_script = scripts_of(language) & scripts_of(declared)
    assert codes(ARTICLES[language] * 4, declared) == ["LNG001" if same_script else "LNG003"]


@pytest.mark.parametrize("language", ARTICLES)
def test_paragraph_of_another_language_is_found(language):
    other = "de" if language == "en" else "en"
    article, foreign = ARTICLES[language] * 3, ARTICLES[other]
    assert codes(f"{article}\n\n{article}\n\n{foreign}\n\n{article}") == ["LNG002"]


@pytest.mark.parametrize("language", ARTICLES)
def test_quoted_paragraph_of_another_language_is_left_alone(language):
    other = "de" if language == "en" else "en"
    article = ARTICLES[language] * 3
    assert codes(f"{article}\n\n{article}\n\n“{ARTICLES[other].strip()}”\n\n{article}") == []


@pytest.mark.parametrize(
    ("one", "other"), [("nb", "da"), ("hr", "sr"), ("id", "ms"), ("cs", "sk"), ("gl", "pt"), ("xh", "zu")]
)
def test_languages_that_are_hard_to_tell_apart_are_related(one, other):
    assert are_related(one, other)
    assert not are_related(one, "en")


def test_serbian_may_stand_in_either_script():
    latin = "Most preko rijeke bit će zatvoren do kraja mjeseca, rekli su iz grada, jer su se na stupovima pojavile pukotine. "
    cyrillic = (
        "Мост преко реке биће затворен до краја месеца, рекли су из града, јер су се на стубовима појавиле пукотине. "
    )
    assert codes(latin * 3, "sr") == codes(cyrillic * 3, "sr") == []


@pytest.mark.parametrize(
    ("declared", "language", "text"),
    [
        ("da", "nb", "Broen over elva blir stengt, sier kommunen mandag etter et møte. Det er funnet sprekker av en dykker, og de må repareres nå, sier han. "),
        ("nb", "da", "Broen over åen blev lukket i går, siger kommunen efter et møde. Der blev fundet revner af en dykker, og de skal repareres nu, mens den er lukket og ikke mere er til fare for nogen. "),
        ("sk", "cs", "Most přes řeku bude uzavřen, uvedlo město v pondělí po jednání. Trhliny v pilířích, které našli potápěči, musí být opraveny, protože jsou při povodni nebezpečné také pro lodě. "),
        ("cs", "sk", "Most cez rieku bude uzavretý, uviedlo mesto v pondelok po rokovaní. Trhliny v pilieroch, ktoré našli potápači, sú podľa mesta pri povodni nebezpečné aj pre lode, ktorý pláva pre turistov. "),
        ("es", "pt", "A ponte sobre o rio vai ficar fechada, disse a prefeitura, porque foram encontradas rachaduras em uma das colunas e não há dinheiro para os reparos mais urgentes. "),
        ("et", "fi", "Joen yli kulkeva silta on suljettu kuun loppuun asti, kaupunki kertoi, ja syynä ovat halkeamat, jotka on nyt korjattava, mutta se ei ole vain kaupungin vika, hän sanoi. "),
    ],
)  # fmt: skip
def test_related_language_is_told_apart_by_words_that_only_one_has(declared, language, text):
    assert codes(text * 3, declared) == ["LNG001"]
    assert codes(text * 3, language) == []


@pytest.mark.parametrize("declared", ["sn", "om", "uz", "ee"])
def test_language_that_cannot_be_identified_is_not_contradicted(declared):
    assert codes(ARTICLES["it"] * 4, declared) == []


MALAY = "Jambatan itu akan ditutup untuk para pemandu lebih lama, sebab ada retakan yang dilihat saat mereka ke sana, dan bas akan ke utara sebagai ganti. "

NEAR = {
    "af": "Die brug oor die rivier bly tot aan die einde van die maand gesluit, het die stad gesê, want daar is krake in die pilare gevind en dit is nie veilig nie. ",
    "be": "Мост праз раку будзе закрыты да канца месяца, паведамілі ў мэрыі, бо на апорах з'явіліся расколіны, і гэта небяспечна для людзей, якія ідуць па ім. ",
    "bg": "Мостът над реката ще бъде затворен до края на месеца, съобщиха от общината, защото в колоните са открити пукнатини и не е ясно кога ще е готов. ",
    "bs": "Most preko rijeke bit će zatvoren do kraja mjeseca, rekli su iz grada, jer su se na stupovima pojavile pukotine i to je opasno za one koji idu preko. ",
    "ca": "El pont sobre el riu estarà tancat fins a final de mes, segons l'ajuntament, perquè s'han vist esquerdes als pilars i no hi ha diners per a més. ",
    "gl": "A ponte sobre o río estará pechada ata o final do mes, dixo o concello, porque se atoparon fendas nos piares e non hai cartos para facer máis. ",
    "jv": MALAY,
    "mk": "Мостот преку реката ќе биде затворен до крајот на месецот, соопшти градот, бидејќи во столбовите се најдени пукнатини и не се знае кога ќе биде готово. ",
    "ms": MALAY,
    "nn": "Brua over elva blir stengd ut månaden, seier kommunen. Det er funne sprekker i søylene, og dei må reparerast no, så bussane køyrer ein omveg som ikkje er lang. ",
}  # fmt: skip


@pytest.mark.parametrize("language", NEAR)
def test_language_that_is_near_another_is_not_contradicted(language):
    assert codes(NEAR[language] * 4, language) == []


def test_malay_paragraph_of_an_english_article_is_called_what_the_record_declares():
    english = ARTICLES["en"] * 3
    text = f"{english}\n\n{english}\n\n{MALAY}\n\n{english}"
    found = LINTER.check(Article(text, fields={"language": "ms"}))
    assert [f.evidence["language"] for f in found if f.code == "LNG002"] == ["ms"]
