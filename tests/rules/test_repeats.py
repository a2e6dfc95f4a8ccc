"""Which copy of a repeat goes, and what may come again."""

from __future__ import annotations

import pytest

from scrapelint import Article
from scrapelint.plugin import Linter
from scrapelint.rule import MIN_MENDING_CONFIDENCE
from scrapelint.selection.registry import discover

REGISTRY = discover()
LINTER = Linter([rule() for code, rule in REGISTRY.rules.items() if code.startswith("REP")], REGISTRY.phrases())

LEAD = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike in the port."
BODY = "Nobody in the port had expected an end to the strike before the summer, when most of the tourists come to the islands."
LAST = (
    "The owners of the line spoke of a day that had cost them dear, and of talks that go on in the old customs house."
)


def removed(text, **fields):
    """Return the lines that findings of the family would take out."""
    found = LINTER.check(Article(text, fields=fields))
    spans = [finding.span for finding in found if finding.fix and finding.span]
    return [text[start:end] for start, end in sorted(spans)]


def test_lines_of_one_structure_go_from_the_same_side():
    head = f"{LEAD}\n\nTalks on the pay go on"
    text = f"Ferry strike ends\n\n{head}\n\n{BODY}\n\n{head}\n\n{LAST}"
    assert removed(text) == [LEAD, "Talks on the pay go on"]


@pytest.mark.parametrize("heading", ["Mayor speaks of a day of joy", "市長は喜びの日だと港で語ったという"])
def test_heading_further_down_is_no_surer_than_the_paragraph_below_it(heading):
    posts = [f"{heading}\n\n{LEAD}", f"Shops open\n\n{LAST}"]
    text = "\n\n".join(
        ["Ferry strike ends", BODY, *(f"Boat {n} sails\n\n{BODY[n:]}" for n in range(6)), *posts, posts[0]]
    )
    found = {
        f.span: f for f in LINTER.check(Article(text)) if f.span and text[f.span.start : f.span.end] in (heading, LEAD)
    }
    assert len(found) == 2
    assert all(finding.confidence < MIN_MENDING_CONFIDENCE for finding in found.values())


def test_copies_of_the_title_go_where_the_record_has_it_as_a_field():
    title = "Ferry strike ends after nine days"
    text = f"{title}\n\n12 May\n\n{title}\n\n{LEAD}"
    assert removed(text) == [title]
    assert removed(text, title=title) == [title, title]


@pytest.mark.parametrize("title", [LEAD, f"{LEAD} | The Larn Courier"])
def test_text_that_is_only_its_title_is_not_emptied(title):
    assert removed(LEAD, title=title) == []
    assert removed(f"{LEAD}\n\nLarn", title=title) == []


def test_speakers_of_an_interview_may_come_again():
    names = ("ann lee", "tom reed")
    text = "\n\n".join(f"{names[turn % 2]}\n\n{BODY[:-1]} {turn}." for turn in range(8))
    assert removed(f"{LEAD}\n\n{text}\n\n{LAST}") == []


@pytest.mark.parametrize("song", [
    "Carry me over the water\nCarry me home to the bay",
    "Trag mich über das Wasser\nTrag mich nach Haus in die Bucht\nDie Lichter am Hafen sie brennen",
])  # fmt: skip
def test_refrain_may_come_again(song):
    assert removed(f"{LEAD}\n\n{song}\n\nMy brother went out in the morning\n\n{song}\n\n{LAST}") == []


