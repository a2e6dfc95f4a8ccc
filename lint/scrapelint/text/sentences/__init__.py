"""Sentences: where they begin and end, and which of them on a line are the page's."""
