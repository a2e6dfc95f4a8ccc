"""Pages of HTML, taken apart as a browser does it."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = {"meta", "link", "br", "input", "img", "hr"}


class Element:
    """A tag, its attributes and what stands in it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.inside: list[Element | str] = []

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)

    @property
    def all(self) -> list[Element]:
        """Every element below, in order."""
        return [e for part in self.inside if isinstance(part, Element) for e in (part, *part.all)]

    def of(self, tag: str = "", name: str = "") -> list[Element]:
        """Every element below of this tag and class."""
        return [e for e in self.all if (not tag or e.tag == tag) and (not name or name in e.classes)]

    def one(self, tag: str = "", name: str = "") -> Element:
        (found,) = self.of(tag, name)
        return found

    def without(self, *tags: str) -> str:
        """The text without what stands in these tags."""
        parts = (p if isinstance(p, str) else "" if p.tag in tags else p.without(*tags) for p in self.inside)
        return "".join(parts)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def parsed(html: str) -> Element:
    """Return the elements of a page; fails where a tag is not closed in its place."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is not closed"
    return reader.open[0]
