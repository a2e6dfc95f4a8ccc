"""Links to other stories within a paragraph: "(Read also: Bus drivers call off strike)", "RELATED ARTICLEBus drivers ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import Edit, LinePattern, Span, ends_sentence, is_dense, regex, removal
from scrapelint_rules.navigation._shared.shapes import is_single_headline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from scrapelint.plugin import Document, Line

_LINKS = (
    "Read", "Read also", "Also read", "Read more", "Read here", "Related", "Related story", "Related stories", "Related article",
    "See also", "Also see", "Watch also", "Must read", "You may also like", "Lesen Sie auch", "Lesen Sie hier", "Lesen Sie mehr",
    "Mehr dazu", "Mehr dazu hier", "Auch interessant", "Lies auch", "Lire", "Lire aussi", "À lire", "À lire aussi", "A lire aussi",
    "Lire également", "Lisez aussi", "Sur le même sujet", "Lea", "Lea también", "Lea además", "Lea aquí", "Lea más", "Lea en contexto",
    "Lee", "Lee también", "Lee además", "Leer más", "Leer también", "Puede leer", "Puede leer también", "También puede leer",
    "Puedes leer", "Le puede interesar", "Le podría interesar", "Le puede interesar además", "Le puede interesar, además",
    "También le puede interesar", "Te puede interesar", "También te puede interesar", "Lo invitamos a leer", "Le invitamos a leer",
    "Los invitamos a leer", "Te invitamos a leer", "Le sugerimos", "Le sugerimos leer", "Te sugerimos leer", "Le recomendamos",
    "Le recomendamos leer", "Te recomendamos", "Te recomendamos leer", "Puede ser de su interés", "No deje de leer", "No dejes de leer",
    "Lectura sugerida", "Lectura recomendada", "Siga leyendo", "Sigue leyendo", "Noticia relacionada", "Nota relacionada",
    "Artículo relacionado", "Vea también", "Vea además", "Ver también", "Llegiu també", "Llegeix també", "Le tamén", "Leia",
    "Leia também", "Leia mais", "Leia ainda", "Saiba mais", "Veja também", "Confira também", "Leggi", "Leggi anche", "Leggi qui",
    "Leggi pure", "Guarda anche", "Vedi anche", "Lees ook", "Lees meer", "Lees verder", "Bekijk ook", "Läs också", "Läs även",
    "Läs mer", "Se också", "Læs også", "Læs mere", "Les også", "Les mer", "Lue myös", "Lue lisää", "Katso myös", "Czytaj",
    "Czytaj też", "Czytaj także", "Czytaj również", "Czytaj więcej", "Zobacz też", "Zobacz także", "Przeczytaj",
    "Przeczytaj też", "Przeczytaj także", "Čtěte", "Čtěte také", "Přečtěte si", "Přečtěte si také", "Čítajte aj", "Prečítajte si",
    "Prečítajte si aj", "Olvassa el", "Olvassa el ezt is", "Kapcsolódó cikk", "Citește și", "Citeşte şi", "Citiți și", "Citește mai mult",
    "Vezi și", "Pročitajte", "Pročitajte i", "Pročitajte još", "Čitajte još", "Прочитајте и", "Прочитајте још", "Прочетете още",
    "Прочетете и", "Вижте още", "Виж още", "Читайте", "Читайте также", "Читайте ещё", "Читать также", "Смотрите также", "Читайте також",
    "Дивіться також", "Διαβάστε", "Διαβάστε επίσης", "Διαβάστε ακόμη", "Δείτε επίσης", "Ayrıca okuyun", "İlgili haber", "Baca",
    "Baca juga", "Baca selengkapnya", "Simak juga", "Lihat juga", "Xem thêm", "Đọc thêm", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ المزيد",
    "اقرأ ايضا", "طالع أيضا", "شاهد أيضا", "بیشتر بخوانید", "קראו גם", "קראו עוד", "यह भी पढ़ें", "ये भी पढ़ें", "আরও পড়ুন", "یہ بھی پڑھیں",
    "関連記事", "あわせて読みたい", "관련기사", "관련 기사", "相关阅读", "相关新闻", "延伸阅读", "相關新聞", "延伸閱讀", "Soma pia",
)  # fmt: skip
"""What says, with a colon, that a link to another story follows."""
_BARE = (
    "See", "More", "Watch", "Además", "También", "Más", "Otro", "Otra", "Vea", "Ver", "En contexto", "Le dejamos", "Más notas",
    "Más noticias", "Más información", "En otras noticias", "Consulte", "Conozca", "Veja", "Confira", "Ainda", "Também", "Mais",
    "Voir", "Voir aussi", "À voir", "Aussi", "Vedi", "Guarda", "Anche", "Siehe", "Siehe auch", "Zie ook", "Zobacz", "Więcej",
    "Δείτε", "Подробнее", "Ещё", "Детальніше", "Lihat", "Vezi", "Viz", "Mira", "Mire", "Vegeu també", "Vea nuestro especial",
)  # fmt: skip
"""What says so where nothing follows its colon; else it may as well be the article's own note."""
MIN_HEADLINE_CHARS, MAX_HEADLINE_CHARS = 12, 180
MIN_SPACES = 3
"""Shortest headline: in spaces, or in code points in scripts without them."""

