"""Corpus statistics: the published Gopher, C4 and FineWeb measures, per language."""
