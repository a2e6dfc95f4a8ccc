"""`--engine spark`."""
