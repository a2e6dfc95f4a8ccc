"""Characters, entities, markup and code that stayed undecoded or came in with the page."""
