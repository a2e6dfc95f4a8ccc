"""From options of the command to a configuration."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from scrapelint.config.per_file import Configs
from scrapelint.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace

_OPTIONS = (
    "select", "extend_select", "ignore", "extend_ignore", "preview", "exclude", "extend_exclude", "force_exclude",
    "fail_on", "max_findings_per_rule", "output_format", "jobs",
)  # fmt: skip


def configs(args: Namespace, *, leave_out: tuple[str, ...] = ()) -> Configs:
    """Return the configurations that these arguments ask for; raises ConfigError or UsageError."""
    names = [name for name in _OPTIONS if name not in leave_out]
    options: dict[str, Any] = {name: getattr(args, name, None) for name in names}
    options = {name: tuple(v) if isinstance(v, list) else v for name, v in options.items()}
    options["per_file_ignores"] = _per_file(getattr(args, "per_file_ignores", None) or [])
    options["max_share"] = dict(getattr(args, "max_share", None) or []) or None
    inline = [value for value in args.config if _is_setting(value)]
    files = [value for value in args.config if not _is_setting(value)]
    if len(files) > 1:
        msg = f"--config: one file only, not {len(files)}: {', '.join(files)}"
        raise UsageError(msg)
    if files and args.isolated:
        msg = "--isolated reads no configuration file, --config names one: leave one of them out"
        raise UsageError(msg)
    return Configs(options, path=files[0] if files else None, inline=inline, isolated=args.isolated)


def _is_setting(value: str) -> bool:
    return "=" in value and not os.path.exists(value)  # noqa: PTH110


def _per_file(pairs: list[tuple[str, str]]) -> dict[str, tuple[str, ...]] | None:
    ignores: dict[str, tuple[str, ...]] = {}
    for glob, code in pairs:
        ignores[glob] = (*ignores.get(glob, ()), code)
    return ignores or None
