"""Who wrote an article: notes on them, bylines and signatures."""
