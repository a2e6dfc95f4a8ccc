"""`scrapelint check --engine spark`: Parquet or JSON Lines in, folders of findings and scores as JSON lines out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.baseline.acceptance import accepted_in
from scrapelint.commands.on_engines.spark.session import SPARK, files_of, opened, read
from scrapelint.commands.shared import status
from scrapelint.finding import Severity

if TYPE_CHECKING:
    from scrapelint.commands.shared.check_options import Options
    from scrapelint.config.values import Config


def run(options: Options, config: Config) -> int:
    """Check the files on Spark and write the findings; return the exit status."""
    from scrapelint.integrations import spark

    SPARK.check_checking(options, config)
    method = SPARK.method_of(options.paths)
    session = opened(options.master)
    try:
        articles = read(session, options.paths, method)
        accepted = accepted_in(files_of(articles, options.paths), config.root)
        spark.check(articles, config, accepted=accepted).select("finding").write.text(options.output_file)
        if scores := SPARK.scores_of(options):
            spark.scores(articles, config, accepted=accepted).select("scored").write.text(scores)
        return _status(session, options, config)
    finally:
        session.stop()


def _status(session: Any, options: Options, config: Config) -> int:
    if options.exit_zero or config.fail_on == "never":
        return status.CLEAN
    written = session.read.text(options.output_file)
    worse = [severity.label for severity in Severity if severity >= Severity.of(config.fail_on)]
    # Inside of a string of JSON a quote follows a backslash: only the key itself is written so.
    found = written.where(" OR ".join(f'value LIKE \'%"severity": "{label}"%\'' for label in worse))
    return status.CLEAN if found.isEmpty() else status.FOUND
