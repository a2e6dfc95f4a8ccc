"""Where the project is on the web: stated here alone, and checked against what is written elsewhere."""

REPOSITORY_URL = "https://github.com/scrapelint/scrapelint"
"""Where the code is, and where issues are."""
MANUAL_URL = "https://scrapelint.readthedocs.io/en/latest/"
"""Where the manual is; the path of a page follows."""
RULES_URL = MANUAL_URL + "rules/"
"""Where the rules are listed; the page of one follows it, by its code."""
