"""Links to other stories: where they are, and where they end."""
