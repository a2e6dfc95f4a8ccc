"""ENC001 mojibake."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import Bad, Edit, Good, Severity, excerpt, unusual_chars
from scrapelint_rules.encoding._shared.cousins import Cousin, cousin_lines
from scrapelint_rules.encoding._shared.fields import TextRule
from scrapelint_rules.encoding._shared.legacy import Legacy, legacy_lines
from scrapelint_rules.encoding._shared.remains import Remains, control_lines, half_lines
from scrapelint_rules.encoding._shared.unusual_characters import between
from scrapelint_rules.encoding._shared.utf8 import Reading, readings
from scrapelint_rules.encoding._shared.wide import wide_readings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Finding


class Mojibake(TextRule):
    """Letters that were decoded with the wrong table, as in "CafÃ©".

    Why it matters: the word is lost for search, for counting and for training, and the
    tokens that take its place are in no other text.

    What to do: read the page with the encoding that its bytes have, mostly UTF-8. The fix puts
    back what stood there, where every byte of it is still known.
    """

    code, name, severity = "ENC001", "mojibake", Severity.ERROR
    fix = "safe"
    examples = (
        Bad("The caf⟦Ã©⟧ opens at nine.", fixed="The café opens at nine."),
        Bad("It⟦â€™⟧s over, she said.", fixed="It’s over, she said."),
        Bad("⟦ÐŸÑ€Ð¸Ð²ÐµÑ‚⟧!", fixed="Привет!"),
        Bad("El ni⟦Ã±o volviÃ³⟧ a casa.", fixed="El niño volvió a casa."),
        Bad("Der Rat tagt f⟦Ã¼⟧r zwei Tage.", fixed="Der Rat tagt für zwei Tage."),
        Bad("It cost ⟦Â£⟧20.", fixed="It cost £20."),
        Bad("They don⟦\x92⟧t know.", fixed="They don’t know."),
        Bad("Die B⟦Гјrgermeisterin erklГ¤⟧rte es.", fixed="Die Bürgermeisterin erklärte es."),
        Bad("Le maire a d⟦√©clar√©⟧ forfait.", fixed="Le maire a déclaré forfait."),
        Bad("⟦Ãîðîäñêîé ñîâåò îäîáðèë ïðîåêò.⟧", fixed="Городской совет одобрил проект."),
        Bad("She said it⟦鈥檚⟧ over.", fixed="She said it’s over."),
        Bad("The mayor said it⟦€™⟧s over."),
        Bad("The mayor of Orlo said it⟦'\x80\x99⟧s over.", fixed="The mayor of Orlo said it’s over."),
        Bad("Le maire d⟦\ufffd\x80\x99⟧Orlo est absent.", fixed="Le maire d’Orlo est absent."),
        Bad("Der Rat tagt ⟦'€œheute'€\x9d⟧ in Larn.", fixed="Der Rat tagt “heute” in Larn."),
        Bad("They sang in the opera⟦\x80\x99⟧s hall."),
        Bad("The port is open.", fields={"title": "CafÃ© opens"}, field="title"),
        Good(
            "Le pont de Larn a été ouvert lundi, dit-elle : « Voilà, ça y est. » Señor Núñez, à l’hôtel, où l’on fêtait Noël, était là.\n\n"
            "———————————————————————\n\nLe maire reste — il l’a dit.",
            why="a rule of dashes",
        ),
        Good("Der Kläger sagte „Äpfel“ und São Paulo.", why="every letter is its own"),
        Good("A decisão da IRMÃ “MARIA” e do JOÃO saiu.", why="Ã is a Portuguese capital"),
        Good("« LIBERTÉ » et l’Âge d’or coûtent 20 €.", why="French capitals and marks"),
        Good("Русский текст Р. Сидорова — 5 °C, «Гёте».", why="Cyrillic that reads well"),
        Good(
            "Рада горада ЛарнТАСС, ОрлоТАСС, ЛарнБел і ОрлоБел паведаміла пра мост.\n\nабвяшчае\n\n"
            "Мост адкрыюць у панядзелак, кажа мэр.",
            why="a lone word, which another table makes as good a word",
        ),
        Good("Το Δ΄ Τμήμα έκρινε την υπόθεση της ΣΤ΄ τάξης, όπως και το Β΄.", why="Greek ordinals"),
    )

    def check_text(self, text: str) -> Iterator[Finding]:
        """Yield one finding for each line with misread characters, with the table that explains them."""
        chars = unusual_chars(text)
        if not any(char > "\x7f" for char in chars):
            return
        taken = bytearray(len(text) + 1)
        for run in _runs(text, chars):
            if not any(taken[run.start : run.end]):
                taken[run.start : run.end] = bytes([1]) * (run.end - run.start)
                yield self._on_run(text, run)

    def _on_run(self, text: str, run: _Run) -> Finding:
        found = text[run.start : run.end]
        should = f' should read "{excerpt(run.content, 30)}"' if run.content else ""
        return self.finding(
            f'mojibake: "{excerpt(found, 30)}"{should}',
            (run.start, run.end),
            confidence=run.confidence,
            evidence={"kind": run.kind, "read_as": run.encoding, "means": run.content[:60]},
            edits=run.edits,
            fix_message="decode the characters",
        )


BY_STRUCTURE = 0.99
"""Confidence of a reading as UTF-8, which hardly any other bytes make."""
BY_READABILITY = 0.98
"""Confidence of a reading that only its letters speak for: not enough to mend it unseen."""


class _Run(NamedTuple):
    """A stretch of one line that was misread."""

    start: int
    end: int
    content: str
    encoding: str
    edits: Sequence[Edit]
    kind: str = "utf-8"
    confidence: float = BY_STRUCTURE


def _runs(text: str, chars: frozenset[str]) -> Iterator[_Run]:
    """Yield the misread stretches of a text, those that explain most first."""
    read = {**wide_readings(text, chars), **readings(text, chars)}
    yield from (_joined(text, line) for line in read.values())
    yield from map(_whole, legacy_lines(text, chars, read))
    yield from (_cousin(text, line) for line in cousin_lines(text, chars))
    if between(chars, "\x80", "\x9f"):
        yield from (_remaining(text, line) for line in control_lines(text))
    if "€" in chars:
        yield from (_remaining(text, line) for line in half_lines(text))


def _whole(line: Legacy) -> _Run:
    edits = [Edit(line.start, line.end, line.content)] if line.exact else []
    return _Run(
        line.start,
        line.end,
        line.content,
        f"{line.encoding} as {line.read_as}",
        edits,
        "older-encoding",
        BY_READABILITY,
    )


def _cousin(text: str, line: Cousin) -> _Run:
    content, read_as = _mended(text, line.edits), f"{line.encoding} as cp1252"
    return _Run(line.start, line.end, content, read_as, line.edits, "neighbour", BY_READABILITY)


def _remaining(text: str, line: Remains) -> _Run:
    content, kind = (_mended(text, line.edits), "control") if line.edits else ("", "remains")
    return _Run(line.start, line.end, content, line.read_as, line.edits, kind)


def _joined(text: str, line: Sequence[Reading]) -> _Run:
    edits = [_trimmed(text, reading) for reading in line]
    mended = [edit for edit, reading in zip(edits, line, strict=True) if reading.exact]
    return _Run(edits[0].start, edits[-1].end, _mended(text, edits), f"utf-8 as {line[0].encoding}", mended)


def _mended(text: str, edits: Sequence[Edit]) -> str:
    """Return what edits make of the stretch from the first to the last."""
    after = [edit.start for edit in edits[1:]] + [edits[-1].end]
    return "".join([edit.content + text[edit.end : stop] for edit, stop in zip(edits, after, strict=True)])


def _trimmed(text: str, reading: Reading) -> Edit:
    """Return the edit for a reading without the letters at its edges that stay."""
    start, end, content = reading.start, reading.end, reading.content
    while content and start < end and text[start] == content[0] < "\x7f":
        start, content = start + 1, content[1:]
    while content and start < end and text[end - 1] == content[-1] < "\x7f":
        end, content = end - 1, content[:-1]
    return Edit(start, end, content)
