"""From articles to findings: in this process, or in several. Runners know no rule and read no file."""
