"""Mending files and data sets: piece by piece, in one process or several."""
