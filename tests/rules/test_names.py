"""What a message calls a place says what is known of it, and no more."""

from __future__ import annotations

import pytest

from scrapelint.api import lint_text

STORY = (
    "The council of Larn approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
    "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million."
)
FLAT = (
    "The council of Larn approved the plan for the new tram line on Tuesday night after a debate of six hours. The line "
    "will run from the harbour to the hospital, with eleven stops. It will cost about 200 million."
)


@pytest.mark.parametrize(
    ("code", "text", "called"),
    [
        ("NAV008", f"{STORY}\n\n© 2023 Orlo Gazette. All rights reserved.", "notice of rights or terms"),
        ("NAV008", f"{STORY}\n\nAlle Rechte vorbehalten", "notice of rights or terms"),
        ("NAV008", f"{STORY}\n\nCNPJ: 00.000.000/0001-00", "entry in a register"),
        ("NAV004", f"{STORY}\n\nREAD ALSO: Bus drivers call off strike\n\n{STORY}", "link to another story"),
        ("NAV004", f"{STORY}\n\nWATCH: Mayor dances with the dockers\n\n{STORY}", "link to a film, pictures or sound"),
        ("NAV004", f"{STORY}\n\nTonton juga: Wali kota menari\n\n{STORY}", "link to a film, pictures or sound"),
        ("NAV004", f"{STORY}\n\nSubscribe to our newsletter\nClick here\n\n{STORY}", "link in a pitch"),
        ("NAV002", f"{STORY}\n\nFacebook\nTwitter\nWhatsApp", "button to share or follow"),
        ("NAV009", f"BREAKING NEWS\n\n{STORY}", "label or line of a ticker"),
        ("NAV012", f"{STORY}\n\nMost viewed", "heading over links with nothing under it"),
        ("CRD001", f"{STORY}\n\nPhoto: Jo Hale/AFP\n\n{STORY}", "photo credit"),
        ("CRD001", f"{STORY} (Antara/Ana Ruiz)", "credit of a picture or of the story"),
        ("CRD001", f"{FLAT} (Reuters/Jo Hale)", "credit of a picture or of the story"),
        ("CRD001", f"{STORY}\n\nBildunterschrift\n\n{STORY}", "words of a picture or gallery"),
        (
            "CRD001",
            f"{STORY}\n\nSumber foto: Larn Mail\n\nSource: Larn Mail\n\n{STORY}",
            "source of a picture or of the story",
        ),
        ("CRD003", f"{STORY}\n\nAna Ruiz is a senior correspondent based in Orlo.", "note on the author"),
        ("CRD003", f"{STORY}\n\nPor Ana Ruiz", "byline"),
        ("CRD005", f"{STORY}\n\nSource link", "label of a lost link to the source"),
        ("CRD005", f"{STORY}\n\nvia: http://www.larn.example/post/1", "label and address of the source"),
    ],
)
def test_a_message_calls_a_place_what_it_is(code: str, text: str, called: str) -> None:
    said = [finding.message for finding in lint_text(text, select=[code])]
    assert any(message.startswith(f"{called}: ") for message in said), said
