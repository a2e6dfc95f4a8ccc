"""The schema of a configuration file, and what to say when a file does not follow it.

Imported only where there is a configuration: pydantic takes half of a start.
"""

from __future__ import annotations

import os
from glob import escape, glob
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scrapelint.config.values import PYPROJECT_TABLE, FailOn, Origin, Output
from scrapelint.errors import ConfigError, suggestion
from scrapelint.record import FIELD_NAMES
from scrapelint.resources import toml
from scrapelint.resources.found_files import is_inside

MAX_PACK_BYTES = 16_000_000
"""Largest pack, some thirty times that of the largest one that is built in."""

Strings = list[str]
Names = Annotated[str | list[str], Field(description="A name, or several, the preferred first.")]
SettingValue = bool | int | float | str | list[str]
Shares = dict[str, Annotated[float, Field(ge=0, le=1)]]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class GateTable(BaseModel):
    """The gates of some files."""

    model_config = ConfigDict(extra="forbid", strict=True, alias_generator=_kebab)

    fail_on: FailOn | None = None
    max_findings_per_rule: int | None = Field(None, ge=0)
    max_share: Shares | None = None


class ConfigFile(BaseModel):
    """`scrapelint.toml`, or the table `tool.scrapelint` of a `pyproject.toml`."""

    model_config = ConfigDict(extra="forbid", strict=True, alias_generator=_kebab, title="scrapelint.toml")

    select: Strings | None = Field(None, description="Rules to run: codes, prefixes, families, names or ALL.")
    extend_select: Strings | None = Field(None, description="Rules to run besides those selected.")
    ignore: Strings | None = Field(None, description="Rules not to run; the longer prefix wins.")
    extend_ignore: Strings | None = Field(None, description="Further rules not to run.")
    per_file_ignores: dict[str, Strings] | None = Field(None, description="Rules not to report, by glob of files.")
    per_site_ignores: dict[str, Strings] | None = Field(None, description="Rules not to report, by site.")
    exclude: Strings | None = Field(None, description="Globs of files and folders not to search.")
    extend_exclude: Strings | None = Field(None, description="Further such globs.")
    force_exclude: bool | None = Field(None, description="Leave out files that are named, too.")
    fail_on: FailOn | None = Field(None, description="Least severity that makes the exit status 1.")
    max_findings_per_rule: int | None = Field(None, ge=0, description="Findings that each rule may have.")
    max_share: Shares | None = Field(None, description="Share of articles that rules may find something in.")
    per_file_gates: dict[str, GateTable] | None = Field(None, description="Other such limits, by glob of files.")
    require_reasons: bool | None = Field(None, description="Accepted findings have to say why.")
    output_format: str | Strings | None = Field(
        None, description="How findings are printed: a format, or several, each but one as FORMAT:FILE."
    )
    preview: bool | None = Field(None, description="Run rules whose precision is not yet proven.")
    packs: Strings | None = Field(None, description="Globs of your own phrase packs, relative to this file.")
    fields: dict[str, Names] | None = Field(None, description="Names of a record's fields, by our name.")
    max_record_mb: float | None = Field(None, gt=0, le=4096, description="Largest record, in million code points.")
    max_record_findings: int | None = Field(None, ge=1, description="Findings of a record that are reported.")
    max_expansion: int | None = Field(
        None, ge=1, description="How many times its size compressed data may have inside."
    )
    jobs: int | None = Field(None, ge=1, le=1024, description="Processes; by default what the input is worth.")
    cache_dir: str | None = Field(
        None, description="Folder for results of earlier runs, in the folder of this file or below."
    )
    rules: dict[str, dict[str, SettingValue]] | None = Field(
        None, description="`severity` and settings of a rule, by its code or name."
    )


def parse(origin: Origin, folder: str) -> dict[str, Any]:
    """Return the values of one source as `Config` names them, only those that are there."""
    table = _table(origin)
    try:
        model = ConfigFile.model_validate(table)
    except ValidationError as error:
        raise ConfigError(_explained(error, origin)) from error
    values = {name: getattr(model, name) for name in model.model_fields_set if getattr(model, name) is not None}
    _check_fields(values.get("fields", {}), origin)
    _check_formats(values.get("output_format", ()), origin, folder)
    return {name: _frozen(name, value, origin, folder) for name, value in values.items()}


def _table(origin: Origin) -> Any:
    try:
        values: Any = toml.parsed(origin.text)
    except ValueError as error:
        line = getattr(error, "lineno", None) or _line_of(str(error))
        place = f"{origin.name}:{line}" if origin.is_file and line else origin.name
        msg = f"{place}: not valid TOML: {error}"
        raise ConfigError(msg) from error
    if origin.name.endswith("pyproject.toml"):
        for name in PYPROJECT_TABLE.split("."):
            values = values.get(name, {})
    return values


def _line_of(message: str) -> str:
    """Return the line that a message of tomllib names; before Python 3.14 it is only there."""
    return message.partition("(at line ")[2].partition(",")[0]


