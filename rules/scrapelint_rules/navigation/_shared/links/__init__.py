"""Links to other stories: where they stand, and where they end."""
