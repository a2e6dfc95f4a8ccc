"""The text of an article: lines, folding, scripts, languages, prose."""
