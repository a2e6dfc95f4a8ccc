"""One module for each format that files can have, with all that the program knows of it."""
