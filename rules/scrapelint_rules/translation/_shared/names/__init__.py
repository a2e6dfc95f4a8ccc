"""Names: their spellings, and which of them are one."""
