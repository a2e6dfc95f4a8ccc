"""The numbers of langdetect, worked out one by one, are those that it makes of all."""

from __future__ import annotations

import pytest
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

from scrapelint.text.guessing import factory

TEXTS = (
    "A ponte de Larn foi fechada na segunda-feira, disse o presidente da Câmara.  Veja www.larn.example ou ana@larn.example!",
    "Most v Larnu bol v pondelok zatvorený, povedal primátor. NATO a EÚ o tom ROKUJÚ; 30 % áut obchádza mesto. ",
    "Cây cầu ở Larn đã bị đóng vào thứ Hai, thị trưởng cho biết.\nNgười dân phải đi đường vòng.",
    "أغلق جسر لارن يوم الاثنين، قال رئيس البلدية. The mayor said so.",
    "Мост в Ларне закрыт с понедельника, сообщил мэр. 橋は月曜日に閉鎖された。다리가 폐쇄됐다 A中B",
    "",
)


@pytest.fixture(scope="module")
def plain() -> DetectorFactory:
    made = DetectorFactory()
    made.load_profile(PROFILES_DIRECTORY)
    made.set_seed(0)
    return made


def guessed(made: DetectorFactory, text: str) -> tuple[list[str], list[tuple[str, float]]]:
    """Return the stretches of a text, and the languages with what speaks for each."""
    detector = made.create()
    detector.append(text)
    detector.cleaning_text()
    stretches = detector._extract_ngrams()
    return stretches, [(one.lang, one.prob) for one in detector.get_probabilities()] if stretches else []


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_taken_apart_and_guessed_as_by_langdetect(plain: DetectorFactory, text: str) -> None:
    assert guessed(factory(), text) == guessed(plain, text)


def test_languages_are_those_of_langdetect_in_its_order(plain: DetectorFactory) -> None:
    assert factory().langlist == plain.langlist


def test_stretches_and_their_shares_are_those_of_langdetect(plain: DetectorFactory) -> None:
    shares = factory().word_lang_prob_map
    assert shares.keys() == plain.word_lang_prob_map.keys()
    assert all(shares[stretch] == tuple(known) for stretch, known in plain.word_lang_prob_map.items())


def test_stretch_that_no_language_has_is_not_there() -> None:
    assert "qxj" not in factory().word_lang_prob_map
