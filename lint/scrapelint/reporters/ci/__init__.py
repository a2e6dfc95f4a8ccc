"""What services of continuous integration read."""
