"""Values of options: from what a user wrote to what the program takes, or what is wrong with it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from scrapelint.config.values import Output

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_JOBS = 1024
"""Most processes that a user may ask for, as in a configuration file."""
MAX_DIGITS = 18
"""Longest whole number of a sample."""


def codes(written: str) -> list[str]:
    """Return a list written with commas."""
    return [code.strip() for code in written.split(",") if code.strip()]


def share(written: str) -> float:
    """Return a share from 0 to 1; raises ArgumentTypeError for anything else."""
    try:
        number = float(written)
    except ValueError:
        number = -1
    if not 0 <= number <= 1:
        msg = f'"{written}" is no share from 0 to 1'
        raise argparse.ArgumentTypeError(msg)
    return number


def output(written: str) -> str:
    """Return a format, or `FORMAT:FILE`, as it was written; raises ArgumentTypeError where there is no such format."""
    try:
        Output.of(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return written


def rule_share(written: str) -> tuple[str, float]:
    """Return selector and share of `RULE=SHARE`; raises ArgumentTypeError for anything else."""
    rule, _, value = written.partition("=")
    if not rule or not value:
        msg = f'"{written}" has to be RULE=SHARE, as NAV003=0.02'
        raise argparse.ArgumentTypeError(msg)
    return rule, share(value)


def text_field(written: str) -> str:
    """Return the setting of a configuration that names the field of the text."""
    import json

    return f"fields.text = {json.dumps([written])}"


def count(written: str) -> int:
    """Return a number of findings; raises ArgumentTypeError for anything else."""
    if not written.isdigit():
        msg = f'"{written}" is no number of findings'
        raise argparse.ArgumentTypeError(msg)
    return int(written)


def number(of: str, least: int) -> Callable[[str], int]:
    """Return what reads a number of something, at least so many; it raises ArgumentTypeError for anything else."""

    def parsed(written: str) -> int:
        if not written.isdecimal() or int(written) < least:
            msg = f'"{written}" is no number of {of}' + (f", {least} or more" if least else "")
            raise argparse.ArgumentTypeError(msg)
        return int(written)

    return parsed


def positive(written: str) -> int:
    """Return a number of processes; raises ArgumentTypeError for anything else."""
    if not written.isdigit() or not 1 <= int(written) <= MAX_JOBS:
        msg = f'"{written}" is no number of processes'
        raise argparse.ArgumentTypeError(msg)
    return int(written)


def size(written: str) -> int:
    """Return a number of records, from 1; raises ArgumentTypeError for anything else."""
    return _number(written, "number of records", least=1)


def seed(written: str) -> int:
    """Return a seed, from 0; raises ArgumentTypeError for anything else."""
    return _number(written, "whole number", least=0)


def _number(written: str, what: str, least: int) -> int:
    if not (written.isascii() and written.isdigit() and len(written) <= MAX_DIGITS and int(written) >= least):
        raise argparse.ArgumentTypeError(f'"{written}" is no {what} from {least} on')
    return int(written)


def file_codes(written: str) -> tuple[str, str]:
    """Return glob and code of `GLOB:CODE`; raises ArgumentTypeError for anything else."""
    glob, separator, code = written.rpartition(":")
    if not separator or not glob:
        msg = f'"{written}" has to be GLOB:CODE'
        raise argparse.ArgumentTypeError(msg)
    return glob, code
