"""What a user configured: the values, and where each came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from scrapelint.errors import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_NAMES = ("scrapelint.toml", ".scrapelint.toml", "pyproject.toml")
"""Configuration files, the preferred first; a pyproject.toml counts only with a table `tool.scrapelint`."""
PYPROJECT_TABLE = "tool.scrapelint"

DEFAULT_MAX_RECORD_MB = 64.0
"""Largest record: some hundred times the longest article in CC-News, and harmless to memory."""

DEFAULT_MAX_RECORD_FINDINGS = 1000
"""Findings of a record that are reported: eight times the most that 2,230 labelled pages have."""

DEFAULT_MAX_EXPANSION = 200
"""How many times its size compressed data may have inside; articles have some ten."""

FORMATS = (
    "full", "concise", "grouped", "json", "json-lines", "scores", "scores-csv", "scores-parquet", "statistics",
    "statistics-json", "statistics-csv",
    "github", "sarif", "gitlab", "junit", "checkstyle", "rdjson", "html",
)  # fmt: skip
"""How findings can be printed: for people, for programs, for the services that run checks."""
FailOn = Literal["info", "warning", "error", "never"]


class Origin(NamedTuple):
    """One source of configuration: a file or an option, and what it says."""

    name: str
    text: str
    is_file: bool = True

    def place(self, *words: str) -> str:
        """Return `name:line` of the last of these words, each looked for after the one before."""
        lines, at = self.text.split("\n"), 0
        for word in words:
            wanted = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
            at = next((n for n in range(at, len(lines)) if wanted.search(lines[n].partition("#")[0])), at)
        return f"{self.name}:{at + 1}" if self.is_file else self.name

    def has(self, word: str) -> bool:
        """Tell whether the word is anywhere in it."""
        return bool(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", self.text))


class Output(NamedTuple):
    """One format, and where it goes."""

    format: str
    path: str = ""
    """Empty for standard output."""

    @classmethod
    def of(cls, written: str) -> Output:
        """Return what `FORMAT` or `FORMAT:FILE` stands for; raises ValueError, which says what was meant."""
        name, _, path = written.partition(":")
        if name not in FORMATS:
            hint = suggestion(name, FORMATS) or f"; there are {', '.join(FORMATS)}"
            raise ValueError(f'unknown value "{name}"{hint}')
        return cls(name, path)


class Config(NamedTuple):
    """The configuration of a run; a plain value that other processes can take over."""

    select: tuple[str, ...] | None = None
    """Codes, prefixes, families, names or ALL; None for the default rules."""
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = {}
    """Codes, prefixes, families or names by glob of files."""
    per_site_ignores: Mapping[str, tuple[str, ...]] = {}
    """The same by site: a host, which stands for those below it too, or what a scraper calls the site."""
    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    """Whether `exclude` holds for files that are named, too."""
    fail_on: FailOn = "warning"
    max_findings_per_rule: int | None = None
    """How many findings that `fail_on` counts each rule may have; None for none, without saying so."""
    max_share: Mapping[str, float] = {}
    """Largest share of the articles, from 0 to 1, in which rules may find something, by selector."""
    per_file_gates: Mapping[str, Mapping[str, Any]] = {}
    """Other values of the three before, by glob of files."""
    require_reasons: bool = False
    """Whether an accepted finding has to say why."""
    output_format: tuple[str, ...] = ("full",)
    """Each a format, or `FORMAT:FILE`."""
    preview: bool = False
    packs: tuple[str, ...] = ()
    """Paths of the user's own phrase packs."""
    fields: Mapping[str, tuple[str, ...]] = {}
    """Further names of a record's fields, by our name."""
    max_record_mb: float = DEFAULT_MAX_RECORD_MB
    max_record_findings: int = DEFAULT_MAX_RECORD_FINDINGS
    """How many findings of a record are reported; one of each rule stays in any case."""
    max_expansion: int = DEFAULT_MAX_EXPANSION
    """How many times its size compressed data may have inside."""
    jobs: int | None = None
    """Processes; None for as many as the input is worth."""
    cache_dir: str | None = None
    """Folder for results of earlier runs; None for the usual one."""
    rules: Mapping[str, Mapping[str, Any]] = {}
    """Severity and settings, by code or name of a rule."""
    root: str = "."
    """Folder from which the globs of `exclude` and `per-file-ignores` count."""
    origins: tuple[Origin, ...] = ()

    def place(self, *words: str) -> str:
        """Return where a value was configured, for the start of an error message."""
        last = words[-1]
        origin = next((o for o in self.origins if o.has(last)), None)
        return origin.place(*words) if origin else "configuration"
