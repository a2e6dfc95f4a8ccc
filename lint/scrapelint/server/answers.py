"""Findings as the protocol has them: diagnostics, actions, and the page of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from scrapelint.finding import Severity
from scrapelint.reporters.rule_pages import page, page_url
from scrapelint.resources.version import __version__
from scrapelint.runners.pipeline import installed
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.config.values import Config
    from scrapelint.server.checking import Report, Shown
    from scrapelint.server.positions import Position, Positions

ACCEPT = "scrapelint.accept"
"""The command that accepts a finding. Its argument is an object of `uri`, `fingerprint` and `reason`."""

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostics(report: Report, positions: Positions) -> list[types.Diagnostic]:
    """Return the findings of a file as an editor shows them."""
    return [_diagnostic(shown, positions) for shown in report.shown]


def actions(
    report: Report, positions: Positions, wanted: types.Range, document: types.OptionalVersionedTextDocumentIdentifier
) -> Iterator[types.CodeAction]:
    """Yield what can be done about the findings that touch a range: the fixes, the surest first, then accepting."""
    here = [shown for shown in report.shown if _touch(_range(shown, positions), wanted)]
    for shown in sorted(here, key=lambda shown: -shown.finding.confidence):
        if shown.edits:
            yield _fix(shown, positions, document)
    yield from (_accept(shown, positions, document.uri) for shown in here)


def hover(report: Report, positions: Positions, at: types.Position) -> types.Hover | None:
    """Return the pages of the rules that found something at a place; None where none did."""
    here = [shown for shown in report.shown if _touch(_range(shown, positions), types.Range(at, at))]
    if not here:
        return None
    pages = "\n---\n\n".join(_pages((shown.finding.code for shown in here), report.config))
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, pages), _range(here[0], positions))


def _diagnostic(shown: Shown, positions: Positions) -> types.Diagnostic:
    finding = shown.finding
    return types.Diagnostic(
        range=_range(shown, positions),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(page_url(finding.code)),
        source="scrapelint",
        data={"fingerprint": finding.fingerprint, "confidence": round(finding.confidence, 3), "version": __version__},
    )


def _fix(
    shown: Shown, positions: Positions, document: types.OptionalVersionedTextDocumentIdentifier
) -> types.CodeAction:
    fix = shown.finding.fix
    edits = [types.TextEdit(_of(positions(e.start), positions(e.end)), e.content) for e in shown.edits]
    return types.CodeAction(
        title=f"{shown.finding.code}: {fix.message if fix else ''}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(shown, positions)],
        is_preferred=bool(fix and fix.safe),
        edit=types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, edits)]),
    )


def _accept(shown: Shown, positions: Positions, uri: str) -> types.CodeAction:
    finding = shown.finding
    title = f"{finding.code}: accept {finding.name} here"
    arguments = [{"uri": uri, "fingerprint": finding.fingerprint, "reason": ""}]
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(shown, positions)],
        command=types.Command(title, ACCEPT, arguments=arguments),
    )


def _pages(codes: Iterable[str], config: Config) -> Iterator[str]:
    rules = selection.with_packs(config, installed()).rules
    return (page(rules[code]) for code in dict.fromkeys(codes))


def _range(shown: Shown, positions: Positions) -> types.Range:
    return _of(positions(shown.start), positions(shown.end))


def _of(start: Position, end: Position) -> types.Range:
    return types.Range(types.Position(*start), types.Position(*end))


def _touch(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end
