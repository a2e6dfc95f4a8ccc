"""XML of trafilatura, and TEI."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command import scrapelint

from scrapelint.fixes.patches import Hunk, patched
from scrapelint.fixes.splicing import spliced
from scrapelint.readers.format import Piece
from scrapelint.readers.formats.xml_articles import XmlArticles
from scrapelint.readers.source import Source
from scrapelint.readers.syntax.markup import nodes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scrapelint.intake import Intake

    Reading = Callable[..., list[Intake]]

STORY = "The council of Larn opened the bridge on Friday, and the mayor thanked all who had built it."
FORM = "Your email address will not be published."
DOC = """<?xml version="1.0"?>
<doc sitename="Larn Echo" title="Bridge &amp; pier" source="https://larn.example/a" date="2020-01-02">
  <main>
    <head rend="h2">A bridge</head>
    <p>One &lt;two&gt; <hi rend="#b">three</hi>,
      four&#8217;s.</p>
    <list><item>Five</item><item/></list><!-- <p>not this</p> -->
    <p><![CDATA[Six & seven]]></p>
  </main>
  <comments><p>Nice!</p></comments>
</doc>
"""
TEI = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Bridge</title><author>Mara Lind</author></titleStmt>
<publicationStmt><publisher>Echo</publisher><date>2020-01-02</date></publicationStmt>
<sourceDesc><bibl><ptr type="URL" target="https://larn.example/a"/></bibl></sourceDesc></fileDesc></teiHeader>
<text><body><div type="entry"><p>{STORY}</p><ab>{FORM}</ab></div></body></text>
</TEI>
"""


def tags(written: str) -> list[str]:
    return [written[node.start : node.end] for node in nodes(written) if node.kind != "text"]


def test_paragraphs_are_the_text_and_attributes_the_fields(reading: Reading) -> None:
    (intake,) = reading("a.xml", DOC.encode())

    assert intake.article.text == "A bridge\n\nOne <two> three, four’s.\n\nFive\n\nSix & seven"
    assert intake.article.get("title") == "Bridge & pier"
    assert intake.article.get("url") == "https://larn.example/a"
    assert intake.article.get("site") == "Larn Echo"
    assert (intake.article.record, intake.article.row) == (None, 2)


def test_tei_has_its_fields_in_the_header(reading: Reading) -> None:
    (intake,) = reading("a.xml", TEI.encode())

    assert intake.article.text == f"{STORY}\n\n{FORM}"
    assert [intake.article.get(name) for name in ("title", "author", "site", "date", "url")] == [
        "Bridge", "Mara Lind", "Echo", "2020-01-02", "https://larn.example/a",
    ]  # fmt: skip


def test_file_may_have_several_articles(reading: Reading) -> None:
    doc = "<doc><main><p>One.</p></main></doc>"

    first, second = reading("a.xml", f"<corpus>{doc}{doc}</corpus>".encode())

    assert (first.article.record, second.article.record) == (1, 2)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("<doc><main><p>One.</main></doc>", "broken XML: mismatched tag"),
        ('<!DOCTYPE d [<!ENTITY a "b">]><doc><main>&a;</main></doc>', "broken XML: entities are declared"),
        ('<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><doc>&a;</doc>', "broken XML: entities are declared"),
        ("<doc>" * 300 + "</doc>" * 300, "broken XML: more than 256 elements in each other"),
        ("<urlset><url/></urlset>", "no article in <urlset>: <doc> of trafilatura"),
        ('<add><doc><field name="text">One.</field></doc></add>', "no article in <add>: <doc> of trafilatura"),
    ],
)
def test_what_is_no_article_is_a_fault(reading: Reading, written: str, problem: str) -> None:
    (fault,) = reading("a.xml", written.encode())

    assert fault.faults[0].message.startswith(problem)


@pytest.mark.parametrize("hunk", [
    Hunk(0, 8), Hunk(10, 24, "x<y&z"), Hunk(10, 15, "&"), Hunk(18, 23), Hunk(33, 41), Hunk(36, 50), Hunk(0, 54),
])  # fmt: skip
def test_fixes_go_into_paragraphs_and_no_tag_is_touched(hunk: Hunk) -> None:
    piece, source = Piece(DOC, is_record=True), Source("a.xml")
    (intake,) = XmlArticles().articles(piece, source)
    parts = XmlArticles().parts(piece, source, 0, "text")

    after = patched(DOC, [found.hunk for found in spliced(DOC, parts, [hunk])])

    (mended,) = XmlArticles().articles(Piece(after, is_record=True), source)
    wanted = patched(intake.article.text, [hunk])
    assert mended.article.text.split() == wanted.split()
    assert tags(after) == tags(DOC)


@pytest.mark.parametrize("hunk", [Hunk(start, end, "X") for end in range(7) for start in range(end + 1)])
def test_what_goes_in_where_elements_meet_goes_in_once(hunk: Hunk) -> None:
    piece, source = Piece("<doc><main><p>ab<hi>c&#100;</hi>ef</p></main></doc>", is_record=True), Source("a.xml")
    parts = XmlArticles().parts(piece, source, 0, "text")

    after = patched(piece.written, [found.hunk for found in spliced(piece.written, parts, [hunk])])

    (mended,) = XmlArticles().articles(Piece(after, is_record=True), source)
    assert mended.article.text == patched("abcdef", [hunk])


@pytest.mark.parametrize("written", ["ab", "<![CDATA[ab]]>", "a<hi>b</hi>"])
@pytest.mark.parametrize("break_", ["\n", "\r\n"])
def test_line_break_that_goes_in_is_read_as_one(written: str, break_: str) -> None:
    piece, source = Piece(f"<doc><main><p>{written}</p></main></doc>", is_record=True), Source("a.xml")
    parts = XmlArticles().parts(piece, source, 0, "text")

    after = patched(piece.written, [found.hunk for found in spliced(piece.written, parts, [Hunk(1, 1, break_)])])

    (mended,) = XmlArticles().articles(Piece(after, is_record=True), source)
    assert mended.article.text == f"a{break_}b"


def test_clean_is_restored(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(TEI)
    ran = scrapelint("clean", "--isolated", "--select", "CMT", "a.xml", "-o", "b.xml", "--ledger", "l", cwd=tmp_path)
    assert ran.status == 0, ran.err
    assert (tmp_path / "b.xml").read_text() == TEI.replace(FORM, "")

    scrapelint("restore", "b.xml", "--ledger", "l", "-o", "c.xml", cwd=tmp_path)

    assert (tmp_path / "c.xml").read_text() == TEI
