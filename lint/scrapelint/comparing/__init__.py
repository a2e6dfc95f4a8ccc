"""Two sets of the same articles, compared pair by pair."""
