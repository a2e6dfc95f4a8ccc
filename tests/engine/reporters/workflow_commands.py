"""Reads workflow commands as the runner of GitHub Actions does: a line that starts with `::name properties::`."""

from __future__ import annotations

from typing import NamedTuple

LEVELS = ("error", "warning", "notice")


class Command(NamedTuple):
    """One command of a log."""

    name: str
    properties: dict[str, str]
    message: str


def commands(log: str) -> list[Command]:
    """Return the commands of a log; what is none is passed over, as the runner prints it."""
    return [command for line in log.split("\n") if (command := _parsed(line.lstrip()))]


def _parsed(line: str) -> Command | None:
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    head, _, data = line[2:].partition("::")
    name, _, written = head.partition(" ")
    pairs = [pair.partition("=") for pair in written.split(",") if "=" in pair]
    properties = {key.strip(): _unescaped(value, ("%3A", ":"), ("%2C", ",")) for key, _, value in pairs}
    return Command(name, properties, _unescaped(data))


def _unescaped(text: str, *more: tuple[str, str]) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), *more, ("%25", "%")):
        text = text.replace(code, sign)
    return text
