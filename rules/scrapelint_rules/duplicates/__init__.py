"""What is in the corpus more than once: copies, and what they disagree about."""
