"""WEA002 temperature-row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, DocumentRule, Good, LinePattern, Setting, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding

TEMPERATURE = LinePattern(r"-?\d{1,2} ?°[CF]?", ["°"])


class TemperatureRow(DocumentRule):
    """A line of temperatures from the weather box.

    Why it matters: rows of figures that belong to no sentence teach a model nothing but to write them.

    What to do: remove the line; keep the box out of the extractor's selection.
    """

    code, name, severity = "WEA002", "temperature-row", Severity.WARNING
    fix = "unsafe"
    patterns = (TEMPERATURE,)
    min_temperatures = Setting(3, "temperatures in a line, a guess: prose rarely has more than two", minimum=1)
    examples = (
        Bad("The harbour is open.\n\n⟦Mon 12° Tue 14° Wed 9°⟧", fixed="The harbour is open."),
        Bad("⟦-3 °C | 0 °C | 4 °C⟧"),
        Bad("⟦Larn 18°C⟧", settings={"min_temperatures": 1}),
        Good("It was between 12° and 14° on Monday.", why="two temperatures in a sentence"),
        Good("Mon 12° Tue 14°"),
        Good("The harbour lies at 54° north."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each line with many temperatures."""
        counts: dict[int, int] = {}
        for line, _ in doc.matches(TEMPERATURE):
            counts[line.index] = counts.get(line.index, 0) + 1
        for index, count in counts.items():
            if count >= self.min_temperatures:
                yield self.on_lines(
                    doc,
                    doc.lines[index],
                    message=f"row of {count} temperatures",
                    evidence={"temperatures": count, "min_temperatures": self.min_temperatures},
                )
