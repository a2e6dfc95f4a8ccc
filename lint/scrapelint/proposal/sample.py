"""Some records of a folder, and the fields in which they hold their texts."""

from __future__ import annotations

from collections import Counter, deque
from contextlib import ExitStack, closing
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from scrapelint.config.values import Config
from scrapelint.errors import UsageError
from scrapelint.readers.faults import RecordWithoutText
from scrapelint.readers.reading import each
from scrapelint.readers.source import field_names
from scrapelint.record import FIELD_NAMES
from scrapelint.runners.pipeline import source_of
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scrapelint.intake import Intake
    from scrapelint.proposal.survey import Survey
    from scrapelint.readers.files import Input

T = TypeVar("T")

MAX_RECORDS = 200
"""Records to look at."""
MAX_CHARS = 12_000_000
"""Text of all of them, in code points, from which on no further one is taken."""
MIN_SHARE = 0.05
"""Share of the records with a known text from which on others, without, are taken to be articles as well."""
MIN_TIMES_LONGER = 2
"""How many times as long as the field that is known another has to be on the whole to be the text."""

_BARE: Mapping[str, tuple[str, ...]] = dict.fromkeys(FIELD_NAMES, ())
"""No names: each record is then told by its fields."""
_TAGS = regex(r"(?i)</?(?:p|br|div|span|a|h[1-6]|li)\b[^<>]{0,200}>")


class TextField(NamedTuple):
    """A field that has to be named for its texts to be found."""

    name: str
    records: int
    """In how many records that were looked at."""
    instead_of: str = ""
    """The field that would be taken otherwise, which holds less; empty where there is none."""
    is_given: bool = False
    """Whether the user named it."""

    @property
    def why(self) -> str:
        """Why it has to be named."""
        where = f"in {self.records:,} of the records that were looked at"
        if self.is_given:
            return "is the text, as --text-field said"
        if self.instead_of:
            return f'holds more text than "{self.instead_of}" does, {where}'
        return f"holds the longest text, and none has a name that is known, {where}"


class Sample(NamedTuple):
    """Some records, as they are read where the fields are named."""

    intakes: Sequence[Intake]
    is_whole: bool
    """Whether these are all records of the folder."""
    fields: Sequence[TextField]
    files: Sequence[Input]
    """Those of which something was read."""
    without_text: Sequence[Input]
    """Those of which no record has a text; none of them is among the records."""
    with_tags: int
    """Articles with tags of HTML in the text."""


class _Taken(NamedTuple):
    """What was read of a file."""

    file: Input
    intakes: list[Intake]


def sampled(survey: Survey, text_field: str = "") -> Sample:
    """Return some records of a folder; their texts are looked for where no field is named.

    Raises UsageError where none has a text, or none in the field that is named, MissingExtraError like a reader.
    """
    config = Config(root=survey.folder)
    taken, is_whole = _first(survey, config)
    fields = [TextField(text_field, 0, is_given=True)] if text_field else list(_text_fields(taken, config))
    if fields:
        named = config._replace(fields={"text": names_of(fields)})
        taken = [_Taken(file, _again(file, len(intakes), named)) for file, intakes in taken]
    if text_field:
        _check_given(text_field, taken)
    without = [file for file, found in taken if found and all(map(_lacks, found))]
    intakes = [intake for file, found in taken for intake in found if file not in without]
    if not intakes:
        raise UsageError(_without_text(survey, taken))
    with_tags = sum(bool(_TAGS.search(intake.article.text)) for intake in intakes)
    files = [file for file, found in taken if found]
    return Sample(intakes, is_whole and survey.is_whole, fields, files, without, with_tags)


def _check_given(name: str, taken: Sequence[_Taken]) -> None:
    """Raise UsageError where no record has its text in the field that the user named."""
    records = (intake for one in taken if not one.file.format.is_one_article for intake in one.intakes)
    found = {intake.article.text_field for intake in records if not _lacks(intake)}
    if found.isdisjoint({name, name.rpartition(".")[2]}):
        there = f": it is in {', '.join(sorted(found))}" if found else ""
        raise UsageError(f'--text-field: no record that was looked at has a text in "{name}"{there}')


