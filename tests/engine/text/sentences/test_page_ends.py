"""Where the page begins in a Korean or Japanese line, behind a last sentence that has no mark."""

from __future__ import annotations

import pytest

from scrapelint.api import fix_text
from scrapelint.text.sentences.page_ends import page_start


@pytest.mark.parametrize(
    ("told", "page"),
    [
        ("시장은 “절반은 나라가 낸다”고 말했다", "김라른 기자 quay@larn.example▶구독하세요!▶기사 보기[ⓒ라른신문 :"),
        ('시장은 "절반은 나라가 낸다"고 말했다.', "quay7@larn.example▶환경 기구▶채널 구독- Copyrights ⓒ 라른경제,"),
        ("인용 논문: Larn, DOI: 10.1000/larn.7오항구 기자 quay@larn.example", "▶기사 보기[ⓒ라른신문 :"),
        ("참가팀은 ▶라른 3명 ▶오를로 2명", "▶라른신문 채널 구독▶기사 보기[ⓒ라른신문 :"),
        ("시장은 “절반은 나라가 낸다”고 기자들에게 말했다", "/라른=김라른 기자 quay@larn.example 저작권자 ⓒ 라른신문,"),
        ("시장은 “절반은 나라가 낸다”고 기자들에게 말했다", "김라른기자 [저작권자(c) 라른TV"),
        (
            "시장은 언제 배가 다시 떠날지 모른다고 밝혔다.",
            "[관련기사]▶라른 폭설▶오를로 휴교김라른 기자 (quay@larn.example) - Copyrights ",
        ),
        ("시장은 언제 배가 다시 떠날지 모른다고 밝혔다.", "[라른 온라인뉴스팀]▶ 라른뉴스 보기< Copyright ⓒ 라른"),
        (
            "김라른기자 quay@larn.example배가 다시 떠났습니다. 시장은 기뻐했다. “잘 지내라, 사랑한다!”",
            "글=김라른기자 ⓒ 라른일보,",
        ),
        ("市長は「夏までに工事を始めたい」と述べた", "=山田太郎 "),
        ("市長は「夏までに工事を始めたい」と述べた", "©ラーン新聞社、"),
        ("시장은 그렇게 생각하지 않는다며 절반은 나라가 낸다고 말했다", "저작권자 ⓒ 라른신문,"),
        ("시장은 그렇게 생각하지 않는다며 절반은 나라가 낸다고 말했다", "[ⓒ 라른신문 :"),
        ("시장은 그렇게 생각하지 않는다며 절반은 나라가 낸다고 거듭 말했고 상인들은 그렇게 되기를 바랐다", ""),
    ],
)
def test_told_stays(told: str, page: str) -> None:
    assert (told + page)[page_start(told + page) :] == page


@pytest.mark.parametrize(
    "page",
    [
        "김라른 기자 quay@larn.example▶구독하세요!▶기사 보기[ⓒ라른신문 :", "오항구 PD[quay@larn.example][", "라른=정항구 quay@larn.example▶",
        "김라른·오항구 기자, 공동취재단 quay@larn.example  ▶  ⓒ라른일보,", "라른뉴스(larn.example), ", "当サイトに掲載の記事（写真を含む）の", "© Larn Courier, Orlo and the islands in the bay of Larn, ",
    ],
)  # fmt: skip
def test_page_alone_goes_whole(page: str) -> None:
    assert page_start(page) == 0


def test_korean_sentence_that_opens_with_letters_of_a_name_stays() -> None:
    story = "라른 시장은 항구가 월요일에 다시 열린다고 밝혔습니다.ONA통신은 시장이 새 부두를 약속했다고 전했습니다."
    last = "상인들은 배가 다시 떠나기를 오래 기다렸고 손님이 돌아오기를 바란다고 기자들에게 말했습니다."
    text = (
        f"{last} {story}[라른 온라인뉴스팀]▶ 라른뉴스 보기< Copyright ⓒ 라른TV(larn.example) 무단전재 및 재배포 금지 >"
    )
    assert fix_text(text, min_confidence=0.9).text == f"{last} {story}"
