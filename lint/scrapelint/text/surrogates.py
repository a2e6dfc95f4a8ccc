"""Halves of pairs of UTF-16, which JSON can write and UTF-8 cannot."""

from __future__ import annotations

from scrapelint.text.lazy_regex import regex

SURROGATE = regex("[\ud800-\udfff]")
"""One such half, wherever it is: a text of Python has no pairs."""
