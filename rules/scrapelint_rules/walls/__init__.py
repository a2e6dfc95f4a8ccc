"""Pages that stand in the way of the article: paywalls, consent, errors."""
