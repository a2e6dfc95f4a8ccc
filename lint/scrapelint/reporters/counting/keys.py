"""What articles can be counted by; the command reads this at every start, and nothing of what counts."""

from __future__ import annotations

KEYS = ("rule", "family", "site", "language", "file", "month")

OF_FINDINGS = frozenset({"rule", "family"})
"""Keys of which an article may have several, or none."""
