"""From a configuration to the gates of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.finding import Severity
from scrapelint.gates.gates import Gates, Limits, Share
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapelint.config.values import Config
    from scrapelint.selection.registry import Registry


def gates_of(config: Config, registry: Registry) -> Gates:
    """Return the gates of a run; raises ConfigError where one names rules that are not there.

    Of several globs in `per-file-gates` that match a file, the longest counts; what it does not say is as elsewhere.
    """
    general = _limits(config, registry, {}, "")
    if not config.per_file_gates:
        return Gates(lambda _: general)
    from scrapelint.config.globs import matches

    special = [_limits(config, registry, values, glob) for glob, values in config.per_file_gates.items()]

    def limits_of(filename: str) -> Limits:
        hit = [limits for limits in special if matches(filename, limits.glob, config.root)]
        return max(hit, key=lambda limits: len(limits.glob), default=general)

    return Gates(limits_of)


def shares_of(config: Config, registry: Registry) -> tuple[Share, ...]:
    """Return the shares that all files of a run are held to; raises what `gates_of` raises."""
    return _limits(config, registry, {}, "").shares


def has_bounds(config: Config) -> bool:
    """Tell whether more than a severity decides: then a failure has to be explained."""
    return bool(config.max_findings_per_rule is not None or config.max_share or config.per_file_gates)


def _limits(config: Config, registry: Registry, values: Mapping[str, Any], glob: str) -> Limits:
    fail_on = values.get("fail_on", config.fail_on)
    shares = {**config.max_share, **values.get("max_share", {})}
    return Limits(
        None if fail_on == "never" else Severity.of(fail_on),
        values.get("max_findings_per_rule", config.max_findings_per_rule),
        tuple(Share(name, selection.resolve(name, config, registry).codes, most) for name, most in shares.items()),
        glob,
    )
