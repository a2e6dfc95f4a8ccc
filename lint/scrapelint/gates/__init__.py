"""How much a run may come to, and what differs from an earlier run."""
