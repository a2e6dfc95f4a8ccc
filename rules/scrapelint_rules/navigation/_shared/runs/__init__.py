"""Runs of lines that are likely not the article: where they begin and end, and how sure they are."""
