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
"""Longest whole number that is taken."""


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


def number(noun: str, least: int, most: int | None = None) -> Callable[[str], int]:
    """Return what reads a whole number between these bounds; it raises ArgumentTypeError for anything else.

    `noun` is what the number is, as `number of articles`.
    """
    bounds = f", {least} or more" if most is None else f" from {least} to {most}"

    def parsed(written: str) -> int:
        is_number = written.isascii() and written.isdigit() and len(written) <= MAX_DIGITS
        if not is_number or not least <= int(written) <= (int(written) if most is None else most):
            raise argparse.ArgumentTypeError(f'"{written}" is no {noun}{bounds}')
        return int(written)

    return parsed


def file_codes(written: str) -> tuple[str, list[str]]:
    """Return glob and codes of `GLOB:A,B`; raises ArgumentTypeError for anything else."""
    glob, _, several = written.rpartition(":")
    if not glob or not codes(several):
        msg = f'"{written}" has to be GLOB:CODE, as letters/*:CMT,NAV'
        raise argparse.ArgumentTypeError(msg)
    return glob, codes(several)
