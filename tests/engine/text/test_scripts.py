"""Scripts: of a letter, of a text, of a language."""

from __future__ import annotations

import pytest
from babel.core import get_global

from scrapelint.text.scripts import _WRITTEN_IN, main_script, script_counts, script_of, scripts_of


@pytest.mark.parametrize(
    ("char", "script"),
    [
        ("a", "Latn"),
        ("é", "Latn"),
        ("ж", "Cyrl"),
        ("ω", "el"),
        ("ا", "Arab"),
        ("ह", "Deva"),
        ("橋", "zh"),
        ("の", "ja"),
        ("다", "ko"),
        ("ს", "ka"),
    ],
)
def test_letter_has_a_script(char, script):
    assert script_of(char) == script


@pytest.mark.parametrize("char", [" ", "1", ".", "—"])
def test_mark_has_no_script(char):
    assert script_of(char) == ""


def test_han_beside_kana_is_japanese():
    assert script_counts("橋の上")["ja"] == 3
    assert main_script("橋的上面") == ("zh", 4)
    assert main_script("12 — 3") == ("", 0)


def test_chinese_with_a_name_in_kana_stays_chinese():
    assert (
        main_script("我是那种什么都吃的人，所以这场直播真香，えなこ扮的船长更是香啊，这几张是去年的份，她说。")[0]
        == "zh"
    )
    assert main_script("拉恩港口重开，市长说这是她们最好的一天，のりこ也来了，让大家都很开心。")[0] == "zh"
    assert main_script("拉恩港再開、市長が演説、観光客増加へ")[0] == "ja"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("歌手改變了流行音樂的面貌。The singer from Larn recorded", "zh"), ("가수가 음악을 바꾸었다 says the singer Ann", "ko"),
        ("ድልድይ የሚለውን ቃል ይተረጉመዋል (a structure over a river)", "am"), ("The word 橋 (bridge) is written so", "Latn"),
        ("Мост bridge of Larn over", "Latn"),
    ],
)  # fmt: skip
def test_sign_weighs_as_much_as_it_says(text: str, script: str) -> None:
    assert main_script(text)[0] == script


@pytest.mark.parametrize(
    ("language", "scripts"),
    [
        ("en", {"Latn"}),
        ("ru", {"Cyrl"}),
        ("sr", {"Latn", "Cyrl"}),
        ("ja", {"ja", "zh"}),
        ("el", {"el"}),
        ("ur", {"Arab"}),
        ("ne", {"Deva"}),
        ("as", {"bn"}),
        ("ti", {"am"}),
        ("pa", {"pa", "Arab"}),
        ("ka", {"ka"}),
        ("xx", set()),
    ],
)
def test_language_is_written_in_its_scripts(language, scripts):
    assert scripts_of(language) == scripts


ISO_NAMES = {"Beng": "bn", "Guru": "pa", "Telu": "te", "Knda": "kn", "Sinh": "si", "Thai": "th", "Laoo": "lo", "Tibt": "bo",
             "Mymr": "my", "Geor": "ka", "Ethi": "am", "Jpan": "ja", "Hans": "zh", "Hant": "zh", "Grek": "el", "Armn": "hy",
             "Hebr": "he"}  # fmt: skip


@pytest.mark.parametrize("language", sorted({code for codes in _WRITTEN_IN.values() for code in codes.split()}))
def test_likely_script_of_cldr_is_among_those_of_a_language(language):
    likely = get_global("likely_subtags").get(language)
    if likely is not None:
        script = likely.split("_")[1]
        assert ISO_NAMES.get(script, script) in scripts_of(language)
