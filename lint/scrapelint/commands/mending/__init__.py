"""What `check` does with fixes: it writes, shows or only counts them."""
