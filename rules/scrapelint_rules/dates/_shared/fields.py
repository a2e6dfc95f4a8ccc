"""Fields of a record that hold a date."""

from __future__ import annotations

DATE_FIELDS = ("date", "modified", "crawled")
