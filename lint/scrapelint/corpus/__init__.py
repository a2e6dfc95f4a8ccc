"""Rules across articles: what they note of each, where that is kept, and what it comes to."""
