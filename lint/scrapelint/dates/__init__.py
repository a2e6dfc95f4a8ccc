"""Dates in a text: found by their numbers, read in seventy languages, with precision and role."""
