"""From a folder to a first configuration for it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.config.values import Config
from scrapelint.errors import UsageError
from scrapelint.proposal.gating import counted, gates_of_all, gates_of_sample
from scrapelint.proposal.sample import names_of, sampled
from scrapelint.proposal.survey import place_in, survey
from scrapelint.proposal.toml import Settings, glob_of, is_writable
from scrapelint.readers.files import counted_endings
from scrapelint.readers.foreign import advice
from scrapelint.runners.pipeline import check_articles
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from scrapelint.proposal.gating import Counted, Gate
    from scrapelint.proposal.sample import Sample
    from scrapelint.proposal.survey import Place, Survey
    from scrapelint.readers.files import Input
    from scrapelint.selection.registry import Registry

MAX_TOPS = 3
"""Folders that are named for a kind of file."""


class Proposal(NamedTuple):
    """A first configuration, and what it was made from."""

    survey: Survey
    sample: Sample
    found: Counted
    settings: Settings


def propose(folder: str, registry: Registry, text_field: str = "") -> Proposal:
    """Return a first configuration of a folder, in whose records the text is looked for where its field is not named.

    Raises UsageError where the folder holds no text of articles, MissingExtraError where a library is missing by which
    its files are read.
    """
    seen = survey(folder)
    if not seen.files:
        raise UsageError(_without_articles(seen))
    sample = sampled(seen, text_field)
    config = Config(root=folder, fields={"text": names_of(sample.fields)} if sample.fields else {})
    linter = selection.linter(config, registry, selection.comparison(config, registry))
    found = counted(check_articles(lambda: sample.intakes, linter, config, lambda _: None))
    rules = selection.select(config, registry)
    gates = list(gates_of_all(found, rules) if sample.is_whole else gates_of_sample(found, rules))
    without = dict.fromkeys(map(glob_of, sorted(seen.names)), "of a repository, no article")
    without |= dict.fromkeys(_without_text(seen, sample), "no record has a text")
    globs = [(glob, why) for glob, why in without.items() if is_writable(glob)]
    settings = Settings(_about(seen), globs, sample.fields, gates, _gated(found, gates, sample))
    return Proposal(seen, sample, found, settings)


def places_with_text(proposal: Proposal) -> list[Place]:
    """Return where the articles are."""
    seen, sample = proposal.survey, proposal.sample
    without = [place_in(file.filename, seen.folder) for file in sample.without_text]
    with_text = [place_in(file.filename, seen.folder) for file in sample.files if file not in sample.without_text]
    return [place for place in seen.files if place in with_text or place not in without]


def counted_articles(number: int) -> str:
    """Return a number with its noun."""
    return f"{number:,} article{'' if number == 1 else 's'}"


def kinds(files: Counter[Place]) -> str:
    """Return how many files of which kinds are where: `12 .txt in articles, 2 .jsonl.gz`."""
    endings = sorted({place.ending for place in files}, key=lambda ending: (-_number(files, ending), ending))
    return "; ".join(f"{_number(files, ending):,} {ending or 'others'}{_tops(files, ending)}" for ending in endings)


def _without_text(seen: Survey, sample: Sample) -> Iterator[str]:
    """Yield globs of files without a text: of all that are of one kind in one folder, where none was seen that has."""
    by_place: dict[Place, list[Input]] = {}
    for file in sample.files:
        by_place.setdefault(place_in(file.filename, seen.folder), []).append(file)
    for place, files in by_place.items():
        without = [file for file in files if file in sample.without_text]
        if place.top and len(without) == len(files) < seen.files[place]:
            yield f"{glob_of(place.top)}/*{place.ending}"
        else:
            yield from (glob_of(_inside(file.filename, seen.folder)) for file in without)


def _inside(filename: str, folder: str) -> str:
    return os.path.relpath(filename, folder).replace(os.sep, "/")


def _number(files: Counter[Place], ending: str) -> int:
    return sum(number for place, number in files.items() if place.ending == ending)


def _tops(files: Counter[Place], ending: str) -> str:
    tops = sorted(place.top for place in files if place.ending == ending)
    if not any(tops):
        return ""
    more = f" and {len(tops) - MAX_TOPS:,} more folders" if len(tops) > MAX_TOPS else ""
    return f" in {', '.join(top or '.' for top in tops[:MAX_TOPS])}{more}"


def _about(seen: Survey) -> str:
    left_out = f" Not read: {counted_endings(seen.left_out)}." if seen.left_out else ""
    return f"Written by `scrapelint init`, which found here: {kinds(seen.files)}.{left_out}"


def _gated(found: Counted, gates: Sequence[Gate], sample: Sample) -> str:
    articles = counted_articles(found.articles)
    if not gates:
        return f"Nothing worse than info was found in {articles}: a warning fails a run from now on."
    if sample.is_whole:
        return (
            "The share of articles in which a rule may find something: what is there today, and some more. All other "
            "rules fail a run at once. Lower the figures as the articles get better."
        )
    return (
        "The share of articles in which a family of rules may find something: the most that is likely where the "
        f"{articles} that were looked at, the first of each file, are like the others. `scrapelint check --by family` "
        "says what it is in all of them."
    )


def _without_articles(seen: Survey) -> str:
    if seen.left_out:
        ending, _ = seen.left_out.most_common(1)[0]
        return f"{seen.folder}: no articles yet; {counted_endings(seen.left_out)}: {advice(ending)}"
    if seen.names:
        return f"{seen.folder}: no articles in this folder, only {', '.join(sorted(seen.names))}"
    return seen.problems[0]
