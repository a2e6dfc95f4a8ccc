"""Phrase packs: one concept a file, all its languages.

A pack is data. Its phrases are literals with two placeholders; its patterns follow RE2,
which matches in linear time, so no pack can hang a run.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from scrapelint.errors import PackError, suggestion
from scrapelint.packs.matcher import ASKS, PLACEHOLDERS, RE2, Cue, Entry, Flat, PhraseTable, Where
from scrapelint.resources import toml
from scrapelint.text.folding import composed, fold
from scrapelint.text.lines import EDGE_CHARS
from scrapelint.text.sentences.marks import QUESTION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MIN_LITERAL_CHARS = 2
"""Shortest literal, in code points, that a phrase with placeholders may hang on; a line edge counts."""

_SENTENCE_MARKS = " .!?…;。！？؟।"
"""Marks that a phrase inside a line is looked for without: at the end of a line its key has lost them."""

MAX_PLACEHOLDERS = 6
"""Most placeholders of a phrase, of both kinds."""
MAX_WORDS = 2
"""Two runs of words in a phrase can be told apart in time linear in the line; more cannot."""

_PLACEHOLDER = re.compile(r"(\{\w+\})")
_STAND_IN = 0xE000
"""First of the private code points that stand for placeholders while a phrase is trimmed."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]
Phrases = dict[Language, list[Annotated[str, Field(min_length=1, max_length=200)]]]
Patterns = dict[Language, list[Annotated[str, Field(min_length=1, max_length=500)]]]


class PackEntry(BaseModel):
    """Phrases that share a place, a zone and a confidence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(description="Names the entry in the evidence of a finding.")
    about: str = Field(default="", description="Which wording belongs in the entry, in one line.")
    where: Where = Field(description="Where in its line the phrase has to be.")
    max_line_chars: int = Field(gt=0, le=100_000, description="Longest line that counts, in code points.")
    zones: list[Literal["head", "body", "tail"]] = Field(
        default=["head", "body", "tail"], min_length=1, description="Zones in which the phrase counts."
    )
    confidence: float = Field(default=0.9, ge=0, le=1, description="Measured precision of the entry.")
    flat: Flat = Field(
        default="", description="What the phrases are that a sentence may follow, where the line breaks are lost."
    )
    measured: bool = Field(default=True, description="Whether it was measured; else the confidence is a careful guess.")
    phrases: Phrases = Field(default={}, description="Literals by language; {n} a number, {words} one to six words.")
    patterns: Patterns = Field(default={}, description="RE2 patterns by language, on the folded line.")

    @field_validator("phrases", "patterns")
    @classmethod
    def _each_once(cls, phrases: dict[str, list[str]]) -> dict[str, list[str]]:
        for language, written in phrases.items():
            twice = _twice(written)
            if twice is not None:
                msg = f'{language}: "{twice}" stands there twice'
                raise ValueError(msg)
        return phrases


def _twice(names: Iterable[str]) -> str | None:
    return next((name for name, times in Counter(names).items() if times > 1), None)


class PackExamples(BaseModel):
    """Texts by language that the pack has to hit, or must not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    hits: Phrases = {}
    misses: Phrases = {}


