"""Labels of the page are parted from the sentences that they run into, and from nothing else."""

from __future__ import annotations

import pytest

from scrapelint.packs.leading_labels import MAX_LABELS, apart
from scrapelint.text.lines import split
from scrapelint.text.sentences.units import parted

LABELS = {
    "advertisement",
    "article content",
    "story continues below",
    "video",
    "anzeige",
    "광고",
    "pr",
    "реклама на сайте",
    "مشاهدة الفيديو",
}
FIRST = (
    "The council of Tarnwick approved the new tram line on Tuesday night after a debate of six hours, said the mayor. "
)
SECOND = (
    "Work on the first section is to begin in the spring and will last at least two years, the engineers told her. "
)
THIRD = "“It is a good day for the town,” she said to all who had come to the hall for the debate. "


def lines(text: str) -> list[str]:
    found = apart(list(parted(split(text))), LABELS.__contains__)
    assert all(text[line.start : line.end] == line.text for line in found)
    return [line.text for line in found if line.text.strip()]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"{FIRST}Advertisement {SECOND}Advertisement {THIRD}", "Advertisement"),
        (f"{FIRST}Story continues below {SECOND}{THIRD}", "Story continues below"),
        (f"{FIRST}Article content {SECOND}Article content {THIRD}", "Article content"),
        (f"{FIRST}Mayor shows the plan Article content {SECOND}Article content {THIRD}Article content {FIRST}", "Article content"),
        (f"{FIRST}Anzeige {SECOND}Anzeige {THIRD}", "Anzeige"),
        (
            ("وافق مجلس المدينة على خط الترام الجديد بعد نقاش طويل استمر ست ساعات، وفق ما قاله رئيس البلدية للصحفيين مساء أمس. "
            "مشاهدة الفيديو سيبدأ العمل في الربيع ويستمر عامين على الأقل، كما قال المهندسون للمجلس في جلسة خاصة عقدت اليوم. "
            "مشاهدة الفيديو ورحب السكان بالقرار."),
            "مشاهدة الفيديو",
        ),
    ],
)  # fmt: skip
def test_label_is_a_line_of_its_own(text: str, label: str) -> None:
    assert text.count(label) == lines(text).count(label)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"{FIRST}Advertisement {SECOND}{THIRD}", "one word, once"),
        (f"{FIRST}Video Referees were there. {SECOND}Video Referees left. {THIRD}", "a name, always before the same word"),
        (f"{FIRST}Advertisement is dear. {SECOND}Advertisement of boats is dearer. {THIRD}", "a sentence that goes on"),
        (f"{FIRST}Pr Swai was there. {SECOND}Pr Oakes left. {THIRD}", "a title"),
        (f"{FIRST}They saw the Larn Advertisement Board. {SECOND}{THIRD}", "one word within a sentence"),
        (f"{FIRST}They saw the Article content Act. {SECOND}{THIRD}", "what heads no sentence"),
        (
            ("시의회는 화요일 밤 여섯 시간의 토론 끝에 새 전차 노선을 승인했다고 시장이 기자들에게 말했다. 광고 시장은 봄에 커질 것이라고 "
            "기술자들이 말했다. 광고 회사는 그 결정을 반겼고, 주민들은 두 해 동안의 공사를 걱정했다고 한다. 시장은 다음 주에 계획을 "
            "자세히 설명하겠다고 했으며, 의회는 예산을 다시 살펴보기로 했다고 밝혔다."),
            "a word in letters without capitals",
        ),
    ],
)  # fmt: skip
def test_words_of_a_sentence_stay_with_it(text: str, why: str) -> None:
    assert lines(text) == [line.text for line in parted(split(text)) if line.text.strip()], why


def test_one_word_is_a_label_only_where_it_heads_a_sentence() -> None:
    board = "She wrote to the Larn Advertisement Board on Monday."

    assert board in lines(f"{FIRST}Advertisement {SECOND}Advertisement {THIRD}{board}")


def test_words_of_a_label_before_a_small_letter_of_any_alphabet_are_the_sentence_s() -> None:
    text = (
        "Городской совет Тарнвика одобрил новую трамвайную линию во вторник вечером после шести часов споров. "
        "Реклама на сайте Мэр Вествик сказал журналистам, что город готов. Реклама на сайте города стоит всё дороже. "
        "Строительство первого участка начнётся весной и продлится не менее двух лет, сказали инженеры."
    )

    found = lines(text)

    assert "Реклама на сайте" in found
    assert "Реклама на сайте города стоит всё дороже." in found


def test_labels_one_after_the_other() -> None:
    found = lines(f"{FIRST}Article content Article content {SECOND}{THIRD}")

    assert found.count("Article content") == 2


def test_a_text_of_labels_alone_looks_for_a_few_of_them() -> None:
    labels = {f"label{number}" for number in range(10 * MAX_LABELS)}
    text = FIRST + " ".join(f"Label{number} Anna came. Label{number} Tom left." for number in range(10 * MAX_LABELS))

    found = apart(list(parted(split(text))), labels.__contains__)

    assert sum(line.key in labels for line in found) == 2 * MAX_LABELS


def test_first_labels_of_a_text_are_looked_for() -> None:
    labels = [f"open the photo gallery number {number}" for number in range(3 * MAX_LABELS)]
    text = FIRST + " ".join(f"{label.capitalize()} Anna came to the hall." for label in labels)

    found = apart(list(parted(split(text))), set(labels).__contains__)

    assert [line.key for line in found if line.key in labels] == labels[:MAX_LABELS]
