"""Credits, captions, bylines and notices about where a text came from."""
