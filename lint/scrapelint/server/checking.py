"""What is found in a file as an editor has it, and where in it that is."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.api import linter
from scrapelint.baseline.acceptance import load
from scrapelint.config.loading import nearest_file
from scrapelint.config.projects import place_of
from scrapelint.fixes.patches import Hunk
from scrapelint.fixes.splicing import spliced, written_span
from scrapelint.intake import Found, Intake
from scrapelint.located import named
from scrapelint.readers.decoding import exact
from scrapelint.readers.faults import RecordWithoutText, none_with_text
from scrapelint.readers.files import input_of
from scrapelint.readers.format import TextFormat, all_pieces, articles_of
from scrapelint.readers.without_text import FieldWatch
from scrapelint.runners import local
from scrapelint.runners.pipeline import excluded, installed, source_of, wanted
from scrapelint.selection import selecting as selection
from scrapelint.text.surrogates import SURROGATE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.baseline.acceptance import Project
    from scrapelint.config.per_file import Configs
    from scrapelint.config.projects import Place
    from scrapelint.config.values import Config
    from scrapelint.finding import Finding
    from scrapelint.intake import OtherField
    from scrapelint.readers.format import Piece
    from scrapelint.readers.source import Source

_Key = tuple[str, int | None, str]
"""A piece as it is written, its number, and what its format has to know besides."""
_Settings = tuple[tuple[str, int, int], ...]


class Shown(NamedTuple):
    """A finding, and where it is in the file."""

    article: Article
    finding: Finding
    start: int
    end: int
    """In code points of the file, exclusive."""
    edits: Sequence[Hunk] = ()
    """How the file is mended, where the finding has a fix that can be written there."""

    def moved(self, by: int) -> Shown:
        """Return it so many code points further on."""
        edits = [edit._replace(start=edit.start + by, end=edit.end + by) for edit in self.edits]
        return self._replace(start=self.start + by, end=self.end + by, edits=edits)


class Report(NamedTuple):
    """What was found in one version of a file."""

    shown: list[Shown]
    config: Config
    place: Place
    project: Project
    errors: list[str]
    """What rules raised."""

    def left(self, shown: Iterable[Shown]) -> Iterator[Shown]:
        """Yield those that are not accepted."""
        return (found for found in shown if found.finding.fingerprint not in self.project.fingerprints)


class Checker:
    """Checks files, record by record; a record that is as it was is not checked again."""

    def __init__(self, make_configs: Callable[[], Configs]) -> None:
        """Take what reads the configuration, which is done when a file is checked."""
        self._make_configs = make_configs
        self._configs: Configs | None = None
        self._settings: dict[str, _Settings] = {}
        self._known: dict[str, dict[_Key, _Checked]] = {}

    def close(self, filename: str) -> None:
        """Forget a file."""
        self._known.pop(filename, None)
        self._settings.pop(filename, None)

    def check(self, filename: str, text: str) -> Report:
        """Return what is found in a file with this text; raises ConfigError or UsageError."""
        file = input_of(filename)
        config = self._current_configs(filename).of(file)
        place = place_of(filename, config.root)
        report = Report([], config, place, load(place.root), [])
        if not isinstance(file.format, TextFormat) or excluded(config)(filename):
            return report
        pieces = _Pieces(file.format, source_of(filename, config), config)
        before, now = self._known.get(filename, {}), dict[_Key, _Checked]()
        for at, piece in pieces.of(text):
            key = piece.written, piece.number, repr(piece.context)
            now[key] = checked = before.get(key) or pieces.checked(piece)
            report.shown.extend(found.moved(at) for found in report.left(checked.shown))
            report.errors.extend(checked.errors)
        report.shown.extend(report.left(pieces.told_of_field(now.values(), text)))
        self._known[filename] = now
        return report if any(checked.has_text for checked in now.values()) else pieces.told_once(report)

    def _current_configs(self, filename: str) -> Configs:
        """Return the configurations, read anew where that of a file is another one, or changed."""
        folder = os.path.dirname(filename) or "."  # noqa: PTH120
        known = self._configs
        settings = tuple(_stamp(path) for path in (nearest_file(folder), known.path if known else None))
        if known is None or settings != self._settings.get(filename, settings):
            known = self._configs = self._make_configs()
            self._known.clear()
            settings = (settings[0], _stamp(known.path))
        self._settings[filename] = settings
        return known


def _stamp(path: str | None) -> tuple[str, int, int]:
    try:
        known = os.stat(path or "")  # noqa: PTH116
    except OSError:
        return path or "", 0, 0
    return path or "", known.st_mtime_ns, known.st_size


class _Checked(NamedTuple):
    """What was found in a piece, in places of the piece."""

    shown: Sequence[Shown]
    errors: Sequence[str]
    has_text: bool
    """Whether there is an article in it."""
    seen: Sequence[tuple[OtherField | None, bool]] = ()
    """Of each record in it: which field stood for the one that was named for the text, and whether it has a text."""


class _Pieces:
    """The pieces of a file."""

    def __init__(self, kind: TextFormat, source: Source, config: Config) -> None:
        self._format, self._source = kind, source
        self._linter = linter(config=config)
        known = selection.with_packs(config, installed())
        self._rules = {rule.code: rule for rule in selection.select(config, known)}
        self._ignored = selection.ignored_in(source.filename, config, known)

    def of(self, text: str) -> Iterator[tuple[int, Piece]]:
        """Yield the pieces of a text with where each begins; of halves of surrogates U+FFFD is read."""
        data = SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text).encode()
        stream, _ = exact(io.BufferedReader(io.BytesIO(data)))
        at = 0
        for piece in all_pieces(self._format, stream, self._source):
            if piece.is_record or piece.fault:
                yield at, piece
            at += len(piece.written)

    def checked(self, piece: Piece) -> _Checked:
        """Return what is found in a piece."""
        found = [piece.fault] if piece.fault else articles_of(self._format, piece, self._source)
        shown: list[Shown] = []
        errors: list[str] = []
        seen: list[tuple[OtherField | None, bool]] = []
        for index, intake in enumerate(found):
            seen.append((intake.other_field, intake.readable))
            checked = local.joined(intake, local.check(intake.article, self._linter) if intake.readable else Found())
            errors += [checked.error] if checked.error else []
            left = named(checked.article, wanted(checked.findings, self._rules, self._ignored))
            shown += [self._placed(piece, index, checked.article, finding) for finding in left]
        return _Checked(shown, errors, any(has_text for _, has_text in seen), seen)

    def told_of_field(self, pieces: Iterable[_Checked], text: str) -> Iterator[Shown]:
        """Yield, on the first line, that no record has the field that was named for the text, where that is so."""
        watch = FieldWatch()
        for other, has_text in (seen for piece in pieces for seen in piece.seen):
            watch.see(other, has_text=has_text)
        for intake in watch.told(self._source):
            for finding in named(intake.article, wanted(intake.faults, self._rules, self._ignored)):
                yield Shown(intake.article, finding, 0, len(text.partition("\n")[0]))

    def told_once(self, report: Report) -> Report:
        """Return a report on a file without an article: that records have no text is told once for all of them."""
        lacking = [shown for shown in report.shown if shown.finding.code == RecordWithoutText.code]
        if len(lacking) < 2:
            return report
        first = lacking[0]
        (fault,) = none_with_text(self._source, len(lacking), Intake(first.article, [first.finding])).faults
        article = first.article._replace(id=self._source.filename, record=None)
        (finding,) = named(article, [fault._replace(severity=first.finding.severity)])
        told = first._replace(article=article, finding=finding)
        left = [shown for shown in report.shown if shown not in lacking]
        return report._replace(shown=[*report.left([told]), *left])

    def _placed(self, piece: Piece, index: int, article: Article, finding: Finding) -> Shown:
        parts = self._format.parts(piece, self._source, index, finding.field) if finding.field else ()
        if not parts:
            return Shown(article, finding, *_without_parts(piece, finding))
        size = max(part.at + part.writing.size(piece.written[part.start : part.end]) for part in parts)
        edits = finding.fix.edits if finding.fix and (finding.field == "text" or self._format.mends_fields) else ()
        hunks = [Hunk(*edit, (finding.code,)) for edit in sorted(edits)]
        done = [found.hunk for found in spliced(piece.written, parts, hunks)]
        start, end = written_span(piece.written, parts, *(finding.span or (0, size)))
        return Shown(article, finding, start, end, done)


def _without_parts(piece: Piece, finding: Finding) -> tuple[int, int]:
    """Return where a finding is shown that no field of the piece holds: from its place to the end of that line."""
    place = finding.place.offset - piece.start.offset if finding.place else 0
    start = min(max(place, 0), len(piece.written))
    end = piece.written.find("\n", start)
    return start, len(piece.written) if end < 0 else end
