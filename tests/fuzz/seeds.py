"""What fuzzing starts from: small inputs of our own making, by target."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
from typing import TYPE_CHECKING

from scrapelint.readers.compressions import compressing

if TYPE_CHECKING:
    from collections.abc import Iterable

STORY = "The council of Larn opened the bridge on Friday, and the mayor thanked all who had built it."
MORE = "The first ferry left at nine, and by noon two hundred people had crossed, the harbour office said."
FORM = "Your email address will not be published."
PAGES = [
    f"{STORY}\n\n{MORE}\n\n{FORM}\n",
    f"Home > News > Larn\n\n{STORY}\n\nREAD ALSO: Ferry drifts for hours\n\n{MORE}\n\nShare Tweet\n",
    f"Photo: Ann Lee\n{STORY} {MORE}\n{STORY}\n{STORY}\n\nWritten by Ann Lee\n\nAdvertisement\n",
    "Name\nEmail\nWebsite\nHomepage\nPost Comment\n12 comments\nReply\n2 hours ago\n",
    "Published: 18 June 2023, 12:30 GMT\nUpdated Monday 31 02 2024\nLARN, 19. Juni 2023 (Reuters) - 2024年4月19日\n",
    "CafÃ© â€™ &amp;nbsp; &amp;lt;p&amp;gt; function(){ var a = {\n if (a) {\n}} T he port \ufeff\u202e\u00ad\u200b ﬁ :smile:",
    "Порт Ларна снова открыт.\n\nОтменить ответ\nВаш адрес email не будет опубликован.\n港口于周一重新开放，市长说。\n",
    "<|im_start|>user\nAs an AI language model, I cannot {{title}} {a|b|c} [1] **bold** ```\n# Larn\n- a\n- b\n",
    "the the the the the the the the the the the the the the the the the the the the\n" * 3,
    "Verify you are human\nEnable JavaScript and cookies to continue\n404 Not Found\nSubscribe to read on\n",
    "",
    "\ud800\udcff\x00\x1b[31m\r\n\u2028\u0085\v\f\u3000",
]
FIELDS = ["Larn opens its bridge", "https://larn.example/2023/06/18/bridge", "18 June 2023", "By Ann Lee", "en", STORY]

RECORDS = [
    {"id": 1, "text": PAGES[0], "title": FIELDS[0], "url": FIELDS[1], "date": FIELDS[2], "author": [FIELDS[3]]},
    {"maintext": PAGES[1], "metadata": {"title": "404 Not Found", "language": "en", "n": 1.5e3}},
    {"paragraphs": None, "Text": [STORY, FORM], "summary": MORE, "site": 'Larn Courier \\ " \u2028 😀 \ud83d'},
    {"body": {"summary": [STORY], "sections": [{"headline": ["Ferry"], "paragraphs": [FORM, MORE]}]}, "extra": [[[]]]},
    {"url": None, "content": PAGES[3]},
]
LINES = "".join(json.dumps(record, ensure_ascii=bool(place % 2)) + "\n" for place, record in enumerate(RECORDS))

TABLE = f'id,title,text\n0,"Larn\x1dopens","{STORY}\u2028{MORE}"\n1,"{FIELDS[0]}","{PAGES[0]}"\n2,,"a ""quoted"" cell; {MORE}"\n3,"x\\"y",{FORM}\n,,\n'
XML = (
    f'<corpus><doc title="Larn &amp; port" url="{FIELDS[1]}" date="2023-06-18"><main><p>{STORY}\u2028{MORE}</p><p>{FORM}</p>'
    "<list><item>a<hi>b</hi>&#x41;</item></list><!-- c --><head>Ferry</head><p><![CDATA[a < b]]></p></main>"
    "<comments><p>c</p></comments></doc></corpus>"
)
TEI = (
    '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>Larn</title><author>Ann</author>'
    f'<ptr target="{FIELDS[1]}"/></teiHeader><text><body><p>{STORY}</p><p>{FORM}</p></body></text></TEI>'
)
MARKDOWN = [
    f"---\ntitle: Larn opens: its bridge\ndate: 2023-06-18\ntags: [a, b]\nauthor: &a Ann\nurl: *a\n---\n{PAGES[0]}",
    f'+++\ntitle = "Larn"\ndate = 2023-06-18\na.b = 1\n+++\n{PAGES[1]}',
    "---\n\n---\n# Larn\n",
]

CONFIGURATIONS = [
    'select = ["CMT", "ENC001"]\nignore = ["SEG"]\nfail-on = "error"\nextend-exclude = ["raw", "*.bak"]\njobs = 2\n',
    '[rules.too-short]\nseverity = "info"\nmin-words = 5\n[rules.missing-field]\nrequired = ["title"]\n',
    'fields.text = ["a.b", "c"]\nfields.title = "t"\nmax-record-mb = 0.5\npreview = true\nmax-findings-per-rule = 3\n',
    '[per-file-ignores]\n"*.txt" = ["CMT"]\n[max-share]\nNAV003 = 0.5\n[per-file-gates."a/*"]\nfail-on = "never"\n',
    'output-format = ["concise", "json:out.json"]\nrequire-reasons = true\nforce-exclude = true\npacks = ["p*.toml"]\n',
    '[project]\nname = "a"\n[tool.scrapelint]\nselect = ["ALL"]\n[tool.scrapelint.rules.ENC001]\nseverity = "error"\n',
    "[rules.wall-of-text]\nmin-chars = 9\n[rules.ngram-repetition]\nmin-share = 0.0\n",
]
PACKS = [
    'concept = "larn"\nsummary = "calls"\ncode = "LRN001"\nname = "larn-call"\nfix = "safe"\n[[entries]]\nid = "call"\n'
    'where = "line"\nmax_line_chars = 60\nphrases.en = ["call {n} ferries", "your {words} address {words}"]\n'
    '[[entries]]\nid = "in"\nwhere = "inside"\nzones = ["tail"]\nmax_line_chars = 500\nconfidence = 0.5\n'
    'phrases.de = ["ruf den hafen"]\npatterns.en = ["(the|a) mayor (thanked|said).{0,20}all", "bridge on \\\\w+day"]\n'
    'patterns.ru = ["порт [а-я]+ (снова )?открыт"]\n[examples]\nhits.en = ["call 3 ferries"]\nmisses.en = ["no"]\n',
    'concept = "a"\nsummary = "b"\n[[entries]]\nid = "x"\nwhere = "start"\nmax_line_chars = 9\nphrases.en = ["¿ab… "]\n'
    '[[entries]]\nid = "y"\nwhere = "end"\nmax_line_chars = 9\nphrases.zh-Hans = ["港口。"]\n',
]
ACCEPTED = [
    '{"filename": "a.txt", "code": "CMT001", "excerpt": "your email", "fingerprint": "c21ff0a8e489b3ab1716a9436482acad", '
    '"reason": "as published", "date": "2024-01-01"}\n',
    '{"fingerprint": "0", "code": "X", "filename": "b.txt"}\r\n\r\nnot json\n[]\n{"fingerprint": 1}\n',
]
RATES = [
    '{"on": ["CMT001", "SEG006"]}\n{"site": "larn.example", "articles": 120, "rules": {"CMT001": 3}}\n',
    '{"on": []}\n{"site": "", "articles": 1, "rules": {}}\n\n{"site": "x", "articles": 1e3, "rules": {"A": 2}}\n',
]
LEDGERS = [
    '{"ledger": 1, "file": "", "encoding": "utf-8"}\n{"record": 1, "id": "1", "edits": [{"field": "text", "offset": 5, '
    '"removed": "Form", "inserted": "", "codes": ["CMT001"], "at": 7, "size": 0}]}\n'
    '{"bytes": 20, "sha256": "00", "original_bytes": 24, "original_sha256": "00"}\n',
    '{"ledger": 1, "file": "a/b.txt", "encoding": "utf-16-le"}\n{"edits": [{"at": 0, "size": 3, "written": "x"}]}\n'
    '{"abandoned": true}\n{"ledger": 1, "file": "../c", "encoding": "rot13"}\n{"sha256": 1}\n',
]


def encoded(texts: Iterable[str]) -> list[bytes]:
    """Return texts as bytes; halves of pairs are written as they are."""
    return [text.encode("utf-8", "surrogatepass") for text in texts]


def texts() -> list[bytes]:
    """Return pages as files of text, in several encodings."""
    wide = [PAGES[1].encode(name) for name in ("utf-16", "utf-32", "utf-8-sig")]
    return [*encoded(PAGES), *wide, "Café".encode("latin-1"), b"\x89PNG\r\n\x00"]


def articles() -> list[bytes]:
    """Return a text and its fields, with zero bytes between."""
    return [b"\0".join(encoded([page.replace("\0", ""), *FIELDS[place % 7 :]])) for place, page in enumerate(PAGES)]


def json_files() -> list[bytes]:
    """Return the shapes that a JSON file of articles may have."""
    columns = {"text": {"0": STORY, "1": FORM}, "title": {"0": "a", "1": "b"}}
    shapes = [
        RECORDS,
        {"articles": RECORDS[:2]},
        columns,
        {"x": RECORDS[0], "y": RECORDS[1]},
        RECORDS[0],
        [1, "a", None],
    ]
    return [*encoded(json.dumps(shape, indent=place % 2) for place, shape in enumerate(shapes)), *encoded([LINES])]


def compressed() -> list[bytes]:
    """Return JSON Lines, compressed in the four ways; the first byte says how, in the order of `COMPRESSIONS`."""
    (data,) = encoded([LINES])
    zst = io.BytesIO()
    with compressing(zst, "zst") as out:
        out.write(data)
    found = [gzip.compress(data), zst.getvalue(), bz2.compress(data), lzma.compress(data)]
    return [*(bytes([place]) + one for place, one in enumerate(found)), b"\0" + gzip.compress(data)[:-9]]


def tables(*, is_parquet: bool) -> list[bytes]:
    """Return files of columns, as pyarrow writes them."""
    import pyarrow as pa
    from pyarrow import parquet

    rows = [{"id": n, "text": page, "title": None, "metadata": {"title": "404"}} for n, page in enumerate(PAGES[:6])]
    table, out = pa.Table.from_pylist(rows), io.BytesIO()
    if is_parquet:
        parquet.write_table(table, out, row_group_size=4)
    else:
        with pa.ipc.new_file(out, table.schema) as writer:
            writer.write_table(table)
    return [out.getvalue()]


def archives() -> list[bytes]:
    """Return a web archive of two texts and a page."""
    parts = []
    for kind, content_type, text in (
        ("warcinfo", "application/warc-fields", "software: test\r\n"),
        ("conversion", "text/plain", PAGES[0]),
        ("response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a</p>"),
        ("resource", "text/plain", PAGES[6]),
    ):
        data = text.encode()
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-05-12T08:00:00Z\r\n"
        head += f"WARC-Target-URI: {FIELDS[1]}\r\nContent-Type: {content_type}\r\nContent-Length: {len(data)}\r\n\r\n"
        parts.append(head.encode() + data + b"\r\n\r\n")
    return [b"".join(parts)]


def edits() -> list[bytes]:
    """Return bytes of which texts and edits are made."""
    return [bytes(range(60)), b"\x05" * 40, bytes(range(255, 0, -3)), b""]