class Pack(BaseModel):
    """A concept, its phrases in all languages and its own examples.

    With `code` and `name` a pack is a rule of its own, without any Python.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    concept: str = Field(pattern=r"^[a-z][a-z0-9-]*$", description="Name of the pack, unique in a run.")
    summary: str = Field(description="What the phrases have in common, in one line.")
    sources: list[str] = Field(default=[], description="Where the wording was found.")
    code: str | None = Field(default=None, pattern=r"^[A-Z]{3}\d{3}$", description="Code of the rule it makes.")
    name: str | None = Field(default=None, pattern=r"^[a-z][a-z0-9-]*$", description="Name of the rule it makes.")
    of_people: bool = Field(
        default=False, description="Whether the wording tells of people: German sie and ihre are those, not the reader."
    )
    in_lists: bool = Field(
        default=False, description="Whether lists of an article have the words too: Sport, Culture, Contact."
    )
    cue: Cue = Field(default="", description="What the wording says of a line to the models of zones; empty: nothing.")
    severity: Literal["info", "warning", "error"] = "warning"
    fix: Literal["safe", "unsafe", "none"] = "none"
    entries: list[PackEntry] = Field(min_length=1)
    examples: PackExamples = PackExamples()

    @field_validator("entries")
    @classmethod
    def _named_apart(cls, entries: list[PackEntry]) -> list[PackEntry]:
        twice = _twice(entry.id for entry in entries)
        if twice is not None:
            msg = f'two entries are named "{twice}"; the id of each has to be its own'
            raise ValueError(msg)
        return entries

    @property
    def languages(self) -> list[str]:
        """Languages of which some entry has a phrase, sorted."""
        return sorted({lang for e in self.entries for lang in (*e.phrases, *e.patterns)})


def load(path: str | Path) -> Pack:
    """Read one pack; raises PackError with file, place and what is wrong."""
    try:
        return Pack.model_validate(toml.parsed(Path(path).read_text(encoding="utf-8-sig")))
    except ValidationError as error:
        raise PackError(f"{path}: {_explained(error)}") from error
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path}: cannot be read as a phrase pack: {error}"
        raise PackError(msg) from error
    except ValueError as error:
        msg = f"{path}: not valid TOML: {error}"
        raise PackError(msg) from error


def _explained(error: ValidationError) -> str:
    """Return the place and what is wrong there, in the words of a pack; entries and phrases count from 1."""
    first = min(error.errors(), key=lambda fault: fault["type"] != "extra_forbidden")  # a needed key may be misspelt
    *above, key = [str(part + 1) if isinstance(part, int) else part for part in first["loc"] if part != "[key]"]
    place = ".".join([*above, key])
    if first["type"] == "missing":
        return f"{place} is missing"
    if first["type"] == "extra_forbidden":
        model = PackEntry if "entries" in above else PackExamples if "examples" in above else Pack
        return f'{place}: unknown key "{key}"{suggestion(key, model.model_fields)}'
    if first["type"] == "string_pattern_mismatch":
        return f'{place}: "{first["input"]}" is not {_FORMS.get(key, _FORM_OF_LANGUAGE)}'
    message = first["msg"].removeprefix("Value error, ")
    return f"{place}: {re.sub(r'^(Input|String|List) should', 'has to', message)}"


_FORMS = {
    "code": "three capitals and three digits, as ACM001",
    "concept": "of lower-case letters, digits and hyphens, as river-notes",
    "name": "of lower-case letters, digits and hyphens, as river-note",
}
_FORM_OF_LANGUAGE = "the code of a language, as en or zh-Hant"


def undescribed(path: str | Path, pack: Pack) -> Iterator[str]:
    """Yield what is missing from a pack that a rule in Python reads: entries that do not say what belongs in them.

    Nobody but its author needs to find a way in a pack that makes its own rule.
    """
    for entry in pack.entries:
        if not pack.code and not entry.about:
            yield f'{path}: entry "{entry.id}": say in one line which wording belongs in it, as about = "..."'


def compiled(packs: Iterable[Pack]) -> PhraseTable:
    """Return the phrases of these packs in the form in which they are matched.

    Raises PackError for a phrase that has no literal to be found by.
    """
    entries: list[Entry] = []
    lines: dict[str, dict[str, None]] = {}
    literals: dict[str, dict[str, None]] = {}
    templates: dict[str, list[tuple[str, str, str]]] = {}
    for pack in packs:
        for entry in pack.entries:
            number = len(entries)
            places = entry.max_line_chars, entry.zones
            senses = pack.of_people, pack.in_lists
            entries.append(Entry(pack.concept, entry.id, *places, entry.confidence, entry.flat, *senses, cue=pack.cue))
            for language, phrase, literal, regex in _phrases(pack.concept, entry):
                reference = f"{number}:{language}"
                if regex:
                    templates.setdefault(literal, []).append((regex, phrase, reference))
                elif entry.where == "line":
                    lines.setdefault(phrase, {})[reference] = None
                else:
                    literals.setdefault(literal, {})[reference] = None
    return PhraseTable(entries, _joined(lines), _joined(literals), templates)


def _joined(references: dict[str, dict[str, None]]) -> dict[str, str]:
    """Return each key with its references; one that also counts without a question mark needs none."""
    return {
        key: " ".join(one for one in found if not one.endswith(ASKS) or one.removesuffix(ASKS) not in found)
        for key, found in references.items()
    }


def _phrases(concept: str, entry: PackEntry) -> Iterator[tuple[str, str, str, str]]:
    """Yield language, phrase, literal and regex, which is empty for a phrase without placeholders."""
    for language, phrases in entry.phrases.items():
        for phrase in phrases:
            asks = ASKS if entry.where == "inside" and _asks(phrase, language) else ""
            yield language + asks, *_phrase(concept, entry.where, phrase)
    for language, patterns in entry.patterns.items():
        for pattern in patterns:
            yield language, pattern, *_pattern(concept, entry.where, pattern)


def _asks(phrase: str, language: str) -> bool:
    """Tell whether a phrase ends in a question mark, which is a semicolon in Greek alone."""
    return phrase.rstrip()[-1:] in QUESTION_MARKS.replace(";", ";" if language == "el" else "")


def _phrase(concept: str, where: Where, phrase: str) -> tuple[str, str, str]:
    folded = fold(composed(phrase)).strip()
    _check_placeholders(concept, folded)
    folded = _trimmed(where, folded)
    head = "\n" if where in ("line", "start") else ""
    foot = "\n" if where in ("line", "end") else ""
    pieces = _PLACEHOLDER.split(head + folded + foot)
    literal = max(pieces[::2], key=len)
    if len(literal) < (MIN_LITERAL_CHARS if len(pieces) > 1 else 1):
        msg = f'pack "{concept}": phrase "{phrase}" has no literal text to be found by; write more of it out'
        raise PackError(msg)
    return folded, literal, "" if len(pieces) == 1 else _template(pieces)


def _trimmed(where: Where, phrase: str) -> str:
    """Return a phrase without what a line's key has not at its edges; placeholders stay whole."""
    for number, placeholder in enumerate(PLACEHOLDERS):
        phrase = phrase.replace(placeholder, chr(_STAND_IN + number))
    if where in ("line", "start"):
        phrase = phrase.lstrip(EDGE_CHARS)
    if where in ("line", "end"):
        phrase = phrase.rstrip(EDGE_CHARS)
    if where == "inside":
        phrase = phrase.lstrip("¿¡ ").rstrip(_SENTENCE_MARKS)
    for number, placeholder in enumerate(PLACEHOLDERS):
        phrase = phrase.replace(chr(_STAND_IN + number), placeholder)
    return phrase


