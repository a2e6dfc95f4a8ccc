"""What can go wrong outside the articles themselves.

ScrapelintError
├── UsageError        a wrong option, path or code on the command line
├── ConfigError       a wrong key or value in a configuration file
├── PackError         a phrase pack that does not follow its schema
├── PluginError       rules that cannot be loaded
├── RuleError         a rule that raised something while it looked at an article
└── WorkerError       a worker process that ended before its work was done

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


class WorkerError(ScrapelintError):
    """A worker process was killed or could not start."""


def suggestion(word: str, known: "Iterable[str]") -> str:
    """Return `; did you mean "x"?` for the nearest known word, or an empty string."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), {k.lower(): k for k in known}, n=1, cutoff=0.6)
    names = {k.lower(): k for k in known}
    return f'; did you mean "{names[near[0]]}"?' if near else ""
