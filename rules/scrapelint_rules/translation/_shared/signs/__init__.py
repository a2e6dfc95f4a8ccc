"""Signs that a machine wrote a text: what it broke, doubled or left."""
