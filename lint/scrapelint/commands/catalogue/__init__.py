"""Commands about rules themselves: they read no article."""
