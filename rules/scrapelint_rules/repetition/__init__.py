"""Lines, blocks and paragraphs that are in the text more than once."""
