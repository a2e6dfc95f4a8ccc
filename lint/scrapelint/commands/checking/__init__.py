"""What `check` alone needs of its options: what it kept, what has no effect, what a report is to be of."""
