"""Names that stand for the site that an article comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapelint.plugin import Article

MIN_NAME_CHARS = 3


def is_outlet(name: str, article: Article) -> bool:
    """Tell whether a name is that of the article's site, by the record's own site field or address."""
    plain = _letters(name)
    if len(plain) < MIN_NAME_CHARS:
        return False
    site = article.get("site")
    return plain in {_letters(site), *_host_names(site), *_host_names(article.get("url"))}


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
    names = {_letters(host.removeprefix("www."))}
    names.update(_letters(part) for part in parts[:-1] if len(part) > MIN_NAME_CHARS)
    return names | {f"the{name}" for name in names}


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
