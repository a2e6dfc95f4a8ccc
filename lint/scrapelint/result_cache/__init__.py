"""What rules have found in articles, kept on disk, so that what has not changed is not checked again."""
