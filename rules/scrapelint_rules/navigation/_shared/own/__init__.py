"""What is the article's own, though it looks like the page's."""
