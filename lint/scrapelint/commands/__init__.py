"""The subcommands of `scrapelint`: each a `run` from parsed arguments to an exit status."""
