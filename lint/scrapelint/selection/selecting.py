"""Which rules run: configuration and registry in, configured rules out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.config.per_site import SiteIgnores
from scrapelint.corpus.rule import CorpusRule
from scrapelint.engine import bounding
from scrapelint.engine.linter import Linter
from scrapelint.errors import ConfigError, suggestion
from scrapelint.rule import DocumentRule, FallbackRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from scrapelint.config.values import Config
    from scrapelint.corpus.comparison import Comparison
    from scrapelint.engine.profiling import Profile
    from scrapelint.rule import Rule
    from scrapelint.selection.registry import Registry

OFF_BY_DEFAULT = ("QUA",)
"""Families that only `select` brings in: they judge whole documents for corpora, not residue."""

ALWAYS_ON = ("ACC", "INP")
"""Families that `select` need not name: an input that cannot be read, or an entry that accepts nothing, is never
passed over in silence."""

MIN_FIX_CONFIDENCE = 0.7
"""What is less often right is reported without a fix: `--unsafe-fixes` would take more of articles than of pages."""

ALL = "ALL"
_EXACT = 6
"""Length of a code: a selector that names one rule is stronger than any prefix."""


class Selector(NamedTuple):
    """A code, prefix or name, and the codes that it stands for."""

    codes: frozenset[str]
    strength: int
    """Length of the prefix, from 0 for ALL to 6 for one rule; the stronger wins."""


def linter(
    config: Config,
    registry: Registry,
    across: Comparison | None = None,
    profile: Profile | None = None,
    *,
    scores: bool = False,
) -> Linter:
    """Return a linter of the configured rules, and of those across articles that are given.

    What its work costs is kept in the profile, where there is one. `scores` is that of the linter.

    Raises ConfigError where the configuration names a rule, setting or value that is not there.
    """
    registry = with_packs(config, registry)
    chosen = select(config, registry)
    rules = [rule for rule in chosen if isinstance(rule, DocumentRule)]
    silent = _silent(rules, config, registry)
    options: dict[str, Any] = {"silent": silent, "merges": True, "min_fix_confidence": MIN_FIX_CONFIDENCE}
    told = next((rule for rule in chosen if rule.code == bounding.CODE), None)
    options |= {"scores": scores, "bound": bounding.Bound(config.max_record_findings, told)}
    options["ignores"] = site_ignores(config, registry)
    if profile is None:
        return Linter(rules, registry.phrases(), across, **options)
    from scrapelint.engine.profiling import ProfiledLinter

    return ProfiledLinter(rules, registry.phrases(), across, **options, profile=profile)


def _silent(rules: Iterable[DocumentRule], config: Config, registry: Registry) -> list[DocumentRule]:
    """Return the default rules that are not selected, where a rule for what they leave is: it finds the same then."""
    if not any(isinstance(rule, FallbackRule) for rule in rules):
        return []
    chosen = {rule.code for rule in rules}
    everything = select(config._replace(select=None, ignore=(), extend_ignore=()), registry)
    return [rule for rule in everything if isinstance(rule, DocumentRule) and rule.code not in chosen]


def comparison(config: Config, registry: Registry) -> Comparison | None:
    """Return the configured rules across articles at work; None where there are none. Raises ConfigError."""
    registry = with_packs(config, registry)
    rules = [rule for rule in select(config, registry) if isinstance(rule, CorpusRule)]
    if not rules:
        return None
    from scrapelint.corpus.comparison import Comparison

    return Comparison(rules, site_ignores(config, registry))


def with_packs(config: Config, registry: Registry) -> Registry:
    """Return the registry with the packs of the configuration and the rules that they make."""
    if not config.packs:
        return registry
    from scrapelint.selection.user_packs import extended

    return extended(registry, config.packs)


def select(config: Config, registry: Registry) -> list[Rule]:
    """Return the configured rules in code order; raises ConfigError like `linter`."""
    settings, on = _settings(config, registry), _on(config, registry)
    return [rule(**settings.get(code, {})) for code, rule in registry.rules.items() if code in on]


def resolve(selector: str, config: Config, registry: Registry) -> Selector:
    """Return what a selector stands for; raises ConfigError for one that no rule answers to."""
    wanted = selector.strip()
    if wanted.upper() == ALL:
        return Selector(frozenset(registry.rules), 0)
    codes = frozenset(code for code in registry.rules if code.startswith(wanted.upper())) if wanted else frozenset()
    strength = len(wanted)
    if not codes:
        codes = frozenset(code for code, rule in registry.rules.items() if rule.name == wanted.lower())
        strength = _EXACT
    if not codes:
        raise _unknown(selector, config, registry)
    return Selector(codes, strength)


def ignored_in(filename: str, config: Config, registry: Registry) -> frozenset[str]:
    """Return the codes that `per-file-ignores` takes out of a file's findings."""
    from scrapelint.config.globs import matches

    hit = [codes for glob, codes in config.per_file_ignores.items() if matches(filename, glob, config.root)]
    return frozenset().union(*(resolve(code, config, registry).codes for codes in hit for code in codes))


