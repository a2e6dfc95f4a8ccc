"""`--engine`: the commands that run on many machines, a folder for each engine, and what they have in common."""
