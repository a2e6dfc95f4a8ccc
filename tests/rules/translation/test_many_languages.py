"""The rules on translations in a dozen languages and more: what a machine broke is found, honest prose is not."""

from __future__ import annotations

from functools import cache

import pytest

from scrapelint import Article
from scrapelint.plugin import Linter
from scrapelint.selection.registry import discover

REGISTRY = discover()

PROSE = {
    "bg": "Мостът над реката ще бъде затворен до края на месеца, съобщиха от общината, след като се появиха пукнатини.",
    "cs": "Most přes řeku bude uzavřen do konce měsíce, uvedla radnice, protože se na pilířích objevily trhliny a je třeba je opravit.",
    "da": "Broen over åen bliver lukket indtil slutningen af måneden, siger kommunen, fordi der er fundet revner, og de skal nu laves.",
    "de": "Die Brücke über den Fluss bleibt bis zum Ende des Monats gesperrt, teilte die Stadt mit, weil Risse gefunden wurden.",
    "el": "Η γέφυρα πάνω από το ποτάμι θα μείνει κλειστή μέχρι το τέλος του μήνα, ανακοίνωσε ο δήμος τη Δευτέρα το πρωί.",
    "en": "The bridge over the river will stay shut until the end of the month, the town said, as cracks were found in it.",
    "es": "El puente sobre el río estará cerrado hasta el final del mes, según el ayuntamiento, porque se han visto grietas.",
    "fi": "Joen yli kulkeva silta on suljettu kuun loppuun asti, kaupunki kertoi, ja syynä ovat halkeamat, jotka on nyt korjattava.",
    "fr": "Le pont sur le fleuve restera fermé jusqu'à la fin du mois, a dit la mairie, car des fissures ont été trouvées.",
    "hu": "A folyó feletti híd a hónap végéig zárva marad, közölte a város, mert repedéseket találtak, és ezt most meg kell javítani.",
    "it": "Il ponte sul fiume resterà chiuso fino alla fine del mese, ha detto il comune, perché sono state trovate delle crepe.",
    "nl": "De brug over de rivier blijft tot het einde van de maand dicht, zegt de gemeente, omdat er scheuren in zijn gevonden.",
    "nb": "Broen over elva blir stengt ut måneden, sier kommunen, fordi det er funnet sprekker i søylene som må repareres nå.",
    "pl": "Most na rzece będzie zamknięty do końca miesiąca, podał urząd miasta, bo na filarach pojawiły się pęknięcia.",
    "pt": "A ponte sobre o rio vai ficar fechada até o fim do mês, disse a prefeitura, porque foram encontradas rachaduras nela.",
    "ro": "Podul de peste râu va fi închis până la sfârșitul lunii, a spus primăria, pentru că au fost găsite fisuri în el.",
    "ru": "Мост через реку будет закрыт до конца месяца, сообщили в мэрии, так как на опорах появились трещины и это опасно.",
    "sv": "Bron över ån är stängd till slutet av månaden, säger kommunen, eftersom det har hittats sprickor som inte kan vänta.",
    "tr": "Nehrin üzerindeki köprü ay sonuna kadar kapalı olacak, belediye bunu dün duyurdu, çünkü ayaklarda çok sayıda çatlak var.",
    "uk": "Міст через річку буде закрито до кінця місяця, повідомили в мерії, бо на опорах з’явилися тріщини і це небезпечно.",
}
"""One honest sentence of each language."""


@cache
def linter_of(code):
    return Linter([REGISTRY.rules[code]()], REGISTRY.phrases())


def findings(code, text):
    """Return what one rule reports in a text, as the reported words."""
    return [text[f.span.start : f.span.end] for f in linter_of(code).check(Article(text))]


@pytest.mark.parametrize("code", [code for code in REGISTRY.rules if code.startswith(("MTX", "LNG"))])
def test_honest_sentences_have_no_finding(code):
    found = {language: findings(code, text) for language, text in PROSE.items()}

    assert {language: words for language, words in found.items() if words} == {}


NAMES = {
    "cs": ("Artem Dziuba přišel v pondělí. Artem Dzyuba odešel v úterý.", "Dzyuba"),
    "de": ("Artem Dziuba kam am Montag. Artem Dzyuba ging am Dienstag.", "Dzyuba"),
    "es": ("Artem Dziuba llegó el lunes. Artem Dzyuba se fue el martes.", "Dzyuba"),
    "fi": ("Artem Dziuba tuli maanantaina. Artem Dzyuba lähti tiistaina.", "Dzyuba"),
    "fr": ("Humeyra Pamuk est arrivée lundi. Hamira Pamuk est partie mardi.", "Hamira"),
    "it": ("Li Keqiang è arrivato lunedì. Li Kekiang è partito martedì.", "Kekiang"),
    "nl": ("Humeyra Pamuk kwam maandag. Hamira Pamuk ging dinsdag.", "Hamira"),
    "pl": ("Radamel Falcao przyszedł w poniedziałek. Radamel Falkao wyszedł we wtorek.", "Falkao"),
    "pt": ("Radamel Falcao chegou na segunda. Radamel Falkao saiu na terça.", "Falkao"),
    "ru": ("Ержан Садыков приехал утром. Ержан Салыков уехал вечером.", "Салыков"),
    "sv": ("Wahtang Kikabidze kom i måndags. Wahtang Kicabidze gick i tisdags.", "Kicabidze"),
    "tr": ("Humeyra Pamuk geldi. Sonra Hamira Pamuk gitti.", "Hamira"),
    "uk": ("Радамель Фалькао приїхав. Потім Радамель Фалкао поїхав.", "Фалкао"),
}


