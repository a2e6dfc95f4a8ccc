"""An editor gets findings as one types, by the protocol on standard input and output."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from typing import TYPE_CHECKING

import pytest
from command import FORM, scrapelint
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from pathlib import Path

    from cattrs import Converter

STORY = "The council approved the plan for the new tram line on Tuesday night after a debate of six hours."
TEXT = f"{STORY}\n\n𝕏 {STORY}\n\n{FORM}\n"
OPTIONS = ("--select", "CMT001,MET002")
TIMEOUT_S = 60


def converter() -> Converter:
    """Return a converter that takes an action with a command for an action; that of lsprotocol takes it for a command."""
    made = default_converter()
    made.register_structure_hook(types.Command | types.CodeAction, lambda o, _: made.structure(o, types.CodeAction))
    return made


class Client(LanguageClient):
    """An editor, as far as the tests need one."""

    def __init__(self) -> None:
        super().__init__("tests", "1", converter_factory=converter)
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.shown: asyncio.Queue[str] = asyncio.Queue()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(params: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

        self.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: self.shown.put_nowait(params.message))

    def open(self, path: Path, text: str) -> str:
        """Open a file with a text; it need not be on disk."""
        item = types.TextDocumentItem(path.as_uri(), "plaintext", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return item.uri

    def change(self, uri: str, version: int, text: str) -> None:
        """Have another text in a file."""
        document = types.VersionedTextDocumentIdentifier(version, uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def diagnostics(self, version: int | None = None) -> list[types.Diagnostic]:
        """Return the next diagnostics; of a version, where one is named."""
        while True:
            told = await asyncio.wait_for(self.told.get(), TIMEOUT_S)
            if version in (None, told.version):
                return list(told.diagnostics)

    async def actions(self, uri: str, at: types.Range) -> list[types.CodeAction]:
        """Return what can be done at a place."""
        context = types.CodeActionContext([])
        document = types.TextDocumentIdentifier(uri)
        params = types.CodeActionParams(document, at, context)
        found = await asyncio.wait_for(self.text_document_code_action_async(params), TIMEOUT_S)
        return [action for action in found or [] if isinstance(action, types.CodeAction)]


def with_editor(
    home: Path,
    work: Callable[[Client], Awaitable[None]],
    *options: str,
    encodings: list[types.PositionEncodingKind | str] | None = None,
) -> None:
    """Start a server in a folder, do the work as its client, and end it."""

    async def run() -> None:
        client = Client()
        await client.start_io(sys.executable, "-m", "scrapelint.cli", "server", *(options or OPTIONS), cwd=home)
        general = types.GeneralClientCapabilities(position_encodings=encodings)
        capabilities = types.ClientCapabilities(general=general)
        await asyncio.wait_for(client.initialize_async(types.InitializeParams(capabilities)), TIMEOUT_S)
        client.initialized(types.InitializedParams())
        try:
            await work(client)
        finally:
            await asyncio.wait_for(client.shutdown_async(None), TIMEOUT_S)
            client.exit(None)
            await client.stop()

    asyncio.run(run())


def spans(found: list[types.Diagnostic]) -> list[tuple[int, int, int, int]]:
    """Return where diagnostics stand."""
    return [(d.range.start.line, d.range.start.character, d.range.end.line, d.range.end.character) for d in found]


def test_findings_come_when_a_file_is_opened_and_as_one_types(tmp_path: Path) -> None:
    async def work(client: Client) -> None:
        uri = client.open(tmp_path / "a.txt", TEXT)
        (found,) = await client.diagnostics()
        assert (found.code, found.source, found.severity) == ("CMT001", "scrapelint", types.DiagnosticSeverity.Error)
        assert found.message == 'comment form: "Your email address will not be published"'
        assert found.code_description
        assert found.code_description.href.endswith("/rules/CMT001")
        for version, text in ((2, STORY), (3, f"{FORM}\n{TEXT}"), (4, TEXT.removesuffix(f"\n\n{FORM}\n"))):
            client.change(uri, version, text)
        assert await client.diagnostics(4) == []
        client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        assert await client.diagnostics() == []

    with_editor(tmp_path, work)


@pytest.mark.parametrize(
    ("encodings", "units"),
    [(None, 2), (["utf-32", "utf-16"], 1), (["utf-8"], 4)],
    ids=["UTF-16 unless told otherwise", "UTF-32", "UTF-8"],
)
def test_columns_count_in_the_units_of_the_editor(
    tmp_path: Path, encodings: list[types.PositionEncodingKind | str] | None, units: int
) -> None:
    async def work(client: Client) -> None:
        client.open(tmp_path / "a.jsonl", json.dumps({"text": f"{STORY}\n𝕏 {FORM}"}, ensure_ascii=False))
        (found,) = await client.diagnostics()
        start = len(json.dumps({"text": f"{STORY}\n"})) - len('"}')
        assert spans([found]) == [(0, start, 0, start + units + len(f" {FORM}"))]

    with_editor(tmp_path, work, encodings=encodings)


def test_findings_of_a_record_stand_in_its_line_where_the_command_says(tmp_path: Path) -> None:
    lines = [
        json.dumps({"title": "404 Not Found", "text": f'{STORY} "So"\n\n{FORM}'}),
        "",
        json.dumps({"id": "b", "text": f"{STORY}\u2028{STORY}\n\n{FORM}\n"}, ensure_ascii=False),
        '{"text": "cut',
    ]
    content = "\n".join(lines) + "\n"
    (tmp_path / "a.jsonl").write_text(content, encoding="utf-8")
    known = scrapelint("check", *OPTIONS, "--output-format", "json-lines", "a.jsonl", cwd=tmp_path).findings

    async def work(client: Client) -> None:
        client.open(tmp_path / "a.jsonl", content)
        found = await client.diagnostics()
        assert [(d.code, d.message) for d in found] == [(k["code"], k["message"]) for k in known]
        assert [d.data["fingerprint"] for d in found] == [k["fingerprint"] for k in known]
        shown = [lines[d.range.start.line][d.range.start.character : d.range.end.character] for d in found]
        assert shown == ["404 Not Found", FORM, FORM, '"cut']

    with_editor(tmp_path, work)


def test_records_without_a_text_are_told_once_as_the_command_tells_them(tmp_path: Path) -> None:
    content = "".join(json.dumps({"id": str(n), "story": STORY}) + "\n" for n in range(3))
    (tmp_path / "a.jsonl").write_text(content)
    known = scrapelint("check", *OPTIONS, "--output-format", "json-lines", "a.jsonl", cwd=tmp_path).findings

    async def work(client: Client) -> None:
        client.open(tmp_path / "a.jsonl", content)
        found = await client.diagnostics()
        assert [(d.message, d.data["fingerprint"]) for d in found] == [(k["message"], k["fingerprint"]) for k in known]
        assert spans(found) == [(0, 0, 0, len(content.splitlines()[0]))]

    with_editor(tmp_path, work)


def test_field_that_no_record_has_is_told_as_the_command_tells_it_until_one_has_it(tmp_path: Path) -> None:
    (tmp_path / "scrapelint.toml").write_text('[fields]\ntext = ["story"]\n')
    content = "".join(json.dumps({"id": str(n), "text": STORY}) + "\n" for n in range(3))
    (tmp_path / "a.jsonl").write_text(content)
    known = scrapelint("check", *OPTIONS, "--output-format", "json-lines", "a.jsonl", cwd=tmp_path).findings

    async def work(client: Client) -> None:
        uri = client.open(tmp_path / "a.jsonl", content)
        found = await client.diagnostics()
        assert [d.code for d in found] == ["INP007"]
        assert [(d.message, d.data["fingerprint"]) for d in found] == [(k["message"], k["fingerprint"]) for k in known]
        assert spans(found) == [(0, 0, 0, len(content.splitlines()[0]))]
        client.change(uri, 2, content + json.dumps({"id": "3", "story": STORY}) + "\n")
        assert await client.diagnostics(2) == []

    with_editor(tmp_path, work)


def test_file_that_is_excluded_has_no_findings(tmp_path: Path) -> None:
    (tmp_path / "scrapelint.toml").write_text('exclude = ["notes"]\n')

    async def work(client: Client) -> None:
        client.open(tmp_path / "notes" / "a.txt", TEXT)
        assert await client.diagnostics() == []

    with_editor(tmp_path, work)


RECORD = {"text": f"{STORY} “So”\n\n{FORM}\n\n{STORY}", "n": 1}
FILES = {
    "a.txt": TEXT,
    "a.md": f"---\ntitle: Tram\n---\n{TEXT}",
    "a.jsonl": json.dumps({"text": STORY}) + "\n" + json.dumps(RECORD) + "\n",
    "a.json": json.dumps([{"text": STORY}, RECORD], indent=2, ensure_ascii=False),
    "a.csv": f'title,text\nTram,"{STORY}\n\nHe said ""no"" 𝕏.\n\n{FORM}"\n',
    "a.xml": f"<doc><main><p>{STORY}</p><p>{FORM}</p></main></doc>",
}


@pytest.mark.parametrize("name", FILES)
def test_quick_fix_writes_what_the_command_writes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    scrapelint("check", *OPTIONS, "--fix-only", name, cwd=tmp_path)

    async def work(client: Client) -> None:
        uri = client.open(tmp_path / name, FILES[name])
        (found,) = await client.diagnostics()
        fix, _ = await client.actions(uri, found.range)
        assert (fix.kind, fix.is_preferred) == (types.CodeActionKind.QuickFix, True)
        assert fix.title.startswith("CMT001: ")
        assert fix.edit
        (change,) = fix.edit.document_changes or []
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document == types.OptionalVersionedTextDocumentIdentifier(uri, 1)
        assert applied(FILES[name], change.edits) == (tmp_path / name).read_text(encoding="utf-8")
        assert await client.actions(uri, types.Range(types.Position(0, 0), types.Position(0, 1))) == []

    with_editor(tmp_path, work, encodings=["utf-32"])


def applied(text: str, edits: Iterable[object]) -> str:
    """Return a text as an editor that counts code points makes it."""
    lines = text.split("\n")
    for edit in sorted((e for e in edits if isinstance(e, types.TextEdit)), key=lambda e: e.range.start, reverse=True):
        start, end = (
            sum(len(line) + 1 for line in lines[: place.line]) + place.character
            for place in (edit.range.start, edit.range.end)
        )
        text = text[:start] + edit.new_text + text[end:]
    return text


def test_finding_is_accepted_with_a_reason_and_gone(tmp_path: Path) -> None:
    (tmp_path / ".scrapelint-accepted.jsonl").touch()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    async def work(client: Client) -> None:
        uri = client.open(tmp_path / "a.txt", TEXT)
        (found,) = await client.diagnostics()
        (*_, accept) = await client.actions(uri, found.range)
        assert accept.command
        assert accept.title == "CMT001: accept comment-form here"
        (given,) = accept.command.arguments or []
        params = types.ExecuteCommandParams(accept.command.command, [{**given, "reason": "quoted in a story"}])
        assert await asyncio.wait_for(client.workspace_execute_command_async(params), TIMEOUT_S)
        assert await client.diagnostics() == []

    with_editor(tmp_path, work)

    (entry,) = map(json.loads, (tmp_path / ".scrapelint-accepted.jsonl").read_text().splitlines())
    assert (entry["filename"], entry["code"], entry["reason"]) == ("a.txt", "CMT001", "quoted in a story")
    assert scrapelint("check", *OPTIONS, "a.txt", cwd=tmp_path).status == 0


def test_reason_that_is_required_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "scrapelint.toml").write_text("require-reasons = true\n")

    async def work(client: Client) -> None:
        uri = client.open(tmp_path / "a.txt", TEXT)
        (found,) = await client.diagnostics()
        (*_, accept) = await client.actions(uri, found.range)
        assert accept.command
        params = types.ExecuteCommandParams(accept.command.command, accept.command.arguments)
        assert not await asyncio.wait_for(client.workspace_execute_command_async(params), TIMEOUT_S)
        shown = await asyncio.wait_for(client.shown.get(), TIMEOUT_S)
        assert "scrapelint.toml:1: a reason is required to accept a finding" in shown

    with_editor(tmp_path, work)
    assert not (tmp_path / ".scrapelint-accepted.jsonl").exists()


def test_hover_shows_the_page_of_the_rule(tmp_path: Path) -> None:
    async def work(client: Client) -> None:
        uri = client.open(tmp_path / "a.txt", TEXT)
        (found,) = await client.diagnostics()
        document = types.TextDocumentIdentifier(uri)
        hover = await client.text_document_hover_async(types.HoverParams(document, found.range.start))
        assert hover
        assert isinstance(hover.contents, types.MarkupContent)
        assert hover.contents.value.startswith("# comment-form (CMT001)")
        assert "Why it matters" in hover.contents.value
        assert await client.text_document_hover_async(types.HoverParams(document, types.Position(0, 3))) is None

    with_editor(tmp_path, work)


def test_configuration_that_is_wrong_is_told_and_counts_once_it_is_right(tmp_path: Path) -> None:
    settings = tmp_path / "scrapelint.toml"
    settings.write_text('ignore = ["CMT9"]\n')

    async def work(client: Client) -> None:
        uri = client.open(tmp_path / "a.txt", TEXT)
        assert 'scrapelint.toml:1: unknown rule "CMT9"' in await asyncio.wait_for(client.shown.get(), TIMEOUT_S)
        settings.write_text('ignore = ["CMT001"]\n')
        client.change(uri, 2, f"{TEXT}\n")
        assert await client.diagnostics(2) == []
        settings.unlink()
        client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
        assert len(await client.diagnostics(2)) == 1
        settings.write_text('[rules.comment-form]\nseverity = "info"\n')
        client.change(uri, 3, TEXT)
        assert [d.severity for d in await client.diagnostics(3)] == [types.DiagnosticSeverity.Information]

    with_editor(tmp_path, work, "--select", "CMT,MET")


def test_findings_of_a_long_article_come_at_once(tmp_path: Path) -> None:
    """Typing goes on while a text of 10 KB is checked; the figure of the manual is measured on an idle machine."""
    text = "\n\n".join([STORY] * 100) + f"\n\n{FORM}\n"

    async def work(client: Client) -> None:
        uri = client.open(tmp_path / "a.txt", text)
        await client.diagnostics()
        start = time.perf_counter()
        client.change(uri, 2, f"{text}{FORM}\n")
        assert len(await client.diagnostics(2)) >= 1
        assert time.perf_counter() - start < 5

    with_editor(tmp_path, work)


def test_package_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ImportError\n")

    ran = scrapelint("server", cwd=tmp_path, PYTHONPATH=os.pathsep.join([str(tmp_path), *sys.path]))

    assert ran.status == 2
    assert ran.err == "scrapelint: the language server needs pygls: pip install 'scrapelint[server]'\n"
