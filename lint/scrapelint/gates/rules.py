"""What rates of an earlier run tell of this one, as a rule of the family SIT."""

from __future__ import annotations

from scrapelint.finding import Severity
from scrapelint.readers.faults import BadFile, GoodFile, InputRule

_ON = b'{"on": ["CMT001", "NAV002"]}\n'


class ExtractorDrift(InputRule):
    """A rule that finds something far more often on a site than in an earlier run.

    The rates of the earlier run come from `--write-rates`, and `--rates` compares with them. What is reported is
    the line of the site in that file. The shares are compared with their intervals (Wilson, three standard errors),
    so that a few articles more do not count, and the new one has to be twice the old one at least. The examples are
    files of rates, compared with 40 articles of larn.example of which 30 end in a comment form.

    Why it matters: a site that was built anew slips past the extractor from one day to the next, and all of
    its articles bring the page along.

    What to do: look at new articles of the site and mend the extractor; then write the rates anew.
    """

    code, name, severity = "SIT003", "extractor-drift", Severity.WARNING
    examples = (
        BadFile("rates.jsonl", _ON + b'{"site": "larn.example", "articles": 200, "rules": {}}\n'),
        BadFile(
            "rates.jsonl", _ON + b'{"site": "larn.example", "articles": 200, "rules": {"CMT001": 20, "NAV002": 60}}\n'
        ),
        BadFile(
            "rates.jsonl",
            _ON + b'{"site": "ellery.example", "articles": 9, "rules": {}}\n'
            b'{"site": "larn.example", "articles": 30, "rules": {"CMT001": 1}}\n',
        ),
        GoodFile(
            "rates.jsonl", _ON + b'{"site": "larn.example", "articles": 200, "rules": {"CMT001": 150}}\n', "as often"
        ),
        GoodFile("rates.jsonl", _ON + b'{"site": "larn.example", "articles": 3, "rules": {}}\n', "three say nothing"),
        GoodFile("rates.jsonl", _ON + b'{"site": "ellery.example", "articles": 200, "rules": {}}\n', "another site"),
        GoodFile(
            "rates.jsonl",
            b'{"on": ["NAV002"]}\n{"site": "larn.example", "articles": 200, "rules": {}}\n',
            "the rule was off in the earlier run",
        ),
    )


RATE_RULES: tuple[type[InputRule], ...] = (ExtractorDrift,)
