"""What each rule cost on the user's own data, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.reporters.people.terminal import Sheet
from scrapelint.reporters.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TextIO

    from scrapelint.engine.profiling import Profile
    from scrapelint.rule import Rule


def print_profile(profile: Profile, rules: Mapping[str, type[Rule]], out: TextIO) -> None:
    """Print share, milliseconds and microseconds an article of each part of the work, the dearest first."""
    sheet = Sheet(out, color=False)
    for line in _lines(profile, rules):
        sheet.print((line, ""))


def _lines(profile: Profile, rules: Mapping[str, type[Rule]]) -> Iterator[str]:
    profile.stop()
    total, articles = sum(profile.seconds.values()), max(1, profile.articles)
    yield " share        ms  µs/article"
    for part, seconds in sorted(profile.seconds.items(), key=lambda item: (-item[1], item[0])):
        name = f"{part}  {rules[part].name}" if part in rules else part
        share = seconds / total if total else 0.0
        yield f"{share:6.1%} {1e3 * seconds:9.1f} {1e6 * seconds / articles:11.1f}  {name}"
    yield f"{1:6.1%} {1e3 * total:9.1f} {1e6 * total / articles:11.1f}  all, for {counted(profile.articles, 'article')}"
