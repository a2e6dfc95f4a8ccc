"""What articles are counted by, and the counts."""