HARBOUR = "สำนักงานท่าเรือ จังหวัดริมทะเล"
THAI = (
    f"{HARBOUR} แจ้งว่าเรือข้ามฟากจะกลับมาแล่นในเช้าวันจันทร์ หลังจากหยุดไปเก้าวัน เพราะลูกเรือกับเจ้าของยังตกลงเรื่องค่าแรงกันไม่ได้ "
    f"ผู้โดยสารที่ซื้อตั๋วไว้แล้วขอเงินคืนได้ที่ {HARBOUR} ทุกวันตั้งแต่แปดโมงเช้าถึงหกโมงเย็น หรือเลื่อนวันเดินทางออกไปโดยไม่เสียค่าใช้จ่าย "
    "เจ้าหน้าที่บอกว่าในสองวันแรกคนจะมากกว่าปกติ และขอให้มาถึงท่าก่อนเวลาอย่างน้อยหนึ่งชั่วโมง ชาวเกาะหลายคนดีใจที่ได้ไปตลาดอีกครั้ง "
    f"ร้านค้าบนฝั่งก็เตรียมของไว้รอแล้ว ส่วน {HARBOUR} จะประกาศตารางเดินเรือใหม่ก่อนสิ้นเดือน และจะถามความเห็นของทุกหมู่บ้าน"
)
LAO = (
    "ຫ້ອງການທ່າເຮືອ ແຂວງຮິມນ້ຳ ແຈ້ງວ່າເຮືອຂ້າມຟາກຈະກັບມາແລ່ນໃນເຊົ້າວັນຈັນ ຫຼັງຈາກຢຸດໄປເກົ້າວັນ ຍ້ອນວ່າລູກເຮືອກັບເຈົ້າຂອງຍັງຕົກລົງເລື່ອງຄ່າແຮງກັນບໍ່ໄດ້ "
    "ຜູ້ໂດຍສານທີ່ຊື້ປີ້ໄວ້ແລ້ວຂໍເງິນຄືນໄດ້ທີ່ ຫ້ອງການທ່າເຮືອ ແຂວງຮິມນ້ຳ ທຸກມື້ຕັ້ງແຕ່ແປດໂມງເຊົ້າຫາຫົກໂມງແລງ ຫຼືເລື່ອນວັນເດີນທາງອອກໄປ "
    "ເຈົ້າໜ້າທີ່ບອກວ່າໃນສອງມື້ທຳອິດຄົນຈະຫຼາຍກວ່າປົກກະຕິ ແລະຂໍໃຫ້ມາຮອດທ່າກ່ອນເວລາຢ່າງໜ້ອຍໜຶ່ງຊົ່ວໂມງ ຊາວເກາະຫຼາຍຄົນດີໃຈທີ່ໄດ້ໄປຕະຫຼາດອີກຄັ້ງ"
)


NEWS = "ชาวเกาะภูมิใจเป็นเจ้าภาพจัดประชุมเรือข้ามฟากนานาชาติตั้งเป้าผลักดันท่าเรือเป็นมาตรฐานระดับโลก"
TOLD = "เรือข้ามฟากกลับมาแล่นหลังหยุดไปเก้าวัน เพราะลูกเรือกับเจ้าของตกลงเรื่องค่าแรงกันได้แล้วเมื่อคืนวันอาทิตย์ที่ศาลากลาง"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"วันพุธที่ 4 กรกฎาคม 2561\n{NEWS}\nสมอ. {NEWS} ณ ท่าเรือใหญ่\n{THAI * 2}", id="headline"),
        pytest.param(f"{THAI}\n{TOLD} {HARBOUR} แจ้งไว้\n{THAI[:60]}\n{TOLD} {HARBOUR} ย้ำอีกครั้ง", id="companion"),
        pytest.param(LAO, id="Lao"),
    ],
)
def test_phrases_that_come_again_in_scripts_without_marks_are_the_article_s(text):
    assert removed(text) == []


def test_line_that_comes_again_in_thai_is_a_copy():
    assert removed(f"{HARBOUR} แจ้งข่าวดี\n{HARBOUR} แจ้งข่าวดี\n\n{THAI}") == [f"{HARBOUR} แจ้งข่าวดี"]


@pytest.mark.parametrize(
    ("parting", "place"), [(" ", f"line 1, column {len(f'{LEAD} {BODY} ') + 1}"), ("\n\n", "line 5")]
)
def test_message_says_where_the_copy_stands_in_lines_and_within_one(parting, place):
    text = parting.join((LEAD, BODY, LEAD, LAST))

    (finding,) = (found for found in LINTER.check(Article(text)) if found.code in {"REP003", "REP005"})

    assert place in finding.message
