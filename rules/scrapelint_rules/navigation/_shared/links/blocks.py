"""Blocks of links to other stories: a heading and what belongs to it."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import LIST_SIGNS, begins_small, ends_sentence, regex
from scrapelint_rules.navigation._shared.entry_times import opens_with_time
from scrapelint_rules.navigation._shared.links.list_ends import (
    is_alone,
    is_much_shorter,
    is_running,
    may_head,
    without_close,
    without_headings,
    without_pieces,
    without_speech,
)
from scrapelint_rules.navigation._shared.own.references import is_over_references
from scrapelint_rules.navigation._shared.sections import is_taken_up
from scrapelint_rules.navigation._shared.shapes import is_headline, run_below

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Document, Hit, Line

HEADING_PACKS = ("related-heading", "most-read")
BLOCK_PACKS = (*HEADING_PACKS, "menu-word")
"""What blocks are found by: "More:" is a word of menus."""
_ITEM_SIGNS = LIST_SIGNS - frozenset("+・")
"""What items of a list of the article's open with; extractors write menus within menus with a plus, and Japanese pages
their links with a dot."""

MAX_BODY_LINES = 8
"""Longest block, in lines, that may be among paragraphs; a longer run is more likely a list of the article."""

MIN_REST_LINES = 16
"""Fewest lines after a heading of which the models are asked whether they are the article's: most lists of links are shorter."""
MIN_REST_PROBABILITY = 0.25
"""Least mean probability of all that is left of a text after a heading; on 104 labelled texts blocks have .28 and more,
lists of the article .12 to .22."""
MIN_FIGURES = 3
"""Fewest items with figures that make a list with bullets the article's: links have few."""

_NUMBERED = regex(r"\s{0,4}(\d{1,2})[.)]\s{0,2}(?=[^\W\d_])")
"""The number of an item: links that have numbers have them from the first one on."""
_STARRED = regex(r"\s{0,4}(\*{1,2})[^*\s][^*]{0,200}\1\s*$")
"""A line in stars: bold letters, as those of a subheading."""
_NAME = regex(r"[^\W\d_]{4,}")
_EMPTY_BRACKET = regex(r"[(\[（][^()\[\]（）]{1,60}[:：]\s{0,9}[)\]）]\s*$")
"""What is left of an inline link whose text was lost; it is over nothing."""
_FULL_STOPS = (".", "。")
_STOPS = (*_FULL_STOPS, ",", ";")
"""A line closed like this is a sentence that begins like a heading."""


_MORE = frozenset({"more", "mehr", "más", "mais", "meer", "mer", "plus", "altro"})
"""Words that are a heading where they stand alone with a colon."""
MORE_CONFIDENCE = 0.95
"""How sure that is: on 17 of 17 labelled pages the line was the page's, and all that was taken with it."""

MIN_TORN_SPACES, MAX_TORN_PROBABILITY = 4, 0.2
"""Spaces of a piece of a sentence above a word that is torn from it, and how likely it and the next piece are the page's."""
MIN_SURE_LINKS, MIN_LINK_PROBABILITY, MAX_OWN_PROBABILITY = 3, 0.85, 0.5
"""Links above a line, and how likely they are the page's, where one that is less likely so is the next subheading."""
OWN_HEAD_LINES = 4
"""Lines directly above the first paragraph that are the article's own: headline, standfirst or date."""
MAX_SECTION_SPACES = 3
"""Spaces of the name of a section with its bullet."""
MIN_MEMBERS = 3
"""Lines right under a heading that end in brackets, each in its own: who sits in a body, and for whom."""
_MEMBER = regex(r"[^\W\d_]\s?(\([A-ZÀ-ÞА-Я][\w/.-]{1,14}\))\s*$")
MIN_LABEL_SPACES = 3
"""Spaces of a last line with a colon that says what stood below it: a table, a picture."""
_ABOUT = frozenset({
    "more about", "more on", "see more on", "mehr zu", "mehr über", "alles zu", "alles über", "lesen sie mehr zu",
    "plus d'infos sur", "más sobre", "más información sobre", "mais sobre", "saiba mais sobre", "leia mais sobre",
    "veja mais sobre", "tudo sobre", "altro su", "meer over", "alles over", "lees meer over", "lees alles over", "więcej o",
    "więcej na temat", "więcej informacji o", "czytaj więcej o", "больше о", "více o", "mer om", "läs mer om", "mere om",
    "læs mere om", "les mer om", "lisää aiheesta", "lue lisää aiheesta", "mai multe despre", "citește mai multe despre",
    "lebih banyak tentang", "xem thêm về", "đọc thêm về",
})  # fmt: skip
"""What comes before the topic of a subheading as well as of links."""
_BUTTONS = frozenset({
    "read more", "read on", "leer más", "leia mais", "ler mais", "lees verder", "lees meer", "lire plus", "lire la suite",
    "weiterlesen", "mehr lesen", "leggi tutto", "leggi di più", "czytaj więcej", "czytaj dalej", "читать далее",
    "читать дальше", "подробнее", "читати далі", "läs mer", "läs vidare", "læs mere", "les mer", "lue lisää",
    "devamını oku", "selengkapnya", "baca selengkapnya", "xem thêm", "đọc tiếp", "続きを読む", "더보기", "阅读更多",
    "查看更多", "اقرأ المزيد", "और पढ़ें", "citește mai mult", "διαβάστε περισσότερα", "číst dále", "více",
})  # fmt: skip
"""Headings that are buttons as well, under an entry of a live blog."""
MIN_ENTRIES, MAX_ENTRY_LINES = 2, 2
"""Lines that begin with a time from which a text is a live blog, and the time and headline of an entry, in lines."""
ABOUT_LINES = 6
"""Lines under such a subheading in which its topic comes."""


