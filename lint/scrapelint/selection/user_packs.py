"""A user's own phrase packs: rules without any Python."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scrapelint.errors import PackError
from scrapelint.finding import Severity
from scrapelint.packs.files import load
from scrapelint.rule import Bad, Good, PhraseRule
from scrapelint.selection.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.packs.files import Pack
    from scrapelint.rule import Rule


def extended(registry: Registry, paths: Iterable[str]) -> Registry:
    """Return the registry with these packs and the rules that they make.

    Raises PackError, naming both, where a code, name or concept is already in use.
    """
    rules = dict(registry.rules)
    concepts = {path.stem: path for path in registry.pack_paths}
    owners: dict[str, str] = {}
    for path in map(Path, paths):
        pack = load(path)
        known = concepts.setdefault(pack.concept, path)
        if known is not path:
            msg = f'{path}: the concept "{pack.concept}" is already that of {known}'
            raise PackError(msg)
        rule = pack_rule(pack, path)
        _add(rules, rule, path, owners)
    return Registry(dict(sorted(rules.items())), [*registry.pack_files, *paths])


def pack_rule(pack: Pack, path: Path) -> type[PhraseRule]:
    """Return the rule that a pack makes; raises PackError where it has no code and name."""
    if not pack.code or not pack.name:
        msg = f'{path}: a pack of your own needs `code` and `name`, as `code = "ACM001"` and `name = "{pack.concept}"`'
        raise PackError(msg)
    body = {
        "__doc__": f"{pack.summary}\n\nA phrase pack: {path}",
        "__module__": __name__,
        "code": pack.code,
        "name": pack.name,
        "severity": Severity.of(pack.severity),
        "fix": None if pack.fix == "none" else pack.fix,
        "packs": (pack.concept,),
        "examples": tuple(_examples(pack)),
    }
    return type("PackRule", (PhraseRule,), body)


def _examples(pack: Pack) -> Iterable[Bad | Good]:
    for texts in pack.examples.hits.values():
        yield from (Bad(f"⟦{text}⟧") for text in texts)
    for texts in pack.examples.misses.values():
        yield from map(Good, texts)


def _add(rules: dict[str, type[Rule]], rule: type[Rule], path: Path, owners: dict[str, str]) -> None:
    for known in rules.values():
        if rule.code == known.code or rule.name == known.name:
            what = f'code "{rule.code}"' if rule.code == known.code else f'name "{rule.name}"'
            owner = owners.get(known.code, f"{known.code} {known.name} of {known.__module__}")
            msg = f"{path}: the {what} is already that of {owner}"
            raise PackError(msg)
    rules[rule.code] = rule
    owners[rule.code] = str(path)
