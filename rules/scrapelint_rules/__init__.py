"""The built-in rules of scrapelint: one plugin like any other."""

import sys

from scrapelint.plugin import rules_in

RULES = rules_in(sys.modules[__name__])
"""Every built-in rule, in code order."""