def _check_placeholders(concept: str, phrase: str) -> None:
    used = _PLACEHOLDER.findall(phrase)
    if not PLACEHOLDERS.keys() >= set(used) or len(used) > MAX_PLACEHOLDERS or used.count("{words}") > MAX_WORDS:
        msg = (
            f'pack "{concept}": phrase "{phrase}": the placeholders are {{n}} and {{words}}; '
            f"at most {MAX_PLACEHOLDERS} in all and {MAX_WORDS} of {{words}}"
        )
        raise PackError(msg)


def _template(pieces: list[str]) -> str:
    source = "".join(PLACEHOLDERS.get(p) or re.escape(p) for p in pieces)
    left = r"(?<!\w)" if not pieces[0] or pieces[0][0].isalnum() else ""
    right = r"(?!\w)" if not pieces[-1] or pieces[-1][-1].isalnum() else ""
    return left + source + right


def _pattern(concept: str, where: Where, pattern: str) -> tuple[str, str]:
    """Return the literal of an RE2 pattern, and the regex, bound to its place in the line."""
    import re2

    from scrapelint.packs.literals import required_literal

    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(pattern, options)
        literal = required_literal(pattern)
    except (re2.error, re.error) as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else error
        msg = f'pack "{concept}": pattern {pattern!r} is not valid RE2: {reason}'
        raise PackError(msg) from error
    if len(literal.strip("\n")) < MIN_LITERAL_CHARS:
        msg = f'pack "{concept}": pattern {pattern!r} has no literal that every match contains; add one'
        raise PackError(msg)
    head = "^" if where in ("line", "start") else ""
    foot = "$" if where in ("line", "end") else ""
    return literal, f"{RE2}{head}(?:{pattern}){foot}"
