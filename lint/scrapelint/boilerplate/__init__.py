"""What the articles of a site share: which lines, since when, what changed, and where in the page they are."""