class Block(NamedTuple):
    """A heading over links to other stories, and the lines under it."""

    heading: Hit
    lines: tuple[Line, ...]
    """Without the heading; empty where nothing is under it."""


def blocks(doc: Document) -> tuple[Block, ...]:
    """Return the blocks of a document, in order, none inside another."""
    return doc.once(_blocks)


def is_over_key_points(doc: Document, heading: Line) -> bool:
    """Tell whether items with bullets are under a heading above the first paragraph: the article in short.

    A short item over others is no such heading, but one of the sections in the path to the page.
    """
    first, last = doc.body_range
    below = doc.after(heading)
    is_section = heading.text.lstrip()[:1] in _ITEM_SIGNS and heading.text.count(" ") <= MAX_SECTION_SPACES
    is_over_item = below is not None and below.text.lstrip()[:1] in _ITEM_SIGNS
    return heading.index < first <= last and is_over_item and not is_section


def _blocks(doc: Document) -> tuple[Block, ...]:
    found = tuple(_disjoint(doc))
    single = {block.heading.line.key for block in found if len(block.lines) == 1 and _is_amid(doc, block)}
    return tuple(
        _single(block) if block.heading.line.key in single and _is_amid(doc, block) else block for block in found
    )


def _single(block: Block) -> Block:
    """Return a block whose heading has one link in another place without a shorter line below it: a subheading."""
    if len(block.lines) == 2 and is_much_shorter(block.lines[1], block.lines[:1]):
        return block._replace(lines=block.lines[:1])
    return block


def _is_amid(doc: Document, block: Block) -> bool:
    """Tell whether a block is among the paragraphs."""
    return doc.zone(block.heading.line) == "body"


def _disjoint(doc: Document) -> Iterator[Block]:
    covered = -1
    for hit in _headings(doc):
        if hit.line.index <= covered or _is_own_heading(doc, hit):
            continue
        lines = tuple(_belonging(doc, hit.line))
        if _is_under_its_link(doc, hit.line, lines) or (hit.phrase in _BUTTONS and _opens_entry(doc, lines)):
            lines = ()
        covered = lines[-1].index if lines else hit.line.index
        yield Block(hit, lines)


