"""An article as rules see it: everything they may ask, worked out once, on first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from scrapelint.corpus.evidence import number_of
from scrapelint.engine.views.dates import DateView
from scrapelint.engine.views.parts import PartView
from scrapelint.engine.views.structures import StructureView

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Document(PartView, StructureView, DateView):
    """An article with all that is known of it, by subject: lines, paragraphs, phrases, zones, parts, language, dates.

    Each view derives from those that it asks, so that they share what is worked out and none refers back to another.
    """

    def once(self, work: Callable[[Document], T]) -> T:
        """Return what a function makes of this document: worked out on the first call, for rules that share it.

        The function has to be one of a module, not a lambda: it is the key.
        """
        if work not in self._known:
            self._known[work] = work(self)
        known: T = self._known[work]
        return known

    @cached_property
    def _known(self) -> dict[Callable[[Document], Any], Any]:
        return {}

    @cached_property
    def number(self) -> int:
        """The article's number, by which rules across articles know it."""
        return number_of(self.article)
