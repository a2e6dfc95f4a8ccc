"""Text from the web as XML that every parser reads."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def content(text: str) -> str:
    """Return a text as the content of an element; what XML cannot hold is shown as elsewhere."""
    return "\n".join(escape(visible(line)) for line in text.split("\n"))


def start_tag(name: str, attributes: Mapping[str, object], end: str = ">") -> str:
    """Return the tag that opens an element; with `/>` as its end, one that closes it too."""
    written = "".join(f" {key}={quoteattr(visible(str(value)))}" for key, value in attributes.items())
    return f"<{name}{written}{end}"
