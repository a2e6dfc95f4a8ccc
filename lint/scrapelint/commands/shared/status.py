"""Exit status, as ruff has it."""

CLEAN = 0
FOUND = 1
FAILED = 2
INTERRUPTED = 130
BROKEN_PIPE = 141
