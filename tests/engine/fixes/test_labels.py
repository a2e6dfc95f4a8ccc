"""A label that ends in a colon goes with what it announces, or stays with it."""

from __future__ import annotations

import pytest

from scrapelint.finding import Edit, Fix
from scrapelint.fixes.labels import Removals, strands_body


def _strands(marked: str, *others: str) -> bool:
    """Tell it of the part between ⟦ and ⟧, with `others` taken out as well."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    fix = Fix("remove", (Edit(start, end),), safe=True)
    taken = [Edit(text.index(other), text.index(other) + len(other)) for other in others]
    return strands_body(text, fix, Removals([*fix.edits, *taken]))


@pytest.mark.parametrize(
    "marked",
    [
        "The port is open.\n\n⟦Find us on Facebook:\n⟧Larn Watch ► https://watch.example/larn",
        "The port is open.\n\n⟦Tags:\n⟧port, ferries, Larn",
        "Der Hafen ist offen.\n\n⟦*Kontakt:*\n⟧Telefon 0123 4567\nHafenstraße 1",
        "港口重新开放。\n⟦免责声明：\n⟧本网转载的内容",
        "Порт открыт.\n\n⟦Читайте также:\n\n⟧Мост закрыт до мая",
        "ميناء لارن مفتوح.\n\n⟦اقرأ أيضا:\n⟧إغلاق الجسر حتى مايو",
    ],
)
def test_label_would_go_alone(marked: str) -> None:
    assert _strands(marked)


@pytest.mark.parametrize(
    ("marked", "others"),
    [
        ("The port is open.\n\n⟦Tags:\n⟧port, ferries, Larn", ["port, ferries"]),
        (
            "The port is open.\n\n⟦Read more:\n\n⟧The ferries sail every two hours from Monday on, the mayor of Larn said.",
            [],
        ),
        ("The port is open.\n\n⟦Read more\n⟧Bridge shut until May", []),
        ("The port is open.\n\n⟦Tags:⟧", []),
        ("The port is open.\n\n⟦Tags: port, ferries⟧\nLarn", []),
    ],
)
def test_label_goes_where_nothing_of_its_own_is_left(marked: str, others: list[str]) -> None:
    assert not _strands(marked, *others)


def test_removals_touch_what_they_overlap() -> None:
    removals = Removals([Edit(4, 8), Edit(6, 12), Edit(20, 22), Edit(30, 31, "x")])
    assert [removals.touch(Edit(*span)) for span in ((0, 4), (11, 15), (12, 20), (19, 21), (30, 31))] == [
        False, True, False, True, False,
    ]  # fmt: skip
