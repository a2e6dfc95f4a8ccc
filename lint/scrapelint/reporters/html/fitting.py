"""What fits on a page, so that it stays small whatever the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

DEFAULT_ARTICLES = 300
"""Articles of a page where nobody asks for more or fewer: of 5 kB each, they make 2 MB."""
MAX_ARTICLES_BYTES = 4_500_000
"""Size of all articles on the page; it stays below 5 MB with its tables."""
MAX_ARTICLE_BYTES = 400_000
"""Size of one of them among many, so that a few do not push out all others."""
MAX_OPEN = 10
"""A page of as many articles shows them open."""


def fitting(several: Iterable[T], number: int, html_of: Callable[[T], str]) -> Iterator[T]:
    """Yield those of a `number` of articles that fit on a page, in their order."""
    room = MAX_ARTICLES_BYTES
    most = max(MAX_ARTICLE_BYTES, room // max(1, number))
    for one in several:
        size = len(html_of(one).encode("utf-8", "surrogatepass"))
        if size <= min(room, most):
            room -= size
            yield one
