"""Exit status, as ruff has it."""

CLEAN = 0
"""The work is done, and nothing was found that counts."""
FOUND = 1
"""Something was found that counts."""
FAILED = 2
"""An option, the configuration, a file or a rule is wrong: not all was looked at."""
SIGNALLED = 128
"""Added to the number of the signal that ended the process, as shells do it."""
INTERRUPTED = SIGNALLED + 2
"""SIGINT: Ctrl-C."""
BROKEN_PIPE = SIGNALLED + 13
"""SIGPIPE: nobody reads on."""
