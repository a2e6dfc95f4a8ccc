"""Words: which are English, which are of another language."""
