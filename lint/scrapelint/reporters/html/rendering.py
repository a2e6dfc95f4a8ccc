"""Templates, style and script, put together as one file."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scrapelint.reporters.shown import result_of
from scrapelint.resources.data_files import data_file, read_data
from scrapelint.resources.version import __version__
from scrapelint.text.visible import visible, visible_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Template


def rendered(name: str, **values: Any) -> str:
    """Return a page of this name; all values are text, never markup."""
    return _template(name).render(values)


def generated(name: str, **values: Any) -> Iterator[str]:
    """Yield a page of this name in pieces."""
    return _template(name).generate(values)


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(data_file(__file__, "pages")),
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, auto_reload=False,
    )  # fmt: skip
    made.filters.update(parts=visible_parts, visible=visible, result=result_of)
    made.globals.update(
        style=_own("style.css"), page_style=_own("page.css"), script=_own("script.js"), source=_source,
        version=__version__,
    )  # fmt: skip
    return made


def _own(name: str) -> str:
    """Return a file of ours that is part of the page as it is."""
    return read_data(data_file(__file__, f"pages/{name}")).decode()


def _source(text: str) -> str:
    """Return how a policy names a style or script of the page, so that a browser runs no other."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