_FORMS = {one: tuple(dict.fromkeys((one, one.upper()))) for one in (*_LINKS, *_BARE)}
PATTERN = LinePattern(
    r"[(（](?:(?P>link)\s?[:：][\s ]*(?P<headline>[^()（）:\s][^()（）]{7,199}(?:\([^()]{1,60}\)[^()]{0,80})?)?"
    r"|(?:(?P>bare)|(?P>low))\s?[:：][\s ]*)[)）]",
    tuple(f"{before}{cue.lower().replace('ё', 'е')}" for cue in _FORMS for before in ("(", "（", "\n")),
    words={
        "link": [form for one in _LINKS for form in _FORMS[one]],
        "bare": [form for one in _BARE for form in _FORMS[one]],
        "low": [one.lower() for one in (*_LINKS, *_BARE)],
    },
)
_LABELS = (
    "ARTÍCULO RELACIONADO", "ARTICULO RELACIONADO", "ARTÍCULOS RELACIONADOS", "NOTICIA RELACIONADA", "NOTICIAS RELACIONADAS",
    "NOTA RELACIONADA", "LEA TAMBIÉN", "NOTÍCIA RELACIONADA", "MATÉRIA RELACIONADA", "LEIA TAMBÉM", "RELATED ARTICLE",
    "RELATED STORY", "READ ALSO", "ALSO READ", "ARTICLE LIÉ", "LIRE AUSSI", "À LIRE AUSSI", "LEGGI ANCHE", "LEES OOK",
    "LESEN SIE AUCH", "CZYTAJ TAKŻE", "CITEȘTE ȘI", "ЧИТАЙТЕ ТАКЖЕ", "ЧИТАЙТЕ ТАКОЖ",
)  # fmt: skip
"""What is in capitals before a link, and is glued to it."""
LABELLED = LinePattern(
    r"^\s*(?P>label)(?P<headline>[\"“«‘'¿¡]?[A-ZÀ-ÖØ-ÞȘȚŻŚŁĆА-ЯЁІЇЄ][^A-ZÀ-ÖØ-ÞА-ЯЁІЇЄ].{10,220})",
    tuple(f"\n{label.lower()}" for label in _LABELS),
    words={"label": _LABELS},
)
_JOINT = regex(
    r"(?<=[^\W_A-ZÀ-ÖØ-ÞȘȚА-ЯЁІЇЄ])(?<!\bMc)(?<!\bMac)(?<!\bYou)(?<!\bTik)(?<!\bWhats)(?<!\bLinked)(?<!\bi)(?<!\be)"
    r"(?=[A-ZÀ-ÖØ-ÞȘȚА-ЯЁІЇЄ][^\W\d_A-ZÀ-ÖØ-ÞА-ЯЁІЇЄ]{0,30}[\s,])|(?<=[\"”»%)?!])(?=[\"“«¿¡]?[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄ])"
    r"|(?<=[A-ZÀ-ÖØ-Þ]{2})(?=[A-ZÀ-ÖØ-Þ][a-zß-ÿ]{1,30}[\s,])|(?<=\w)(?=(?:ART[ÍI]CULO|NOTICIA|RELATED|READ|LEIA) )"
)
"""Where a headline ends to which the next sentence, or the next label, is glued."""
_MARKS = frozenset(".,;:!?")


class BracketLink(NamedTuple):
    """A link in brackets or after a label, and what goes with it."""

    line: Line
    span: Span
    removed: Edit
    cue: str


def bracket_links(doc: Document) -> Iterator[BracketLink]:
    """Yield the brackets of which a cue and one headline, or a cue alone, is all; a headline with text beside its bracket."""
    for line, match in doc.matches(PATTERN):
        headline = (match["headline"] or "").strip()
        is_beside = match.group() != line.text.strip(" .\u00a0")
        if not headline or (is_beside and is_single_headline(headline, MIN_SPACES)):
            span = Span(line.start + match.start(), line.start + match.end())
            yield BracketLink(
                line, span, _removed(line, match), match.group()[1:].partition(":")[0].partition("：")[0].strip()
            )


def labelled_links(doc: Document) -> Iterator[BracketLink]:
    """Yield the links with a label that is glued to them, up to where the article is glued to the link."""
    for line, match in doc.matches(LABELLED):
        joint = _JOINT.search(match["headline"], MIN_HEADLINE_CHARS)
        if joint is None and match.end() < len(line.text.rstrip()):
            continue
        headline = match["headline"][: joint.start()] if joint else match["headline"].rstrip()
        if is_single_headline(headline, MIN_SPACES) and len(headline) <= MAX_HEADLINE_CHARS:
            at = line.start + match.start("headline")
            span = Span(line.start + match.start(), at + len(headline))
            yield BracketLink(line, span, removal(doc.text, *span), doc.text[line.start : at].strip())


def _removed(line: Line, match: Match[str]) -> Edit:
    """Return the edit that takes out a bracket, white space on one side, and the full stop of one that was a sentence.

    Words that were glued to both of its sides get a space between them.
    """
    before, after = line.text[: match.start()], line.text[match.end() :]
    start, end = match.span()
    # "... on Monday. (Read also: ...).": the full stop is that of the bracket, and would stand alone.
    if after[:1] in _MARKS and after and (ends_sentence(before) or not before.strip()):
        end += 1
        after = after[1:]
    if after[:1] in _MARKS or not after.strip():
        start = len(before.rstrip())
    else:
        end += len(after) - len(after.lstrip())
    is_glued = (
        start and not before[start - 1 :].isspace() and line.text[end : end + 1].isalnum() and not is_dense(line.text)
    )
    return Edit(line.start + start, line.start + end, " " if is_glued else "")
