"""What can go wrong outside the articles themselves.

ScrapelintError
├── UsageError        a wrong option, path or code on the command line
├── ConfigError       a wrong key or value in a configuration file
├── PackError         a phrase pack that does not follow its schema
├── PluginError       rules that cannot be loaded
├── RuleError         a rule that raised something while it looked at an article
├── MissingExtraError a library that is not installed, for what only some runs do
├── IndexFileError    an index of a corpus that cannot be opened, read or written
├── WorkerError       a worker process that ended before its work was done
├── ReadError         a file that cannot be read to its end, where half of it is worth nothing
├── WriteError        a file that cannot be written, or that somebody else changed meanwhile
└── RestoreError      a file that is not what the ledger says

A fault *in* an article is never an exception: it is a finding of the family INP.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ScrapelintError(Exception):
    """Base of everything that ends a run with exit status 2."""


class UsageError(ScrapelintError):
    """A wrong option, path or rule code on the command line."""


class ConfigError(ScrapelintError):
    """A wrong key or value in a configuration file."""


class PackError(ScrapelintError):
    """A phrase pack that does not follow its schema."""


class PluginError(ScrapelintError):
    """Rules of an installed plugin that cannot be loaded."""


class RuleError(ScrapelintError):
    """A rule raised something: a fault of the rule, never of the article."""


class MissingExtraError(ScrapelintError):
    """A library that only some runs need is not installed; the message names the extra."""


class IndexFileError(ScrapelintError):
    """The index of a corpus cannot be used: it is none, of another version, damaged, or being written."""


class WorkerError(ScrapelintError):
    """A worker process was killed or could not start."""


class ReadError(ScrapelintError):
    """A file cannot be read to its end, and what was read of it is worth nothing alone."""


class WriteError(ScrapelintError):
    """A file cannot be written, or was changed by somebody else meanwhile."""


class RestoreError(ScrapelintError):
    """A file is not what the ledger of its cleaning says, or the ledger is broken."""


def suggestion(word: str, known: "Iterable[str]") -> str:
    """Return `; did you mean "x"?` for the nearest known word, or an empty string."""
    near = nearest(word, known)
    return f'; did you mean "{near}"?' if near else ""


def nearest(word: str, known: "Iterable[str]", least: float = 0.6) -> str:
    """Return the known word that is most like another, and at least so much, from 0 to 1; else an empty string."""
    from difflib import get_close_matches

    names = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), names, n=1, cutoff=least)
    return names[near[0]] if near else ""
