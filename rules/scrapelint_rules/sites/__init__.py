"""What the articles of one site have in common, and an article does not have by itself."""
