"""LNG003 wrong-script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, DocumentRule, Good, Severity, script_counts, scripts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Finding

MIN_LETTERS = 60
"""Fewest letters of a text whose script is judged."""
MAX_OWN_SHARE = 0.3
"""Largest share of letters of the language's own scripts in a text that is in another."""
NAMES = {
    "Latn": "latin", "Cyrl": "cyrillic", "Arab": "arabic", "Deva": "devanagari", "zh": "han", "ja": "japanese", "ko": "hangul",
    "el": "greek", "he": "hebrew", "th": "thai", "hy": "armenian", "ka": "georgian",
}  # fmt: skip
"""Scripts in words; any other is named by the code of its language."""


class WrongScript(DocumentRule):
    """A text in a script that its declared language is not written in.

    Why it matters: either the field is wrong or the text was put into other letters: Russian typed in Latin ones,
    or taken through the wrong encoding. No tool for the language can read it.

    What to do: look which of the two is wrong.
    """

    code, name, severity = "LNG003", "wrong-script", Severity.ERROR
    native_share = 0.0
    examples = (
        Bad(
            "Most cherez reku budet zakryt do kontsa mesyatsa, soobshchili v merii, tak kak na oporakh poyavilis treshchiny.",
            fields={"language": "ru"},
            field="language",
        ),
        Bad(
            "Мост через реку будет закрыт до конца месяца, сообщили в мэрии, так как на опорах появились трещины.",
            fields={"language": "en"},
            field="language",
        ),
        Bad(
            "I gefyra pano apo to potami tha meinei kleisti mechri to telos tou mina, eipe o dimos ti Deftera to proi.",
            fields={"language": "el"},
            field="language",
        ),
        Good(
            "Most preko rijeke bit će zatvoren do kraja mjeseca, rekli su iz grada, jer su se pojavile pukotine.",
            why="a language of two scripts",
            fields={"language": "sr"},
        ),
        Good(
            "川にかかる橋は月末まで閉鎖される。市は柱に亀裂が見つかったと発表した。橋は六十年前に建てられた。",
            fields={"language": "ja"},
        ),
        Good("Apple iPhone 17 Pro Max", why="too short", fields={"language": "ru"}),
        Good(
            "Компания Apple показала iPhone, MacBook Air и Apple Watch Ultra в Apple Park, сообщает издание The Verge в среду.",
            why="Latin names",
            fields={"language": "ru"},
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding on the field where most letters are of another script."""
        declared = doc.declared_language
        if declared is None or not doc.text:
            return
        counts = script_counts(doc.text)
        letters = sum(counts.values())
        own = sum(counts[script] for script in scripts_of(declared))
        if letters < MIN_LETTERS or own > MAX_OWN_SHARE * letters or counts[""] * 2 > letters:
            return
        script = max(counts, key=lambda name: counts[name])
        yield self.finding(
            f'{1 - own / letters:.0%} of the letters are {NAMES.get(script, script)}, declared is "{declared}"',
            confidence=0.99,
            evidence={
                "declared": declared,
                "script": script,
                "value": round(own / letters, 3),
                "threshold": MAX_OWN_SHARE,
            },
            field="language",
        )
