"""Reader comments and the forms they are written in."""
