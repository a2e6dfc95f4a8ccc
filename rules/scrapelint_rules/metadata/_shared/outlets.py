"""Names that stand for the site that an article comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import letters_and_digits

if TYPE_CHECKING:
    from scrapelint.plugin import Article

MIN_NAME_CHARS = 3
"""Shortest name of an outlet that is compared, in letters: shorter ones are parts of words."""


def is_outlet(name: str, article: Article) -> bool:
    """Tell whether a name is that of the article's site, by the record's own site field or address."""
    plain = letters_and_digits(name)
    if len(plain) < MIN_NAME_CHARS:
        return False
    site = article.get("site")
    return plain in {letters_and_digits(site), *_host_names(site), *_host_names(article.get("url"))}


def _host_names(address: str) -> set[str]:
    """Return how a host may be written as a name: larncourier.example gives larncourier and larncourierexample."""
    if not address:
        return set()
    from urllib.parse import urlsplit

    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return set()
    parts = host.removeprefix("www.").split(".")
    if len(parts) < 2:
        return set()
    names = {letters_and_digits(host.removeprefix("www."))}
    names.update(letters_and_digits(part) for part in parts[:-1] if len(part) > MIN_NAME_CHARS)
    return names | {f"the{name}" for name in names}
