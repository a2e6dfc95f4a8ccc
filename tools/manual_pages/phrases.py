"""The page of the manual on the phrases of the built-in packs: what they are for, and how many there are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.packs.files import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.packs.files import Pack
    from scrapelint.selection.registry import Registry

INTRODUCTION = """# Phrases by language

How many phrases and patterns each [pack](../packs.md) has in which language, the most first. Of some nobody measured
how often they are right: their entries say `measured = false`, and their confidence is a careful guess.
"""


ENTRIES = """## Entries

Which wording belongs where. A finding names its entry, as `follow-us/inside`. Where in a line the phrases of an entry
have to stand is explained on the page on [packs](../packs.md#how-a-line-is-compared).
"""


def phrase_page(registry: Registry) -> str:
    """Return the page: a table of concepts, one of languages, then the entries of each concept."""
    packs = [load(path) for path in sorted(registry.pack_paths)]
    tables = (_by_concept(packs, registry), _by_language(packs), _entries(packs))
    return "\n".join([INTRODUCTION, *("\n".join([*table, ""]) for table in tables)])


def _by_concept(packs: Iterable[Pack], registry: Registry) -> Iterator[str]:
    yield "| concept | rules | phrases | not measured | languages |\n| --- | --- | --- | --- | --- |"
    for pack in packs:
        counts = _counts(pack)
        codes = sorted(code for code, rule in registry.rules.items() if pack.concept in rule.packs)
        rules = ", ".join(f"[{code}]({code}.md)" for code in codes)
        unmeasured = sum(_counts(pack, measured=False).values())
        languages = ", ".join(f"{language} {count}" for language, count in _ranked(counts))
        yield f"| {pack.concept} | {rules} | {sum(counts.values())} | {unmeasured} | {languages} |"


def _by_language(packs: Iterable[Pack]) -> Iterator[str]:
    yield "| language | phrases | not measured | concepts |\n| --- | --- | --- | --- |"
    every = [(_counts(pack), _counts(pack, measured=False)) for pack in packs]
    for language, count in _ranked(sum((counts for counts, _ in every), Counter())):
        unmeasured = sum(of[language] for _, of in every)
        concepts = sum(language in counts for counts, _ in every)
        yield f"| {language} | {count} | {unmeasured} | {concepts} |"


def _entries(packs: Iterable[Pack]) -> Iterator[str]:
    yield ENTRIES
    for pack in packs:
        yield f"### {pack.concept}\n\n{pack.summary[0].upper()}{pack.summary[1:].rstrip('.')}.\n"
        yield "| entry | where | phrases | wording |\n| --- | --- | --- | --- |"
        for entry in pack.entries:
            count = sum(map(len, (*entry.phrases.values(), *entry.patterns.values())))
            yield f"| {entry.id} | {entry.where} | {count} | {entry.about.replace('|', '&#124;')} |"
        yield ""


def _counts(pack: Pack, *, measured: bool | None = None) -> Counter[str]:
    """Return how many phrases of a pack are of each language; only those that were measured, or were not, if asked."""
    counts: Counter[str] = Counter()
    for entry in pack.entries:
        if measured in (None, entry.measured):
            counts.update({language: len(phrases) for language, phrases in entry.phrases.items()})
            counts.update({language: len(patterns) for language, patterns in entry.patterns.items()})
    return counts


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
