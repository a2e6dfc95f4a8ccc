"""From options of the command to a configuration."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from scrapelint.config.per_file import Configs
from scrapelint.errors import UsageError

if TYPE_CHECKING:
    from scrapelint.commands.shared.options import Configuration

_OPTIONS = (
    "select", "extend_select", "ignore", "extend_ignore", "preview", "exclude", "extend_exclude", "force_exclude",
    "fail_on", "max_findings_per_rule", "output_format", "jobs",
)  # fmt: skip


def configs(options: Configuration, *, leave_out: tuple[str, ...] = ()) -> Configs:
    """Return the configurations that these options ask for; raises ConfigError or UsageError.

    Options that a configuration has as well count, whichever of them the command has, but for those to `leave_out`.
    """
    names = [name for name in _OPTIONS if name not in leave_out]
    given: dict[str, Any] = {name: getattr(options, name, None) for name in names}
    given = {name: tuple(v) if isinstance(v, list) else v for name, v in given.items()}
    given["per_file_ignores"] = _per_file(getattr(options, "per_file_ignores", None) or [])
    given["max_share"] = dict(getattr(options, "max_share", None) or []) or None
    inline = [value for value in options.config if _is_setting(value)]
    files = [value for value in options.config if not _is_setting(value)]
    if len(files) > 1:
        msg = f"--config: one file only, not {len(files)}: {', '.join(files)}"
        raise UsageError(msg)
    if files and options.isolated:
        msg = "--isolated reads no configuration file, --config names one: leave one of them out"
        raise UsageError(msg)
    return Configs(given, path=files[0] if files else None, inline=inline, isolated=options.isolated)


def _is_setting(value: str) -> bool:
    return "=" in value and not os.path.exists(value)  # noqa: PTH110


def _per_file(pairs: list[tuple[str, list[str]]]) -> dict[str, tuple[str, ...]] | None:
    ignores: dict[str, tuple[str, ...]] = {}
    for glob, codes in pairs:
        ignores[glob] = (*ignores.get(glob, ()), *codes)
    return ignores or None
