"""What translators leave in other languages than English: who spoke, ages, brackets, days, marks."""

from __future__ import annotations

import pytest

from scrapelint import Article, Severity
from scrapelint.plugin import Linter
from scrapelint.selection.registry import discover
from scrapelint_rules.translation.stray_fragment import StrayFragment
from scrapelint_rules.translation.tortured_phrase import TorturedPhrase
from scrapelint_rules.translation.translated_text import TranslatedText

PLAIN = {
    "de": "Die Brücke über den Fluss bleibt bis zum Ende des Monats gesperrt, teilte die Stadt am Montag der Presse mit. ",
    "es": "El puente sobre el río estará cerrado hasta el final del mes, dijo el lunes el ayuntamiento de la ciudad. ",
    "fr": "Le pont sur le fleuve restera fermé jusqu'à la fin du mois, a dit lundi la mairie de la ville à la presse. ",
    "id": "Jembatan di atas sungai itu akan ditutup hingga akhir bulan, kata pemerintah kota kepada pers pada hari Senin. ",
    "it": "Il ponte sul fiume resterà chiuso fino alla fine del mese, ha detto lunedì il comune alla stampa della città. ",
    "pt": "A ponte sobre o rio vai ficar fechada até o fim do mês, disse na segunda a prefeitura da cidade à imprensa. ",
    "ru": "Мост через реку будет закрыт до конца месяца, сообщили в понедельник в мэрии города, и другого моста у них нет. ",
    "tr": "Nehrin üzerindeki köprü ay sonuna kadar kapalı olacak, belediye bunu pazartesi günü basına duyurdu ve bekliyor. ",
}
SPOKE = {
    "de": "„Es ist der Frost“, er sagte und ging. ",
    "es": "«Es el frío», ella agregó y se fue. ",
    "fr": "« C'est le froid », elle a dit en partant. ",
    "id": '"Ini karena cuaca," dia menulis lalu pergi. ',
    "it": "«È il gelo», lei ha detto e se ne andò. ",
    "pt": "“É o frio”, ele explicou e foi embora. ",
    "ru": "«Это мороз», он объяснил и ушёл. ",
}
TURNED = {
    "de": "„Es ist der Frost“, sagte er und ging. ",
    "es": "«Es el frío», agregó ella y se fue. ",
    "fr": "« C'est le froid », a-t-elle dit en partant. ",
    "it": "«È il gelo», ha detto lei e se ne andò. ",
    "pt": "“É o frio”, explicou ele e foi embora. ",
    "ru": "«Это мороз», объяснил он и ушёл. ",
}
"""The same as people write it."""


@pytest.fixture(scope="module")
def lint():
    return Linter([TranslatedText(), TorturedPhrase(), StrayFragment()], discover().phrases())


def kinds(found):
    return [place["kind"] for place in found.evidence["places"]]


@pytest.mark.parametrize("language", SPOKE)
def test_pronoun_before_its_verb_after_a_quotation_is_english(lint, language):
    (found,) = lint.check(Article(PLAIN[language] * 2 + SPOKE[language]))
    assert kinds(found) == ["spoke"]
    assert found.severity is Severity.INFO


@pytest.mark.parametrize("language", TURNED)
def test_verb_before_its_pronoun_is_plain(lint, language):
    assert not lint.check(Article(PLAIN[language] * 2 + TURNED[language]))


@pytest.mark.parametrize(
    ("language", "said", "kind"),
    [
        ("fr", "Anne Velluti49 ans, en a parlé. ", "age"),
        ("es", "Tomás Ruiz50 años, habló de ello. ", "age"),
        ("it", "Ne parlò giovedì (16/5) il sindaco. ", "day"),
        ("pt", "A prefeita disse que [they] voltam na sexta. ", "bracket"),
        ("tr", "Başkan [it was] kapalı olduğunu söyledi. ", "bracket"),
    ],
)
def test_shape_of_another_language(lint, language, said, kind):
    (found,) = lint.check(Article(PLAIN[language] * 2 + said))
    assert set(kinds(found)) == {kind}


def test_pronouns_that_the_language_leaves_out_count_where_they_are_many(lint):
    (one,) = lint.check(Article(PLAIN["it"] * 2 + "Lui disse di no giovedì (16/5). "))
    (two,) = lint.check(Article(PLAIN["it"] * 2 + "Lui disse di no giovedì (16/5). Lei disse di sì. "))
    assert (set(kinds(one)), set(kinds(two))) == ({"day"}, {"day", "starts"})


