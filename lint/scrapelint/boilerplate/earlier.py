"""What an earlier run reported, as JSON: written by `written`, read by `read`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scrapelint.boilerplate.comparing import EarlierLine, EarlierSite
from scrapelint.boilerplate.shared import Limits
from scrapelint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapelint.boilerplate.shared import Change, GoneLine, SharedBlock, SharedLine, SharedSite, Survey

VERSION = 1
"""Of the form of the file; a file of another version is not read."""
SHARE_DIGITS = 6
"""Digits of a share in the file: enough to tell one article of a million."""
_KEY_MASK = (1 << 64) - 1
"""Keys are signed numbers of 64 bits; in the file they are written without a sign."""
_KEY_SIGN = 1 << 63
"""The highest bit, which is the sign."""
_HEX = 16
"""Hexadecimal digits of a key of 64 bits."""


def written(survey: Survey) -> dict[str, Any]:
    """Return a survey as JSON has it."""
    return {
        "version": VERSION,
        "articles": survey.articles,
        "min_articles": survey.limits.min_articles,
        "min_share": survey.limits.min_share,
        "missed": survey.missed,
        "uncounted": survey.uncounted,
        "uncounted_lines": survey.uncounted_lines,
        "sites": [_site(site, survey) for site in survey.sites],
    }


def key_written(key: int) -> str:
    """Return the key of a line as sixteen hexadecimal digits."""
    return f"{key & _KEY_MASK:016x}"


def read(path: str) -> Mapping[str, EarlierSite]:
    """Return what an earlier run reported, by site; raises UsageError where a file does not hold that."""
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123  # pathlib is slow to import
            return _sites(json.load(file))
    except FileNotFoundError:
        how = f"write one with --output-format json -o {path}"
        raise UsageError(f"--against: {path}: no such file; {how}") from None
    except OSError as error:
        raise UsageError(f"--against: {path}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        made_by = "what `scrapelint sites --output-format json` writes"
        raise UsageError(f"--against: {path}: not {made_by}") from None


def _sites(value: Any) -> dict[str, EarlierSite]:
    if value["version"] != VERSION:
        raise ValueError(value["version"])
    limits = Limits(_count(value["min_articles"]), _share(value["min_share"]))
    return {str(site["site"]): _earlier(site, limits) for site in value["sites"]}


def _earlier(site: Any, limits: Limits) -> EarlierSite:
    articles = _count(site["articles"])
    lines = {_key(line["key"]): _line(line, articles) for block in site["blocks"] for line in block["lines"]}
    return EarlierSite(articles, limits.least(articles), lines)


def _line(line: Any, most: int) -> EarlierLine:
    if not isinstance(line["text"], str) or _count(line["articles"]) > most:
        raise ValueError(line)
    return EarlierLine(line["text"], line["articles"])


def _count(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise TypeError(value)
    return value


def _share(value: Any) -> float:
    if not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError(value)
    return value


def _key(value: Any) -> int:
    if not isinstance(value, str) or len(value) != _HEX:
        raise ValueError(value)
    return (int(value, 16) ^ _KEY_SIGN) - _KEY_SIGN


def _site(site: SharedSite, survey: Survey) -> dict[str, Any]:
    found: dict[str, Any] = {
        "site": site.site,
        "is_site": site.is_site,
        "articles": site.articles,
        "lines": site.lines,
        "characters": site.chars,
        "blocks": [_block(block, site) for block in site.blocks],
    }
    if survey.is_compared:
        found["gone"] = [_gone(line) for line in site.gone]
    return found


def _block(block: SharedBlock, site: SharedSite) -> dict[str, Any]:
    return {
        "articles": block.rarest.articles,
        "share": share(block.rarest.articles, site.articles),
        "characters": block.chars,
        "lines": [_shared(line, site) for line in block.lines],
        "selectors": [{**selector._asdict(), "lines": list(selector.lines)} for selector in block.selectors],
    }


def _shared(line: SharedLine, site: SharedSite) -> dict[str, Any]:
    return {
        "text": line.text,
        "key": key_written(line.key),
        "articles": line.articles,
        "share": share(line.articles, site.articles),
        "characters": line.chars,
        **line.zones._asdict(),
        "first": line.first or None,
        "last": line.last or None,
        "example": line.example.address,
        "url": line.example.url or None,
        "change": _change(line.change),
    }


def _gone(line: GoneLine) -> dict[str, Any]:
    return {
        "text": line.text,
        "key": key_written(line.key),
        "articles": line.articles,
        "change": _change(line.change),
    }


def _change(change: Change | None) -> dict[str, Any] | None:
    return None if change is None else change._asdict()


def share(articles: int, total: int) -> float:
    """Return a share of articles, from 0 to 1, as programs read it."""
    return round(articles / total, SHARE_DIGITS)
