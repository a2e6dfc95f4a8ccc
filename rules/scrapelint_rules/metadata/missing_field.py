"""MET001 missing-field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, DocumentRule, Good, Setting, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding


class MissingField(DocumentRule):
    """A field that the configuration requires is absent or empty.

    Why it matters: a record without its date or address cannot be deduplicated, dated or cited,
    and joins and splits by that field lose it silently.

    What to do: mend the scraper, or take the field out of `required`. By default no field is
    required, and the rule says nothing.
    """

    code, name, severity = "MET001", "missing-field", Severity.ERROR
    required = Setting[tuple[str, ...]]((), "fields that every record has to have: title, url, date, author ...")
    examples = (
        Bad("The port is open.", field="date", settings={"required": ("date",)}),
        Bad("The port is open.", fields={"title": " ", "url": "https://larn.example/port"}, field="title",
            settings={"required": ("title", "url")}),
        Bad("Der Hafen ist offen.", fields={"author": []}, field="author", settings={"required": ("author",)}),
        Bad(" \n", fields={"title": "Порт открыт"}, field="text", settings={"required": ("title", "text")}),
        Good("The port is open.", why="nothing is required by default"),
        Good("The port is open.", fields={"title": ""}, why="nothing is required by default"),
        Good("The port is open.", fields={"title": "Port open", "url": "https://larn.example/port"},
            settings={"required": ("title", "url")}),
        Good("Порт открыт.", fields={"author": ["Ann Lee"]}, settings={"required": ("author", "text")}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each required field without a value."""
        for field in self.required:
            if not (doc.text.strip() if field == "text" else doc.article.get(field)):
                yield self.finding(
                    f'required field "{field}" is absent or empty',
                    confidence=1.0,
                    evidence={"kind": "missing", "required": list(self.required)},
                    field=field,
                )
