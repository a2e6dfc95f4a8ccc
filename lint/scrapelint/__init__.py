"""The linter for scraped news articles: what programs use. Rules are written with `scrapelint.plugin`."""

from __future__ import annotations

from scrapelint.api import (
    CleanedRecord,
    FixedText,
    Result,
    check_paths,
    check_records,
    clean_records,
    fix_text,
    lint_record,
    lint_text,
)
from scrapelint.article import Article
from scrapelint.errors import ScrapelintError
from scrapelint.finding import Finding, Fix, Severity
from scrapelint.resources.version import __version__

__all__ = [
    "Article",
    "CleanedRecord",
    "Finding",
    "Fix",
    "FixedText",
    "Result",
    "ScrapelintError",
    "Severity",
    "__version__",
    "check_paths",
    "check_records",
    "clean_records",
    "fix_text",
    "lint_record",
    "lint_text",
]
