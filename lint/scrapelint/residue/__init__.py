"""How likely each line is the page's and not the article's: features and models."""