def names_of(fields: Sequence[TextField]) -> tuple[str, ...]:
    """Return the names of fields, each once."""
    return tuple(dict.fromkeys(field.name for field in fields))


def _first(survey: Survey, config: Config) -> tuple[list[_Taken], bool]:
    """Return the first records of each file of a sample, and whether these are all: as many of each as of others."""
    taken = [_Taken(file, []) for file in survey.sample]
    chars = 0
    with ExitStack() as stack:
        pools = [[one for one in taken if one.file.format.is_one_article is kind] for kind in (True, False)]
        turns = _in_turn([_in_turn([_records(one, config, stack) for one in pool]) for pool in pools])
        for number, (one, intake) in enumerate(turns):
            if number == MAX_RECORDS or chars > MAX_CHARS:
                return taken, False
            one.intakes.append(intake)
            chars += len(intake.article.text)
    return taken, True


def _records(one: _Taken, config: Config, stack: ExitStack) -> Iterator[tuple[_Taken, Intake]]:
    """Yield the records of a file, which is opened when the first is asked for."""
    records = each(one.file, source_of(one.file.filename, config))
    stack.enter_context(closing(records))
    # A file of one article is closed at once: systems let few be open at a time.
    for intake in list(records) if one.file.format.is_one_article else records:
        yield one, intake


def _in_turn(several: Iterable[Iterable[T]]) -> Iterator[T]:
    """Yield one of each, then the next of each, until all are at their ends."""
    left = deque(map(iter, several))
    while left:
        first = left.popleft()
        for one in islice(first, 1):
            yield one
            left.append(first)


def _again(
    file: Input, number: int, config: Config, names: Mapping[str, tuple[str, ...]] | None = None
) -> list[Intake]:
    """Return the first records of a file, by other names of fields."""
    source = source_of(file.filename, config)
    return list(islice(each(file, source._replace(names=source.names if names is None else names)), number))


def _text_fields(taken: Sequence[_Taken], config: Config) -> Iterator[TextField]:
    """Yield the fields that have to be named: those of records without a text, and those that hold more than it."""
    unknown: Counter[str] = Counter()
    rivals: dict[tuple[str, str], list[_Taken]] = {}
    with_text = sum(not _lacks(intake) for one in taken for intake in one.intakes)
    for one in taken:
        if one.file.format.is_one_article or not one.intakes:
            continue
        name = _most(map(_longest, _again(one.file, len(one.intakes), config, _BARE)))
        known = _most(intake.article.text_field for intake in one.intakes if not _lacks(intake))
        if name and not known:
            unknown[name] += len(one.intakes)
        elif name and name.rpartition(".")[2] != known:
            rivals.setdefault((known, name), []).append(one)
    for name, records in unknown.most_common():
        if records > MIN_SHARE * with_text:
            yield TextField(name, records)
    for (known, name), several in rivals.items():
        if _holds_more(name, several, config):
            yield TextField(name, sum(len(one.intakes) for one in several), known)


def _most(names: Iterable[str]) -> str:
    """Return the name that comes most often; empty where there is none."""
    return next((name for name, _ in Counter(filter(None, names)).most_common(1)), "")


def _holds_more(name: str, several: Sequence[_Taken], config: Config) -> bool:
    names = field_names({"text": (name,)})
    there = sum(len(intake.article.text) for one in several for intake in one.intakes)
    other = [intake for one in several for intake in _again(one.file, len(one.intakes), config, names)]
    return sum(len(intake.article.text) for intake in other) >= MIN_TIMES_LONGER * there


def _lacks(intake: Intake) -> bool:
    return any(fault.code == RecordWithoutText.code for fault in intake.faults)


def _longest(intake: Intake) -> str:
    return next((str(fault.evidence.get("longest", "")) for fault in intake.faults if fault.evidence), "")


def _without_text(survey: Survey, taken: Sequence[_Taken]) -> str:
    """Return what to say of a folder in which no record has a text."""
    first = next((intake for one in taken for intake in one.intakes), None)
    if first is None:
        return f"{survey.folder}: no records in the files of this folder"
    return f"{first.article.address}: {first.faults[0].message}"