def site_ignores(config: Config, registry: Registry) -> SiteIgnores:
    """Return what `per-site-ignores` takes out of the findings on sites; raises ConfigError like `linter`."""
    found = {
        site: [resolve(selector, config, registry).codes for selector in selectors]
        for site, selectors in config.per_site_ignores.items()
    }
    return SiteIgnores({site: frozenset().union(*codes) for site, codes in found.items()})


def without_effect(config: Config, registry: Registry) -> Iterator[str]:
    """Yield selectors that name one preview rule while `preview` is off."""
    for selector in () if config.preview else (*(config.select or ()), *config.extend_select):
        found = resolve(selector, config, registry)
        if len(found.codes) == 1 and registry.rules[min(found.codes)].status == "preview":
            yield selector


def is_empty(config: Config, registry: Registry) -> bool:
    """Tell whether no rule is left to run but those on the input, which nobody asked for."""
    asked = any(
        selector.strip().upper().startswith(ALWAYS_ON) for selector in (*(config.select or ()), *config.extend_select)
    )
    return not asked and all(code.startswith(ALWAYS_ON) for code in _on(config, registry))


def _on(config: Config, registry: Registry) -> frozenset[str]:
    chosen = [resolve(s, config, registry) for s in (*(config.select or ()), *config.extend_select)]
    if config.select is None:
        chosen.append(Selector(frozenset(c for c in registry.rules if not c.startswith(OFF_BY_DEFAULT)), 0))
    chosen.append(Selector(frozenset(c for c in registry.rules if c.startswith(ALWAYS_ON)), 0))
    ignored = [resolve(s, config, registry) for s in (*config.ignore, *config.extend_ignore)]
    return frozenset(
        code
        for code, rule in registry.rules.items()
        if _strength(code, chosen) > _strength(code, ignored) and (rule.status == "stable" or config.preview)
    )


def _strength(code: str, selectors: Iterable[Selector]) -> int:
    return max((s.strength for s in selectors if code in s.codes), default=-1)


def _unknown(selector: str, config: Config, registry: Registry) -> ConfigError:
    known = [*registry.rules, *(rule.name for rule in registry.rules.values()), *{c[:3] for c in registry.rules}, ALL]
    return ConfigError(f'{config.place(selector)}: unknown rule "{selector}"{suggestion(selector, known)}')


def _settings(config: Config, registry: Registry) -> dict[str, dict[str, Any]]:
    """Return the arguments of each rule that the configuration says something about, by code."""
    found: dict[str, dict[str, Any]] = {}
    for named, values in config.rules.items():
        selected = resolve(named, config, registry)
        if selected.strength < _EXACT:
            place = config.place("rules", named)
            raise ConfigError(f'{place}: "{named}" is no single rule; severity and settings belong to one rule')
        code = min(selected.codes)
        arguments = _arguments(named, registry.rules[code], values, config)
        known = found.setdefault(code, {"settings": {}})
        known["settings"].update(arguments.pop("settings"))
        known.update(arguments)
    return found


def _arguments(named: str, rule: type[Rule], values: Mapping[str, Any], config: Config) -> dict[str, Any]:
    from scrapelint.selection.rule_settings import checked_setting, checked_severity

    arguments: dict[str, Any] = {"settings": {}}
    for key, value in values.items():
        place = config.place("rules", named, key)
        if key == "severity":
            arguments["severity"] = checked_severity(value, place)
        else:
            name, checked = checked_setting(rule, key, value, place)
            arguments["settings"][name] = checked
    return arguments
