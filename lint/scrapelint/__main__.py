"""`python -m scrapelint`."""

from scrapelint.cli import script

script()
