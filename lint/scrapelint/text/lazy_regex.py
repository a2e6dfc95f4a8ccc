"""Regular expressions that are compiled on first use.

A hook starts on every commit, and most rules find nothing in most files: a hundred patterns
compiled at import would take as long as the checks themselves.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _LazyPattern:
    """Stands in for a compiled pattern until it is first used."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when one of its methods is first asked for.

    Raises re.error then, not here.
    """
    return cast("re.Pattern[str]", _LazyPattern(source, flags))
