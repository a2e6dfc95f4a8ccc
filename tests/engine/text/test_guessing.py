"""The numbers of langdetect, worked out one by one, are those that it makes of all."""

from __future__ import annotations

import pytest
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

from scrapelint.text.guessing import factory


@pytest.fixture(scope="module")
def plain() -> DetectorFactory:
    made = DetectorFactory()
    made.load_profile(PROFILES_DIRECTORY)
    return made


def test_languages_are_those_of_langdetect_in_its_order(plain: DetectorFactory) -> None:
    assert factory().langlist == plain.langlist


def test_stretches_and_their_shares_are_those_of_langdetect(plain: DetectorFactory) -> None:
    shares = factory().word_lang_prob_map
    assert shares.keys() == plain.word_lang_prob_map.keys()
    assert all(shares[stretch] == tuple(known) for stretch, known in plain.word_lang_prob_map.items())


def test_stretch_that_no_language_has_is_not_there() -> None:
    assert "qxj" not in factory().word_lang_prob_map
