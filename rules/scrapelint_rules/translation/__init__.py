"""Rules on what a machine broke in translating or spinning: MTX."""
