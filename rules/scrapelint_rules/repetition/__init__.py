"""Lines, blocks and paragraphs that stand in the text more than once."""
