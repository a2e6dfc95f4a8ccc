"""Mending: which edits go in, what was taken out, files replaced whole."""
