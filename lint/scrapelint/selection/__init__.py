"""Which rules are installed, and which of them run with what settings."""
