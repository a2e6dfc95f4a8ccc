"""`--engine ray`."""
