"""Text that broke: glued, split, cut off, too short, or with its spaces in the wrong place."""
