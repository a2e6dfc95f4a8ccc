"""How a German text is put together: it counts alone where the text is long enough, and sooner where a sign stands beside."""

from __future__ import annotations

import pytest

from scrapelint import Article, Severity
from scrapelint.plugin import Linter
from scrapelint.selection.registry import discover
from scrapelint_rules.translation import translated_text
from scrapelint_rules.translation._shared.phrasing.likeness import TABLES, likeness, likest
from scrapelint_rules.translation._shared.phrasing.skeleton import sentence_lines, skeleton
from scrapelint_rules.translation._shared.phrasing.vocabulary import LANGUAGES, vocabulary

ODD = (
    "Die Regierung hat angekündigt, dass sie in der Lage sein wird, das Problem in naher Zukunft zu lösen, aber es ist unklar, "
    "wie viel Geld dafür benötigt wird."
)
BEGINNING = (
    "Die Bürgermeisterin sagte, dass die Brücke am Montag geschlossen wurde, nachdem Ingenieure festgestellt hatten, dass ihre "
    "Pfeiler nicht mehr sicher sind. Die Entscheidung wurde von dem Rat getroffen, und die Bewohner wurden nicht darüber "
    "informiert. Es ist nicht möglich, mit dem Auto zu dem Markt zu fahren, und die Menschen sind gezwungen, einen anderen Weg "
    "zu nehmen. Sie fügte hinzu, dass sie sich der Probleme bewusst ist, die dies für die Menschen in der Stadt verursacht. "
    "„Wir haben alles getan, was wir konnten, um dies zu verhindern“, sagte sie. "
)
CARRIED = (
    f"{BEGINNING}Die Schule ist geschlossen, und die Kinder sind zu Hause bei ihren Eltern. Der Bericht, der am Dienstag "
    "veröffentlicht wurde, zeigt, dass die Zahl der Autos, die die Brücke benutzen, seit dem letzten Jahr gestiegen ist. Ein "
    "Sprecher des Hafens sagte, dass er nicht weiß, wann das Wasser wieder sinken wird. Er sagte auch, dass die Männer der "
    f"Dörfer auf eine Antwort warten und dass sie nicht wissen, wie sie zur Arbeit gehen können. {ODD} Einige der Bewohner "
    "sagten, dass sie besorgt über die Zukunft ihrer Geschäfte sind, während andere sagten, dass sie der Bürgermeisterin "
    "vertrauen. Die Kosten werden auf etwa zehn Millionen Euro geschätzt, und die Arbeiten könnten bis zu drei Jahre dauern. "
    "Die Straße zu dem Hafen ist unter dem Schnee, und die Autos stehen auf ihr für den zweiten Tag in dieser Woche. Die "
    "Polizei hat die Menschen aufgefordert, nicht auf das Eis zu gehen, da es an einigen Stellen sehr dünn ist."
)
OWN = (
    "Seit Montag ist die Brücke dicht. Der Stadtrat hat sie sperren lassen, weil die Pfeiler Risse haben; wer zum Markt will, "
    "muss bis zum Frühjahr über Larn fahren. Eine Ingenieurin stellte dem gut besuchten Ausschuss noch am Abend ihr Gutachten "
    "vor. Auch für die alte Landstraße gilt demnach ein Verbot für Lastwagen. „Das hätten wir uns gern erspart“, sagte sie. "
    "Immerhin fährt die Fähre jede halbe Stunde. Für die Händler am Hafen kommt das zur Unzeit, denn kurz vor Ostern machen sie "
    "sonst ihr bestes Geschäft. Ob die Stadt ihnen bei der Miete entgegenkommt, ist offen. Im Rathaus hieß es dazu nur, man "
    "prüfe das. "
)


@pytest.fixture(scope="module")
def lint():
    return Linter([translated_text.TranslatedText()], discover().phrases())


def kinds(lint, text):
    return [found.evidence["kind"] for found in lint.check(Article(text))]


def spelled(text):
    names = {byte: name for name, byte in vocabulary("de").numbers.items()}
    return [names[bytes((byte,))] for byte in skeleton(text, "de")]


def test_each_language_has_lengths():
    assert {table.language for table in TABLES.values()} == LANGUAGES


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_sign_has_a_byte_of_its_own(language):
    numbers = vocabulary(language).numbers
    assert sorted(ord(byte) for byte in numbers.values()) == list(range(len(numbers)))


def test_nouns_are_known_by_endings_of_their_own():
    text = "Am Montag hat die Regierung von Larn mit den Gewerkschaften, die das forderten, sehr lange über 12 Wohnungen geredet."
    assert spelled(text) == (
        ". am A hat die N-ung von N-n mit den N-schaften , die das -ten , sehr -e über 0 N-ungen -t .".split()
    )


def test_closing_mark_of_german_ends_a_sentence():
    said = "Die Bürgermeisterin der Stadt sagte dazu am Abend: „Wir haben das nicht gewollt.“"
    assert sentence_lines(said, "de") == [said]


def test_translation_is_more_like_one():
    assert likeness(CARRIED, "de") > translated_text.SURELY_LIKE_ABROAD
    assert likeness(OWN * 3, "de") < 0


def test_sentence_most_like_a_translation_is_named():
    text = f"{OWN} {ODD}"
    assert text[slice(*likest(text, "de")[0])] == ODD


def test_phrasing_is_reported_alone(lint):
    (found,) = lint.check(Article(CARRIED))
    assert (found.evidence["kind"], found.severity, found.evidence["places"]) == (
        "phrasing-abroad",
        Severity.WARNING,
        [],
    )
    assert CARRIED[found.span.start : found.span.end] == ODD
    assert "beside" not in found.message


def test_phrasing_of_a_writer_is_not(lint):
    assert not kinds(lint, OWN * 4)


def test_short_text_needs_a_sign_beside(lint):
    assert TABLES["de"].least <= len(skeleton(BEGINNING, "de")) < TABLES["de"].alone
    assert not kinds(lint, BEGINNING)
    (found,) = lint.check(Article(BEGINNING.replace("in der Stadt", "im Telegram-Kanal der Stadt")))
    assert found.evidence["kind"] == "phrasing-abroad"
    assert 'beside "im Telegram-Kanal' in found.message


def test_text_of_a_few_sentences_is_never_looked_at(lint):
    short = BEGINNING.partition(" Es ist nicht")[0].replace("von dem Rat", "im Telegram-Kanal")
    assert len(skeleton(short, "de")) < TABLES["de"].least
    assert not kinds(lint, short)


def test_marks_of_quotation_count_for_nothing(lint, monkeypatch):
    said = BEGINNING.replace("„Wir", "“Wir").replace("verhindern“", "verhindern”") + "“Es ist nicht gut”, sagte sie."
    assert not kinds(lint, said)
    monkeypatch.setattr(translated_text, "_SLIPS", frozenset())
    assert kinds(lint, said) == ["phrasing-abroad"]


def test_less_likeness_is_info(lint, monkeypatch):
    monkeypatch.setattr(translated_text, "SURELY_LIKE_ABROAD", likeness(CARRIED, "de") + 0.01)
    (found,) = lint.check(Article(CARRIED))
    assert (found.evidence["kind"], found.severity) == ("like-abroad", Severity.INFO)


def test_only_the_beginning_of_a_long_text_is_looked_at(lint):
    before = OWN * (1 + TABLES["de"].most_chars // len(OWN))
    assert not kinds(lint, before + CARRIED)
    assert likeness(before + CARRIED, "de") == likeness(before, "de")
