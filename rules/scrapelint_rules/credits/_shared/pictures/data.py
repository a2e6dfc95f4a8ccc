"""Lines with the shape of a credit that are data: of a film or a product, of a table, of towns in their states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import is_data_row, regex
from scrapelint_rules.credits._shared.agencies import AGENCIES
from scrapelint_rules.credits._shared.pictures.picture_words import says_picture

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

MIN_DATA_LINES = 2
"""Other lines of data that are next to one: a credit has at most its caption and its byline there."""
DATA_REACH = 3
"""How far away, in lines, such a line may be."""
MIN_STATES = 3
"""How many signs of states after the names of towns tell that they are none of agencies."""
_FIGURES = regex(r"\W{0,3}[^\W\d_][^:：\n]{1,50}[:：]\s?(?:[^:：\n]{1,30}[:：]\s?)?\D{0,2}\d")
"""A label, or two, and a figure after it: "Price at the start (2016): 7.99"."""
_STATE = regex(r"[^\W\d_]{2}/([A-Z]{2})[.;]?\s{0,2}$")


def is_data(doc: Document, line: Line) -> bool:
    """Tell whether a line with a label is among others of its shape: the data of a film, a book, an app."""
    first, last = max(0, line.index - DATA_REACH), line.index + DATA_REACH + 1
    return sum(is_data_row(other.text) for other in doc.lines[first:last] if other is not line) >= MIN_DATA_LINES


def is_over_data(doc: Document, line: Line) -> bool:
    """Tell whether a line comes between rows of data, as the name of what has the prices below it is."""
    return all(other is not None and _FIGURES.match(other.text) for other in (doc.before(line), doc.after(line)))


def is_in_state(doc: Document, line: Line) -> bool:
    """Tell whether a line names a town and the sign of its state, "Barcarena/PA", as other lines do with other states."""
    return _STATE.search(line.text) is not None and not says_picture(line) and doc.once(_names_states)


def _names_states(doc: Document) -> bool:
    """Tell whether a text has towns of several states, with the signs of these: not all are names of agencies."""
    signs = {sign[1] for line in doc.lines if "/" in line.text and (sign := _STATE.search(line.text))}
    return len(signs) >= MIN_STATES and not signs.issubset(AGENCIES)


def is_of_table(doc: Document, line: Line) -> bool:
    """Tell whether a line is a cell of a table of figures, or says where these are from."""
    return line.index in doc.table_lines and not says_picture(line)
