"""`scrapelint accept`: findings that a team leaves as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.baseline.acceptance import Acceptance, load
from scrapelint.baseline.review import Review
from scrapelint.commands.shared import status
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import tell_merging, tell_of_file, warn
from scrapelint.commands.shared.inputs import files_of
from scrapelint.commands.shared.options import Configuration, Exclusion, Running, Selection
from scrapelint.errors import RuleError, UsageError
from scrapelint.fixes.accepting import accept, counted_entries, entries_of, write
from scrapelint.fixes.atomic import exclusive
from scrapelint.reporters.summary import Summary
from scrapelint.runners.pipeline import check, installed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.baseline.acceptance import Project
    from scrapelint.baseline.accepted import Entry
    from scrapelint.commands.shared.parser import Parser
    from scrapelint.config.per_file import Configs
    from scrapelint.intake import Checked
    from scrapelint.selection.registry import Registry


class Options(Selection, Configuration, Exclusion, Running):
    """What the command line says."""

    paths: Sequence[str]
    reason: str
    prune: bool


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders or globs; default: this folder")
    Exclusion.add(parser)
    group = parser.add_argument_group("accepting")
    group.add_argument("--reason", metavar="TEXT", default="", help="why they are right as they are")
    group.add_argument("--prune", action="store_true", help="accept nothing, remove entries that hide nothing any more")
    Selection.add(parser)
    Configuration.add(parser)
    Running.add(parser)


def run(options: Options) -> int:
    """Accept what is found, or remove what is stale; return the exit status."""
    configs = configs_of(options)
    if configs.run.require_reasons and not options.reason and not options.prune:
        raise UsageError(f'{configs.run.place("require-reasons")}: a reason is required; give it with --reason "..."')
    files, complete = files_of(options, configs.run)
    registry = installed()
    acceptance = Acceptance(files, options.paths or ["."], configs)
    found = check(files, configs, registry, warn)
    told = (
        _pruned(found, acceptance, configs, registry) if options.prune else _accepted(found, acceptance, options.reason)
    )
    for line in told:
        if not options.quiet:
            print(line)
    return status.CLEAN if complete else status.FAILED


def _accepted(found: Iterator[Checked], acceptance: Acceptance, reason: str) -> Iterator[str]:
    """Write what is found beside what is accepted already; yield what to tell."""
    entries: dict[str, list[Entry]] = {}
    for checked in found:
        if checked.error:
            raise RuleError(checked.error)
        article = checked.article
        if not checked.is_article:
            tell_of_file(article.filename, checked.findings)
            continue
        place = acceptance.place_of(article.filename)
        for entry in entries_of(article, checked.findings, place.path, reason):
            entries.setdefault(place.root, []).append(entry)
    for root, new in entries.items():
        accepted = accept(root, new)
        yield accepted.sentence
        if accepted.is_merged_by_lines:
            tell_merging(accepted.project)
    if not entries:
        yield "Nothing found, nothing to accept."


def _pruned(found: Iterator[Checked], acceptance: Acceptance, configs: Configs, registry: Registry) -> Iterator[str]:
    """Remove the entries that hide nothing any more; yield what to tell."""
    for _ in acceptance.left(found, Summary()):
        pass
    review = Review(acceptance, configs.run, registry)
    for project in acceptance.projects():
        stale = {row.entry.fingerprint for row in review.stale(project) if row.entry}
        if stale:
            with exclusive(project.root):
                now = load(project.root)
                left = {row.entry.fingerprint: row.entry for row in now.rows if row.entry}
                _put(now, {name: entry for name, entry in left.items() if name not in stale})
        if project.rows:
            yield f"Removed {counted_entries(len(stale))} of {project.shown}."


def _put(project: Project, entries: dict[str, Entry]) -> None:
    if write(project, entries):
        tell_merging(project)
