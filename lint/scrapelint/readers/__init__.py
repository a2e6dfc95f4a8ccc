"""From files to articles. Each format is an object in a file of its own in `formats`, or in a package of others."""
