"""What a user should know of the rules that a configuration selects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.commands.shared.console import warn
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from scrapelint.config.values import Config
    from scrapelint.selection.registry import Registry


def warn_of_selection(config: Config, registry: Registry) -> None:
    """Tell, on standard error, which selectors have no effect, and where no rule is left to run."""
    waiting = list(selection.without_effect(config, registry))
    for selector in waiting:
        warn(f"{selector} is a preview rule and runs only with --preview")
    if not waiting and selection.is_empty(config, registry):
        warn("no rule is left to run: every rule that is selected is ignored, too")
