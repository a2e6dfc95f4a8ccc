"""Rules for weather boxes: an example of a scrapelint plugin."""

import sys

from scrapelint.plugin import rules_in

RULES = rules_in(sys.modules[__name__])
"""Every rule of the plugin, in code order."""
