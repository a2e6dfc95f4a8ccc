"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from texts import TEXTS

from scrapelint.text.sentences.splitting import sentences

WHOLE = (
    "Dr. Lind met Mr. J. R. Hale at 5 p.m. on Friday.",
    "The U.S. Senate voted 51.5 to 48.5.",
    "Apple Inc. Chairman Ruiz spoke.",
    "Es wurde von PT. Larn Raya gebaut.",
    "He asked, “Why?” and left.",
    "It was Yahoo! that paid.",
    "Am 3. Mai kam Prof. Wolf z. B. nach Ellery.",
    "Im 20. Jahrhundert siegte der 1. FC Ellery 3:1.",
    "Der Bau kostet ca. 3 Mio. Euro inkl. MwSt. und dauert lange.",
    "Friedrich II. Wolf regierte lange.",
    "M. Dupont vit à St. Orlo, av. Foch.",
    "« Bonjour ! » dit la maire.",
    "El Sr. Gil y la Dra. Ruiz llegaron a la pág. 12.",
    "De 3. Mai-tal werd door dhr. Bos genoemd.",
    "Здесь жил А. С. Орлов из г. Ларн.",
    "Стоимость составит 5 тыс. руб. за штуку.",
    "Książka ma ok. 300 str. i kosztuje 20 zł.",
    "Cena je cca 5 tis. Kč za kus.",
    "डॉ. लिंड सोमवार को आए।",
    "他说：“走吧。”然后走了。",
    "「もう終わりだ！」と彼は言った。",
    "円周率は３．１４です。",
    "www.example.org is down.",
    "Wait... what is that?",
    "MADRID.— El puente se cierra",
    "The rain came.—and then it went.",
    "উমর (রা.) তা সদকা করে দিলেন।",
    "সুগত চাকমা, প্রাগুক্ত, পৃ. ৫৭।",
)
PARTED = (
    ("The talks ended.", "She left."),
    ("ხიდი დაიკეტა.", "მერმა თქვა."),
    ("ის ქ. თბილისში ცხოვრობს.", "ხიდი 2019 წ. გაიხსნა."),
    ("“Go.”", "She went."),
    ("He won.", "(It was late.)", "Then he lost."),
    ("Bahrain menjadi juru kunci Grup C.", "[Gambas:Video Orlo]"),
    ("One.[2]", "Two."),
    ("It happened in 2019.", "The town rebuilt."),
    ("He lives in the U.S.", "The visa ran out."),
    ("There were 25.", "Then they left."),
    ("Cảng Larn vắng hơn.", "(*) Tên đã đổi."),
    ("Napisał burmistrz na X.", "Widziano go w porcie."),
    ("Es waren 25.", "Dann kam er."),
    ("« Oui ! »", "Il rit."),
    ("¿Quién?", "¡Nadie!"),
    ("Это было в 2019 г.", "В городе ждали."),
    ("Всё стоит 5 тыс. руб.", "Он заплатил."),
    ("وصل الوفد.", "هل سافر؟", "نعم."),
    ("یہ جملہ ہے۔", "دوسرا بھی۔"),
    ("पहला वाक्य।", "दूसरा वाक्य।"),
    ("今天下雨。", "明天晴！", "真的吗？"),
    ("雨が降った。", "「やんだ。」", "「よし。」"),
    ("비가 왔다.", "그쳤다."),
    ("비가 왔다.", "orlo@larn.example"),
    ("הגשם פסק.", "orlo@larn.example"),
    ("Աշխատեց։", "Գնաց։"),
    ("ሄደ።", "መጣ።"),
    ("မိုးရွာသည်။", "ရပ်သည်။"),
    ("ฝนตก", "แล้วหยุด"),
    ("• Bread", "• Salt"),
    ("No mark", "next line"),
)  # fmt: skip


@pytest.mark.parametrize("text", WHOLE)
def test_no_sentence_ends_within(text: str) -> None:
    assert [text[start:end] for start, end in sentences(text)] == [text]


@pytest.mark.parametrize("parts", PARTED)
def test_each_sentence_stands_alone(parts: tuple[str, ...]) -> None:
    text = ("\n" if parts[0] == "No mark" else " ").join(parts)

    assert [text[start:end] for start, end in sentences(text)] == list(parts)


@pytest.mark.parametrize("parts", [parts for parts in PARTED if parts[0][-1] in "。।។။"])
def test_marks_that_need_no_space_end_sentences_without_one(parts: tuple[str, ...]) -> None:
    text = "".join(parts)

    assert [text[start:end] for start, end in sentences(text)] == list(parts)


@pytest.mark.parametrize(
    "parts", [("Hujan turun.", "— Orlo Plus"), ("Regnet falt!", "– Vi venter."), ("Он пришёл.", "—Да.")]
)
def test_dash_glued_after_a_mark_opens_a_sentence(parts: tuple[str, ...]) -> None:
    text = "".join(parts)

    assert [text[start:end] for start, end in sentences(text)] == list(parts)


@given(text=TEXTS)
def test_spans_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    spans = sentences(text)
    kept = "".join(text[start:end] for start, end in spans)

    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join(kept.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
