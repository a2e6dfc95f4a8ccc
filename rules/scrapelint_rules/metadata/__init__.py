"""What the scraper said about the article: title, author, address."""
