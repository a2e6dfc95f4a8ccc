"""Tables of articles in the hands of one library each: rows out, texts back in, findings as a table of its kind."""
