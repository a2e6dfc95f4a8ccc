"""`--engine spark`: the commands that run on many machines."""
