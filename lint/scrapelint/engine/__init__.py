"""From an article to its findings: no files, no printing, no rule known."""
