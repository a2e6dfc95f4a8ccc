"""Credits and captions of pictures: their shapes, and what only looks like one."""