def _is_under_its_link(doc: Document, heading: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a label is below its link, which is there twice, for the picture and the headline: below is the article."""
    link = doc.before(heading)
    picture = doc.before(link) if link else None
    return len(lines) == 1 and link is not None and picture is not None and link.key == picture.key != ""


def _opens_entry(doc: Document, lines: Sequence[Line]) -> bool:
    """Tell whether the next entry of a live blog is under a button: its time, its headline, and its text below."""
    if not lines or len(lines) > MAX_ENTRY_LINES or not opens_with_time(lines[0].text):
        return False
    below = doc.lines[lines[-1].index + 1 : lines[-1].index + 1 + MAX_ENTRY_LINES]
    is_over_text = any(line.index in doc.paragraph_lines for line in below)
    return is_over_text and sum(opens_with_time(line.text) for line in doc.lines) >= MIN_ENTRIES


def _is_own_heading(doc: Document, hit: Hit) -> bool:
    """Tell whether a line with the wording of a heading is the article's: a sentence, a piece of one, or over its own."""
    line = hit.line
    if (
        line.text.rstrip().endswith(_STOPS)
        or _EMPTY_BRACKET.search(line.text)
        or is_over_key_points(doc, line)
        or is_over_references(doc, line)
    ):
        return True
    is_subheading = _names_source(doc, hit) or _names_topic(doc, hit) or _is_over_members(doc, line)
    return is_subheading or _is_torn(doc, hit)


def _is_torn(doc: Document, hit: Hit) -> bool:
    """Tell whether a line is a word of a sentence that links or bold letters tore into lines.

    The line above has no end mark, and the one below goes on in small letters; of a plain word such as "News", which may
    be the name of a newspaper in a script without capitals, the models have to take both for the article's.
    """
    above, below = doc.before(hit.line), doc.after(hit.line)
    if above is None or below is None or below.row - above.row > 2 or ends_sentence(above.text):
        return False
    if above.text.count(" ") < MIN_TORN_SPACES or above.text.rstrip().endswith(":"):
        return False
    if begins_small(below.text):
        return True
    probability = doc.residue_probability
    return hit.entry.id == "section" and max(probability[above.index], probability[below.index]) < MAX_TORN_PROBABILITY


def _names_source(doc: Document, hit: Hit) -> bool:
    """Tell whether "More from the Gazette" is over a sentence, with a colon, or over a paragraph on it: a subheading."""
    below = doc.after(hit.line)
    if hit.entry.id != "more-from" or below is None:
        return False
    is_paragraph = below.index in doc.paragraph_lines
    if hit.line.text.rstrip().endswith(":"):
        return is_paragraph or below.text.rstrip().endswith(_FULL_STOPS)
    return is_paragraph and any(word in below.text for word in _NAME.findall(hit.line.text)[1:] if word[0].isupper())


def _names_topic(doc: Document, hit: Hit) -> bool:
    """Tell whether "More about Larn" is right over paragraphs that name Larn: a subheading."""
    about = hit.phrase.removesuffix(" {words}")
    below = doc.lines[hit.line.index + 1 : hit.line.index + 1 + ABOUT_LINES]
    if about not in _ABOUT or not below or below[0].index not in doc.paragraph_lines:
        return False
    topic = [word for word in _NAME.findall(hit.line.text) if word.lower() not in about]
    is_named = any(word[0].isupper() and any(word in line.text for line in below) for word in topic)
    return is_named or (topic != [] and all(word.lower() in below[0].text.lower() for word in topic))


def _is_over_members(doc: Document, heading: Line) -> bool:
    """Tell whether people are right under a heading, each with the land or party that sent them: "Ana Ruiz (MA)"."""
    below = doc.lines[heading.index + 1 : heading.index + 1 + MIN_MEMBERS]
    found = [_MEMBER.search(line.text) for line in below]
    return len({member[1] for member in found if member}) == MIN_MEMBERS


def _headings(doc: Document) -> Iterator[Hit]:
    for hit in doc.hits(*BLOCK_PACKS):
        if hit.entry.concept != "menu-word":
            yield hit
        elif _is_more(hit.line):
            yield hit._replace(entry=hit.entry._replace(confidence=MORE_CONFIDENCE))


def _is_more(line: Line) -> bool:
    """Tell whether a line is "More:" and nothing else."""
    return line.key in _MORE and line.text.rstrip().endswith(":")


def _belonging(doc: Document, heading: Line) -> Sequence[Line]:
    """Return the lines that belong to a heading.

    After the last paragraph nothing of the article follows, so all of the rest belongs to it.
    """
    first, last = doc.body_range
    below = doc.after(heading)
    if below and _is_list(doc, heading):
        return doc.lines[below.index :]
    if first <= last < heading.index:
        rest = doc.lines[below.index :] if below and is_headline(below) else ()
        return () if _is_article(doc, rest) else _without_label(doc, rest)
    run: Sequence[Line] = list(islice(run_below(doc, heading), MAX_BODY_LINES + OWN_HEAD_LINES + 1))
    if heading.index < first:
        # The run above the first paragraph ends with the article's own headline and date.
        run = run[:-OWN_HEAD_LINES]
    elif first <= last:
        run = _without_own(doc, heading, run)
    return run if len(run) <= MAX_BODY_LINES else ()


def _without_label(doc: Document, rest: Sequence[Line]) -> Sequence[Line]:
    """Return lines without the last one where it announces what is lost after it: a table of the article's."""
    last = rest[-1] if len(rest) > 1 else None
    if last is None or not last.text.rstrip().endswith(":") or last.text.count(" ") < MIN_LABEL_SPACES:
        return rest
    return rest if last.index in doc.known_residue else rest[:-1]


def _is_list(doc: Document, heading: Line) -> bool:
    """Tell whether nothing but items with bullets follows "Read also:"; some may be questions, which read as sentences."""
    if len(doc.lines) - heading.index > MAX_BODY_LINES + 1 or heading.index not in doc.hit_lines("see-also"):
        return False
    return all(line.text.lstrip()[:1] in _ITEM_SIGNS for line in doc.lines[heading.index + 1 :])


def _is_article(doc: Document, rest: Sequence[Line]) -> bool:
    """Tell whether more than a block follows a heading, and the models take it for the article: a list, verses."""
    items = [line for line in rest if line.text.lstrip()[:1] in _ITEM_SIGNS]
    figures = sum(any(map(str.isdigit, line.text)) for line in items)
    if figures >= MIN_FIGURES and 2 * figures > len(items):
        return True
    if len(rest) < MIN_REST_LINES:
        return False
    return sum(doc.residue_probability[line.index] for line in rest) < MIN_REST_PROBABILITY * len(rest)


def _without_own(doc: Document, heading: Line, run: Sequence[Line]) -> Sequence[Line]:
    """Return a run among paragraphs up to what is the article's again: its sentences, its speakers, its next subheading."""
    own = doc.paragraph_lines | doc.turn_lines | doc.speaker_lines | doc.announced_lines
    others = list(takewhile(lambda line: line.index not in own, _alike(run)))
    below = doc.after(others[-1]) if others else None
    if below is None or len(others) > MAX_BODY_LINES:
        return others
    pieces = without_pieces(others, below)
    apart = without_close(heading, pieces, below)
    links = without_speech(apart, below)
    if links and (len(apart) < len(pieces) or _is_parted(doc, heading, links)):
        return links
    is_text = below.index in own or len(links) < len(others) or is_running(below)
    if is_text and links and (may_head(links) or _heads_below(doc, heading, links)):
        return without_headings(links)
    return links[:-1] if links and _stands_over(doc, links[-1]) else links


def _alike(run: Sequence[Line]) -> Sequence[Line]:
    """Return a run up to a line that has a number or stars where the first link has none: a list of the article's goes on."""
    number = _NUMBERED.match(run[0].text) if run else None
    if number:
        return run if int(number[1]) <= 1 else ()
    return list(takewhile(lambda line: not (_NUMBERED.match(line.text) or _STARRED.match(line.text)), run))


def _is_parted(doc: Document, heading: Line, links: Sequence[Line]) -> bool:
    """Tell whether blank rows, or a further heading over links, part links from the text below them."""
    below = doc.after(links[-1])
    if below is None or below.index in doc.hit_lines(*HEADING_PACKS):
        return below is not None
    return is_alone(heading, links, below, doc.after(below))


def _heads_below(doc: Document, heading: Line, links: Sequence[Line]) -> bool:
    """Tell whether the last of these lines is a subheading: the paragraph below takes up its words, or it differs.

    The only line under "Read also:" is a link, whatever words it has.
    """
    is_link = len(links) == 1 and heading.index in doc.hit_lines("see-also")
    return not is_link and (is_taken_up(doc, links[-1]) or _differs(doc, links))


def _differs(doc: Document, links: Sequence[Line]) -> bool:
    """Tell whether the models are sure of all links but the last, and take that rather for the article's."""
    *others, last = (doc.residue_probability[line.index] for line in links)
    return len(others) >= MIN_SURE_LINKS and last <= MAX_OWN_PROBABILITY and min(others) >= MIN_LINK_PROBABILITY


def _stands_over(doc: Document, line: Line) -> bool:
    """Tell whether a line is right above the one below, and apart from the one above: a subheading of its own."""
    above, below = doc.before(line), doc.after(line)
    if above is None or below is None:
        return False
    return line.row - above.row > 1 == below.row - line.row
