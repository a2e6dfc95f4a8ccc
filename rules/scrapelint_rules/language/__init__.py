"""Rules on the language of the text: LNG."""
