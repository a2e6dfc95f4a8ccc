"""How a text is put together, whatever it is about."""
