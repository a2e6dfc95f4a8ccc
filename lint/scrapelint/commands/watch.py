"""`scrapelint check --watch`: a view of the terminal that stays current while files change."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.baseline.acceptance import Acceptance
from scrapelint.baseline.review import Review
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import wants_color
from scrapelint.commands.shared.inputs import files_of
from scrapelint.config import projects
from scrapelint.errors import ScrapelintError, UsageError
from scrapelint.reporters.people.watchview import View, drawing
from scrapelint.reporters.summary import Summary
from scrapelint.runners.pipeline import check, installed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrapelint.commands.shared.check_options import Options
    from scrapelint.config.per_file import Configs
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input

POLL_S = 0.5
"""How often the files are looked at: sooner than anybody switches windows; a look at 20,000 takes a fifth of it."""

Stamp = tuple[int, int]
"""Time of the last change in ns, and size in bytes."""


class State(NamedTuple):
    """What was found, by file, and how each file was then."""

    stamps: dict[str, Stamp]
    found: dict[str, list[Checked]]
    settings: dict[str, Stamp]
    """Configuration files: where they change, all is checked again."""
    accepted: dict[str, Stamp]


EMPTY = State({}, {}, {}, {})


def watch(options: Options) -> None:
    """Show findings until the user interrupts; raises UsageError where that cannot be."""
    other = (options.fix, options.fix_only, options.interactive, options.diff, options.diff_base)
    if any((*other, options.output_format, options.output_file)):
        raise UsageError("--watch has a view of its own: leave out formats, output files, --fix and --diff-base")
    if "-" in options.paths or options.stdin_filename:
        raise UsageError("--watch needs files: standard input does not change")
    with suppress(KeyboardInterrupt), drawing(sys.stdout, color=wants_color(options.color, sys.stdout)) as draw:
        for view in views(options):
            draw(view)


def views(options: Options, pause: Callable[[float], None] = time.sleep) -> Iterator[View]:
    """Yield a view at the start and after every change: of a file, the configuration or what is accepted."""
    state, error = EMPTY, ""
    while True:
        try:
            projects.forget()
            configs = configs_of(options)
            now, changed = _looked(options, configs, state)
            if changed or error or state is EMPTY or now.accepted != state.accepted:
                yield _view(options, configs, now, changed)
            state, error = now, ""
        except ScrapelintError as raised:
            if str(raised) != error:
                error = str(raised)
                yield View(error=error)
        pause(POLL_S)


def _looked(options: Options, configs: Configs, state: State) -> tuple[State, list[str]]:
    """Return what is found now, and the files that changed; only these are checked again."""
    files = files_of(options, configs.run, tell=lambda _: None)[0]
    origins = {o.name for config in map(configs.of, files) for o in config.origins if o.is_file}
    settings = _stamps(origins)
    known = state if settings == state.settings else EMPTY
    stamps = _stamps(file.path or "" for file in files)
    changed = [file for file in files if stamps[file.path or ""] != known.stamps.get(file.path or "")]
    gone = [name for name in state.stamps if name not in stamps]
    found = {file.filename: known.found.get(file.filename, []) for file in files}
    found.update({file.filename: [] for file in changed})
    for checked in check(changed, configs, installed(), lambda _: None):
        found[checked.article.filename].append(checked)
    accepted = _stamps(project.path for project in _acceptance(options, configs, files).projects())
    return State(stamps, found, settings, accepted), [*(file.filename for file in changed), *gone]


def _view(options: Options, configs: Configs, state: State, changed: list[str]) -> View:
    files = files_of(options, configs.run, tell=lambda _: None)[0]
    acceptance, summary = _acceptance(options, configs, files), Summary()
    articles = (
        checked for name in sorted(state.found, key=lambda n: n not in changed) for checked in state.found[name]
    )
    left = list(acceptance.left(articles, summary))
    left += Review(acceptance, configs.run, installed()).faults()
    for checked in left:
        summary.add(checked)
    return View(tuple(checked for checked in left if checked.findings), summary.sentence, tuple(changed))


def _acceptance(options: Options, configs: Configs, files: Iterable[Input]) -> Acceptance:
    return Acceptance(files, options.paths or ["."], configs)


def _stamps(paths: Iterable[str]) -> dict[str, Stamp]:
    return {path: _stamp(path) for path in paths}


def _stamp(path: str) -> Stamp:
    try:
        known = os.stat(path)  # noqa: PTH116
    except OSError:
        return 0, 0
    return known.st_mtime_ns, known.st_size
