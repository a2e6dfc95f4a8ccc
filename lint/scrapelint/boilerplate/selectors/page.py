"""The page of an article: which of its elements hold shared lines and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.boilerplate.selectors.letters import letters
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

UNSEEN = frozenset(["head", "noscript", "script", "style", "svg", "template"])
"""Elements whose text no page shows."""


def page_of(html: str, shared: Container[str], longest: int) -> Page | None:
    """Return a page, of whose elements those are found that hold a shared line; None where it cannot be parsed.

    `shared` has the letters of the lines, the longest of which has so many.
    """
    root = _parsed(html)
    return None if root is None else Page(root, shared, longest)


class Page:
    """The elements of a page. Linear in the page, but for elements in each other, whose text is counted for each."""

    def __init__(self, root: Any, shared: Container[str], longest: int) -> None:
        """Take the element of all."""
        self._root = root
        self._letters: dict[Any, str] = {}
        self._covered: dict[Any, int] = {}
        self._found: dict[Any, str] = {}
        for element in reversed(list(_seen(root))):
            self._add(element, shared, longest)

    def _add(self, element: Any, shared: Container[str], longest: int) -> None:
        """Take an element whose children are known."""
        children = [child for child in element if child in self._letters]
        pieces = [_letters_of(element.text)]
        for child in element:
            pieces += [self._letters.get(child, ""), _letters_of(child.tail)]
        text = "".join(pieces)
        self._letters[element] = text
        covered = sum(self._covered[child] for child in children)
        if text and covered < len(text) <= longest and text in shared:
            self._found[element] = text
            covered = len(text)
        self._covered[element] = covered

    def holders(self, line: str) -> list[Any]:
        """Return the innermost elements that hold a line, given by its letters, and nothing else."""
        return [element for element, found in self._found.items() if found == line]

    def is_shared(self, element: Any) -> bool:
        """Tell whether an element holds shared lines and nothing else."""
        text = self._letters.get(element, "")
        return bool(text) and self._covered[element] == len(text)

    def selected(self, xpath: str) -> list[Any]:
        """Return the elements that an XPath finds and that hold any letters."""
        found = self._root.getroottree().xpath(xpath)
        return [element for element in found if self._letters.get(element)]

    def lines_in(self, elements: Iterable[Any]) -> set[str]:
        """Return the shared lines that these elements hold."""
        return {self._found[inner] for element in elements for inner in element.iter() if inner in self._found}

    def rest_of(self, elements: Iterable[Any]) -> list[str]:
        """Return what else these elements hold, by their pieces of text."""
        return [piece for element in elements for piece in self._rest(element)]

    def _rest(self, element: Any) -> Iterator[str]:
        if element in self._found or element not in self._letters:
            return
        yield from filter(None, [letters(element.text or "")])
        for child in element:
            yield from self._rest(child)
            yield from filter(None, [letters(child.tail or "")])


def _letters_of(text: str | None) -> str:
    return letters(text) if text and not text.isspace() else ""


def _parsed(html: str) -> Any:
    etree = needed("lxml.etree", "html", "--html-field")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _seen(root: Any) -> Iterator[Any]:
    """Yield the elements whose text a page shows, in order."""
    hidden: set[Any] = set()
    for element in root.iter():
        if element.tag in UNSEEN or element.getparent() in hidden:
            hidden.add(element)
        else:
            yield element
