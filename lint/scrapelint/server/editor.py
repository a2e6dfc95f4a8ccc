"""The server: what an editor tells it, and what it answers."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from scrapelint.baseline.acceptance import load
from scrapelint.config.projects import forget
from scrapelint.errors import ScrapelintError
from scrapelint.fixes.accepting import entries_of, write
from scrapelint.fixes.atomic import exclusive
from scrapelint.resources.version import __version__
from scrapelint.server import answers
from scrapelint.server.checking import Checker
from scrapelint.server.positions import UTF_16, Positions

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapelint.config.per_file import Configs
    from scrapelint.server.checking import Report, Shown

DEBOUNCE_S = 0.05
"""How long nobody types before a file is checked: shorter than anybody notices, longer than between two keys."""


class _Checked(NamedTuple):
    """What an editor was told of a file."""

    version: int | None
    report: Report
    positions: Positions


class Editor(LanguageServer):
    """The editor at the other end, and the files that are open in it.

    A file comes as a whole with every change: what Python takes for a line is not what the protocol does.
    """

    def __init__(self, make_configs: Callable[[], Configs]) -> None:
        """Take what reads the configuration; what is wrong with it is shown when a file is checked."""
        super().__init__("scrapelint", __version__, types.TextDocumentSyncKind.Full)
        self._checker = Checker(make_configs)
        self._checked: dict[str, _Checked] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._lock = asyncio.Lock()
        self._worker = ThreadPoolExecutor(1)
        self._tasks: set[asyncio.Task[_Checked | None]] = set()
        self._told = ""

    def changed(self, uri: str, wait_s: float = DEBOUNCE_S) -> None:
        """Check a file once nobody has typed for a while."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._waiting[uri] = asyncio.get_running_loop().call_later(wait_s, self._start, uri)

    def closed(self, uri: str) -> None:
        """Forget a file, and what was found in it."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._checked.pop(uri, None)
        self._checker.close(_filename(uri))
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def again(self) -> None:
        """Check all files that are open: their settings, or what is accepted, may have changed."""
        forget()
        self._checked.clear()
        for uri in self.workspace.text_documents:
            self.changed(uri, 0)

    async def checked(self, uri: str) -> _Checked | None:
        """Return what is found in a file as it is now, and tell the editor; None where it cannot be checked."""
        async with self._lock:
            document = self.workspace.text_documents.get(uri)
            known = self._checked.get(uri)
            if document is None or (known and known.version == document.version):
                return known
            version, text = document.version, document.source
            work = partial(self._checker.check, _filename(uri), text)
            try:
                report = await asyncio.get_running_loop().run_in_executor(self._worker, work)
            except ScrapelintError as error:
                self._tell(str(error))
                return None
            encoding = types.PositionEncodingKind(self.workspace.position_encoding or UTF_16)
            positions = Positions(text, encoding.value)
            self._checked[uri] = found = _Checked(version, report, positions)
            self._publish(uri, found)
            return found

    async def accept(self, uri: str, fingerprint: str, reason: str) -> bool:
        """Accept a finding; tell whether that was done."""
        found = await self.checked(uri)
        shown = [shown for shown in found.report.shown if shown.finding.fingerprint == fingerprint] if found else []
        if not found or not shown:
            self._tell("the finding is not there any more")
            return False
        report = found.report
        if report.config.require_reasons and not reason.strip():
            self._tell(f"{report.config.place('require-reasons')}: a reason is required to accept a finding")
            return False
        try:
            _write(report, shown[0], reason.strip())
        except (ScrapelintError, OSError) as error:
            self._tell(str(error))
            return False
        self.again()
        return True

    def _start(self, uri: str) -> None:
        self._waiting.pop(uri, None)
        task = asyncio.get_running_loop().create_task(self.checked(uri))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[_Checked | None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error:  # one file never ends the server
            self._tell(f"internal error: {type(error).__name__}: {error}")

    def _publish(self, uri: str, found: _Checked) -> None:
        diagnostics = answers.diagnostics(found.report, found.positions)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, found.version))
        self._told = ""
        for error in found.report.errors:
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"scrapelint: {error}"))

    def _tell(self, problem: str) -> None:
        """Show what is wrong; the same only once, not with every key."""
        if problem != self._told:
            self._told = problem
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"scrapelint: {problem}"))


def serve(make_configs: Callable[[], Configs]) -> None:
    """Serve an editor by standard input and output until it ends."""
    made(make_configs).start_io()


def made(make_configs: Callable[[], Configs]) -> Editor:
    """Return a server that does not run yet."""
    editor = Editor(make_configs)
    editor.feature(types.TEXT_DOCUMENT_DID_OPEN)(_did_open)
    editor.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_did_change)
    editor.feature(types.TEXT_DOCUMENT_DID_SAVE)(_did_save)
    editor.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_did_close)
    editor.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_did_change_watched_files)
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    editor.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_code_action)
    editor.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    editor.command(answers.ACCEPT)(_accept)
    return editor


def _did_open(editor: Editor, params: types.DidOpenTextDocumentParams) -> None:
    editor.changed(params.text_document.uri, 0)


def _did_change(editor: Editor, params: types.DidChangeTextDocumentParams) -> None:
    editor.changed(params.text_document.uri)


def _did_save(editor: Editor, params: types.DidSaveTextDocumentParams) -> None:  # noqa: ARG001
    editor.again()


def _did_close(editor: Editor, params: types.DidCloseTextDocumentParams) -> None:
    editor.closed(params.text_document.uri)


def _did_change_watched_files(editor: Editor, params: types.DidChangeWatchedFilesParams) -> None:  # noqa: ARG001
    editor.again()


async def _code_action(editor: Editor, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    found = await editor.checked(uri)
    if not found:
        return []
    document = types.OptionalVersionedTextDocumentIdentifier(uri, found.version)
    return list(answers.actions(found.report, found.positions, params.range, document))


async def _hover(editor: Editor, params: types.HoverParams) -> types.Hover | None:
    found = await editor.checked(params.text_document.uri)
    return answers.hover(found.report, found.positions, params.position) if found else None


async def _accept(editor: Editor, wanted: Any) -> bool:
    given = {name: str(value) for name, value in dict(wanted).items()}
    return await editor.accept(given.get("uri", ""), given.get("fingerprint", ""), given.get("reason", ""))


def _write(report: Report, shown: Shown, reason: str) -> None:
    new = entries_of(shown.article, [shown.finding], report.place.path, reason)
    with exclusive(report.project.root):
        project = load(report.project.root)
        known = {row.entry.fingerprint: row.entry for row in project.rows if row.entry}
        write(project, {**known, **{entry.fingerprint: entry for entry in new}})


def _filename(uri: str) -> str:
    """Return the path of a document; of one that was never saved its name."""
    return (uris.to_fs_path(uri) if uri.startswith("file:") else uri.rpartition("/")[2]) or uri
