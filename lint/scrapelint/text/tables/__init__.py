"""Tables that have lost their shape: cells and measures, each on a line of its own."""
