"""Articles and whole corpora as one page of HTML, which loads nothing."""