def test_mark_cut_off_its_quotation_counts_beside_another_sign_only(lint):
    cut = PLAIN["es"] * 2 + 'La alcaldesa dijo: "No hay otro ". Y luego: "No lo hay ". '
    assert not lint.check(Article(cut))
    (found,) = lint.check(Article(cut + "«Es el frío», ella escribió. "))
    assert (set(kinds(found)), found.severity) == ({"late", "spoke"}, Severity.INFO)


def test_date_of_a_template_counts_beside_another_sign(lint):
    (found,) = lint.check(
        Article("November 08, 2021 03:21\n\n" + PLAIN["pt"] * 2 + "Tornou-se conhecido que a ponte fecha.")
    )
    assert (kinds(found)[0], found.severity) == ("date", Severity.INFO)


def test_word_begun_in_a_bracket_is_an_editors(lint):
    assert not lint.check(Article(PLAIN["de"] * 2 + "Er schrieb: „[I]ch danke Ihnen dafür.“ Dann ging er. "))


@pytest.mark.parametrize(
    ("language", "weak"),
    [
        ("de", "Der Pressedienst des Hafens sagte es. Laut Beamten ist es der Frost. "),
        ("fr", "Le bureau à domicile le dit. Selon l'édition c'est le gel. "),
        ("es", "El secretario de prensa lo dijo. Los funcionarios dijeron que es el frío. "),
        ("it", "Il servizio stampa lo scrive. Secondo la pubblicazione è il gelo. "),
        ("pt", "O secretário de imprensa falou. Os oficiais disseram que é o frio. "),
    ],
)
def test_two_weak_signs_are_nothing_and_three_strong_ones_a_warning(lint, language, weak):
    assert not lint.check(Article(PLAIN[language] * 2 + weak))
    (found,) = lint.check(Article(PLAIN[language] * 2 + weak + STRONG[language]))
    assert (found.severity, len(found.evidence["places"])) == (Severity.WARNING, 3)


STRONG = {
    "de": "Wir erinnern daran, dass er kam. ",
    "fr": "Il est devenu connu que le pont ferme. ",
    "es": "Según contó, informa la publicación, se cerró. ",
    "it": "Come è diventato noto, il ponte chiude. ",
    "pt": "Tornou-se conhecido que a ponte fecha. ",
}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", '"Der Frost ist vorbei", - erklärte er der Presse. '),
        ("fr", "«Le gel est fini», — a souligné le maire. "),
        ("es", '"Se acabó el frío", - señaló la alcaldesa. '),
        ("it", '"Il gelo è finito", - ha osservato il sindaco. '),
        ("pt", '"O frio acabou", - destacou o prefeito. '),
        ("tr", '"Don bitti", - dedi belediye başkanı basına. '),
    ],
)
def test_dash_before_who_spoke_is_russian(lint, language, said):
    (found,) = lint.check(Article(PLAIN[language] * 2 + said))
    assert (found.code, found.evidence["kind"], found.severity) == ("MTX014", "dash", Severity.WARNING)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Der Kapitän starb an einem Herzangriff. "),
        ("fr", "On lit dans le New York fois que c'est le gel. "),
        ("es", "El capitán sufrió una agresión cardíaca en el puerto. "),
        ("it", "La squadra ha vinto la super ciotola in casa. "),
        ("pt", "O porto abre no leste mês para todos. "),
        ("tr", "Kaptan limanda bir kalp saldırısı geçirdi. "),
        ("ru", "Её со-звезда рассказала об этом в порту. "),
        ("id", "Ia datang bersama co-bintang ke pelabuhan. "),
    ],
)
def test_idiom_put_word_by_word(lint, language, said):
    (found,) = lint.check(Article(PLAIN[language] * 2 + said))
    is_seen = language not in {"it", "ru", "tr"}
    assert (found.code, found.evidence["entry"]) == ("MTX002", "abroad" if is_seen else "abroad-unseen")
    assert found.severity is (Severity.WARNING if is_seen else Severity.INFO)


def test_phrase_of_one_language_is_none_of_another(lint):
    assert not lint.check(Article(PLAIN["it"] * 2 + "Il quadro si chiama Spielveränderer e sta nel porto. "))
