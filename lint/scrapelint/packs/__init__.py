"""Phrase packs: their files, their compiled table, and the search for all phrases at once."""
