"""Pages that are in the way of the article: paywalls, consent, errors."""
