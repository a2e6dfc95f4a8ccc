"""What is taken out of a sentence that was torn into lines at its links goes whole, or stays."""

from __future__ import annotations

import pytest

from scrapelint.api import clean_records, lint_text

ENGLISH = (
    "The council of Larn approved the plan for the new tram line on Tuesday night after a debate of six hours.\n"
    "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million.\n"
    "Work on the first section is to begin in March and will last at least two years, the council said."
)
INDONESIAN = (
    "Dewan kota Larn menyetujui rencana jalur trem baru pada Selasa malam setelah perdebatan selama enam jam.\n"
    "Jalur itu akan membentang dari pelabuhan ke rumah sakit dengan sebelas halte dan menelan biaya 200 juta.\n"
    "Pekerjaan pada bagian pertama akan dimulai pada Maret dan berlangsung paling sedikit dua tahun, kata dewan."
)
POLISH = (
    "Rada miasta Larn przyjęła we wtorek wieczorem plan nowej linii tramwajowej po sześciu godzinach debaty.\n"
    "Linia pobiegnie od portu do szpitala, będzie miała jedenaście przystanków i kosztuje 200 milionów złotych.\n"
    "Prace na pierwszym odcinku mają się zacząć w marcu i potrwają co najmniej dwa lata, podała rada."
)


def cleaned(text: str) -> str:
    return next(iter(clean_records([{"text": text}]))).record["text"]


@pytest.mark.parametrize(
    ("article", "torn"),
    [
        pytest.param(
            INDONESIAN,
            "Simak\nbreaking news\ndan\nberita pilihan\nkami langsung di ponselmu. Ikuti saluran WhatsApp kami :\n"
            "https://www.larn.example/channel/0029\n. Pastikan kamu sudah install aplikasi WhatsApp ya.",
            id="id",
        ),
        pytest.param(POLISH, "Więcej aktualnych informacji znajdziesz na\nstronie Larn24.example", id="pl"),
        pytest.param(
            ENGLISH, "Subscribe to our newsletter for exclusive videos\nand subscribe to\nthe podcast.", id="en"
        ),
    ],
)
def test_all_pieces_of_a_pitch_go(article: str, torn: str) -> None:
    first, rest = article.split("\n", 1)
    assert cleaned(f"{first}\n{torn}\n{rest}") == article


@pytest.mark.parametrize(
    "torn",
    [
        "She told readers of\nour newsletter, sign up for the newsletter\nand hundreds of guests from the whole of the valley.",
        "It was in the harbour on Monday that the mayor showed\nread more\nto the guests the first tram of the line.",
    ],
)
def test_the_midst_of_a_sentence_of_the_article_stays(torn: str) -> None:
    first, rest = ENGLISH.split("\n", 1)
    assert cleaned(f"{first}\n{torn}\n{rest}") == f"{first}\n{torn}\n{rest}"


def test_the_end_of_a_sentence_without_spaces_stays_with_it() -> None:
    text = (
        "拉恩港于周一重新开放，市长早上在码头对记者说，渡轮每两小时一班，本周没有取消任何航班。\n"
        "入冬以来，位于\n港口的滑雪场、\n等吸引越来越多的游客前来\n"
        "。在新近公布的百强港口名单中，拉恩港成功入榜。 新华社记者 王明 摄\n"
        "新的码头将在夏天完工，市长补充说，届时渡轮将每小时一班，比现在多出一倍，票价不变。"
    )
    assert cleaned(text) == text


def test_a_list_of_buttons_in_small_letters_is_no_sentence() -> None:
    buttons = "share\ntweet\npin it\nemail\nprint\nwhatsapp\ntelegram\nfacebook\nlinkedin\nreddit"
    found = [finding for finding in lint_text(f"{ENGLISH}\n{buttons}") if finding.fix]
    assert any("share" in finding.message for finding in found)
