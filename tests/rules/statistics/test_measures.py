"""The Gopher, C4 and FineWeb measures on their own: ranges, scripts, cost."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapelint import Article
from scrapelint.plugin import Linter
from scrapelint_rules.statistics._shared import gopher, webtext
from scrapelint_rules.statistics._shared.stop_words import STOP_WORDS
from scrapelint_rules.statistics._shared.words import SIGNS_PER_WORD, Words, has_words, lines_of, words_of
from scrapelint_rules.statistics.c4_quality import C4Quality
from scrapelint_rules.statistics.fineweb_quality import FinewebQuality
from scrapelint_rules.statistics.gopher_quality import GopherQuality
from scrapelint_rules.statistics.gopher_repetition import GopherRepetition

sys.path.insert(0, str(Path(__file__).parent))

from articles import ARTICLES

RULES = [GopherQuality, GopherRepetition, C4Quality, FinewebQuality]
LANGUAGES = st.sampled_from([None, "en", "ko", *SIGNS_PER_WORD])
TEXTS = st.text(st.one_of(st.sampled_from("ab .\n…-#“”{中の。ก"), st.characters()), max_size=200)
SIZES = range(2, 11)


def findings(rule, text, language="en"):
    return Linter([rule()]).check(Article(text, fields={"language": language}))


@pytest.mark.parametrize("language", ARTICLES)
@pytest.mark.parametrize("rule", RULES)
def test_honest_article_passes_every_measure(rule, language):
    assert not findings(rule, ARTICLES[language], language)


@given(TEXTS, LANGUAGES)
def test_every_share_lies_between_0_and_1(text, language):
    words, lines = words_of(text, language), list(lines_of(text))
    shares = [
        gopher.bullet_line_share(lines),
        gopher.ellipsis_line_share(lines),
        gopher.alphabetic_share(words),
        gopher.duplicates(lines).share,
        gopher.duplicates(gopher.paragraphs_of(text)).share,
        webtext.end_mark_share(lines),
        webtext.short_line_share(lines, language, 30),
        webtext.duplicate_char_share(text, lines),
    ]
    assert all(0 <= share <= 1 for share in shares)


@given(TEXTS, LANGUAGES)
def test_words_hold_all_of_the_text_but_white_space(text, language):
    assert "".join(words_of(text, language).tokens) == "".join(text.split())


@given(TEXTS, LANGUAGES)
def test_every_finding_says_value_and_threshold(text, language):
    for rule in RULES:
        for finding in findings(rule, text, language):
            assert {"measure", "value", "threshold"} <= set(finding.evidence)
            assert str(finding.evidence["threshold"]) in finding.message
            assert finding.span is None or text[slice(*finding.span)].lower() in ("{", "lorem ipsum")


@given(st.lists(st.sampled_from("abcd"), max_size=60), st.sampled_from([1, 2, 5]))
def test_repeated_ngrams_are_those_of_a_plain_search(tokens, signs_per_word):
    for ngrams in gopher.repeated_ngrams(Words(tokens, signs_per_word), SIZES):
        length = ngrams.size * signs_per_word
        grams = [tuple(tokens[i : i + length]) for i in range(len(tokens) - length + 1)]
        seen, free, chars = set(), 0, 0
        for place, gram in enumerate(grams):
            if place >= free and gram in seen:
                chars, free = chars + length, place + length
            elif place >= free:
                seen.add(gram)
        assert ngrams.duplicate_chars == chars
        assert bool(ngrams.top) is (len(set(grams)) < len(grams))


def test_ngram_covers_no_more_than_the_text():
    (ngrams,) = gopher.repeated_ngrams(Words(["no"] * 9), [2])
    assert ngrams == (2, "no no", 20, 16)


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "The well-known writer didn't come, at 5.30 or so.", 9),
        ("fr", "Aujourd’hui, l’homme est venu.", 4),
        ("hi", "वह कल दिल्ली आया था।", 5),
        ("fa", "او کتاب‌ها را می‌خواند.", 4),
        ("ko", "그는 어제 서울에 왔다.", 4),
        ("zh", "他昨天来到了北京。", 4),
        ("zh", "他用 iPhone 拍照。", 3),
        ("ja", "彼は昨日東京に来ました。", 6),
        ("th", "เขามากรุงเทพเมื่อวานนี้", 6),
        (None, "", 0),
    ],
)
def test_number_of_words_is_sensible(language, text, count):
    assert words_of(text, language).count == count


def test_line_of_long_chinese_signs_has_words():
    assert has_words("他昨天来到了北京。", 3, "zh")
    assert not has_words("北京。", 3, "zh")
    assert not has_words("他昨天来到了北京。", 3, "en")


@pytest.mark.parametrize("language", STOP_WORDS)
def test_stop_words_are_eight_in_lower_case(language):
    words = STOP_WORDS[language].split()
    assert len(words) in (8, 16)
    assert [word.lower() for word in words] == words
    assert gopher.stop_word_count(" ".join(words), words_of(" ".join(words), language), language) >= 7


def test_unknown_language_has_no_stop_word_measure():
    assert gopher.stop_word_count("a b", words_of("a b", "tlh"), "tlh") is None


@pytest.mark.parametrize(
    "line",
    [
        "It ends.", "Does it?", "“It does.”", "(It does.)", "„Es geht.“", "« C’est fini. »", "彼は来た。」",
        "他来了吗？", "वह आया।", "وہ آیا۔", "هل جاء؟", "Նա եկավ։", "እሱ መጣ።", "သူလာသည်။", "គាត់មក។", "Τι ώρα είναι\u037e",
    ],
)  # fmt: skip
def test_line_ends_a_sentence(line):
    assert webtext.ends_sentence(line)


@pytest.mark.parametrize("line", ["", "Home", "Prices from 3.50 €", "Read more »", "by Ann Low (left)", "“Title”"])
def test_line_ends_no_sentence(line):
    assert not webtext.ends_sentence(line)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3), ("He said “no.” Then he left.", 2), ("It cost 3.5 million.", 1), ("J. Hill left.", 1),
        ("他来了。她也来了！谁没来？", 3), ("वह आया। वह गया।", 2), ("Well... yes.", 2), ("No mark", 1),
    ],
)  # fmt: skip
def test_number_of_sentences(text, count):
    assert webtext.sentence_count([text]) == count


@pytest.mark.parametrize(
    "line", ["Home", "Read more", "Two words.", "And then...", "Please enable JavaScript now.", "We use cookies here."]
)
def test_c4_keeps_no_such_line(line):
    assert not list(webtext.kept_lines([line], "en"))


def test_c4_keeps_no_line_with_a_monstrous_word():
    assert not list(webtext.kept_lines([f"A word {'x' * 1001} here."], "en"))


def test_offending_place_of_a_bracket_and_a_placeholder_is_marked():
    text = f"{ARTICLES['tr']}\nİ {{ LOREM ipsum."
    spans = {f.evidence["measure"]: text[slice(*f.span)] for f in findings(C4Quality, text, "tr")}
    assert spans == {"brackets": "{", "placeholders": "LOREM ipsum"}


def test_threshold_may_be_changed():
    rule = GopherQuality(settings={"min_words": 3})
    assert not [f for f in Linter([rule]).check(Article("Talks ended on Friday.")) if f.evidence["measure"] == "words"]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "a." * 50_000, "\n" * 100_000, "\n \t" * 30_000, "a b " * 25_000, "-'" * 50_000, "." * 100_000,
     "So it " + "." * 100_000 + "is.", "So it " + "'." * 50_000 + "is.", "So it " + "[1" * 50_000 + "."],
    ids=["letters", "stops", "breaks", "blanks", "pair", "joiners", "dots", "row", "quotes", "notes"],
)  # fmt: skip
def test_cost_is_linear_in_the_worst_text(rule, text):
    started = time.process_time()
    findings(rule, text)
    assert time.process_time() - started < 5
