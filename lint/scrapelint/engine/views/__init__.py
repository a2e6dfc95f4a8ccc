"""What a document gives, by subject; each view may ask those that it derives from."""
