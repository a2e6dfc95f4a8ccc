"""What a user configured: values, files, and which file holds for which input."""
