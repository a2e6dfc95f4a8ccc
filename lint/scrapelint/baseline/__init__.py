"""What a run leaves out: accepted findings, and those that were there before."""
