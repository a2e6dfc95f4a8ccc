"""What the articles of sites share, as programs read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scrapelint.boilerplate.earlier import key_written, share, written
from scrapelint.reporters.programs.csv_rows import write_rows
from scrapelint.text.visible import json_escaped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from scrapelint.boilerplate.shared import GoneLine, SharedBlock, SharedLine, SharedSite, Survey

COLUMNS = (
    "site", "site_articles", "block", "line", "articles", "share", "characters", "head", "body", "tail", "first",
    "last", "example", "url", "change", "was", "was_of", "selector", "key", "text",
)  # fmt: skip


def write_json(survey: Survey, out: TextIO) -> None:
    """Print one object; a later run can be compared with it."""
    out.write(json_escaped(json.dumps(written(survey), ensure_ascii=False, indent=2)) + "\n")


def write_csv(survey: Survey, out: TextIO) -> None:
    """Print a row a line, those of a block with the same number; lines that are gone last."""
    write_rows(out, [COLUMNS])
    for site in survey.sites:
        write_rows(out, _rows(site))


def _rows(site: SharedSite) -> Iterator[list[object]]:
    for number, block in enumerate(site.blocks, 1):
        for place, line in enumerate(block.lines):
            yield [
                site.site,
                site.articles,
                number,
                place + 1,
                *_figures(line, site),
                _selector(block, place),
                *_named(line),
            ]
    for gone in site.gone:
        figures = [gone.articles, share(gone.articles, site.articles), *[""] * 8]
        yield [site.site, site.articles, "", "", *figures, *gone.change, "", *_named(gone)]


def _figures(line: SharedLine, site: SharedSite) -> list[object]:
    counts = [line.articles, share(line.articles, site.articles), line.chars, *line.zones]
    return [*counts, line.first, line.last, *line.example, *(line.change or ("", "", ""))]


def _named(line: SharedLine | GoneLine) -> list[object]:
    return [key_written(line.key), line.text]


def _selector(block: SharedBlock, place: int) -> str:
    return next((selector.xpath for selector in block.selectors if place in selector.lines), "")


WRITERS = {"json": write_json, "csv": write_csv}