def _explained(error: ValidationError, origin: Origin) -> str:
    first = error.errors()[0]
    path = [str(part) for part in first["loc"] if isinstance(part, str)]
    if first["type"] == "extra_forbidden":
        known = [_kebab(name) for name in ConfigFile.model_fields]
        problem = f'unknown key "{path[-1]}"{_WITHOUT_TABLE if path == ["tool"] else suggestion(path[-1], known)}'
    else:
        key = path[0] if len(path) == 1 else ".".join(p for p in path if p not in _TYPE_NAMES)
        problem = f"{key}: {_lower(first['msg'])}, not {first['input']!r}"
    words = [word for word in path if word not in _TYPE_NAMES]
    if isinstance(first["input"], str) and first["type"] != "extra_forbidden":
        words.append(first["input"])
    return f"{_place(origin, *words)}: {problem}"


# What pydantic puts into the place of an error for the members of a union.
_TYPE_NAMES = {"str", "bool", "int", "float", "list[str]"}


_WITHOUT_TABLE = f"; the keys of [{PYPROJECT_TABLE}] are written here without it"
_WORDS = {
    "a valid list": 'a list, as ["a", "b"]',
    "a valid boolean": "true or false",
    "a valid string": "a string",
    "a valid integer": "a whole number",
    "a valid number": "a number",
    "a valid dictionary": "a table",
}
"""What pydantic calls a kind of value, and what a file of TOML has in its place."""


def _lower(message: str) -> str:
    wanted = message.removeprefix("Input should be ")
    return f"has to be {_WORDS.get(wanted.partition(',')[0], wanted)}" if wanted != message else message


def _place(origin: Origin, *words: str) -> str:
    table = (PYPROJECT_TABLE,) if origin.name.endswith("pyproject.toml") else ()
    return origin.place(*table, *words)


def _check_fields(fields: dict[str, Any], origin: Origin) -> None:
    for name in fields:
        if name not in FIELD_NAMES:
            known = suggestion(name, FIELD_NAMES) or f"; there are {', '.join(FIELD_NAMES)}"
            msg = f'{_place(origin, "fields", name)}: unknown field "{name}"{known}'
            raise ConfigError(msg)


def _check_formats(formats: str | list[str], origin: Origin, folder: str) -> None:
    for written in [formats] if isinstance(formats, str) else formats:
        try:
            path = Output.of(written).path
        except ValueError as error:
            raise ConfigError(f"{_place(origin, 'output-format')}: output-format: {error}") from error
        if path:
            _check_inside(path, origin, folder, "output-format")


def _check_inside(path: str, origin: Origin, folder: str, key: str, given: str = "") -> None:
    """Raise ConfigError where a file, which may have come with the data, names a place outside its folder."""
    if "\0" in path:
        raise ConfigError(f"{_place(origin, key)}: {key}: no file has a zero byte in its name")
    if origin.is_file and not is_inside(path, folder):
        msg = (
            f'{_place(origin, key)}: {key}: "{given or path}" is outside of the folder of this file; '
            "what lies elsewhere can only be named on the command line"
        )
        raise ConfigError(msg)


def _frozen(name: str, value: Any, origin: Origin, folder: str) -> Any:
    if name == "output_format":
        return (value,) if isinstance(value, str) else tuple(value)
    if name == "per_file_gates":
        return {glob_: gates.model_dump(exclude_none=True) for glob_, gates in value.items()}
    if name in ("packs", "cache_dir"):
        return tuple(_pack_paths(value, origin, folder)) if name == "packs" else _cache_path(value, origin, folder)
    if name == "fields":
        return {key: (names,) if isinstance(names, str) else tuple(names) for key, names in value.items()}
    if name in ("per_file_ignores", "per_site_ignores"):
        return {where: tuple(codes) for where, codes in value.items()}
    return tuple(value) if isinstance(value, list) else value


def _cache_path(given: str, origin: Origin, folder: str) -> str:
    path = os.path.join(folder, given)  # noqa: PTH118
    _check_inside(path, origin, folder, "cache-dir", given)
    return path


def _pack_paths(globs: list[str], origin: Origin, folder: str) -> list[str]:
    found = []
    for pattern in globs:
        _check_inside(os.path.join(folder, pattern), origin, folder, "packs")  # noqa: PTH118
        paths = sorted(_matching(folder, pattern))
        if not paths:
            msg = f'{_place(origin, "packs", pattern)}: no pack matches "{pattern}"'
            raise ConfigError(msg)
        for path in paths:
            _check_inside(path, origin, folder, "packs")
            _check_pack(path, origin, pattern)
        found += paths
    return found


def _matching(folder: str, pattern: str) -> set[str]:
    """Return what a glob matches; its `**` leads into no folder that is a link."""
    above, any_depth, below = f"/{pattern}".partition("/**/")
    if not any_depth:
        return set(glob(os.path.join(escape(folder), pattern)))  # noqa: PTH118, PTH207
    bases = glob(os.path.join(escape(folder), above[1:]))  # noqa: PTH118, PTH207
    folders = (inner for base in bases for inner, _, _ in os.walk(base))
    return {path for inner in folders for path in _matching(inner, below)}


def _check_pack(path: str, origin: Origin, pattern: str) -> None:
    """Raise ConfigError for what is no file, as a pipe that would never end, or too large for a pack."""
    problem = "is no file"
    if os.path.isfile(path):  # noqa: PTH113
        size = os.path.getsize(path)  # noqa: PTH202
        problem = f"is larger than {MAX_PACK_BYTES // 1_000_000} MB" if size > MAX_PACK_BYTES else ""
    if problem:
        raise ConfigError(f'{_place(origin, "packs", pattern)}: packs: "{path}" {problem}')