@pytest.mark.parametrize("language", NAMES)
def test_second_spelling_of_a_name_is_found(language):
    text, second = NAMES[language]
    assert findings("MTX005", text) == [second]


TWO_PEOPLE = [
    "Joe Biden und Jill Biden kamen am Montag.",
    "Ivan Ivanov et Anna Ivanova sont partis.",
    "Иван Иванов и Анна Иванова уехали. Ивановы живут здесь, и с Ивановым живут дети.",
    "Jan Novák přišel. Bez Jana Nováka to nejde, řekli Novákovi.",
    "Hans Müller verkaufte an Peter Mueller.",
    "Die Mutter und die Mütter, der Vater und die Väter, das Haus und die Häuser.",
    "Helsinki on kaupunki. Helsingin kaupunki on Helsingissä.",
    "Maria Santos llegó con Mario Santos.",
    "Kim Jong-un traf Kim Jong-nam.",
    "Austria y Australia son países. Iran og Irak også.",
    "Prezydent Duda i Prezes Budda. Warszawa i w Warszawie.",
]


@pytest.mark.parametrize("text", TWO_PEOPLE)
def test_names_of_two_people_and_cases_of_one_are_left_alone(text):
    assert findings("MTX005", text) == []


@pytest.mark.parametrize("language", PROSE)
@pytest.mark.parametrize("left", ["__PH0__", "{{name}}", "<unk>", "UNK", "⁇", "&apos;"])
def test_placeholder_is_found(language, left):
    text = f"{PROSE[language]} {left} {PROSE[language]}"
    assert findings("MTX007", text) == [left]


@pytest.mark.parametrize("language", PROSE)
def test_text_cut_into_tokens_is_found_once(language):
    text = " ".join([PROSE[language].replace(",", " ,").replace(".", " .")] * 2)
    assert len(findings("MTX007", text)) == 1


@pytest.mark.parametrize("language", PROSE)
def test_repeated_phrase_is_found(language):
    words = PROSE[language].split()
    loop = " ".join(words[3:7]).rstrip(",")
    text = " ".join([*words[:3], loop, loop, *words[7:]])
    assert findings("MTX008", text) == [f"{loop} {loop}"]


@pytest.mark.parametrize("language", PROSE)
def test_open_choice_of_synonyms_is_found(language):
    one, *_, other = PROSE[language].rstrip(".").split()
    choice = f"{{{one}|{other}}}"
    assert findings("MTX003", f"{PROSE[language]} {choice} {PROSE[language]}") == [choice]


SCRIPTS = {"Cyrl": "опасность", "Latn": "", "ja": "橋の上", "Arab": "الجسر", "ka": "ხიდი", "ko": "다리가", "Deva": "पुल"}


@pytest.mark.parametrize("language", PROSE)
@pytest.mark.parametrize("island", [word for word in SCRIPTS.values() if word])
def test_word_of_another_script_is_found(language, island):
    first, _, rest = PROSE[language].partition(" ")
    expected = [] if "а" <= island[0] <= "я" and language in {"bg", "ru", "uk"} else [island]
    assert findings("MTX004", f"{first} {island} {rest}") == expected


LETTERS = {
    "bg": ("мыши", "этаж"), "de": ("hřbitov", "měšťan"), "es": ("hřbitov", "měšťan"), "fr": ("köprüğü", "çatlağı"),
    "it": ("łódź", "żółty"), "nl": ("hřbitov", "měšťan"), "pl": ("hřbitov", "měšťan"), "pt": ("łódź", "żółty"),
    "ru": ("тріщини", "їжакам"), "sv": ("hřbitov", "měšťan"), "uk": ("трещины", "этого"), "da": ("łódź", "żółty"),
}  # fmt: skip


@pytest.mark.parametrize("language", LETTERS)
def test_words_with_letters_of_another_language_are_found(language):
    one, other = LETTERS[language]
    found = findings("MTX004", f"{PROSE[language][:-1]} {one} {PROSE[language]} {other} {PROSE[language]}")
    assert found == [one, other]


NUMBERS = {
    "cs": ("4,2 milionu", "6.8 milionu"), "da": ("4,2 millioner", "6.8 millioner"), "de": ("4,2 Millionen", "6.8 Millionen"),
    "fi": ("4,2 miljoonaa", "6.8 miljoonaa"), "fr": ("4,2 millions", "6.8 millions"), "hu": ("4,2 millió", "6.8 millió"),
    "it": ("4,2 milioni", "6.8 milioni"), "nl": ("4,2 miljoen", "6.8 miljoen"), "nb": ("4,2 millioner", "6.8 millioner"),
    "pl": ("4,2 miliona", "6.8 miliona"), "pt": ("4,2 milhões", "6.8 milhões"), "ro": ("4,2 milioane", "6.8 milioane"),
    "ru": ("4,2 миллиона", "6.8 миллиона"), "sv": ("4,2 miljoner", "6.8 miljoner"), "tr": ("4,2 milyon", "6.8 milyon"),
    "uk": ("4,2 мільйона", "6.8 мільйона"), "es": ("4,2 millones", "6.8 millones"),
}  # fmt: skip


@pytest.mark.parametrize("language", NUMBERS)
def test_decimal_point_beside_decimal_commas_is_found(language):
    own, other = NUMBERS[language]
    assert findings("MTX012", f"{PROSE[language]} {own}. {PROSE[language]} {other}.") == [other]
    assert findings("MTX012", f"{PROSE[language]} {own}. {PROSE[language]}") == []
    assert findings("MTX012", f"{PROSE[language]} {other}. {PROSE[language]}") == []
