"""From files to articles: text, Markdown, JSON, JSON Lines, Parquet, WARC and WET, each also compressed."""
