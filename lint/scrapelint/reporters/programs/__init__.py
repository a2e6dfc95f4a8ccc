"""What programs read: JSON, XML, diagnostics."""
